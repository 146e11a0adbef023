"""What a sum of budgets is a sum of: the three bases and amounts by year are never mixed without saying so."""

from __future__ import annotations

import pytest

from generator.facts.money import basis_of_total
from generator.model.money import Budget, BudgetBasis, read_budget

ONE = read_budget("๑๐๐,๐๐๐")
BY_YEAR = read_budget({"2567": "1,000", "2568": "2,000"})
NONE_NEEDED = read_budget("ไม่ใช้งบประมาณ")


@pytest.mark.parametrize(
    ("budgets", "stated", "of_total"),
    [
        ([ONE, NONE_NEEDED], BudgetBasis.PER_YEAR, BudgetBasis.PER_YEAR),
        ([ONE], BudgetBasis.NOT_STATED, BudgetBasis.NOT_STATED),
        ([BY_YEAR, NONE_NEEDED], BudgetBasis.PER_YEAR, BudgetBasis.WHOLE_CYCLE),
        ([BY_YEAR, ONE], BudgetBasis.WHOLE_CYCLE, BudgetBasis.WHOLE_CYCLE),
        ([BY_YEAR, ONE], BudgetBasis.PER_YEAR, None),
        ([BY_YEAR, ONE], BudgetBasis.NOT_STATED, None),
    ],
)
def test_a_total_says_what_it_is_a_total_of(
    budgets: list[Budget], stated: BudgetBasis, of_total: BudgetBasis | None
) -> None:
    assert basis_of_total(budgets, stated) is of_total
