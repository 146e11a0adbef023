"""A project with its plan, as the item of the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.data_tables.plain_values import joined
from generator.exports.data_tables.plan_data import PlanData
from generator.model.money import BudgetState
from generator.model.project import Project, Responsible, Targets
from generator.model.strategy import Strategy, Tactic
from generator.thai.dates import FiscalYear

_NO_TARGETS, _NOBODY = Targets(), Responsible()


class ProjectRow(NamedTuple):
    """A project with its plan."""

    plan: PlanData
    order: int
    """Its position in the document, from 1."""
    project: Project

    @property
    def strategy(self) -> Strategy | None:
        """Its strategy."""
        return self.plan.strategies.get(self.project.strategy or "")

    @property
    def tactic(self) -> Tactic | None:
        """Its tactic."""
        return self.plan.tactics.get(self.project.tactic or "")

    @property
    def targets(self) -> Targets:
        """Its targets."""
        return self.project.targets or _NO_TARGETS

    @property
    def responsible(self) -> Responsible:
        """Its responsible units."""
        return self.project.responsible or _NOBODY

    @property
    def departments(self) -> str | None:
        """Names of the departments."""
        return joined(map(self.plan.department_name, self.responsible.departments))

    @property
    def basis(self) -> str | None:
        """Basis of its amount."""
        budget = self.project.budget
        has_amount = budget.state is BudgetState.AMOUNT
        return str(budget.cell.basis or self.plan.plan.budget_basis) if has_amount else None

    @property
    def section(self) -> str | None:
        """Section of the document with the table."""
        return self.plan.files.projects.section if self.plan.files.projects else None

    def year(self, number: int) -> FiscalYear | None:
        """Return a year of the plan; `number` counts from 1."""
        years = self.plan.plan.cycle.years
        return years[number - 1] if number <= len(years) else None


def project_rows(plan: PlanData) -> Iterator[ProjectRow]:
    """Yield the projects of a plan."""
    return (ProjectRow(plan, order, project) for order, project in enumerate(plan.projects, start=1))
