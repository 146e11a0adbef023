"""Numbers: mixed Thai and Arabic digits, letters for digits, blanks inside, percentages above a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text.repair import REMEDY, is_remark, repaired
from generator.findings import Severity
from generator.thai.months import FULL, SHORT
from generator.thai.numerals import to_arabic, to_thai

_DIGIT = "[0-9๐-๙]"
_WHY = "ตัวเลขที่พิมพ์เช่นนี้ค้นหาและคำนวณไม่ได้ และอาจอ่านเป็นจำนวนอื่น"


@text_rule(
    "TEXT-109",
    Severity.WARNING,
    pattern=rf"(?<!{_DIGIT})(?=[0-9]{{0,15}}[๐-๙])(?=[๐-๙]{{0,15}}[0-9]){_DIGIT}{{2,30}}",
    fires="ปี 25๖๖",
    silent="ปี ๒๕๖๖ (2023)",
    title="เลขไทยปนเลขอารบิกในจำนวนเดียวกัน",
    why=_WHY,
    remedy=REMEDY,
)
def mixed_digits(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """One number with both kinds of digits."""
    return repaired(passage, match, "เลขไทยปนเลขอารบิก", _in_one_script(match[0]))


_MONTHS = "|".join(map(re.escape, (*FULL, *SHORT)))
_JOINED = rf"{_DIGIT}{{1,12}}(?:(?:[.,/:]|[-–](?={_DIGIT})){_DIGIT}{{1,12}}){{1,6}}"
_DATE = rf"{_DIGIT}{{1,2}} ?(?:{_MONTHS}) ?(?:พ\.ศ\. ?)?{_DIGIT}{{2,4}}"
_BOTH = re.compile("[0-9][^๐-๙]*[๐-๙]|[๐-๙][^0-9]*[0-9]")
_MIXED_BY_ITSELF = re.compile("[0-9][๐-๙]|[๐-๙][0-9]")


@text_rule(
    "TEXT-132",
    Severity.NOTICE,
    pattern=rf"(?<!{_DIGIT})(?:{_DATE}|{_JOINED})",
    fires="ข้อ ๔.3 ลงวันที่ ๑ ตุลาคม 2566 วงเงิน ๑,500 บาท",
    silent="ข้อ ๔.๓ ลงวันที่ 1 ตุลาคม 2566 ปี ๒๕๖๗ (2024) 25๖๖.๑",
    title="เลขไทยกับเลขอารบิกคนละส่วนของเลขข้อ จำนวน หรือวันที่เดียวกัน",
    why=_WHY,
    remedy=REMEDY,
)
def mixed_parts(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """Both kinds of digits across a point, a stroke or a month; a part that mixes them itself is left to TEXT-109."""
    if not _BOTH.search(match[0]) or _MIXED_BY_ITSELF.search(match[0]):
        return iter(())
    return repaired(passage, match, f"เลขไทยปนเลขอารบิกใน “{match[0]}”", _in_one_script(match[0]))


def _in_one_script(text: str) -> str:
    """Return a text with all digits in its more frequent kind; Thai if both are equally frequent."""
    thai = sum("๐" <= one <= "๙" for one in text)
    return to_thai(text) if thai * 2 >= sum(one.isdigit() for one in text) else to_arabic(text)


@text_rule(
    "TEXT-110",
    Severity.WARNING,
    pattern=rf"(?<={_DIGIT}{{2}})[oO](?![A-Za-z])|(?<=[๐-๙])[oOlI](?![A-Za-z])|(?<![A-Za-z])[oO](?=[๐-๙])",
    fires="พ.ศ. ๒๕๘o",
    silent="พ.ศ. ๒๕๘๐ CO2",
    title="ตัวอักษรละตินแทนตัวเลข",
    why=_WHY,
    remedy=REMEDY,
)
def letter_for_digit(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A Latin o for zero, or an l for one."""
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    digit = "1" if match[0] in "lI" else "0"
    right = to_thai(digit) if any("๐" <= one <= "๙" for one in around) else digit
    return repaired(passage, match, f"ตัวอักษร {match[0]} แทนตัวเลข", right)


@text_rule(
    "TEXT-111",
    Severity.WARNING,
    pattern=rf"(?<={_DIGIT})(?: ,|, )(?={_DIGIT}{{3}}(?!{_DIGIT}))(?!{_DIGIT}{{3}}, {_DIGIT})",
    fires="งบประมาณ ๑๐๐, ๐๐๐ บาท",
    silent="ปี ๒๕๖๗, ๒๕๖๘ และ ๒๕๖๙",
    title="วรรคแทรกอยู่ในจำนวนเลข",
    why=_WHY,
    remedy=REMEDY,
)
def blank_in_number(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A blank beside the comma that separates thousands."""
    return repaired(passage, match, "วรรคแทรกในจำนวนเลข", ",")


_OF_RESULTS = frozenset({"indicator_result", "problems", "suggestions"})
"""Fields about results: 492 of 480 people are 102.5 per cent."""
_RISES = re.compile("เพิ่ม|สูงขึ้น|มากขึ้น|ขยาย|เติบโต|ของเป้าหมาย|เป้าหมายที่ตั้ง|เกินเป้า|เกินกว่าเป้า|เทียบกับ|ของแผน")
"""Values that may exceed the whole: a rise, or a value measured against a target."""
_NEAR = 40
"""Characters on either side of a percentage that show what it is of."""


@text_rule(
    "TEXT-112",
    Severity.WARNING,
    pattern=rf"ร้อยละ ?(?P<share>{_DIGIT}{{3,6}}(?:\.{_DIGIT}{{1,6}})?)(?![.,]?{_DIGIT})",
    fires="ผ่านการอบรมร้อยละ ๘๐๐",
    silent="ผ่านการอบรมร้อยละ ๑๐๐ คิดเป็นร้อยละ ๑๐๒.๕ ของเป้าหมาย รายได้เพิ่มขึ้นร้อยละ ๑๕๐",
    title="ร้อยละที่เกินหนึ่งร้อย",
    why="เป้าหมายเกินร้อยละ ๑๐๐ เป็นไปไม่ได้เมื่อวัดจากจำนวนคนหรือจำนวนงาน จึงน่าจะพิมพ์ตัวเลขเกิน",
    remedy="เทียบตัวเลขกับเอกสารต้นฉบับ ถ้าคลาดเคลื่อนเมื่อคัดลอก ให้แก้ตามเอกสาร ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้ตามเอกสาร",
)
def over_a_hundred(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A percentage above a hundred that is neither a rise nor a result above its target."""
    if Decimal(to_arabic(match["share"])) <= 100 or passage.field in _OF_RESULTS or is_remark(passage):
        return
    around = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if not _RISES.search(around):
        yield Hit(f"“{match[0]}” เกินหนึ่งร้อย", snippet=match[0])
