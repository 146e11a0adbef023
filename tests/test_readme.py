"""Commands, targets, files and the five steps of a first plan in the README exist and work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.building_blocks import make_site

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bphaen ([a-z]+(?:-[a-z]+)*)", README))))
def test_every_command_of_the_readme_has_help(name: str) -> None:
    assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_every_command_is_in_the_readme() -> None:
    for name in main.list_commands(click.Context(main)):
        assert f"`phaen {name}" in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))))
def test_every_target_of_the_readme_is_in_the_makefile(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", README))
def test_every_link_of_the_readme_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).is_file()
    assert (ROOT / link).stat().st_size < 300_000 or not link.endswith(".png")


def test_a_first_plan_in_the_steps_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    steps = re.findall(r"`phaen ((?:new|check) 5999901[^`]*)`", README)
    assert len(steps) == 3
    for step in [*steps, "build"]:
        result = CliRunner().invoke(main, shlex.split(step))
        assert result.exit_code == 0, result.output
    assert (tmp_path / "site" / "lao" / "5999901" / "2573-2575" / "index.html").is_file()
