"""Damage to Thai words by conversion from a PDF or a word processor, by kind; the dictionary reads the words.

One hit per kind and passage, with a count. A repair is suggested only if exactly one dictionary word fits the context
and no other rule finds anything in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text import suspects
from generator.checks.text.damaged_words import damaged_at, damaged_in
from generator.checks.text.repair import REMEDY_OF_CONVERSION, WHY_SEARCH, is_remark
from generator.checks.text.slips import Slip, first, slip_hits, syllable
from generator.checks.text.wrong_words import is_clean
from generator.findings import Severity
from generator.thai.damage import Damage, Reading


@text_rule(
    "TEXT-124",
    Severity.WARNING,
    pattern=first(suspects.NIKHAHIT_LOST),
    fires="การดาเนินงานตามที่กาหนด",
    silent="สั่งซื้อตามราคาสั่งซื้อ ศาลาดับเพลิง",
    title="สระอำที่เหลือเพียงสระอา เช่น “กาหนด”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def nikhahit_lost(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Sara am reduced to its sara aa."""
    return _damage_hits(passage, Damage.NIKHAHIT_LOST, "สระอำเหลือเพียงสระอา")


@text_rule(
    "TEXT-125",
    Severity.WARNING,
    pattern=first(suspects.BLANK_AFTER_SARA_AM),
    fires="สำ นักงานดำ เนินการ",
    silent="ผู้นำ และแนวทางปฏิบัติประจำ ดังนี้",
    title="วรรคแทรกหลังสระอำ เช่น “กำ หนด”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def blank_after_sara_am(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A blank between a sara am and the remainder of its word."""
    return _damage_hits(passage, Damage.BLANK_AFTER_SARA_AM, "มีวรรคแทรกหลังสระอำ")


_NEVER_SARA_AM = re.compile("[ฌญฎฏฐฑฒณภศษฬ]\u0e33")


@text_rule(
    "TEXT-126",
    Severity.WARNING,
    pattern=first(f"{suspects.SARA_AA_AS_AM}|\u0e4d[\u0e48-\u0e4b]?\u0e32"),
    fires="กำรพัฒนำบุคลำกร",
    silent="การกำกับดูแล สำรวจและทำนายจำนวน",
    title="สระอาที่กลายเป็นสระอำ เช่น “กำร”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def sara_aa_as_am(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Sara am in place of a sara aa, in one character or two."""
    return _damage_hits(passage, Damage.SARA_AA_AS_AM, "สระอากลายเป็นสระอำ", _NEVER_SARA_AM)


_NO_MARK_THERE = re.compile(
    "\u0e4c[\u0e30\u0e32\u0e33\u0e48-\u0e4b]|[\u0e34-\u0e37][\u0e48-\u0e4b]?[\u0e32\u0e33]|[เ-ไ][\u0e34-\u0e39\u0e48-\u0e4c]"
)


@text_rule(
    "TEXT-127",
    Severity.WARNING,
    pattern=first(suspects.MARK_MOVED),
    fires="องคก์ารบรหิารสว่นตำบล",
    silent="องค์การบริหารส่วนตำบล ปฏิบัติ แกว่ง",
    title="สระหรือวรรณยุกต์ที่เลื่อนไปอยู่บนอักษรถัดไป เช่น “องคก์าร”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def mark_moved(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A vowel or mark moved to the letter after its own."""
    return _damage_hits(passage, Damage.MARK_MOVED, "สระหรือวรรณยุกต์เลื่อนไปอยู่บนอักษรถัดไป", _NO_MARK_THERE)


@text_rule(
    "TEXT-128",
    Severity.WARNING,
    pattern=first(suspects.MARK_LOST),
    fires="ทั งนี้ตามเป าหมาย",
    silent="ทั้งนี้ตามเป้าหมาย อบต. ณ เวลานี้",
    title="สระหรือวรรณยุกต์ที่กลายเป็นวรรค เช่น “ทั งนี้”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def mark_lost(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A blank in place of a mark."""
    return _damage_hits(passage, Damage.MARK_LOST, "สระหรือวรรณยุกต์กลายเป็นวรรค")


@text_rule(
    "TEXT-129",
    Severity.WARNING,
    pattern=first(suspects.GLYPH),
    fires="ปFงบประมาณ",
    silent="ระบบ e-Plan และ CCTVรุ่นใหม่ วิตามินC",
    title="อักษรหรือเครื่องหมายอื่นแทนสระหรือวรรณยุกต์ เช่น “ปF”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def glyph(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A Latin letter or a sign in place of a mark, from a font's numbering."""
    return _damage_hits(passage, Damage.GLYPH, "อักษรอื่นแทนสระหรือวรรณยุกต์")


def read_slip(text: str, word: Reading) -> Slip:
    """Return a damaged word for display, with its repair if that is certain and without other slips."""
    return Slip(text[word.start : word.end], word.word if word.is_certain and is_clean(word.word) else "")


def _damage_hits(passage: Passage, damage: Damage, what: str, never: re.Pattern[str] | None = None) -> Iterator[Hit]:
    """Yield one hit for all damage of one kind; `never`, impossible in Thai, counts without the dictionary."""
    if is_remark(passage):
        return iter(())
    text = passage.text
    slips = [
        (word.start, read_slip(text, word))
        for word in (damaged_in(text, damage) if passage.may_be_read else ())
        for one in word.damages
        if one is damage
    ]
    for found in never.finditer(text) if never else ():
        if not passage.may_be_read or damaged_at(text, found.end() - 1) is None:
            start, end = syllable(text, *found.span())
            slips.append((start, Slip(text[start:end])))
    slips.sort(key=lambda one: one[0])
    return slip_hits(passage, (slip for _, slip in slips), what, is_converted=True)
