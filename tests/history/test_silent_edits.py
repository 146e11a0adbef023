"""A material change after approval needs an amendment or a correction that names the changed item."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.history.plan_diff import plan_changes
from generator.history.silent_edits import (
    awaited_ids,
    silent_edits,
)
from generator.model.plan import PlanFolder
from tests.building_blocks import Change
from tests.history.two_versions import version

BUDGET: Change = ("budget: ๑๐,๐๐๐", "budget: ๑๕,๐๐๐")
FIRST = "  - {number: ๑, reason: ปรับงบประมาณ, ids: [s1t1-1]}\n"
CORRECTION = "  - {date: 1 ธ.ค. 2566, kind: transcription, ids: [s1t1-1], reason: คัดผิด}\n"
OBJECTIVES = "objectives:\n"


def amended(ids: str, *, number: str = "๒", more: str = "") -> Change:
    return (FIRST, f"{FIRST}  - {{number: {number}, reason: จำเป็น, ids: [{ids}]{more}}}\n")


def corrected(ids: str) -> Change:
    return (CORRECTION, f"{CORRECTION}  - {{date: 2 ธ.ค. 2567, kind: clerical, ids: [{ids}], reason: พิมพ์ผิด}}\n")


def silent(before: PlanFolder, after: PlanFolder) -> list[str]:
    return [change.id for change in silent_edits(plan_changes(before, after), before.plan, after.plan)]


def test_an_undeclared_change_is_silent(tmp_path: Path) -> None:
    assert silent(version(tmp_path), version(tmp_path, projects=BUDGET)) == ["s1t1-1"]


@pytest.mark.parametrize(
    "declared", [amended("s1t1-1"), amended("", more=", items: [{id: s1t1-1}]"), corrected("s1t1-1")]
)
def test_a_declaration_that_names_the_id_covers_the_change(tmp_path: Path, declared: Change) -> None:
    assert silent(version(tmp_path), version(tmp_path, projects=BUDGET, plan=declared)) == []


@pytest.mark.parametrize("declared", [amended("s1t1-2"), corrected("s1t1-2"), corrected("")])
def test_a_declaration_that_names_another_id_does_not(tmp_path: Path, declared: Change) -> None:
    assert silent(version(tmp_path), version(tmp_path, projects=BUDGET, plan=declared)) == ["s1t1-1"]


def test_the_matrix_is_declared_by_its_own_name(tmp_path: Path) -> None:
    matrix = ('"๑๐,๐๐๐", ""], stated_total', '"๑๒,๐๐๐", ""], stated_total')
    declared = amended("budget_matrix")
    assert isinstance(declared, tuple)
    assert silent(version(tmp_path), version(tmp_path, plan=matrix)) == ["budget_matrix"]
    assert silent(version(tmp_path), version(tmp_path, plan=[matrix, declared])) == []


@pytest.mark.parametrize(
    ("declared", "expected"), [("", [""]), (amended("s1t1-2"), []), (corrected(""), []), (corrected("s1t1-2"), [""])]
)
def test_a_part_without_an_id_needs_any_amendment(
    tmp_path: Path, declared: tuple[str, str], expected: list[str]
) -> None:
    target = (OBJECTIVES, f"targets: [บุคลากรทุกคน]\n{OBJECTIVES}")
    after = version(tmp_path, plan=[target, declared] if declared else target)
    assert silent(version(tmp_path), after) == expected


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_before_approval_nothing_is_silent(tmp_path: Path, state: str) -> None:
    before = version(tmp_path, plan=("state: announced", f"state: {state}"))
    assert silent(before, version(tmp_path, projects=BUDGET)) == []


def test_an_immaterial_change_is_not_silent(tmp_path: Path) -> None:
    after = version(tmp_path, results=None, plan=(OBJECTIVES, f"{OBJECTIVES}  - ทำงานเป็นทีม\n"))
    assert silent(version(tmp_path), after) == []


def test_an_earlier_amendment_covers_no_later_change(tmp_path: Path) -> None:
    """Amendment one is in the valid plan already and names s1t1-1."""
    assert silent(version(tmp_path), version(tmp_path, projects=BUDGET)) == ["s1t1-1"]


def test_an_id_added_to_an_earlier_amendment_is_covered(tmp_path: Path) -> None:
    before = version(tmp_path, plan=("ids: [s1t1-1]}\ncorrections", "ids: [s1t1-2]}\ncorrections"))
    assert silent(before, version(tmp_path, projects=BUDGET)) == []


def test_an_amendment_recorded_before_its_changes_covers_them_once(tmp_path: Path) -> None:
    first, declared = version(tmp_path), version(tmp_path, plan=amended("s1t1-1"))
    changed = version(tmp_path, plan=amended("s1t1-1"), projects=BUDGET)
    again = version(tmp_path, plan=amended("s1t1-1"), projects=("budget: ๑๐,๐๐๐", "budget: ๒๐,๐๐๐"))
    awaited: frozenset[str] = frozenset()
    found = []
    for before, after in ((first, declared), (declared, changed), (changed, again)):
        changes = plan_changes(before, after)
        found.append([change.id for change in silent_edits(changes, before.plan, after.plan, awaited)])
        awaited = awaited_ids(changes, before.plan, after.plan, awaited)
    assert found == [[], [], ["s1t1-1"]]
