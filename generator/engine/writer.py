"""Pages to HTML documents, without MkDocs: the same bytes as MkDocs writes, one page at a time, in any process."""

from __future__ import annotations

import html
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from generator.engine.generated_markdown import GeneratedMarkdown
from generator.engine.headings import heading_id
from generator.frame.site_frame import SiteFrame
from generator.frame.templates import FramedPage, FrameTemplates, TocEntry, page_url
from generator.pages.blocks import fill
from generator.pages.page import Page


class Writer:
    """Writes the pages of one site. Can be sent to another process, where it compiles its templates anew."""

    def __init__(self, frame: SiteFrame) -> None:
        """Take what stands around every page."""
        self.frame = frame

    def __reduce__(self) -> tuple[Any, ...]:
        """Send the frame, not the templates."""
        return Writer, (self.frame,)

    @cached_property
    def _templates(self) -> FrameTemplates:
        return FrameTemplates(self.frame)

    @cached_property
    def _markdown(self) -> GeneratedMarkdown:
        headings = self.frame.headings
        return GeneratedMarkdown(
            {
                "permalink": headings.permalink or False,
                "permalink_title": headings.permalink_title,
                "toc_depth": f"{headings.first}-{headings.last}",
                "slugify": heading_id,
            }
        )

    def html(self, page: Page) -> bytes:
        """Return the document of a page."""
        converted = self._markdown.convert(page.markdown)
        url = page_url(page.address)
        framed = FramedPage(
            # As of MkDocs 1.6, whose own pages go through the same template, a title is HTML.
            html.escape(page.meta.title),
            url,
            urljoin(self.frame.site_url, url) if self.frame.site_url else None,
            {"phaen": page.meta},
            tuple(map(_entry, converted.toc_tokens)),
            fill(converted.html, page.blocks),
        )
        return self._templates.document(framed).encode("utf-8", errors="xmlcharrefreplace")


def _entry(token: dict[str, Any]) -> TocEntry:
    return TocEntry(token["name"], token["id"], token["level"], tuple(map(_entry, token["children"])))
