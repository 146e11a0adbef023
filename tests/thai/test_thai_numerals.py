"""Digits, whole numbers and amounts: accepted and refused texts, and round trips."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.numerals import (
    Digits,
    format_baht,
    format_integer,
    in_digits,
    parse_amount,
    parse_integer,
    read_count,
    to_arabic,
    to_thai,
)

DIGITS = st.sampled_from(["arabic", "thai"])
AMOUNTS = st.decimals(min_value=0, max_value=Decimal("999999999999999.99"), places=2)


def test_only_digits_are_converted() -> None:
    assert to_arabic("ข้อ ๒๕๖o (a1)") == "ข้อ 256o (a1)"
    assert to_thai("ข้อ 25๖๖ (a1)") == "ข้อ ๒๕๖๖ (a๑)"
    assert in_digits("25๖๖", "thai") == "๒๕๖๖"
    assert in_digits("25๖๖", "arabic") == "2566"


def test_digits_of_latin_names_stay_arabic() -> None:
    assert in_digits("2 ไฟล์ที่ไม่เป็น UTF-8 ข้อ o18", "thai") == "๒ ไฟล์ที่ไม่เป็น UTF-8 ข้อ o18"


@pytest.mark.parametrize(
    ("text", "baht"),
    [
        ("๒๐๐,๐๐๐", "200000"),
        ("200000", "200000"),
        ("200,000.-", "200000"),
        ("๒๐๐,๐๐๐.- บาท", "200000"),
        ("200,000.–บาท", "200000"),
        ("  ๑๐,๐๐๐ บาทถ้วน ", "10000"),
        ("฿ 1,500.5", "1500.50"),
        ("1,234,567.25", "1234567.25"),
        ("๑๐,000", "10000"),
        ("\u200b10,000\u00a0บาท", "10000"),
        ("0", "0"),
        ("0.50", "0.50"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_amount_as_officers_write_it_is_read(text: str, baht: str) -> None:
    assert str(parse_amount(text)) == baht


def test_equal_amounts_have_equal_digits() -> None:
    assert str(parse_amount("200,000.00")) == str(parse_amount("๒๐๐๐๐๐")) == "200000"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,00", "จุลภาค"),
        ("1,0000", "จุลภาค"),
        ("10000,000", "จุลภาค"),
        ("0,100", "จุลภาค"),
        ("1,,000", "จุลภาค"),
        ("1,000,", "จุลภาค"),
        ("-5", "ติดลบ"),
        ("\u22125", "ติดลบ"),
        ("(500)", "ติดลบ"),
        ("1.234", "ทศนิยมเกินสอง"),
        ("1000000000000000", "15 หลัก"),
        ("NaN", "ไม่ใช่ตัวเลข"),
        ("Infinity", "ไม่ใช่ตัวเลข"),
        ("1e5", "สิ่งอื่นปน"),
        ("1.", "สิ่งอื่นปน"),
        ("1.5.-", "สิ่งอื่นปน"),
        ("200, 000", "สิ่งอื่นปน"),
        ("10,000 ต่อคน", "สิ่งอื่นปน"),
        ("\u0661\u0662", "ไม่ใช่ตัวเลข"),  # Arabic-Indic digits, which int() accepts
        ("", "ไม่มีตัวเลข"),
    ],
)
def test_text_that_is_no_amount_is_refused_with_a_thai_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"อ่านจำนวนเงิน.*{reason}"):
        parse_amount(text)


@pytest.mark.parametrize(("text", "number"), [("๓๐", 30), (" 1,234 ", 1234), ("007", 7), ("0", 0)])
def test_whole_number_is_read(text: str, number: int) -> None:
    assert parse_integer(text) == number


@pytest.mark.parametrize("text", ["", "30 คน", "1.0", "-1", "1,00", "๑_๐", "9" * 16, "9" * 5000])
def test_text_that_is_no_whole_number_is_refused_in_thai(text: str) -> None:
    with pytest.raises(ValueError, match="อ่านจำนวน"):
        parse_integer(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๓๐ คน", 30),
        ("30", 30),
        ("จำนวน 1,200 ราย", 1200),
        ("จํานวน ๒ ครั้ง", 2),
        ("12อัตรา", 12),
        ("5 รุ่น.", 5),
        ("12.0", 12),
        ("สิบสองคน", 12),
        ("๑๒ คน (สิบสองคน)", 12),
        ("12 (สิบสอง) คน", 12),
        ("พนักงานเทศบาล 12 คน", 12),
    ],
)
def test_count_is_read_with_its_unit(text: str, number: int) -> None:
    assert read_count(text) == (number, "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ร้อยละ 80", "ร้อยละ"),
        ("๘๐ %", "ร้อยละ"),
        ("ไม่น้อยกว่า 30 คน", "ประมาณ"),
        ("20-30 คน", "ประมาณ"),
        ("30 คน ขึ้นไป", "ประมาณ"),
        ("30 คน 2 รุ่น", "หลายจำนวน"),
        ("12,00 คน", "จุลภาค"),
        ("30 คน/รุ่น", "สิ่งอื่นปน"),
        ("1.000 คน", "สิ่งอื่นปน"),
        ("12 คน (สิบสามคน)", "ไม่ตรงกัน"),
        ("ร้อยคน", "ตัวหนังสือ"),
        ("สองสามคน", "ตัวหนังสือ"),
        ("-5", "ติดลบ"),
        ("ทุกคน", "ไม่ใช่ตัวเลข"),
        ("", "ไม่มีตัวเลข"),
        ("9" * 5000, "ยาวเกิน"),
    ],
)
def test_text_that_is_no_count_returns_none_and_a_thai_reason(text: str, reason: str) -> None:
    number, doubt = read_count(text)
    assert number is None
    assert reason in doubt


@given(st.text() | st.text(alphabet="0๑2๓,.-– คนครั้ง%ไม่เกินร้อยละ"))
def test_any_text_is_a_count_or_has_a_reason(text: str) -> None:
    number, doubt = read_count(text)
    assert (number is None) == bool(doubt)


@pytest.mark.parametrize(
    ("amount", "digits", "shown"),
    [
        ("1234567", "arabic", "1,234,567"),
        ("1234567", "thai", "๑,๒๓๔,๕๖๗"),
        ("1234.5", "arabic", "1,234.50"),
        ("1234.00", "arabic", "1,234"),
        ("0", "arabic", "0"),
        ("-0.001", "arabic", "0"),
        ("0.005", "arabic", "0.01"),
        ("-1500", "arabic", "-1,500"),
    ],
)
def test_amount_shows_satang_only_if_there_are_any(amount: str, digits: Digits, shown: str) -> None:
    assert format_baht(Decimal(amount), digits) == shown


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_amount_that_is_not_finite_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="จำนวนเงิน"):
        format_baht(Decimal(amount), "arabic")


@given(AMOUNTS, DIGITS)
def test_an_amount_shown_is_read_back_as_it_was(amount: Decimal, digits: Digits) -> None:
    assert parse_amount(format_baht(amount, digits)) == amount
    assert parse_amount(f"{format_baht(amount, digits)} บาท") == amount


@given(st.integers(min_value=0, max_value=10**15 - 1), DIGITS)
def test_a_count_shown_is_read_back_as_it_was(number: int, digits: Digits) -> None:
    assert parse_integer(format_integer(number, digits)) == number


@given(st.text() | st.text(alphabet="0๑2๓,.-– บาท()฿e\u200b"))
def test_any_text_is_a_number_or_a_value_error(text: str) -> None:
    for parse in (parse_amount, parse_integer):
        try:
            assert parse(text) >= 0
        except ValueError as error:
            assert str(error).startswith("อ่านจำนวน")
