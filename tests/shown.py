"""What a reader can see on pages: their words, without the markup."""

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
    """The HTML of one page without the frame around it."""
    return content_of(page.parts, NO_LINKS).html


def markup_of(page: Page) -> str:
    """Everything of one page: headings, blocks, title, description and banner."""
    return "\n".join((page.meta.title, page.meta.banner or "", html_of(page)))


def words_of(page: Page) -> str:
    """The words of one page, spaces folded."""
    return folded(html.unescape(re.sub(r"<[^>]*>", "", markup_of(page).replace("<br>", " "))))


def words_of_all(pages: Iterable[Page]) -> str:
    """The words of several pages."""
    return "\n".join(map(words_of, pages))


def folded(text: str) -> str:
    """Text with every run of spaces and line breaks as one blank."""
    return re.sub(r"\s+", " ", text)
