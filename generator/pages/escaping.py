"""Plain text -> Markdown that shows exactly this text, in any Markdown engine.

Numeric character references, not backslashes: CommonMark says that a reference never stands for structure, and
Python-Markdown keeps one as it is, whereas the set of characters a backslash protects differs between engines (and
attribute lists, tables and definition lists ask for more than either).
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Line ends, tabs and control characters (among them the two that Python-Markdown builds its own placeholders from).
_BLANKS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")

# HTML, inline Markdown, attribute lists {}, tables |, definition lists and bare addresses :, strikethrough ~,
# superscript ^, marks =, mathematics $, mentions @, critic marks +, and the brackets of our own placeholders.
_SPECIAL = re.compile(r"""[&<>"'`\\*_{}\[\]#~^=|:+!@$⟦⟧]""")

# What makes a list, a rule or a heading only at the beginning of a line: `-`, `.`, `1.`, `๒)`. Python-Markdown counts
# Thai digits as digits.
_LINE_START = re.compile(r"^(\d*)([-.)])")

# Some engines turn a bare `www.` into a link.
_BARE_LINK = re.compile(r"(?i)(?<=www)\.")


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, such as a heading's, as HTML that holds no tag."""
    return str(escape(Markup(html).striptags()))  # noqa: S704  # to take it apart


def escape_markdown(text: str) -> str:
    """Return one line of Markdown that every engine shows as `text`, and as nothing but text."""
    line = _BLANKS.sub(" ", text).strip()
    escaped = _SPECIAL.sub(_reference, line)
    escaped = _BARE_LINK.sub(_reference, escaped)
    return _LINE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", escaped)
