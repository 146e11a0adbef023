"""The wording of years in any text: three-year plans of other than three years, years of the Common Era."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import Passage
from generator.checks.master_plan import PERIOD_CLAUSE
from generator.checks.printed_years import SPAN, PrintedSpan, is_said_to_be_three, stands_alone
from generator.checks.rule import Hit, text_rule
from generator.findings import Severity
from generator.thai.dates import BE_MINUS_CE
from generator.thai.numerals import to_arabic, to_thai
from generator.thai.text import quoted

_A_YEAR_FOLLOWS = re.compile(
    "(?:พ\\. ?ศ\\.?|พุทธศักราช|ปีงบประมาณ|ประจำปี|ปี(?: ?พ\\. ?ศ\\.?)?|[0-9๐-๙] ?/ ?[0-9๐-๙]{1,2} ?/"
    "|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กร[กฏ]ฎ?าคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    "|[มกพสตธ]\\.[คพยต]\\.|มี\\.ค\\.|เม\\.ย\\.|มิ\\.ย\\.) {0,2}$"
)
_BEFORE = 20


@text_rule(
    "DATE-020",
    Severity.WARNING,
    pattern=SPAN,
    fires="แผนพัฒนาบุคลากร ๓ ปี ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๓)",
    silent="แผนพัฒนาบุคลากร ๓ ปี ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒)",
    title="เรียกว่าแผน 3 ปี แต่ช่วงปีที่พิมพ์ไม่ใช่ 3 ปี",
    why="ช่วงปีที่ไม่ตรงกับจำนวนปีทำให้ไม่แน่ว่าแผนเริ่มหรือสิ้นสุดปีใด และทำให้รอบถัดไปซ้อนหรือขาดช่วง",
    remedy="ตรวจปีแรกและปีสุดท้ายกับเอกสารต้นฉบับ แผน 3 ปีที่เริ่มปี 2570 สิ้นสุดปี 2572 ถ้าเอกสารพิมพ์ไว้อย่างนั้นจริง ให้ชี้แจงใน acknowledged: "
    "ถ้าเป็นร่าง ให้แก้ให้ตรงกับรอบแผน",
    clause=PERIOD_CLAUSE,
)
def three_years_that_are_not(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A three-year plan whose years, first and last included, are not three."""
    span = PrintedSpan(int(match["first"]), int(match["last"]), match[0], match.start())
    if stands_alone(passage.text, span.start) and is_said_to_be_three(passage.text, span):
        counted = f"นับได้ {span.length} ปี" if span.length > 0 else "เรียงปีกลับกัน"
        yield Hit(f"เรียกว่าแผน 3 ปี แต่พิมพ์ช่วงปี {quoted(span.printed)} ซึ่ง{counted}", passage.path, snippet=span.printed)


@text_rule(
    "DATE-021",
    Severity.NOTICE,
    pattern=r"[2๒][0๐][0-2๐-๒][0-9๐-๙](?![0-9๐-๙])",
    fires="ประจำปีงบประมาณ ๒๐๒๔",
    silent="ประจำปีงบประมาณ ๒๕๖๗ เทียบกับ ค.ศ. ๒๐๒๔",
    title="ปีที่น่าจะเป็นคริสต์ศักราช เขียนโดยไม่มีคำว่า ค.ศ. กำกับ",
    why="เอกสารราชการไทยนับปีเป็นพุทธศักราช ปีคริสต์ศักราชที่ปนอยู่ทำให้อ่านวันและปีงบประมาณผิดได้",
    remedy="เขียนเป็น พ.ศ. หรือใส่คำว่า ค.ศ. ไว้หน้าปี ถ้าคัดจากเอกสารที่พิมพ์ไว้อย่างนั้น ให้ชี้แจงใน acknowledged:",
)
def common_era(passage: Passage, match: re.Match[str]) -> Iterator[Hit]:
    """A Common Era year right after a word or a date that a year follows; `ค.ศ.` before it makes it correct."""
    start = match.start()
    if _A_YEAR_FOLLOWS.search(passage.text[max(start - _BEFORE, 0) : start]):
        year = match[0]
        buddhist = str(int(to_arabic(year)) + BE_MINUS_CE)
        yield Hit(
            f"ปี {quoted(year)} น่าจะเป็นคริสต์ศักราช ซึ่งตรงกับ พ.ศ. {buddhist}",
            passage.path,
            snippet=year,
            suggestion=buddhist if year.isascii() else to_thai(buddhist),
        )
