"""The height of a row follows its longest text as displayed."""

from __future__ import annotations

from generator.exports.book_style import LINE, row_height


def test_a_row_without_texts_has_one_line() -> None:
    assert row_height([]) == LINE


def test_a_text_that_is_wider_than_its_column_takes_more_lines() -> None:
    assert row_height([("ก" * 10, 20), ("ก" * 50, 20)]) == 3 * LINE


def test_combining_marks_have_no_width() -> None:
    assert row_height([("ที่" * 8, 10)]) == row_height([("ทท" * 4, 10)])


def test_each_line_of_a_text_counts() -> None:
    assert row_height([("ก\nข\nค", 20)]) == 3 * LINE


def test_no_row_exceeds_the_limit_of_spreadsheets() -> None:
    assert row_height([("ก" * 100_000, 20)]) <= 409
