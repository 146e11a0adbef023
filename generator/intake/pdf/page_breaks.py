"""Joins tables that continue across pages, and rows torn at a page break.

Tables are joined if their outer edges match and no inner edge contradicts. A torn row is joined and reported; if the
first row of a page may be torn or new, it stays a row, and that is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from statistics import median

from generator.intake.kinds.cell_parts import TICKS
from generator.intake.pdf.page_layout import LaidCell, LaidTable

ROW_JOINED = "แถวที่ขาดข้ามหน้า ต่อข้อความจากหน้าถัดไปแล้ว"
ROW_UNSURE = "แถวแรกของหน้า ซึ่งอาจเป็นแถวใหม่หรือต่อจากแถวก่อนหน้า"
MERGED_ON = "ช่องที่รวมลงมาจากหน้าก่อน ใช้ข้อความของหน้าก่อน"
MAYBE_MERGED = "ช่องว่างที่หัวหน้า ซึ่งอาจรวมลงมาจากหน้าก่อน"
_NEAR = 2.5
"""Most points between matching edges of two pages."""
_FULL, _ROOMY = 1.4, 3.0
"""Lines of room below a cell's last line: below the first value the cell is full, from the second it was not torn."""
_PITCH = 1.35
"""Line pitch as a multiple of the letter size, for cells with one line."""
_MOST_HEADING_ROWS, _LEAST_HEADS = 4, 2
_NUMBER = re.compile(r"\s*[0-9๐-๙]{1,3}[.)]?\s*")


class Break(Enum):
    """What the first row of a page is."""

    NEW = "new"
    TORN = "torn"
    UNSURE = "unsure"


@dataclass(frozen=True)
class PlacedTable:
    """A table with its source and page."""

    source: str
    page: int
    table: LaidTable


@dataclass
class JoinedCell:
    """A cell of a table that may continue across pages."""

    cell: LaidCell
    """Its row counts from the first page; it has the lines of all pages."""
    source: str
    odd: list[str] = field(default_factory=list)


def goes_on(before: LaidTable, after: LaidTable) -> bool:
    """Return whether the first table of a page certainly continues the last one of the previous page."""
    one, other = before.edges, after.edges
    if abs(one[0] - other[0]) > _NEAR or abs(one[-1] - other[-1]) > _NEAR:
        return False
    return _within(one, other) or _within(other, one)


def joined_table(parts: Sequence[PlacedTable]) -> list[JoinedCell]:
    """Return the cells of a table whose parts are on consecutive pages."""
    edges = _all_edges(parts)
    found: list[JoinedCell] = []
    merged_columns: set[int] = set()
    height = 0
    for number, part in enumerate(parts):
        own = [_placed(cell, edges, part) for cell in part.table.cells]
        rows = part.table.height
        if number:
            repeated = _repeated_rows(found, own)
            own = [one for one in own if one.cell.row >= repeated]
            for one in own:
                one.cell.row -= repeated
            rows -= repeated
        below_heading = [one for one in own if number or one.cell.row]
        merged_columns |= {one.cell.column for one in below_heading if one.cell.rows > 1 and one.cell.columns == 1}
        last = [one for one in found if one.cell.row + one.cell.rows == height]
        first = [one for one in own if one.cell.row == 0]
        verdict = _break(last, first) if number else Break.NEW
        if height == 1 and _is_torn_heading(last, first):
            rests = _join_heading(last, first, part.page)
            own = [one for one in own if id(one) not in rests]
        elif verdict is Break.TORN:
            _join(last, first, part.page)
            own = [one for one in own if one.cell.row > 0]
            height -= 1
        elif verdict is Break.UNSURE:
            for one in first:
                one.odd += [ROW_UNSURE] * (not one.cell.is_blank)
        elif number:
            _merge_on(last, first, merged_columns)
        for one in own:
            one.cell.row += height
        height += rows
        found += own
    return found


