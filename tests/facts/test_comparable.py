"""Comparable values are counted, all others are left out with a reason; nothing is ranked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.facts.comparable import (
    FEWEST,
    Group,
    LeftOut,
    Measure,
    Quartiles,
    Where,
    compare_by_type,
    compare_group,
    compared_plan,
    measured,
)
from generator.facts.summary import LaoSummary, PlanSummary
from tests.views.one_plan import PARTIAL, project
from tests.views.some_laos import plan_folder, summary, unreadable_plan

PEOPLE = [{"fiscal_year": "2567", "position_type": "พนักงาน", "people": "40", "source": "แผนอัตรากำลัง"}]


def lao(number: int, projects: int = 1, **changes: Any) -> LaoSummary:
    """Return an LAO whose plan has `projects` projects of 10,000 baht per year each."""
    listed = [project(id=f"p{one}") for one in range(projects)]
    return summary(plan_folder(projects=listed, **changes), code=f"64405{number:02}")


def plan_of(**changes: Any) -> PlanSummary:
    return summary(plan_folder(**changes), staff_counts=PEOPLE).plans[0]


def spread_of(group: Group, measure: Measure) -> Any:
    return next(one for one in group.spreads if one.measure is measure)


def test_quartiles_equal_a_hand_calculation() -> None:
    group = compare_group("อบต.", [lao(number, number) for number in (1, 2, 3, 4, 9)])
    projects = spread_of(group, Measure.PROJECTS)
    assert projects.quartiles == Quartiles(Decimal(2), Decimal(3), Decimal(4))
    money = spread_of(group, Measure.PER_YEAR)
    assert money.quartiles == Quartiles(Decimal(20000), Decimal(30000), Decimal(40000))


def test_quartiles_between_values_are_interpolated() -> None:
    group = compare_group("อบต.", [lao(number, number) for number in (1, 2, 3, 4, 5, 6)])
    assert spread_of(group, Measure.PROJECTS).quartiles == (Decimal("2.25"), Decimal("3.5"), Decimal("4.75"))


@pytest.mark.parametrize(
    ("value", "where"), [(1, Where.BELOW), (2, Where.MIDDLE), (4, Where.MIDDLE), (Decimal("4.01"), Where.ABOVE)]
)
def test_the_middle_half_includes_both_quartiles(value: Decimal, where: Where) -> None:
    assert Quartiles(Decimal(2), Decimal(3), Decimal(4)).place(Decimal(value)) is where


def test_few_laos_have_a_count_only() -> None:
    projects = spread_of(compare_group("อบต.", [lao(number) for number in range(1, FEWEST)]), Measure.PROJECTS)
    assert (len(projects.values), projects.quartiles) == (FEWEST - 1, None)


@pytest.mark.parametrize(
    ("changes", "measure", "found"),
    [
        ({}, Measure.PROJECTS, Decimal(1)),
        ({}, Measure.POSITIONS, Decimal(1)),
        ({}, Measure.PER_YEAR, Decimal(10000)),
        ({}, Measure.PER_YEAR_HEAD, Decimal(250)),
        ({}, Measure.WHOLE_CYCLE, LeftOut.OTHER_BASIS),
        ({"budget_basis": "whole_cycle"}, Measure.WHOLE_CYCLE_HEAD, Decimal(250)),
        ({"budget_basis": "not_stated"}, Measure.PER_YEAR, LeftOut.NO_BASIS),
        ({"budget_basis": "not_stated"}, Measure.PROJECTS, Decimal(1)),
        ({"has_projects": False}, Measure.PROJECTS, LeftOut.NO_TABLE),
        ({"has_idp": False}, Measure.POSITIONS, LeftOut.NO_TABLE),
        ({"projects": [project(budget=None)]}, Measure.PER_YEAR, LeftOut.NO_AMOUNT),
        ({"projects": [project(), project(id="p2", budget="ตามที่จ่ายจริง")]}, Measure.PER_YEAR, LeftOut.NOT_WHOLE),
        ({"projects": [project(), project(id="p2", budget="ไม่ใช้งบประมาณ")]}, Measure.PER_YEAR, Decimal(10000)),
        ({"sources": PARTIAL}, Measure.PROJECTS, LeftOut.PARTIAL),
    ],
)
def test_a_plan_is_counted_or_left_out_with_a_reason(
    changes: dict[str, Any], measure: Measure, found: Decimal | LeftOut
) -> None:
    assert measured(plan_of(**changes), measure) == found


def test_without_people_there_is_no_amount_per_head() -> None:
    assert measured(summary(plan_folder()).plans[0], Measure.PER_YEAR_HEAD) is LeftOut.NO_PEOPLE


def test_each_lao_is_counted_or_left_out_once() -> None:
    laos = [
        *(lao(number) for number in range(1, 6)),
        lao(11, state="draft"),
        lao(12, cycle="2564-2566"),
        lao(13, sources=PARTIAL),
        lao(14, budget_basis="not_stated"),
        summary(code="6440515"),
        summary(unreadable_plan(), code="6440516"),
        summary(plan_folder(), code="6440517", fictional="yes"),
    ]
    group = compare_group("อบต.", laos)
    assert group.cycle and group.cycle.slug == "2567-2569"
    assert group.left_out == {
        LeftOut.MADE_UP: 1,
        LeftOut.UNREADABLE: 1,
        LeftOut.NO_PLAN: 1,
        LeftOut.DRAFT: 1,
        LeftOut.OTHER_CYCLE: 1,
        LeftOut.PARTIAL: 1,
    }
    for spread in group.spreads:
        assert len(spread.values) + sum(spread.left_out.values()) + sum(group.left_out.values()) == len(laos)
    assert spread_of(group, Measure.PER_YEAR).left_out == {LeftOut.NO_BASIS: 1}


def test_a_money_measure_without_plans_is_left_out() -> None:
    group = compare_group("อบต.", [lao(1, budget_basis="not_stated")])
    assert [one.measure for one in group.spreads] == [Measure.PROJECTS, Measure.POSITIONS]


def test_without_real_laos_made_up_ones_are_counted() -> None:
    made_up = [summary(plan_folder(), code="6440501", fictional="yes")]
    assert compare_group("อบต.", made_up).left_out == {LeftOut.MADE_UP: 1}
    assert not compare_group("อบต.", made_up, all_made_up=True).left_out


def test_an_lao_is_compared_by_its_plan_in_force_never_by_a_draft() -> None:
    both = summary(plan_folder("2564-2566"), plan_folder("2567-2569", state="draft"))
    found = compared_plan(both)
    assert found and found.cycle.slug == "2564-2566"
    assert compared_plan(summary(plan_folder(state="draft"))) is None


def test_each_type_has_a_group_and_an_unknown_type_none() -> None:
    laos = [
        summary(code="6440501"),
        summary(code="5440501", type="เทศบาลตำบล"),
        summary(unreadable_plan(), code="6440502", readable=False),
    ]
    assert [(group.type, group.laos) for group in compare_by_type(laos)] == [("เทศบาลตำบล", 1), ("อบต.", 1)]
