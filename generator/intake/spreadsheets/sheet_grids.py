"""Converts the sheets of an office's own workbook to grids: one per sheet, merged areas as cells with spans."""

from __future__ import annotations

from generator.intake.grids import Grid, GridCell, OfficeDocument
from generator.intake.spreadsheets.xlsx_cells import BookCells, SheetCells

_MOST_COLUMNS = 200
_VALUES_ONLY = (
    "ไฟล์ .xls และ .ods อ่านได้เฉพาะค่าในช่อง รูปภาพ กล่องข้อความ เส้นขีดฆ่า และแถวที่ซ่อนอยู่ไม่ได้อ่าน ถ้ามี ให้บันทึกเป็น .xlsx แล้วอ่านใหม่"
)
_AROUND = "ข้อความในหัวกระดาษหรือท้ายกระดาษ"


def sheets_document(name: str, book: BookCells) -> OfficeDocument:
    """Return the non-empty sheets, each as a table; hidden sheets are reported and not read."""
    document = OfficeDocument(name, odd=[(_VALUES_ONLY, name)] if book.values_only else [])
    for sheet in book.sheets:
        if sheet.is_hidden:
            if sheet.texts:
                document.odd.append((f"แผ่นที่ซ่อนอยู่ “{sheet.name}”", name))
            continue
        document.odd += [(f"{_AROUND}: “{text}”", f"{name} แผ่น “{sheet.name}”") for text in sheet.around]
        remarks = _remarks(sheet)
        for at in [at for at in remarks if not _is_inside(sheet, at)]:
            document.odd += [(remark, _source(sheet, *at)) for remark in remarks.pop(at)]
        if sheet.texts or remarks:
            document.blocks.append(Grid(f"{name} แผ่น “{sheet.name}”", _cells(sheet, remarks)))
    return document


def _remarks(sheet: SheetCells) -> dict[tuple[int, int], list[str]]:
    """Return all remarks by cell; those at a cell below a merged one are those of the merged one."""
    found: dict[tuple[int, int], list[str]] = {at: [remark] for at, remark in sheet.odd.items()}
    for (row, column), remarks in sheet.seen.items():
        around = [area for area in sheet.merged if area[0] <= row <= area[2] and area[1] <= column <= area[3]]
        at = (around[0][0], around[0][1]) if around and (row, column) not in sheet.texts else (row, column)
        found.setdefault(at, []).extend(remarks)
    return found


def _is_inside(sheet: SheetCells, at: tuple[int, int]) -> bool:
    """Return whether a cell has a value, or lies between those that have one."""
    return at in sheet.texts or at in sheet.odd or (at[0] <= sheet.rows and at[1] <= sheet.columns)


def _cells(sheet: SheetCells, remarks: dict[tuple[int, int], list[str]]) -> list[GridCell]:
    spans = {(area[0], area[1]): area for area in sheet.merged}
    covered = {
        (row, column)
        for first_row, first_column, last_row, last_column in sheet.merged
        for row in range(first_row, min(last_row, first_row + 10_000) + 1)
        for column in range(first_column, min(last_column, first_column + _MOST_COLUMNS) + 1)
        if (row, column) != (first_row, first_column)
    }
    found = []
    for row, column in sorted({*sheet.texts, *remarks}):
        if (row, column) in covered and (row, column) not in sheet.texts:
            continue
        area = spans.get((row, column), (row, column, row, column))
        found.append(
            GridCell(
                sheet.texts.get((row, column), ""),
                row - 1,
                column - 1,
                area[2] - area[0] + 1,
                min(area[3] - area[1] + 1, _MOST_COLUMNS),
                _source(sheet, row, column),
                tuple(remarks.get((row, column), ())),
                tuple(sheet.texts.get((row, column), "").split("\n")),
            )
        )
    return found


def _source(sheet: SheetCells, row: int, column: int) -> str:
    return f"{sheet.name}!{_letters(column)}{row}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
