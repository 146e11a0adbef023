"""What last happened to a plan, by the official days that its data states: announced, amended, corrected, reported.

Who published what when is the history's subject; here nothing is known but the plan itself.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.model.plan import PlanFolder


class ChangeKind(StrEnum):
    """What happened."""

    ANNOUNCED = "announced"
    AMENDED = "amended"
    CORRECTED = "corrected"
    REPORTED = "reported"
    """Results of a fiscal year were reported."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a plan on an official day."""

    day: datetime.date
    kind: ChangeKind
    which: str | None
    """The number of the amendment as printed, or the fiscal year of the report; None for the others."""


def plan_changes(files: PlanFolder) -> tuple[Change, ...]:
    """Return what happened to a plan, the latest first; what has no day is left out."""
    plan = files.plan
    dated = [
        *((one.announcement_day or one.resolution_day, ChangeKind.AMENDED, one.number) for one in plan.amendments),
        *((one.date, ChangeKind.CORRECTED, None) for one in plan.corrections),
        *((one.as_of, ChangeKind.REPORTED, str(one.fiscal_year)) for one in files.results if not one.is_blank),
        (plan.announcement.day if plan.announcement else None, ChangeKind.ANNOUNCED, None),
    ]
    changes = [Change(day, kind, which) for day, kind, which in dated if day]
    return tuple(sorted(changes, key=lambda change: change.day, reverse=True))
