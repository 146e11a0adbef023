"""`phaen releases`: lists the stored releases, and limits their number."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import click

from generator.cli.cache import read_size
from generator.cli.site_options import site_option
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.publishing.builder_lock import locked
from generator.publishing.release_folders import Release, ReleaseFolders
from generator.publishing.site_dir import SiteDir


@click.command(cls=ThaiCommand, name="releases")
@click.option("--keep", type=click.IntRange(2, 10_000), metavar="N", help="เก็บไม่เกินกี่รุ่นตั้งแต่นี้ไป (ปกติ 20)")
@click.option("--limit", metavar="SIZE", help="ให้ทุกรุ่นรวมกันใช้เนื้อที่ไม่เกินเท่านี้ตั้งแต่นี้ไป เช่น 500MB หรือ 10GB")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
@site_option
def command(site: SiteDir, keep: int | None, limit: str | None, form: str) -> int:
    """แสดงรุ่นของเว็บไซต์ที่เก็บไว้ ใหม่สุดก่อน

    รุ่นที่เกินจำนวนหรือเนื้อที่ถูกลบจากเก่าสุด รุ่นที่เผยแพร่อยู่และสองรุ่นล่าสุดไม่ถูกลบ รุ่นต่าง ๆ ใช้ไฟล์ที่เหมือนกันร่วมกัน
    """
    settings = site.settings()
    folders = ReleaseFolders(site)
    if keep or limit:
        settings = replace(settings, keep=keep or settings.keep, limit=read_size(limit) if limit else settings.limit)
        with locked(site.state / "builder.lock", wait=False) as is_ours:
            if not is_ours:
                raise UsageError("กำลังสร้างเว็บไซต์อยู่ ให้สั่งใหม่เมื่อเสร็จ")
            site.set_up(settings)
            with folders.switching():
                gone = folders.collect(settings.keep, settings.limit)
        click.echo(f"ลบแล้ว {len(gone):,} รุ่น", err=True)
    live = folders.live()
    found = folders.all()
    if form == "json":
        listed = [{**asdict(one), "live": one.id == live} for one in found]
        for record in listed:
            del record["parts"]
        click.echo(json.dumps({"releases": listed, "disk": folders.disk()}, ensure_ascii=False, indent=2))
        return 0
    for place, one in enumerate(found):
        click.echo(_line(place, one, is_live=one.id == live))
    million = 1_000_000
    click.echo(
        f"{len(found):,} รุ่น ใช้เนื้อที่รวม {folders.disk() / million:,.1f} ล้านไบต์ "
        f"(เก็บไม่เกิน {settings.keep:,} รุ่น และ {settings.limit / million:,.0f} ล้านไบต์)"
    )
    return 0


def _line(index: int, release: Release, *, is_live: bool) -> str:
    mark = "●" if is_live else " "
    held = f" คงข้อมูลเดิม {len(release.held):,} แห่ง" if release.held else ""
    return f"{mark} {index:>3}  {release.id}  เปลี่ยน {len(release.changed):,} แห่ง{held}"
