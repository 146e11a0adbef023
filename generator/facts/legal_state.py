"""Whether a plan is in force on a day, by its stated dates; and the fiscal year of that day.

The day is only compared, so that pages stay valid for many days.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from generator.model.official import DocumentState
from generator.model.plan import Plan
from generator.thai.dates import FiscalYear


class LegalState(StrEnum):
    """สถานะการใช้บังคับ: computed from dates and the build's day."""

    NOT_ANNOUNCED = "not_announced"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


class DaysInForce(NamedTuple):
    """First and last day of a plan in force, or of a fiscal year."""

    first: datetime.date
    last: datetime.date

    @property
    def after(self) -> datetime.date:
        """First day after the period."""
        return self.last + datetime.timedelta(days=1)


def days_in_force(plan: Plan) -> DaysInForce:
    """Return the days from a plan's effective date (default: first day of its cycle) to the last day of its cycle."""
    effective = plan.announcement.effective_day if plan.announcement else None
    return DaysInForce(effective or plan.cycle.first_day, plan.cycle.last_day)


def legal_state(plan: Plan, today: datetime.date) -> LegalState:
    """Return the state of a plan on a day; an unannounced plan is never in force."""
    if plan.state is not DocumentState.ANNOUNCED:
        return LegalState.NOT_ANNOUNCED
    days = days_in_force(plan)
    if today > days.last:
        return LegalState.EXPIRED
    if today < days.first:
        return LegalState.NOT_YET_IN_FORCE
    return LegalState.IN_FORCE


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
