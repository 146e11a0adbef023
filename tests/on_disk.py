"""Reads a content folder on disk, for tests that use paths."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import ReadLao, read_lao


def read_on_disk(code: str, folder: Path, content: Path, framework_ids: Collection[str] | None) -> ReadLao:
    """Read the LAO of a folder below a content folder."""
    return read_lao(code, [folder.relative_to(content).as_posix()], DiskTree(content), framework_ids)
