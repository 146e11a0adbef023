"""Fiscal years and cycles: their days, accepted and refused texts."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.dates import Cycle, FiscalYear
from generator.thai.numerals import to_thai

FISCAL_YEARS = st.builds(FiscalYear, st.integers(2500, 2700))
DAYS = st.dates(datetime.date(1956, 10, 1), datetime.date(2157, 9, 30))


def test_fiscal_year_2567_runs_from_october_2566_to_september_2567() -> None:
    year = FiscalYear(2567)
    assert year.first_day == datetime.date(2023, 10, 1)
    assert year.last_day == datetime.date(2024, 9, 30)
    assert year.contains(datetime.date(2023, 10, 1))
    assert not year.contains(datetime.date(2023, 9, 30))
    assert not year.contains(datetime.date(2024, 10, 1))
    assert str(year) == "2567"
    assert year.next() == FiscalYear(2568) > year


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (1, "2023-10-01", "2023-12-31"),
        (2, "2024-01-01", "2024-03-31"),
        (3, "2024-04-01", "2024-06-30"),
        (4, "2024-07-01", "2024-09-30"),
    ],
)
def test_the_first_quarter_is_october_to_december(quarter: int, first: str, last: str) -> None:
    days = (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert FiscalYear(2567).quarter_range(quarter) == days


def test_quarters_that_do_not_exist_are_refused() -> None:
    for quarter in (0, 5):
        with pytest.raises(ValueError, match="ไม่มีไตรมาสที่"):
            FiscalYear(2567).quarter_range(quarter)


@given(DAYS)
def test_every_day_is_in_one_quarter_of_one_fiscal_year(day: datetime.date) -> None:
    year = FiscalYear.of(day)
    assert year.contains(day)
    quarters = [year.quarter_range(quarter) for quarter in (1, 2, 3, 4)]
    assert sum(first <= day <= last for first, last in quarters) == 1
    assert (quarters[0][0], quarters[-1][1]) == (year.first_day, year.last_day)


@pytest.mark.parametrize(
    "text",
    [
        "2567",
        "๒๕๖๗",
        "25๖๗",
        "พ.ศ. 2567",
        "พ.ศ.๒๕๖๗",
        "พ. ศ. 2567",
        "พ.ศ 2567",
        "พศ ๒๕๖๗",
        "พ ศ 2567",
        "พ . ศ . 2567",
        "ปี พ.ศ ๒๕๖๗",
        "ประจําปีงบประมาณ พ.ศ ๒๕๖๗",  # sara am in two parts
        "ปี 2567",
        "ปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ประจำปีงบประมาณ ๒๕๖๗",
        "งบประมาณปี 2567",
        "ปีงบฯ ๒๕๖๗",
        "ปี 67",
        "ปีงบประมาณ พ.ศ. ๖๗",
        " 2567\u200b",
    ],
)
def test_year_as_officers_write_it_is_read(text: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(2567)


@pytest.mark.parametrize("text", ["", "67", "๒๕๖o", "25670", "2567.0", "สองพัน", "-2567", "9" * 5000])
def test_text_that_is_no_year_is_refused_in_thai(text: str) -> None:
    with pytest.raises(ValueError, match=r"อ่านปี .* ไม่ได้"):
        FiscalYear.parse(text)


def test_common_era_year_is_refused_with_its_buddhist_year() -> None:
    with pytest.raises(ValueError, match=r"คริสต์ศักราช.*พ\.ศ\. 2567"):
        FiscalYear.parse("2024")
    with pytest.raises(ValueError, match="คริสต์ศักราช"):
        FiscalYear.parse("ค.ศ. 2567")
    with pytest.raises(ValueError, match="อยู่นอกช่วง"):
        FiscalYear(2701)


@given(FISCAL_YEARS)
def test_a_year_shown_is_read_back_as_it_was(year: FiscalYear) -> None:
    assert FiscalYear.parse(str(year)) == FiscalYear.parse(f"พ.ศ. {to_thai(str(year))}") == year


@pytest.mark.parametrize(
    "text",
    [
        "2567-2569",
        "๒๕๖๗ - ๒๕๖๙",
        "๒๕๖๗–๒๕๖๙",
        "2567 — 2569",
        "พ.ศ. ๒๕๖๗ ถึง พ.ศ. ๒๕๖๙",
        "พ.ศ ๒๕๖๗ - พศ ๒๕๖๙",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ - ๒๕๖๙",
    ],
)
def test_cycle_as_officers_write_it_is_read(text: str) -> None:
    cycle = Cycle.parse(text)
    assert cycle == Cycle(FiscalYear(2567), FiscalYear(2569))
    assert cycle.slug == str(cycle) == "2567-2569"


def test_cycle_has_its_years_and_days() -> None:
    cycle = Cycle.parse("2567-2569")
    assert cycle.years == (FiscalYear(2567), FiscalYear(2568), FiscalYear(2569))
    assert cycle.length == 3
    assert cycle.first_day == datetime.date(2023, 10, 1)
    assert cycle.last_day == datetime.date(2026, 9, 30)
    assert cycle.contains(datetime.date(2024, 12, 31))
    assert not cycle.contains(datetime.date(2026, 10, 1))
    assert cycle < Cycle.parse("2570-2572")


def test_cycle_of_four_years_is_accepted() -> None:
    assert Cycle.parse("2570-2573").length == 4


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2569-2567", "กลับกัน"),
        ("2567-2577", "เกิน 10 ปี"),
        ("2567", "คั่นด้วยขีด"),
        ("2567-2568-2569", "คั่นด้วยขีด"),
        ("2567-69", "สี่หลัก"),
        ("2024-2026", "คริสต์ศักราช"),
        ("", "คั่นด้วยขีด"),
    ],
)
def test_text_that_is_no_cycle_is_refused_with_a_thai_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Cycle.parse(text)


@given(st.integers(2500, 2691), st.integers(0, 9))
def test_a_cycle_shown_is_read_back_as_it_was(first: int, more: int) -> None:
    cycle = Cycle(FiscalYear(first), FiscalYear(first + more))
    assert Cycle.parse(cycle.slug) == Cycle.parse(to_thai(cycle.slug)) == cycle
    assert len(cycle.years) == cycle.length == more + 1


@given(st.text() | st.text(alphabet="2๕67๘พ.ศ -–ถึง"))
def test_any_text_is_a_year_or_a_cycle_or_a_value_error(text: str) -> None:
    for parse in (FiscalYear.parse, Cycle.parse):
        try:
            parse(text)
        except ValueError as error:
            assert "ปี" in str(error) or "รอบแผน" in str(error)
