"""`registry:` in mkdocs.yml: a path beside the file itself, watched, and named when it leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine import plugin
from generator.engine.mkdocs_engine import stated_settings
from generator.errors import UsageError


def config(folder: Path, option: str) -> Path:
    (folder / "docs").mkdir()
    (folder / "content").mkdir()
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: x\nplugins:\n  - phaen:\n      digits: thai\n{option}", "utf-8")
    return file


def test_it_is_found_beside_the_configuration(tmp_path: Path) -> None:
    registry = tmp_path / "laos.csv"
    registry.touch()
    settings = stated_settings(config(tmp_path, "      registry: laos.csv\n"))
    assert settings.registry == registry
    assert plugin._watched(settings) == [settings.content, registry]


def test_without_it_nothing_is_held_against_a_registry(tmp_path: Path) -> None:
    assert stated_settings(config(tmp_path, "")).registry is None


def test_one_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mkdocs\.yml"):
        stated_settings(config(tmp_path, "      registry: none.csv\n"))
