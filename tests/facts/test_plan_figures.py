"""People, strategies and methods of a plan are counted as stated, or not at all if uncertain."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.facts.plan_figures import method_figures, people_of, strategy_figures, total_is_whole
from generator.facts.plan_in_lao import PlanInLao
from generator.model.lao import Lao
from generator.model.project import ProjectTable
from generator.thai.dates import Cycle
from tests.views.one_plan import project, row
from tests.views.some_laos import LAO, plan_folder

CYCLE = Cycle.parse("2567-2569")


def counted(year: str, people: str, kind: str = "พนักงาน") -> dict[str, Any]:
    return {"fiscal_year": year, "position_type": kind, "people": people, "source": "แผนอัตรากำลัง"}


@pytest.mark.parametrize(
    ("counts", "people"),
    [
        ([], None),
        ([counted("2566", "30")], None),
        ([counted("2567", "30"), counted("2567", "๑๐", "ลูกจ้าง")], 40),
        ([counted("2568", "30"), counted("2567", "20")], 20),
        ([counted("2569", "30")], 30),
        ([counted("2567", "30"), counted("2567", "หลายคน", "ลูกจ้าง")], None),
        ([counted("2567", "30"), counted("2567", "30")], None),
    ],
)
def test_people_are_counted_in_the_first_complete_year(counts: list[Any], people: int | None) -> None:
    lao = Lao.model_validate(LAO | {"code": "6440501", "staff_counts": counts})
    assert people_of(lao, CYCLE) == people


@pytest.mark.parametrize(
    ("budget", "is_whole"),
    [("๕๐๐", True), ("ไม่ใช้งบประมาณ", True), ("ตามที่จ่ายจริง", False), ("-", False), (None, False)],
)
def test_a_total_is_whole_if_every_project_states_its_cost(budget: str | None, is_whole: bool) -> None:
    table = ProjectTable.model_validate({"projects": [project(), project(id="p2", budget=budget)]})
    assert total_is_whole(table.projects) is is_whole


def test_strategies_have_their_projects_and_money() -> None:
    lao = Lao.model_validate(LAO | {"code": "6440501"})
    (found,) = strategy_figures(PlanInLao(lao, plan_folder(projects=[project(), project(id="p2", budget=None)])))
    assert (found.number, found.name, found.projects, found.total_baht) == ("๑", "พัฒนาความรู้", 2, Decimal(10000))
    assert strategy_figures(PlanInLao(lao, plan_folder(has_projects=False))) == ()


def test_methods_count_the_positions_that_use_them() -> None:
    methods = [{"number": "๑", "name": "ฝึกอบรม"}, {"number": "2", "name": "ดูงาน", "ref": "method-2"}]
    rows = [row(methods=["1", "๑"]), row(id="i2", methods=["๑"]), row(id="i3", methods=["9"])]
    table = plan_folder(idp={"methods": methods, "rows": rows}).idp
    found = [(one.number, one.name, one.reference, one.positions) for one in method_figures(table)]
    assert found == [("๑", "ฝึกอบรม", None, 2), ("2", "ดูงาน", "method-2", 0)]
    assert method_figures(None) == ()
