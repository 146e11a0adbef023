"""One command makes a release, in a copy of this repository; a release that is refused changes nothing."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building_blocks import ROOT
from tests.installed.wheels import copy_of_tree
from tools.release import ReleaseRefusedError, make_release

DAY = datetime.date(2026, 12, 1)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_tree(tmp_path_factory.mktemp("release") / "tree")


@pytest.fixture
def repository(tree: Path, tmp_path: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", str(tree), str(tmp_path / "repository")], check=True)
    return tmp_path / "repository"


def git(repository: Path, *arguments: str) -> str:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.invalid")
    done = subprocess.run(["git", "-C", str(repository), *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def commit_change(repository: Path, name: str, change: Callable[[str], str]) -> None:
    file = repository / name
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "change")


def state(repository: Path) -> tuple[str, str, str]:
    return (git(repository, "rev-parse", "HEAD"), git(repository, "tag"), git(repository, "status", "--porcelain"))


def release(repository: Path, version: str) -> list[Path]:
    for name, value in (("user.name", "test"), ("user.email", "test@example.invalid")):
        git(repository, "config", name, value)
    return make_release(repository, version, DAY, repository / "dist")


@pytest.mark.soak
def test_a_release_is_a_commit_a_tag_and_two_archives(repository: Path) -> None:
    before = git(repository, "rev-parse", "HEAD").strip()
    commit_change(
        repository, "CHANGELOG.md", lambda text: text.replace("## Unreleased\n", "## Unreleased\n\n- News.\n")
    )
    made = release(repository, "7.1.0")
    assert [file.name for file in made] == ["phaen-7.1.0-py3-none-any.whl", "phaen-7.1.0.tar.gz"]
    assert all(file.parent == repository / "dist" and file.is_file() for file in made)
    assert git(repository, "cat-file", "-t", "v7.1.0").strip() == "tag"
    assert "- News." in git(repository, "tag", "--list", "--format=%(contents)", "v7.1.0")
    subjects = git(repository, "log", "--format=%s", f"{before}..HEAD").splitlines()
    assert subjects == ["Begin the version after 7.1.0", "Release 7.1.0", "change"]
    assert git(repository, "rev-parse", "v7.1.0^{commit}") == git(repository, "rev-parse", "HEAD~1")

    def at_tag(name: str) -> str:
        return git(repository, "show", f"v7.1.0:{name}")

    assert '\nversion = "7.1.0"\n' in at_tag("pyproject.toml")
    changelog = at_tag("CHANGELOG.md")
    assert re.search(r"^## Unreleased\n\n## 7\.1\.0 \(2026-12-01\)\n\n- News\.$", changelog, re.MULTILINE)
    for name in ("codes.txt", "addresses.txt"):
        assert " since 7.1.0\n" in at_tag(f"docs/published/{name}")
        assert " since 0." not in at_tag(f"docs/published/{name}")
    assert '\nversion = "7.1.1"\n' in (repository / "pyproject.toml").read_text("utf-8")
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.soak
def test_a_released_version_stays_in_the_lists_when_the_next_one_is_made(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.release.build_archives", lambda *_: [])
    release(repository, "7.1.0")
    commit_change(repository, "docs/published/codes.txt", lambda text: text + "ZZZ-001 since 7.1.1\n")
    commit_change(
        repository, "CHANGELOG.md", lambda text: text.replace("## Unreleased\n", "## Unreleased\n\n- More.\n")
    )
    release(repository, "7.2.0")
    codes = git(repository, "show", "v7.2.0:docs/published/codes.txt")
    assert codes.endswith("ZZZ-001 since 7.2.0\n") and codes.count("since 7.2.0") == 1
    assert "## 7.2.0 (2026-12-01)\n\n- More.\n\n## 7.1.0 (2026-12-01)" in git(repository, "show", "v7.2.0:CHANGELOG.md")


def an_untracked_file(repository: Path) -> None:
    (repository / "notes.txt").write_text("x", "utf-8")


def a_changed_file(repository: Path) -> None:
    (repository / "README.md").write_text("x", "utf-8")


def a_tag_of_that_name(repository: Path) -> None:
    git(repository, "tag", "v7.1.0")


def a_later_tag(repository: Path) -> None:
    git(repository, "tag", "v7.10.0")


def nothing_to_say(repository: Path) -> None:
    commit_change(
        repository, "CHANGELOG.md", lambda text: text[: text.index("## Unreleased")] + "## Unreleased\n\n### Added\n"
    )


def no_such_section(repository: Path) -> None:
    commit_change(repository, "CHANGELOG.md", lambda text: text.replace("## Unreleased", "## 0.0.1 (2020-01-01)"))


@pytest.mark.parametrize(
    ("made", "version", "why"),
    [
        (an_untracked_file, "7.1.0", "notes.txt"),
        (a_changed_file, "7.1.0", "README.md"),
        (a_tag_of_that_name, "7.1.0", "the tag v7.1.0 exists"),
        (a_later_tag, "7.9.9", "7.9.9 is not later than 7.10.0"),
        (nothing_to_say, "7.1.0", "says nothing"),
        (no_such_section, "7.1.0", 'no section "## Unreleased"'),
        (lambda _: None, "7.1", "is no version"),
        (lambda _: None, "v7.1.0", "is no version"),
        (lambda _: None, "07.1.0", "is no version"),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "__name__", ""),
)
def test_an_invalid_release_is_refused(repository: Path, made: Callable[[Path], None], version: str, why: str) -> None:
    made(repository)
    before = state(repository)
    with pytest.raises(ReleaseRefusedError, match=re.escape(why)):
        release(repository, version)
    assert state(repository) == before


def test_a_failed_build_of_archives_leaves_the_repository_unchanged(repository: Path) -> None:
    commit_change(repository, "setup.py", lambda text: text + "\nraise SystemExit('broken')\n")
    before = state(repository)
    with pytest.raises(ReleaseRefusedError, match="cannot be built"):
        release(repository, "7.1.0")
    assert state(repository) == before


def test_make_release_runs_it_with_the_version() -> None:
    recipe = re.search(r"^release:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe and "-m tools.release $(VERSION)" in recipe[1]
