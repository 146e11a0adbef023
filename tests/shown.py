"""Returns the visible words of pages, without markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.engine.writer import content_of
from generator.frame.site_frame import Headings
from generator.pages.page import Page

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
