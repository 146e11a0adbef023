"""Generated Markdown to HTML: headings and placeholders of blocks; whatever else there is goes to Python-Markdown.

Of the 3 ms that Python-Markdown takes for the pages of one plan, nearly all is spent on looking for what cannot be
there. Headings and placeholders are therefore converted here, to the very bytes of Python-Markdown
(`tests/engine/test_generated_markdown.py` holds one against the other); a page with anything else takes the long way.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import markdown
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens, unique

from generator.engine.headings import GeneratedToc

UNUSED_BLOCKS = ("indent", "code", "setextheader", "hr", "olist", "ulist", "quote", "reference")
UNUSED_INLINE = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "em_strong"),
)
"""What generated Markdown never has: it is headings, paragraphs and character references. All that an LAO wrote is
either escaped to such references or stands in a block, so these would search every heading for nothing."""

_TEXT = r"(?:[^\s{}<>&*_`\[\]\\#\x00-\x1f⟦⟧]|&#[0-9]+;)+"
_LINE = re.compile(rf"(#{{1,6}}) ({_TEXT}(?: {_TEXT})*)(?: \{{#([a-z0-9-]+)\}})?|(⟦[a-z0-9-]+⟧)")
"""A heading with its text and perhaps its id, or a placeholder."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a page's Markdown."""

    html: str
    toc_tokens: list[Any]
    """The table of contents, as Python-Markdown's `toc` extension hands it on."""


class GeneratedMarkdown:
    """The converter of one build."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        """Take the options that mkdocs.yml gives to the headings of hand-written pages (`toc`).

        Two extensions are all that our templates use; every further one would be paid for on every page.
        """
        self._engine = markdown.Markdown(extensions=["attr_list", GeneratedToc(**options)])
        for name in UNUSED_BLOCKS:
            self._engine.parser.blockprocessors.deregister(name, strict=False)
        for name in UNUSED_INLINE:
            self._engine.inlinePatterns.deregister(name, strict=False)
        self._engine.preprocessors.deregister("html_block", strict=False)
        toc = self._toc = cast(TocTreeprocessor, self._engine.treeprocessors["toc"])
        self._has_usual_headings = (
            isinstance(toc.use_permalinks, str)
            and not toc.use_anchors
            and not toc.permalink_leading
            and toc.base_level == 0
        )

    def convert(self, text: str) -> Converted:
        """Return the HTML and the table of contents of one page."""
        lines = text.strip("\n").split("\n\n")
        found = [match for line in lines if (match := _LINE.fullmatch(line))] if self._has_usual_headings else []
        return self._converted(found) if len(found) == len(lines) else self.convert_any(text)

    def convert_any(self, text: str) -> Converted:
        """Return the same by Python-Markdown, which knows more than headings and placeholders."""
        # `reset` clears the ids and headings of the page before.
        made = self._engine.reset().convert(text)
        return Converted(made, getattr(self._engine, "toc_tokens", []))

    def _converted(self, lines: list[re.Match[str]]) -> Converted:
        toc, taken = self._toc, {line[3] for line in lines if line[3]}
        made: list[str] = []
        tokens: list[Any] = []
        for line in lines:
            if line[4]:
                made.append(f"<p>{line[4]}</p>")
                continue
            level, name = len(line[1]), line[2]
            anchor = line[3] or unique(toc.slugify(html.unescape(name), toc.sep), taken)
            made.append(f'<h{level} id="{anchor}">{name}{self._permalink(anchor)}</h{level}>')
            if toc.toc_top <= level <= toc.toc_bottom:
                tokens.append({"level": level, "id": anchor, "name": name, "html": name, "data-toc-label": ""})
        return Converted("\n".join(made), nest_toc_tokens(tokens))

    def _permalink(self, anchor: str) -> str:
        toc = self._toc
        title = f' title="{html.escape(toc.permalink_title)}"' if toc.permalink_title else ""
        return f'<a class="{toc.permalink_class}" href="#{anchor}"{title}>{html.escape(str(toc.use_permalinks))}</a>'
