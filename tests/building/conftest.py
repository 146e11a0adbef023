"""The nation of `nation.py`, built once per run; a copy for each module or test that builds it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building.nation import Nation
from tests.built_once import built_once


@pytest.fixture(scope="session")
def built_nation(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    """Return a nation built once for all workers of the run; nothing writes into its folder."""
    return Nation.at(built_once(tmp_path_factory, "nation", lambda folder: Nation(folder).build()))


@pytest.fixture(scope="module")
def untouched(built_nation: Nation, tmp_path_factory: pytest.TempPathFactory) -> Nation:
    """Return a built copy for the tests of a module, which leave its content and its site as they are."""
    return built_nation.copied_to(tmp_path_factory.mktemp("nation") / "nation")


@pytest.fixture
def nation(built_nation: Nation, tmp_path: Path) -> Nation:
    """Return a built copy for one test."""
    return built_nation.copied_to(tmp_path / "nation")
