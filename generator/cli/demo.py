"""`phaen demo`: a fictional nation, for benchmarks and for looking at a large site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.thai_help import ThaiCommand
from generator.demo.nation import write_nation
from generator.errors import UsageError


@click.command(cls=ThaiCommand, name="demo")
@click.option("--laos", "count", type=click.IntRange(1, 20_000), default=100, metavar="N", help="จำนวน อปท. (ปกติ 100)")
@click.option("--seed", type=int, default=2567, metavar="S", help="เลขตั้งต้น เลขเดียวกันได้ข้อมูลเดียวกัน")
@click.option(
    "--frameworks",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="โฟลเดอร์ frameworks ที่จะใช้ (ปกติ content/frameworks)",
)
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="โฟลเดอร์ใหม่สำหรับเนื้อหา")
def command(count: int, seed: int, frameworks: Path | None, out: Path) -> int:
    """สร้างเนื้อหาสมมุติของ อปท. จำนวนมาก สำหรับทดสอบ

    ทุกอย่างในเนื้อหานี้แต่งขึ้น ไม่มี อปท. ใดใช้ชื่อเหล่านี้
    """
    source = frameworks or Path("content/frameworks")
    if not source.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {source} ระบุด้วย --frameworks ว่าเอกสารกลางอยู่ที่ใด")
    if out.exists() and any(out.iterdir()):
        raise UsageError(f"{out} มีไฟล์อยู่แล้ว ระบุโฟลเดอร์ใหม่ หรือลบของเดิมก่อน")
    write_nation(out, count, seed, source)
    click.echo(f"สร้างเนื้อหาสมมุติของ {count:,} อปท. ไว้ที่ {out}")
    return 0
