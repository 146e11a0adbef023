"""Tells whether a reported text states something, states that there is nothing, or says nothing at all.

Assessors ask that "no problems" is written out (`ไม่มี`); a blank or a dash leaves open whether anybody looked.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from generator.thai.text import fold_for_comparison


class Reported(Enum):
    """What a text reports."""

    NOTHING = auto()
    """Blank, or only dashes, dots and other signs."""
    NONE = auto()
    """A statement that there is none: `ไม่มี`, `ไม่พบปัญหาและอุปสรรค`."""
    SOMETHING = auto()


_SIGNS = re.compile(r"[^\w\u0e31-\u0e4e]+|_+")
"""Everything but letters, digits and Thai vowels and marks."""
_NONE = re.compile(
    "(?:ยัง)?ไม่(?:มี|พบ|ปรากฏ)"
    "(?:ปัญหา|อุปสรรค|ข้อขัดข้อง|ข้อเสนอแนะ|และ|หรือ|แต่อย่างใด|ใด|ๆ|เพิ่มเติม|ในการดำเนิน(?:งาน|การ|โครงการ))*"
)
"""Only these words: `ไม่มีงบประมาณ` is a problem."""


def reported(text: str | None) -> Reported:
    """Return what a text reports."""
    plain = _SIGNS.sub("", fold_for_comparison(text or ""))
    if not plain:
        return Reported.NOTHING
    return Reported.NONE if _NONE.fullmatch(plain) else Reported.SOMETHING
