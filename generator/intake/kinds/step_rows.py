"""The steps for requesting training: rows in, steps out."""

from __future__ import annotations

from typing import Any

from generator.intake.grids import Grid
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace


class StepRows:
    """Reads rows of steps."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        cells = {one.role: cell for place, one in enumerate(columns) if (cell := grid.at(row, place)) is not None}
        number, text = cells.get("number"), cells.get("text")
        if number is None or text is None or number.is_blank or text.is_blank or text.row != row or number is text:
            return
        record: dict[str, Any] = {"number": number.line.rstrip(".)"), "text": text.line}
        place = self._builder.add("plan", ("request_steps", "steps"), record)
        self._builder.took(number, ContentPlace("plan", (*place.path, "number")))
        self._builder.took(text, ContentPlace("plan", (*place.path, "text")))
