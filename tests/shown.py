"""Returns the visible words of pages, without markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.engine.writer import content_of
from generator.exports.pdf_text import Run, cell_run
from generator.frame.site_frame import Headings
from generator.pages.page import Page
from generator.views.tables import Cell

NO_LINKS = Headings("", "", 1, 6)
"""Headings that do not link to themselves."""


def html_of(page: Page) -> str:
    """Return the HTML of a page without its frame."""
    return content_of(page.parts, NO_LINKS).html


def markup_of(page: Page) -> str:
    """Return headings, blocks, title, description and banner of a page."""
    return "\n".join((page.meta.title, page.meta.banner or "", html_of(page)))


def words_of(page: Page) -> str:
    """Return the words of a page, with single spaces."""
    return folded(html.unescape(re.sub(r"<[^>]*>", "", markup_of(page).replace("<br>", " "))))


def words_of_all(pages: Iterable[Page]) -> str:
    """Return the words of several pages."""
    return "\n".join(map(words_of, pages))


def folded(text: str) -> str:
    """Return a text with each run of spaces and line breaks as one space."""
    return re.sub(r"\s+", " ", text)


def cell_text(cell: Cell) -> str:
    """The words of a table cell as a PDF prints them, spaces folded."""
    return folded(_run_text(cell_run(cell))).strip()


def _run_text(run: Run) -> str:
    if isinstance(run, str):
        return run
    return " " if run[0] == "br" else "".join(map(_run_text, run[1:]))
