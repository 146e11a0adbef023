"""The page of one fiscal year shows what the plan states for this year, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.facts.legal_state import LegalState
from generator.thai.dates import FiscalYear
from generator.views.year import year_view
from tests.shown import cell_text
from tests.views.one_plan import FY2567, FY2568, FY2569, PARTIAL, one_plan, project, results


def test_a_project_is_listed_in_its_stated_years_and_quarters() -> None:
    context = one_plan()
    assert year_view(context, FY2567).strategies[0].projects[0].quarters == (1, 2)
    assert [quarter.projects for quarter in year_view(context, FY2567).quarters] == [1, 1, 0, 0]
    assert [quarter.projects for quarter in year_view(context, FY2568).quarters] == [0, 0, 1, 0]


def test_projects_of_the_same_quarters_are_one_group_and_the_most_quarters_first() -> None:
    periods = ({"2567": "๓"}, {"2567": "๑-๔"}, {"2567": "๒"}, {"2567": "๓"}, {"2568": "๑"})
    listed = [project(id=f"p{at}", periods=one) for at, one in enumerate(periods)]
    groups = year_view(one_plan(projects=listed), FY2567).quarter_groups
    assert [(group.quarters, len(group.projects)) for group in groups] == [((1, 2, 3, 4), 1), ((2,), 1), ((3,), 2)]


def test_a_year_without_projects_has_an_empty_list() -> None:
    view = year_view(one_plan(), FY2569)
    assert (view.strategies, view.projects, view.has_table) == ((), 0, True)


def test_a_plan_without_project_table_differs_from_an_empty_year() -> None:
    view = year_view(one_plan(has_projects=False, plan={"sources": PARTIAL}), FY2567)
    assert (view.has_table, view.is_partial) == (False, True)


def test_a_project_with_money_of_a_year_is_listed_without_quarters() -> None:
    context = one_plan(projects=[project(periods={}, budget={"2568": "๗,๐๐๐", "2569": "๐"})])
    line = year_view(context, FY2568).strategies[0].projects[0]
    assert (line.quarters, line.money.of_year_baht) == ((), Decimal(7000))
    assert year_view(context, FY2569).projects == 0, "an amount of nought is no project"


def test_a_project_without_a_year_is_listed_separately_and_not_summed() -> None:
    view = year_view(one_plan(projects=[project(), project(id="p2", periods={})]), FY2567)
    assert view.projects == 1
    assert [line.address for line in view.year_not_stated] == ["/lao/6990101/2567-2569/projects/#p-p2"]
    assert view.total.total_baht == Decimal(10000)


@pytest.mark.parametrize(
    ("basis", "total"), [("per_year", Decimal(10000)), ("whole_cycle", None), ("not_stated", None)]
)
def test_a_yearly_total_exists_only_when_amounts_are_per_year(basis: str, total: Decimal | None) -> None:
    view = year_view(one_plan(plan={"budget_basis": basis}), FY2567)
    assert view.total.total_baht == total
    assert view.strategies[0].projects[0].money.amount_baht == Decimal(10000)


def test_results_of_this_year_include_projects_of_other_years() -> None:
    context = one_plan(projects=[project(periods={"2568": "๑"})], results=[results()])
    view = year_view(context, FY2567)
    assert view.projects == 0
    assert [line.result.spent_baht for line in view.results if line.result] == [Decimal(9000)]
    assert view.report is not None
    assert view.report.address == "/lao/6990101/2567-2569/monitoring/#results-2567"
    assert year_view(context, FY2568).report is None
    assert year_view(context, FY2568).results[0].result is None


def test_all_years_of_a_cycle_are_linked_in_order() -> None:
    context = one_plan()
    first, middle, last = (year_view(context, year) for year in (FY2567, FY2568, FY2569))
    assert first.previous is None
    assert middle.previous is not None
    assert middle.previous.address == "/lao/6990101/2567-2569/year/2567/"
    assert middle.next is not None
    assert middle.next.fiscal_year == FY2569
    assert last.next is None


def test_the_first_quarter_lies_in_the_calendar_year_before() -> None:
    assert [quarter.calendar_year for quarter in year_view(one_plan(), FY2567).quarters] == [2566, 2567, 2567, 2567]


def test_the_current_year_is_named_and_linked_if_the_plan_has_it() -> None:
    context = replace(one_plan(), fiscal_year_today=FY2568)
    over, running = year_view(context, FY2567), year_view(context, FY2568)
    assert (over.state, running.state) == (LegalState.EXPIRED, LegalState.IN_FORCE)
    assert (over.now_address or "").endswith("/year/2568/")
    assert running.now_address is None
    beyond = year_view(replace(context, fiscal_year_today=FiscalYear(2571)), FY2567)
    assert (beyond.now, beyond.now_address) == (FiscalYear(2571), None)


def test_the_results_of_a_year_show_what_was_planned() -> None:
    planned = project(periods={"2567": "๑"}, targets="๔๐ คน", indicator="ร้อยละ ๘๐ ผ่าน")
    silent = project(id="p2", periods={"2567": "๑"}, targets="ทุกคน", indicator=None)
    view = year_view(one_plan(projects=[planned, silent], results=[results()]), FY2567)
    reported, unreported = ([cell_text(cell) for cell in row.cells[2:]] for row in view.results_table.rows)
    assert reported == ["๙,๐๐๐ จาก ๑๐,๐๐๐", "๓๐ เป้าหมาย ๔๐ คน", "ไม่ได้รายงาน ตัวชี้วัดตามแผน: ร้อยละ ๘๐ ผ่าน"]
    assert unreported == ["– จาก ๑๐,๐๐๐", "– ตามแผน: ทุกคน", "ตัวชี้วัดตามแผน: เอกสารไม่ระบุ"]
