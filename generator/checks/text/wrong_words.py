"""Doubled words, and misspellings in official documents that form other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.checks.items import Passage
from generator.checks.rule import Hit, Rule, made_rules, text_rule
from generator.checks.text.loops import LOOP, is_in_loop
from generator.checks.text.repair import REMEDY, WHY_SEARCH, repaired
from generator.checks.text.short_words import undoubled
from generator.checks.text.slips import any_of
from generator.findings import Severity
from generator.thai.misspelling import misspellings

_MISSPELT = {
    "อนุญาติ": "อนุญาต",
    "สัมนา": "สัมมนา",
    "มาตราฐาน": "มาตรฐาน",
    "ดำรงค์": "ดำรง",
    "สังเกตุ": "สังเกต",
    "โอกาศ": "โอกาส",
    "คำนวน": "คำนวณ",
    "ประสพการณ์": "ประสบการณ์",
    "บูรณาการณ์": "บูรณาการ",
    "ปฏิบัติการณ์": "ปฏิบัติการ",
    "ศักยภาพย์": "ศักยภาพ",
    "อิเล็คทรอนิคส์": "อิเล็กทรอนิกส์",
    "อินเตอร์เน็ต": "อินเทอร์เน็ต",
    "เทคโนโลยี่": "เทคโนโลยี",
    "สมรรณะ": "สมรรถนะ",
    "ประสิทธิภาพย์": "ประสิทธิภาพ",
    "คณะกรรมกา ร": "คณะกรรมการ",
    "ประสิทธิ์ภาพ": "ประสิทธิภาพ",
    "ประสิทธิ์ผล": "ประสิทธิผล",
    "สัมพันธ์ภาพ": "สัมพันธภาพ",
    "ความผูกพันธ์": "ความผูกพัน",
    "เว็ปไซด์": "เว็บไซต์",
    "เว็ปโซด์": "เว็บไซต์",
    "อย่างเตรียมการณ์": "อย่างเตรียมการ",
    "โครงการณ์": "โครงการ",
    "จิตรอาสา": "จิตอาสา",
    "พันธะกิจ": "พันธกิจ",
    "สมรถนะ": "สมรรถนะ",
    "ตัวชีวัด": "ตัวชี้วัด",
    "ประขาชน": "ประชาชน",
    "ซ้ำช้อน": "ซ้ำซ้อน",
    "ทัศคติ": "ทัศนคติ",
    "เมือวันที่": "เมื่อวันที่",
    "คุ่มค่า": "คุ้มค่า",
    "และภาพประชาชน": "และภาคประชาชน",
    "แผนพับ": "แผ่นพับ",
    "ควมมี": "ความมี",
    "จัดสรรค์": "จัดสรร",
    "คัดสรรค์": "คัดสรร",
    "รับผิดขอบ": "รับผิดชอบ",
    "วัฒนะธรรม": "วัฒนธรรม",
    "สวัสดีการ": "สวัสดิการ",
    "อัตตรากำลัง": "อัตรากำลัง",
    "ปฐมนิเทศน์": "ปฐมนิเทศ",
    "ลายเซ็นต์": "ลายเซ็น",
    "สาธารณะสุข": "สาธารณสุข",
    "สาธารณะภัย": "สาธารณภัย",
    "สาธารณะประโยชน์": "สาธารณประโยชน์",
    "ข้าราชกาล": "ข้าราชการ",
    "เจตนารมย์": "เจตนารมณ์",
    "ไม่ไช้": "ไม่ใช้",
    "อุปสรรค์": "อุปสรรค",
    "กำหนดการณ์": "กำหนดการ",
    "พื้นฟู": "ฟื้นฟู",
    "มหาลัย": "มหาวิทยาลัย",
    "จัดทำนิติกร": "จัดทำนิติกรรม",
    "สำเนาฉบับ": "สำเนาคู่ฉบับ",
    "การช่วยภัย": "การช่วยเหลือผู้ประสบภัย",
    "การช่วย ภัย": "การช่วยเหลือผู้ประสบภัย",
    "เป็นผู้รอบรู้ลึก": "เป็นผู้รู้รอบรู้ลึก",
    "เป็นผู้รอบ รู้ลึก": "เป็นผู้รู้รอบ รู้ลึก",
    "มีใจในฐานะหัวหน้า": "มิใช่ในฐานะหัวหน้า",
    "ความต้องการฝึกรวม": "ความต้องการฝึกอบรม",
    "ความต้องการ ฝึกรวม": "ความต้องการ ฝึกอบรม",
    "ฎีกา ไปสำคัญ": "ฎีกา ใบสำคัญ",
    "อพปร.": "อปพร.",
}
"""Wrong -> right; only forms that are part of no correct word, or wrong in this context.

