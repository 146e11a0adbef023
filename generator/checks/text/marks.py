"""Vowels and marks: torn off, out of order, doubled, typed as a similar character, or invisible.

All of these look right or nearly right on paper, and break searching, comparing and reading aloud.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text import suspects
from generator.checks.text.converted import read_slip
from generator.checks.text.damaged_words import damaged_at
from generator.checks.text.repair import (
    ABOVE_AND_BELOW,
    LETTER,
    REMEDY,
    REMEDY_OF_CONVERSION,
    WHY_SEARCH,
    is_remark,
)
from generator.checks.text.slips import THAI, Slip, every, first, slip_hits, syllable
from generator.findings import Severity
from generator.thai.characters import OLD_GLYPHS
from generator.thai.damage import Damage, Reading

_BLANK = "[ \u00a0]"
_TONE = "[\u0e48-\u0e4b]"
_LETTER = f"[{LETTER}]"

_TORN = re.compile(f"{_LETTER}{_TONE}?{_BLANK}[\u0e32\u0e33]|{_LETTER}{_TONE}?\u0e4d{_TONE}?\u0e32")


@text_rule(
    "TEXT-101",
    Severity.WARNING,
    pattern=first(suspects.SARA_AM_TORN),
    fires="พนักงานส่วนต าบล ทุกต าแหน่ง",
    silent="พนักงานส่วนตำบล ทุกตำแหน่ง",
    title="สระอำที่แตกเป็นสองส่วน เช่น “ต าบล”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def torn_sara_am(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """`ต าบล`, as PDF text has it, or a sara am typed as nikhahit and sara aa."""
    # The letter is before the match, perhaps with its tone mark.
    found = _TORN.finditer(match.string, max(match.start() - 2, 0))
    others = {Damage.MARK_LOST, Damage.SARA_AA_AS_AM}  # เป าหมาย, งํานทั่วไป: TEXT-128 and TEXT-126
    return slip_hits(passage, _read(found, passage, others), "สระอำแตกเป็นสองส่วน", is_converted=True)


def _read(found: Iterable[re.Match[str]], passage: Passage, others: Container[Damage]) -> Iterator[Slip]:
    """Yield the words around some slips, repaired if the dictionary knows how, without damage of other kinds."""
    if is_remark(passage):
        return
    last: Reading | None = None
    for one in found:
        word = damaged_at(passage.text, one.end() - 1) if passage.may_be_read else None
        if word is None:
            start, end = syllable(passage.text, *one.span())
            yield Slip(passage.text[start:end])
        elif word is not last and not any(damage in others for damage in word.damages):
            yield read_slip(passage.text, word)
        last = word


_DISORDER = re.compile(
    f"[\u0e47-\u0e4c\u0e30\u0e32\u0e33](?:(?<=[\u0e47-\u0e4c])[\u0e31\u0e34-\u0e39]|(?<=[\u0e30\u0e32\u0e33]){_TONE})"
)


@text_rule(
    "TEXT-102",
    Severity.WARNING,
    pattern=first(_DISORDER.pattern),
    fires="การพัฒนาเพ่ือเพ่ิมพูนความรู้",
    silent="การพัฒนาเพื่อเพิ่มพูนความรู้",
    title="วรรณยุกต์ที่พิมพ์ก่อนสระ เช่น “เพ่ือ”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def mark_before_vowel(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A tone mark or another mark typed before the vowel of the same letter."""
    return slip_hits(
        passage,
        (_mended(found, found[0][::-1]) for found in every(_DISORDER, match)),
        "วรรณยุกต์อยู่ก่อนสระ",
        is_converted=True,
    )


_ALONE = re.compile(f"(?<![{THAI}◌])[{ABOVE_AND_BELOW}]+")


