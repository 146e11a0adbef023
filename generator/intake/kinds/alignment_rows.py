"""The table of local development strategies and shared values: rows in, both lists and their alignment out."""

from __future__ import annotations

import itertools
import re
from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.kinds.cell_parts import NOTHING, UNSURE_LINES, items
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

_NUMBERED = re.compile(
    r"(?:ประเด็น)?(?:ยุทธศาสตร์)?(?:การพัฒนา)?\s*(?:ด้าน)?(?:ที่)?\s*"
    r"(?P<number>[0-9๐-๙]{1,2})\s*[:.)]?\s*(?P<name>\S.*)",
    re.DOTALL,
)


class AlignmentRows:
    """Reads rows of the alignment table."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading; rows that a merged strategy cell continues over are skipped."""
        strategy = _cell(grid, row, columns, "local_strategy")
        values = _cell(grid, row, columns, "values")
        if strategy is None or strategy.is_blank or strategy.row != row:
            return
        match = _NUMBERED.fullmatch(strategy.line)
        number, name = (match["number"], match["name"]) if match else ("", strategy.line)
        place = self._known("local_strategies", "local", number, name, strategy)
        record: dict[str, Any] = {"local_strategy": self._id(place), "values": []}
        at = self._builder.add("plan", ("alignment", "rows"), record)
        self._builder.origins.setdefault(at, strategy.source)
        if values is not None and not values.is_blank and values.row == row:
            self._values(record, at, values)

    def _values(self, record: dict[str, Any], at: ContentPlace, cell: GridCell) -> None:
        place = ContentPlace(at.file, (*at.path, "values"))
        if cell.text.strip() in NOTHING:
            record["printed"] = cell.line
            self._builder.took(cell, ContentPlace(at.file, (*at.path, "printed")))
            return
        found = items(cell.text)
        if found is not None and "number" not in found[0]:
            found = [{"text": " ".join(line.split())} for line in cell.paragraphs or (cell.text,) if line.strip()]
        if found is None or not all(one.get("text") for one in found):
            record["printed"] = cell.line
            self._builder.doubt("INTAKE-005", "แบ่งเป็นค่านิยมแต่ละข้อไม่ได้แน่ชัด", cell, place)
            return
        places = [self._known("values", "value", one.get("number", ""), one["text"], cell) for one in found]
        record["values"] = list(dict.fromkeys(map(self._id, places)))
        self._builder.took(cell, place)
        if cell.has_unsure_lines:
            self._builder.doubt("INTAKE-005", UNSURE_LINES, cell, place)

    def _id(self, place: ContentPlace) -> str:
        key, index = place.path
        return str(self._builder.content.of("plan")[str(key)][index]["id"])

    def _known(self, key: str, begins: str, number: str, name: str, cell: GridCell) -> ContentPlace:
        """Return the place of the record with this number and name, adding it if missing."""
        records = self._builder.content.files.setdefault("plan", {}).setdefault(key, [])
        for index, one in enumerate(records):
            if _same(one["name"], name) and to_arabic(one.get("number", "")) == to_arabic(number):
                place = ContentPlace("plan", (key, index))
                self._builder.took(cell, place)
                return place
        identifier = _unused(f"{begins}-{to_arabic(number) or len(records) + 1}", {one["id"] for one in records})
        record = {"id": identifier} | ({"number": number} if number else {}) | {"name": name}
        place = self._builder.add("plan", (key,), record)
        self._builder.took(cell, place)
        return place


def _unused(identifier: str, used: set[str]) -> str:
    """Return the id, or the first free one of `id-2`, `id-3`: an office may print a number twice."""
    if identifier not in used:
        return identifier
    return next(free for count in itertools.count(2) if (free := f"{identifier}-{count}") not in used)


def _cell(grid: Grid, row: int, columns: tuple[HeadedColumn, ...], role: str) -> GridCell | None:
    return next((grid.at(row, place) for place, one in enumerate(columns) if one.role == role), None)


def _same(one: str, other: str) -> bool:
    return fold_for_comparison(one).replace(" ", "") == fold_for_comparison(other).replace(" ", "")
