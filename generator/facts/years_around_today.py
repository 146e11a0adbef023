"""Compares the build's day with fiscal years. The day is only compared, so that pages stay valid for many days."""

from __future__ import annotations

import datetime

from generator.facts.legal_state import LegalState
from generator.thai.dates import FiscalYear


def fiscal_year_today(today: datetime.date, near: FiscalYear) -> FiscalYear:
    """Return the fiscal year of the day, searching from `near`."""
    year = near
    while today > year.last_day:
        year = year.next()
    while today < year.first_day:
        year = FiscalYear(year.be - 1)
    return year


def state_of_year(year: FiscalYear, now: FiscalYear) -> LegalState:
    """Return whether a fiscal year is past, current or future, as the legal state of a plan."""
    if year < now:
        return LegalState.EXPIRED
    return LegalState.IN_FORCE if year == now else LegalState.NOT_YET_IN_FORCE
