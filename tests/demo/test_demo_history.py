"""The history of a fictional nation is realistic and deterministic, and each revision matches its message."""

from __future__ import annotations

import datetime
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.building.checking import check_one_lao
from generator.checks.items import CheckBasis
from generator.demo.fast_import import FastImport
from generator.demo.nation_history import AUTHOR
from generator.demo.offices import Office, offices
from generator.demo.story import OfficerCommit, lao_story
from generator.demo.story_calendar import FIRST_DAY, Happening
from generator.errors import UsageError
from generator.findings import Severity
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from tests.building_blocks import PUBLISHED

SEED = 2567
AVERAGE = 8
SOME = offices(30)
DECLARED = {Happening.AMENDED, Happening.CORRECTED}
UNDECLARED = {Happening.DRAFT_CHANGED, Happening.SILENT}


@cache
def story_of(office: Office) -> list[OfficerCommit]:
    return lao_story(office, SEED, {}, AVERAGE)


def whole(office: Office) -> list[tuple[OfficerCommit, dict[str, bytes], dict[str, bytes]]]:
    """Return each revision with all files before and after it, if readable."""
    found = []
    after: dict[str, bytes] = {}
    was_broken = False
    for revision in story_of(office):
        before, after = after, {**after, **revision.changed}
        for name in revision.removed:
            del after[name]
        if not revision.is_broken and not was_broken:
            found.append((revision, before, after))
        was_broken = revision.is_broken
    return found


@cache
def plain(content: bytes) -> object:
    return yaml.load(content, yaml.CBaseLoader)  # noqa: S506  # plain texts only


def loaded(files: dict[str, bytes], name: str) -> object:
    return plain(files[name]) if name in files else None


def projects(files: dict[str, bytes], cycle: str) -> dict[str, dict[str, object]]:
    data = loaded(files, f"{cycle}/projects.yml")
    assert isinstance(data, dict)
    return {row["id"]: row for row in data["projects"]}


def changed_ids(before: dict[str, bytes], after: dict[str, bytes], cycle: str) -> set[str]:
    old, new = projects(before, cycle), projects(after, cycle)
    return {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}


