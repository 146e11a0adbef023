"""Blocks: finished HTML that is printed byte for byte by every engine.

A block is finished once, when it is made; HTML pages and the Markdown of `phaen pages` then contain the same bytes.
Knows nothing of a block's content.
"""

from __future__ import annotations

import re

# Elements that show line breaks as they are.
_VERBATIM = re.compile(r"(<(?:pre|textarea)\b.*?(?:</(?:pre|textarea)\s*>|\Z))", re.DOTALL | re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


class BlockError(ValueError):
    """A block that cannot be printed at its place: a mistake in a template or a hand-written page."""


def finish(html: str) -> str:
    """Return the HTML without blank lines; it looks the same in a browser.

    A raw HTML block of CommonMark ends at the first blank line; the remainder would be read as Markdown, and harmless
    text could become markup. In elements that show line breaks (`<pre>`), those of blank lines become character
    references.
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
    """Return the block as printed in both outputs: in a `<div>` at column 0, which Markdown engines leave alone."""
    return f'<div class="block">\n{html}\n</div>' if html else '<div class="block"></div>'


def is_finished(html: str) -> bool:
    """Return whether a block has no blank line, as Markdown engines would end it there."""
    return not _BLANK_LINES.search(html)
