"""The four states of a budget stay apart, and only what states an amount is added up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.money import NOT_STATED, Budget, BudgetState, read_budget, sum_baht
from generator.thai.dates import FiscalYear


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("๑๐๐,๐๐๐", BudgetState.AMOUNT),
        ("0", BudgetState.AMOUNT),
        ({"2567": "10,000", "๒๕๖๘": "๒๐,๐๐๐"}, BudgetState.AMOUNT),
        ("ไม่ใช้งบประมาณ", BudgetState.NO_BUDGET),
        ("ไม่ใช้ งบประมาณ", BudgetState.NO_BUDGET),
        ("ตามที่จ่ายจริง", BudgetState.WORDS),
        ("เบิกจ่ายตามระเบียบกระทรวงมหาดไทย", BudgetState.WORDS),
        ("เอกสารไม่ระบุ", BudgetState.NOT_STATED),
        (None, BudgetState.NOT_STATED),
    ],
)
def test_each_way_of_stating_money_has_its_own_state(written: object, state: BudgetState) -> None:
    assert read_budget(written).state is state


def test_an_amount_of_nought_is_not_the_same_as_none_needed() -> None:
    assert read_budget("0") != read_budget("ไม่ใช้งบประมาณ")
    assert read_budget("0").total_baht == 0
    assert read_budget("ไม่ใช้งบประมาณ").total_baht is None


def test_amounts_by_year_keep_their_years() -> None:
    budget = read_budget({"2567": "10,000", "๒๕๖๘": "๒๐,๐๐๐"})
    assert budget.by_year == {FiscalYear(2567): Decimal(10000), FiscalYear(2568): Decimal(20000)}
    assert budget.total_baht == 30000


@pytest.mark.parametrize("written", ["ประมาณหนึ่งแสน", "-", "100,00", "-5", "1e5", {"2024": "1"}, {"2567": "มาก"}, {}])
def test_anything_else_is_refused_with_a_remedy(written: object) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        read_budget(written)
    assert "ไม่ใช้งบประมาณ" in refusal.value.context["remedy"]  # type: ignore[index]  # a problem always has one


@given(amounts=st.lists(st.decimals(0, 10**9, places=2)))
def test_what_states_no_amount_adds_nothing(amounts: list[Decimal]) -> None:
    budgets = [Budget(state=BudgetState.AMOUNT, amount_baht=amount) for amount in amounts]
    others = [NOT_STATED, read_budget("ไม่ใช้งบประมาณ"), read_budget("ตามที่จ่ายจริง")]
    assert sum_baht([*budgets, *others]) == sum(amounts, Decimal(0))
