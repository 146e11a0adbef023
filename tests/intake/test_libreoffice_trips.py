"""Our workbook saved by LibreOffice as xlsx, ods and xls reads back unchanged."""

from __future__ import annotations

import io

import openpyxl
import pytest

from generator.intake.converting import converted, office_program
from generator.intake.our_books import read_cells
from generator.intake.template_books import review_book
from generator.intake.workbook.book_reader import read_book
from generator.intake.workbook.book_writer import DOUBTS, CellNote
from tests.intake.some_books import book_of, real_content, saved

pytestmark = [
    pytest.mark.soak,
    # Workbooks are read and written without LibreOffice; CI has it, and a skip there is a failure.
    pytest.mark.skipif(office_program() is None, reason="needs LibreOffice: apt-get install libreoffice-calc"),
]


@pytest.mark.parametrize("way", [("xlsx",), ("ods",), ("xls",), ("ods", "xlsx"), ("xls", "xlsx")])
def test_real_plan_reads_back_unchanged(way: tuple[str, ...]) -> None:
    content = real_content()
    raw, ending = book_of(content), "xlsx"
    for wanted in way:
        raw = converted("แผน.xlsx", raw, ending, wanted, seconds=120)
        ending = wanted
    book = read_book(read_cells(f"แผน.{ending}", raw))
    assert book.content.files == content.files
    assert book.doubts == []


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_numbers_of_the_listed_doubts_survive_so_that_deleted_rows_are_noticed(ending: str) -> None:
    notes = [CellNote(f"สิ่งที่ต้องดู {number}", code="INTAKE-001") for number in range(1, 4)]
    raw = review_book(real_content(), notes, (), ())
    opened = openpyxl.load_workbook(io.BytesIO(raw))
    opened[DOUBTS].delete_rows(4)
    for book, deleted in ((raw, []), (saved(opened), ["สิ่งที่ต้องดู 2"])):
        kept = converted("แผน.xlsx", book, "xlsx", ending, seconds=120)
        carried = read_book(read_cells(f"แผน.{ending}", kept)).carried
        assert [one.note.message for one in carried.deleted] == deleted
        assert carried.unused == []
