"""Commands search for content/ and mkdocs.yml upwards from the current folder, as git does for its repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building_blocks import CODE, CYCLE, make_lao, make_site

DAY = ("--today", "2567-06-01")


@pytest.fixture
def lao(tmp_path: Path) -> Path:
    return make_lao(make_site(tmp_path))


def phaen(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("below", [".", "content", "content/plans", f"content/plans/{CODE}-tua-yang/{CYCLE}"])
def test_check_finds_the_content_from_any_folder_below(
    below: str, lao: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lao.is_dir()
    monkeypatch.chdir(tmp_path / below)
    result = phaen("check", CODE)
    assert result.exit_code == 0, result.output
    assert "ตรวจ อปท. 1 แห่ง" in result.stdout


def test_paths_are_relative_to_the_current_folder(lao: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (lao / CYCLE / "projects.yml").write_text("a: [\n", "utf-8")
    monkeypatch.chdir(lao / CYCLE)
    result = phaen("check", "projects.yml")
    assert result.exit_code == 1
    assert "\nprojects.yml:" in f"\n{result.stdout}"


def test_search_and_new_find_the_content(lao: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lao)
    assert f"/lao/{CODE}/" in phaen("search", "ตัวอย่าง").stdout
    assert phaen("new", "5999902", *DAY).exit_code == 0
    assert list(lao.parent.glob("5999902-*"))


def test_build_writes_beside_the_configuration_found(
    lao: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lao)
    result = phaen("build", *DAY)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "site" / "lao" / CODE / "index.html").is_file()
    assert not (lao / "site").exists()


def test_a_stated_folder_is_not_searched_upwards(lao: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lao)
    result = phaen("check", "--content", "content")
    assert result.exit_code == 2
    assert "content" in result.stderr


def test_without_content_above_the_error_names_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = phaen("check")
    assert result.exit_code == 2
    assert "ไม่พบโฟลเดอร์ content" in result.stderr
