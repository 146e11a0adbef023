"""Table cells that are cut off, have an open bracket, or contain another cell's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.passages import is_quotation
from generator.checks.rule import Hit, text_rule
from generator.checks.text.repair import REMEDY, is_first, is_remark
from generator.findings import Severity
from generator.thai.text import quoted

_PAIRS = {")": "(", "]": "[", "”": "“"}
_ENUMERATOR = re.compile(r"(?:^|\s)[0-9๐-๙ก-ฮa-z]{1,3}(?:\.[0-9๐-๙]{1,2})*$")
"""Text before the bracket of `๑)` and `ก)`, which needs no opening one."""
_PROJECT_CELLS = frozenset(
    {"name", "objective", "indicator", "quantity", "quality", "benefit", "place", "expected_result"}
)
_NOTE = r"\(?(?:ตัวชี้วัด ?)?LPA\b[^\n\0]{0,40}|\(?ประเมิน ?มาตรฐาน[^\n\0]{0,40}ด้าน ?ที่"
"""Pattern of an assessment's note."""
_IS_NOTE = re.compile(_NOTE)
_CUT = re.compile("(?<!…)…(?!…)")
"""Where the data-entry person cut an excerpt; several of the sign are a line to fill in."""


@text_rule(
    "TEXT-118",
    Severity.NOTICE,
    pattern=r"[()\[\]“”]",
    fires="ฝึกอบรม (รุ่นที่ ๑",
    silent="ฝึกอบรม (รุ่นที่ ๑) และ ๑) อื่น ๆ",
    title="วงเล็บหรืออัญประกาศที่ไม่ครบคู่",
    why="ข้อความในวงเล็บอาจถูกตัด หรืออ่านแล้วเข้าใจขอบเขตผิด",
    remedy=REMEDY,
)
def unclosed_bracket(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A bracket without its pair, once per passage.

    An assessment's note in place of a department is left to COMPLETE-014, brackets included. Excerpts marked as cut are
    skipped.
    """
    if not _is_cell(passage) or not is_first(match) or _CUT.search(passage.text):
        return
    if passage.path[-2:] == ("responsible", "printed") and _IS_NOTE.match(passage.text):
        return
    opened: list[str] = []
    for found in match.re.finditer(passage.text):
        one = found[0]
        if one not in _PAIRS:
            opened.append(one)
        elif opened and opened[-1] == _PAIRS[one]:
            opened.pop()
        elif not _ENUMERATOR.search(passage.text, max(0, found.start() - 12), found.start()):
            yield Hit(f"มีเครื่องหมาย {one} ที่ไม่มีคู่เปิด ใน {quoted(passage.text)}", snippet=one)
            return
    if opened:
        yield Hit(f"เครื่องหมาย {opened[-1]} ไม่มีคู่ปิด ใน {quoted(passage.text)}", snippet=opened[-1])


@text_rule(
    "TEXT-119",
    Severity.WARNING,
    pattern=r"(?:(?<=[\u0e01-\u0e4e])|(?<= ))"
    r"(?:และ|หรือ|(?<!ภาย)ใน|เพื่อ|โดย|ของที่|ซึ่ง|ได้แก่|ให้แก่|เช่น|(?<!หน้า)(?<!พื้น)(?<!สถาน)(?<!ท้อง)(?<!เต็ม)(?<!ทุก)ที่|[(,])\s*$",
    fires="ความเร่งด่วนของที่",
    silent="ความเร่งด่วนของพื้นที่",
    title="ข้อความที่จบกลางคัน",
    why="ข้อความในช่องอาจถูกตัดเมื่อคัดลอกหรือพิมพ์ไม่จบ ผู้อ่านไม่รู้ความที่เหลือ",
    remedy="เปิดเอกสารต้นทางดูข้อความส่วนที่เหลือ ถ้าเอกสารพิมพ์ไว้เท่านี้ ให้คงไว้ตามเอกสาร",
)
def ends_midway(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A value ending in a word that requires another; excerpts may end anywhere."""
    if _is_cell(passage):
        yield Hit(f"ข้อความจบด้วย “{match[0].strip()}” ใน {quoted(passage.text)}", snippet=match[0].strip())


@text_rule(
    "TEXT-120",
    Severity.WARNING,
    pattern=_NOTE,
    fires="โครงการฝึกอบรม (LPA ด้านที่ ๒)",
    silent="โครงการฝึกอบรม",
    title="ข้อความของการประเมินอยู่ในช่องของโครงการ",
    why="ข้อความที่บอกการประเมินไม่ใช่ชื่อ ตัวชี้วัด หรือเป้าหมาย จึงน่าจะเป็นของช่องอื่น",
    remedy="ย้ายข้อความไปไว้ใน evidence: ของโครงการ และเก็บช่องเดิมตามที่เอกสารพิมพ์",
)
def note_in_cell(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """An assessment's note in the name, indicator or target of a project."""
    if passage.field in _PROJECT_CELLS:
        yield Hit(f"มีข้อความของการประเมิน {quoted(match[0])} อยู่ในช่องนี้", snippet=match[0])


def _is_cell(passage: Passage) -> bool:
    return passage.is_value and not is_remark(passage) and not is_quotation(passage.path)
