"""Blocks: finished HTML that stands in a page's Markdown as a placeholder and comes out byte for byte.

A block is finished once, when it is made. From then on MkDocs (placeholder, converted, filled) and `phaen pages` (put
straight into the Markdown) carry the very same bytes. Knows nothing of what a block shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# The brackets are reserved: `escape_markdown` never lets them through, so no officer's text can forge a placeholder.
_CONVERTED = re.compile(r"<p>⟦([^⟧\n]*)⟧</p>")
# In Markdown: a line of its own between blank lines, which is what makes it a paragraph of its own.
_IN_MARKDOWN = re.compile(r"(?<![^\n]\n)^⟦([^⟧\n]*)⟧$(?!\n[^\n])", re.MULTILINE)

# Elements whose line breaks are shown as they are.
_VERBATIM = re.compile(r"(<(?:pre|textarea)\b.*?(?:</(?:pre|textarea)\s*>|\Z))", re.DOTALL | re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


class BlockError(ValueError):
    """A page whose placeholders and blocks do not match: a mistake in a template, never in content."""


def placeholder(name: str) -> str:
    """Return what stands in Markdown for the block `name`; it must be a paragraph of its own."""
    if not _NAME.fullmatch(name):
        raise BlockError(f"not a block name: {name!r}")
    return f"⟦{name}⟧"


def finish(html: str) -> str:
    """Return the HTML without blank lines, looking the same in a browser.

    A raw HTML block of CommonMark ends at the first blank line; what followed would be read as Markdown, and harmless
    text could come alive. Where line breaks are shown (`<pre>`), those of blank lines become character references.
    """
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    html = html.replace("\0", "\ufffd").strip(" \t\n")
    if not _BLANK_LINES.search(html):
        return html
    if "<pre" not in html and "<textarea" not in html:
        return _BLANK_LINES.sub("\n", html)
    pieces = _VERBATIM.split(html)  # text, verbatim element, text, verbatim element, ..., text
    pieces[::2] = [_BLANK_LINES.sub("\n", text) for text in pieces[::2]]
    pieces[1::2] = [_BLANK_LINES.sub(_keep_line_breaks, element) for element in pieces[1::2]]
    return "".join(pieces)


def _keep_line_breaks(match: re.Match[str]) -> str:
    return "\n" + match[0][1:].replace("\n", "&#10;")


def frame(html: str) -> str:
    """Return the block as it stands in both outputs: in a `<div>` at column 0, where Markdown engines keep out."""
    return f'<div class="block">\n{html}\n</div>' if html else '<div class="block"></div>'


def fill(html: str, blocks: Mapping[str, str]) -> str:
    """Return converted HTML with every placeholder replaced by its block, in one pass."""
    return _put(_CONVERTED, html, blocks)


def inline(markdown: str, blocks: Mapping[str, str]) -> str:
    """Return Markdown that carries its blocks as raw HTML, for engines that know nothing of placeholders."""
    for name, html in blocks.items():
        if _BLANK_LINES.search(html):
            raise BlockError(f"block not finished, it has a blank line: {name!r}")
    return _put(_IN_MARKDOWN, markdown, blocks)


def _put(placeholders: re.Pattern[str], text: str, blocks: Mapping[str, str]) -> str:
    used: set[str] = set()

    def block(match: re.Match[str]) -> str:
        name = match[1]
        if name not in blocks:
            raise BlockError(f"no such block: {name!r}")
        if name in used:
            raise BlockError(f"block used twice: {name!r}")
        used.add(name)
        return frame(blocks[name])

    filled = placeholders.sub(block, text)
    if unused := blocks.keys() - used:
        raise BlockError(f"blocks without a placeholder that is a paragraph: {', '.join(sorted(unused))}")
    return filled
