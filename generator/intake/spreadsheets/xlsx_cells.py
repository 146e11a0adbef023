"""Reads the cells of an xlsx file with openpyxl: text, remarks and merged areas. The file is never written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from generator.errors import UsageError
from generator.intake.spreadsheets.cell_values import NO_VALUE, cell_text

MOST_CELLS = 400_000
MOST_ROWS = 10_000


@dataclass
class SheetCells:
    """One sheet: non-empty cells by row and column, from 1."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    """Why a cell must be checked."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    is_hidden: bool = False

    @property
    def rows(self) -> int:
        """The last non-empty row."""
        return max((row for row, _ in self.texts), default=0)

    @property
    def columns(self) -> int:
        """The last non-empty column."""
        return max((column for _, column in self.texts), default=0)


@dataclass
class BookCells:
    """A workbook: its sheets and custom properties."""

    sheets: list[SheetCells]
    properties: Mapping[str, str] = field(default_factory=dict)


def read_xlsx(name: str, content: bytes) -> BookCells:
    """Return the cells of a workbook; UsageError if it cannot be opened or is too large."""
    book = _opened(name, content, values=False)
    formulas = any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    values = _opened(name, content, values=True) if formulas else book
    sheets = []
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS:
            _refuse_long(name, sheet)
        sheets.append(_cells(sheet, values[sheet.title]))
    properties = {one.name: str(one.value) for one in book.custom_doc_props.props if one.value}
    return BookCells(sheets, properties)


def _opened(name: str, content: bytes, *, values: bool) -> Any:
    try:
        return openpyxl.load_workbook(io.BytesIO(content), data_only=values)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
    ) as error:
        raise UsageError(f"“{name}” เปิดไม่ได้ ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx อีกครั้ง") from error


def _refuse_long(name: str, sheet: Any) -> None:
    filled = sum(1 for row in sheet.iter_rows(values_only=True) if any(value is not None for value in row))
    if filled > MOST_ROWS:
        raise UsageError(f"“{name}” แผ่น “{sheet.title}” มีเกิน {MOST_ROWS:,} แถว ให้เหลือเฉพาะตารางของแผน")


def _cells(sheet: Any, values: Any) -> SheetCells:
    found = SheetCells(sheet.title, is_hidden=sheet.sheet_state != "visible")
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            at = (cell.row, cell.column)
            value = cell.value
            if cell.data_type == "f":
                value = values.cell(cell.row, cell.column).value
                if value is None:
                    found.texts[at], found.odd[at] = "", NO_VALUE
                    continue
            text, odd = cell_text(value, cell.number_format or "General")
            if text:
                found.texts[at] = text
            if odd:
                found.odd[at] = odd
            if len(found.texts) > MOST_CELLS:
                raise UsageError(f"แผ่น “{sheet.title}” มีช่องมากเกิน {MOST_CELLS:,} ช่อง")
    for area in sheet.merged_cells.ranges:
        found.merged.append((area.min_row, area.min_col, area.max_row, area.max_col))
    return found
