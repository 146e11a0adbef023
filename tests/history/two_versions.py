"""Two versions of the valid plan, read from files; a test changes one thing."""

from __future__ import annotations

import itertools
from pathlib import Path

from generator.history.plan_change import PlanChange
from generator.history.plan_diff import plan_changes
from generator.model.plan import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import read_lao
from tests.building_blocks import CODE, Change, make_lao

DEPARTMENTS = {"clerk-office": "สำนักปลัด", "finance": "กองคลัง"}
_NUMBERS = itertools.count()


def version(folder: Path, **changes: Change) -> PlanFolder:
    """Return the valid plan, changed; `changes` are keyed like the files of `building_blocks`."""
    content = folder / f"version-{next(_NUMBERS)}"
    made = make_lao(content, **changes)
    read = read_lao(CODE, [made.relative_to(content).as_posix()], DiskTree(content), None)
    plan = read.lao_folder.plans[0]
    assert isinstance(plan, PlanFolder), read.lao_folder.findings
    return plan


def changed(folder: Path, **changes: Change) -> tuple[PlanChange, ...]:
    """Return the differences between the valid plan and a changed one."""
    return plan_changes(version(folder), version(folder, **changes), DEPARTMENTS)
