"""Where the build's day lies among fiscal years. The day is only compared: no page may hold it, so that pages last."""

from __future__ import annotations

import datetime

from generator.facts.legal_state import LegalState
from generator.thai.dates import FiscalYear


def fiscal_year_today(today: datetime.date, near: FiscalYear) -> FiscalYear:
    """Return the fiscal year in which the day falls; the search begins at `near`."""
    year = near
    while today > year.last_day:
        year = year.next()
    while today < year.first_day:
        year = FiscalYear(year.be - 1)
    return year


def state_of_year(year: FiscalYear, now: FiscalYear) -> LegalState:
    """Say whether a fiscal year is over, running or still to come, in the words for plans."""
    if year < now:
        return LegalState.EXPIRED
    return LegalState.IN_FORCE if year == now else LegalState.NOT_YET_IN_FORCE
