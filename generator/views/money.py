"""Sums of money as pages show them: always beside their basis, and never with an unstated amount counted as 0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import Budget, BudgetBasis, BudgetState, sum_baht
from generator.model.project import Project


@dataclass(frozen=True, slots=True)
class MoneySummary:
    """What a set of projects says of its money."""

    total_baht: Decimal
    """Sum of the stated amounts."""
    projects: int
    """How many projects the set has."""
    with_amount: int
    """How many of them state an amount."""
    no_budget: int
    """How many say that they need no budget."""
    in_words: int
    """How many give words instead of an amount."""
    not_stated: int
    """How many say nothing about money."""
    basis: BudgetBasis | None
    """What the total is a total of; None when amounts of different kinds stand in it."""


def summarise_money(projects: Iterable[Project], basis: BudgetBasis) -> MoneySummary:
    """Count and add up the money of some projects."""
    listed = list(projects)
    states = [project.budget.state for project in listed]
    return MoneySummary(
        total_baht=sum_baht(project.budget for project in listed),
        projects=len(listed),
        with_amount=states.count(BudgetState.AMOUNT),
        no_budget=states.count(BudgetState.NO_BUDGET),
        in_words=states.count(BudgetState.WORDS),
        not_stated=states.count(BudgetState.NOT_STATED),
        basis=basis_of_total([project.budget for project in listed], basis),
    )


def basis_of_total(budgets: Iterable[Budget], basis: BudgetBasis) -> BudgetBasis | None:
    """Return what a sum of budgets is a sum of, `basis` being that of amounts stated in one figure.

    Amounts by year add up to the whole cycle, so they go together with amounts for the whole cycle and with no others.
    """
    stated = [budget for budget in budgets if budget.state is BudgetState.AMOUNT]
    by_year = [budget for budget in stated if budget.by_year]
    if not by_year:
        return basis
    return BudgetBasis.WHOLE_CYCLE if basis is BudgetBasis.WHOLE_CYCLE or len(by_year) == len(stated) else None
