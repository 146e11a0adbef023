"""`phaen build`: builds the whole website into a folder."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import click

from generator.building.build import build
from generator.building.partial import build_partial
from generator.cli.building_options import cache_options, chosen_cache, chosen_crew, jobs_option, scheduler_option
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.progress_bar import watched
from generator.cli.report_text import announce, show_report, show_stages
from generator.cli.standing import default_out, find_config
from generator.cli.thai_help import ThaiCommand
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import UsageError
from generator.settings import read_site_url
from generator.words import commands


@click.command(cls=ThaiCommand, name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="โฟลเดอร์ผลลัพธ์ (ปกติคือ site)",
)
@click.option(
    "--partial",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="ทำผลของ อปท. ตาม --only เก็บไว้ในโฟลเดอร์นี้ ไม่สร้างเว็บไซต์ แล้วรวมด้วย phaen assemble",
)
@click.option(
    "--site-url",
    metavar="URL",
    help="ที่อยู่ที่จะนำเว็บไซต์ไปวาง เช่น https://office.go.th/plan/ ถ้าไม่ระบุ ใช้ตาม mkdocs.yml",
)
@jobs_option
@cache_options
@scheduler_option
@config_option
@site_options
def command(
    out: Path | None,
    partial: Path | None,
    site_url: str | None,
    jobs: int | None,
    cache: str | None,
    no_cache: bool,
    scheduler: str | None,
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
    if partial and (out or cache or no_cache):
        raise UsageError("--partial เก็บผลไว้ในโฟลเดอร์ของตนเอง จึงใช้กับ --out --cache และ --no-cache ไม่ได้")
    config = find_config(config_file)
    kept = chosen_cache(config, cache, no_cache)
    settings = site_settings(config, content, only, today, digits, kept.store())
    settings = replace(settings, site_url=read_site_url(site_url)) if site_url else settings
    crew = chosen_crew(scheduler, no_cache)
    watch = watched(commands.MAKING_PAGES)
    announce("กำลังสร้างเว็บไซต์")
    started = time.perf_counter()
    if partial:
        report = build_partial(settings, config, partial, engine=MkDocsEngine(), jobs=jobs, crew=crew, watch=watch)
        return show_report(report, partial, settings.content, seconds=time.perf_counter() - started)
    out = out or default_out(config_file, config)
    report = build(
        settings,
        config,
        out,
        engine=MkDocsEngine(),
        cache=kept,
        jobs=jobs,
        crew=crew,
        watch=watch,
        watch_text=watched(commands.INDEXING),
    )
    code = show_report(report, out, settings.content, seconds=time.perf_counter() - started)
    show_stages(report)
    # A finished site looks like files to open, but its links and search need a server.
    click.echo("ดูเว็บไซต์ด้วยคำสั่ง phaen serve หรือนำโฟลเดอร์นี้ไปวางบนเว็บเซิร์ฟเวอร์ (ใต้โฟลเดอร์ย่อยก็ได้)", err=True)
    click.echo("เปิดไฟล์ index.html จากเครื่องโดยตรงไม่ได้ เพราะลิงก์และการค้นหาจะไม่ทำงาน", err=True)
    return code
