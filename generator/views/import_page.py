"""`/import/`: turns office files into a review workbook in the browser, if the operator enabled it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses


@dataclass(frozen=True, slots=True)
class ImportPageView:
    """What the page links to."""

    handbook_address: str
    """Handbook page on importing with the command."""


def import_page_view() -> ImportPageView:
    """Return the page; files are read in the browser."""
    return ImportPageView(f"{addresses.HANDBOOK}#office-files")
