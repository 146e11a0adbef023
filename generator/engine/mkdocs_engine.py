"""The engine of `phaen build`: MkDocs for the fixed part of a site, our own writer for generated pages.

Both are loaded when they are asked for: a build in which nothing has changed needs neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frame.site_frame import SiteFrame
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.building.fixed_part import FixedPart, WritePage
    from generator.pages.page import Page


class MkDocsEngine:
    """Makes the fixed part of a site, and writes generated pages."""

    def fixed_part(
        self, config_file: Path, settings: Settings, pages: Iterable[Page], tables: dict[str, str]
    ) -> FixedPart:
        """Return what MkDocs makes of the hand-written pages, which may link to `pages` and ask for `tables`."""
        from generator.engine.batch import build_fixed_part

        return build_fixed_part(config_file, settings, pages, tables)

    def writer(self, frame: SiteFrame) -> WritePage:
        """Return the writer of generated pages."""
        from generator.engine.writer import Writer

        return Writer(frame)