def declared(files: dict[str, bytes], cycle: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    plan = loaded(files, f"{cycle}/plan.yml")
    assert isinstance(plan, dict)
    return plan.get("amendments", []), plan.get("corrections", [])


# Events and their frequency.


def test_plans_have_the_requested_number_of_revisions_on_average() -> None:
    counts = Counter((office.code, one.cycle) for office in offices(150) for one in story_of(office) if one.cycle)
    assert 0.85 * AVERAGE < sum(counts.values()) / len(counts) < 1.1 * AVERAGE
    assert max(counts.values()) > 2 * AVERAGE


def test_a_single_revision_equals_the_plan_without_history() -> None:
    for office in SOME:
        assert {one.happening for one in lao_story(office, SEED, {}, 1)} == {Happening.INTRODUCED}


def test_every_event_occurs_and_few_edits_are_silent() -> None:
    kinds = Counter(one.happening for office in offices(150) for one in story_of(office))
    assert set(kinds) == set(Happening)
    assert 0.01 < kinds[Happening.SILENT] / kinds.total() < 0.06


def test_revisions_are_ordered_within_office_hours_and_after_the_first_day() -> None:
    for office in SOME:
        times = [one.when for one in story_of(office)]
        assert times == sorted(times)
        assert times[0].date() > FIRST_DAY
        assert all(9 <= time.hour < 17 and time.utcoffset() == datetime.timedelta(hours=7) for time in times)


# Each revision matches its message.


@pytest.mark.parametrize("happening", sorted({*DECLARED, *UNDECLARED}))
def test_a_material_change_touches_the_projects_that_it_names(happening: Happening) -> None:
    seen = 0
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening is happening:
                # A project whose money was raised and then lowered again in a draft has not changed.
                assert changed_ids(before, after, revision.cycle) <= set(revision.ids)
                seen += 1
    assert seen > 3


def test_an_amendment_is_numbered_dated_and_names_all_that_changed() -> None:
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening is not Happening.AMENDED:
                continue
            old, new = declared(before, revision.cycle)[0], declared(after, revision.cycle)[0]
            assert new[:-1] == old
            *_, last = new
            assert last.keys() >= {
                "number",
                "meeting",
                "resolution_date",
                "announcement_date",
                "effective_date",
                "reason",
            }
            items = last["items"]
            assert isinstance(items, list)
            assert {item["id"] for item in items} == set(revision.ids)
            assert changed_ids(before, after, revision.cycle)


def test_a_correction_shows_both_values() -> None:
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening is Happening.CORRECTED:
                *_, last = declared(after, revision.cycle)[1]
                assert last["ids"] == list(revision.ids)
                assert last["before"] != last["after"]
                assert str(last["before"]) in revision.message
                assert str(last["after"]) in revision.message
                assert declared(before, revision.cycle)[0] == declared(after, revision.cycle)[0]


def test_a_silent_edit_changes_a_project_and_declares_nothing() -> None:
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening is Happening.SILENT:
                assert changed_ids(before, after, revision.cycle) == set(revision.ids)
                assert declared(before, revision.cycle) == declared(after, revision.cycle)


def test_a_cosmetic_edit_changes_bytes_but_no_data() -> None:
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening is Happening.COSMETIC:
                assert revision.changed
                assert all(loaded(before, name) == loaded(after, name) for name in revision.changed)


def test_other_revisions_change_no_project() -> None:
    for office in SOME:
        for revision, before, after in whole(office):
            if revision.happening not in DECLARED | UNDECLARED | {Happening.INTRODUCED}:
                assert changed_ids(before, after, revision.cycle) == set(), (office.code, revision)


def test_ids_of_deleted_projects_are_not_reused() -> None:
    for office in SOME:
        gone: dict[str, set[str]] = {}
        for revision, before, after in whole(office):
            if revision.cycle and f"{revision.cycle}/projects.yml" in before:
                ids = gone.setdefault(revision.cycle, set())
                assert not ids & projects(after, revision.cycle).keys()
                ids |= projects(before, revision.cycle).keys() - projects(after, revision.cycle).keys()


def test_the_newest_version_is_read_without_an_error_unless_it_is_broken(tmp_path: Path) -> None:
    frameworks = read_frameworks(DiskTree(PUBLISHED))
    reference = CheckBasis(frameworks.documents, datetime.date(2026, 12, 1))
    for office in SOME[:20]:
        *_, last = story_of(office)
        folder = tmp_path / "plans" / f"{office.code}-{office.slug}"
        for revision in story_of(office):
            for name, content in revision.changed.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            for name in revision.removed:
                (folder / name).unlink()
        path = folder.relative_to(tmp_path).as_posix()
        findings = check_one_lao(DiskTree(tmp_path), reference, frameworks.entry_ids(), office.code, [path]).findings
        errors = [one for one in findings if one.severity is Severity.ERROR]
        assert bool(errors) == last.is_broken, (office.code, errors)
        codes = {one.code for one in findings}
        assert last.is_broken or not codes & {"DATE-008", "CHANGE-001", "CHANGE-002", "CHANGE-003"}, codes


# Writing into git.


def test_an_error_of_git_becomes_a_message(tmp_path: Path) -> None:
    when = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(UsageError, match="git"), FastImport(tmp_path, AUTHOR) as repository:
        repository.commit(when, "x", {"a": 99})


def test_names_with_quotes_and_line_breaks_are_kept(tmp_path: Path) -> None:
    when = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    name = 'a "b"\\\nแผน.yml'
    with FastImport(tmp_path, AUTHOR) as repository:
        repository.commit(when, "x", {name: repository.blob(b"1")})
    done = subprocess.run(
        ["git", "ls-tree", "-z", "--name-only", "main"], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.decode() == f"{name}\0"
