"""Headings: ids in Thai for hand-written pages, and a table of contents without detours for generated ones."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    nest_toc_tokens,
    render_inner_html,
    strip_tags,
    unique,
)
from markdown.util import STX

_NOT_IN_IDS = re.compile(r"[^\w\s-]")
_SPACES = re.compile(r"[\s_]+")


@lru_cache(maxsize=1024)  # most headings are those of the templates
def heading_id(text: str, separator: str) -> str:
    """Return an id that keeps Thai letters with their vowels and tone marks.

    Python-Markdown's own function drops everything that is not ASCII: a Thai page would have `_1`, `_2`, `_3`. Marks
    such as `่` are no word characters to a regular expression and would be lost, hence the look at the category.
    """
    kept = "".join(
        character if unicodedata.category(character).startswith("M") else _NOT_IN_IDS.sub("", character)
        for character in unicodedata.normalize("NFC", text)
    )
    return _SPACES.sub(separator, kept.strip()).lower()


class GeneratedHeadings(TocTreeprocessor):
    """Python-Markdown's own, for documents whose headings hold text only and never stand inside of anything else.

    Its table of contents is then made of the headings' texts. The original also renders every heading as HTML by itself
    and a list of all of them, which no page shows: a third of what a generated page costs in Markdown.
    """

    def run(self, doc: Element) -> None:
        """Give every heading its id and its link, and hand the table of contents over as `toc_tokens`."""
        headings = [element for element in doc if self.header_rgx.match(element.tag)]
        taken = {element.attrib["id"] for element in headings if "id" in element.attrib}
        tokens: list[Any] = []
        for heading in headings:
            name = self._name(heading)
            if "id" not in heading.attrib:
                heading.attrib["id"] = unique(self.slugify(html.unescape(name), self.sep), taken)
            level, anchor = int(heading.tag[-1]), heading.attrib["id"]
            if self.toc_top <= level <= self.toc_bottom:
                tokens.append({"level": level, "id": anchor, "name": name, "html": name, "data-toc-label": ""})
            if self.use_permalinks:
                self.add_permalink(heading, anchor)
        self.md.toc_tokens = nest_toc_tokens(tokens)  # type: ignore[attr-defined]  # set in the same way by the original

    def _name(self, heading: Element) -> str:
        text = heading.text or ""
        if len(heading) or STX in text:  # character references, kept aside until the end
            return strip_tags(render_inner_html(heading, self.md))
        return html.escape(text, quote=False)


class GeneratedToc(TocExtension):
    """Python-Markdown's `toc` extension, with its options, over `GeneratedHeadings`."""

    TreeProcessorClass = GeneratedHeadings
