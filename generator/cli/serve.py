"""`phaen serve`: serves the website locally and rebuilds it whenever content changes."""

from __future__ import annotations

import errno
import re
import time
from collections.abc import Callable
from pathlib import Path

import click

from generator.building.build import build
from generator.cli.building_options import cache_options, chosen_cache, jobs_option
from generator.cli.options import config_option, site_options, site_settings
from generator.cli.standing import find_config
from generator.cli.thai_help import ThaiCommand
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.server import serve_site
from generator.errors import UsageError
from generator.findings import printable
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders

_ADDRESS = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(?P<port>[0-9]{1,5})")


@click.command(cls=ThaiCommand, name="serve")
@jobs_option
@cache_options
@click.option("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="ที่อยู่ที่เปิดให้ดู (ปกติคือ 127.0.0.1:8000)")
@config_option
@site_options
def command(
    address: str,
    jobs: int | None,
    cache: str | None,
    no_cache: bool,
    config_file: Path | None,
    content: Path | None,
    only: tuple[str, ...],
    today: str | None,
    digits: str | None,
) -> int:
    """เปิดเว็บไซต์ดูในเครื่อง และสร้างใหม่เมื่อแก้ข้อมูล

    หยุดด้วย Ctrl+C ทำเฉพาะหน้าของ อปท. ที่แก้ ถ้ามี อปท. มากและยังไม่เคยสร้าง ให้ใช้ --only เพื่อให้เห็นผลเร็ว
    """
    match = _ADDRESS.fullmatch(address)
    if match is None or not 0 < int(match["port"]) < 65536:
        raise UsageError(f"--address “{address[:60]}” ใช้ไม่ได้ เขียนเป็น ชื่อเครื่อง:พอร์ต เช่น 127.0.0.1:8000")
    config = find_config(config_file)
    settings = site_settings(config, content, only, today, digits)
    find_lao_folders(
        DiskTree(settings.content), settings.only
    )  # fail fast on bad arguments; later content errors must not stop the server
    kept = chosen_cache(config, cache, no_cache)

    def make(site: Path, shown: Callable[[], None]) -> bool:
        # Read day and mkdocs.yml settings on every build: a server may run for weeks.
        now = site_settings(config, content, only, today, digits, kept.store())
        report = build(now, config, site, engine=MkDocsEngine(), cache=kept, jobs=jobs, when_placed=shown)
        return bool(report.findings)

    say("กำลังสร้างเว็บไซต์")
    try:
        serve_site(config, settings, address, make, say=say)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES) and error.filename is None:
            raise UsageError(
                f"เปิดที่ {address} ไม่ได้ ({error.strerror}) ลองพอร์ตอื่น เช่น --address 127.0.0.1:8001"
            ) from error
        raise
    return 0


def say(line: str) -> None:
    """Print progress with the time of day, because a server runs for long."""
    click.echo(f"{time.strftime('%H:%M:%S')} " + "\n".join(map(printable, line.split("\n"))), err=True)
