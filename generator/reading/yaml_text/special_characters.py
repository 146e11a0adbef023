"""Characters that matter to YAML or look misleading, and quoting of file text in messages."""

from __future__ import annotations

import re
import unicodedata

CURLY_QUOTES = "“”„‟‘’‚‛"
WIDE_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Look like a space, but YAML treats them as letters."""
INVISIBLES = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060"
"""Zero-width characters, pasted along with text from documents and web pages."""
ODD_SPACES = frozenset(WIDE_SPACES + INVISIBLES)

FORBIDDEN = re.compile("[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML forbids: control characters, line separators of word processors, lone surrogates."""

LONGEST_QUOTE = 60
"""Most characters of a file quoted in a message."""

_BREAKS_OF_OTHERS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the text with each forbidden character replaced by a harmless one."""
    return FORBIDDEN.sub(lambda match: " " if match[0] in _BREAKS_OF_OTHERS else "\ufffd", text)


def shorten(text: str) -> str:
    """Return a text for a message: one line, at most 60 characters, safe to print."""
    text = _UNPRINTABLE.sub("\ufffd", " ".join(text[: 4 * LONGEST_QUOTE].split()))
    if len(text) <= LONGEST_QUOTE:
        return text
    end = LONGEST_QUOTE - 1
    while end > 1 and unicodedata.combining(text[end]):
        end -= 1  # keep a tone mark with its letter
    return text[:end].rstrip() + "…"


def in_quotes(value: str) -> str:
    """Return the value as it should be quoted in YAML."""
    mark = "'" if '"' in value else '"'
    return f"{mark}{shorten(value.strip(CURLY_QUOTES)).replace(mark, mark * 2)}{mark}"
