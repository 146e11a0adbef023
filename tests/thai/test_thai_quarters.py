"""Quarters as plans print them: accepted and refused texts, and round trips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.dates import format_quarters, parse_quarters, quarters_in_words
from generator.thai.numerals import Digits


@pytest.mark.parametrize(
    ("text", "quarters"),
    [
        ("ไตรมาสที่ ๑-๔", (1, 2, 3, 4)),
        ("ไตรมาสที่๑-๔", (1, 2, 3, 4)),
        ("✓ (ไตรมาสที่ ๓)", (3,)),
        ("ไตรมาส 2", (2,)),
        ("๑,๓", (1, 3)),
        ("1-2, 4", (1, 2, 4)),
        ("๑ และ ๓", (1, 3)),
        ("1, 2 และ 4", (1, 2, 4)),
        ("ไตรมาสที่ 1 ถึงไตรมาสที่ 3", (1, 2, 3)),
        ("ไตรมาสที่ 2 – 3", (2, 3)),
        ("4, 1, 1-2", (1, 2, 4)),
        ("ไตรมาสที่ 1 ไตรมาสที่ 2", (1, 2)),
        ("ไตรมาสที่ 1ไตรมาสที่ 2", (1, 2)),
        ("1 2", (1, 2)),
        ("ตลอดปี", (1, 2, 3, 4)),
        ("ตลอดปีงบประมาณ", (1, 2, 3, 4)),
    ],
)
def test_quarters_as_plans_print_them_are_read(text: str, quarters: tuple[int, ...]) -> None:
    assert parse_quarters(text) == quarters


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0", "ไม่มีไตรมาสที่ 0"),
        ("ไตรมาสที่ ๕", "ไม่มีไตรมาสที่ 5"),
        ("1-5", "ไม่มีไตรมาสที่ 5"),
        ("12", "ไม่มีไตรมาสที่ 12"),
        ("4-1", "เรียงกลับกัน"),
        ("", "รูปแบบ"),
        ("ไตรมาสที่", "รูปแบบ"),
        ("1-2-3", "รูปแบบ"),
        ("1,", "รูปแบบ"),
        ("มกราคม", "รูปแบบ"),
        ("9" * 5000, "รูปแบบ"),
    ],
)
def test_text_without_a_quarter_is_refused_with_a_thai_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"อ่านไตรมาส.*{reason}"):
        parse_quarters(text)


@pytest.mark.parametrize(
    ("quarters", "digits", "shown"),
    [
        ((1, 2, 3, 4), "arabic", "ไตรมาสที่ 1-4"),
        ((1, 2, 4), "thai", "ไตรมาสที่ ๑-๒, ๔"),
        ((3,), "arabic", "ไตรมาสที่ 3"),
    ],
)
def test_runs_of_quarters_are_shown_as_ranges(quarters: tuple[int, ...], digits: Digits, shown: str) -> None:
    assert format_quarters(quarters, digits) == shown


@pytest.mark.parametrize(
    ("quarters", "digits", "shown"),
    [
        ((2,), "arabic", "ไตรมาส 2 (ม.ค.–มี.ค.)"),
        ((1, 2), "thai", "ไตรมาส ๑-๒ (ต.ค.–มี.ค.)"),
        ((1, 3, 4), "arabic", "ไตรมาส 1, 3-4 (ต.ค.–ธ.ค. และ เม.ย.–ก.ย.)"),
        ((1, 2, 3, 4), "arabic", "ตลอดปี (ไตรมาส 1-4)"),
    ],
)
def test_quarters_in_words_have_their_months(quarters: tuple[int, ...], digits: Digits, shown: str) -> None:
    assert quarters_in_words(quarters, digits) == shown


@pytest.mark.parametrize("quarters", [(), (0,), (1, 5)])
def test_quarters_that_do_not_exist_are_refused(quarters: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ไตรมาส"):
        format_quarters(quarters, "arabic")


@given(st.sets(st.integers(1, 4), min_size=1), st.sampled_from(["arabic", "thai"]))
def test_quarters_shown_are_read_back_as_they_were(quarters: set[int], digits: Digits) -> None:
    assert parse_quarters(format_quarters(quarters, digits)) == tuple(sorted(quarters))


@given(st.text() | st.text(alphabet="0๑2๓45,- ไตรมาสที่และถึง()✓"))
def test_any_text_names_quarters_or_is_a_value_error(text: str) -> None:
    try:
        assert set(parse_quarters(text)) <= {1, 2, 3, 4}
    except ValueError as error:
        assert str(error).startswith("อ่านไตรมาส")
