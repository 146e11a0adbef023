"""`phaen demo`: writes a fictional nation, for benchmarks and for trying a large site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli.progress_bar import tracked
from generator.cli.standing import find_content
from generator.cli.thai_help import ThaiCommand
from generator.demo.nation import prepare_folder, write_nation
from generator.demo.nation_history import write_history
from generator.demo.offices import offices, registered_offices
from generator.errors import UsageError
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.registry import read_registry

_MOST = 20_000
_MOST_REVISIONS = 50


@click.command(cls=ThaiCommand, name="demo")
@click.option("--laos", "count", type=click.IntRange(1, _MOST), default=100, metavar="N", help="จำนวน อปท. (ปกติ 100)")
@click.option("--seed", type=int, default=2567, metavar="S", help="เลขตั้งต้น เลขเดียวกันได้ข้อมูลเดียวกัน")
@click.option(
    "--revisions",
    type=click.IntRange(1, _MOST_REVISIONS),
    metavar="K",
    help="ทำเป็นคลัง git ที่มีประวัติสมมุติ เฉลี่ยแผนละ K รุ่น (ไม่ระบุ = ไม่มีประวัติ)",
)
@click.option(
    "--registry",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="ใช้ชื่อและรหัสจริงจากทะเบียน อปท. (CSV) สำหรับวัดความเร็วเท่านั้น ห้ามเผยแพร่",
)
@click.option(
    "--frameworks",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="โฟลเดอร์ frameworks ที่จะใช้ (ปกติคือของ content)",
)
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="โฟลเดอร์ใหม่สำหรับเนื้อหา")
def command(
    count: int, seed: int, revisions: int | None, registry: Path | None, frameworks: Path | None, out: Path
) -> int:
    """สร้างเนื้อหาสมมุติของ อปท. จำนวนมาก สำหรับทดสอบ

    \b
    สร้าง:        phaen demo --laos 300 --out demo
    มีประวัติ:      phaen demo --laos 300 --revisions 8 --out demo
    ทำเว็บไซต์:    phaen build --content demo --out site-demo

    ทุกอย่างแต่งขึ้น ไม่มี อปท. ใดใช้ชื่อหรือรหัสเหล่านี้ และทุกหน้าของเว็บไซต์บอกไว้ว่าเป็นข้อมูลสมมุติ
    บางไฟล์ตั้งใจให้ผิด เพื่อให้เห็นว่าระบบบอกอย่างไร
    """
    source = frameworks or find_content(None) / "frameworks"
    if not source.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {source} ระบุด้วย --frameworks ว่าเอกสารกลางอยู่ที่ใด")
    if registry and revisions:
        raise UsageError("ใช้ --revisions กับ --registry ไม่ได้ เพราะประวัติของ อปท. จริงต้องไม่มีใครแต่งขึ้น")
    chosen = registered_offices(read_registry(registry), count) if registry else offices(count)
    if len(chosen) < count:
        raise UsageError(f"ทะเบียนนี้มี อปท. ที่ใช้ได้ {len(chosen):,} แห่ง ให้ระบุ --laos ไม่เกินนี้")
    prepare_folder(out, source)
    entries: Mapping[str, str] = read_frameworks(DiskTree(out)).entry_ids() or {}
    laos, commits = tracked(chosen, "กำลังสร้างข้อมูลสมมุติ"), 0
    try:
        if revisions:
            commits = write_history(out, laos, seed, entries, revisions)
        else:
            write_nation(out, laos, seed, entries)
    except OSError as error:
        raise UsageError(f"เขียน {out} ไม่ได้ ({error.strerror or type(error).__name__})") from error
    history = f" พร้อมประวัติสมมุติ {commits:,} ครั้ง" if commits else ""
    click.echo(f"สร้างเนื้อหาสมมุติของ {count:,} อปท.{history} ไว้ที่ {out}")
    if registry:
        click.echo("ชื่อและรหัสเป็นของ อปท. จริง แต่เนื้อหาแต่งขึ้นทั้งหมด ห้ามนำไปเผยแพร่", err=True)
    return 0
