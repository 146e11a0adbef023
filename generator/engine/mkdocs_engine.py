"""The engine of `phaen build`: MkDocs for the fixed part of a site, our own writer for generated pages.

Both are imported on use: an unchanged build needs neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.fingerprint import digest_of, program_fingerprint
from generator.building.fixed_part import configuration_digest
from generator.building.store import Store, get_record, put_record
from generator.frame.site_frame import SiteFrame
from generator.settings import Settings, settings_of

if TYPE_CHECKING:
    from generator.building.site_engine import FixedPart, WritePage
    from generator.pages.page import Page


def stated_settings(config_file: Path, store: Store | None = None) -> Settings:
    """Return the settings in a mkdocs.yml; MkDocs parses it only if the result is not in the cache.

    Raises UsageError if mkdocs.yml is missing or unusable.
    """
    key = digest_of(["options", program_fingerprint(), str(config_file.resolve()), configuration_digest(config_file)])
    options = get_record(store, key) if store else None
    if options is None:
        from generator.engine.batch import read_options

        options = read_options(config_file)
        if store:
            with suppress(OSError):  # caching is optional: ignore a full disk
                put_record(store, key, options)
    return settings_of(options)


class MkDocsEngine:
    """Makes the fixed part of a site, and the writer of generated pages."""

    def fixed_part(
        self, config_file: Path, settings: Settings, pages: Iterable[Page], tables: dict[str, str]
    ) -> FixedPart:
        """Return MkDocs' output for the hand-written pages, which may link to `pages` and include `tables`."""
        from generator.engine.batch import build_fixed_part

        return build_fixed_part(config_file, settings, pages, tables)

    def writer(self, frame: SiteFrame) -> WritePage:
        """Return the writer of generated pages."""
        from generator.engine.writer import Writer

        return Writer(frame)
