"""The table of money by strategy and department: rows in, the plan's budget matrix out."""

from __future__ import annotations

import re
from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.kinds.bands import strategy_parts
from generator.intake.ledger import Fate
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace

_TOTAL = re.compile("^รวม")


class MatrixRows:
    """Reads rows of the matrix."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._strategy = ""

    def heading(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...]) -> None:
        """Read the departments from the heading cells."""
        matrix = self._builder.content.files.setdefault("plan", {}).setdefault("budget_matrix", {"rows": []})
        heads = [one.child or one.head for one in columns if _is_amount(one)]
        stated = [{"department": self._builder.department(head) or head, "printed": head} for head in heads]
        if matrix.setdefault("columns", stated) == stated:
            for index, head in enumerate(heads):
                place = ContentPlace("plan", ("budget_matrix", "columns", index))
                for cell in cells:
                    if cell.line == head:
                        self._builder.took(cell, place)

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        own = [cell for cell in grid.row(row) if cell.row == row and not cell.is_blank]
        if not own:
            return
        matrix = self._builder.content.of("plan")["budget_matrix"]
        first = own[0]
        amounts = [
            (place, cell) for place, one in enumerate(columns) if _is_amount(one) and (cell := grid.at(row, place))
        ]
        total = next(
            (cell for place, one in enumerate(columns) if one.role == "total" and (cell := grid.at(row, place))), None
        )
        if _TOTAL.match(first.line) and "stated_column_totals" in matrix:
            self._second_totals(own)
            return
        if _TOTAL.match(first.line):
            matrix["stated_column_totals"] = [cell.line for _, cell in amounts]
            self._builder.ledger.set([first], Fate.HEADING)
            for index, (_, cell) in enumerate(amounts):
                self._builder.took(cell, ContentPlace("plan", ("budget_matrix", "stated_column_totals", index)))
            if total is not None and total.text.strip():
                matrix["stated_grand_total"] = total.line
                self._builder.took(total, ContentPlace("plan", ("budget_matrix", "stated_grand_total")))
            return
        self._names(grid, row, columns)
        is_first = any(cell.row == row for _, cell in amounts)  # amounts merged down over further tactics count once
        if not self._strategy or not is_first:
            return
        record: dict[str, Any] = {"strategy": self._strategy, "amounts": [cell.line for _, cell in amounts]}
        if not any(record["amounts"]):
            return
        place = self._builder.add("plan", ("budget_matrix", "rows"), record)
        for index, (_, cell) in enumerate(amounts):
            if not cell.is_blank:
                self._builder.took(cell, ContentPlace("plan", (*place.path, "amounts", index)))
        if total is not None and total.text.strip():
            record["stated_total"] = total.line
            self._builder.took(total, ContentPlace("plan", (*place.path, "stated_total")))

    def _second_totals(self, cells: list[GridCell]) -> None:
        """Report totals below those of an earlier matrix: a plan states them once."""
        first = ContentPlace("plan", ("budget_matrix", "stated_column_totals", 0))
        before = self._builder.origins.get(first, "")
        said = f"แถวยอดรวมของตารางงบประมาณมีมากกว่าหนึ่งแถว แถวนี้ไม่ได้นำมา ใช้แถวที่ {before}"
        for cell in cells:
            self._builder.doubt("INTAKE-013", f"{said}: {cell.line}", cell, first)

    def _names(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        for place, column in enumerate(columns):
            cell: GridCell | None = grid.at(row, place)
            if column.role not in ("strategy", "tactics") or cell is None or cell.row != row:
                continue
            parts = strategy_parts(cell.text)
            for kind, number, name in parts:
                if kind == "strategy":
                    self._strategy = self._builder.strategy(number, name, cell)
                elif self._strategy:
                    self._builder.tactic(self._strategy, number, name, cell)
            if not parts and column.role == "strategy" and not cell.is_blank:
                self._strategy = self._builder.strategy_named(cell.line)
                if self._strategy:
                    self._builder.doubt("INTAKE-005", "ชื่อยุทธศาสตร์ไม่มีลำดับ จึงจับคู่จากชื่อ", cell)


def _is_amount(column: HeadedColumn) -> bool:
    return column.role == "amounts" or (column.role == "" and bool(column.head))
