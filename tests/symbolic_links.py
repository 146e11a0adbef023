"""Creates symbolic links for tests, which are skipped on Windows if the account may not create any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def link(path: Path, target: Path) -> None:
    """Create a symbolic link at `path`."""
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError as error:
        if os.name != "nt":
            raise
        pytest.skip(f"this Windows account may not make symbolic links: {error}")
