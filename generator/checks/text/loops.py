"""A word three or more times in a row: OCR looped, and the original text is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text.repair import is_first, is_remark
from generator.findings import Severity
from generator.thai.text import quoted

LOOP = re.compile("([\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e][\u0e01-\u0e4e ]{0,37}?[\u0e01-\u0e4e])(?: ?\\1){2,}")
"""Words of at least three letters: `นา` is three times in `พัฒนานานาชาติ`."""


@text_rule(
    "TEXT-131",
    Severity.WARNING,
    pattern=LOOP.pattern,
    fires="ความรู้ ทักษะ ทักษะ ทักษะ และสมรรถนะ",
    silent="ความรู้ ทักษะ ทักษะ และสมรรถนะ พัฒนานานาชาติ",
    title="คำเดียวกันติดกันสามครั้งขึ้นไป อาจมีข้อความอื่นหายไป",
    why="การอ่านตัวอักษรจากภาพ (OCR) ที่วนซ้ำทำให้ข้อความจริงหายไป ผู้อ่านจึงไม่รู้ว่าเอกสารกล่าวถึงสิ่งใดบ้าง",
    remedy="เปิดเอกสารต้นฉบับดูข้อความตรงนี้ แล้วพิมพ์ตามต้นฉบับ อย่าเพียงลบคำที่ซ้ำ ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้ตามเอกสาร",
)
def read_in_a_loop(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """The same words three or more times; the missing text is unknown, so nothing is suggested."""
    if is_remark(passage) or not is_first(match):
        return
    word = match[1]
    times = match[0].count(word)
    yield Hit(
        f"คำว่า {quoted(word)} ติดกัน {times:,} ครั้ง อาจมีข้อความอื่นหายไป",
        snippet=match.string[match.start() : match.start() + len(word)],
    )


def is_in_loop(text: str, start: int, end: int, word: str) -> bool:
    """Return whether a word found twice between two positions is there a third time."""
    after = text[end : end + len(word) + 1]
    before = text[max(0, start - len(word) - 1) : start]
    return after.lstrip(" ").startswith(word) or before.rstrip(" ").endswith(word)
