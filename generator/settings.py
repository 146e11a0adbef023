"""What a build is told from outside: paths, the day it counts as today, digits. Frozen; the only place with a clock."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from generator.errors import UsageError
from generator.thai.dates import parse_thai_date

Digits = Literal["arabic", "thai"]
_BLANK = re.compile(r"[\s\"'<>\\]")
BANGKOK = datetime.timezone(datetime.timedelta(hours=7), "Asia/Bangkok")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who runs the site, as `publisher:` of the plugin's options in mkdocs.yml states; empty what is not stated."""

    name: str = ""
    """The agency or group that runs the site."""
    contact: str = ""
    """Unit or position that answers for the data."""
    email: str = ""
    """An address of the office."""
    licence: str = ""
    """Name of the licence of the data, for example `Creative Commons Attribution 4.0`."""
    licence_url: str = ""
    """Where the licence stands."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An LAO whose newest data could not be built: its pages show the data before it, and say so."""

    code: str
    since: datetime.date
    """Day of the commit that brought the data which is not shown."""
    reason: str
    """Why, as a Thai clause without an end mark."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One build's declared inputs beside the content itself."""

    content: Path
    """The content folder, holding plans/, frameworks/ and pages/."""
    today: datetime.date
    """The day by which the legal state of plans is computed; only the resulting state enters a page."""
    digits: Digits = "arabic"
    """Digits of the numbers that the site itself writes; values from documents stay as printed."""
    only: tuple[str, ...] = ()
    """Codes of the LAOs to build; empty = all."""
    registry: Path | None = None
    """The national registry of LAOs as a CSV file that identities are held against; None = not held against any."""
    publisher: Publisher = Publisher()
    """Who runs the site."""
    import_program: Path | None = None
    """Folder that `phaen import-page` made: the program that /import/ runs in the browser; None = not turned on."""
    site_url: str = ""
    """Where the site will stand, instead of what mkdocs.yml says; where neither does, pages show addresses below it."""
    pages: Path | None = None
    """Folder of the hand-written pages, instead of `docs_dir` of mkdocs.yml: for content that is no part of the
    installation."""
    is_preview: bool = False
    """Whether the site is a preview of a draft: pages of LAOs say so, and ask search engines to leave them out."""
    held_back: tuple[HeldBack, ...] = ()
    """LAOs whose content is an earlier one than the newest."""


def settings_of(options: Mapping[str, Any]) -> Settings:
    """Return the settings that options of mkdocs.yml state; UsageError for a day or digits that are none."""
    return Settings(
        content=Path(options["content"]),
        today=resolve_today(options["today"]),
        digits=read_digits(options["digits"]),
        only=tuple(options["only"]),
        registry=Path(options["registry"]) if options["registry"] else None,
        publisher=Publisher(**options.get("publisher", {})),
        import_program=Path(options["import_program"]) if options.get("import_program") else None,
    )


def read_site_url(text: str) -> str:
    """Return the address of a site with a slash at its end; UsageError for what is none."""
    parts = urlsplit(text)
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or parts.query
        or parts.fragment
        or _BLANK.search(text)
    ):
        raise UsageError(f"--site-url “{text[:60]}” ไม่ใช่ที่อยู่ของเว็บไซต์ ให้เขียนเต็ม เช่น https://office.go.th/plan/")
    return text if text.endswith("/") else f"{text}/"


def read_digits(word: str) -> Digits:
    """Return the setting for `digits`; raise UsageError for any other word."""
    if word not in ("arabic", "thai"):
        raise UsageError(f"ค่า digits “{word}” ใช้ไม่ได้ ใช้ arabic (๑๒๓ เป็น 123) หรือ thai (123 เป็น ๑๒๓)")
    return cast(Digits, word)


def resolve_today(option: str | None, environment: Mapping[str, str] = os.environ) -> datetime.date:
    """Return the build's day: `--today` if given, else SOURCE_DATE_EPOCH, else the calendar in Thailand.

    Raises UsageError when the option or the variable is not a day.
    """
    if option:
        try:
            return parse_thai_date(option)
        except ValueError as error:
            raise UsageError(f"--today: {error}") from error
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), BANGKOK).date()
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"SOURCE_DATE_EPOCH “{epoch[:40]}” ไม่ใช่จำนวนวินาที") from error
    return datetime.datetime.now(BANGKOK).date()
