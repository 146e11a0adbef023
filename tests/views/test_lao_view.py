"""An LAO's own page: the plan in force first, all plans newest first, and only known facts about the others."""

from __future__ import annotations

import datetime
from typing import Any

from generator.facts.summary import Standing
from generator.findings import Finding, Location, Severity
from generator.model.content import UnreadablePlan
from generator.model.plan import PlanFolder
from generator.views.lao import LaoView, lao_view
from tests.views.some_laos import GUIDELINES, TODAY, plan_folder, read_lao, unreadable_plan


def view_of(*plans: PlanFolder | UnreadablePlan, **changes: Any) -> LaoView:
    read = read_lao(*plans, **changes)
    assert read.lao_folder.lao
    return lao_view(read, read.lao_folder.lao, TODAY)


def test_the_plan_in_force_leads_and_plans_are_newest_first() -> None:
    view = view_of(plan_folder("2564-2566"), plan_folder(), plan_folder("2570-2572", state="draft"))
    assert view.lead and view.lead.cycle.slug == "2567-2569"
    assert [line.cycle.slug for line in view.plans] == ["2570-2572", "2567-2569", "2564-2566"]


def test_an_expired_plan_has_its_last_day() -> None:
    view = view_of(plan_folder("2564-2566"))
    assert view.standing is Standing.EXPIRED
    assert view.lead and view.lead.last_day == datetime.date(2023, 9, 30)


def test_the_stated_effective_date_is_the_first_day() -> None:
    line = view_of(plan_folder(announcement={"effective_date": "๒ ตุลาคม ๒๕๖๖"})).plans[0]
    assert line.first_day == datetime.date(2023, 10, 2)
    assert view_of(plan_folder()).plans[0].first_day == datetime.date(2023, 10, 1)


def test_an_unreadable_plan_is_named_and_linked() -> None:
    view = view_of(plan_folder("2564-2566"), unreadable_plan())
    assert [(line.address, line.figures is None) for line in view.plans] == [
        ("/lao/5440599/2567-2569/", True),
        ("/lao/5440599/2564-2566/", False),
    ]
    assert view.standing is Standing.UNREADABLE


def test_an_lao_with_guidelines_only_has_no_plan() -> None:
    view = view_of(guidelines=[GUIDELINES])
    assert (view.standing, view.lead, view.plans) == (Standing.NO_PLAN, None, ())
    assert [(block.anchor, block.location.file) for block in view.guidelines] == [
        ("g-section-12", "plans/5440599-example/guidelines.yml")
    ]


def test_errors_of_unreadable_guidelines_are_shown() -> None:
    file = "plans/5440599-example/guidelines.yml"
    error = Finding("READ-001", Severity.ERROR, "ขาดค่า", Location(file, 2), "เพิ่มค่า")
    warning = Finding("YAML-020", Severity.WARNING, "ข้อความถูกตัด", Location(file, 3), "ใส่คำพูด")
    assert view_of(findings=(error, warning)).guidelines_errors == (error,)


def test_the_province_is_linked_if_it_exists() -> None:
    assert view_of().province_address == "/province/maha-sarakham/"
    assert view_of(code="5990101", province="ไม่มีจริง").province_address is None
