"""The overview, strategy and projects views: states from dates, topics never called missing without cause, totals."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from generator.facts.states import Milestone, TopicState
from generator.model.money import BudgetBasis
from generator.views.overview import overview_view
from generator.views.projects import projects_view
from generator.views.strategy import strategy_view
from tests.views.one_plan import PARTIAL, one_plan, project

LATE = {"announcement": {"date": "5 ม.ค. 2567", "effective_date": "1 ม.ค. 2567"}}
MATRIX: dict[str, Any] = {
    "section": "๓.๑๐",
    "columns": [{"department": "office"}, {"department": "finance"}],
    "rows": [{"strategy": "s1", "amounts": ["๑๐,๐๐๐", ""]}],
    "stated_column_totals": ["๑๐,๐๐๐", ""],
}


def topic_states(plan: dict[str, Any]) -> dict[str, TopicState]:
    return {line.topic: line.state for line in overview_view(one_plan(plan=plan)).topics}


def test_the_six_topics_come_in_the_order_of_the_master_plan() -> None:
    assert [*topic_states({})] == ["rationale", "targets", "curricula", "methods", "budget", "monitoring"]


def test_a_topic_absent_from_the_whole_document_is_missing() -> None:
    assert topic_states({})["rationale"] is TopicState.MISSING


def test_a_topic_covered_by_the_data_is_found_without_being_listed() -> None:
    assert topic_states({"monitoring": {"section": "บทที่ ๔"}})["monitoring"] is TopicState.FOUND
    assert topic_states({})["budget"] is TopicState.FOUND  # the one project states an amount


def test_a_topic_outside_the_part_received_is_never_missing() -> None:
    assert topic_states({"sources": PARTIAL})["rationale"] is TopicState.OUTSIDE


def test_a_found_topic_has_its_place() -> None:
    topics = [{"topic": "budget", "section": "๓.๑๐"}, {"topic": "targets", "section": "๓.๑๑", "coverage": "partial"}]
    lines = {line.topic: line for line in overview_view(one_plan(plan={"topics": topics})).topics}
    assert (lines["budget"].state, lines["budget"].section) == (TopicState.FOUND, "๓.๑๐")
    assert lines["targets"].state is TopicState.PARTIAL


def test_days_come_in_order_and_the_cycle_ends_last() -> None:
    events = overview_view(one_plan(plan=LATE)).events
    assert [event.milestone for event in events] == [Milestone.EFFECTIVE, Milestone.ANNOUNCED, Milestone.ENDS]
    assert events[-1].date == datetime.date(2026, 9, 30)


def test_a_plan_without_projects_has_no_total() -> None:
    view = overview_view(one_plan(has_projects=False))
    assert not view.has_projects
    assert view.money.with_amount == 0


def test_projects_are_grouped_by_tactic_with_subtotals() -> None:
    second = project(id="p2", budget="ไม่ใช้งบประมาณ", number="๔")
    view = projects_view(one_plan(projects=[project(), second]))
    (strategy,) = view.strategies
    (tactic,) = strategy.tactics
    assert [card.number for card in tactic.cards] == ["๑", "๔"]
    assert (tactic.money.total_baht, tactic.money.with_amount, tactic.money.no_budget) == (Decimal(10000), 1, 1)
    assert strategy.money == tactic.money == view.money


def test_a_tactic_without_projects_is_kept() -> None:
    view = projects_view(one_plan(projects=[]))
    assert view.strategies[0].tactics[0].cards == ()


def test_equal_consecutive_years_are_merged() -> None:
    def spans(periods: dict[str, str]) -> list[tuple[str, str, tuple[int, ...], bool]]:
        card = projects_view(one_plan(projects=[project(periods=periods)])).strategies[0].tactics[0].cards[0]
        return [(str(one.first), str(one.last), one.like.quarters, one.is_every_year) for one in card.spans]

    assert spans({"2567": "๒", "2568": "๒", "2569": "๒"}) == [("2567", "2569", (2,), True)]
    assert spans({"2567": "๑", "2568": "๒", "2569": "๒"}) == [
        ("2567", "2567", (1,), False),
        ("2568", "2569", (2,), False),
    ]


def test_an_amount_shown_alone_has_its_basis() -> None:
    def basis(**changes: object) -> object:
        return projects_view(one_plan(projects=[project(**changes)])).strategies[0].tactics[0].cards[0].basis

    assert basis() is BudgetBasis.PER_YEAR
    assert basis(budget="ไม่ใช้งบประมาณ") is None
    assert basis(budget={"2567": "๑๐,๐๐๐"}) is None


def test_quarters_cover_the_cycle_and_other_stated_years() -> None:
    (card,) = (
        projects_view(one_plan(projects=[project(periods={"2566": "๔", "2567": "๑-๒"})])).strategies[0].tactics[0].cards
    )
    assert [(str(year.fiscal_year), year.quarters, year.in_cycle) for year in card.years] == [
        ("2566", (4,), False),
        ("2567", (1, 2), True),
        ("2568", (), True),
        ("2569", (), True),
    ]


def test_a_responsible_cell_that_names_no_department_stays_as_printed() -> None:
    changed = project(responsible={"departments": [], "printed": "(LPA ด้านที่ ๕"})
    (card,) = projects_view(one_plan(projects=[changed])).strategies[0].tactics[0].cards
    assert (card.departments, card.responsible_printed) == ((), "(LPA ด้านที่ ๕")


def test_the_matrix_shows_stated_beside_computed() -> None:
    stated = MATRIX | {"stated_column_totals": ["๑๒,๐๐๐", ""]}
    matrix = strategy_view(one_plan(plan={"budget_matrix": stated})).matrix
    assert matrix is not None
    assert [cell.counted_baht for cell in matrix.lines[0].amounts] == [Decimal(10000), None]
    assert [total.disagrees for total in matrix.column_totals] == [True, False]
    assert matrix.column_totals[0].computed_baht == Decimal(10000)
    assert matrix.grand_total.stated_baht is None


def test_the_matrix_stands_beside_the_sum_of_the_projects() -> None:
    matrix = strategy_view(one_plan(plan={"budget_matrix": MATRIX}, projects=[project(budget="๗,๐๐๐")])).matrix
    assert matrix is not None
    assert (matrix.grand_total.computed_baht, matrix.projects_baht) == (Decimal(10000), Decimal(7000))


def test_without_a_project_table_there_is_no_sum_to_compare_with() -> None:
    matrix = strategy_view(one_plan(plan={"budget_matrix": MATRIX}, has_projects=False)).matrix
    assert matrix is not None
    assert matrix.projects_baht is None
    assert matrix.basis is BudgetBasis.NOT_STATED


def test_values_that_the_document_does_not_align_stay_as_printed() -> None:
    plan = {
        "local_strategies": [{"id": "local-1", "number": "๑", "name": "คมนาคม"}],
        "alignment": {"section": "๓.๘", "rows": [{"local_strategy": "local-1", "printed": "-"}]},
    }
    (line,) = strategy_view(one_plan(plan=plan)).alignment
    assert (line.values, line.printed) == ((), "-")
