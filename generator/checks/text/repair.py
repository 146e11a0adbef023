"""Shared by the typing rules: repairs are suggested, never applied, and remarks are not the document's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.checks.items import Passage
from generator.checks.rule import Hit
from generator.thai.text import quoted

REMEDY = "ถ้าคลาดเคลื่อนเมื่อคัดลอก ให้พิมพ์ใหม่ตามที่แนะนำและประกาศไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้ตามเอกสาร"
REMEDY_IN_DRAFT = "พิมพ์ใหม่ตามที่แนะนำ เว้นแต่ข้อความนี้คัดมาจากเอกสารที่พิมพ์ไว้เช่นนั้น"
"""The same for a text that is not in a plan yet."""
REMEDY_OF_CONVERSION = (
    "ข้อความเสียจากการแปลงไฟล์ (PDF หรือ Word) ไม่ใช่ถ้อยคำของ อปท. ให้เทียบกับเอกสารต้นฉบับแล้วพิมพ์ให้ตรง "
    "คำสั่ง phaen fix --text ซ่อมคำที่แน่ชัดให้ได้"
)
"""Remedy if neither the document nor the data entry caused it."""
WHY_SEARCH = "ข้อความที่พิมพ์เช่นนี้ค้นหาไม่พบ และโปรแกรมอ่านหน้าจออ่านผิด"
LETTER = "ก-ฮ"
ABOVE_AND_BELOW = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and marks above or below a letter."""
_REMARKS = frozenset({"note", "reason"})
_AROUND = 12


def is_remark(passage: Passage) -> bool:
    """Return whether the passage is a data-entry remark, which may quote the document's slips."""
    return passage.field in _REMARKS


def is_first(match: re.Match[str]) -> bool:
    """Return whether the match is the first of its pattern in the passage."""
    return _first_start(match.re, match.string) == match.start()


@lru_cache(maxsize=8)
def _first_start(pattern: re.Pattern[str], text: str) -> int:
    # Searched once for all matches of a text, or the time would grow with the square of its length.
    first = pattern.search(text)
    return first.start() if first else -1


def repaired(
    passage: Passage, match: re.Match[str], what: str, right: str, others: Callable[[str, int], str] | None = None
) -> Iterator[Hit]:
    """Yield a hit with the word around the match, and the repaired word.

    `others` repairs other slips from a position on; the text before it serves as context. It reads the dictionary, so a
    text that may not be read gets no repair.
    """
    if is_remark(passage):
        return
    start, end = _word(match.string, match.start(), match.end())
    found = match.string[start:end]
    mended = f"{match.string[start : match.start()]}{right}{match.string[match.end() : end]}"
    if others:
        before = match.string[max(0, start - _AROUND) : start]
        mended = others(before + mended, len(before)) if passage.may_be_read else ""
    yield Hit(f"{what} ใน {quoted(found)}", snippet=match[0], suggestion=mended)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a match extended to the blanks around it, or by a dozen letters if there are none."""
    left, right = start, end
    while left > max(0, start - _AROUND) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + _AROUND) and not text[right].isspace():
        right += 1
    while left < start and "\u0e31" <= text[left] <= "\u0e4e" and text[left] not in "เแโใไ":
        left += 1  # never begin with a mark of the letter before
    return left, right
