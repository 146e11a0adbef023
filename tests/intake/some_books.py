"""Workbooks for tests: that of a plan, and copies with some cells changed, as an officer would save them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl

from generator.intake.plan_content import PlanContent, content_of
from generator.intake.spreadsheets.xlsx_cells import read_xlsx
from generator.intake.template_books import template_book
from generator.intake.workbook.book_reader import ReadBook, read_book
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import read_lao
from tests.building_blocks import CODE, CYCLE, PUBLISHED, SLUG, Change, make_lao
from tests.exports.some_plans import FRAMEWORK_IDS


def valid_content(content: Path, **changes: Change) -> PlanContent:
    """Return the valid plan as plain data, with one change."""
    make_lao(content, **changes)
    return content_of(read_lao(CODE, [f"plans/{CODE}-{SLUG}"], DiskTree(content), FRAMEWORK_IDS), CYCLE)


def real_content() -> PlanContent:
    """Return the plan of เทศบาลตำบลโพนทอง as published."""
    read = read_lao("5440502", ["plans/5440502-phon-thong"], DiskTree(PUBLISHED), FRAMEWORK_IDS)
    return content_of(read, "2567-2569")


def without_ticks(content: PlanContent) -> PlanContent:
    """Return a plan with only the quarters in its period cells: offices put their own tick beside them."""
    for project in content.of("projects")["projects"]:
        for year, cell in project.get("periods", {}).items():
            printed = cell["printed"] if isinstance(cell, dict) else cell
            project["periods"][year] = printed.lstrip("-✓ ").removeprefix("(").removesuffix(")")
    return content


def typed(book: bytes, *changes: tuple[str, str, Any]) -> bytes:
    """Return a workbook with changed cells: sheet, cell, value."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for sheet, cell, value in changes:
        opened[sheet][cell] = value
    return saved(opened)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return an opened workbook as bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_back(book: bytes) -> ReadBook:
    """Return the content of a workbook."""
    return read_book(read_xlsx("แผน.xlsx", book))


def book_of(content: PlanContent) -> bytes:
    """Return the workbook of a plan."""
    return template_book(content)


def cell_of(book: bytes, sheet: str, key: str, row: int) -> str:
    """Return the cell of a column's key in a row, `C3`; rows start at 3."""
    opened = openpyxl.load_workbook(io.BytesIO(book))[sheet]
    for cell in opened[1]:
        text = str(cell.value or "")
        if key in (text, *text.split(":")[1:2]):
            return f"{cell.column_letter}{row}"
    raise ValueError(key)
