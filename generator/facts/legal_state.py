"""Whether a plan is in force on a day, by the dates that it states."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.official import DocumentState
from generator.model.plan import Plan


class LegalState(StrEnum):
    """สถานะการใช้บังคับ: computed from dates and the build's day."""

    NOT_ANNOUNCED = "not_announced"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


def legal_state(plan: Plan, today: datetime.date) -> LegalState:
    """Return whether an announced plan is in force on a day.

    It is from its stated effective date, or else from the first day of its cycle, to the last day of its cycle
    (30 September); a plan that nobody announced is never in force.
    """
    if plan.state is not DocumentState.ANNOUNCED:
        return LegalState.NOT_ANNOUNCED
    effective = plan.announcement.effective_day if plan.announcement else None
    if today > plan.cycle.last_day:
        return LegalState.EXPIRED
    if today < (effective or plan.cycle.first_day):
        return LegalState.NOT_YET_IN_FORCE
    return LegalState.IN_FORCE
