"""Personal data of earlier versions and of commits is removed from a plan's history pages."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.shown_history import HIDDEN, SOMEONE, shown_author, shown_changes, shown_message, shown_text
from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.model.content import UnreadablePlan
from generator.model.plan import PlanFolder
from generator.pages.lao_pages import LaoPages
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import read_lao
from tests.building_blocks import CODE, SLUG, make_lao
from tests.shown import html_of
from tests.views.some_history import history_of

PHONE = "๐๘๑-๒๓๔-๕๖๗๘"
CHANGE = PlanChange(
    PlanChangeKind.REWORDED, "projects", "โครงการ", "p1", "อบรม", "note", "หมายเหตุ", f"โทร {PHONE}", "ติดต่อสำนักปลัด"
)


@pytest.mark.parametrize(
    "text",
    [f"ติดต่อ {PHONE}", "ผู้ประสานงาน นางสาวสมมุติ นามตัวอย่าง", "ส่งที่ somchai@example.com", "อยู่บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลตัวอย่าง"],
)
def test_text_with_personal_data_is_hidden(text: str) -> None:
    assert shown_text(text) == HIDDEN
    assert shown_message(text) == HIDDEN


def test_other_text_is_shown_unchanged() -> None:
    assert shown_text("อบรมพนักงาน ๒๐ คน") == "อบรมพนักงาน ๒๐ คน"


def test_only_text_with_personal_data_of_change_is_hidden() -> None:
    assert shown_changes([CHANGE]) == (replace(CHANGE, before=HIDDEN),)


def test_author_with_personal_name_is_anonymous() -> None:
    assert shown_author("นางสาวสมมุติ นามตัวอย่าง งานการเจ้าหน้าที่") == SOMEONE
    assert shown_author("งานการเจ้าหน้าที่") == "งานการเจ้าหน้าที่"


def test_no_page_shows_removed_personal_data(tmp_path: Path) -> None:
    make_lao(tmp_path)
    read = read_lao(CODE, [f"plans/{CODE}-{SLUG}"], DiskTree(tmp_path), None)
    (plan,) = read.lao_folder.plans
    assert isinstance(plan, PlanFolder)
    assert plan.projects
    first, *others = plan.projects.projects
    with_phone = first.model_copy(update={"name": f"{first.name} โทร {PHONE}", "note": f"โทร {PHONE}"})
    before = replace(plan, projects=plan.projects.model_copy(update={"projects": (with_phone, *others)}))
    history = history_of(before, plan)
    unreadable = replace(
        history,
        revisions=(
            replace(
                history.revisions[0],
                plan=UnreadablePlan(plan.plan.cycle, ()),
                texts=(("plan.yml", f"โทร {PHONE}"),),
            ),
            *history.revisions[1:],
        ),
    )
    for one in (history, unreadable):
        pages = [*LaoPages("arabic", datetime.date(2024, 6, 1)).pages(read, (), {plan.plan.cycle.slug: one})]
        assert sum("/history/" in page.address for page in pages) == 3
        assert [page.address for page in pages if PHONE in html_of(page)] == []
