"""Vowels and marks: torn off, out of order, twice, typed with another character that looks alike, or not to be seen.

All of this looks right or nearly right on paper, and makes searching, comparing and reading aloud fail.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text.repair import ABOVE_AND_BELOW, LETTER, REMEDY, WHY_SEARCH, is_remark
from generator.checks.text.slips import THAI, Slip, every, first, syllable, told
from generator.findings import Severity

_BLANK = "[ \u00a0]"
_TONE = "[\u0e48-\u0e4b]"
_LETTER = f"[{LETTER}]"

_TORN = re.compile(
    f"(?P<letter>{_LETTER})(?P<tone>{_TONE}?){_BLANK}(?P<vowel>[\u0e32\u0e33])(?P<rest>[{THAI}]{{0,9}})"
    f"|(?P<whole>{_LETTER}(?P<before>{_TONE}?)\u0e4d(?P<after>{_TONE}?)\u0e32)"
)
_WORD_WITH_SARA_AM = re.compile(
    "กำ(?:กับ|ชับ|ไร|ลัง|หนด|จัด)|คำ(?:ขอ|ตอบ|ถาม|นวณ|นึง|ปรึกษา|สั่ง|แนะนำ)?|จำ(?:กัด|นวน|เป็น|แนก)?|ชำ(?:นาญ|ระ|รุด)"
    "|ซ้ำ|ดำ(?:เนินการ|เนินงาน|เนิน|รงตำแหน่ง|รง)|ตำ(?:บล|แหน่ง|รวจ|รา)|ต่ำ|ทำ(?:งาน|ให้)?|นำ|บำ(?:นาญ|เหน็จ|รุง|บัด|เพ็ญ)|ย้ำ"
    "|ลำดับ|สำ(?:นักงาน|นัก|คัญ|เร็จ|รวจ|รอง|หรับ|เนา)|อำ(?:นวยการ|นวย|นาจ|เภอ)"
)
_SURE_WITH_TONE = frozenset({"ต่", "ซ้", "ย้"})
"""After these a torn vowel was a sara am; after other letters with a tone mark it may have been a sara aa."""


@text_rule(
    "TEXT-101",
    Severity.WARNING,
    pattern=first(f"{_BLANK}[\u0e32\u0e33](?<=[{LETTER}\u0e48-\u0e4b]..)|\u0e4d{_TONE}?\u0e32"),
    fires="พนักงานส่วนต าบล ทุกต าแหน่ง",
    silent="พนักงานส่วนตำบล ทุกตำแหน่ง",
    title="สระอำที่แตกเป็นสองส่วน เช่น “ต าบล”",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def torn_sara_am(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """`ต าบล`, as text comes out of a PDF, and a sara am that is typed as nikhahit and sara aa."""
    # The letter stands before what the pattern found, and perhaps its tone mark.
    found = _TORN.finditer(match.string, max(match.start() - 2, 0))
    return told(passage, map(_torn, found), "สระอำแตกเป็นสองส่วน")


def _torn(found: re.Match[str]) -> Slip:
    text = found.string
    if found["whole"]:
        start, end = syllable(text, *found.span())
        mended = found["whole"][0] + (found["before"] or found["after"]) + "\u0e33"
        return Slip(text[start:end], text[start : found.start()] + mended + text[found.end() : end])
    letter, rest = found["letter"] + found["tone"], found["rest"]
    torn = found[0].removesuffix(rest)
    if letter == "ก" and rest.startswith("ร"):
        return Slip(f"{torn}ร", "การ")
    word = _WORD_WITH_SARA_AM.match(f"{letter}\u0e33{rest}")
    if word:
        return Slip(found[0][: len(word[0]) + 1], word[0])
    water = letter == "น้" and text[max(found.start() - 1, 0)] != "ห"  # น้ำ, but หน้า
    sure = not found["tone"] or water or letter in _SURE_WITH_TONE or found["vowel"] == "\u0e33"
    return Slip(torn, f"{letter}\u0e33" if sure else "")


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
    remedy=REMEDY,
)
def mark_before_vowel(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A tone mark or another mark that was typed before the vowel of the same letter."""
    return told(passage, (_mended(found, found[0][::-1]) for found in every(_DISORDER, match)), "วรรณยุกต์อยู่ก่อนสระ")


_ALONE = re.compile(f"(?<![{THAI}◌])[{ABOVE_AND_BELOW}]+")


