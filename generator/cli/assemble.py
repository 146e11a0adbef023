"""`phaen assemble`: builds one website from parts made on other machines."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.building.build import build
from generator.cli.building_options import cache_options, chosen_cache, jobs_option
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.progress_bar import watched
from generator.cli.report_text import announce, show_report, show_stages
from generator.cli.standing import default_out, find_config
from generator.cli.thai_help import ThaiCommand
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import UsageError
from generator.words import commands


@click.command(cls=ThaiCommand, name="assemble")
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DIR...")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="โฟลเดอร์ผลลัพธ์ (ปกติคือ site)")
@jobs_option
@cache_options
@config_option
@site_options
def command(
    parts: tuple[Path, ...],
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
    """รวมผลที่ทำแยกกันเป็นเว็บไซต์เดียว

    แต่ละส่วนทำด้วย phaen build --partial โดยใช้ข้อมูล โปรแกรม และการตั้งค่าเดียวกัน อปท. ที่ไม่มีในส่วนใด หรือข้อมูลเปลี่ยนไปแล้ว ทำใหม่ที่นี่
    """
    for part in parts:
        if not (part / "units").is_dir():
            raise UsageError(f"{part} ไม่ใช่โฟลเดอร์ที่ phaen build --partial เขียนไว้")
    config = find_config(config_file)
    kept = chosen_cache(config, cache, no_cache, parts)
    settings = site_settings(config, content, only, today, digits, kept.store())
    out = out or default_out(config_file, config)
    announce("กำลังรวมเว็บไซต์")
    started = time.perf_counter()
    report = build(
        settings,
        config,
        out,
        engine=MkDocsEngine(),
        cache=kept,
        jobs=jobs,
        watch=watched("กำลังทำหน้าเว็บ"),
        watch_text=watched(commands.INDEXING),
    )
    code = show_report(report, out, settings.content, seconds=time.perf_counter() - started)
    show_stages(report)
    return code
