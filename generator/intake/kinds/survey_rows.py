"""The survey of needs: a row per department, a column per area. An empty cell is an empty answer."""

from __future__ import annotations

from typing import Any

from generator.intake.grids import Grid, GridCell
from generator.intake.plan_builder import PlanBuilder
from generator.intake.table_headings import HeadedColumn
from generator.intake.workbook.book_layout import ContentPlace


class SurveyRows:
    """Reads rows of the survey."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Take the plan builder."""
        self._builder = builder

    def heading(self, cells: list[GridCell], columns: tuple[HeadedColumn, ...]) -> None:
        """Read the areas; a later survey with other areas is not mixed into the first."""
        survey = self._builder.content.files.setdefault("plan", {}).setdefault("survey", {})
        areas = [_area(one) for one in columns if one.role == "area"]
        if survey.setdefault("columns", areas) != areas:
            return
        survey.setdefault("rows", [])
        for index, area in enumerate(areas):
            for cell in cells:
                if cell.line and cell.line in area:
                    self._builder.took(cell, ContentPlace("plan", ("survey", "columns", index)))

    def read(self, grid: Grid, row: int, columns: tuple[HeadedColumn, ...]) -> None:
        """Read one row below a heading."""
        survey = self._builder.content.of("plan")["survey"]
        areas = [place for place, one in enumerate(columns) if one.role == "area"]
        if survey["columns"] != [_area(columns[place]) for place in areas]:
            return
        head = next((grid.at(row, place) for place, one in enumerate(columns) if one.role == "department"), None)
        if head is None or head.is_blank or head.row != row or head.columns > 1:
            return
        answers = [grid.at(row, place) for place in areas]
        record: dict[str, Any] = {"printed": head.line, "cells": [cell.line if cell else "" for cell in answers]}
        if department := self._builder.department(head.line):
            record = {"department": department} | record
        place = self._builder.add("plan", ("survey", "rows"), record)
        self._builder.took(head, ContentPlace("plan", (*place.path, "printed")))
        for index, cell in enumerate(answers):
            if cell is not None and not cell.is_blank:
                self._builder.took(cell, ContentPlace("plan", (*place.path, "cells", index)))


def _area(column: HeadedColumn) -> str:
    return " ".join(dict.fromkeys(filter(None, (column.head, column.middle, column.child))))
