"""`phaen build`: the whole website into a folder."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.building.build import build
from generator.building.cache import FOLDER, Cache
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.progress import watched
from generator.cli.report_text import announce, show_report, show_stages
from generator.cli.standing import default_out, find_config
from generator.cli.thai_help import ThaiCommand
from generator.engine.batch import MkDocsEngine
from generator.errors import UsageError


@click.command(cls=ThaiCommand, name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="โฟลเดอร์ผลลัพธ์ (ปกติคือ site)",
)
@click.option("--jobs", type=int, metavar="N", help="จำนวนโปรแกรมช่วยที่ทำงานพร้อมกัน (ปกติเท่าจำนวนหน่วยประมวลผล)")
@click.option("--cache", metavar="DIR", help=f"ที่เก็บผลไว้ใช้ครั้งต่อไป (ปกติคือ {FOLDER} ข้าง mkdocs.yml)")
@click.option("--no-cache", is_flag=True, help="ทำใหม่ทั้งหมด และไม่เก็บผลไว้")
@config_option
@site_options
def command(
    out: Path | None,
    jobs: int | None,
    cache: str | None,
    no_cache: bool,
    config_file: Path | None,
    content: Path | None,
    only: tuple[str, ...],
    today: str | None,
    digits: str | None,
) -> int:
    """สร้างเว็บไซต์ทั้งหมดลงโฟลเดอร์

    ทำเฉพาะหน้าของ อปท. ที่ข้อมูลเปลี่ยน ที่เหลือใช้ผลที่เก็บไว้ เว็บไซต์เดิมถูกแทนที่เมื่อสร้างสำเร็จเท่านั้น
    ข้อมูลที่ผิดพลาดของ อปท. หนึ่งไม่ทำให้ อปท. อื่นหยุด หน้านั้นบอกว่าอ่านข้อมูลไม่ได้ และคำสั่งส่งกลับเลข 1
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs {jobs} ใช้ไม่ได้ ต้องเป็น 1 ขึ้นไป")
    config = find_config(config_file)
    out = out or default_out(config_file, config)
    settings = site_settings(config, content, only, today, digits)
    announce("กำลังสร้างเว็บไซต์")
    started = time.perf_counter()
    report = build(
        settings,
        config,
        out,
        engine=MkDocsEngine(),
        cache=Cache(cache or str(config.parent / FOLDER), is_kept=not no_cache),
        jobs=jobs,
        watch=watched("กำลังอ่านข้อมูลและทำหน้าเว็บ"),
        watch_text=watched("กำลังทำข้อมูลสำหรับค้นหา"),
    )
    code = show_report(report, out, settings.content, seconds=time.perf_counter() - started)
    show_stages(report)
    # A finished site looks like files to be opened; its links and its search only work through a server.
    click.echo("ดูเว็บไซต์ด้วยคำสั่ง phaen serve หรือนำโฟลเดอร์นี้ไปวางบนเว็บเซิร์ฟเวอร์ (ใต้โฟลเดอร์ย่อยก็ได้)", err=True)
    click.echo("เปิดไฟล์ index.html จากเครื่องโดยตรงไม่ได้ เพราะลิงก์และการค้นหาจะไม่ทำงาน", err=True)
    return code
