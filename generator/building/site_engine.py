"""What a build asks of the engine that makes hand-written pages and the frame, and what it gets.

`generator/engine/` has the only engine, MkDocs; nothing here knows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from generator.frame.site_frame import SiteFrame
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.pages.page import Page


@dataclass(frozen=True)
class FixedPart:
    """Files that the engine makes once for all LAOs."""

    frame: SiteFrame
    files: dict[str, bytes]
    """By path below the site."""
    addresses: tuple[str, ...]
    """Addresses of hand-written pages below the site, for the sitemap."""
    warnings: tuple[str, ...]
    """Warnings of the engine, such as a broken link in a hand-written page."""
    reads: tuple[str, ...]
    """Folders that the engine reads, relative to the configuration file if below it."""


class WritePage(Protocol):
    """Renders the HTML document of a page."""

    frame: SiteFrame
    """The frame of every page."""

    def html(self, page: Page) -> bytes:
        """Return the document as bytes."""


class Engine(Protocol):
    """Makes the fixed part, and the writer of pages."""

    def fixed_part(
        self, config_file: Path, settings: Settings, pages: Iterable[Page], tables: dict[str, str]
    ) -> FixedPart:
        """Return the fixed part; `pages` are generated pages that hand-written pages may link to."""

    def writer(self, frame: SiteFrame) -> WritePage:
        """Return the writer of generated pages."""
