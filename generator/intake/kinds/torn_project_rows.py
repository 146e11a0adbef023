"""Joins a further row to the project above it: a page break within its row, or lines split into rows.

In: the project as read so far, and the cells of the row. Out: longer texts in its record; a doubt for each of them,
unless a merged name says that the rows are one project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.intake.doubts import Doubt
from generator.intake.grids import GridCell
from generator.intake.kinds.cell_parts import targets
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn, year_of
from generator.intake.workbook.book_layout import ContentPlace
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

ByRole = dict[str, list[tuple[HeadedColumn, GridCell]]]
"""Cells of a row by the role of their column."""
TEXTS = ("name", "objective", "indicator", "place", "expected_result")
"""Roles whose cells are one text of a project."""
_TARGET_CHILDREN = {"เชิงปริมาณ": "quantity", "เชิงคุณภาพ": "quality", "เชิงประโยชน์": "benefit"}
_JOINED_AMOUNTS = "ชื่อโครงการเป็นช่องที่รวมหลายแถวซึ่งมีจำนวนเงินของตนเอง จึงต่อจำนวนเงินเป็นช่องเดียว ถ้าเป็นสองโครงการ ให้แยกเป็นสองแถว"
_AMOUNT = r"[0-9๐-๙][0-9๐-๙,.]*(?:\s*บาท|[./]-)?"
_AMOUNTS = re.compile(rf"{_AMOUNT}(?:\s+{_AMOUNT})*")


@dataclass
class ReadProject:
    """A project of the plan, as far as its rows were read."""

    record: dict[str, Any]
    place: ContentPlace
    targets_read: str = ""
    """Its targets as printed."""


def join_row(
    builder: PlanBuilder, project: ReadProject, own: list[GridCell], by_role: ByRole, *, is_certain: bool
) -> None:
    """Append the cells of a row to the fields of a project; cells without a field stay unused, which is reported."""
    record, place = project.record, project.place
    for role, cells in by_role.items():
        for column, cell in cells:
            if cell.is_blank or cell not in own:
                continue
            stated = _stated(record, role, column)
            if not _join(builder, project, role, column, cell):
                continue
            at = ContentPlace(place.file, (*place.path, role))
            builder.took(cell, at)
            if is_certain and role == "budget" and _AMOUNTS.fullmatch(stated) and _AMOUNTS.fullmatch(cell.line):
                doubt_values(builder, place, _JOINED_AMOUNTS)
                builder.doubts.append(Doubt("INTAKE-005", _JOINED_AMOUNTS, cell.source, at))
            if not is_certain:
                message = f"ต่อข้อความ “{cell.line[:60]}” ให้แถวก่อนหน้า"
                builder.doubts.append(Doubt("INTAKE-008", message, cell.source, at))


def doubt_values(builder: PlanBuilder, place: ContentPlace, message: str) -> None:
    """Add a doubt at the name and at each amount of a project, unless it is there."""
    for key in ("name", "budget"):
        path = (*place.path, key)
        found = [one for one in builder.origins if one.file == place.file and one.path[: len(path)] == path]
        for one in found:
            doubt = Doubt("INTAKE-005", message, builder.origins[one], one)
            if doubt not in builder.doubts:
                builder.doubts.append(doubt)


def target_child(column: HeadedColumn) -> str:
    """Return the dimension of a targets column; empty for a column with all targets."""
    return _TARGET_CHILDREN.get(fold_for_comparison(column.child).replace(" ", "").removeprefix("เป้าหมาย"), "")


def _join(builder: PlanBuilder, project: ReadProject, role: str, column: HeadedColumn, cell: GridCell) -> bool:
    """Append a cell to a field; return False if the target is unknown."""
    record = project.record
    before = record.get(role)
    if role in (*TEXTS, "budget", "periods") and isinstance(before, str):
        record[role] = f"{before} {cell.line}"
    elif role in TEXTS and before is None:
        record[role] = cell.line
    elif role in ("budget", "periods") and isinstance(before, dict) and (year := to_arabic(year_of(column.child))):
        years = before.get("by_year", before)
        years[year] = f"{years[year]} {cell.line}" if year in years else cell.line
    elif role == "targets" and (key := target_child(column)):
        stated = record.setdefault("targets", {})
        stated[key] = f"{stated[key]} {cell.line}" if key in stated else cell.line
    elif role == "targets":
        project.targets_read = f"{project.targets_read} {cell.line}".strip()
        record["targets"] = targets(project.targets_read)
    elif role == "responsible" and isinstance(before, dict):
        before["printed"] = f"{before['printed']} {cell.line}"
        before["departments"] = list(builder.names.departments_named(before["printed"]))
    else:
        return False
    return True


def _stated(record: dict[str, Any], role: str, column: HeadedColumn) -> str:
    """Return the text of a field, or of the year of a column, before a further row is joined."""
    value = record.get(role)
    if isinstance(value, dict):
        value = value.get("by_year", value).get(to_arabic(year_of(column.child)), "")
    return value if isinstance(value, str) else ""
