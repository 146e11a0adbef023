"""The committee's table: rows in, seats out. Names were removed before; positions are kept."""

from __future__ import annotations

from typing import Any

from generator.intake.grids import Grid
from generator.intake.ledger import Fate
from generator.intake.personal_names import TAKEN_OUT
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace


class CommitteeRows:
    """Reads rows of the committee."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        found: dict[str, Any] = {}
        cells = {}
        for place, column in enumerate(columns):
            cell = grid.at(row, place)
            if cell is None or cell.row != row or cell.is_blank:
                continue
            if column.role == "_person" and cell.text == TAKEN_OUT:
                self._builder.ledger.set([cell], Fate.REPORTED)
            elif column.role in ("number", "position", "role"):
                found[column.role] = cell.line
                cells[column.role] = cell
        if not {"position", "role"} <= found.keys():
            return
        place_of = self._builder.add("plan", ("committee", "members"), found)
        for role, cell in cells.items():
            self._builder.took(cell, ContentPlace("plan", (*place_of.path, role)))
