"""`phaen demo --revisions` makes a git repository, deterministically; without the option there is none."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_demo_command import REGISTRY, demo, written

FIRST_LAOS = "202342b2c9c902d7ab789a874b55cede073b4aff6fa9311699c61f8ad856a29c"
"""SHA-256 of the LAOs of seed 2567 before histories were added: benchmarks depend on them."""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_without_the_option_the_bytes_stay_as_before(tmp_path: Path) -> None:
    assert demo(tmp_path / "a").exit_code == 0
    digest = hashlib.sha256()
    for name, content in written(tmp_path / "a").items():
        if not name.startswith("frameworks/"):
            digest.update(f"{name}\0".encode() + content + b"\0")
    assert digest.hexdigest() == FIRST_LAOS
    assert not (tmp_path / "a" / ".git").exists()


def test_commits_are_the_same_for_the_same_seed_only(tmp_path: Path) -> None:
    for name in "ab":
        assert demo(tmp_path / name, "--revisions", "3").exit_code == 0
    demo(tmp_path / "c", "--revisions", "3", "--seed", "1")
    a, b, c = (git(tmp_path / name, "rev-parse", "main") for name in "abc")
    assert a == b != c


def test_user_settings_and_the_clock_have_no_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo(tmp_path / "a", "--revisions", "2")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(
        "[user]\nname = x\n[core]\nautocrlf = true\n[init]\ndefaultBranch = y\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "America/Lima")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
    assert demo(tmp_path / "b", "--revisions", "2").exit_code == 0
    monkeypatch.delenv("GIT_DIR")
    assert git(tmp_path / "a", "rev-parse", "main") == git(tmp_path / "b", "rev-parse", "main")


def test_the_folder_equals_the_newest_commit_and_fsck_passes(tmp_path: Path) -> None:
    result = demo(tmp_path / "a", "--revisions", "4")
    assert git(tmp_path / "a", "status", "--porcelain") == ""
    assert git(tmp_path / "a", "fsck", "--strict") == ""
    count = git(tmp_path / "a", "rev-list", "--first-parent", "--count", "main")
    assert f" {count} ครั้ง" in result.output
    assert git(tmp_path / "a", "rev-list", "--merges", "--count", "main") == "0"


def test_every_commit_is_labelled_as_made_up(tmp_path: Path) -> None:
    demo(tmp_path / "a", "--revisions", "4")
    authors = set(git(tmp_path / "a", "log", "--format=%an <%ae> %cn <%ce>").splitlines())
    assert authors == {"ข้อมูลสมมุติ <demo@example.invalid> ข้อมูลสมมุติ <demo@example.invalid>"}
    first = git(tmp_path / "a", "log", "--reverse", "--format=%B").partition("\n")[0]
    assert "สมมุติ" in first
    for commit in git(tmp_path / "a", "rev-list", "main", "--", "plans/*/lao.yml").split():
        shown = git(tmp_path / "a", "show", "--format=", "-U99", commit, "--", "plans/*/lao.yml")
        assert "fictional: yes\n" in shown


def test_its_own_repository_is_replaced(tmp_path: Path) -> None:
    demo(tmp_path / "a", "--revisions", "2")
    demo(tmp_path / "b", "--revisions", "3")
    assert demo(tmp_path / "a", "--revisions", "3").exit_code == 0
    assert git(tmp_path / "a", "rev-parse", "main") == git(tmp_path / "b", "rev-parse", "main")
    assert demo(tmp_path / "a").exit_code == 0
    assert not (tmp_path / "a" / ".git").exists()


def test_a_repository_of_somebody_else_is_not_changed(tmp_path: Path) -> None:
    demo(tmp_path / "a")
    git(tmp_path / "a", "init", "--quiet")
    result = demo(tmp_path / "a", "--revisions", "2")
    assert result.exit_code == 2
    assert ".git" in result.output


def test_a_history_of_real_laos_is_refused(tmp_path: Path) -> None:
    (tmp_path / "laos.csv").write_text(REGISTRY, "utf-8")
    result = demo(tmp_path / "a", "--laos", "2", "--revisions", "2", "--registry", str(tmp_path / "laos.csv"))
    assert result.exit_code == 2
    assert not (tmp_path / "a").exists()


def test_without_git_an_error_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = demo(tmp_path / "a", "--revisions", "2")
    assert result.exit_code == 2
    assert "git" in result.output
