"""Converts the sheets of an office's own workbook to grids: one per sheet, merged areas as cells with spans."""

from __future__ import annotations

from generator.intake.grids import Grid, GridCell, OfficeDocument
from generator.intake.spreadsheets.xlsx_cells import BookCells, SheetCells

_MOST_COLUMNS = 200


def sheets_document(name: str, book: BookCells) -> OfficeDocument:
    """Return the non-empty sheets, each as a table; hidden sheets are reported and not read."""
    document = OfficeDocument(name)
    for sheet in book.sheets:
        if sheet.is_hidden:
            if sheet.texts:
                document.odd.append((f"แผ่นที่ซ่อนอยู่ “{sheet.name}”", name))
            continue
        if sheet.texts or sheet.odd:
            document.blocks.append(Grid(f"{name} แผ่น “{sheet.name}”", _cells(sheet)))
    return document


def _cells(sheet: SheetCells) -> list[GridCell]:
    spans = {(area[0], area[1]): area for area in sheet.merged}
    covered = {
        (row, column)
        for first_row, first_column, last_row, last_column in sheet.merged
        for row in range(first_row, min(last_row, first_row + 10_000) + 1)
        for column in range(first_column, min(last_column, first_column + _MOST_COLUMNS) + 1)
        if (row, column) != (first_row, first_column)
    }
    found = []
    for row, column in sorted({*sheet.texts, *sheet.odd}):
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
                f"{sheet.name}!{_letters(column)}{row}",
                tuple(filter(None, [sheet.odd.get((row, column), "")])),
                tuple(sheet.texts.get((row, column), "").split("\n")),
            )
        )
    return found


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
