"""Versions of a plan in real repositories: numbered from the oldest, each with its days and changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.history.commits import LONGEST_MESSAGE, SignatureKind
from generator.history.history_index import HistoryIndex, Known, index_from_json, read_history
from generator.history.plan_change import PlanChangeKind
from generator.history.revisions import LaoHistory, PlanHistory
from generator.model.content import UnreadablePlan
from generator.model.plan import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.former_codes import codes_had
from tests.history import odd_repositories
from tests.history.hostile_repositories import absurd_dates, huge_message
from tests.history.repositories import (
    CODE,
    CYCLE,
    MUNICIPALITY,
    PLAN,
    Version,
    make_repository,
    municipality,
    read_versions,
)


def history(repository: Path, index: HistoryIndex | None = None) -> PlanHistory:
    """Return the history of the municipality's plan, including whether the plan on disk is its last version."""
    tree = DiskTree(repository)
    versions = LaoHistory(index or read_history(repository), codes_had(CODE, tree))
    return versions.of(CYCLE, versions.on_disk(tree, CYCLE))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PlanHistory:
    return history(municipality(tmp_path_factory.mktemp("municipality") / "r"))


def test_every_commit_of_the_plan_is_a_version_in_order(plan: PlanHistory) -> None:
    assert [one.number for one in plan.revisions] == list(range(1, 12))
    days = [one.commit.published for one in plan.revisions]
    assert days == sorted(days, key=str)
    assert days[0] == datetime.date(2023, 8, 21)
    assert (plan.known, plan.is_saved) == (Known.WHOLE, True)


def test_a_version_with_other_digits_and_spaces_has_no_changes(plan: PlanHistory) -> None:
    assert plan.revisions[2].changes == ()
    assert plan.revisions[2].compared_with == 2


def test_a_correction_of_money_shows_both_values(plan: PlanHistory) -> None:
    changed = [one for one in plan.revisions[5].changes if one.kind is PlanChangeKind.BUDGET_RAISED]
    assert [(one.before, one.after, one.difference_baht) for one in changed] == [("15,000", "51,000", 36_000)]


def test_days_of_decision_come_from_the_data_and_those_of_publication_from_the_commit(plan: PlanHistory) -> None:
    amended = plan.revisions[3]
    assert amended.days.decided is not None
    assert amended.commit.published is not None
    assert amended.days.decided < amended.commit.published


def test_only_the_silent_edit_is_undeclared(plan: PlanHistory) -> None:
    assert {one.number for one in plan.undeclared} == {9}


def test_an_uncommitted_change_is_found(tmp_path: Path) -> None:
    repository = odd_repositories.dirty_working_tree(tmp_path)
    found = history(repository)
    assert not found.is_saved
    assert len(found.revisions) == len(read_versions(MUNICIPALITY))


def test_a_renamed_folder_continues_its_numbers(tmp_path: Path) -> None:
    found = history(odd_repositories.renamed_folder(tmp_path))
    assert [one.number for one in found.revisions] == [1, 2, 3, 4]
    assert found.revisions[3].changes


def test_an_lao_with_a_new_code_keeps_its_history(tmp_path: Path) -> None:
    found = history(odd_repositories.upgraded_lao(tmp_path))
    assert len(found.revisions) >= 4
    assert found.revisions[-1].changes
    assert all(one.plan is not None for one in found.revisions)


def test_a_merge_counts_once_with_all_its_changes(tmp_path: Path) -> None:
    repository = odd_repositories.merge_commits(tmp_path)
    steps = [step.commit for step in read_history(repository).steps[CODE]]
    assert len(steps) == len(set(steps))
    assert [one.commit.id for one in history(repository).revisions] == [
        step.commit for step in read_history(repository).steps[CODE] if dict(step.cycles).get(CYCLE)
    ]


def test_a_deleted_plan_stays_in_the_list(tmp_path: Path) -> None:
    repository = odd_repositories.removed_plan(tmp_path)
    found = LaoHistory(read_history(repository), (CODE,)).of(CYCLE)
    assert any(one.plan is None for one in found.revisions)


