"""Tables that an officer wants kept as printed: every cell of every row, under its headings."""

from __future__ import annotations

from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace


class OtherRows:
    """Reads rows of tables without fields of their own."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder
        self._table: tuple[dict[str, Any], ContentPlace] | None = None

    def heading(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...], section: str, title: str) -> None:
        """Start a table; the same heading on another page continues it."""
        heads = [" ".join(dict.fromkeys((one.head, one.middle, one.child))).strip() for one in columns]
        if self._table is None or self._table[0]["columns"] != heads:
            record: dict[str, Any] = {"section": section} if section else {}
            record |= {"title": title} if title else {}
            record |= {"columns": heads, "rows": []}
            self._table = record, self._builder.add("plan", ("other_tables",), record)
        for cell in cells:
            if not cell.is_blank:
                self._builder.took(cell, ContentPlace("plan", (*self._table[1].path, "columns")))

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Keep one row; a merged cell is stored at its first column."""
        if self._table is None:
            return
        own = [cell for cell in grid.row(row) if cell.row == row and not cell.is_blank]
        if not own:
            return
        record, place = self._table
        at = ContentPlace("plan", (*place.path, "rows", len(record["rows"])))
        texts = [""] * max(len(columns), grid.width)
        for cell in own:
            texts[cell.column] = cell.line
            self._builder.took(cell, ContentPlace("plan", (*at.path, "cells", cell.column)))
        record["rows"].append({"cells": texts})
