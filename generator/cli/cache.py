"""`phaen cache`: shows and limits the cache of builds."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import click

from generator.building.cache import FOLDER, Kept, clear, kept_in, limit
from generator.cli.finding_files import shown_path
from generator.cli.options import config_option
from generator.cli.standing import find_config
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.thai.numerals import to_arabic

_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(MB|GB)?", re.IGNORECASE)
_UNITS = {"MB": 1_000_000, "GB": 1_000_000_000, "": 1}


@click.command(cls=ThaiCommand, name="cache")
@click.option("--cache", "folder", type=click.Path(path_type=Path), metavar="DIR", help="ที่เก็บผล (ปกติอยู่ข้าง mkdocs.yml)")
@click.option("--limit", "most", metavar="SIZE", help="ลบผลที่เก่าที่สุดจนเหลือไม่เกินขนาดนี้ เช่น 500MB หรือ 2GB")
@click.option("--clear", "all_of_it", is_flag=True, help="ลบผลที่เก็บไว้ทั้งหมด")
@config_option
def command(folder: Path | None, most: str | None, all_of_it: bool, config_file: Path | None) -> int:
    """แสดง จำกัด หรือลบผลที่เก็บไว้ใช้ครั้งต่อไป

    ลบได้ทุกเมื่อ การสร้างครั้งต่อไปจะทำใหม่เท่าที่ขาด และได้เว็บไซต์เหมือนเดิม
    """
    if most and all_of_it:
        raise UsageError("--limit และ --clear ใช้พร้อมกันไม่ได้")
    size = read_size(most) if most else 0
    place = folder or find_config(config_file).parent / FOLDER
    if not place.is_dir():
        click.echo(f"{shown_path(place)} ยังไม่มีผลที่เก็บไว้")
        return 0
    if all_of_it:
        click.echo(f"ลบแล้ว {_size_in_words(clear(place))}")
        return 0
    if most:
        click.echo(f"ลบแล้ว {_size_in_words(limit(place, size))}")
    click.echo(f"{shown_path(place)} เก็บไว้ {_size_in_words(kept_in(place))}")
    return 0


def _size_in_words(kept: Kept) -> str:
    return f"{kept.units:,} รายการ {kept.objects:,} ไฟล์ผล รวม {kept.size / 1_000_000:,.1f} ล้านไบต์"


def read_size(text: str) -> int:
    """Return a size such as `500MB` in bytes; raise UsageError for anything else."""
    match = _SIZE.fullmatch(to_arabic(text).strip())
    if not match:
        raise UsageError(f"--limit “{text[:40]}” ใช้ไม่ได้ เขียนเป็นขนาด เช่น 500MB หรือ 2GB")
    return int(Decimal(match[1]) * _UNITS[(match[2] or "").upper()])
