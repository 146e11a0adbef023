"""Years of the Buddhist era as documents print them: spans, fiscal years, the year of a number, the year of a law.

Comes in: a text as printed, Thai or Arabic digits. Goes out: plain numbers with the place where they stand. Knows no
plans; what a year must be is for the rules to say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.thai.characters import TO_ARABIC, TO_HYPHEN
from generator.thai.dates import BE_MINUS_CE, fiscal_be, format_thai_date, parse_thai_date
from generator.thai.text import fold_for_comparison

_YEAR = "[2๒][4-6๔-๖][0-9๐-๙]{2}"
SPAN = (
    rf"(?P<first>{_YEAR}) {{0,2}}(?:[-‐-―−]|ถึง) {{0,2}}(?:ปีงบประมาณ ?)?(?:พ\. ?ศ\. ?)?"
    rf"(?P<last>{_YEAR})(?![0-9๐-๙])"
)
"""Pattern of a span of years. It begins with a rare character and without a look behind, so that a search is fast."""
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
    """Years printed from one to another, or one year alone."""

    first: int
    last: int
    printed: str
    """As written, the years and what stands between them."""
    start: int
    """Where it begins in the text."""

    @property
    def length(self) -> int:
        """How many years, both included; below one where they run backwards."""
        return self.last - self.first + 1


def plain(text: str) -> str:
    """Return the text with Arabic digits and one kind of hyphen; every character stays at its place."""
    return text.translate(TO_ARABIC).translate(TO_HYPHEN)


def stands_alone(text: str, start: int) -> bool:
    """Say whether what begins at a place is not the end of a longer number (`๑๒/๒๕๖๗`)."""
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
    """Return the year in the number of a meeting or an order: 2566 of `๙/๒๕๖๖`."""
    match = _NUMBER_YEAR.search(plain(text))
    return int(match[1]) if match else None


def year_fits(year: int, day: datetime.date) -> bool:
    """Say whether a thing numbered in a year may have happened on a day.

    Meetings and orders are counted by calendar year; an office that counts by fiscal year is not wrong either.
    """
    return year in (day.year + BE_MINUS_CE, fiscal_be(day))


def day_in(text: str) -> datetime.date | None:
    """Return the day that a text prints, alone or among words; None where there is none, or more than one."""
    found = set()
    for match in _DAY.finditer(plain(text)):
        try:
            found.add(parse_thai_date(match[0]))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def thai_day(day: datetime.date) -> str:
    """Return a day for a message."""
    return format_thai_date(day, "arabic")


def listed(things: Iterable[object]) -> str:
    """Return things as a Thai list: `2564, 2565 และ 2566`."""
    *others, last = [str(thing) for thing in things]
    return f"{', '.join(others)} และ {last}" if others else last


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A law whose year a national document gives."""

    name: str
    """Without its year."""
    year: int
    cited_in: str
    """Where the year is printed."""


_MASTER_PLAN = "แผนแม่บทการพัฒนาบุคลากรท้องถิ่น"
KNOWN_LAWS = (
    KnownLaw("พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี", 2546, f"{_MASTER_PLAN} ข้อ ๖.๔"),
    KnownLaw("พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น", 2542, f"{_MASTER_PLAN} คำนำและข้อ ๑"),
    KnownLaw("พระราชบัญญัติมาตรฐานทางจริยธรรม", 2562, f"{_MASTER_PLAN} ข้อ ๑"),
)
"""Laws that personnel development plans cite, with the years as the master plan prints them."""

LAW_YEAR = r"พ(?:\. ?ศ\.?|ุทธศักราช) {0,2}(?P<year>[2๒][0-9๐-๙]{3})(?![0-9๐-๙])"
"""Pattern of the year that may follow the name of a law."""

_BODIES = tuple(
    (fold_for_comparison(law.name.removeprefix("พระราชกฤษฎีกา").removeprefix("พระราชบัญญัติ")), law) for law in KNOWN_LAWS
)
_LONGEST_NAME = 160
_LAW = re.compile(r".*(พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|ระเบียบ(?:กระทรวง|สำนัก|คณะ))(.+)", re.DOTALL)


def known_law(text: str, year_start: int) -> KnownLaw | None:
    """Return the known law whose name stands right before a year, its kind printed or not."""
    before = fold_for_comparison(text[max(year_start - _LONGEST_NAME, 0) : year_start])
    return next((law for body, law in _BODIES if before.endswith(body)), None)


def law_named(text: str, year_start: int) -> str:
    """Return the name of whatever law stands right before a year, folded; empty where none does.

    A name with digits (`ฉบับที่ ๒`) is an amending law with a year of its own.
    """
    match = _LAW.fullmatch(text[max(year_start - _LONGEST_NAME, 0) : year_start])
    name = fold_for_comparison(match[1] + match[2]) if match else ""
    return "" if re.search("[0-9]|แก้ไขเพิ่มเติม|[()]", name) else name
