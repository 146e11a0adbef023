"""`phaen pages`: writes every page as plain Markdown, for other engines."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.building.markdown_folder import write_pages
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.progress_bar import watched
from generator.cli.report_text import announce, show_report
from generator.cli.standing import find_config
from generator.cli.thai_help import ThaiCommand
from generator.words import commands


@click.command(cls=ThaiCommand, name="pages")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="โฟลเดอร์ผลลัพธ์")
@config_option
@site_options
def command(
    out: Path,
    config_file: Path | None,
    content: Path | None,
    only: tuple[str, ...],
    today: str | None,
    digits: str | None,
) -> int:
    """เขียนทุกหน้าเป็น Markdown สำหรับระบบเว็บอื่น

    เนื้อหาเดียวกับ phaen build แต่ไม่ใช้ MkDocs ตารางอยู่ในไฟล์เป็น HTML พร้อมใช้
    """
    settings = site_settings(find_config(config_file), content, only, today, digits)
    announce("กำลังเขียนหน้า")
    started = time.perf_counter()
    report = write_pages(settings, out, watched(commands.MAKING_PAGES))
    return show_report(report, out, settings.content, seconds=time.perf_counter() - started)
