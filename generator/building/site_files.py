"""Files of a site that may be in use, each replaced atomically; and the full text, which a new site takes over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

TEXT_FOLDER = "text"
"""Folder of the full text."""
DATA_FOLDER = "data"
"""Folder of the national data files."""


def put_file(file: Path, content: bytes) -> None:
    """Replace a file atomically, as it may be in use."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(file)


def keep_full_text(old: Path, fresh: Path) -> None:
    """Let a new site serve the full text of the replaced site until its own is written.

    The files are hard links where the file system allows: writing replaces a file and never modifies it.
    """
    if (old / TEXT_FOLDER).is_dir() and not (old / TEXT_FOLDER).is_symlink():
        shutil.copytree(old / TEXT_FOLDER, fresh / TEXT_FOLDER, dirs_exist_ok=True, symlinks=True, copy_function=_link)


def keep_data_files(old: Path, fresh: Path) -> None:
    """Let a new site serve the national data files of the replaced site until its own are written."""
    for file in sorted((old / DATA_FOLDER).rglob("*")):
        target = fresh / file.relative_to(old)
        if file.is_file() and not file.is_symlink() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(str(file), str(target))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # No hard links (another device, FAT), or none without following symlinks (Windows): copy. If copying fails too,
        # the build ends.
        shutil.copy2(source, target, follow_symlinks=False)
