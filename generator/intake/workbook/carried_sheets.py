"""Reads what a workbook has besides the plan, so that its annotated copy has it too.

In: the cells of a workbook, and the cell of every value. Out: listed doubts with their states, tables and texts without
use, questions about columns with their answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.intake.questions import Question
from generator.intake.spreadsheets.xlsx_cells import BookCells, SheetCells
from generator.intake.workbook.book_layout import ContentPlace, cell_place
from generator.intake.workbook.book_writer import (
    CHECKED,
    DOUBT_KEYS,
    DOUBTS_KEY,
    HIDDEN_KEYS,
    INTRO,
    KEPT_KEY,
    LISTS,
    WRITTEN_KEY,
    CellNote,
    KeptTable,
)
from generator.intake.workbook.question_sheet import KEY, questions_of
from generator.intake.workbook.sheet_keys import cell_name, column_keys, column_of, sheet_key

_FIRST_ROW = 3


@dataclass(frozen=True)
class ListedDoubt:
    """One row of the list of doubts."""

    cell: str
    """The cell of its state."""
    note: CellNote
    identifier: str = ""
    """Which of the doubts written into the workbook it is; empty in workbooks of earlier versions."""


@dataclass
class CarriedSheets:
    """Everything of a workbook that is not part of the plan."""

    doubts: list[ListedDoubt] = field(default_factory=list)
    deleted: list[ListedDoubt] = field(default_factory=list)
    """Doubts whose rows were deleted from the list, as they were written."""
    kept_tables: list[KeptTable] = field(default_factory=list)
    """Texts without use, and sheets that are not ours."""
    questions: list[tuple[Question, str]] = field(default_factory=list)
    """Questions about columns, and the answers so far."""
    unused: list[tuple[str, str]] = field(default_factory=list)
    """Cells whose text is not in the plan, and the text."""


def carried_sheets(book: BookCells, origins: Mapping[ContentPlace, str]) -> CarriedSheets:
    """Return what a workbook has besides the plan; `origins` is the cell of every value."""
    found = CarriedSheets()
    places = _PlacesOfCells(book, origins)
    written: list[ListedDoubt] = []
    seen: set[str] = set()
    for sheet in book.sheets:
        key = sheet_key(sheet)
        if key in seen and key != KEPT_KEY:  # a copy of a sheet, which is not read
            found.kept_tables.append(KeptTable(sheet.name, _rows(sheet, 2)))
            continue
        seen.update(filter(None, [key]))
        if key == DOUBTS_KEY:
            found.doubts += _doubts(sheet, places)
            found.unused += _remarks(sheet)
        elif key == WRITTEN_KEY:
            written += _doubts(sheet, places)
        elif key == KEPT_KEY:
            found.kept_tables.append(KeptTable(sheet.texts.get((2, 1), ""), _rows(sheet, _FIRST_ROW)))
        elif key == KEY:
            found.questions += questions_of(sheet)
        elif not key and sheet.texts and sheet.name not in (INTRO, LISTS):
            found.kept_tables.append(KeptTable(sheet.name, _rows(sheet, 1)))
    listed = {one.identifier for one in found.doubts}
    found.deleted = [one for one in written if one.identifier not in listed]
    return found


class _PlacesOfCells:
    """The value that a cell shows, or would show: an empty cell belongs to the record of its row."""

    def __init__(self, book: BookCells, origins: Mapping[ContentPlace, str]) -> None:
        self._sheets = {sheet_key(sheet): sheet for sheet in reversed(book.sheets)}
        self._shown: dict[str, ContentPlace] = {}
        self._records: dict[str, ContentPlace] = {}
        for place, cell in origins.items():
            if place.path and len(place.path) > len(self._shown.get(cell, ContentPlace("", ())).path):
                self._shown[cell] = place
            row = _row_of(cell)
            if place.path and (row not in self._records or len(place.path) < len(self._records[row].path)):
                self._records[row] = place

    def place(self, target: str) -> ContentPlace | None:
        """Return the value at `projects!J14`: the key of a sheet, and a cell."""
        key, _, cell = target.partition("!")
        sheet = self._sheets.get(key)
        if sheet is None:
            return None
        name = f"{sheet.name}!{cell}"
        if name in self._shown:
            return self._shown[name]
        row = _row_of(name)
        number = row.rpartition("!")[2]
        for column, column_key in column_keys(sheet).items():
            if number.isdecimal() and cell_name(sheet, int(number), column) == name:
                return cell_place(self._records.get(row), column_key)
        return self._records.get(row)


def _row_of(cell: str) -> str:
    """Return sheet and row of a cell: `โครงการ!14` of `โครงการ!J14`."""
    sheet, _, name = cell.rpartition("!")
    return f"{sheet}!{name.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def _doubts(sheet: SheetCells, places: _PlacesOfCells) -> Iterator[ListedDoubt]:
    for row in range(_FIRST_ROW, sheet.rows + 1):
        state, message, remedy, source, code, target, identifier = (
            sheet.texts.get((row, column_of(sheet, key, DOUBT_KEYS)), "")
            for key in ("_state", "_message", "_remedy", "_source", "_code", "_target", "_id")
        )
        if code.startswith("INTAKE"):
            note = CellNote(
                message,
                remedy=remedy,
                source=source,
                place=places.place(target),
                code=code,
                is_open=state.strip() != CHECKED,
                state=state,
            )
            yield ListedDoubt(cell_name(sheet, row, column_of(sheet, "_state", DOUBT_KEYS)), note, identifier)


def _remarks(sheet: SheetCells) -> Iterator[tuple[str, str]]:
    """Yield what an officer wrote beside or below the listed doubts."""
    own = {column_of(sheet, key, DOUBT_KEYS) for key in DOUBT_KEYS}
    code = column_of(sheet, "_code", DOUBT_KEYS)
    hidden = {column_of(sheet, key, DOUBT_KEYS) for key in HIDDEN_KEYS}
    for (row, column), text in sorted(sheet.texts.items()):
        if (
            row >= _FIRST_ROW
            and text.strip()
            and column not in hidden
            and (column not in own or not sheet.texts.get((row, code)))
        ):
            yield cell_name(sheet, row, column), text


def _rows(sheet: SheetCells, first: int) -> tuple[tuple[str, ...], ...]:
    columns = range(1, sheet.columns + 1)
    return tuple(tuple(sheet.texts.get((row, one), "") for one in columns) for row in range(first, sheet.rows + 1))
