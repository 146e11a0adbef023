"""The dated events of a plan, from the official days in its data: announced, amended, corrected, reported.

Uses only dates in the plan; commit dates belong to history/.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.model.plan import PlanFolder


class PlanEventKind(StrEnum):
    """Kinds of events."""

    ANNOUNCED = "announced"
    AMENDED = "amended"
    CORRECTED = "corrected"
    REPORTED = "reported"
    """Results of a fiscal year were reported."""


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """One event of a plan, on an official day."""

    day: datetime.date
    kind: PlanEventKind
    which: str | None
    """The amendment's number as printed, or the report's fiscal year; None for the others."""


def plan_changes(files: PlanFolder) -> tuple[PlanEvent, ...]:
    """Return the events of a plan, latest first; events without a day are left out."""
    plan = files.plan
    dated = [
        *((one.announcement_day or one.resolution_day, PlanEventKind.AMENDED, one.number) for one in plan.amendments),
        *((one.date, PlanEventKind.CORRECTED, None) for one in plan.corrections),
        *((one.as_of, PlanEventKind.REPORTED, str(one.fiscal_year)) for one in files.results if not one.is_blank),
        (plan.announcement.day if plan.announcement else None, PlanEventKind.ANNOUNCED, None),
    ]
    changes = [PlanEvent(day, kind, which) for day, kind, which in dated if day]
    return tuple(sorted(changes, key=lambda change: change.day, reverse=True))
