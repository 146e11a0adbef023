"""A printed cell: the text as the document prints it and, if certain, its meaning.

A text that cannot be interpreted is kept as printed, is left out of sums and comparisons, and has a reason (`doubt`).
It is never rejected or blanked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PrintedCell(Generic[T]):
    """ค่าตามที่พิมพ์: a printed text and its meaning."""

    printed: str
    """ข้อความตามที่พิมพ์: as the document prints it."""
    meaning: T | None
    """ความหมาย: None if it is not certain."""
    doubt: str = ""
    """เหตุที่ตีความไม่ได้: the reason in Thai; empty if the meaning is known."""
    is_given: bool = False
    """ผู้บันทึกระบุความหมาย: whether the meaning was stated in the data, so that both are shown."""

    @property
    def is_stated(self) -> bool:
        """Whether any text is printed."""
        return bool(self.printed.strip())

    @property
    def is_unread(self) -> bool:
        """Whether a text is printed whose meaning is unknown; a dash has none."""
        return self.meaning is None and bool(self.doubt)


def is_stated(cell: PrintedCell[T] | None) -> bool:
    """Return whether the document prints any text in a cell, interpreted or not."""
    return cell is not None and cell.is_stated


def is_blank(cell: PrintedCell[T] | None) -> bool:
    """Return whether a cell says nothing: it is missing, empty or a dash."""
    return cell is None or (cell.meaning is None and not cell.is_unread)


def meaning(cell: PrintedCell[T] | None) -> T | None:
    """Return the meaning of a cell; None without a cell or if it cannot be interpreted."""
    return cell.meaning if cell is not None else None
