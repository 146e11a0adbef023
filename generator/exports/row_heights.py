"""Row heights of a workbook, so that every program shows wrapped texts completely.

Excel and LibreOffice compute heights only for edited rows; Thai with its marks above and below needs more than their
default.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

LINE = 21.0
"""Height in points of one line in our workbooks' font, 14 points."""
_MOST = 19
"""Lines: spreadsheets allow 409 points."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height of a row in points; `cells` are texts with the widths of their columns in characters."""
    return LINE * min(_MOST, max((_lines(text, width) for text, width in cells), default=1))


def _lines(text: str, width: float) -> int:
    # Lines break between words, hence before the full width.
    room = max(1.0, width * 0.9)
    return sum(max(1, math.ceil(_width(part) / room)) for part in text.split("\n")) or 1


def _width(text: str) -> int:
    """Return the number of characters side by side: combining marks have no width."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
