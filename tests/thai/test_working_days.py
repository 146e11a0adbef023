"""Deadlines on weekends and public holidays move to the next working day."""

from __future__ import annotations

import datetime

import pytest

from generator.thai.dates import is_late


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2023-10-01", "2023-10-02"),  # a Sunday
        ("2024-10-01", "2024-10-01"),  # a Tuesday
        ("2023-04-13", "2023-04-18"),  # Songkran, a weekend, and a day in lieu
        ("2024-05-22", "2024-05-23"),  # Visakha Bucha, a lunar holiday
        ("2022-12-31", "2023-01-04"),  # days in lieu of New Year's Eve and New Year's Day
    ],
)
def test_deadline_moves_past_weekends_holidays_and_substitutes(day: str, working: str) -> None:
    deadline, moved = datetime.date.fromisoformat(day), datetime.date.fromisoformat(working)
    assert not is_late(moved, deadline)
    assert is_late(moved + datetime.timedelta(days=1), deadline)


def test_day_before_deadline_is_not_late() -> None:
    assert not is_late(datetime.date(2024, 9, 30), datetime.date(2024, 10, 1))
