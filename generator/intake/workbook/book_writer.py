"""Writes a laid-out workbook with notes as the bytes of an xlsx file. Same input, same bytes.

Row 1 of each sheet is hidden and contains keys, row 2 the Thai headings. All cells are text, so that no program
converts them to numbers or dates. Notes appear as cell comments, colours, and a list with links.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generator.exports.book_style import FONT, HEADING, WRAPPED, row_height
from generator.exports.csv_file import is_risky
from generator.findings import Severity
from generator.intake.questions import Question
from generator.intake.workbook import question_sheet
from generator.intake.workbook.book_layout import ContentPlace, LaidBook, LaidSheet, wholes
from generator.intake.workbook.question_sheet import QuestionFormats, answer_lists, write_questions
from generator.intake.workbook.sheet_keys import WITH_DOUBTS, first_cell
from generator.words.findings import SEVERITY

SCHEMA = 1
FIRST_ROW = 2
"""First row of values, from 0."""
INTRO, LISTS = "อ่านก่อน", "_รายการ"
"""Names of the sheets without keys: how to use the workbook, and the lists to choose from."""
DOUBTS, DOUBTS_KEY = "สิ่งที่ต้องดู", "doubts"
WRITTEN, WRITTEN_KEY = "_สิ่งที่ต้องดู", "written_doubts"
"""Hidden copy of the list of doubts: tells which rows were deleted from the list."""
FOUND, FOUND_KEY = "ผลการตรวจ", "findings"
KEPT_KEY = "kept"
CHECKED = "ดูแล้ว"
NOT_CHECKED = "ยังไม่ได้ดู"
DOUBT_KEYS = ("_state", "_place", "_message", "_remedy", "_source", "_code", "_target", "_id")
HIDDEN_KEYS = ("_target", "_id")
_TEXT = {**WRAPPED, "num_format": "@"}
_COLOURS = {Severity.ERROR: "#F8D0CC", Severity.WARNING: "#FFF2B8", Severity.NOTICE: "#DDEBF7"}
_LONGEST_COMMENT = 900
_ROOM = 0.88
"""Share of a column's width that Thai text can use in LibreOffice, which breaks lines only between words."""


@dataclass(frozen=True)
class CellNote:
    """A note at a cell."""

    message: str
    severity: Severity = Severity.WARNING
    remedy: str = ""
    source: str = ""
    """Its place in the source document: `ตารางที่ 4 แถว 7 ช่อง 5`."""
    place: ContentPlace | None = None
    """The value concerned."""
    code: str = ""
    is_open: bool = True
    """Whether an officer still has to review it."""
    state: str = ""
    """Its state as an officer wrote it; empty for a new one."""
    also: tuple[ContentPlace, ...] = ()
    """Further values concerned, whose cells are marked too."""