def test_an_unreadable_version_is_listed_with_its_text(tmp_path: Path) -> None:
    first, *_ = read_versions(MUNICIPALITY)
    plan = first.files[PLAN]
    assert isinstance(plan, bytes)
    other = plan.replace(b"cycle: 2567-2569", b"cycle: 2570-2572", 1)
    versions = [first, Version("รอบแผนผิด\n", {PLAN: other}), Version("แก้แล้ว\n", {PLAN: plan})]
    found = history(make_repository(tmp_path, versions))
    (unreadable,) = [one for one in found.revisions if isinstance(one.plan, UnreadablePlan)]
    assert dict(unreadable.texts)["plan.yml"]
    after = found.revisions[unreadable.number]
    assert after.compared_with == unreadable.number - 1


def test_a_version_with_errors_is_read_as_far_as_possible(tmp_path: Path) -> None:
    found = history(odd_repositories.unreadable_version(tmp_path))
    assert [type(one.plan) for one in found.revisions] == [PlanFolder] * 3


def test_a_binary_file_in_one_version_does_not_affect_others(tmp_path: Path) -> None:
    found = history(odd_repositories.yaml_then_binary(tmp_path))
    assert len(found.revisions) >= 2
    assert all(isinstance(one.plan, PlanFolder | UnreadablePlan) for one in found.revisions)


@pytest.mark.parametrize("odd", [odd_repositories.symlink_in_tree, odd_repositories.file_named_like_a_folder])
def test_odd_entries_are_listed_without_stopping(odd: Callable[[Path], Path], tmp_path: Path) -> None:
    repository = odd(tmp_path)
    index = read_history(repository)
    assert index.known is Known.WHOLE
    assert LaoHistory(index, (CODE,)).of(CYCLE).revisions


@pytest.mark.parametrize(
    "damage", [odd_repositories.missing_object, odd_repositories.missing_folder, odd_repositories.damaged_object]
)
def test_a_missing_object_affects_only_its_version(damage: Callable[[Path], Path], tmp_path: Path) -> None:
    repository = damage(tmp_path)
    index = read_history(repository)
    assert index.known in (Known.WHOLE, Known.DAMAGED)
    found = LaoHistory(index, (CODE,)).of(CYCLE)
    assert index.known is Known.DAMAGED or len(found.revisions) == len(read_versions(MUNICIPALITY))


def test_a_missing_commit_is_reported(tmp_path: Path) -> None:
    assert read_history(odd_repositories.missing_commit(tmp_path)).known is Known.DAMAGED


def test_a_shallow_clone_is_reported(tmp_path: Path) -> None:
    assert read_history(odd_repositories.shallow_clone(tmp_path)).known is Known.SHALLOW


@pytest.mark.parametrize("odd", [odd_repositories.export_without_history, odd_repositories.repository_without_commits])
def test_without_history_there_are_no_versions(odd: Callable[[Path], Path], tmp_path: Path) -> None:
    repository = odd(tmp_path)
    assert read_history(repository).known is Known.NONE
    assert history(repository).revisions == ()


def test_an_absurd_date_is_left_out_and_keeps_the_numbers(tmp_path: Path) -> None:
    repository = absurd_dates(tmp_path)
    found = history(repository)
    assert [one.number for one in found.revisions] == list(range(1, len(found.revisions) + 1))
    assert None in {one.commit.published for one in found.revisions}


def test_a_message_of_two_megabytes_is_truncated(tmp_path: Path) -> None:
    found = history(huge_message(tmp_path))
    assert max(len(one.commit.message) for one in found.revisions) <= LONGEST_MESSAGE + 2


def test_a_version_states_its_kind_of_signature(plan: PlanHistory) -> None:
    assert {one.commit.signature for one in plan.revisions} == {SignatureKind.NONE}


def test_an_extended_index_equals_a_new_one(tmp_path: Path) -> None:
    versions = read_versions(MUNICIPALITY)
    repository = make_repository(tmp_path / "r", versions[:4])
    kept = index_from_json(read_history(repository).to_json())
    odd_repositories.add_versions(repository, versions[4:])
    assert read_history(repository, kept) == read_history(repository)


def test_an_index_of_a_rewritten_branch_is_made_again(tmp_path: Path) -> None:
    repository = municipality(tmp_path / "r")
    kept = read_history(repository)
    odd_repositories.git(repository, "reset", "--quiet", "--hard", "HEAD~3")
    odd_repositories.add_versions(repository, [Version("อีกทางหนึ่ง\n", {"other.txt": "x"})])
    assert read_history(repository, kept) == read_history(repository)
    assert len(history(repository).revisions) == len(read_versions(MUNICIPALITY)) - 3
