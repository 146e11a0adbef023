"""Uncommitted changes are found before they are pushed: `phaen check` warns of undeclared material changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.building.checking import Scope, check_content
from generator.history.working_copy import NOTHING_KNOWN, working_copy
from tests.history.odd_repositories import export_without_history
from tests.history.repositories import CODE, FOLDER, PROJECTS, git, municipality

TODAY = datetime.date(2025, 12, 1)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = municipality(tmp_path / "content")
    (content / "frameworks").mkdir(exist_ok=True)
    return content


def codes(content: Path) -> list[str]:
    return [one.code for one in check_content(content, TODAY, Scope(everything=False, codes=(CODE,))).findings]


def raise_budget(content: Path) -> None:
    file = content / PROJECTS
    text = file.read_text("utf-8")
    start = text.index("budget: ") + len("budget: ")
    file.write_text(f"{text[:start]}๙๙๙,๐๐๐{text[text.index(chr(10), start) :]}", "utf-8")


def test_a_clean_working_copy_gives_no_finding(content: Path) -> None:
    assert working_copy(content).changed == frozenset()
    assert "CHANGE-004" not in codes(content)


def test_an_uncommitted_material_change_is_reported(content: Path) -> None:
    raise_budget(content)
    assert working_copy(content).changed == {FOLDER.rpartition("/")[2]}
    found = check_content(content, TODAY, Scope(everything=False, codes=(CODE,))).findings
    (finding,) = [one for one in found if one.code == "CHANGE-004"]
    assert "ข้อมูลที่ยังไม่ได้บันทึก (commit)" in finding.message
    assert "amendments:" in finding.remedy
    assert "corrections:" in finding.remedy


def test_a_committed_change_is_not_in_the_working_copy(content: Path) -> None:
    raise_budget(content)
    git(content, "-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "--quiet", "-a", "-m", "แก้")
    assert "CHANGE-004" not in codes(content)


def test_a_cosmetic_change_needs_no_declaration(content: Path) -> None:
    file = content / PROJECTS
    file.write_text(file.read_text("utf-8").replace("budget: ", "budget:   "), "utf-8")
    assert "CHANGE-004" not in codes(content)


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert working_copy(export_without_history(tmp_path)) == NOTHING_KNOWN
