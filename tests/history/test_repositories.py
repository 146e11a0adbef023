"""The builders of repositories for tests of the history make what their names say."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pygit2
import pytest
import yaml

from generator.building.checking import check_one_lao
from generator.checks.items import CheckBasis
from generator.findings import Severity
from generator.history.git_tree import GitTree
from generator.reading.content_tree import DiskTree, EntryKind
from generator.reading.framework_reader import read_frameworks
from tests.building_blocks import PUBLISHED
from tests.history import hostile_repositories as hostile
from tests.history import odd_repositories as odd
from tests.history.repositories import (
    CODE,
    CYCLE,
    FOLDER,
    MUNICIPALITY,
    PLAN,
    PROJECTS,
    Link,
    Version,
    allowed_signers,
    commits,
    git,
    make_repository,
    municipality,
    read_versions,
    reordered_commits,
    rewritten_commit,
    ssh_key,
    without_a_commit,
    without_last_commit,
)

WITHOUT_MAIN = {"export_without_history", "repository_without_commits", "without_main"}


def at(repository: Path, commit: str, path: str = PROJECTS) -> bytes:
    return GitTree(repository, commit).read(path, 10_000_000)


@cache
def projects(version: int) -> dict[str, dict[str, object]]:
    """Return the projects of a version of the municipality, counted from 1."""
    text: bytes = b""
    for one in read_versions(MUNICIPALITY)[:version]:
        found = one.files.get(PROJECTS, text)
        assert isinstance(found, bytes)
        text = found
    rows = yaml.safe_load(text)["projects"]
    return {row["id"]: row for row in rows}


def changed(version: int) -> set[str]:
    old, new = projects(version - 1), projects(version)
    return {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}


# The builder.


def test_each_version_is_a_commit_with_its_message_author_and_date(tmp_path: Path) -> None:
    version = Version("แก้ไข\n\nเหตุผล\n", {"a": "1"}, author="ก ข <x@y.example>", date="2024-05-06T07:08:09+07:00")
    repository = make_repository(tmp_path, [version, Version("ต่อไป", {"b": b"2"})])
    first, second = commits(repository)
    shown = git(repository, "show", "--no-patch", "--format=%an|%ae|%aI|%cI|%B", first)
    assert shown.rstrip() == "ก ข|x@y.example|2024-05-06T07:08:09+07:00|2024-05-06T07:08:09+07:00|แก้ไข\n\nเหตุผล"
    assert git(repository, "show", "--no-patch", "--format=%aI", second) == "2024-01-02T09:00:00+07:00"
    assert at(repository, second, "a") == b"1"


def test_removed_files_are_gone_and_symlinks_are_symlinks(tmp_path: Path) -> None:
    versions = [
        Version("1", {"a/b": "1", "c": "2"}),
        Version("2", {"d": Link("c")}, removed=("a",)),
        Version("3", {"a": "3"}),
    ]
    repository = make_repository(tmp_path, versions)
    assert [one.name for one in GitTree(repository, "main~1").listing("").entries] == ["c", "d"]
    found = GitTree(repository, "main").entry("d")
    assert found
    assert found.kind is EntryKind.SYMLINK
    assert git(repository, "status", "--porcelain") == ""


def test_the_same_versions_have_the_same_ids_with_any_git_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = commits(municipality(tmp_path / "a"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "somebody")
    monkeypatch.setenv("TZ", "America/Lima")
    assert commits(municipality(tmp_path / "b")) == one


def test_signed_commits_are_good_by_the_key_and_bad_by_another(tmp_path: Path) -> None:
    key, other = ssh_key(tmp_path / "keys", "key"), ssh_key(tmp_path / "keys", "other")
    repository = make_repository(tmp_path / "a", [Version("1", {"a": "1"})], sign_with=key)
    for signer, good in ((key, True), (other, False)):
        file = allowed_signers(tmp_path / "signers", {"personnel@rom-yen.example": signer})
        command = ["git", "-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={file}", "verify-commit", "main"]
        done = subprocess.run(command, cwd=repository, capture_output=True, check=False)
        assert (done.returncode == 0) is good, done.stderr


def test_a_key_may_become_valid_later(tmp_path: Path) -> None:
    key = ssh_key(tmp_path / "keys")
    repository = make_repository(tmp_path / "a", [Version("1", {"a": "1"})], sign_with=key)
    file = allowed_signers(tmp_path / "signers", {"personnel@rom-yen.example": key}, valid_after="20250101")
    command = ["git", "-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={file}", "verify-commit", "main"]
    assert subprocess.run(command, cwd=repository, capture_output=True, check=False).returncode != 0


# The municipality.


def test_the_municipality_is_marked_as_made_up_and_no_lao_has_its_code_or_name() -> None:
    lao = (MUNICIPALITY / "01-first-draft" / FOLDER / "lao.yml").read_text("utf-8")
    assert "\nfictional: yes\n" in lao
    assert "\nname: สมมุติ" in lao
    assert int(CODE[3:5]) >= 70
    for file in MUNICIPALITY.glob("*/**/*.yml"):
        assert file.read_text("utf-8").startswith("# ข้อมูลสมมุติ")


def test_version_folders_have_only_changed_files() -> None:
    said = list(yaml.safe_load((MUNICIPALITY / "versions.yml").read_text("utf-8")))
    assert said == sorted(one.name for one in MUNICIPALITY.iterdir() if one.is_dir())
    there: dict[str, object] = {}
    for version in read_versions(MUNICIPALITY):
        assert all(there.get(path) != content for path, content in version.files.items())
        there |= version.files


def test_its_dates_are_ordered_over_three_years(tmp_path: Path) -> None:
    repository = municipality(tmp_path)
    dates = git(repository, "log", "--reverse", "--format=%cI", "main").split()
    assert len(dates) == 11
    assert dates == sorted(dates)
    days = [datetime.datetime.fromisoformat(one) for one in (dates[0], dates[-1])]
    assert 2 * 365 < (days[1] - days[0]).days < 3 * 365


@pytest.mark.parametrize(
    ("version", "ids"),
    [
        (2, set()),
        (3, {"s1t1-1", "s1t1-2", "s1t1-3", "s1t2-1", "s1t2-2", "s2t1-1"}),  # with other digits
        (4, {"s1t2-1", "s1t1-4"}),
        (6, {"s1t1-3"}),
        (8, {"s1t1-3", "s1t2-2"}),
        (9, {"s2t1-1"}),
        (11, set()),
    ],
)
def test_each_version_changes_the_projects_that_it_should(version: int, ids: set[str]) -> None:
    assert changed(version) == ids


def test_its_amendments_cover_all_changes_but_the_silent_edit() -> None:
    text = read_versions(MUNICIPALITY)[-1].files[PLAN]
    assert isinstance(text, bytes)
    plan = yaml.safe_load(text)
    first, second = ({item["id"] for item in one["items"]} for one in plan["amendments"])
    assert (first, second) == (changed(4), changed(8))
    (correction,) = plan["corrections"]
    assert set(correction["ids"]) == changed(6)
    assert not changed(9) & (first | second | set(correction["ids"]))
    assert projects(9)["s2t1-1"]["budget"] != projects(8)["s2t1-1"]["budget"]


@pytest.mark.parametrize("version", range(1, 12))
def test_every_version_is_read_without_an_error(tmp_path: Path, version: int) -> None:
    frameworks = read_frameworks(DiskTree(PUBLISHED))
    reference = CheckBasis(frameworks.documents, datetime.date(2026, 6, 1))
    repository = make_repository(tmp_path, read_versions(MUNICIPALITY)[:version])
    tree = GitTree(repository, "main")
    findings = check_one_lao(tree, reference, frameworks.entry_ids(), CODE, [FOLDER]).findings
    assert [one for one in findings if one.severity is Severity.ERROR or one.code.startswith("PDPA")] == []


@pytest.mark.parametrize("tamper", [rewritten_commit, without_last_commit, without_a_commit, reordered_commits])
def test_tampered_repositories_share_the_commits_before_and_none_after(
    tmp_path: Path, tamper: Callable[[Path], Path]
) -> None:
    whole, other = commits(municipality(tmp_path / "a")), commits(tamper(tmp_path / "b"))
    same = [one == another for one, another in zip(whole, other, strict=False)]
    assert same == sorted(same, reverse=True)
    assert whole != other
    assert len(other) >= 10
    if tamper is not without_last_commit:
        assert 3 <= sum(same) < 10


# Odd cases.


@pytest.mark.parametrize("name", odd.ODD_CASES)
def test_every_odd_case_can_be_made(tmp_path: Path, name: str) -> None:
    repository = odd.ODD_CASES[name](tmp_path / "a")
    assert repository == tmp_path / "a"
    assert (repository / ".git").is_dir() is (name != "export_without_history")
    if name not in WITHOUT_MAIN:
        assert pygit2.Repository(str(repository)).branches["main"]


def test_a_renamed_folder_continues_under_its_new_name(tmp_path: Path) -> None:
    repository = odd.renamed_folder(tmp_path)
    names = [[one.name for one in GitTree(repository, one).listing("plans").entries] for one in commits(repository)]
    assert names == [[f"{CODE}-sommut-rom-yen"]] * 3 + [[f"{CODE}-rom-yen"]] * 2


def test_an_upgraded_lao_has_a_new_code_and_names_its_former_one(tmp_path: Path) -> None:
    repository = odd.upgraded_lao(tmp_path)
    lao = yaml.safe_load(at(repository, "main", f"{FOLDER}/lao.yml"))
    assert str(lao["code"]) == CODE
    assert [one["code"] for one in lao["former_codes"]] == [f"6{CODE[1:]}"]
    before = yaml.safe_load(at(repository, "main~2", f"plans/6{CODE[1:]}-sommut-rom-yen/lao.yml"))
    assert (str(before["code"]), before["type"]) == (f"6{CODE[1:]}", "อบต.")


def test_merged_laos_leave_one_folder_that_names_both_codes(tmp_path: Path) -> None:
    repository = odd.merged_laos(tmp_path)
    assert len(GitTree(repository, "main~1").listing("plans").entries) == 2
    assert [one.name for one in GitTree(repository, "main").listing("plans").entries] == [f"{CODE}-sommut-rom-yen"]
    lao = yaml.safe_load(at(repository, "main", f"{FOLDER}/lao.yml"))
    assert [one["code"] for one in lao["former_codes"]] == [f"6{CODE[1:]}", "6447102"]


def test_a_merge_is_one_step_of_main_with_all_changes_of_the_branch(tmp_path: Path) -> None:
    repository = odd.merge_commits(tmp_path)
    assert len(commits(repository)) == 5
    assert git(repository, "rev-list", "--count", "main") == "7"
    assert at(repository, "main~1") != at(repository, "main") == at(repository, "amendment")


def test_a_merge_that_reverts_leaves_the_plan_as_it_was(tmp_path: Path) -> None:
    repository = odd.merge_that_reverts(tmp_path)
    assert at(repository, "main~1") == at(repository, "main") != at(repository, "amendment")
    git(repository, "merge-base", "--is-ancestor", "amendment", "main")


def test_joined_histories_have_two_roots(tmp_path: Path) -> None:
    repository = odd.joined_histories(tmp_path)
    assert len(git(repository, "rev-list", "--max-parents=0", "main").split()) == 2


def test_absurd_dates_are_in_the_commits(tmp_path: Path) -> None:
    repository = hostile.absurd_dates(tmp_path)
    shown = git(repository, "log", "--reverse", "--format=%ad", "--date=raw", "main").splitlines()[1:]
    assert shown == [date.removeprefix("@") for date in hostile.ABSURD_DATES.values()]


def test_hostile_messages_are_in_the_commits_unchanged(tmp_path: Path) -> None:
    repository = pygit2.Repository(str(hostile.hostile_messages(tmp_path)))
    raw = [repository[one].raw_message for one in commits(tmp_path)]
    assert raw[1:] == [*(text.encode() for text in hostile.HOSTILE_TEXTS), b""]


def test_odd_encodings_are_in_the_commits_unchanged(tmp_path: Path) -> None:
    repository = hostile.odd_encodings(tmp_path)
    raw = [pygit2.Repository(str(repository)).odb.read(one)[1].partition(b"\n\n") for one in commits(repository)[1:]]
    assert [message for _, _, message in raw] == [message for message, _ in hostile.ENCODED]
    assert [b"encoding" in head for head, _, _ in raw] == [bool(line) for _, line in hostile.ENCODED]


def test_hostile_authors_are_in_the_commits_unchanged(tmp_path: Path) -> None:
    repository = hostile.hostile_authors(tmp_path)
    raw = b"".join(pygit2.Repository(str(repository)).odb.read(one)[1] for one in commits(repository))
    assert b"author <script>alert(1)</script> <a@b.example>" in raw
    assert b"author nobody <a@b.example> 99999999999999999999 +0700\n" in raw
    assert b"author nobody\n" in raw


def test_a_huge_message_has_two_megabytes(tmp_path: Path) -> None:
    repository = pygit2.Repository(str(hostile.huge_message(tmp_path)))
    message: bytes = repository.revparse_single("main").raw_message
    assert len(message) > 2_000_000


def test_symlinks_and_folders_replace_files(tmp_path: Path) -> None:
    links, kinds = odd.symlink_in_tree(tmp_path / "a"), odd.file_named_like_a_folder(tmp_path / "b")

    def found(repository: Path, path: str) -> list[EntryKind | None]:
        entries = [GitTree(repository, one).entry(path) for one in commits(repository)]
        return [one.kind if one else None for one in entries]

    assert found(links, PROJECTS) == [EntryKind.FILE, EntryKind.SYMLINK, EntryKind.FILE, None, EntryKind.FILE]
    assert found(links, f"{FOLDER}/{CYCLE}")[3] is EntryKind.SYMLINK
    assert found(kinds, f"{FOLDER}/{CYCLE}")[1] is EntryKind.FILE
    assert found(kinds, PROJECTS)[3:] == [EntryKind.FOLDER, EntryKind.FILE]


def test_a_shallow_clone_lacks_earlier_commits(tmp_path: Path) -> None:
    repository = odd.shallow_clone(tmp_path / "a")
    assert git(repository, "rev-parse", "--is-shallow-repository") == "true"
    assert len(commits(repository)) == 3


@pytest.mark.parametrize(
    ("name", "missing"),
    [("missing_object", f"HEAD~2:{PROJECTS}"), ("missing_folder", f"HEAD~2:{FOLDER}"), ("missing_commit", "HEAD~5")],
)
def test_a_missing_object_is_missing(tmp_path: Path, name: str, missing: str) -> None:
    repository = odd.ODD_CASES[name](tmp_path / "a")
    oid = git(municipality(tmp_path / "b"), "rev-parse", missing)
    assert oid not in pygit2.Repository(str(repository))


def test_a_dirty_working_tree_differs_from_its_last_commit(tmp_path: Path) -> None:
    shown = git(odd.dirty_working_tree(tmp_path), "status", "--porcelain").splitlines()
    assert [line[:3] for line in shown] == [" M ", "?? "]
