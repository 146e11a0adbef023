"""One plan with its LAO: names by id, its projects, the last report of each.

The input of rules, pages and search.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model.lao import Department, Lao
from generator.model.plan import Plan, PlanFolder
from generator.model.project import Project
from generator.model.results import ProjectResult
from generator.model.strategy import Strategy, Tactic
from generator.thai.dates import FiscalYear


@dataclass(frozen=True)
class PlanInLao:
    """One plan and its LAO."""

    lao: Lao
    files: PlanFolder

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.files.plan

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects, none without projects.yml."""
        return self.files.projects.projects if self.files.projects else ()

    @cached_property
    def departments(self) -> dict[str, Department]:
        """The LAO's departments by id."""
        return {department.id: department for department in self.lao.departments}

    @cached_property
    def strategies(self) -> dict[str, Strategy]:
        """The plan's strategies by id."""
        return {strategy.id: strategy for strategy in self.plan.strategies}

    @cached_property
    def tactics(self) -> dict[str, Tactic]:
        """The plan's tactics by id."""
        return {tactic.id: tactic for _, tactic in self.plan.tactics()}

    @cached_property
    def latest_results(self) -> dict[str, tuple[FiscalYear, ProjectResult]]:
        """The last reported result of each project and its year, by project id."""
        latest: dict[str, tuple[FiscalYear, ProjectResult]] = {}
        for report in sorted(self.files.results, key=lambda report: report.as_of, reverse=True):
            for one in report.reported:
                latest.setdefault(one.project, (report.fiscal_year, one))
        return latest

    def department_name(self, identifier: str) -> str:
        """Return the name of a department; the id if the LAO has no such department."""
        known = self.departments.get(identifier)
        return known.name if known else identifier
