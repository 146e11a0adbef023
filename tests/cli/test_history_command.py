"""`phaen history`: every version of a plan in the terminal, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.history.odd_repositories import export_without_history, upgraded_lao
from tests.history.repositories import CODE, CYCLE, municipality


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return municipality(tmp_path_factory.mktemp("history") / "content")


def history(content: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ("history", CODE, *arguments, "--content", str(content)))


def test_text_lists_every_version_with_days_and_changes(repository: Path) -> None:
    shown = history(repository).stdout
    assert f"แผนพัฒนาบุคลากร {CYCLE}: 11 รุ่น" in shown
    assert "รุ่นที่ 4  เผยแพร่ 11 มีนาคม 2567" in shown
    assert "มีมติ 23 กุมภาพันธ์ 2567" in shown
    assert "งบประมาณเพิ่มจาก 50,000 บาท เป็น 80,000 บาท (+30,000 บาท)" in shown


def test_json_has_revisions_with_number_dates_commit_signature_and_changes(repository: Path) -> None:
    found = json.loads(history(repository, "--format", "json").stdout)
    assert [one["number"] for one in found["revisions"]] == list(range(1, 12))
    fourth = found["revisions"][3]
    assert fourth["dates"] == {"decided": "2024-02-23", "published": "2024-03-11", "in_force": "2024-03-04"}
    assert (len(fourth["commit"]), fourth["signature"]) == (40, "none")
    assert "budget_raised" in [change["kind"] for change in fourth["changes"]]


def test_two_versions_are_compared_directly(repository: Path) -> None:
    found = json.loads(history(repository, "--from", "1", "--to", "11", "--format", "json").stdout)
    assert (found["from"], found["to"]) == (1, 11)
    assert found["changes"]
    back = json.loads(history(repository, "--from", "11", "--to", "1", "--format", "json").stdout)
    assert len(back["changes"]) == len(found["changes"])


def test_a_version_compared_with_itself_has_no_changes(repository: Path) -> None:
    assert json.loads(history(repository, "--from", "4", "--to", "4", "--format", "json").stdout)["changes"] == []


def test_versions_under_a_former_code_are_included(tmp_path: Path) -> None:
    found = json.loads(history(upgraded_lao(tmp_path / "content"), "--format", "json").stdout)
    assert len(found["revisions"]) > 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--from", "1", "--to", "12"), "ไม่มีรุ่นที่ 12 แผนนี้มีรุ่นที่ 1 ถึง 11"),
        (("--from", "0"), "ไม่มีรุ่นที่ 0"),
        (("--cycle", "2570-2572"), "ไม่พบประวัติของ"),
    ],
)
def test_missing_things_are_reported_in_thai(arguments: tuple[str, ...], words: str, repository: Path) -> None:
    result = history(repository, *arguments)
    assert (result.exit_code, words in result.stderr) == (2, True), result.output


def test_content_outside_git_is_reported(tmp_path: Path) -> None:
    result = history(export_without_history(tmp_path))
    assert result.exit_code == 2
    assert "ไม่มีประวัติของข้อมูลชุดนี้" in result.stderr
