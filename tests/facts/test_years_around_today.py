"""The fiscal year of a day that can only be compared."""

from __future__ import annotations

import datetime

import pytest

from generator.building.tracked_day import TrackedDay
from generator.facts.legal_state import LegalState
from generator.facts.years_around_today import fiscal_year_today, state_of_year
from generator.thai.dates import FiscalYear


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
