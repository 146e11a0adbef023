"""Options that several commands share, and how they become settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.standing import find_content
from generator.errors import UsageError
from generator.settings import Settings, read_digits, resolve_today
from generator.thai.numerals import to_arabic

F = TypeVar("F", bound=Callable[..., Any])

_CODE = re.compile(r"[0-9]{7}")


def content_option(command: F) -> F:
    """`--content`: where plans/, frameworks/ and pages/ are; not stated, it is looked for upwards."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path),
        callback=_content,
        metavar="DIR",
        help="โฟลเดอร์ข้อมูล (ปกติคือ content ในโฟลเดอร์ที่สั่ง หรือในโฟลเดอร์เหนือขึ้นไป)",
    )(command)


def config_option(command: F) -> F:
    """`--config`: the site's mkdocs.yml; None where it is to be looked for upwards."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="ไฟล์ตั้งค่าเว็บไซต์ (ปกติคือ mkdocs.yml ในโฟลเดอร์ที่สั่ง หรือในโฟลเดอร์เหนือขึ้นไป)",
    )(command)


def site_options(command: F) -> F:
    """Options of every command that makes pages: content, LAOs, day and digits."""
    options = (
        click.option(
            "--content", type=click.Path(path_type=Path), metavar="DIR", help="โฟลเดอร์ข้อมูล ถ้าไม่ระบุ ใช้ตาม mkdocs.yml"
        ),
        click.option("--only", multiple=True, metavar="CODE", callback=_codes, help="สร้างเฉพาะ อปท. รหัสนี้ (ใช้ซ้ำได้)"),
        click.option("--today", metavar="DATE", help="ถือว่าวันนี้เป็นวันใด เช่น 2569-10-01 (ปี พ.ศ.)"),
        click.option("--digits", metavar="arabic|thai", help="ตัวเลขที่เว็บไซต์เขียนเอง ถ้าไม่ระบุ ใช้ตาม mkdocs.yml"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def site_settings(
    config_file: Path, content: Path | None, only: tuple[str, ...], today: str | None, digits: str | None
) -> Settings:
    """Return what mkdocs.yml states, with what the command line says instead.

    Raises UsageError for a mkdocs.yml that is missing or unusable, and for a day or digits that are none.
    """
    from generator.engine.batch import read_settings  # late: it loads MkDocs

    stated = read_settings(config_file)
    return Settings(
        content=content or stated.content,
        today=resolve_today(today) if today else stated.today,
        digits=read_digits(digits) if digits else stated.digits,
        only=only or stated.only,
        registry=stated.registry,
    )


def read_code(text: str) -> str:
    """Return a seven-digit LAO code, typed in Thai or Arabic digits; raise UsageError for anything else."""
    code = to_arabic(text.strip())
    if not _CODE.fullmatch(code):
        # The department's own lists print the code with a 0 in front.
        shorter = f" ให้ตัดเลข 0 ตัวแรกออก เป็น {code[1:]}" if re.fullmatch(r"0[2-9][0-9]{6}", code) else ""
        raise UsageError(f"รหัส อปท. “{text[:40]}” ใช้ไม่ได้ ต้องเป็นตัวเลข 7 หลัก{shorter or ' เช่น 5440502'}")
    return code


def _content(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001  # click's signature
    return find_content(value)


def _codes(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001  # click's signature
    return tuple(dict.fromkeys(read_code(value) for value in values))
