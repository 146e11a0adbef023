"""The summary of an LAO counts only stated values, and reports nothing unknown as missing."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.facts.finding_counts import FindingCounts
from generator.facts.summary import FrameworkUse, Standing
from generator.findings import Finding, Location, Severity
from generator.model.money import BudgetBasis
from generator.thai.dates import Cycle
from generator.thai.provinces import PROVINCES
from tests.views.one_plan import PARTIAL, project, row
from tests.views.some_laos import GUIDELINES, plan_folder, summary, unreadable_plan

CYCLE = Cycle.parse("2567-2569")


def test_a_plan_is_summarised() -> None:
    plan = summary(plan_folder(projects=[project(), project(id="p2", budget="ไม่ใช้งบประมาณ")])).plans[0]
    assert (plan.projects, plan.total_baht, plan.basis, plan.positions) == (2, Decimal(10000), BudgetBasis.PER_YEAR, 1)


@pytest.mark.parametrize("budget", ["ไม่ใช้งบประมาณ", "ตามที่จ่ายจริง", None])
def test_without_amounts_the_total_is_none_not_zero(budget: str | None) -> None:
    assert summary(plan_folder(projects=[project(budget=budget)])).plans[0].total_baht is None


def test_a_plan_without_tables_has_counts_of_none_not_zero() -> None:
    plan = summary(plan_folder(has_projects=False, has_idp=False, sources=PARTIAL)).plans[0]
    assert (plan.projects, plan.positions, plan.is_partial) == (None, None, True)


@pytest.mark.parametrize(
    ("plans", "standing"),
    [
        ((), Standing.NO_PLAN),
        ((plan_folder(),), Standing.IN_FORCE),
        ((plan_folder("2564-2566"),), Standing.EXPIRED),
        ((plan_folder("2570-2572"),), Standing.NOT_YET_IN_FORCE),
        ((plan_folder(state="approved"),), Standing.NOT_ANNOUNCED),
        ((plan_folder("2564-2566"), plan_folder(state="draft")), Standing.NOT_ANNOUNCED),
        ((plan_folder(), plan_folder("2570-2572", state="draft")), Standing.IN_FORCE),
        ((unreadable_plan("2564-2566"),), Standing.UNREADABLE),
        ((plan_folder("2564-2566"), unreadable_plan()), Standing.UNREADABLE),
        ((unreadable_plan("2564-2566"), plan_folder()), Standing.IN_FORCE),
        ((plan_folder("2561-2563"), unreadable_plan("2564-2566")), Standing.EXPIRED),
    ],
)
def test_the_standing_is_only_what_is_known(plans: tuple[object, ...], standing: Standing) -> None:
    assert summary(*plans).standing is standing  # type: ignore[arg-type]  # plans of both kinds


def test_the_day_decides_and_is_not_stored() -> None:
    before, after = (summary(plan_folder(), today=datetime.date(2024, 1, day)) for day in (1, 31))
    assert before == after
    assert summary(plan_folder(), today=datetime.date(2026, 10, 1)).standing is Standing.EXPIRED


def test_the_plan_in_force_leads_before_a_newer_draft() -> None:
    lead = summary(plan_folder(), plan_folder("2570-2572", state="draft")).lead
    assert lead and lead.cycle == CYCLE


def test_an_unreadable_lao_has_its_folder_as_name_and_its_province() -> None:
    found = summary(unreadable_plan(), readable=False)
    assert (found.full_name, found.readable, found.standing) == ("5440599-example", False, Standing.UNREADABLE)
    assert found.province == PROVINCES["44"]
    assert found.unreadable_cycles == (CYCLE,)


def test_an_unknown_province_is_none() -> None:
    assert summary(code="5990101", province="ไม่มีจริง").province is None


def test_guidelines_and_findings_are_counted() -> None:
    severities = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.NOTICE)
    findings = tuple(Finding("X-001", severity, "ก", Location("x"), "ข") for severity in severities)
    found = summary(guidelines=[GUIDELINES], findings=findings)
    assert found.guidelines == ("แนวทางการพัฒนาพนักงาน",)
    assert found.findings == FindingCounts(errors=1, warnings=2, notices=1)


def test_every_kind_of_reference_counts_once() -> None:
    plan = plan_folder(
        projects=[project(methods=["method-2"], competencies=["line-1", "core-1"])],
        idp={
            "methods": [{"number": "๑", "name": "ก", "ref": "method-1"}, {"number": "๒", "name": "ข"}],
            "rows": [row(skills=[{"competencies": ["core", "line-1"]}, {"competencies": ["core"]}])],
        },
        competencies=[{"ref": "core-1", "kind": "core", "name": "ก"}, {"kind": "line", "name": "ไม่มีในกรอบ"}],
        methods=[{"ref": "method-1", "name": "ก"}],
        curricula=[{"ref": "curriculum-1", "name": "ก"}],
        target_groups=[{"ref": "target-1", "name": "ก"}],
    )
    names = ("core", "core-1", "curriculum-1", "line-1", "method-1", "method-2", "target-1")
    assert summary(plan).framework_uses == tuple(FrameworkUse(name, CYCLE) for name in names)
