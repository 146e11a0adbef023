"""A page of ours inside MkDocs: its Markdown and metadata are at hand, and one converter serves all of them.

MkDocs makes a new Markdown converter for every page and follows every link in it; for pages whose Markdown is headings
and placeholders that is half of the cost. What is left out here: front matter (ours has none, and a key such as
`template` must not come from anything that content can influence) and MkDocs' own link check (our links stand in
blocks; `building/links.py` follows them in the finished HTML).
"""

from __future__ import annotations

import html

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.engine.generated_markdown import GeneratedMarkdown
from generator.pages.page import Page


class GeneratedPage(MkDocsPage):
    """A page that content was made into. Registers itself with its file, as every page of MkDocs does."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig, converter: GeneratedMarkdown) -> None:
        """Take our page, the file MkDocs knows it by, and the converter all generated pages share."""
        super().__init__(None, file, config)
        self._ours = ours
        self._converter = converter

    def read_source(self, config: MkDocsConfig) -> None:
        """Take Markdown and metadata from our page instead of reading a file."""
        self.markdown = self._ours.markdown
        self.meta = {"phaen": self._ours.meta}
        # In MkDocs 1.6 a title is HTML, and Material prints it as it is.
        self.title = html.escape(self._ours.meta.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert with the shared converter."""
        converted = self._converter.convert(self.markdown or "")
        self.content = converted.html
        self.toc = get_toc(converted.toc_tokens)
        self.present_anchor_ids = {anchor.id for item in self.toc for anchor in (item, *item.children)}
        self.links_to_anchors = {}
