"""`phaen status`: prints the state of a site published by pushes, for people and for monitoring."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from generator.cli.site_options import site_option
from generator.cli.thai_help import ThaiCommand
from generator.publishing.site_dir import SiteDir
from generator.publishing.site_status import SiteStatus, site_status

_MILLION = 1_000_000


@click.command(cls=ThaiCommand, name="status")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
@site_option
def command(site: SiteDir, form: str) -> int:
    """แสดงสถานะการเผยแพร่ ส่งกลับเลข 1 เมื่อมีเรื่องที่ผู้ดูแลต้องจัดการ

    บอกรายการที่รอ รุ่นที่เผยแพร่อยู่ ความล้มเหลวครั้งล่าสุด อปท. ที่ยังแสดงข้อมูลเดิม และเนื้อที่
    """
    status = site_status(site)
    if form == "json":
        click.echo(json.dumps(status.to_record(), ensure_ascii=False, indent=2))
    else:
        for line in _lines(status):
            click.echo(line)
    return 0 if status.is_well else 1


def _lines(status: SiteStatus) -> Iterator[str]:
    if status.live is None:
        yield "ยังไม่ได้เผยแพร่รุ่นใด"
    else:
        yield f"เผยแพร่อยู่: {status.live} (สร้างเมื่อ {status.live_since} UTC)"
    if status.rolled_back:
        yield "ย้อนรุ่นไว้ รุ่นใหม่ยังไม่เผยแพร่ สั่ง phaen publish เมื่อพร้อม"
    waiting = f"{status.queue:,} รายการ ตั้งแต่ {status.waiting_since} UTC" if status.queue else "ไม่มี"
    yield f"รอสร้าง: {waiting}{' กำลังสร้างอยู่' if status.is_building else ''}"
    if status.built:
        yield f"สร้างสำเร็จล่าสุด: {status.built['when']} UTC ใช้เวลา {status.built['seconds']:.1f} วินาที"
    if status.failure:
        yield f"สร้างไม่สำเร็จล่าสุด: {status.failure['when']} UTC {status.failure['reason']}"
    for code, one in status.held.items():
        yield f"{code} แสดงข้อมูลชุดก่อนหน้า ตั้งแต่ {one['since']} เพราะ{one['reason']}"
    for code, reason in status.flawed.items():
        yield f"{code} ยังไม่มีข้อมูลที่แสดงได้ครบ เพราะ{reason}"
    for code, address in status.previews.items():
        yield f"ตัวอย่างร่างของ {code}: {address}"
    yield (
        f"เก็บไว้ {status.releases:,} รุ่น ใช้เนื้อที่ {status.disk / _MILLION:,.1f} ล้านไบต์ "
        f"เหลือ {status.free / _MILLION:,.0f} ล้านไบต์"
    )
