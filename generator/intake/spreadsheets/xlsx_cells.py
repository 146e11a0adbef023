"""Reads the cells of an xlsx file with openpyxl: text, remarks and merged areas. The file is never written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException

from generator.errors import UsageError
from generator.intake.spreadsheets.cell_values import NO_VALUE, cell_text
from generator.intake.spreadsheets.sheet_drawings import Drawing, drawings_of

_DAMAGED = (
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
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl and zipfile raise for a damaged file; the last two for an unknown compression and an encrypted part."""
STRUCK = "ข้อความที่ขีดฆ่า"
A_HIDDEN_ROW = "แถวที่ซ่อนอยู่ เริ่มจากแถวนี้"
A_HIDDEN_COLUMN = "คอลัมน์ที่ซ่อนอยู่ เริ่มจากคอลัมน์นี้"
MOST_CELLS = 400_000
MOST_ROWS = 10_000


@dataclass
class SheetCells:
    """One sheet: non-empty cells by row and column, from 1."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    """Why a cell must be checked."""
    seen: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    """What a reader of the sheet sees at a cell, or does not see, beside its value: a picture, a line through it."""
    around: list[str] = field(default_factory=list)
    """Texts that are printed around the sheet, in its header and footer."""
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
    values_only: bool = False
    """Whether its format was read without what a reader sees beside the values (`SheetCells.seen`)."""


def read_xlsx(name: str, content: bytes) -> BookCells:
    """Return the cells of a workbook; UsageError if it cannot be opened or is too large."""
    book = _opened(name, content, values=False)
    drawn = _drawn(name, content)
    formulas = any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    values = _opened(name, content, values=True) if formulas else book
    sheets = []
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS:
            _refuse_long(name, sheet)
        cells = _cells(sheet, values[sheet.title])
        for one in drawn.get(sheet.title, ()):
            cells.seen.setdefault((one.row, one.column), []).append(one.remark)
        sheets.append(cells)
    properties = {one.name: str(one.value) for one in book.custom_doc_props.props if one.value}
    return BookCells(sheets, properties)


def _opened(name: str, content: bytes, *, values: bool) -> Any:
    try:
        return openpyxl.load_workbook(io.BytesIO(content), data_only=values, rich_text=not values)
    except _DAMAGED as error:
        raise _cannot_open(name) from error


def _drawn(name: str, content: bytes) -> dict[str, list[Drawing]]:
    try:
        return drawings_of(content)
    except _DAMAGED as error:
        raise _cannot_open(name) from error


def _cannot_open(name: str) -> UsageError:
    return UsageError(f"“{name}” เปิดไม่ได้ ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx อีกครั้ง")


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
            value = str(cell.value) if isinstance(cell.value, CellRichText) else cell.value
            if _is_struck(cell):
                found.seen[at] = [STRUCK]
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
    _remark_hidden(sheet, found)
    for band in (
        sheet.oddHeader,
        sheet.evenHeader,
        sheet.firstHeader,
        sheet.oddFooter,
        sheet.evenFooter,
        sheet.firstFooter,
    ):
        found.around += [part.text for part in (band.left, band.center, band.right) if part.text and part.text.strip()]
    return found


def _is_struck(cell: Any) -> bool:
    """Return whether a line goes through the text of a cell, or through a part of it."""
    if cell.has_style and cell.font.strike:
        return True
    parts = cell.value if isinstance(cell.value, CellRichText) else ()
    return any(isinstance(part, TextBlock) and part.font.strike and part.text.strip() for part in parts)


def _remark_hidden(sheet: Any, found: SheetCells) -> None:
    """Add a remark at the first text of each run of hidden rows and of hidden columns; filtered rows are hidden too."""
    rows = {number for number, one in sheet.row_dimensions.items() if one.hidden}
    spans = [(one.min, one.max) for one in sheet.column_dimensions.values() if one.hidden and one.min and one.max]
    columns = {column for first, last in spans for column in range(first, min(last, found.columns) + 1)}
    for axis, (remark, hidden) in enumerate(((A_HIDDEN_ROW, rows), (A_HIDDEN_COLUMN, columns))):
        first_texts: dict[int, tuple[int, int]] = {}
        for place in sorted(found.texts):
            first_texts.setdefault(place[axis], place)
        before = None
        for number in sorted(hidden & first_texts.keys()):
            if before != number - 1:
                found.seen.setdefault(first_texts[number], []).append(remark)
            before = number
