"""Evaluation forms: competencies in the group of the band above. Explanations are kept at the end and reported.

A plan rewrites explanations in its own words (`summary:`), so they are not copied.
"""

from __future__ import annotations

import re
from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace

_NUMBERED = re.compile(r"(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)[.)]?\s+(?P<name>\S.*)", re.DOTALL)


class EvaluationRows:
    """Reads rows of evaluation forms."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._form: tuple[dict[str, Any], ContentPlace] | None = None

    def heading(self, columns: tuple[HeadedColumn, ...], section: str, title: str) -> None:
        """Start a form, named by the text above its table; the same name continues the current form."""
        name = title or next(one.head for one in columns if one.role == "name")
        if self._form is None or self._form[0]["name"] != name:
            record: dict[str, Any] = {"name": name} | ({"section": section} if section else {}) | {"groups": []}
            self._form = record, self._builder.add("plan", ("evaluation_forms",), record)

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading: a group across the table, or a competency."""
        if self._form is None:
            return
        form, place = self._form
        own = [cell for cell in grid.row(row) if cell.row == row and not cell.is_blank]
        cells = {one.role: cell for at, one in enumerate(columns) if (cell := grid.at(row, at)) is not None}
        number, name = cells.get("number"), cells.get("name")
        if len(own) == 1 and (own[0].columns > 1 or own[0] is not name):
            form["groups"].append(_record(own[0], None) | {"competencies": []})
            self._builder.took(own[0], ContentPlace("plan", (*place.path, "groups", len(form["groups"]) - 1, "name")))
            return
        if name is None or name.is_blank or name.row != row or number is name:
            return
        if not form["groups"]:
            head = next(one.head for one in columns if one.role == "name")
            form["groups"].append({"name": head, "competencies": []})
        group = form["groups"][-1]["competencies"]
        group.append(_record(name, number))
        at = (*place.path, "groups", len(form["groups"]) - 1, "competencies", len(group) - 1)
        self._builder.took(name, ContentPlace("plan", (*at, "name")))
        if number is not None and not number.is_blank:
            self._builder.took(number, ContentPlace("plan", (*at, "number")))


def _record(name: GridCell, number: GridCell | None) -> dict[str, Any]:
    """Return number and name; a number at the start of the name cell is split off."""
    if number is not None and not number.is_blank:
        return {"number": number.line.rstrip(".)"), "name": name.line}
    match = _NUMBERED.fullmatch(name.line)
    return {"number": match["number"], "name": match["name"]} if match else {"name": name.line}
