"""Short words and signs doubled where Thai never doubles them, and text read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text.loops import is_in_loop
from generator.checks.text.repair import REMEDY, is_remark
from generator.checks.text.slips import Slip, any_of, every, first, slip_hits
from generator.findings import Severity
from generator.thai.text import quoted

_ENDS_OTHER_WORDS = {
    word: re.compile(f"(?:{others})$")
    for word, others in {
        "ความ": "ข้อ|บท|ใจ|เนื้อ|คดี|ท?นาย|แจ้ง",
        "ใน": "ภาย|ข้าง|ด้าน",
        "ได้": "ราย",
        "เป็น": "จำ",
        "ต้อง": "ถูก|จับ|เกี่ยวข้อง",
        "ของ": "สิ่ง|เจ้า|ข้าว|ซื้อ|ขาย|แจก|ส่ง|มอบ|ฉลอง",
        "กับ": "กำ",
    }.items()
}
"""ภายใน may precede ใน, and รายได้ may precede ได้."""
_ONLY_AFTER = {
    "การ": re.compile("(?:^|[^ก-๎]|ใน|รับ|และ|ของ|ให้|ต่อ|จาก|เพื่อ|ด้าน|ตาม|กับ|สู่|มี|เป็น|โดย|ถึง|ว่า|หรือ)$"),
    "รับ": re.compile("(?:ยอม|ได้|เข้า)$"),
    "ที่": re.compile("(?:บุคลากร|โครงการ|กิจกรรม|ผู้|ข้อมูล|ตำแหน่ง|ความรู้|สิ่ง|เรื่อง|องค์กร|หน่วยงาน|พนักงาน|ภาครัฐ|ประชาชน|อื่น)$"),
}
"""Many words end in การ (กรรมการ) and ที่ (หน้าที่): these are slips only after letters that form no such word."""
_ONLY_BEFORE = {"รับ": re.compile("การ|ความ")}
"""Many words begin with รับ (รับรอง, รับผิดชอบ)."""
_LINKS = ("และ", "หรือ", "เพื่อ", "ซึ่ง", "โดย", "จาก")
_ALWAYS = (*_LINKS, "ผู้", "เมื่อ", "อบรม", "ทักษะ")
_MAY_BE_APART = frozenset((*_LINKS, "ทักษะ"))
_DOUBLED = re.compile(
    f"(?P<word>{any_of([*_ALWAYS, *_ENDS_OTHER_WORDS, *_ONLY_AFTER])})(?P<gap> ?)(?P=word)(?!(?<=เพื่อ)น)"
)
_LONGEST_BEFORE = 12


@text_rule(
    "TEXT-121",
    Severity.NOTICE,
    pattern=first(_DOUBLED.pattern),
    fires="ยอมรับการการเปลี่ยนแปลง",
    silent="โครงการการทำงานเป็นทีม การปฏิบัติหน้าที่ที่แสดงออก ตรวจสอบภายในในปีนี้ เพื่อเพื่อน",
    title="คำสั้นที่พิมพ์ซ้ำ เช่น “การการ”",
    why="คำที่ซ้ำมักเกิดจากการคัดลอกสองครั้ง และบางครั้งบอกว่ามีคำอื่นหายไป",
    remedy=REMEDY,
)
def doubled_short_word(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A short word doubled where it cannot be part of another word; one hit per word."""
    slips: dict[str, list[Slip]] = {}
    for one in filter(_is_slip, every(_DOUBLED, match)):
        slips.setdefault(one["word"], []).append(Slip(one[0], one["word"]))
    for of_word in slips.values():
        yield from slip_hits(passage, of_word, "คำซ้ำกัน")


def undoubled(text: str, start: int) -> str:
    """Return the text from a position on, with doubled short words reduced to one."""
    parts = []
    for found in filter(_is_slip, _DOUBLED.finditer(text, start)):
        parts += [text[start : found.start()], found["word"]]
        start = found.end()
    return "".join([*parts, text[start:]])


def _is_slip(found: re.Match[str]) -> bool:
    word = found["word"]
    if len(word) > 2 and is_in_loop(found.string, found.start(), found.end(), word):
        return False  # TEXT-131
    if found["gap"]:
        return word in _MAY_BE_APART
    before = found.string[max(found.start() - _LONGEST_BEFORE, 0) : found.start()]
    if word in _ONLY_BEFORE and not _ONLY_BEFORE[word].match(found.string, found.end()):
        return False
    if word in _ONLY_AFTER:
        return _ONLY_AFTER[word].search(before) is not None
    return word not in _ENDS_OTHER_WORDS or not _ENDS_OTHER_WORDS[word].search(before)


_SIGNS = re.compile(r"[,;ฯ.](?:(?<=,)[,.]|(?<=;);|(?<=ฯ)ฯ|(?<=[^.]\.)\.(?![./]))")


@text_rule(
    "TEXT-122",
    Severity.NOTICE,
    pattern=first(_SIGNS.pattern),
    fires="งานการเงิน งานพัสดุฯฯ",
    silent="งานการเงิน งานพัสดุ ฯลฯ ..... พ.ศ. ๒๕๖๗",
    title="เครื่องหมายวรรคตอนที่ซ้อนกัน เช่น “ฯฯ” หรือ “,,”",
    why="เครื่องหมายที่ซ้อนกันมักบอกว่ามีข้อความหายไประหว่างนั้น หรือพิมพ์เกิน",
    remedy=REMEDY,
)
def doubled_sign(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A doubled comma, full stop or paiyannoi; three or more dots are a line to fill in."""
    slips = (Slip(one[0], "ฯลฯ" if one[0] == "ฯฯ" else "") for one in every(_SIGNS, match))
    return slip_hits(passage, slips, "เครื่องหมายวรรคตอนซ้อนกัน")


@text_rule(
    "TEXT-123",
    Severity.WARNING,
    pattern="[\u00a1-\u00fb]{5}|à[¸¹]",
    fires="¡ÒÃ½Ö¡ÍºÃÁ",
    silent="การฝึกอบรม café",
    title="ข้อความที่อ่านด้วยรหัสตัวอักษรผิด",
    why="ตัวอักษรไทยกลายเป็นเครื่องหมายที่อ่านไม่ได้ ประชาชนจึงไม่รู้ว่าเอกสารกล่าวว่าอะไร",
    remedy="เปิดเอกสารต้นทางด้วยรหัสตัวอักษรที่ถูกต้อง (TIS-620 หรือ UTF-8) แล้วคัดลอกใหม่",
)
def wrong_encoding(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Thai in one encoding read as Latin in another; only the first in a passage."""
    earlier = match.re.search(match.string[max(match.start() - _LONGEST_BEFORE, 0) : match.start()])
    if not earlier and not is_remark(passage):
        yield Hit(f"ข้อความ {quoted(match.string)} น่าจะอ่านด้วยรหัสตัวอักษรผิด", snippet=match[0])
