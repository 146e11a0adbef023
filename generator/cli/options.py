"""Options shared by several commands, and their conversion to settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.building.store import Store
from generator.cli.standing import find_content
from generator.engine.mkdocs_engine import stated_settings
from generator.errors import UsageError
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.lao_codes import as_lao_code
from generator.settings import Settings, read_digits, resolve_today
from generator.thai.provinces import PROVINCES, Province, province_named
from generator.words import commands

F = TypeVar("F", bound=Callable[..., Any])


def content_option(command: F) -> F:
    """Add `--content`, the folder of plans/, frameworks/ and pages/; by default it is searched for upwards."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path),
        callback=_content,
        metavar="DIR",
        help="โฟลเดอร์ข้อมูล (ปกติคือ content ในโฟลเดอร์ที่สั่ง หรือในโฟลเดอร์เหนือขึ้นไป)",
    )(command)


def config_option(command: F) -> F:
    """Add `--config`, the site's mkdocs.yml; None if it is to be searched for upwards."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="ไฟล์ตั้งค่าเว็บไซต์ (ปกติคือ mkdocs.yml ในโฟลเดอร์ที่สั่ง หรือในโฟลเดอร์เหนือขึ้นไป)",
    )(command)


def site_options(command: F) -> F:
    """Add the options of every command that makes pages: content, LAOs, day and digits."""
    options = (
        click.option(
            "--content", type=click.Path(path_type=Path), metavar="DIR", help="โฟลเดอร์ข้อมูล ถ้าไม่ระบุ ใช้ตาม mkdocs.yml"
        ),
        click.option(
            "--only", multiple=True, metavar="CODE|PROVINCE", help="เฉพาะ อปท. รหัสนี้ หรือทุกแห่งในจังหวัดนี้ (ใช้ซ้ำได้)"
        ),
        click.option("--today", metavar="DATE", help=commands.TODAY),
        click.option("--digits", metavar="arabic|thai", help="ตัวเลขที่เว็บไซต์เขียนเอง ถ้าไม่ระบุ ใช้ตาม mkdocs.yml"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def site_settings(
    config_file: Path,
    content: Path | None,
    only: tuple[str, ...],
    today: str | None,
    digits: str | None,
    store: Store | None = None,
) -> Settings:
    """Return the settings of mkdocs.yml, overridden by the command line.

    `store` may cache MkDocs' reading of it. Raises UsageError for a missing or unusable mkdocs.yml, and for an invalid
    day or invalid digits.
    """
    stated = stated_settings(config_file, store)
    content = content or stated.content
    return Settings(
        content=content,
        today=resolve_today(today) if today else stated.today,
        digits=read_digits(digits) if digits else stated.digits,
        only=_chosen(content, only) or stated.only,
        registry=stated.registry,
        publisher=stated.publisher,
        import_program=stated.import_program,
    )


def read_code(text: str) -> str:
    """Return a seven-digit LAO code, in any form typed or copied from a list; raise UsageError for anything else."""
    code = as_lao_code(text)
    if code is None:
        raise UsageError(f"รหัส อปท. “{text[:40]}” ใช้ไม่ได้ ต้องเป็นตัวเลข 7 หลัก เช่น 5440502")
    return code


def _content(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001  # click's signature
    return find_content(value)


def _chosen(content: Path, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the LAO codes of codes and provinces; raise UsageError for anything else."""
    chosen: dict[str, None] = {}
    for word in words:
        province = province_named(word.strip().removeprefix("จังหวัด").removeprefix("จ.")) or _by_slug(word)
        if province is None:
            chosen[read_code(word)] = None
            continue
        folders, _ = find_lao_folders(DiskTree(content))
        found = [code for code in folders if PROVINCES.get(code[1:3]) == province]
        if not found:
            raise UsageError(f"ไม่มี อปท. ของจังหวัด{province.name} ใน {content}")
        chosen |= dict.fromkeys(found)
    return tuple(chosen)


def _by_slug(word: str) -> Province | None:
    return next((province for province in PROVINCES.values() if province.slug == word.strip().lower()), None)
