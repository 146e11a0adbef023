"""A new site is made in an empty folder only; elsewhere nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.drafting.new_site import lay_out_site
from generator.errors import UsageError
from generator.site_files import CONFIG, FOLDER, NAMES, THEME, site_file
from tests.building_blocks import CODE, ROOT


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "place").mkdir()
    monkeypatch.chdir(tmp_path / "place")


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def everything() -> set[str]:
    return {str(file) for file in Path().rglob("*")}


def test_a_new_site_has_every_shipped_file() -> None:
    for name in NAMES:
        assert site_file(name) == ROOT / name
        assert site_file(name).exists()
    assert not (ROOT / "generator" / FOLDER).exists()


def test_an_empty_folder_becomes_a_site_with_its_first_lao() -> None:
    result = phaen("new", CODE, "--today", "2567-06-01")
    assert result.exit_code == 0, result.output
    assert "สร้างเว็บไซต์ใหม่ในโฟลเดอร์นี้แล้ว" in result.stdout and "  mkdocs.yml\n" in result.stdout
    assert THEME not in Path(CONFIG).read_text("utf-8")
    assert not Path(THEME).exists()
    assert list(Path("content/plans").iterdir()) == [Path(f"content/plans/{CODE}-lao")]
    assert phaen("check").exit_code == 0


def test_a_site_without_laos_builds() -> None:
    result = phaen("new")
    assert result.exit_code == 0, result.output
    assert "mkdocs.yml" in result.stdout
    assert list(Path("content/plans").iterdir()) == []
    result = phaen("build", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert Path("site/index.html").is_file()


def test_hidden_entries_do_not_count_and_a_gitignore_stays() -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("mine\n", "utf-8")
    assert phaen("new").exit_code == 0
    assert Path(".gitignore").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize("arguments", [(), (CODE,)])
def test_a_folder_in_use_stays_as_it_is(arguments: tuple[str, ...]) -> None:
    Path("letter.txt").write_text("x", "utf-8")
    result = phaen("new", *arguments)
    assert result.exit_code == 2
    assert everything() == {"letter.txt"}


def test_below_a_site_no_new_site_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert phaen("new", CODE).exit_code == 0
    Path("notes").mkdir()
    monkeypatch.chdir("notes")
    result = phaen("new")
    assert result.exit_code == 2 and "ยังไม่ได้ระบุ CODE" in result.stderr
    assert everything() == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("123",),
        (CODE, "--from", "2567-2569"),
        (CODE, "--cycle", "2570-2572", "--from", "2567-2569"),
        (CODE, "--results", "2568", "--round", "12"),
        (CODE, "--slug", "../x"),
        ("--name", "ตัวอย่าง"),
    ],
)
def test_a_refused_command_makes_no_site(arguments: tuple[str, ...]) -> None:
    result = phaen("new", *arguments)
    assert result.exit_code == 2, result.output
    assert everything() == set()


def test_a_full_disk_leaves_no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(shutil, "copyfile", full)
    result = phaen("new")
    assert result.exit_code == 2 and "Traceback" not in result.output
    assert everything() == set()


def test_a_folder_that_is_in_use_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ไม่ว่าง"):
        lay_out_site(tmp_path)
