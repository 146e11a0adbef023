"""Curricula, methods, target groups and competencies of projects, only as the document names them for a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.plan import Plan
from generator.model.project import Project
from generator.views.charts import BarChart, bar_chart

_LISTS = ("curricula", "methods", "target_groups", "competencies")
"""Keys of a project and of its plan, in the order of the document page."""


@dataclass(frozen=True, slots=True)
class StatedChoices:
    """One list of a project."""

    list: str
    """curricula, methods, target_groups or competencies."""
    names: tuple[str, ...]
    """As printed in the plan's own list."""
    others: int
    """Number of further ones missing from the plan's own list."""


@dataclass(frozen=True, slots=True)
class MethodLine:
    """One method of the plan's own list."""

    name: str
    projects: int
    """Number of projects that name it."""


@dataclass(frozen=True, slots=True)
class ProjectMethods:
    """Projects by method."""

    lines: tuple[MethodLine, ...]
    """In the order of the plan's own list."""
    chart: BarChart | None
    """None if fewer than two can be compared."""
    without: int
    """Projects that name no method."""


def stated_choices(plan: Plan, project: Project) -> tuple[StatedChoices, ...]:
    """Return the non-empty lists of a project, in the order of the document page."""
    found = []
    for name in _LISTS:
        ids: tuple[str, ...] = getattr(project, name)
        if ids:
            known = {choice.ref: choice.name for choice in getattr(plan, name)}
            names = tuple(known[id] for id in ids if id in known)
            found.append(StatedChoices(name, names, len(ids) - len(names)))
    return tuple(found)


def project_methods(plan: Plan, projects: Iterable[Project]) -> ProjectMethods | None:
    """Return the projects by method, or None if no project names any."""
    used: Counter[str] = Counter()
    without = 0
    for project in projects:
        used.update(dict.fromkeys(project.methods, 1))
        without += not project.methods
    if not used:
        return None
    lines = tuple(MethodLine(method.name, used[method.ref]) for method in plan.methods if method.ref)
    return ProjectMethods(lines, bar_chart((line.name, Decimal(line.projects)) for line in lines), without)
