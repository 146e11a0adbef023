"""Five hundred shuffled projects, four of them changed: four changes, and deepdiff agrees."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from deepdiff import DeepDiff

from generator.history.plan_change import PlanChangeKind
from generator.history.plan_diff import plan_changes
from generator.model.plan import PlanFolder
from generator.model.project import ProjectTable
from tests.history.filled_records import FILLED, filled

Data = list[dict[str, Any]]


def projects() -> Data:
    one = filled(ProjectTable)["projects"][0]
    return [one | {"id": f"p-{number}", "name": f"โครงการที่ {number}"} for number in range(500)]


def folder(data: Data) -> PlanFolder:
    return replace(FILLED, projects=ProjectTable.model_validate({"projects": data}))


def shuffled_and_changed() -> Data:
    data = projects()
    data[7] = data[7] | {"budget": "๑๕,๐๐๐"}
    data[99] = data[99] | {"name": "โครงการชื่อใหม่"}
    data[250] = data[250] | {"periods": {"2569": "ไตรมาสที่ ๔"}}
    del data[400]
    random.Random(13).shuffle(data)  # noqa: S311
    return data


def test_four_changes_among_500_shuffled_projects_are_found() -> None:
    changes = plan_changes(folder(projects()), folder(shuffled_and_changed()))
    assert {change.id: change.kind for change in changes} == {
        "p-7": PlanChangeKind.BUDGET_RAISED,
        "p-99": PlanChangeKind.RENAMED,
        "p-250": PlanChangeKind.PERIOD_MOVED,
        "p-400": PlanChangeKind.REMOVED,
    }
    assert len(changes) == 4


def test_deepdiff_finds_the_same_projects() -> None:
    before, after = ({one["id"]: one for one in data} for data in (projects(), shuffled_and_changed()))
    found = DeepDiff(before, after)
    places = [place for places in found.values() for place in places]
    touched = {place.partition("['")[2].partition("']")[0] for place in places}
    changes = plan_changes(folder(projects()), folder(shuffled_and_changed()))
    assert touched == {change.id for change in changes}


def test_the_reverse_diff_mirrors_the_diff() -> None:
    one, other = folder(projects()), folder(shuffled_and_changed())
    there = {(change.id, change.field, change.before, change.after) for change in plan_changes(one, other)}
    back = {(change.id, change.field, change.after, change.before) for change in plan_changes(other, one)}
    assert there == back
