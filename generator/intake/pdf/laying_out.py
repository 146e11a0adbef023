"""Combines both engines' readings of a page: tables with cells, and the lines outside them. No letter is used twice.

Letters are assigned to cells by their origin, which both engines know; bounding boxes differ.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.intake.pdf.first_engine import Box, DrawnPage
from generator.intake.pdf.glyphs import Glyph
from generator.intake.pdf.page_layout import (
    A_FIELD,
    A_PICTURE_IN_CELL,
    ENGINES_DIFFER,
    NOT_SEEN,
    OUT_OF_CELLS,
    STRUCK_OUT,
    LaidCell,
    LaidPage,
    LaidTable,
)
from generator.intake.pdf.second_engine import SeenPage
from generator.intake.pdf.text_lines import cell_lines, doubtful_lines, lines_of, unstruck

_NEAR = 1.5
"""Points between two line ends that are merged into one edge."""
_INSIDE = 1.5
"""Least distance in points from a cell's edge for a line not to be its border."""
_PICTURE = 0.25
"""Least share of a page covered by a picture that may be a scan."""


def laid_page(number: int, drawn: DrawnPage, seen: SeenPage) -> LaidPage:
    """Return what both engines find on a page."""
    page = LaidPage(number, drawn.width, drawn.height)
    first, hidden = _seen_by_both(drawn, seen)
    second = [glyph for glyph in seen.glyphs if _is_on(glyph, drawn)]
    if hidden or seen.unseen:
        page.odd.append(NOT_SEEN)
    area = max((_area(box) for box in drawn.pictures), default=0.0)
    has_text = any(not glyph.is_blank for glyph in (*first, *second))
    is_scan = seen.has_whole_picture or area >= _PICTURE * drawn.width * drawn.height
    page.is_picture = not has_text and (is_scan or bool(seen.unseen))
    page.is_blank = not has_text and not page.is_picture
    tables = sorted((_table(cells) for cells in drawn.tables if cells), key=lambda one: (one.top, one.edges[0]))
    page.tables = [table for table in tables if table.cells]
    finder = _CellFinder(page.tables)
    own, other = finder.shared(first, have_places=True), finder.shared(second, have_places=False)
    for table in page.tables:
        for cell in table.cells:
            bars = [box for box in drawn.bars if _runs_through(box, cell)]
            cell.lines, cell.odd = cell_lines(own.get(id(cell), []), other.get(id(cell), []), bars)
            cell.odd += _things_in(cell, drawn)
    outside, beyond = own.get(0, []), other.get(0, [])
    page.odd += [OUT_OF_CELLS] * any(finder.is_loose(glyph) for glyph in outside)
    kept = unstruck(outside, [box for box in drawn.bars if not finder.is_in_table(box)])
    page.odd += [STRUCK_OUT] * (len(kept) < len(outside))
    page.lines = lines_of(kept, has_tabs=True)
    if len(kept) == len(outside):
        doubtful_lines(page.lines, beyond)
    if not page.lines and any(not glyph.is_blank for glyph in beyond):
        page.odd.append(ENGINES_DIFFER)
    if any(not finder.is_in_table(box) for box in drawn.fields):
        page.odd.append(A_FIELD)
    return page


def _seen_by_both(drawn: DrawnPage, seen: SeenPage) -> tuple[list[Glyph], int]:
    """Return the first engine's letters without invisible ones, and the number of these."""
    first = [glyph for glyph in drawn.glyphs if _is_on(glyph, drawn)]
    hidden = len(drawn.glyphs) - len(first)
    if not seen.unseen:
        return first, hidden
    places = {
        (round(one.x) + right, round(one.y) + down)
        for one in seen.glyphs
        for right in (-1, 0, 1)
        for down in (-1, 0, 1)
    }
    kept = [one for one in first if (round(one.x), round(one.y)) in places]
    return kept, hidden + len(first) - len(kept)


def _is_on(glyph: Glyph, drawn: DrawnPage) -> bool:
    return -1 <= glyph.x <= drawn.width + 1 and -1 <= glyph.y <= drawn.height + 1


