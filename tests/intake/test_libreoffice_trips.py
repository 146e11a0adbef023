"""Our workbook saved by LibreOffice as xlsx, ods and xls reads back unchanged."""

from __future__ import annotations

import pytest

from generator.intake.converting import converted, office_program
from generator.intake.our_books import read_cells
from generator.intake.workbook.book_reader import read_book
from tests.intake.some_books import book_of, real_content

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
