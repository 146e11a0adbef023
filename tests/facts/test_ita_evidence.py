"""Each element of an ITA item is met, not met, not applicable or undecidable; each case changes one value."""

from __future__ import annotations

from typing import Any

import pytest

from generator.facts.ita_evidence import (
    ElementFact,
    ElementState,
    EvidenceReason,
    assessment_years,
    count_evidence,
    evidence_counts,
    evidence_of,
)
from generator.thai.dates import Cycle, FiscalYear
from generator.views.plan_context import PlanContext
from tests.views.one_plan import PARTIAL, one_plan, project, results
from tests.views.some_evidence import assessment

MET, NOT_MET = ElementState.MET, ElementState.NOT_MET
NOT_APPLICABLE, CANNOT_TELL = ElementState.NOT_APPLICABLE, ElementState.CANNOT_TELL


def of_plan(looked_up: str, year: str = "2568", **parts: Any) -> ElementFact:
    """Return one element of an item about the year of the assessment."""
    ((_, _, (fact,)),) = evidence_of(one_plan(**parts), assessment(year, plan=(looked_up,)))
    return fact


def of_report(looked_up: str, year: str = "2568", **parts: Any) -> ElementFact:
    """Return one element of an item about the year before."""
    ((_, _, (fact,)),) = evidence_of(one_plan(**parts), assessment(year, report=(looked_up,)))
    return fact


def effective(day: str) -> dict[str, Any]:
    return {"announcement": {"effective_date": day}}


def announced(day: str, effective_day: str | None = None) -> dict[str, Any]:
    return {"announcement": {"date": day, "effective_date": effective_day}}


@pytest.mark.parametrize(
    ("plan", "year", "state", "reason"),
    [
        ({}, "2568", CANNOT_TELL, EvidenceReason.DAY_NOT_STATED),
        ({"announcement": {"effective_date": "-"}}, "2568", CANNOT_TELL, EvidenceReason.DAY_NOT_STATED),
        (announced("๑ ตุลาคม ๒๕๖๖"), "2567", MET, EvidenceReason.ANNOUNCED_BEFORE),
        (announced("๒ ตุลาคม ๒๕๖๖"), "2567", CANNOT_TELL, EvidenceReason.ANNOUNCED_LATER),
        (announced("๒ ตุลาคม ๒๕๖๖"), "2568", MET, EvidenceReason.ANNOUNCED_BEFORE),
        (announced("๒ มีนาคม ๒๕๗๐"), "2567", NOT_MET, EvidenceReason.ANNOUNCED_AFTER),
        (announced("เร็ว ๆ นี้"), "2568", CANNOT_TELL, EvidenceReason.DAY_UNREAD),
        (announced("1 ต.ค. 2566", "1 ต.ค. 2566"), "2567", MET, EvidenceReason.IN_FORCE),
        (effective("1 ต.ค. 2566"), "2567", MET, EvidenceReason.IN_FORCE),
        (effective("2 ต.ค. 2566"), "2567", CANNOT_TELL, EvidenceReason.IN_FORCE_LATER),
        (effective("2 ต.ค. 2566"), "2568", MET, EvidenceReason.IN_FORCE),
        (effective("1 ต.ค. 2568"), "2568", NOT_MET, EvidenceReason.IN_FORCE_AFTER),
        (effective("เร็ว ๆ นี้"), "2568", CANNOT_TELL, EvidenceReason.DAY_UNREAD),
        ({"state": "draft"}, "2568", NOT_MET, EvidenceReason.NOT_ANNOUNCED),
        ({"state": "approved"}, "2568", NOT_MET, EvidenceReason.NOT_ANNOUNCED),
        ({}, "2570", NOT_APPLICABLE, EvidenceReason.OUTSIDE_CYCLE),
    ],
)
def test_a_plan_is_in_force_in_the_whole_year(
    plan: dict[str, Any], year: str, state: ElementState, reason: EvidenceReason
) -> None:
    assert of_plan("in_force", year, plan=plan)[1:3] == (state, reason)


@pytest.mark.parametrize(
    ("changed", "state", "reason"),
    [
        ({}, MET, EvidenceReason.PROJECTS),
        ({"periods": {"2567": "๑"}}, NOT_MET, EvidenceReason.NO_PROJECT),
        ({"periods": None}, CANNOT_TELL, EvidenceReason.YEARS_NOT_STATED),
    ],
)
def test_the_element_projects_depends_on_projects_of_the_year(
    changed: dict[str, Any], state: ElementState, reason: EvidenceReason
) -> None:
    assert of_plan("projects", projects=[project(**changed)])[1:3] == (state, reason)


def test_a_missing_project_table_differs_from_one_not_received() -> None:
    assert of_plan("projects", has_projects=False)[1:3] == (NOT_MET, EvidenceReason.NO_TABLE)
    partial = of_plan("projects", has_projects=False, plan={"sources": PARTIAL})
    assert partial[1:3] == (CANNOT_TELL, EvidenceReason.TABLE_NOT_RECEIVED)


