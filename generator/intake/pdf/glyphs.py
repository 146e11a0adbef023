"""Letters of a page with their origins, as returned by both engines; a mark counts as a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNMAPPED = "(cid:"
"""Prefix of pdfminer's text for a glyph whose letter the file does not state."""
_SPACE = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff\u00ad\x00]+")
_AM = re.compile("(?:[\u0e4d\u0e33]([\u0e48-\u0e4b]?)|([\u0e48-\u0e4b])\u0e4d)\u0e32")
_TONE_FIRST = re.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a\u0e47\u0e4d])")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter with its position."""

    text: str
    x: float
    """X of its origin."""
    y: float
    """Y of its baseline, from the top of the page."""
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    font: str = ""
    """Lower-case name of its font, without the subset prefix."""
    is_upright: bool = True
    run: int = 0
    """Number of its text run."""

    @property
    def is_blank(self) -> bool:
        """Whether it is a space or invisible."""
        return not _SPACE.sub("", self.text)


def folded(text: str) -> str:
    """Return a text folded to compare engines: no spaces, one spelling of sara am, one order of marks."""
    dense = _SPACE.sub("", text)
    dense = _AM.sub(lambda match: f"{match[1] or match[2] or ''}\u0e33", dense)
    return _TONE_FIRST.sub(r"\2\1", dense)
