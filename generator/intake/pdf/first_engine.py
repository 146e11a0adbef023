"""Letters, tables and pictures of a page as read by pdfminer, through pdfplumber, in file order.

Sorting letters by position scrambles Thai marks; in file order they follow their consonants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

from generator.intake.pdf.actual_text import lay_out
from generator.intake.pdf.glyphs import Glyph
from generator.intake.pdf.opening import RefusalReason, RefusedPdf

MOST_LETTERS = 60_000
"""Per page."""
MOST_LINES = 20_000
"""Drawn lines per page; finding tables takes quadratic time."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_SMALLEST, _LARGEST_DRAWING = 3.0, 60.0
_TALLEST_ROW = 0.25
"""Share of the page height."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class DrawnPage:
    """What pdfminer finds on a page."""

    width: float
    height: float
    glyphs: list[Glyph]
    tables: list[list[Box]]
    """The cells of each table; a row alone on its page is a table of one cell."""
    bars: list[Box]
    """Flat lines that may strike through letters."""
    pictures: list[Box]
    drawings: list[Box]
    """Small curves, such as a tick drawn by hand."""
    fields: list[Box]
    """Form fields, stamps and comments."""


def drawn_page(page: Page) -> DrawnPage:
    """Return the contents of a page; raise `RefusedPdf` if there are too many."""
    lay_out(page)
    if len(page.chars) > MOST_LETTERS:
        raise RefusedPdf(RefusalReason.MANY_LETTERS)
    if len(page.edges) > MOST_LINES:
        raise RefusedPdf(RefusalReason.MANY_LINES)
    found = page.debug_tablefinder(_SETTINGS)
    tables = [[_box(cell) for cell in table.cells if cell] for table in found.tables]
    in_tables = {box for table in tables for box in table}
    boxes = [box for cell in found.cells if (box := _box(cell)) not in in_tables]
    flat = [_box_of(one) for one in (*page.lines, *page.rects, *page.curves) if one["bottom"] - one["top"] < _SMALLEST]
    curves = [_box_of(one) for one in page.curves]
    return DrawnPage(
        float(page.width),
        float(page.height),
        list(_glyphs(page)),
        tables + [[box] for box in boxes if _is_row(box, page, tables)],
        [one for one in flat if one[2] - one[0] > _SMALLEST],
        [_box_of(one) for one in page.images],
        [one for one in curves if _is_small(one)],
        [_box_of(one) for one in page.annots if _is_seen(one)],
    )


def _glyphs(page: Page) -> list[Glyph]:
    """Return the letters without duplicates: bold letters are often printed twice at one place."""
    found: dict[tuple[str, int, int], Glyph] = {}
    height = float(page.height)
    for place, one in enumerate(page.chars):
        a, b, _, _, x, y = one["matrix"]
        # Spaces are never printed twice for bold, and lines of only spaces are kept.
        key = (one["text"], round(x * 2), round(y * 2)) if one["text"].strip() else (" ", place, 0)
        font = _SUBSET.sub("", str(one["fontname"])).lower()
        found.setdefault(
            key,
            Glyph(
                one["text"],
                x,
                height - y,
                float(one["x0"]),
                float(one["x1"]),
                float(one["size"]),
                font,
                abs(b) <= abs(a),
                int(one.get("mcid") or 0),
            ),
        )
    return list(found.values())


def _box(cell: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = cell
    return float(left), float(top), float(right), float(bottom)


def _box_of(one: dict[str, Any]) -> Box:
    return float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"])


def _is_row(box: Box, page: Page, tables: list[list[Box]]) -> bool:
    """Return whether a box outside tables may be a row of a table across pages, rather than a frame."""
    is_flat = box[3] - box[1] <= _TALLEST_ROW * float(page.height)
    return is_flat and not any(_meet(box, other) for table in tables for other in table)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_small(box: Box) -> bool:
    return all(_SMALLEST <= side <= _LARGEST_DRAWING for side in (box[2] - box[0], box[3] - box[1]))


def _is_seen(annotation: dict[str, Any]) -> bool:
    """Return whether an annotation is visible: a link is not."""
    kind = str((annotation.get("data") or {}).get("Subtype", ""))
    return "Link" not in kind
