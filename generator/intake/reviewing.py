"""Office files in, the workbook in which an officer reviews what was read of them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.reading.content_tree import ContentTree
from generator.thai.years import Cycle


@dataclass(frozen=True)
class Review:
    """What came of reading office files."""

    book: bytes
    summary: tuple[str, ...]
    """Lines for the terminal."""


def review_files(
    files: Sequence[Path], tree: ContentTree, target: tuple[str, Cycle] | None, mapping: Path | None
) -> Review:
    """Return the review workbook of office files."""
    raise UsageError("ยังไม่รับไฟล์ชนิดนี้")