def _within(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(any(abs(edge - near) <= _NEAR for near in other) for edge in one)


def _all_edges(parts: Sequence[PlacedTable]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edge for part in parts for edge in part.table.edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _placed(cell: LaidCell, edges: Sequence[float], part: PlacedTable) -> JoinedCell:
    column, end = (_nearest(edges, side) for side in (cell.left, cell.right))
    row = sorted(one.column for one in part.table.cells if one.row == cell.row)
    source = f"{part.source} แถว {cell.row + 1} ช่อง {row.index(cell.column) + 1}"
    own = replace(cell, column=column, columns=max(end - column, 1), lines=list(cell.lines), odd=list(cell.odd))
    return JoinedCell(own, source)


def _nearest(edges: Sequence[float], side: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - side))


def _repeated_rows(found: Sequence[JoinedCell], own: Sequence[JoinedCell]) -> int:
    """Return how many rows at the top of a page repeat the heading: their cells equal those of the first page."""
    count = 0
    for row in range(_MOST_HEADING_ROWS):
        texts = _texts(own, row)
        if texts != _texts(found, row) or sum(bool(text) for *_, text in texts) < _LEAST_HEADS:
            break
        count += 1
    return count if all(one.cell.row + one.cell.rows <= count for one in own if one.cell.row < count) else 0


def _texts(cells: Sequence[JoinedCell], row: int) -> list[tuple[int, int, str]]:
    return [(one.cell.column, one.cell.columns, one.cell.text.strip()) for one in cells if one.cell.row == row]


def _break(last: Sequence[JoinedCell], first: Sequence[JoinedCell]) -> Break:
    """Return what the first row of a page is, by the room left in the cells of the previous row."""
    pairs = dict(_pairs(last, first))
    said = [one for one in first if one.cell.text.strip()]
    if not said or any(id(one) not in pairs for one in said):
        return Break.NEW
    if any(map(_is_alone, (last, first))):
        return Break.NEW
    were_ticked = any(_is_tick(one.cell) for one in last)
    are_ticked = any(_is_tick(one.cell) for one in first)
    if were_ticked and are_ticked:
        return Break.NEW
    if any(_is_number(one.cell) and _is_number(pairs[id(one)].cell) for one in said):
        return Break.NEW
    is_roomy = any(_room(pairs[id(one)].cell) >= _ROOMY for one in said)
    lead = min(first, key=lambda one: one.cell.column)
    if not lead.cell.text.strip():
        return Break.UNSURE if is_roomy or are_ticked else Break.TORN
    if is_roomy or _is_number(lead.cell):
        return Break.NEW
    # A row that starts with a text: the rest of a torn row has no tick and no amount of its own.
    lacks = any(id(one) in pairs and not pairs[id(one)].cell.is_blank for one in first if one.cell.is_blank)
    return Break.TORN if lacks and _room(pairs[id(lead)].cell) < _FULL else Break.UNSURE


def _pairs(last: Sequence[JoinedCell], first: Sequence[JoinedCell]) -> Iterator[tuple[int, JoinedCell]]:
    """Yield the identity of each cell in the first row with the cell directly above it on the previous page."""
    above = {(one.cell.column, one.cell.columns): one for one in last}
    for one in first:
        if (found := above.get((one.cell.column, one.cell.columns))) is not None:
            yield id(one), found


def _is_alone(row: Sequence[JoinedCell]) -> bool:
    """Return whether a row is one cell across the table: a band, which is never torn in practice."""
    return len(row) == 1


def _is_tick(cell: LaidCell) -> bool:
    return cell.text.strip()[:1] in TICKS


def _is_number(cell: LaidCell) -> bool:
    return bool(_NUMBER.fullmatch(cell.text))


def _room(cell: LaidCell) -> float:
    """Return how many lines would fit below the last one of a cell."""
    if not cell.lines:
        return (cell.bottom - cell.top) / (_PITCH * 14)
    steps = [after.baseline - line.baseline for line, after in zip(cell.lines, cell.lines[1:], strict=False)]
    size = max(line.size for line in cell.lines)
    pitch = median([step for step in steps if step > 0] or [_PITCH * size])
    return (cell.bottom - cell.lines[-1].baseline) / max(pitch, 1.0)


def _is_torn_heading(last: Sequence[JoinedCell], first: Sequence[JoinedCell]) -> bool:
    """Return whether a page ends between two levels of a heading, inside a cell that spans both."""
    pairs = dict(_pairs(last, first))
    below = [one for one in first if id(one) not in pairs]
    has_levels = any(
        sum(one.cell.column <= child.cell.column < one.cell.column + one.cell.columns for child in below) > 1
        for one in last
    )
    rest = [one for one in first if id(one) in pairs and one.cell.text.strip()]
    is_cut = all(_room(pairs[id(one)].cell) < _FULL and not _is_number(one.cell) for one in rest)
    return has_levels and bool(rest) and is_cut


def _join_heading(last: Sequence[JoinedCell], first: Sequence[JoinedCell], page: int) -> set[int]:
    """Join the cells that span both levels of a heading; return the identity of their rests on the next page."""
    pairs = dict(_pairs(last, first))
    for one in first:
        if (above := pairs.get(id(one))) is not None:
            above.cell.rows += 1
    _join(last, first, page)
    return set(pairs)


def _join(last: Sequence[JoinedCell], first: Sequence[JoinedCell], page: int) -> None:
    pairs = dict(_pairs(last, first))
    for one in first:
        if (above := pairs.get(id(one))) is None:
            continue  # a blank beside cells that are merged differently
        above.cell.rows += one.cell.rows - 1
        above.odd += one.odd
        above.cell.odd += [said for said in one.cell.odd if said not in above.cell.odd]
        if not one.cell.is_blank:
            above.odd.append(ROW_JOINED)
            above.cell.lines += one.cell.lines
            above.cell.bottom = one.cell.bottom
            above.source += f" ต่อหน้า {page}"


def _merge_on(last: Sequence[JoinedCell], first: Sequence[JoinedCell], merged_columns: set[int]) -> None:
    """Copy a merged cell's text to its blank rest on the next page; add a remark to cells that may be such a rest."""
    pairs = dict(_pairs(last, first))
    for one in first:
        above = pairs.get(id(one))
        if above is None or not one.cell.is_blank or above.cell.is_blank:
            continue
        if one.cell.rows > 1 or above.cell.rows > 1:
            one.cell.lines = list(above.cell.lines)
            one.cell.odd = list(above.cell.odd)
            one.odd.append(MERGED_ON)
        elif one.cell.column in merged_columns:
            one.odd.append(MAYBE_MERGED)
