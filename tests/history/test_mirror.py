"""The reverse diff mirrors the diff: added and removed, raised and lowered, before and after are swapped."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.plan_diff import plan_changes
from generator.model.plan import Plan, PlanFolder
from generator.model.project import ProjectTable
from tests.history.filled_records import FILLED, filled

Kind = PlanChangeKind
BACK = {Kind.ADDED: Kind.REMOVED, Kind.BUDGET_RAISED: Kind.BUDGET_LOWERED}
BACK |= {there: back for back, there in BACK.items()}
POINTS = st.lists(st.sampled_from("กขคงจ"), max_size=6)
DUTIES = st.lists(st.fixed_dictionaries({"number": st.sampled_from("๑๒๓"), "text": st.sampled_from("กขค")}), max_size=5)
BUDGETS = st.sampled_from(
    ["๑๐", "20", "งบกลาง", "ไม่ใช้งบประมาณ", "ปีละ ๑๐ บาท", "-", "", {"2567": "๑๐"}, {"2567": "๕", "2568": "๕"}]
)
PROJECTS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("abcd"), "name": st.sampled_from("กข"), "budget": BUDGETS}), max_size=4
)


def plan_with(points: list[str], duties: list[dict[str, str]], projects: list[dict[str, Any]]) -> PlanFolder:
    data = filled(Plan)
    data["objectives"] = points
    data["committee"] = data["committee"] | {"duties": duties}
    return replace(FILLED, plan=Plan.model_validate(data), projects=ProjectTable.model_validate({"projects": projects}))


def facts(change: PlanChange) -> tuple[Any, ...]:
    money = (change.difference_baht, change.before_baht, change.after_baht)
    return change.kind, change.id, change.thing, change.field, change.before, change.after, *money, change.is_material


def mirrored(change: PlanChange) -> PlanChange:
    return replace(
        change,
        kind=BACK.get(change.kind, change.kind),
        before=change.after,
        after=change.before,
        before_baht=change.after_baht,
        after_baht=change.before_baht,
        difference_baht=None if change.difference_baht is None else -change.difference_baht,
    )


@settings(max_examples=60, deadline=None)
@given(st.tuples(POINTS, DUTIES, PROJECTS), st.tuples(POINTS, DUTIES, PROJECTS))
def test_the_reverse_diff_mirrors_the_diff(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    before, after = plan_with(*one), plan_with(*other)
    there = Counter(facts(change) for change in plan_changes(before, after))
    assert there == Counter(facts(mirrored(change)) for change in plan_changes(after, before))
