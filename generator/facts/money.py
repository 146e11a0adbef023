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
    """How many name only where the money comes from, or how it is paid."""
    unread: int
    """How many speak of money in a way that no sum can hold: not interpreted, or an amount of one unit."""
    dashes: int
    """How many print only a dash."""
    not_stated: int
    """How many say nothing about money."""
    in_part: int
    """How many of those with an amount also hold cells that no sum can hold."""
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
        in_words=states.count(BudgetState.SOURCE),
        unread=states.count(BudgetState.UNREAD) + states.count(BudgetState.UNIT),
        dashes=states.count(BudgetState.DASH),
        not_stated=states.count(BudgetState.NOT_STATED),
        in_part=sum(one.budget.state is BudgetState.AMOUNT and one.budget.leaves_out for one in listed),
        basis=basis_of_total([project.budget for project in listed], basis),
    )


def basis_of_total(budgets: Iterable[Budget], basis: BudgetBasis) -> BudgetBasis | None:
    """Return what a sum of budgets is a sum of, `basis` being that of amounts stated in one figure.

    Amounts by year add up to the whole cycle, so they go together with amounts for the whole cycle and with no others.
    A cell that says itself what its amount is an amount of goes before the table.
    """
    stated = [budget for budget in budgets if budget.state is BudgetState.AMOUNT]
    bases = {budget.cell.basis or basis for budget in stated}
    return bases.pop() if len(bases) == 1 else None if bases else basis
