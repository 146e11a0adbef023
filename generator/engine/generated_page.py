"""A page of ours inside MkDocs: its Markdown and metadata are at hand, and one converter serves all of them.

MkDocs makes a new Markdown converter for every page and follows every link in it; for pages whose Markdown is headings
and placeholders that is half of the cost. What is left out here: front matter (ours has none, and a key such as
`template` must not come from anything that content can influence) and MkDocs' own link check (our links stand in
blocks; `building/links.py` follows them in the finished HTML).
"""

from __future__ import annotations

import html

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.engine.headings import GeneratedToc
from generator.pages.page import Page

UNUSED_BLOCKS = ("indent", "code", "setextheader", "hr", "olist", "ulist", "quote", "reference")
UNUSED_INLINE = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "em_strong"),
)
"""What generated Markdown never has: it is headings, paragraphs and character references. All that an LAO wrote is
either escaped to such references or stands in a block, so these would search every heading for nothing."""


def make_converter(config: MkDocsConfig) -> markdown.Markdown:
    """Make the converter of one build, with the options that mkdocs.yml gives to the headings of hand-written pages.

    Two extensions are all that our templates use; every further one would be paid for on every page.
    """
    headings = GeneratedToc(**config.mdx_configs.get("toc", {}))
    converter = markdown.Markdown(extensions=["attr_list", headings])
    for name in UNUSED_BLOCKS:
        converter.parser.blockprocessors.deregister(name, strict=False)
    for name in UNUSED_INLINE:
        converter.inlinePatterns.deregister(name, strict=False)
    converter.preprocessors.deregister("html_block", strict=False)
    return converter


class GeneratedPage(MkDocsPage):
    """A page that content was made into. Registers itself with its file, as every page of MkDocs does."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig, converter: markdown.Markdown) -> None:
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
        """Convert with the shared converter; `reset` clears the ids and headings of the page before."""
        self.content = self._converter.reset().convert(self.markdown or "")
        self.toc = get_toc(getattr(self._converter, "toc_tokens", []))
        self.present_anchor_ids = {anchor.id for item in self.toc for anchor in (item, *item.children)}
        self.links_to_anchors = {}