Without slips that the dictionary finds (`misspellings`): only those that form other words, or are so frequent that a
list is more certain.
"""
_NO_LETTER_AFTER = "(?![\u0e01-\u0e4e])"
_AROUND = {
    "พื้นฟู": "(?!ก)",
    "จัดทำนิติกร": _NO_LETTER_AFTER,
    "การช่วยภัย": _NO_LETTER_AFTER,
    "การช่วย ภัย": _NO_LETTER_AFTER,
    "ความต้องการฝึกรวม": _NO_LETTER_AFTER,
    "ความต้องการ ฝึกรวม": _NO_LETTER_AFTER,
    # The stamp of a copy, surrounded only by dashes; a copy of something is another matter.
    "สำเนาฉบับ": "(?<![^-–— ]สำเนาฉบับ)(?<![^-–—] สำเนาฉบับ)(?= ?(?:[-–—]|$))",
}
"""Required or excluded context of some of them."""


@text_rule(
    "TEXT-116",
    Severity.NOTICE,
    pattern="([\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]{5,24})(?:\\1| \\1(?![\u0e01-\u0e4e]))",
    fires="ผู้บังคับบัญชาพิจารณาพิจารณาวันเวลา",
    silent="การประชุม การประชุมเชิงปฏิบัติการ",
    title="คำที่พิมพ์ซ้ำติดกัน",
    why="คำที่ซ้ำมักเกิดจากการคัดลอกสองครั้ง และบางครั้งบอกว่ามีคำอื่นหายไป",
    remedy=REMEDY,
)
def doubled_word(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A word of six or more letters twice in a row; shorter ones may be intended (ต่างต่าง, ที่ที่)."""
    if LOOP.search(match[0]) or is_in_loop(match.string, match.start(), match.end(), match[1]):
        return iter(())  # TEXT-131
    return repaired(passage, match, f"คำว่า “{match[1]}” ซ้ำกัน", match[1], _wholly_repaired)


@text_rule(
    "TEXT-117",
    Severity.NOTICE,
    pattern=any_of(_MISSPELT, _AROUND),
    fires="ขออนุญาติจัดสัมนา",
    silent="ขออนุญาตจัดสัมมนา",
    title="คำราชการที่มักสะกดหรือพิมพ์ผิด",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def misspelt(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A form that is no Thai word."""
    return repaired(passage, match, f"คำว่า “{match[0]}” น่าจะพิมพ์ผิด", _MISSPELT[match[0]], _wholly_repaired)


SLIPS_OF_WORDS = re.compile(any_of(_MISSPELT, _AROUND))


def _wholly_repaired(text: str, start: int) -> str:
    """Return the text from a position on with all word slips repaired, or an empty string if other slips are left.

    A suggestion must not contain another slip, nor may words be missing in it.
    """
    if LOOP.search(text, start):
        return ""
    spelt = text[:start] + SLIPS_OF_WORDS.sub(lambda found: _MISSPELT[found[0]], text[start:])
    mended = undoubled(spelt, start)
    for one in reversed([*misspellings(mended)]):
        if one.start >= start:
            mended = mended[: one.start] + one.meant + mended[one.end :]
    return mended if is_clean(mended) else ""


@lru_cache(maxsize=1024)
def is_clean(text: str) -> bool:
    """Return whether no typing rule finds anything in a text."""
    passage = Passage(text, "", ())
    for rule in _typing_rules():
        match = rule.search(text)
        # Skip the rules that call this function.
        if match and (rule.find in (doubled_word, misspelt) or any(True for _ in rule.find(passage, match))):
            return False
    return True


@cache
def _typing_rules() -> tuple[Rule, ...]:
    """Return the typing rules that need no reading of the whole text; called after all rules are registered."""
    return tuple(one for one in made_rules().values() if one.subject == "TEXT" and one.pattern and not one.looks)
