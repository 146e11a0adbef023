"""A page of ours inside MkDocs: finished HTML and metadata are at hand, and no Markdown engine reads it.

MkDocs makes a new Markdown converter for every page and follows every link in it. Both are left out here, and so is
front matter: a key such as `template` must not come from anything that content can influence. `building/links.py`
follows our links in the finished HTML.
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
    """A page that content was made into. Registers itself with its file, as every page of MkDocs does."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig, headings: Headings) -> None:
        """Take our page, the file MkDocs knows it by, and how headings link to themselves."""
        super().__init__(None, file, config)
        self._address = ours.address
        self._meta = ours.meta
        self._parts = ours.parts
        self._headings = headings

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the metadata from our page instead of reading a file; there is no Markdown."""
        self.markdown = ""
        self.meta = page_meta(self._address, self._meta, config.site_url or "")
        # In MkDocs 1.6 a title is HTML, and Material prints it as it is.
        self.title = html.escape(self._meta.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Print the parts."""
        content = content_of(self._parts, self._headings)
        self._parts = ()  # MkDocs holds every page until all are written; the parts need not lie beside the HTML
        self.content = content.html
        self.toc = TableOfContents(list(content.toc))  # type: ignore[arg-type]  # entries with the names of MkDocs' own
        self.present_anchor_ids = {anchor.id for item in self.toc for anchor in (item, *item.children)}
        self.links_to_anchors = {}
