"""The basis of a sum of budgets: amounts of different bases are never mixed without saying so."""

from __future__ import annotations

import pytest

from generator.facts.money_sums import basis_of_total
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
def test_a_total_has_the_basis_of_its_amounts(
    budgets: list[Budget], stated: BudgetBasis, of_total: BudgetBasis | None
) -> None:
    assert basis_of_total(budgets, stated) is of_total
