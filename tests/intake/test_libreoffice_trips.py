"""Our workbook through LibreOffice: saved as xlsx, ods and xls it says the same."""

from __future__ import annotations

import pytest

from generator.intake.converting import converted, office_program
from generator.intake.our_books import read_cells
from generator.intake.workbook.book_reader import read_book
from tests.intake.some_books import book_of, real_content

pytestmark = [
    pytest.mark.soak,
    # Workbooks are read and written without it; CI has it, and there a skip is a failure.
    pytest.mark.skipif(office_program() is None, reason="needs LibreOffice: apt-get install libreoffice-calc"),
]


@pytest.mark.parametrize("way", [("xlsx",), ("ods",), ("xls",), ("ods", "xlsx"), ("xls", "xlsx")])
def test_the_real_plan_comes_back_equal(way: tuple[str, ...]) -> None:
    content = real_content()
    raw, ending = book_of(content), "xlsx"
    for wanted in way:
        raw = converted("แผน.xlsx", raw, ending, wanted, seconds=120)
        ending = wanted
    book = read_book(read_cells(f"แผน.{ending}", raw))
    assert book.content.files == content.files
    assert book.doubts == []
