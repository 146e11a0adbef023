"""A printed cell: the text as the document prints it and, where it can be told for certain, what it means.

What cannot be interpreted stays as printed, takes no part in sums and comparisons, and says why (`doubt`). It is never
refused and never made blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """ค่าตามที่พิมพ์: a printed text and its meaning."""

    printed: str
    """ข้อความตามที่พิมพ์: as the document prints it."""
    meaning: T | None
    """ความหมาย: None where it cannot be told for certain."""
    doubt: str = ""
    """เหตุที่ตีความไม่ได้: the reason in Thai; empty where the meaning is known."""
    is_given: bool = False
    """ผู้บันทึกระบุความหมาย: whether the meaning was given beside the text, so that both are shown."""

    @property
    def is_stated(self) -> bool:
        """Whether anything is printed."""
        return bool(self.printed.strip())

    @property
    def is_unread(self) -> bool:
        """Whether something is printed whose meaning is not known."""
        return self.meaning is None and self.is_stated


def is_stated(cell: Cell[T] | None) -> bool:
    """Say whether the document prints anything in a cell, understood or not."""
    return cell is not None and cell.is_stated


def meaning(cell: Cell[T] | None) -> T | None:
    """Return what a cell means; None for no cell and for one that cannot be interpreted."""
    return cell.meaning if cell is not None else None
