"""The option `--site` of commands on a site published by pushes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.errors import UsageError
from generator.publishing.site_dir import SiteDir

F = TypeVar("F", bound=Callable[..., Any])


def site_option(command: F) -> F:
    """Add `--site`, the folder that `phaen hooks install` set up."""
    return click.option(
        "--site",
        type=click.Path(path_type=Path),
        callback=_site,
        metavar="DIR",
        help="โฟลเดอร์เว็บไซต์ที่ phaen hooks install ตั้งไว้ (ปกติตามตัวแปร PHAEN_SITE หรือโฟลเดอร์ที่สั่ง)",
    )(command)


def _site(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> SiteDir:  # noqa: ARG001  # click's signature
    stated = os.environ.get("PHAEN_SITE")
    folder = value or (Path(stated) if stated else Path())
    if not folder.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {folder}")
    return SiteDir(folder.resolve())
