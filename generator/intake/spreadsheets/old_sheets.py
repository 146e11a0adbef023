"""Reads the cells of xls and ods files with python-calamine: values and merged areas, no number formats, comments,
drawings, lines through a text, or hidden rows.

Without formats the digits shown are unknown, so numbers are returned in Arabic digits.
"""

from __future__ import annotations

import io
from typing import Any

from generator.errors import UsageError
from generator.intake.spreadsheets.cell_values import cell_text
from generator.intake.spreadsheets.xlsx_cells import MOST_CELLS, MOST_ROWS, BookCells, SheetCells


def read_old_sheets(name: str, content: bytes) -> BookCells:
    """Return the cells of a workbook; UsageError if it cannot be opened or is too large."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # late: not available in a browser
    except ImportError as error:
        raise UsageError(f"“{name}” เป็นไฟล์รุ่นเก่าซึ่งอ่านในเบราว์เซอร์ไม่ได้ ให้เปิดแล้วบันทึกเป็น .xlsx ก่อน") from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [_cells(name, book, one.name, str(one.visible)) for one in book.sheets_metadata]
        return BookCells(sheets, values_only=True)
    except (CalamineError, OSError, ValueError) as error:
        raise UsageError(f"“{name}” เปิดไม่ได้ ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx") from error


def _cells(name: str, book: Any, title: str, visible: str) -> SheetCells:
    sheet = book.get_sheet_by_name(title)
    found = SheetCells(title, is_hidden=not visible.endswith("Visible") or visible.endswith("NotVisible"))
    filled = 0
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        filled += any(value not in ("", None) for value in values)
        if filled > MOST_ROWS or len(found.texts) > MOST_CELLS:
            raise UsageError(f"“{name}” แผ่น “{title}” มีเกิน {MOST_ROWS:,} แถว ให้เหลือเฉพาะตารางของแผน")
        for column, value in enumerate(values, start=1):
            # The format stores every number as a float.
            number = int(value) if isinstance(value, float) and value.is_integer() else value
            text, odd = cell_text(number)
            if text:
                found.texts[(row, column)] = text
            if odd:
                found.odd[(row, column)] = odd
    for first, last in sheet.merged_cell_ranges or ():
        found.merged.append((first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1))
    return found
