"""Letters of a page with the point at which each begins, as both engines give them; a mark counts as a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNMAPPED = "(cid:"
"""How what pdfminer says of a glyph begins of which the file does not tell the letter."""
_SPACE = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff\u00ad\x00]+")
_AM = re.compile("(?:[\u0e4d\u0e33]([\u0e48-\u0e4b]?)|([\u0e48-\u0e4b])\u0e4d)\u0e32")
_TONE_FIRST = re.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a\u0e47\u0e4d])")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter where it stands."""

    text: str
    x: float
    """Where it begins."""
    y: float
    """Its baseline, from the top of the page."""
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    font: str = ""
    """The name of its font in small letters, without the prefix of a subset."""
    is_upright: bool = True
    run: int = 0
    """Which run of text it is drawn in."""

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank, or nothing that is seen."""
        return not _SPACE.sub("", self.text)


def folded(text: str) -> str:
    """Return a text as two engines' readings are compared: no blanks, one spelling of sara am, one order of marks."""
    dense = _SPACE.sub("", text)
    dense = _AM.sub(lambda match: f"{match[1] or match[2] or ''}\u0e33", dense)
    return _TONE_FIRST.sub(r"\2\1", dense)
