"""`registry:` in mkdocs.yml: a path relative to that file; it is watched, and named in the error if missing."""

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


def test_the_registry_is_found_beside_the_configuration(tmp_path: Path) -> None:
    registry = tmp_path / "laos.csv"
    registry.touch()
    settings = stated_settings(config(tmp_path, "      registry: laos.csv\n"))
    assert settings.registry == registry
    assert plugin._watched(settings) == [settings.content, registry]


def test_without_the_option_nothing_is_compared_with_a_registry(tmp_path: Path) -> None:
    assert stated_settings(config(tmp_path, "")).registry is None


def test_a_missing_registry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mkdocs\.yml"):
        stated_settings(config(tmp_path, "      registry: none.csv\n"))
