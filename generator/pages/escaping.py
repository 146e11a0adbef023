"""Plain text -> Markdown that shows exactly this text, in any Markdown engine.

Numeric character references, not backslashes: in CommonMark a reference is never structure, and Python-Markdown keeps
it as it is, while the characters that a backslash escapes differ between engines (and attribute lists, tables and
definition lists need more than either escapes).
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Line ends, tabs and control characters (including the two from which Python-Markdown builds its placeholders).
_BLANKS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")

# HTML, inline Markdown, attribute lists {}, tables |, definition lists and bare addresses :, strikethrough ~,
# superscript ^, marks =, mathematics $, mentions @, critic marks +, and the brackets of our own placeholders.
_SPECIAL = re.compile(r"""[&<>"'`\\*_{}\[\]#~^=|:+!@$⟦⟧]""")

# List, rule or heading markup at the start of a line: `-`, `.`, `1.`, `๒)`. Python-Markdown counts Thai digits as
# digits.
_LINE_START = re.compile(r"^(\d*)([-.)])")

# Some engines turn a bare `www.` into a link.
_BARE_LINK = re.compile(r"(?i)(?<=www)\.")


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, such as a heading's, as HTML without tags."""
    return str(escape(Markup(html).striptags()))  # noqa: S704  # only to strip its tags


def escape_markdown(text: str) -> str:
    """Return one line of Markdown that every engine shows as exactly `text`."""
    line = _BLANKS.sub(" ", text).strip()
    escaped = _SPECIAL.sub(_reference, line)
    escaped = _BARE_LINK.sub(_reference, escaped)
    return _LINE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", escaped)
