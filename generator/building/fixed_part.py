"""The part of a site that no LAO changes: hand-written pages, stylesheet, scripts, fonts and the frame of every page.

The engine makes it. It is cached under a key of everything the engine reads, so an unchanged build does not import the
engine.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.building.fingerprint import digest_of, files_digest, folder_digest
from generator.building.inputs import Inputs
from generator.building.site_engine import Engine, FixedPart
from generator.building.store import Store, get_object, get_record, pack, put_object, put_record, unpack
from generator.frame.site_frame import frame_from_json

_ENVIRONMENT = re.compile(r"!ENV\s*\[?([^\]\n]*)")


def kept_fixed_part(
    engine: Engine, config_file: Path, inputs: Inputs, store: Store, banner: str | None = None
) -> tuple[FixedPart, str]:
    """Return the fixed part, cached or new, and its key; `banner` is the home page's notice about the whole site."""
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
    from generator.pages.handbook import handbook_tables  # late: only needed when the fixed part is made
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
    """Return a hash of the configuration: its file, the files beside it, and the environment variables it names."""
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


def _place(config_file: Path, folder_path: str) -> Path:
    return (config_file.resolve().parent / folder_path).absolute()


def _relative(config_file: Path, folder: Path) -> str:
    above = config_file.resolve().parent
    return folder.relative_to(above).as_posix() if folder.is_relative_to(above) else str(folder)
