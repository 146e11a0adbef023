"""Whether a plan or a fiscal year is in force follows from stated dates, to the day."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.building.tracked_day import TrackedDay
from generator.facts.legal_state import LegalState, fiscal_year_today, legal_state, state_of_year
from generator.thai.dates import FiscalYear
from tests.views.one_plan import one_plan

ANNOUNCED = {"announcement": {"effective_date": "1 ต.ค. 2566"}}
LATE = {"announcement": {"date": "5 ม.ค. 2567", "effective_date": "1 ม.ค. 2567"}}


@pytest.mark.parametrize(
    ("plan", "today", "state"),
    [
        ({"state": "draft"}, (2024, 6, 1), LegalState.NOT_ANNOUNCED),
        ({"state": "approved"}, (2024, 6, 1), LegalState.NOT_ANNOUNCED),
        (ANNOUNCED, (2023, 9, 30), LegalState.NOT_YET_IN_FORCE),
        (ANNOUNCED, (2023, 10, 1), LegalState.IN_FORCE),
        (ANNOUNCED, (2026, 9, 30), LegalState.IN_FORCE),
        (ANNOUNCED, (2026, 10, 1), LegalState.EXPIRED),
        (LATE, (2023, 12, 31), LegalState.NOT_YET_IN_FORCE),
        ({}, (2023, 10, 1), LegalState.IN_FORCE),
    ],
)
def test_the_legal_state_comes_from_the_dates(
    plan: dict[str, Any], today: tuple[int, int, int], state: LegalState
) -> None:
    assert legal_state(one_plan(plan=plan).plan, datetime.date(*today)) is state


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (datetime.date(2026, 9, 30), 2569),
        (datetime.date(2026, 10, 1), 2570),
        (datetime.date(2020, 1, 1), 2563),
        (datetime.date(2031, 12, 31), 2575),
    ],
)
def test_the_year_is_found_on_both_sides_of_the_start(day: datetime.date, year: int) -> None:
    tracked = TrackedDay.of(day)
    found = fiscal_year_today(tracked, FiscalYear(2569))
    assert found == FiscalYear(year) == FiscalYear.of(day)
    assert found.first_day <= tracked.since <= day <= tracked.until <= found.last_day


def test_a_year_is_past_current_or_future() -> None:
    now = FiscalYear(2568)
    assert [state_of_year(FiscalYear(year), now) for year in (2567, 2568, 2569)] == [
        LegalState.EXPIRED,
        LegalState.IN_FORCE,
        LegalState.NOT_YET_IN_FORCE,
    ]