@dataclass(frozen=True)
class KeptTable:
    """A table, or paragraphs, of a document from which no value was taken: kept as read."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def write_book(
    laid: LaidBook,
    *,
    title: str,
    intro: Sequence[tuple[str, str]],
    doubts: Sequence[CellNote] = (),
    findings: Sequence[CellNote] = (),
    kept_tables: Sequence[KeptTable] = (),
    questions: Sequence[Question] = (),
    answers: Sequence[str] = (),
    code: str = "",
    cycle: str = "",
    is_whole: bool = False,
) -> bytes:
    """Return the workbook; `is_whole`: it contains the whole plan, so values deleted from it are deleted on import.

    Doubts and findings have a sheet each: open doubts stop an import, each check makes new findings.
    """
    return _Book(
        laid,
        title,
        (doubts, findings),
        kept_tables,
        (questions, answers),
        {"lao_code": code, "cycle": cycle, "whole": "yes" if is_whole else "no"},
    ).made(intro)


class _Book:
    def __init__(
        self,
        laid: LaidBook,
        title: str,
        notes: tuple[Sequence[CellNote], Sequence[CellNote]],
        kept_tables: Sequence[KeptTable],
        questions: tuple[Sequence[Question], Sequence[str]],
        said: dict[str, str],
    ) -> None:
        self._laid, self._kept = laid, kept_tables
        self._doubts, self._findings = notes
        self._notes = [*self._doubts, *self._findings]
        self._questions, self._answers = questions
        self._file = io.BytesIO()
        self._book = Workbook(self._file, {"in_memory": True, "default_format_properties": dict(FONT)})
        # A fixed creation date, so that the same plan gives the same bytes.
        self._book.set_properties({"title": title, "created": datetime.datetime(2020, 1, 1)})  # noqa: DTZ001  # no zone in the format
        self._book.set_custom_property("phaen_intake_schema", SCHEMA, "number")
        for name, value in said.items():
            self._book.set_custom_property(f"phaen_{name}", value, "text")
        self._heading = self._format(**HEADING)
        self._plain = self._format()
        self._risky = self._format(quote_prefix=True)
        self._link = self._format(font_color="#0B5394", underline=1)
        self._marked = {one: self._format(bg_color=colour) for one, colour in _COLOURS.items()}
        self._title = title
        self._marks: dict[str, dict[tuple[int, int], list[CellNote]]] = {}
        """Notes by cell of each sheet."""

    def _format(self, **properties: Any) -> Format:
        return self._book.add_format({**_TEXT, **properties})

    def made(self, intro: Iterable[tuple[str, str]]) -> bytes:
        self._intro(intro)
        at = self._places()
        if self._findings:
            self._list_of_notes(FOUND, FOUND_KEY, range(len(self._doubts), len(self._notes)), at)
        if self._doubts:
            self._list_of_notes(DOUBTS, DOUBTS_KEY, range(len(self._doubts)), at)
            self._list_of_notes(WRITTEN, WRITTEN_KEY, range(len(self._doubts)), at).hide()
        if self._questions:
            asked = self._format(bg_color=_COLOURS[Severity.WARNING])
            formats = QuestionFormats(self._plain, self._risky, self._heading, asked)
            page = self._book.add_worksheet(question_sheet.NAME)
            self._frame(page, 4, write_questions(page, self._questions, self._answers, formats))
        for sheet in self._laid.sheets:
            self._sheet(sheet)
        for number, table in enumerate(self._kept, start=1):
            self._kept_table(number, table)
        self._lists()
        self._book.close()
        return self._file.getvalue()

    def _places(self) -> dict[int, tuple[LaidSheet, int, int]]:
        """Return the cell of each note: that of its value, or of the nearest parent. Also finds the cells to mark."""
        cells: dict[ContentPlace, tuple[LaidSheet, int, int]] = {}
        for sheet in self._laid.sheets:
            shown = next((place for place, column in enumerate(sheet.columns) if not column.hidden), 0)
            for number, row in enumerate(sheet.rows, start=FIRST_ROW):
                if row.place:
                    cells.setdefault(row.place, (sheet, number, shown))
                for place, column in enumerate(sheet.columns):
                    target = sheet.place_of(row, column)
                    if target and not column.key.startswith("_"):
                        cells.setdefault(target, (sheet, number, place))
                        if row.place and not column.hidden:
                            for whole in wholes(row.place, target):
                                cells.setdefault(whole, (sheet, number, place))
                        cells.setdefault(ContentPlace(target.file, ()), (sheet, number, place))

        def cell_of(about: ContentPlace | None) -> tuple[LaidSheet, int, int] | None:
            while about is not None and about not in cells and about.path:
                about = ContentPlace(about.file, about.path[:-1])
            return cells.get(about) if about is not None else None

        found = {}
        for index, note in enumerate(self._notes):
            if cell := cell_of(note.place):
                found[index] = cell
            marked = [one for one in map(cell_of, (note.place, *note.also)) if one is not None]
            for key, line, position in dict.fromkeys((on.key, line, position) for on, line, position in marked):
                self._marks.setdefault(key, {}).setdefault((line, position), []).append(note)
        return found

    def _intro(self, lines: Iterable[tuple[str, str]]) -> None:
        sheet = self._book.add_worksheet(INTRO)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        sheet.hide_gridlines(2)
        for row, (label, text) in enumerate(lines):
            sheet.set_row(row, row_height(((label, 34), (text, 90))))
            sheet.write_string(row, 0, label, self._heading if not text else self._plain)
            sheet.write_string(row, 1, text, self._risky if is_risky(text) else self._plain)
        self._page(sheet)

    def _list_of_notes(self, name: str, key: str, which: range, at: dict[int, tuple[LaidSheet, int, int]]) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        heads = ("ระดับ" if key == FOUND_KEY else "สถานะ", "ที่", "สิ่งที่พบ", "วิธีแก้", "ที่มาในเอกสาร", "รหัส", "", "")
        widths = (14, 24, 70, 60, 34, 14, 10, 10)
        for place, (column, head, width) in enumerate(zip(DOUBT_KEYS, heads, widths, strict=True)):
            sheet.write_string(0, place, first_cell(key, column) if not place else column, self._plain)
            sheet.write_string(1, place, head, self._heading)
            sheet.set_column(place, place, width, self._plain, {"hidden": column in HIDDEN_KEYS})
        sheet.set_row(1, row_height(zip(heads, widths, strict=True)))
        for row, index in enumerate(which, start=FIRST_ROW):
            note = self._notes[index]
            message = note.message.removeprefix(f"{note.code} ")  # the code has a column
            sheet.set_row(row, row_height(((message, 60), (note.remedy, 50), (note.source, 30))))
            state = note.state or (NOT_CHECKED if note.is_open else CHECKED)
            sheet.write_string(
                row, 0, SEVERITY[note.severity] if key == FOUND_KEY else state, self._marked[note.severity]
            )
            linked = ""
            if index in at:
                target, line, position = at[index]
                cell = xl_rowcol_to_cell(line, position)
                linked = f"{target.name}!{cell}"
                sheet.write_url(row, 1, f"internal:'{target.name}'!{cell}", self._link, linked)
                sheet.write_string(row, 6, f"{target.key}!{cell}", self._plain)
            source = "" if key == FOUND_KEY and note.source == linked else note.source
            for place, text in ((2, message), (3, note.remedy), (4, source), (5, note.code)):
                sheet.write_string(row, place, text, self._risky if is_risky(text) else self._plain)
            if key != FOUND_KEY:
                sheet.write_string(row, DOUBT_KEYS.index("_id"), str(index + 1), self._plain)
        last = FIRST_ROW + len(which) - 1
        if key == DOUBTS_KEY:
            sheet.data_validation(
                FIRST_ROW, 0, last, 0, {"validate": "list", "source": [NOT_CHECKED, CHECKED], "error_type": "warning"}
            )
        self._frame(sheet, len(DOUBT_KEYS) - 1, last)
        return sheet

    def _sheet(self, laid: LaidSheet) -> None:
        sheet = self._book.add_worksheet(laid.name)
        notes = self._marks.get(laid.key, {})
        rest = [WITH_DOUBTS] if laid.key == "plan" and self._doubts else laid.further_columns()
        for place, column in enumerate(laid.columns):
            first = first_cell(laid.key, column.key, rest)
            sheet.write_string(0, place, column.key if place else first, self._plain)
            sheet.write_string(1, place, column.heading, self._heading)
            sheet.set_column(place, place, column.width, self._plain, {"hidden": column.hidden})
        for number, row in enumerate(laid.rows, start=FIRST_ROW):
            sheet.set_row(
                number,
                row_height((row.cells.get(one.key, ""), one.width * _ROOM) for one in laid.columns if not one.hidden),
            )
            for place, column in enumerate(laid.columns):
                self._cell(sheet, number, place, row.cells.get(column.key, ""), notes.get((number, place), []))
        sheet.set_row(1, row_height((one.heading, one.width * _ROOM) for one in laid.columns if not one.hidden))
        last = FIRST_ROW + len(laid.rows) + laid.blank_rows - 1
        for place, column in enumerate(laid.columns):
            if column.choices and self._laid.choices.get(column.choices) and last >= FIRST_ROW:
                source = f"=list_{column.choices}"
                sheet.data_validation(
                    FIRST_ROW, place, last, place, {"validate": "list", "source": source, "error_type": "warning"}
                )
        self._frame(sheet, len(laid.columns) - 1, last)
        end = f"${xl_col_to_name(len(laid.columns) - 1)}${max(last, FIRST_ROW - 1) + 1}"
        self._book.define_name(f"phaen_in_{laid.key}", f"='{laid.name}'!$A$1:{end}")

    def _cell(self, sheet: Worksheet, row: int, index: int, text: str, notes: list[CellNote]) -> None:
        if notes:
            gravest = min((one.severity for one in notes), key=list(Severity).index)
            sheet.write_string(row, index, text, self._marked[gravest])
            said = "\n".join(" ".join(filter(None, (one.message, one.source and f"({one.source})"))) for one in notes)
            options = {"x_scale": 2.2, "y_scale": 1.6, "author": "", "font_size": 10}
            sheet.write_comment(row, index, said[:_LONGEST_COMMENT], options)
        elif text:
            sheet.write_string(row, index, text, self._risky if is_risky(text) else self._plain)

    def _kept_table(self, number: int, table: KeptTable) -> None:
        sheet = self._book.add_worksheet(f"ที่ไม่ได้ใช้ {number}")
        sheet.write_string(0, 0, first_cell(KEPT_KEY, "_text"), self._plain)
        sheet.write_string(1, 0, table.name, self._heading)
        width = max((len(row) for row in table.rows), default=1)
        sheet.set_column(0, max(width - 1, 0), 24, self._plain)
        sheet.set_row(1, row_height([(table.name, 24 * _ROOM)]))
        for row, texts in enumerate(table.rows, start=FIRST_ROW):
            sheet.set_row(row, row_height((text, 24 * _ROOM) for text in texts))
            for place, text in enumerate(texts):
                if text:
                    sheet.write_string(row, place, text, self._risky if is_risky(text) else self._plain)
        self._frame(sheet, max(width - 1, 0), FIRST_ROW + len(table.rows) - 1)

    def _lists(self) -> None:
        choices = self._laid.choices | answer_lists(self._questions)
        if not choices:
            return
        sheet = self._book.add_worksheet(LISTS)
        for place, (kind, words) in enumerate(choices.items()):
            column = xl_col_to_name(place)
            for row, word in enumerate(words):
                sheet.write_string(row, place, word, self._plain)
            self._book.define_name(f"list_{kind}", f"='{LISTS}'!${column}$1:${column}${len(words)}")
        sheet.hide()

    def _frame(self, sheet: Worksheet, last_column: int, last_row: int) -> None:
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.autofilter(1, 0, max(last_row, FIRST_ROW), last_column)
        sheet.repeat_rows(1)
        self._page(sheet)

    def _page(self, sheet: Worksheet) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
