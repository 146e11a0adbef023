"""Symbolic links for tests, which Windows allows to some accounts only: there the test is skipped by name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def link(path: Path, target: Path) -> None:
    """Make a symbolic link at `path`."""
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError as error:
        if os.name != "nt":
            raise
        pytest.skip(f"this Windows account may not make symbolic links: {error}")
