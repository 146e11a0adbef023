"""The departments named in the tables of a text: whole cells in, records for lao.yml with every printed form out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.intake.grids import Grid, GridCell, OfficeDocument
from generator.thai.text import fold_for_comparison

_NAME = re.compile(r"(?:สำนัก|กอง) ?(?!ทุน|นี้|ใด)[ก-๎][ก-๎ ]{1,40}ฯ?\.?")
_ALL = re.compile("ทุก ?(?:กอง|สำนัก|ส่วนราชการ)(?: ?/ ?(?:กอง|สำนัก|ส่วนราชการ))?|(?:กอง|สำนัก) ?/ ?(?:กอง|สำนัก) ?ทุก\\S*")
_KIND = re.compile("^(?:สำนักงาน|สำนัก|กอง)|และ|[ฯ.]")
_SHORTEST_CORE = 4
_MOST = 60
_HEADING = "ส่วนราชการ"


@dataclass
class _Department:
    core: str
    """Its name without the kind of office and the words that are usually omitted."""
    names: dict[str, GridCell] = field(default_factory=dict)


def named_departments(document: OfficeDocument) -> tuple[list[dict[str, Any]], list[GridCell]]:
    """Return the departments as records, and the first cell that names each.

    A row with only a name is a heading and gives the department's name; names beside other cells are further forms of
    it.
    """
    found: list[_Department] = []
    for cell in (*_cells(document, alone=True), *_cells(document, alone=False)):
        _add(found, cell)
    records: list[dict[str, Any]] = []
    for number, one in enumerate(found[:_MOST], start=1):
        first, *others = one.names
        record: dict[str, Any] = {"id": f"d{number}", "name": first} | ({"aliases": others} if others else {})
        records.append(record | ({"covers_all": "ใช่"} if _ALL.fullmatch(first) else {}))
    return records, [next(iter(one.names.values())) for one in found[:_MOST]]


def _cells(document: OfficeDocument, *, alone: bool) -> Iterator[GridCell]:
    for grid in document.grids():
        for row in range(grid.height):
            own = [cell for cell in grid.row(row) if not cell.is_blank]
            if (len(own) == 1) is alone:
                yield from (cell for cell in own if _is_name(cell))


def _is_name(cell: GridCell) -> bool:
    return bool(_NAME.fullmatch(cell.line) or _ALL.fullmatch(cell.line))


def _add(found: list[_Department], cell: GridCell) -> None:
    name = " ".join(cell.line.split())
    core = _KIND.sub("", fold_for_comparison(name).replace(" ", ""))
    near = [one for one in found if _is_same(one.core, core)]
    if len(near) > 1:
        near = [one for one in near if one.core == core]
    if not near:
        near = [_Department(core)]
        found += near
    folded = {fold_for_comparison(one).replace(" ", "") for one in near[0].names}
    if fold_for_comparison(name).replace(" ", "") not in folded:
        near[0].names[name] = cell


def _is_same(one: str, other: str) -> bool:
    """Return whether two cores mean the same department: equal, or one is a prefix of the other."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SHORTEST_CORE and longer.startswith(shorter))


def name_columns(document: OfficeDocument) -> None:
    """Add the heading to a column of departments whose top cell is blank, as in tables with two headings."""
    for place, block in enumerate(document.blocks):
        if not isinstance(block, Grid) or not (head := block.at(0, 0)) or not head.is_blank:
            continue
        below = [cell for row in range(1, block.height) if (cell := block.at(row, 0)) and _is_name(cell)]
        if len(below) > 1:
            named = replace(head, text=_HEADING)
            document.blocks[place] = Grid(block.source, [named if one is head else one for one in block.cells])