@text_rule(
    "TEXT-103",
    Severity.WARNING,
    pattern=first(f"[{ABOVE_AND_BELOW}](?<![{THAI}◌].)"),
    fires="ประสิทธิ ์ของงาน",
    silent="ประสิทธิ์ของงาน",
    title="สระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def mark_without_letter(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A vowel or mark after a blank, a digit or a sign, or at the beginning."""
    return told(passage, map(_alone, every(_ALONE, match)), "สระหรือวรรณยุกต์ไม่มีพยัญชนะรองรับ")


def _alone(found: re.Match[str]) -> Slip:
    text, gap = found.string, found.start() - 1
    if gap > 0 and text[gap] in " \u00a0" and "\u0e01" <= text[gap - 1] <= "\u0e4e":
        start, _ = syllable(text, gap - 1, gap)
        return Slip(text[start : found.end()], text[start:gap] + found[0])
    return Slip(text[max(gap, 0) : found.end()])


_BROKEN = re.compile(
    f"[\u0e31\u0e36\u0e37\u0e47\u0e48-\u0e4b](?={_TONE}?{_BLANK}[{LETTER}])(?:"
    "(?<=[\u0e31\u0e37])"  # neither mai han akat nor sara uee ends a word
    f"|(?<=\u0e36)(?={_TONE}.[กงดนบม])"  # nor does sara ue under a tone mark
    "|(?<=\u0e47)(?<!ก.)"  # nor does maitaikhu, but in ก็
    # nor does a bare letter with a tone mark, unless its vowel stands before it (แต่, ใหม่) or it is บ่
    f"|(?<=[{LETTER}]{_TONE})(?<!บ่)(?<![เ-ไ]{_LETTER}.)(?<![เ-ไ]{_LETTER}{{2}}.)(?<![เ-ไ]{_LETTER}{{3}}.)"
    f"){_TONE}?{_BLANK}[{LETTER}]"
)


@text_rule(
    "TEXT-104",
    Severity.WARNING,
    pattern=first(_BROKEN.pattern),
    fires="เชื่ อมโยงกัน ทั้งยั งต้ องทำงาน",
    silent="เชื่อมโยงกัน ทั้งยังต้องทำงาน ใหม่ ก็ ดี",
    title="วรรคที่แทรกอยู่กลางคำ เช่น “เชื่ อมโยง”",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def blank_in_word(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A blank after a vowel or mark that no Thai word ends in."""
    return told(passage, map(_closed, every(_BROKEN, match)), "มีวรรคแทรกอยู่กลางคำ")


def _closed(found: re.Match[str]) -> Slip:
    text = found.string
    start, end = syllable(text, found.start(), found.end())
    return Slip(text[start:end], text[start:end].replace(" ", "").replace("\u00a0", ""))


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
    """The same vowel or mark twice, or two that cannot stand on one letter."""
    slips = (_mended(found, found[0][0] if found[0][0] == found[0][1] else "") for found in every(_DOUBLED, match))
    return told(passage, slips, "สระหรือวรรณยุกต์ซ้ำกัน")


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
    """Sara e twice for sara ae, lakkhangyao for sara aa."""
    slips = (_mended(found, "แ" if len(found[0]) == 2 else "า") for found in every(_ALIKE, match))
    return told(passage, slips, "สระพิมพ์ด้วยอักษรอื่นที่หน้าตาเหมือนกัน")


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufff9-\ufffd\ue000-\uf8ff\x0b\x0c]")
_OLD_GLYPHS = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37"
        + 2 * "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        + "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
"""Thai forms that old fonts kept in the private-use area -> the letters that they are forms of."""


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
    """Characters without width, private ones of old fonts, and the leftovers of a word processor."""
    return _characters(passage, match, _UNSEEN, "มีอักขระที่มองไม่เห็นหรือไม่มีความหมาย")


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
    """Embeddings, overrides and isolates of writing direction, which Thai never needs."""
    return _characters(passage, match, _TURNING, "มีอักขระที่กลับทิศของข้อความ")


def _mended(found: re.Match[str], right: str) -> Slip:
    """Show the syllable around a slip, and as it should be where something is put in its place."""
    text = found.string
    start, end = syllable(text, *found.span())
    return Slip(text[start:end], text[start : found.start()] + right + text[found.end() : end] if right else "")


def _characters(passage: Passage, match: re.Match[str], pattern: re.Pattern[str], what: str) -> Iterator[Hit]:
    if is_remark(passage):
        return
    found = [one[0] for one in every(pattern, match)]
    names = " ".join(f"U+{ord(one):04X}" for one in list(dict.fromkeys(found))[:3])
    meant = _OLD_GLYPHS.get(ord(found[0]), "") if unicodedata.category(found[0]) == "Co" else ""
    count = f" รวม {len(found):,} แห่ง" if len(found) > 1 else ""
    yield Hit(f"{what} ({names}){count}", snippet=found[0], suggestion=meant)
