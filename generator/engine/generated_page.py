"""A generated page inside MkDocs, with finished HTML and metadata, so that no Markdown engine reads it.

MkDocs creates a Markdown converter for every page and checks every link in it. Both are skipped here, as is front
matter: content must not set keys such as `template`. `building/links.py` checks the links in the finished HTML.
"""

from __future__ import annotations

import html

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from generator.engine.writer import content_of, page_meta
from generator.frame.site_frame import Headings
from generator.pages.page import Page


class GeneratedPage(MkDocsPage):
    """A page generated from content. Registers itself with its file, like every MkDocs page."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig, headings: Headings) -> None:
        """Take the page, its MkDocs file, and the permalink settings of headings."""
        super().__init__(None, file, config)
        self._address = ours.address
        self._meta = ours.meta
        self._parts = ours.parts
        self._headings = headings

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the metadata from the page; there is no Markdown to read."""
        self.markdown = ""
        self.meta = page_meta(self._address, self._meta, config.site_url or "")
        # In MkDocs 1.6 a title is HTML, and Material prints it as it is.
        self.title = html.escape(self._meta.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the parts."""
        content = content_of(self._parts, self._headings)
        self._parts = ()  # MkDocs keeps every page until all are written; free the parts
        self.content = content.html
        self.toc = TableOfContents(list(content.toc))  # type: ignore[arg-type]  # same attributes as MkDocs' entries
        self.present_anchor_ids = {anchor.id for item in self.toc for anchor in (item, *item.children)}
        self.links_to_anchors = {}
