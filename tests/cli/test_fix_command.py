"""`phaen fix`: shows its repairs, keeps the old file, and harms nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.reading.content_tree import DiskTree
from generator.reading.folders import check_lao_folder
from tests.symbolic_links import link

SPOILT = "name: แผน\r\nplace:\u00a0เพ่ือ\r\n"
MENDED = "name: แผน\nplace: เพื่อ\n"


def fix(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, ["fix", *arguments], color=color)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yml"
    path.write_bytes(SPOILT.encode())
    return path


def test_a_file_is_repaired_and_the_old_one_kept(file: Path) -> None:
    result = fix("plan.yml")
    assert result.exit_code == 0
    assert file.read_bytes() == MENDED.encode()
    assert Path("plan.yml.phaen-bak").read_bytes() == SPOILT.encode()
    assert "+place: เพื่อ" in result.stdout
    assert "ลำดับสระและวรรณยุกต์ 1 แห่ง" in result.stdout
    assert "\x1b" not in result.stdout


def test_changed_lines_are_coloured_on_a_colour_terminal(file: Path) -> None:
    assert "\x1b[32m+place: เพื่อ" in fix("plan.yml", color=True).stdout


def test_a_dry_run_writes_nothing(file: Path) -> None:
    assert "+place: เพื่อ" in fix("--dry-run", "plan.yml").stdout
    assert file.read_bytes() == SPOILT.encode()
    assert list(file.parent.iterdir()) == [file]


def test_a_second_run_changes_nothing(file: Path) -> None:
    fix("plan.yml")
    assert fix("plan.yml").stdout == "plan.yml: ไม่มีสิ่งที่ต้องแก้\n"
    assert len(list(file.parent.iterdir())) == 2


def test_no_backup_is_overwritten(file: Path) -> None:
    for _ in range(3):
        file.write_bytes(SPOILT.encode())
        fix("plan.yml")
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "plan.yml",
        "plan.yml.2.phaen-bak",
        "plan.yml.3.phaen-bak",
        "plan.yml.phaen-bak",
    ]


def test_a_backup_is_not_read_as_a_file_of_the_plan(tmp_path: Path) -> None:
    folder = tmp_path / "plans" / "5999901-x"
    (folder / "2570-2572").mkdir(parents=True)
    for name in ("lao.yml.phaen-bak", "2570-2572/plan.yml.phaen-bak"):
        (folder / name).touch()
    assert check_lao_folder(DiskTree(tmp_path), "plans/5999901-x") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o640)
    fix("plan.yml")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_IMODE(Path("plan.yml.phaen-bak").stat().st_mode) == 0o640


def test_a_symlink_is_refused(file: Path) -> None:
    link(file.parent / "link.yml", file)
    result = fix("link.yml")
    assert result.exit_code == 2
    assert "ลิงก์" in result.stderr
    assert file.read_bytes() == SPOILT.encode()


def test_files_are_repaired_even_if_another_is_refused(file: Path) -> None:
    Path("a.pdf").write_bytes(b"%PDF-1.7")
    result = fix("a.pdf", "none.yml", ".", "plan.yml")
    assert result.exit_code == 2
    assert result.stderr.count("“") >= 3
    assert file.read_bytes() == MENDED.encode()


def test_a_file_that_cannot_be_written_is_unchanged(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    result = fix("plan.yml")
    assert result.exit_code == 2
    assert "เขียนไม่ได้" in result.stderr
    assert file.read_bytes() == SPOILT.encode()
    assert not list(file.parent.glob(".phaen-fix-*"))


def test_words_are_repaired_only_with_text_option(file: Path) -> None:
    file.write_text("name: การดาเนินงานตามที่กาหนด\n", encoding="utf-8")
    assert fix("plan.yml").exit_code == 0
    assert "กาหนด" in file.read_text("utf-8")
    fix("--text", "plan.yml")
    assert file.read_text("utf-8") == "name: การดำเนินงานตามที่กำหนด\n"


def test_a_repaired_file_has_no_text_findings(file: Path) -> None:
    file.write_text("นํ้าเพ่ือ\u200bเเผนทุกที่่\r\n", encoding="utf-8")
    fix("plan.yml")
    result = CliRunner().invoke(main, ["check", "--text", "plan.yml"])
    assert "TEXT-" not in result.stdout
