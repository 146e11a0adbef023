"""Words one letter or mark away from a common word; found by the dictionary, not by a list of slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.rule import Hit, text_rule
from generator.checks.text.damaged_words import TITLES, damaged_words
from generator.checks.text.marks import TOLD_OF_MARKS
from generator.checks.text.repair import REMEDY, WHY_SEARCH, is_remark
from generator.checks.text.slips import first
from generator.checks.text.wrong_words import SLIPS_OF_WORDS
from generator.findings import Severity
from generator.model.lao import Lao
from generator.thai.misspelling import Misspelling, may_hold_misspellings, misspellings

_OF_A_PLACE = re.compile(
    r"(?:ตำบล|อำเภอ|จังหวัด|บ้าน|วัด|โรงเรียน|ถนน|ซอย|คลอง|ลำน้ำ|เทศบาลนคร|เทศบาลเมือง|(?:อบ|ท)ต\. ?|(?<![ก-ฮ])[ตอจ]\. ?)\Z"
)
"""Words before a place name, which may have any spelling."""
_OF_A_PERSON = re.compile(rf"(?:{TITLES}) ?(?:[\u0e01-\u0e4e]{{2,20}} {{1,2}})?[\u0e01-\u0e4e]{{0,20}}\Z")
_LONGEST_BEFORE = 60
_NEAR = 12
"""Letters around a word in which such a slip may begin."""


@text_rule(
    "TEXT-130",
    Severity.NOTICE,
    pattern=first("[ก-ฮ]"),
    looks=may_hold_misspellings,
    fires="เพิ่มคักยภาพของบุดลากร",
    silent="เพิ่มศักยภาพของบุคลากร นายคักยภาพ บ้านบุดลากร",
    title="คำที่ต่างจากคำทั่วไปหนึ่งหรือสองตัวอักษร เช่น “คักยภาพ”",
    why=WHY_SEARCH,
    remedy=REMEDY,
)
def misspelt_by_a_letter(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A word in no dictionary that is near a common word; not if another rule reports the same slip."""
    text = passage.text
    if is_remark(passage) or not passage.may_be_read:
        return
    for one in misspellings(text, passage.often):
        written = text[one.start : one.end]
        if not _is_a_name(text, one, passage.lao) and not _is_reported_already(text, one):
            yield Hit(f"คำว่า “{written}” อาจพิมพ์ผิดจาก “{one.meant}”", snippet=written, suggestion=one.meant)


def _is_a_name(text: str, one: Misspelling, lao: Lao | None) -> bool:
    before = text[max(0, one.start - _LONGEST_BEFORE) : one.start]
    if _OF_A_PLACE.search(before) or _OF_A_PERSON.search(before):
        return True
    names = (lao.name, lao.district, lao.province) if lao else ()
    return any(name in text[max(0, one.start - len(name)) : one.end + len(name)] for name in names if name)


def _is_reported_already(text: str, one: Misspelling) -> bool:
    first_start, last_end = max(0, one.start - _NEAR), one.end + _NEAR
    for covered in (TOLD_OF_MARKS, SLIPS_OF_WORDS):
        if any(
            slip.start() <= one.end and one.start <= slip.end()
            for slip in covered.finditer(text, first_start, last_end)
        ):
            return True
    return any(word.start < one.end and one.start < word.end for word in damaged_words(text))
