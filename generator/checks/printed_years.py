"""Parse Buddhist-era years as printed: spans, fiscal years, the year in a number, the year of a law, three-year plans.

In: a printed text with Thai or Arabic digits. Out: plain numbers with their positions. Knows no plans; the rules decide
which year is right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.master_plan import MASTER_PLAN
from generator.thai.characters import TO_ARABIC, TO_HYPHEN
from generator.thai.dates import BE_MINUS_CE, fiscal_be, format_thai_date, parse_thai_date
from generator.thai.text import fold_for_comparison

_YEAR = "[2๒][4-6๔-๖][0-9๐-๙]{2}"
SPAN = (
    rf"(?P<first>{_YEAR}) {{0,2}}(?:[-‐-―−]|ถึง) {{0,2}}(?:ปีงบประมาณ ?)?(?:พ\. ?ศ\. ?)?"
    rf"(?P<last>{_YEAR})(?![0-9๐-๙])"
)
"""Pattern of a span of years. Begins with a rare character and without a look-behind, for a fast search."""
_SPAN = re.compile(SPAN)
_PART_OF_A_NUMBER = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙/")
_DIGIT = "[0-9๐-๙]"
_FISCAL_YEAR = re.compile(rf"(?:ปีงบประมาณ|ประจำปี) {{0,2}}(?:พ\. ?ศ\.? ?)?({_YEAR})(?!{_DIGIT}| {{0,2}}(?:[-‐-―−]|ถึง))")
_NUMBER_YEAR = re.compile(r"[0-9] ?/ ?(2[4-6][0-9]{2})(?![0-9])")
_DAY = re.compile(
    r"(?<![0-9])[0-9]{1,2} {0,2}(?:เดือน {0,2})?[ก-ฮ][ก-๎.]{2,12} {0,2}(?:พ\. ?ศ\.? ?)?2[4-6][0-9]{2}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,2} ?/ ?[0-9]{1,2} ?/ ?(?:2[4-6])?[0-9]{2}(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class PrintedSpan:
    """A span of printed years, or one year alone."""

    first: int
    last: int
    printed: str
    """The years and the text between them, as printed."""
    start: int
    """Its position in the text."""

    @property
    def length(self) -> int:
        """Return the number of years, both included; below one if they run backwards."""
        return self.last - self.first + 1


def plain(text: str) -> str:
    """Return the text with Arabic digits and one kind of hyphen; no character moves."""
    return text.translate(TO_ARABIC).translate(TO_HYPHEN)


def stands_alone(text: str, start: int) -> bool:
    """Return whether the number at a position is not the end of a longer one (`๑๒/๒๕๖๗`)."""
    return not start or text[start - 1] not in _PART_OF_A_NUMBER


def spans(text: str) -> list[PrintedSpan]:
    """Return the spans of years that a text prints: `๒๕๖๗ - ๒๕๖๙`."""
    return [
        PrintedSpan(int(match["first"]), int(match["last"]), match[0], match.start())
        for match in _SPAN.finditer(text)
        if stands_alone(text, match.start())
    ]


def fiscal_years(text: str) -> list[PrintedSpan]:
    """Return the single years that a text calls fiscal years: `ปีงบประมาณ ๒๕๖๗`."""
    return [
        PrintedSpan(int(match[1]), int(match[1]), match[1], match.start(1)) for match in _FISCAL_YEAR.finditer(text)
    ]


def year_of_number(text: str) -> int | None:
    """Return the year in the number of a meeting or an order: 2566 for `๙/๒๕๖๖`."""
    match = _NUMBER_YEAR.search(plain(text))
    return int(match[1]) if match else None


def year_fits(year: int, day: datetime.date) -> bool:
    """Return whether something numbered in a year may have happened on a day.

    Meetings and orders are numbered by calendar year; numbering by fiscal year is accepted too.
    """
    return year in (day.year + BE_MINUS_CE, fiscal_be(day))


def day_in(text: str) -> datetime.date | None:
    """Return the day printed in a text, alone or among words; None if there is none, or more than one."""
    found = set()
    for match in _DAY.finditer(plain(text)):
        try:
            found.add(parse_thai_date(match[0]))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def thai_day(day: datetime.date) -> str:
    """Return a day as printed in a message."""
    return format_thai_date(day, "arabic")


def listed(things: Iterable[object]) -> str:
    """Return items as a Thai list: `2564, 2565 และ 2566`."""
    *others, last = [str(thing) for thing in things]
    return f"{', '.join(others)} และ {last}" if others else last


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A law whose year is given by a national document."""

    name: str
    """Without its year."""
    year: int
    cited_in: str
    """The document that prints the year."""


KNOWN_LAWS = (
    KnownLaw("พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", 2546, f"{MASTER_PLAN} ข้อ ๖.๔"),
    KnownLaw("พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น", 2542, f"{MASTER_PLAN} คำนำและข้อ ๑"),
    KnownLaw("พระราชบัญญัติมาตรฐานทางจริยธรรม", 2562, f"{MASTER_PLAN} ข้อ ๑"),
)
"""Laws cited by personnel development plans, with the years that the master plan prints."""

LAW_YEAR = r"พ(?:\. ?ศ\.?|ุทธศักราช) {0,2}(?P<year>[2๒][0-9๐-๙]{3})(?![0-9๐-๙])"
"""Pattern of the year after the name of a law."""

_BODIES = tuple(
    (fold_for_comparison(law.name.removeprefix("พระราชกฤษฎีกา").removeprefix("พระราชบัญญัติ")), law) for law in KNOWN_LAWS
)
_LONGEST_NAME = 160
_LAW = re.compile(r".*(พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|ระเบียบ(?:กระทรวง|สำนัก|คณะ))(.+)", re.DOTALL)


def known_law(text: str, year_start: int) -> KnownLaw | None:
    """Return the known law named right before a year, with or without its kind."""
    before = fold_for_comparison(text[max(year_start - _LONGEST_NAME, 0) : year_start])
    return next((law for body, law in _BODIES if before.endswith(body)), None)


def law_named(text: str, year_start: int) -> str:
    """Return the folded name of any law right before a year, or an empty string.

    A name with digits (`ฉบับที่ ๒`) is an amending law with its own year.
    """
    match = _LAW.fullmatch(text[max(year_start - _LONGEST_NAME, 0) : year_start])
    name = fold_for_comparison(match[1] + match[2]) if match else ""
    return "" if re.search("[0-9]|แก้ไขเพิ่มเติม|[()]", name) else name


_FARTHEST = 100
"""Most characters between the words for three years and the years."""
_THREE_YEARS = re.compile("(?<![0-9๐-๙.,])(?:[3๓] {0,2}|สาม)ปี[^0-9๐-๙]*$")
_OTHER_THING = re.compile("(?:[3๓] {0,2}|สาม)ปี.*(?:แผน|ยุทธศาสตร์|นโยบาย|ตั้งแต่|ระหว่าง|ก่อน|ภายใน)", re.DOTALL)


def is_said_to_be_three(text: str, span: PrintedSpan) -> bool:
    """Return whether a text calls a span a three-year plan and it is not three years.

    Only plans count, and only if nothing else is named between the words and the years.
    """
    if span.length == 3:
        return False
    before = text[max(span.start - _FARTHEST, 0) : span.start]
    three = _THREE_YEARS.search(before)
    return bool(three and "แผน" in before[: three.start()] and not _OTHER_THING.match(three[0]))


def wrong_three_years(text: str) -> bool:
    """Return whether a text gives other than three years for a three-year plan."""
    return any(is_said_to_be_three(text, span) for span in spans(text))
