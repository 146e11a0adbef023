"""Joins lines of Thai prose in Markdown.

Markdown turns a line break into a space, and Thai has no spaces between words: a paragraph pasted line by line from
Word or a PDF would get spaces within words. Only running text is joined, never code, tables, headings or HTML; a line
that ends with a space is kept apart, because the space was typed.
"""

from __future__ import annotations

import re

from generator.thai.line_breaks import is_between_thai

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)*")
_NO_TEXT = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|<|\[[^\]]+\]:)|.*\|")
"""A heading, HTML, a link definition, a table row: not running text."""
_INDENTED = re.compile(r"(?: {4}|\t)")


def join_prose(lines: list[str]) -> str:
    """Return the lines as one text, each Thai paragraph on one line."""
    parts: list[str] = []
    fence: str | None = None
    runs_on = is_html = False
    for line in lines:
        match = _FENCE.match(line)
        quote = _QUOTE.match(line)
        prefix = quote[0] if quote else ""
        text = line[len(prefix) :].lstrip(" \t")
        if fence is None and runs_on and not match and is_between_thai(parts[-1][-40:].rstrip("*"), text.lstrip("*")):
            parts[-1] += text
            continue
        parts.append(line)
        if match and (fence is None or (match[1][0] == fence[0] and len(match[1]) >= len(fence))):
            fence = match[1] if fence is None else None
            runs_on = False
            continue
        blank = not text.strip()
        is_html = not blank and (is_html or text.startswith("<"))
        starts_code = _INDENTED.match(line[len(prefix) :]) is not None and not runs_on
        runs_on = fence is None and not (blank or is_html or starts_code or _NO_TEXT.match(line[len(prefix) :]))
    return "\n".join(parts)