@text_rule(
    "TEXT-103",
    Severity.WARNING,
    pattern=first(f"[{ABOVE_AND_BELOW}](?<![{THAI}◌].)"),
    fires="ประสิทธิ ์ของงาน",
    silent="ประสิทธิ์ของงาน",
    title="สระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def mark_without_letter(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A vowel or mark after a blank, a digit or a sign, or at the beginning."""
    return slip_hits(
        passage, _read(every(_ALONE, match), passage, ()), "สระหรือวรรณยุกต์ไม่มีพยัญชนะรองรับ", is_converted=True
    )


_BROKEN = re.compile(suspects.BLANK_IN_WORD)


@text_rule(
    "TEXT-104",
    Severity.WARNING,
    pattern=first(_BROKEN.pattern),
    fires="เชื่ อมโยงกัน ทั้งยั งต้ องทำงาน",
    silent="เชื่อมโยงกัน ทั้งยังต้องทำงาน ใหม่ ก็ ดี",
    title="วรรคที่แทรกอยู่กลางคำ เช่น “เชื่ อมโยง”",
    why=WHY_SEARCH,
    remedy=REMEDY_OF_CONVERSION,
    of_conversion=True,
)
def blank_in_word(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A blank after a vowel or mark that ends no Thai word."""
    return slip_hits(
        passage, _read(every(_BROKEN, match), passage, {Damage.MARK_LOST}), "มีวรรคแทรกอยู่กลางคำ", is_converted=True
    )


_SINGLE = "ะาำแโใไ\u0e47\u0e4c\u0e4d"
_SELF_DOUBLED = "|".join(f"(?<={one}){one}" for one in _SINGLE)
_DOUBLED = re.compile(
    f"[{_SINGLE}{ABOVE_AND_BELOW}](?=[{_SINGLE}\u0e34-\u0e3a\u0e48-\u0e4b])(?:{_SELF_DOUBLED}"
    f"|(?<=[\u0e31\u0e34-\u0e37])[\u0e31\u0e34-\u0e37]|(?<=[\u0e38-\u0e3a])[\u0e38-\u0e3a]|(?<={_TONE}){_TONE})"
)


@text_rule(
    "TEXT-105",
    Severity.WARNING,
    pattern=first(_DOUBLED.pattern),
    fires="พนักงานที่่ได้รับการพัฒนนาา",
    silent="พนักงานที่ได้รับการพัฒนา",
    title="สระหรือวรรณยุกต์ที่พิมพ์ซ้ำ",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def mark_twice(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """The same vowel or mark twice, or two that cannot be on one letter."""
    slips = (_mended(found, found[0][0] if found[0][0] == found[0][1] else "") for found in every(_DOUBLED, match))
    return slip_hits(passage, slips, "สระหรือวรรณยุกต์ซ้ำกัน")


_AROUND = 28
"""Letters around a repair that may belong to its word."""
_ALIKE = re.compile(f"[\u0e40\u0e45](?:(?<=\u0e40)\u0e40|(?<=[{LETTER}\u0e48-\u0e4b]\u0e45)(?<![ฤฦ].))")


@text_rule(
    "TEXT-106",
    Severity.WARNING,
    pattern=first(_ALIKE.pattern),
    fires="เเผนพัฒนาบุคลากร",
    silent="แผนพัฒนาบุคลากร",
    title="สระที่พิมพ์ด้วยอักษรอื่นซึ่งหน้าตาเหมือนกัน เช่น เ สองตัวแทน แ",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def vowel_that_looks_alike(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Two sara e for a sara ae, or a lakkhangyao for a sara aa."""
    slips = (_mended(found, "แ" if len(found[0]) == 2 else "า") for found in every(_ALIKE, match))
    return slip_hits(passage, slips, "สระพิมพ์ด้วยอักษรอื่นที่หน้าตาเหมือนกัน")


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufff9-\ufffd\ue000-\uf8ff\x0b\x0c]")


@text_rule(
    "TEXT-107",
    Severity.NOTICE,
    pattern=first(_UNSEEN.pattern),
    fires="บุคลากร\u200bท้องถิ่น",
    silent="บุคลากรท้องถิ่น",
    title="อักขระที่มองไม่เห็นหรือไม่มีความหมายนอกโปรแกรมเดิม",
    why="อักขระเหล่านี้ติดมากับการคัดลอกจากโปรแกรมอื่น ทำให้ค้นคำไม่พบ และบางเครื่องแสดงเป็นช่องสี่เหลี่ยม",
    remedy="ลบข้อความช่วงนั้นแล้วพิมพ์ใหม่ หรือวางข้อความแบบไม่มีรูปแบบ ถ้อยคำของเอกสารไม่เปลี่ยน",
)
def unseen_character(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Zero-width characters, private-use ones of old fonts, and the leftovers of a word processor."""
    return _characters(passage, match, _UNSEEN, "มีอักขระที่มองไม่เห็นหรือไม่มีความหมาย")


TOLD_OF_MARKS = re.compile(
    "|".join((suspects.SARA_AM_TORN, *(one.pattern for one in (_DISORDER, _BROKEN, _DOUBLED, _ALIKE, _UNSEEN))))
)
"""Matches what these rules report, at the wrong letters."""


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@text_rule(
    "TEXT-108",
    Severity.WARNING,
    pattern=first(_TURNING.pattern),
    fires="งบประมาณ \u202e๐๐๑\u202c บาท",
    silent="งบประมาณ ๑๐๐ บาท",
    title="อักขระที่กลับทิศของข้อความ",
    why="อักขระเหล่านี้ทำให้ข้อความที่เห็นบนจอไม่ตรงกับข้อมูลจริง จำนวนเงินหรือชื่ออาจอ่านเป็นอย่างอื่น จึงไม่ปลอดภัย",
    remedy="ลบข้อความช่วงนั้นแล้วพิมพ์ใหม่ ภาษาไทยไม่ใช้อักขระเหล่านี้ และเอกสารที่พิมพ์แล้วไม่มีทางมีได้",
)
def turned_text(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Bidirectional embeddings, overrides and isolates, which Thai never needs."""
    return _characters(passage, match, _TURNING, "มีอักขระที่กลับทิศของข้อความ")


def _mended(found: re.Match[str], right: str) -> Slip:
    """Return the syllable around a slip, and its corrected form if there is a replacement."""
    text = found.string
    start, end = syllable(text, *found.span())
    if not right:
        return Slip(text[start:end])
    before, after = text[max(found.start() - _AROUND, 0) : found.start()], text[found.end() : found.end() + _AROUND]
    mended = before + right + after, len(before), len(before) + len(right)
    return Slip(text[start:end], text[start : found.start()] + right + text[found.end() : end], mended)


def _characters(passage: Passage, match: re.Match[str], pattern: re.Pattern[str], what: str) -> Iterator[Hit]:
    if is_remark(passage):
        return
    found = [one[0] for one in every(pattern, match)]
    names = " ".join(f"U+{ord(one):04X}" for one in list(dict.fromkeys(found))[:3])
    meant = OLD_GLYPHS.get(ord(found[0]), "") if unicodedata.category(found[0]) == "Co" else ""
    count = f" รวม {len(found):,} แห่ง" if len(found) > 1 else ""
    yield Hit(f"{what} ({names}){count}", snippet=found[0], suggestion=meant)
