"""What cells look like in all our workbooks: font, headings, and row heights that show wrapped texts completely.

Excel and LibreOffice compute heights only for edited rows; Thai with its marks above and below needs more than their
default.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

FONT: Mapping[str, Any] = {"font_name": "TH Sarabun New", "font_size": 14}
WRAPPED: Mapping[str, Any] = {**FONT, "valign": "top", "text_wrap": True}
HEADING: Mapping[str, Any] = {"bold": True, "bg_color": "#E9E4D8", "bottom": 1}
"""What a heading adds to the format of its sheet."""
LINE = 23.5
"""Height in points of one line of FONT in LibreOffice; less cuts off vowels below the last line."""
_MOST = 17
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
