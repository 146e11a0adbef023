"""Fiscal years and plan cycles of the Buddhist era, as types, so that no bare year number is passed around.

The fiscal year 2567 runs from 1 October 2566 to 30 September 2567. Days are `datetime.date`, so Gregorian; years are
Buddhist. Text that is no year raises ValueError with a Thai message.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from generator.thai.characters import TO_HYPHEN
from generator.thai.numerals import to_arabic
from generator.thai.text import join_sara_am, normalise, quoted

BE_MINUS_CE = 543
"""Years between the Buddhist and the Common era.

Valid for whole years since 1 January BE 2484, when the Thai year began to start in January; earlier dates are only of
laws, and only their years are shown.
"""

_FIRST, _LAST = 2500, 2700
_LONGEST_CYCLE = 10
ERA = r"(?:[พค] ?\. ?ศ ?\.?|[พค] ?ศ ?\.?|พุทธศักราช|คริสต์ศักราช)"
"""Pattern of an era before the year; Buddhist unless it starts with ค."""
_NAMED = "(?:ประจำ ?|งบประมาณ ?(?:ประจำ ?)?)?ปี ?(?:งบ(?:ประมาณ| ?ฯ)? ?(?:ประจำปี ?)?)?"
_YEAR = re.compile(
    rf"(?:ประจำ ?)?(?:{_NAMED})?(?P<era>{ERA} ?)?(?P<year>[0-9]{{4}})"
    # Two digits only after the word for a year, and only those that no cycle of the Common Era has yet.
    rf"|(?:{_NAMED}(?P<short_era>{ERA} ?)?|(?P<era_alone>{ERA} ?))(?P<short>[5-9][0-9])"
)
_RANGE = re.compile(r" ?(?:-|(?:จน)?ถึง) ?")


def fiscal_be(day: datetime.date) -> int:
    """Return the fiscal year of a day, in the Buddhist era."""
    return day.year + BE_MINUS_CE + (day.month >= 10)


def reason_against_year(be: int, first: int, last: int) -> str | None:
    """Return a Thai reason why the number is not a Buddhist year between first and last; None if it is."""
    if first <= be <= last:
        return None
    if first <= be + BE_MINUS_CE <= last:
        return f"ปี {be} น่าจะเป็นคริสต์ศักราช แต่ที่นี่ใช้พุทธศักราช (ค.ศ. {be} ตรงกับ พ.ศ. {be + BE_MINUS_CE})"
    return f"ปี {be} อยู่นอกช่วงพุทธศักราช {first}-{last}"


# Named tuples, because years and cycles are compared, sorted and looked up a thousand times per plan.
class _Year(NamedTuple):
    be: int
    """The Buddhist year in which it ends and after which it is named."""


class FiscalYear(_Year):
    """ปีงบประมาณ: a fiscal year, 1 October to 30 September. Raises ValueError unless it is from 2500 to 2700."""

    __slots__ = ()

    def __new__(cls, be: int) -> FiscalYear:
        """Refuse years out of range, with a separate message for Common Era years."""
        if reason := reason_against_year(be, _FIRST, _LAST):
            raise ValueError(reason)
        return super().__new__(cls, be)

    @classmethod
    def of(cls, day: datetime.date) -> FiscalYear:
        """Return the fiscal year of a day; ValueError for days outside the supported years."""
        return cls(fiscal_be(day))

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """Read `2567`, `๒๕๖๗`, `พ.ศ 2567`, `ปี 67` or `ประจำปีงบประมาณ พ.ศ. ๒๕๖๗`; ValueError for other text."""
        match = _YEAR.fullmatch(to_arabic(join_sara_am(normalise(text))))
        if not match:
            raise ValueError(f"อ่านปี {quoted(text)} ไม่ได้ เพราะไม่ใช่ปี พ.ศ. ที่เขียนครบสี่หลัก")
        if (match["era"] or match["short_era"] or match["era_alone"] or "").startswith("ค"):
            raise ValueError(f"อ่านปี {quoted(text)} ไม่ได้ เพราะระบุเป็นคริสต์ศักราช แต่ที่นี่ใช้พุทธศักราช")
        return cls(int(match["year"] or f"25{match['short']}"))

    @property
    def first_day(self) -> datetime.date:
        """1 October of the previous calendar year."""
        return datetime.date(self.be - BE_MINUS_CE - 1, 10, 1)

    @property
    def last_day(self) -> datetime.date:
        """30 September."""
        return datetime.date(self.be - BE_MINUS_CE, 9, 30)

    def contains(self, day: datetime.date) -> bool:
        """Return whether the day is in this fiscal year."""
        return self.first_day <= day <= self.last_day

    def quarter_range(self, quarter: int) -> tuple[datetime.date, datetime.date]:
        """Return the first and last day of a quarter; 1 is October to December. ValueError unless 1 to 4."""
        if quarter not in (1, 2, 3, 4):
            raise ValueError(f"ไม่มีไตรมาสที่ {quarter} ไตรมาสมีตั้งแต่ 1 ถึง 4")
        year = self.be - BE_MINUS_CE
        if quarter == 1:
            return datetime.date(year - 1, 10, 1), datetime.date(year - 1, 12, 31)
        month = 3 * quarter - 5
        return datetime.date(year, month, 1), datetime.date(year, month + 3, 1) - datetime.timedelta(days=1)

    def next(self) -> FiscalYear:
        """Return the next fiscal year; ValueError after 2700."""
        return FiscalYear(self.be + 1)

    def __str__(self) -> str:
        """Return the four Arabic digits."""
        return str(self.be)


class _FirstAndLast(NamedTuple):
    first: FiscalYear
    """The first fiscal year."""
    last: FiscalYear
    """The last fiscal year, inclusive."""


class Cycle(_FirstAndLast):
    """รอบแผน: the fiscal years of one plan. Raises ValueError for a descending range or more than ten years.

    Plans are made for three years; another length is a finding, not a reading error.
    """

    __slots__ = ()

    def __new__(cls, first: FiscalYear, last: FiscalYear) -> Cycle:
        """Refuse descending and too long cycles."""
        cycle = super().__new__(cls, first, last)
        if last < first:
            raise ValueError(f"รอบแผน {cycle.slug} เรียงปีกลับกัน ปีสุดท้ายต้องไม่มาก่อนปีแรก")
        if cycle.length > _LONGEST_CYCLE:
            raise ValueError(f"รอบแผน {cycle.slug} ยาว {cycle.length} ปี ซึ่งเกิน {_LONGEST_CYCLE} ปี")
        return cycle

    @classmethod
    def parse(cls, text: str) -> Cycle:
        """Read `2567-2569`, `๒๕๖๗ – ๒๕๖๙` or `พ.ศ. 2567 ถึง 2569`; ValueError for other text."""
        parts = _RANGE.split(join_sara_am(normalise(text)).translate(TO_HYPHEN))
        if len(parts) != 2:
            raise ValueError(f"อ่านรอบแผน {quoted(text)} ไม่ได้ เพราะไม่ใช่ปีแรกกับปีสุดท้ายคั่นด้วยขีด")
        return cls(FiscalYear.parse(parts[0]), FiscalYear.parse(parts[1]))

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """Every fiscal year, first to last."""
        return _years(self.first.be, self.last.be)

    @property
    def length(self) -> int:
        """Number of fiscal years."""
        return self.last.be - self.first.be + 1

    @property
    def slug(self) -> str:
        """`2567-2569`: folder name and part of the address."""
        return _slug(self.first.be, self.last.be)

    @property
    def first_day(self) -> datetime.date:
        """The first day of the first fiscal year."""
        return self.first.first_day

    @property
    def last_day(self) -> datetime.date:
        """The last day of the last fiscal year."""
        return self.last.last_day

    def contains(self, day: datetime.date) -> bool:
        """Return whether the day is in one of the fiscal years."""
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        """Return the slug."""
        return self.slug


# Every page of a plan uses these repeatedly.
@lru_cache(maxsize=64)
def _slug(first: int, last: int) -> str:
    return f"{first}-{last}"


@lru_cache(maxsize=64)
def _years(first: int, last: int) -> tuple[FiscalYear, ...]:
    return tuple(FiscalYear(be) for be in range(first, last + 1))
