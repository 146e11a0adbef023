"""The files of a plan for other programs: one list that pages, linked data and the catalogue name them by."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.plan import PlanFolder


class PlanFile(NamedTuple):
    """One file below `/lao/<code>/<cycle>/data/`."""

    name: str
    media_type: str
    """As IANA registers it."""


PLAN_FILES: tuple[PlanFile, ...] = ()


def plan_files(_: PlanFolder) -> tuple[PlanFile, ...]:
    """Return the files that a plan has."""
    return PLAN_FILES
