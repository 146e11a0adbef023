"""Sums of money for pages: always with their basis; an unstated amount is never counted as 0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import Budget, BudgetBasis, BudgetState, sum_baht
from generator.model.project import Project


@dataclass(frozen=True, slots=True)
class MoneySummary:
    """Money of a set of projects."""

    total_baht: Decimal
    """Sum of the stated amounts."""
    projects: int
    """Number of projects."""
    with_amount: int
    """Projects that state an amount."""
    no_budget: int
    """Projects that state that they need no budget."""
    in_words: int
    """Projects that state only the source of the money, or how it is paid."""
    unread: int
    """Projects whose money cannot be summed: not interpreted, or an amount per unit."""
    dashes: int
    """Projects that print only a dash."""
    not_stated: int
    """Projects that say nothing about money."""
    in_part: int
    """Projects with an amount that also have cells that cannot be summed."""
    basis: BudgetBasis | None
    """Basis of the total; None if the amounts have different bases."""


def summarise_money(projects: Iterable[Project], basis: BudgetBasis) -> MoneySummary:
    """Return the counts and the sum of the money of projects."""
    listed = list(projects)
    states = [project.budget.state for project in listed]
    return MoneySummary(
        total_baht=sum_baht(project.budget for project in listed),
        projects=len(listed),
        with_amount=states.count(BudgetState.AMOUNT),
        no_budget=states.count(BudgetState.NO_BUDGET),
        in_words=states.count(BudgetState.SOURCE),
        unread=states.count(BudgetState.UNREAD) + states.count(BudgetState.UNIT),
        dashes=states.count(BudgetState.DASH),
        not_stated=states.count(BudgetState.NOT_STATED),
        in_part=sum(one.budget.state is BudgetState.AMOUNT and one.budget.leaves_out for one in listed),
        basis=basis_of_total([project.budget for project in listed], basis),
    )


def basis_of_total(budgets: Iterable[Budget], basis: BudgetBasis) -> BudgetBasis | None:
    """Return the basis of a sum of budgets; `basis` is that of amounts stated as one figure.

    Amounts by year sum to the whole cycle, so they combine with whole-cycle amounts only. A basis stated in a cell
    overrides that of the table.
    """
    stated = [budget for budget in budgets if budget.state is BudgetState.AMOUNT]
    bases = {budget.cell.basis or basis for budget in stated}
    return bases.pop() if len(bases) == 1 else None if bases else basis
