"""The archives of the working tree, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.installed.wheels import copy_of_tree
from tools.release import build_archives


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Source archive and wheel."""
    folder = tmp_path_factory.mktemp("archives")
    return build_archives(copy_of_tree(folder / "tree"), folder / "dist")


@pytest.fixture(scope="session")
def wheel(archives: list[Path]) -> Path:
    """The wheel, built from the source archive."""
    return next(file for file in archives if file.suffix == ".whl")
