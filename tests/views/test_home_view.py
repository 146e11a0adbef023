"""The home page: every figure has one meaning, and every LAO can be found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.facts.summary import LaoSummary
from generator.model.content import Frameworks
from generator.model.money import BudgetBasis
from generator.thai.dates import FiscalYear
from generator.views import home
from generator.views.home import HomeView, home_view
from tests.views.one_plan import project
from tests.views.some_evidence import assessment
from tests.views.some_laos import TODAY, plan_folder, summary, unreadable_plan


def view_of(*summaries: LaoSummary) -> HomeView:
    return home_view(summaries, Frameworks(()), TODAY)


def money_of(*summaries: LaoSummary) -> list[tuple[str, str, int, Decimal | None]]:
    return [(line.cycle.slug, line.basis.value, line.plans, line.total_baht) for line in view_of(*summaries).money]


def test_the_evidence_of_the_latest_assessment_year_is_linked() -> None:
    years = (assessment("2568"), assessment("2569"))
    view = home_view([], Frameworks((), assessments=years), TODAY)
    assert (view.evidence_year, view.evidence_address) == (FiscalYear(2569), "/evidence/2569/")
    without = view_of()
    assert (without.evidence_year, without.evidence_address) == (None, "/evidence/")


def test_money_of_one_basis_and_cycle_is_added_up() -> None:
    assert money_of(summary(plan_folder()), summary(plan_folder())) == [("2567-2569", "per_year", 2, Decimal(20000))]


def test_money_of_different_bases_is_never_added_together() -> None:
    bases = [summary(plan_folder(budget_basis=basis.value)) for basis in BudgetBasis]
    assert money_of(*bases) == [("2567-2569", basis.value, 1, Decimal(10000)) for basis in BudgetBasis]


def test_money_of_different_cycles_is_never_added_together() -> None:
    assert money_of(summary(plan_folder("2564-2566"), plan_folder())) == [
        ("2567-2569", "per_year", 1, Decimal(10000)),
        ("2564-2566", "per_year", 1, Decimal(10000)),
    ]


def test_money_without_a_stated_basis_is_never_added_up() -> None:
    plan = plan_folder(budget_basis="not_stated")
    assert money_of(summary(plan), summary(plan)) == [("2567-2569", "not_stated", 2, None)]


def test_plans_without_a_stated_amount_have_no_line() -> None:
    assert money_of(summary(plan_folder(projects=[project(budget="ไม่ใช้งบประมาณ")]))) == []


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_drafts_are_counted_separately_and_nowhere_else(state: str) -> None:
    view = view_of(summary(plan_folder(state=state)))
    assert (view.drafts, view.plans, view.plans_in_force, view.projects, view.money) == (1, 0, 0, 0, ())


def test_plans_are_counted_by_state() -> None:
    view = view_of(summary(plan_folder("2564-2566"), plan_folder()), summary(unreadable_plan()), summary())
    assert (view.laos, view.plans, view.plans_in_force, view.projects, view.unreadable_plans) == (3, 2, 1, 2, 1)


def test_provinces_and_their_laos_come_in_thai_order() -> None:
    view = view_of(
        summary(code="3340101", province="อุบลราชธานี", district="เมือง"),
        summary(code="5440503", name="แก"),
        summary(code="5440502", name="กา", type="เทศบาลตำบล"),
        summary(code="5440501", name="ขา"),
        summary(code="5400101", province="แพร่"),
        summary(code="5100101", province="พิจิตร"),
    )
    assert [province.name for province in view.provinces] == ["พิจิตร", "แพร่", "มหาสารคาม", "อุบลราชธานี"]
    assert [line.name for line in view.provinces[2].lines] == [
        "เทศบาลตำบลกา",
        "องค์การบริหารส่วนตำบลแก",
        "องค์การบริหารส่วนตำบลขา",
    ]


def test_laos_without_a_known_province_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = summary(code="5990101", province="ไม่มีจริง")
    monkeypatch.setattr(home, "LISTED_LAOS", 0)
    last = view_of(unknown, summary()).provinces[-1]
    assert (last.name, last.address, [line.address for line in last.lines]) == (None, None, ["/lao/5990101/"])


def test_with_many_laos_only_provinces_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "LISTED_LAOS", 1)
    view = view_of(summary(code="5440501"), summary(code="5440502"))
    assert not view.names_laos
    assert [(province.laos, province.lines) for province in view.provinces] == [(2, ())]
