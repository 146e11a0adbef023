"""What of a site no LAO changes: hand-written pages, stylesheet, scripts, fonts, and the frame around every page.

An engine makes it; it is kept under a key of everything that the engine reads, so that a build in which nothing of it
has changed does not even load the engine.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from generator.building.fingerprint import digest_of, files_digest, folder_digest
from generator.building.inputs import Inputs
from generator.building.packing import pack, unpack
from generator.building.store import Store, get_object, get_record, put_object, put_record
from generator.frame.site_frame import SiteFrame, frame_from_json
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.pages.page import Page

_ENVIRONMENT = re.compile(r"!ENV\s*\[?([^\]\n]*)")


@dataclass(frozen=True)
class FixedPart:
    """What an engine makes once for all LAOs."""

    frame: SiteFrame
    files: dict[str, bytes]
    """By path below the site."""
    addresses: tuple[str, ...]
    """Of hand-written pages, below the site, that search engines may list."""
    warnings: tuple[str, ...]
    """The engine's own: a broken link in a hand-written page."""
    reads: tuple[str, ...]
    """Folders that the engine reads, relative to the configuration file where they lie below it."""


class WritePage(Protocol):
    """Makes the whole document of a page."""

    frame: SiteFrame
    """What stands around every page."""

    def html(self, page: Page) -> bytes:
        """Return the bytes of the document."""


class Engine(Protocol):
    """Makes the fixed part, and writes pages."""

    def fixed_part(
        self, config_file: Path, settings: Settings, pages: Iterable[Page], tables: dict[str, str]
    ) -> FixedPart:
        """Return the fixed part; `pages` are generated pages that hand-written ones may link to."""

    def writer(self, frame: SiteFrame) -> WritePage:
        """Return what makes documents of generated pages."""


def kept_fixed_part(
    engine: Engine, config_file: Path, inputs: Inputs, store: Store, banner: str | None = None
) -> tuple[FixedPart, str]:
    """Return the fixed part, kept or new, and its key; `banner` is what the home page says of the whole site."""
    stated = digest_of(
        [
            *("fixed part", configuration_digest(config_file), inputs.digest),
            *(inputs.settings.site_url, inputs.settings.pages, banner),
        ]
    )
    known = get_record(store, stated)
    if known:
        key = _key(stated, config_file, known["reads"])
        record = get_record(store, key)
        files = get_object(store, record["files"]) if record else None
        if record and files is not None:
            frame = frame_from_json(record["frame"])._replace(templates=str(_place(config_file, record["templates"])))
            addresses, warnings = tuple(record["addresses"]), tuple(record["warnings"])
            return FixedPart(frame, unpack(files), addresses, warnings, tuple(known["reads"])), key
    from generator.building.data_catalogue_files import EMPTY, catalogue_pages
    from generator.pages.handbook import handbook_tables  # late: most builds make no page of it
    from generator.pages.national_pages import national_pages

    settings = inputs.settings
    generated = [
        *national_pages((), inputs.frameworks, settings.digits, settings.today),
        *catalogue_pages(EMPTY, settings.digits),
    ]
    pages = [replace(page, meta=page.meta._replace(banner=banner)) for page in generated]
    made = engine.fixed_part(config_file, settings, pages, dict(handbook_tables(inputs.frameworks, settings.publisher)))
    key = _key(stated, config_file, made.reads)
    put_record(
        store,
        key,
        {
            "frame": made.frame.to_json(),
            "templates": _relative(config_file, Path(made.frame.templates)),
            "files": put_object(store, pack(made.files)),
            "addresses": made.addresses,
            "warnings": made.warnings,
        },
    )
    put_record(store, stated, {"reads": made.reads})
    return made, key


def configuration_digest(config_file: Path) -> str:
    """Return a hash of what the configuration says: its file and those beside it, and variables that it names."""
    beside = [file for kind in ("*.yml", "*.yaml", "*.py") for file in config_file.parent.glob(kind) if file.is_file()]
    if not config_file.is_file():
        return ""
    names = {
        name.strip(" \"'")
        for found in _ENVIRONMENT.findall(config_file.read_text("utf-8", "replace"))
        for name in found.split(",")
    }
    variables = [f"{name}={os.environ.get(name)}" for name in sorted(names)]
    return digest_of([config_file.name, files_digest(config_file.parent, beside), json.dumps(variables)])


def _key(stated: str, config_file: Path, reads: Iterable[str]) -> str:
    return digest_of([stated, *(folder_digest(_place(config_file, folder)) for folder in reads)])


def _place(config_file: Path, folder: str) -> Path:
    return (config_file.resolve().parent / folder).absolute()


def _relative(config_file: Path, folder: Path) -> str:
    above = config_file.resolve().parent
    return folder.relative_to(above).as_posix() if folder.is_relative_to(above) else str(folder)
