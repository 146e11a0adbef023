"""Renders pages to HTML documents without MkDocs, with the same bytes as MkDocs, page by page, in any process."""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, count
from typing import Any, NamedTuple
from urllib.parse import urljoin

from generator.engine.headings import heading_id
from generator.exports.linked_data import linked_data
from generator.frame.site_frame import Headings, SiteFrame
from generator.frame.templates import FramedPage, FrameTemplates, TocEntry, page_url
from generator.pages.blocks import frame
from generator.pages.escaping import escape_markdown
from generator.pages.page import Block, Heading, Page, PageMeta, Paragraph, Part


class Content(NamedTuple):
    """The content of a page, without the frame."""

    html: str
    toc: tuple[TocEntry, ...]


def content_of(parts: Iterable[Part], headings: Headings) -> Content:
    """Return the parts of a page as HTML, and its headings; the MkDocs plugin uses this function too."""
    parts = tuple(parts)
    taken = {part.id for part in parts if isinstance(part, Heading) and part.id}
    printed: list[str] = []
    listed: list[TocEntry] = []
    for part in parts:
        if isinstance(part, Block):
            printed.append(frame(part.html))
            continue
        # As in `phaen pages`: character references mean the same in HTML and Markdown.
        text = escape_markdown(part.text)
        if isinstance(part, Paragraph):
            printed.append(f"<p>{text}</p>")
            continue
        level, anchor = part.level, part.id or _free_id(part.text, taken)
        printed.append(f'<h{level} id="{anchor}">{text}{_permalink(anchor, headings)}</h{level}>')
        if headings.first <= level <= headings.last:
            listed.append(TocEntry(text, anchor, level))
    return Content("\n".join(printed), _nested(listed))


def _free_id(text: str, taken: set[str]) -> str:
    name = heading_id(text, "-")
    numbered = (f"{name}_{number}" for number in count(1))
    found = next(one for one in chain((name,), numbered) if one and one not in taken)
    taken.add(found)
    return found


def _permalink(anchor: str, headings: Headings) -> str:
    if not headings.permalink:
        return ""
    title = f' title="{html.escape(headings.permalink_title)}"' if headings.permalink_title else ""
    return f'<a class="headerlink" href="#{anchor}"{title}>{html.escape(headings.permalink)}</a>'


def _nested(listed: list[TocEntry]) -> tuple[TocEntry, ...]:
    """Return headings nested by level: each below the nearest earlier heading of a lower level."""
    nested: list[TocEntry] = []
    start = 0
    while start < len(listed):
        end = start + 1
        while end < len(listed) and listed[end].level > listed[start].level:
            end += 1
        nested.append(listed[start]._replace(children=_nested(listed[start + 1 : end])))
        start = end
    return tuple(nested)


def page_meta(address: str, meta: PageMeta, site_url: str) -> dict[str, Any]:
    """Return the metadata of a generated page for `main.html`, including its linked data.

    Pages that search engines must not list have no linked data.
    """
    linked = "" if meta.noindex else linked_data(address, meta.title, meta.breadcrumbs, meta.subject, site_url)
    return {"phaen": meta, "linked_data": linked}


class Writer:
    """Writes the pages of one site. Picklable; another process compiles the templates again."""

    def __init__(self, frame: SiteFrame) -> None:
        """Take the frame of every page."""
        self.frame = frame

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the frame, not the templates."""
        return Writer, (self.frame,)

    @cached_property
    def _templates(self) -> FrameTemplates:
        return FrameTemplates(self.frame)

    def html(self, page: Page) -> bytes:
        """Return the HTML document of a page."""
        content = content_of(page.parts, self.frame.headings)
        url = page_url(page.address)
        framed = FramedPage(
            # Titles are HTML, as in MkDocs 1.6, which renders its own pages with the same template.
            html.escape(page.meta.title),
            url,
            urljoin(self.frame.site_url, url) if self.frame.site_url else None,
            page_meta(page.address, page.meta, self.frame.site_url),
            content.toc,
            content.html,
        )
        return self._templates.document(framed).encode("utf-8", errors="xmlcharrefreplace")
