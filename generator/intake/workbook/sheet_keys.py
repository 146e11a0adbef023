"""The hidden first row of our sheets: `#sheet:column:rest` in A1, then a key per column.

The rest says what a program could not know after a deletion: on the sheet of the plan, that a list of doubts belongs to
the workbook; on a list, which of its further columns (a year, a department) had values.

In: the cells of a sheet. Out: its key, the columns by key, and the names of cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.intake.spreadsheets.xlsx_cells import SheetCells

WITH_DOUBTS = "doubts"


def sheet_key(sheet: SheetCells) -> str:
    """Return the key of one of our sheets; empty for any other sheet."""
    first = sheet.texts.get((1, 1), "")
    key, _, _ = first.removeprefix("#").partition(":")
    return key if first.startswith("#") and ":" in first else ""


def first_cell(sheet: str, key: str, rest: Sequence[str] = ()) -> str:
    """Return the text of A1 from the key of a sheet, that of its first column, and the rest."""
    return ":".join((f"#{sheet}", key, *([",".join(rest)] if rest else [])))


def column_keys(sheet: SheetCells) -> dict[int, str]:
    """Return the keys of columns."""
    keys = {column: text for (row, column), text in sheet.texts.items() if row == 1}
    keys[1] = (*keys.get(1, "").split(":"), "")[1]
    return keys


def rest_of(sheet: SheetCells) -> list[str]:
    """Return the rest of A1."""
    _, _, rest = (*sheet.texts.get((1, 1), "").split(":", 2), "", "")[:3]
    return rest.split(",") if rest else []


def column_of(sheet: SheetCells, key: str, keys: Sequence[str]) -> int:
    """Return the column of a key; its original column if the key was deleted."""
    return next((column for column, text in column_keys(sheet).items() if text == key), keys.index(key) + 1)


def cell_name(sheet: SheetCells, row: int, column: int) -> str:
    """Return the name of a cell, `โครงการ!J14`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet.name}!{letters}{row}"
