"""Periods of a project: certain ones become quarters and years, the rest is kept as printed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from generator.model.periods import Periods, read_periods
from generator.thai.dates import Cycle, FiscalYear

INFO = cast(ValidationInfo, SimpleNamespace(context=SimpleNamespace(cycle=Cycle.parse("2567-2569"))))
Y67, Y68, Y69 = (FiscalYear(year) for year in (2567, 2568, 2569))


def read(written: Any) -> Periods:
    periods = read_periods(written, INFO)
    assert isinstance(periods, Periods)
    return periods


def test_each_year_column_has_its_cell() -> None:
    periods = read({"2567": "ไตรมาสที่ ๑-๔", "๒๕๖๘": "มี.ค.-มิ.ย.", "2569": "✓"})
    assert [periods.quarters(year) for year in (Y67, Y68, Y69)] == [(1, 2, 3, 4), (2, 3), ()]
    assert periods.years == (Y67, Y68, Y69)


@pytest.mark.parametrize(
    "heading", ["๖๘", "ปี 68", "ปีที่ ๒ (๒๕๖๘)", "2568 (บาท)", "งบประมาณ ๒๕๖๘", "๒๕๖๘ (ต.ค. ๖๗ - ก.ย. ๖๘)", "2567-69"]
)
def test_a_heading_that_prints_more_than_the_year_names_it(heading: str) -> None:
    assert read({heading: "ไตรมาส ๒"}).quarters(Y68) == (2,)


@pytest.mark.parametrize("heading", ["ปีที่ ๒", "2568 (พันบาท)", "12", "รวม"])
def test_a_heading_without_a_certain_year_names_none(heading: str) -> None:
    assert read({heading: "ไตรมาส ๒"}).years == ()


def test_a_heading_may_name_several_years() -> None:
    assert read({"2567-2569": "ตลอดปี"}).quarters(Y68) == (1, 2, 3, 4)


def test_one_cell_for_the_whole_project() -> None:
    periods = read("ต.ค. 66 - ก.ย. 67")
    assert (periods.printed, periods.years, periods.quarters(Y67)) == ("ต.ค. 66 - ก.ย. 67", (Y67,), (1, 2, 3, 4))


@pytest.mark.parametrize("written", ["เมื่อพร้อม", {"2567": "เมื่อพร้อม"}, {"ปีที่ ๑": "✓"}])
def test_an_uncertain_period_is_kept_with_a_doubt(written: Any) -> None:
    periods = read(written)
    assert periods.is_stated
    assert not periods.years
    assert len(periods.unread()) == 1


def test_a_dash_means_that_the_project_does_not_run() -> None:
    periods = read({"2567": "-"})
    assert periods.is_stated
    assert not periods.runs_in(Y67)
    assert not periods.unread()


def test_the_quarters_may_be_stated_beside_the_printed_text() -> None:
    periods = read({"2567": {"printed": "หลังฤดูเก็บเกี่ยว", "quarters": "2"}})
    assert periods.quarters(Y67) == (2,)
    cell = periods.cell(Y67)
    assert cell is not None
    assert cell.printed == "หลังฤดูเก็บเกี่ยว"


@pytest.mark.parametrize("written", [["1"], {"2567": ["1"]}, {"2567": {"printed": "ก", "quarters": "5"}}])
def test_an_invalid_period_is_rejected(written: Any) -> None:
    with pytest.raises(PydanticCustomError):
        read(written)


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_is_kept_as_printed(printed: str, heading: str) -> None:
    whole = read(printed)
    assert whole.printed == (printed if printed.strip() else "")
    if heading not in ("printed", "by_year"):
        assert {one.printed for one in read({heading: printed}).columns} == {printed}
