"""Excerpts around a match. `theme_overrides/assets/js/full-text.js` must cut the same ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

BEFORE, LENGTH = 40, 160
"""Characters before the first match, and in total."""
_BETWEEN = r"[\s.,:;()/“”\"'–-]{0,3}"
_DIGITS = str.maketrans({str(digit): f"[{digit}{chr(0xE50 + digit)}]" for digit in range(10)})
_AM, _AM_IN_TWO = "\u0e33", "\u0e4d\u0e32"
_ATTACHED = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")
"""Vowels and marks that must not start an excerpt."""


def excerpt(text: str, words: Sequence[str]) -> str:
    """Return the part of a section's text around the words (normalised search words), else its beginning."""
    found = place(text, words)
    start = max(0, found[0] - BEFORE) if found else 0
    while start > 0 and _ATTACHED.match(text[start]):
        start -= 1
    end = start + LENGTH
    while end < len(text) and _ATTACHED.match(text[end]):
        end += 1
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def place(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Return the position of the words one after another, else of the first of them found; None if none is."""
    for wanted in ("".join(words), *words):
        found = re.search(pattern(wanted), text, re.IGNORECASE) if wanted else None
        if found:
            return found.span()
    return None


def pattern(key: str) -> str:
    """Return a regular expression for a search key: either kind of digits, spaces and signs between letters."""
    return _BETWEEN.join(map(_letter, re.findall(f"{_AM_IN_TWO}|.", key)))


def _letter(letter: str) -> str:
    if letter == _AM_IN_TWO:
        return f"(?:{_AM}|{_AM_IN_TWO})"
    return re.escape(letter).translate(_DIGITS)