def _table(boxes: Sequence[Box]) -> LaidTable:
    """Return the cells of a table by row and column: the edges of all cells form its grid."""
    across = _edges(side for box in boxes for side in (box[0], box[2]))
    down = _edges(side for box in boxes for side in (box[1], box[3]))
    table = LaidTable(across, down[0], down[-1])
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        column, row = _place(across, box[0]), _place(down, box[1])
        columns, rows = _place(across, box[2]) - column, _place(down, box[3]) - row
        if columns > 0 and rows > 0:
            table.cells.append(LaidCell(*box, row=row, column=column, rows=rows, columns=columns))
    return table


def _edges(sides: Iterable[float]) -> list[float]:
    found: list[float] = []
    for side in sorted(sides):
        if not found or side - found[-1] > _NEAR:
            found.append(side)
    return found


def _place(edges: Sequence[float], side: float) -> int:
    return max(bisect_right(edges, side + 1e-6) - 1, 0)


def _area(box: Box) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def _runs_through(box: Box, cell: LaidCell) -> bool:
    middle = (box[1] + box[3]) / 2
    is_within = cell.top + _INSIDE < middle < cell.bottom - _INSIDE
    return is_within and box[0] < cell.right - _INSIDE and box[2] > cell.left + _INSIDE


def _things_in(cell: LaidCell, drawn: DrawnPage) -> list[str]:
    """Return remarks on content of a cell other than text."""
    found = []
    if any(_is_inside(box, cell) for box in (*drawn.pictures, *drawn.drawings)):
        found.append(A_PICTURE_IN_CELL)
    if any(_is_inside(box, cell) for box in drawn.fields):
        found.append(A_FIELD)
    return found


def _is_inside(box: Box, cell: LaidCell) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    is_small = _area(box) <= (cell.right - cell.left) * (cell.bottom - cell.top)
    return is_small and cell.left < across < cell.right and cell.top < down < cell.bottom


class _CellFinder:
    """Finds the cell at a point."""

    def __init__(self, tables: Sequence[LaidTable]) -> None:
        self._tables = tables
        self._rows = [_edges(side for cell in table.cells for side in (cell.top, cell.bottom)) for table in tables]
        self._cells: list[dict[tuple[int, int], LaidCell]] = []
        for table in tables:
            own: dict[tuple[int, int], LaidCell] = {}
            for cell in table.cells:
                for row in range(cell.row, cell.row + cell.rows):
                    for column in range(cell.column, cell.column + cell.columns):
                        own.setdefault((row, column), cell)
            self._cells.append(own)

    def shared(self, glyphs: Iterable[Glyph], *, have_places: bool) -> dict[int, list[Glyph]]:
        """Return letters by the identity of their cell; 0 for those outside cells.

        Spaces are assigned by position, or to the cell of the previous letter if they have no position.
        """
        found: dict[int, list[Glyph]] = {}
        before = 0
        for glyph in glyphs:
            if have_places or not glyph.is_blank:
                cell = self.cell(glyph.x, glyph.y)
                before = id(cell) if cell is not None else 0
            found.setdefault(before, []).append(glyph)
        return found

    def cell(self, x: float, y: float) -> LaidCell | None:
        """Return the cell that contains a point."""
        for table, rows, cells in zip(self._tables, self._rows, self._cells, strict=True):
            if table.top <= y <= table.bottom and table.edges[0] <= x <= table.edges[-1]:
                return cells.get((_place(rows, y), _place(table.edges, x)))
        return None

    def is_loose(self, glyph: Glyph) -> bool:
        """Return whether a letter without a cell is between the edges of a table."""
        return not glyph.is_blank and any(
            table.top < glyph.y < table.bottom and table.edges[0] < glyph.x < table.edges[-1] for table in self._tables
        )

    def is_in_table(self, box: Box) -> bool:
        """Return whether the centre of a box is in a table."""
        return self.cell((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) is not None
