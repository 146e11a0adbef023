"""`phaen build`: the whole website into a folder."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import click

from generator.building.build import build
from generator.building.site import SiteContent, gather_pages
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.progress import watched
from generator.cli.report_text import announce, show_report
from generator.cli.standing import default_out, find_config
from generator.cli.thai_help import ThaiCommand
from generator.engine.batch import build_site
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.settings import Settings


@click.command(cls=ThaiCommand, name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="โฟลเดอร์ผลลัพธ์ (ปกติคือ site)",
)
@config_option
@site_options
def command(
    out: Path | None,
    config_file: Path | None,
    content: Path | None,
    only: tuple[str, ...],
    today: str | None,
    digits: str | None,
) -> int:
    """สร้างเว็บไซต์ทั้งหมดลงโฟลเดอร์

    เว็บไซต์เดิมถูกแทนที่เมื่อสร้างสำเร็จเท่านั้น ข้อมูลที่ผิดพลาดของ อปท. หนึ่งไม่ทำให้ อปท. อื่นหยุด
    หน้านั้นบอกว่าอ่านข้อมูลไม่ได้ และคำสั่งส่งกลับเลข 1
    """
    config = find_config(config_file)
    out = out or default_out(config_file, config)
    settings = site_settings(config, content, only, today, digits)
    gathered: list[SiteContent] = []

    def gather(settings: Settings) -> SiteContent:
        gathered.append(gather_pages(settings, watched("กำลังอ่านข้อมูลและทำหน้าเว็บ")))
        return gathered[-1]

    # Before the engine runs, which would print the same refusal once more in its own log.
    find_lao_folders(DiskTree(settings.content), settings.only)
    announce("กำลังสร้างเว็บไซต์")
    started = time.perf_counter()
    report = build(
        settings, config, out, render=partial(build_site, gather=gather), watch_text=watched("กำลังทำข้อมูลสำหรับค้นหา")
    )
    site = gathered[-1]
    seconds = time.perf_counter() - started
    code = show_report(
        report,
        out,
        settings.content,
        seconds=seconds,
        found=site.found,
        laos=site.laos,
        plans=site.plans,
        unreadable=site.unreadable,
    )
    # A finished site looks like files to be opened; its links and its search only work through a server.
    click.echo("ดูเว็บไซต์ด้วยคำสั่ง phaen serve หรือนำโฟลเดอร์นี้ไปวางบนเว็บเซิร์ฟเวอร์ (ใต้โฟลเดอร์ย่อยก็ได้)", err=True)
    click.echo("เปิดไฟล์ index.html จากเครื่องโดยตรงไม่ได้ เพราะลิงก์และการค้นหาจะไม่ทำงาน", err=True)
    return code
