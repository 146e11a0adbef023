"""Which money of a plan belongs to a fiscal year: four states of a budget, three bases, and amounts by year."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from generator.facts.year_money import OF_THE_YEAR, YearMoneyKind, sum_year, year_money
from generator.model.money import BudgetBasis, read_budget
from generator.thai.dates import FiscalYear

YEAR = FiscalYear(2567)
AMOUNT, NO_BUDGET, WORDS, NOTHING = "๑๐,๐๐๐", "ไม่ใช้งบประมาณ", "ตามที่จ่ายจริง", ""


def money(cell: Any, basis: BudgetBasis) -> Any:
    return year_money(read_budget(cell), basis, YEAR)


@pytest.mark.parametrize(
    ("basis", "kind", "of_year"),
    [
        (BudgetBasis.PER_YEAR, YearMoneyKind.PER_YEAR, Decimal(10000)),
        (BudgetBasis.WHOLE_CYCLE, YearMoneyKind.WHOLE_CYCLE, None),
        (BudgetBasis.NOT_STATED, YearMoneyKind.BASIS_NOT_STATED, None),
    ],
)
def test_an_amount_is_of_the_year_only_when_stated_per_year(
    basis: BudgetBasis, kind: YearMoneyKind, of_year: Decimal | None
) -> None:
    found = money(AMOUNT, basis)
    assert (found.kind, found.of_year_baht) == (kind, of_year)
    assert found.amount_baht == Decimal(10000), "shown as stated, never divided"


@pytest.mark.parametrize(
    ("cell", "basis"),
    list(product((NO_BUDGET, WORDS, NOTHING), BudgetBasis)),
    ids=lambda value: str(value) or "nothing",
)
def test_the_three_states_without_an_amount_add_nothing_whatever_the_basis(cell: str, basis: BudgetBasis) -> None:
    found = money(cell, basis)
    assert found.of_year_baht is None
    assert found.amount_baht is None
    assert found.words == (cell or None)
    assert sum_year([found]).total_baht is None


@pytest.mark.parametrize("basis", BudgetBasis)
def test_an_amount_by_year_is_of_its_year_whatever_the_basis(basis: BudgetBasis) -> None:
    found = money({"2567": "๕,๐๐๐", "2568": "๗,๐๐๐"}, basis)
    assert (found.kind, found.of_year_baht) == (YearMoneyKind.BY_YEAR, Decimal(5000))


def test_amounts_of_other_years_leave_this_year_without_one() -> None:
    found = money({"2568": "๗,๐๐๐"}, BudgetBasis.PER_YEAR)
    assert (found.kind, found.amount_baht) == (YearMoneyKind.OTHER_YEARS, None)


def test_the_sum_takes_only_amounts_of_the_year_and_counts_the_rest() -> None:
    moneys = [
        money({"2567": "๕,๐๐๐"}, BudgetBasis.NOT_STATED),
        money(AMOUNT, BudgetBasis.NOT_STATED),
        money(NO_BUDGET, BudgetBasis.NOT_STATED),
        money(WORDS, BudgetBasis.NOT_STATED),
        money(NOTHING, BudgetBasis.NOT_STATED),
        money({"2569": "๑"}, BudgetBasis.NOT_STATED),
    ]
    total = sum_year(moneys)
    assert (total.total_baht, total.with_amount) == (Decimal(5000), 1)
    counted = (total.basis_not_stated, total.no_budget, total.in_words, total.not_stated, total.other_years)
    assert counted == (1, 1, 1, 1, 1)
    assert total.whole_cycle == 0


def test_an_amount_of_zero_sums_to_zero_and_no_amount_to_none() -> None:
    assert sum_year([money("0", BudgetBasis.PER_YEAR)]).total_baht == Decimal(0)
    assert sum_year([]).total_baht is None


def test_only_two_kinds_are_of_the_year() -> None:
    assert {YearMoneyKind.BY_YEAR, YearMoneyKind.PER_YEAR} == OF_THE_YEAR
