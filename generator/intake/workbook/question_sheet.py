"""The sheet of questions about columns: writes them with lists to choose from, and reads the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.errors import UsageError
from generator.exports.book_style import row_height
from generator.exports.csv_file import is_risky
from generator.intake.questions import KINDS, Question, answer_words, mapping_of
from generator.intake.spreadsheets.xlsx_cells import BookCells, SheetCells

KEY = "questions"
NAME = "ถามความหมายคอลัมน์"
_KEYS = ("_kind", "_source", "_head", "_examples", "answer")
_HEADS = ("", "ตารางที่", "หัวคอลัมน์ตามเอกสาร", "ตัวอย่างข้อความใต้หัวนี้", "คอลัมน์นี้คืออะไร (เลือกจากรายการ)")
_WIDTHS = (8, 36, 40, 60, 44)
_FIRST_ROW = 2


@dataclass(frozen=True)
class QuestionFormats:
    """Cell formats."""

    plain: Format
    risky: Format
    heading: Format
    asked: Format


def answer_lists(questions: Sequence[Question]) -> dict[str, list[str]]:
    """Return the lists of answers, by name."""
    return {_list_of(kind): answer_words(kind) for kind in dict.fromkeys(one.kind for one in questions)}


def write_questions(
    sheet: Worksheet, questions: Sequence[Question], answers: Sequence[str], formats: QuestionFormats
) -> int:
    """Write the sheet and return its last row; the lists are named ranges of the workbook.

    `answers` are those given so far, in the order of the questions, or nothing.
    """
    for place, (key, head, width) in enumerate(zip(_KEYS, _HEADS, _WIDTHS, strict=True)):
        sheet.write_string(0, place, f"#{KEY}:{key}" if not place else key, formats.plain)
        sheet.write_string(1, place, head, formats.heading)
        sheet.set_column(place, place, width, formats.plain, {"hidden": key == "_kind"})
    for row, one in enumerate(questions, start=_FIRST_ROW):
        examples = "\n".join(one.examples)
        sheet.set_row(row, row_height(((one.source, 32), (one.head, 36), (examples, 54))))
        for place, text in enumerate((one.kind, one.source, one.head, examples)):
            sheet.write_string(row, place, text, formats.risky if is_risky(text) else formats.plain)
        if answer := "".join(answers[row - _FIRST_ROW : row - _FIRST_ROW + 1]):
            sheet.write_string(row, len(_KEYS) - 1, answer, formats.asked)
        else:
            sheet.write_blank(row, len(_KEYS) - 1, None, formats.asked)
        source = f"=list_{_list_of(one.kind)}"
        sheet.data_validation(
            row, len(_KEYS) - 1, row, len(_KEYS) - 1, {"validate": "list", "source": source, "error_type": "warning"}
        )
    return _FIRST_ROW + len(questions) - 1


def answered(book: BookCells) -> dict[str, dict[str, str]]:
    """Return the mapping stated by the answers in a workbook; UsageError for an answer that is not on the list."""
    for sheet in book.sheets:
        if sheet.texts.get((1, 1), "").startswith(f"#{KEY}:"):
            return _mapping(sheet)
    return {}


def questions_of(sheet: SheetCells) -> list[tuple[Question, str]]:
    """Return the questions of the sheet with their answers so far."""
    return [(question, answer) for question, answer, _ in _answers(sheet)]


def _mapping(sheet: SheetCells) -> dict[str, dict[str, str]]:
    asked = list(_answers(sheet))
    for question, answer, row in asked:
        if answer and answer not in answer_words(question.kind):
            raise UsageError(f"{sheet.name}!E{row}: “{answer[:60]}” ไม่มีในรายการ ให้เลือกจากรายการในช่องนั้น")
    return mapping_of((question, answer) for question, answer, _ in asked)


def _answers(sheet: SheetCells) -> Iterator[tuple[Question, str, int]]:
    """Yield each question with its answer and row, finding the columns by key."""
    places = {text.rpartition(":")[2]: column for (row, column), text in sheet.texts.items() if row == 1}
    for row in range(_FIRST_ROW + 1, sheet.rows + 1):
        kind, source, head, examples, answer = (sheet.texts.get((row, places.get(key, 0)), "").strip() for key in _KEYS)
        if head and kind in ("", *KINDS):
            yield Question(kind, head, source, tuple(filter(None, examples.split("\n")))), answer, row


def _list_of(kind: str) -> str:
    return f"meaning_{kind or 'any'}"
