"""How high a row of a workbook has to be, so that every program shows its wrapped texts whole.

Excel and LibreOffice work heights out by themselves only for rows that somebody edits; Thai with its marks above and
below needs more than their default.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

LINE = 21.0
"""Points of one line of the font of our workbooks, 14 points large."""
_MOST = 19
"""Lines: spreadsheets hold 409 points."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height of a row in points; `cells` are texts with the widths of their columns in characters."""
    return LINE * min(_MOST, max((_lines(text, width) for text, width in cells), default=1))


def _lines(text: str, width: float) -> int:
    # A line ends between words, hence before the column does.
    room = max(1.0, width * 0.9)
    return sum(max(1, math.ceil(_width(part) / room)) for part in text.split("\n")) or 1


def _width(text: str) -> int:
    """Return how many letters stand beside each other: marks above and below take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
