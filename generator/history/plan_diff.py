"""Placeholder until the branch `diff` is merged."""

from __future__ import annotations

from generator.history.plan_change import PlanChange
from generator.model.plan import PlanFolder


def plan_changes(before: PlanFolder | None, after: PlanFolder | None) -> tuple[PlanChange, ...]:
    return ()
