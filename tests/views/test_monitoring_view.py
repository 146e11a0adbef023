"""Results beside the plan: every year of the cycle, money compared only if comparable."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.model.plan import NarrativeSection
from generator.model.results import ResultStatus
from generator.views.monitoring import monitoring_view
from generator.views.year_report import YearReport
from tests.shown import cell_text
from tests.views.one_plan import FY2567, one_plan, project, results

SPENT = {"project": "p1", "status": "done", "spent": "๙,๐๐๐"}


def report_of(**parts: Any) -> YearReport:
    report = monitoring_view(one_plan(results=[results()], **parts)).years[0].report
    assert report is not None
    return report


def test_every_year_of_the_cycle_is_listed_without_a_report() -> None:
    view = monitoring_view(one_plan())
    assert [(str(year.fiscal_year), year.report, year.projects) for year in view.years] == [
        ("2567", None, 1),
        ("2568", None, 1),
        ("2569", None, 0),
    ]
    assert (view.reported_years, view.cycle_years) == (0, 3)


def test_a_result_is_shown_with_its_project() -> None:
    report = report_of()
    (line,) = report.lines
    assert (line.name, line.status, line.spent_baht, line.people) == (
        "อบรมงานสารบรรณ", ResultStatus.DONE, Decimal(9000), 30,
    )  # fmt: skip
    assert (report.reported, report.not_reported, report.spent_baht, report.with_spent) == (1, 0, Decimal(9000), 1)


def test_a_project_of_the_year_without_a_result_is_listed_as_not_reported() -> None:
    report = report_of(projects=[project(id="p0"), project(), project(id="p3", periods={"2568": "๑"})])
    assert [line.status for line in report.lines] == [ResultStatus.DONE, None]
    assert (report.reported, report.not_reported) == (1, 1)


def test_unreported_money_is_none_not_zero() -> None:
    silent = results(projects=[{"project": "p1", "status": "in_progress"}])
    report = monitoring_view(one_plan(results=[silent])).years[0].report
    assert report is not None
    assert (report.spent_baht, report.with_spent, report.comparison) == (None, 0, None)


@pytest.mark.parametrize(
    ("basis", "year_budget", "cycle_budget"),
    [("per_year", Decimal(10000), None), ("whole_cycle", None, Decimal(10000)), ("not_stated", None, None)],
)
def test_spending_is_compared_only_with_a_budget_of_the_same_time(
    basis: str, year_budget: Decimal | None, cycle_budget: Decimal | None
) -> None:
    view = monitoring_view(one_plan(plan={"budget_basis": basis}, results=[results()]))
    report = view.years[0].report
    assert report is not None
    assert (report.comparison.budget_baht if report.comparison else None) == year_budget
    assert (view.cycle_comparison.budget_baht if view.cycle_comparison else None) == cycle_budget


def test_amounts_by_year_are_compared_even_without_a_stated_basis() -> None:
    report = report_of(plan={"budget_basis": "not_stated"}, projects=[project(budget={"2567": "๘,๐๐๐"})])
    assert report.comparison is not None
    assert (report.comparison.budget_baht, report.comparison.spent_baht) == (Decimal(8000), Decimal(9000))


def test_only_projects_with_both_amounts_are_compared() -> None:
    reported = results(projects=[SPENT, SPENT | {"project": "p2"}, {"project": "p3", "status": "done"}])
    context = one_plan(
        projects=[project(), project(id="p2", budget="ไม่ใช้งบประมาณ"), project(id="p3", budget="๕๐๐")],
        results=[reported],
    )
    report = monitoring_view(context).years[0].report
    assert report is not None
    assert report.spent_baht == Decimal(18000)
    assert report.comparison is not None
    assert (report.comparison.projects, report.comparison.budget_baht, report.comparison.spent_baht) == (
        1, Decimal(10000), Decimal(9000),
    )  # fmt: skip


def test_spending_of_several_years_is_compared_with_the_whole_cycle() -> None:
    second = results(fiscal_year="2568", as_of="30 ก.ย. 2568")
    view = monitoring_view(one_plan(plan={"budget_basis": "whole_cycle"}, results=[results(), second]))
    assert view.cycle_comparison is not None
    assert (view.cycle_comparison.projects, view.cycle_comparison.spent_baht) == (1, Decimal(18000))


def test_a_reported_year_outside_the_cycle_is_listed() -> None:
    view = monitoring_view(one_plan(results=[results(fiscal_year="2566", as_of="30 ก.ย. 2566")]))
    assert [(str(year.fiscal_year), year.in_cycle, year.address is None) for year in view.years][:2] == [
        ("2566", False, True),
        ("2567", True, False),
    ]
    assert view.reported_years == 0


def test_trained_staff_are_summed_by_position_type_only() -> None:
    staff = [
        {"position_type": "พนักงานส่วนตำบล", "total": "๑๐", "trained": "๘"},
        {"position_type": "พนักงานจ้าง", "total": "๕", "trained": "๕"},
    ]
    report = monitoring_view(one_plan(results=[results(staff=staff)])).years[0].report
    assert report is not None
    assert (report.staff_total, report.staff_trained) == (15, 13)


def test_the_narrative_is_linked_if_there_is_one() -> None:
    assert monitoring_view(one_plan()).narrative_address is None
    text = NarrativeSection("monitoring", None, True, "ติดตามปีละครั้ง")
    address = monitoring_view(one_plan(narrative=[text])).narrative_address
    assert address == "/lao/6990101/2567-2569/document/#n-monitoring"


def test_the_page_of_a_year_links_to_its_anchor() -> None:
    assert monitoring_view(one_plan()).years[0].anchor == f"results-{FY2567}"


def beside(column: int, **parts: Any) -> str:
    """Return a cell of the first row of the table of results, as text."""
    table = monitoring_view(one_plan(**{"results": [results()], **parts})).years[0].results_table
    assert table is not None
    return cell_text(table.rows[0].cells[column])


@pytest.mark.parametrize(
    ("basis", "budget", "shown"),
    [
        ("per_year", "๑๐,๐๐๐", "จาก ๑๐,๐๐๐"),
        ("whole_cycle", {"2567": "๘,๐๐๐"}, "จาก ๘,๐๐๐"),
        ("whole_cycle", "๑๐,๐๐๐", "ตามแผน: ๑๐,๐๐๐ รวมทั้งรอบแผน"),
        ("not_stated", "๑๐,๐๐๐", "ตามแผน: ๑๐,๐๐๐ ไม่ระบุว่าต่อปีหรือรวม"),
        ("per_year", "งบกลาง", "ตามแผน: งบกลาง"),
        ("per_year", "ไม่ใช้งบประมาณ", "ตามแผน: ไม่ใช้งบประมาณ"),
        ("per_year", {"2568": "๘,๐๐๐"}, "ตามแผน: เอกสารระบุจำนวนเงินเฉพาะปีอื่น"),
        ("per_year", None, "ตามแผน: เอกสารไม่ระบุ"),
    ],
)
def test_planned_money_is_below_money_spent(basis: str, budget: Any, shown: str) -> None:
    parts = {"plan": {"budget_basis": basis}, "projects": [project(budget=budget)]}
    assert beside(2, **parts) == f"๙,๐๐๐ {shown}"
    assert beside(2, **parts, results=[results(projects=[])]) == f"– {shown}"


@pytest.mark.parametrize(
    ("targets", "periods", "shown"),
    [
        ("จำนวน ๔๓ คน", {"2567": "๑"}, "เป้าหมาย ๔๓ คน"),
        ("จำนวน ๔๓ คน", {"2567": "๑", "2568": "๑"}, "ตามแผน: จำนวน ๔๓ คน"),
        ({"quantity": "รุ่นละ ๒๐ คน", "quality": "ดี"}, {"2567": "๑"}, "ตามแผน: รุ่นละ ๒๐ คน"),
        (None, {"2567": "๑"}, "ตามแผน: เอกสารไม่ระบุ"),
    ],
)
def test_planned_people_are_below_participants(targets: Any, periods: dict[str, str], shown: str) -> None:
    assert beside(3, projects=[project(targets=targets, periods=periods)]) == f"๓๐ {shown}"


def test_the_planned_indicator_is_shown_without_a_result() -> None:
    planned = {"projects": [project(indicator="ร้อยละ ๘๐ ผ่าน")], "results": [results(projects=[])]}
    assert beside(4, **planned) == "ตัวชี้วัดตามแผน: ร้อยละ ๘๐ ผ่าน"


def test_nothing_planned_is_shown_for_a_project_that_the_plan_lacks() -> None:
    stray = results(projects=[SPENT | {"project": "p9"}])
    table = monitoring_view(one_plan(projects=[], results=[stray])).years[0].results_table
    assert table is not None
    assert [cell_text(cell) for cell in table.rows[0].cells[2:5]] == ["๙,๐๐๐", "ไม่ได้รายงาน", "ไม่ได้รายงาน"]


def test_the_chart_of_statuses_shows_each_of_them() -> None:
    words = ("done", "in_progress", "not_started", "cancelled", None)
    listed = [project(id=f"p{place}") for place in range(len(words) + 1)]
    said = [
        {"project": f"p{place}", "spent": "๑"} | ({"status": word} if word else {}) for place, word in enumerate(words)
    ]
    report = report_of_projects(listed, said)
    assert report.status_chart
    assert [share.kind for share in report.status_chart.shares] == [*words[:4], "not_stated", "not_reported"]
    assert report.status_chart.others == 0


def report_of_projects(projects: list[dict[str, Any]], said: list[dict[str, Any]]) -> YearReport:
    report = monitoring_view(one_plan(projects=projects, results=[results(projects=said)])).years[0].report
    assert report is not None
    return report
