"""States of a budget are distinguished, only stated amounts are summed, and the printed text is kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.money import NOT_STATED, BudgetBasis, BudgetState, read_budget, sum_baht
from generator.thai.dates import FiscalYear


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("๑๐๐,๐๐๐", BudgetState.AMOUNT),
        ("0", BudgetState.AMOUNT),
        ({"2567": "10,000", "๒๕๖๘": "๒๐,๐๐๐"}, BudgetState.AMOUNT),
        ({"2567": "10,000", "2568": "-", "2569": "ไม่ใช้งบประมาณ"}, BudgetState.AMOUNT),
        ("ไม่ใช้ งบประมาณ", BudgetState.NO_BUDGET),
        ({"2567": "ไม่ใช้งบประมาณ", "2568": "ไม่ใช้งบประมาณ"}, BudgetState.NO_BUDGET),
        ("งบกลาง", BudgetState.SOURCE),
        ("ตามที่จ่ายจริง", BudgetState.SOURCE),
        ("5,000 บาท/คน", BudgetState.UNIT),
        ("ประมาณ 50,000 บาท", BudgetState.UNREAD),
        ("100,00", BudgetState.UNREAD),
        ("-", BudgetState.DASH),
        ("", BudgetState.NOT_STATED),
        ("เอกสารไม่ระบุ", BudgetState.NOT_STATED),
        (None, BudgetState.NOT_STATED),
    ],
)
def test_each_way_of_stating_money_has_its_own_state(written: object, state: BudgetState) -> None:
    assert read_budget(written).state is state


def test_an_amount_of_zero_differs_from_no_budget_needed() -> None:
    assert read_budget("0").total_baht == 0
    assert read_budget("ไม่ใช้งบประมาณ").total_baht is None


def test_amounts_by_year_keep_their_years() -> None:
    budget = read_budget({"2567": "10,000", "๒๕๖๘": "๒๐,๐๐๐", "2569": "งบกลาง"})
    assert budget.by_year == {FiscalYear(2567): Decimal(10000), FiscalYear(2568): Decimal(20000)}
    assert budget.total_baht == 30000
    assert budget.leaves_out


def test_a_cell_below_a_heading_without_year_is_kept() -> None:
    budget = read_budget({"ปีที่ ๑": "๑๐,๐๐๐"})
    assert [(one.heading.printed, one.cell.amount_baht) for one in budget.columns] == [("ปีที่ ๑", 10000)]
    assert budget.by_year == {}


def test_a_cell_may_state_the_basis_of_its_amount() -> None:
    assert read_budget("ปีละ ๕๐,๐๐๐").cell.basis is BudgetBasis.PER_YEAR


def test_the_meaning_may_be_stated_beside_the_printed_text() -> None:
    by_year = read_budget({"printed": "ปีละห้าหมื่น", "by_year": {"2567": "50000", "2568": "50000"}})
    assert (by_year.printed, by_year.total_baht) == ("ปีละห้าหมื่น", 100000)
    amount = read_budget({"printed": "ประมาณแสนหนึ่ง", "amount": "100000", "basis": "ต่อปี"})
    assert (amount.printed, amount.total_baht, amount.cell.basis) == ("ประมาณแสนหนึ่ง", 100000, BudgetBasis.PER_YEAR)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ({"printed": "ก", "amount": "มาก"}, ("amount",)),
        ({"printed": "ก", "amont": "1"}, ("amont",)),
        ({"printed": "ก", "by_year": "1"}, ("by_year",)),
        ({"printed": "ก", "amount": "1", "basis": "ต่อเดือน"}, ("basis",)),
        ({"2567": ["1"]}, ("2567",)),
        (["1"], ()),
    ],
)
def test_an_invalid_cell_is_rejected_with_a_remedy(written: object, at: tuple[str, ...]) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        read_budget(written)
    assert refusal.value.context is not None
    assert refusal.value.context["at"] == at
    assert refusal.value.context["remedy"]


@given(printed=st.text(max_size=80))
def test_any_text_is_kept_as_printed(printed: str) -> None:
    assert read_budget(printed).printed == printed


@given(amounts=st.lists(st.decimals(0, 10**9, places=2)))
def test_budgets_without_amount_add_nothing(amounts: list[Decimal]) -> None:
    budgets = [read_budget(f"{amount:.2f}") for amount in amounts]
    others = [NOT_STATED, *map(read_budget, ("ไม่ใช้งบประมาณ", "งบกลาง", "-", "5,000 บาท/คน", "ประมาณ 5,000"))]
    assert sum_baht([*budgets, *others]) == sum(amounts, Decimal(0))
