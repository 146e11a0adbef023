"""A plan's money in one fiscal year, and which amounts may be summed.

An amount for the whole cycle, or without a stated basis, is never divided by three and never enters a year's sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.money import Budget, BudgetBasis, BudgetState, MoneyCell
from generator.thai.dates import FiscalYear


class YearMoneyKind(StrEnum):
    """Kinds of a project's budget, as seen from one fiscal year."""

    BY_YEAR = "by_year"
    """The document states an amount for this year."""
    PER_YEAR = "per_year"
    """One amount, stated to be per year."""
    OTHER_YEARS = "other_years"
    """Amounts of other years only."""
    WHOLE_CYCLE = "whole_cycle"
    """One amount for the whole cycle."""
    BASIS_NOT_STATED = "basis_not_stated"
    """One amount, without a stated basis."""
    NO_BUDGET = "no_budget"
    WORDS = "words"
    """The source of the money, a dash, or a text that cannot be interpreted: shown as printed."""
    NOT_STATED = "not_stated"


OF_THE_YEAR = frozenset({YearMoneyKind.BY_YEAR, YearMoneyKind.PER_YEAR})
"""Kinds whose amount is of the year and may be summed."""

_KIND_OF_BASIS = {
    BudgetBasis.PER_YEAR: YearMoneyKind.PER_YEAR,
    BudgetBasis.WHOLE_CYCLE: YearMoneyKind.WHOLE_CYCLE,
    BudgetBasis.NOT_STATED: YearMoneyKind.BASIS_NOT_STATED,
}
_KIND_OF_STATE = {
    BudgetState.NO_BUDGET: YearMoneyKind.NO_BUDGET,
    BudgetState.SOURCE: YearMoneyKind.WORDS,
    BudgetState.UNIT: YearMoneyKind.WORDS,
    BudgetState.UNREAD: YearMoneyKind.WORDS,
    BudgetState.DASH: YearMoneyKind.WORDS,
    BudgetState.NOT_STATED: YearMoneyKind.NOT_STATED,
}


class YearMoney(NamedTuple):
    """One project's money in one fiscal year."""

    kind: YearMoneyKind
    amount_baht: Decimal | None
    """The amount to show: of the year, the whole cycle or an unknown basis, according to `kind`."""
    words: str | None
    """The printed words in place of an amount."""

    @property
    def of_year_baht(self) -> Decimal | None:
        """The amount of this year; None if none is known to be of this year."""
        return self.amount_baht if self.kind in OF_THE_YEAR else None


@dataclass(frozen=True, slots=True)
class YearTotal:
    """Sum of one fiscal year."""

    total_baht: Decimal | None
    """Sum of the amounts of the year; None if there are none."""
    with_amount: int
    """Number of projects with an amount of the year."""
    whole_cycle: int
    """Number of projects with an amount for the whole cycle."""
    basis_not_stated: int
    """Number of projects with an amount without stated basis."""
    other_years: int
    """Number of projects with amounts of other years only."""
    no_budget: int
    in_words: int
    not_stated: int


def year_money(budget: Budget, basis: BudgetBasis, year: FiscalYear) -> YearMoney:
    """Return a budget's money in one year; amounts by year override the basis of the table."""
    if budget.columns:
        return _in_column(budget.cell_of(year), budget, year)
    if budget.state is BudgetState.AMOUNT:
        return YearMoney(_KIND_OF_BASIS[budget.cell.basis or basis], budget.amount_baht, None)
    return YearMoney(_KIND_OF_STATE[budget.state], None, budget.words)


def _in_column(cell: MoneyCell | None, budget: Budget, year: FiscalYear) -> YearMoney:
    if cell is None:
        return YearMoney(YearMoneyKind.OTHER_YEARS, None, None)
    amount = (budget.by_year or {}).get(year)
    if amount is not None:
        return YearMoney(YearMoneyKind.BY_YEAR, amount, None)
    if cell.state is BudgetState.AMOUNT:  # for several years together
        return YearMoney(YearMoneyKind.WHOLE_CYCLE, cell.amount_baht, None)
    return YearMoney(_KIND_OF_STATE[cell.state], None, cell.printed or None)


def sum_year(moneys: Iterable[YearMoney]) -> YearTotal:
    """Return the sum of the year's amounts, and counts of the other kinds."""
    listed = list(moneys)
    kinds = [money.kind for money in listed]
    amounts = [money.of_year_baht for money in listed if money.of_year_baht is not None]
    return YearTotal(
        total_baht=sum(amounts, Decimal(0)) if amounts else None,
        with_amount=len(amounts),
        whole_cycle=kinds.count(YearMoneyKind.WHOLE_CYCLE),
        basis_not_stated=kinds.count(YearMoneyKind.BASIS_NOT_STATED),
        other_years=kinds.count(YearMoneyKind.OTHER_YEARS),
        no_budget=kinds.count(YearMoneyKind.NO_BUDGET),
        in_words=kinds.count(YearMoneyKind.WORDS),
        not_stated=kinds.count(YearMoneyKind.NOT_STATED),
    )
