"""`/import/`: office files become a review workbook in the reader's browser, where the operator turned that on."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses


@dataclass(frozen=True, slots=True)
class ImportPageView:
    """What the page links to."""

    handbook_address: str
    """How files are imported with the command."""


def import_page_view() -> ImportPageView:
    """Return the page; reading is done in the browser."""
    return ImportPageView(f"{addresses.HANDBOOK}#office-files")