@pytest.mark.parametrize(
    ("budget", "state"),
    [
        ("๑๐,๐๐๐", MET),
        ("ไม่ใช้งบประมาณ", MET),
        ("ตามที่จ่ายจริง", CANNOT_TELL),
        ("-", CANNOT_TELL),
        ("", NOT_MET),
        ({"2567": "๑๐๐"}, CANNOT_TELL),
    ],
)
def test_every_project_states_its_money(budget: Any, state: ElementState) -> None:
    assert of_plan("budgets", projects=[project(budget=budget)]).state is state


def test_an_amount_without_a_basis_is_a_budget_and_is_counted() -> None:
    fact = of_plan("budgets", plan={"budget_basis": "not_stated"})
    assert (fact.state, fact.without_basis) == (MET, 1)


def test_a_project_without_money_is_listed() -> None:
    fact = of_plan("budgets", projects=[project(), project(id="p2", budget="")])
    assert (fact.state, fact.done, fact.of, fact.lacking) == (NOT_MET, 1, 2, ("p2",))


def test_a_project_without_a_period_lacks_it() -> None:
    fact = of_plan("periods", projects=[project(), project(id="p2", periods=None)])
    assert (fact.state, fact.lacking) == (NOT_MET, ("p2",))


REPORTED = {"problems": "ไม่มี", "suggestions": "ไม่มี"}


def one_result(**changes: Any) -> dict[str, Any]:
    return results(projects=[{"project": "p1", "status": "done", "spent": "๙,๐๐๐", **changes}])


@pytest.mark.parametrize(
    ("looked_up", "report", "state"),
    [
        ("results", one_result(), MET),
        ("results", results(projects=[]), NOT_MET),
        ("spending", one_result(), MET),
        ("spending", one_result(spent=None), NOT_MET),
        ("spending", one_result(spent="ตามที่จ่ายจริง"), CANNOT_TELL),
        ("problems", one_result(), NOT_MET),
        ("problems", one_result(**REPORTED), MET),
        ("suggestions", one_result(**REPORTED), MET),
        ("problems", one_result(problems="-"), NOT_MET),
        ("suggestions", one_result(suggestions=" – "), NOT_MET),
        ("staff", results(staff=[{"position_type": "พนักงาน", "total": "30", "trained": "มาก"}]), MET),
        ("trained", results(staff=[{"position_type": "พนักงาน", "total": "30", "trained": "มาก"}]), CANNOT_TELL),
        ("staff", results(), NOT_MET),
    ],
)
def test_a_report_is_checked_for_each_project(looked_up: str, report: dict[str, Any], state: ElementState) -> None:
    assert of_report(looked_up, results=[report]).state is state


@pytest.mark.parametrize(
    ("trained", "state", "reason"),
    [
        (("10", "5"), MET, EvidenceReason.STAFF),
        (("10", ""), NOT_MET, EvidenceReason.STAFF_INCOMPLETE),
        (("10", "-"), NOT_MET, EvidenceReason.STAFF_INCOMPLETE),
        (("10", "มาก"), CANNOT_TELL, EvidenceReason.STAFF_UNREAD),
        (("", "มาก"), NOT_MET, EvidenceReason.STAFF_INCOMPLETE),
    ],
)
def test_a_blank_number_is_not_stated_and_only_an_unreadable_one_is_in_doubt(
    trained: tuple[str, ...], state: ElementState, reason: EvidenceReason
) -> None:
    staff = [{"position_type": f"ประเภท {one}", "total": "20", "trained": one} for one in trained]
    assert of_report("trained", results=[results(staff=staff)])[1:3] == (state, reason)


def test_a_project_without_budget_need_not_report_money() -> None:
    fact = of_report("spending", projects=[project(budget="ไม่ใช้งบประมาณ")], results=[one_result(spent=None)])
    assert fact.state is MET


def test_a_six_month_report_is_not_an_annual_report() -> None:
    fact = of_report("results", results=[results(round="6")])
    assert fact[1:3] == (NOT_MET, EvidenceReason.REPORT_TOO_SHORT)
    assert of_report("results")[1:3] == (NOT_MET, EvidenceReason.NO_REPORT)


def test_the_report_of_the_year_before_the_cycle_belongs_to_another_plan() -> None:
    assert of_report("results", "2567")[1:3] == (NOT_APPLICABLE, EvidenceReason.OUTSIDE_CYCLE)


def test_the_report_of_the_last_year_is_required_after_the_cycle() -> None:
    assert of_report("results", "2570").reason is EvidenceReason.NO_REPORT
    assert [year.be for year in assessment_years(Cycle.parse("2567-2569"))] == [2567, 2568, 2569, 2570]
    assert [year.be for year in assessment_years(Cycle.parse("2698-2700"))] == [2698, 2699, 2700]


def test_elements_are_counted_by_their_states() -> None:
    plan: PlanContext = one_plan(plan=effective("1 ต.ค. 2566"), results=[one_result()])
    year = assessment(plan=("in_force", "budgets"), report=("results", "problems"))
    counts = count_evidence(evidence_of(plan, year), FiscalYear(2568))
    assert counts == (FiscalYear(2568), 3, 1, 0, 0)
    assert counts.asked == 4
    assert evidence_counts(plan, [year, assessment("2571", plan=("in_force",))]) == (counts,)
