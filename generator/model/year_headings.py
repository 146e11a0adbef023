"""Headings of year columns, as the document prints them: one fiscal year, several together, or words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.thai.dates import Cycle, FiscalYear
from generator.thai.numerals import to_arabic
from generator.thai.text import normalise

# What the column holds, and the months of the year: งบประมาณ ๒๕๖๗ (บาท), ปีที่ ๑ (๒๕๖๗), ๒๕๖๗ (ต.ค. ๖๖ - ก.ย. ๖๗).
# A column in thousands of baht stays a heading of words, because its amounts are no amounts in baht.
_BESIDE_YEAR = re.compile(
    r"^งบประมาณ ?(?=[(0-9พ])|^ปีที่ ?[1-9] ?(?=[(0-9พ])"
    r"| ?\((?:หน่วย ?:? ?)?บาท\)$"
    r"| ?\((?:1 )?ต\.?ค\.? ?[0-9]{2,4} ?[-–] ?(?:30 )?ก\.?ย\.? ?[0-9]{2,4}\)$"
)
_SHORT_YEAR = re.compile("(?<![0-9])[5-9][0-9](?![0-9])")
_LONGEST = 100
"""Most characters of a heading that are looked at."""


@dataclass(frozen=True, slots=True)
class YearHeading:
    """หัวคอลัมน์ปี: a column's heading and its fiscal years."""

    printed: str
    """ข้อความตามที่พิมพ์: as printed."""
    years: tuple[FiscalYear, ...]
    """ปีงบประมาณ: none if the heading names no certain year."""

    @property
    def year(self) -> FiscalYear | None:
        """The only fiscal year; None for several or none."""
        return self.years[0] if len(self.years) == 1 else None

    def covers(self, year: FiscalYear) -> bool:
        """Return whether the column includes a year."""
        return year in self.years


def read_year_heading(printed: str) -> YearHeading:
    """Return a heading with its years: `2567`, `๖๗`, `ปีที่ ๑ (๒๕๖๗)`, `2567-69`; other text has none."""
    bare = _BESIDE_YEAR.sub("", to_arabic(normalise(printed[:_LONGEST])))
    bare = bare.strip("()") if bare.startswith("(") else bare
    bare = _SHORT_YEAR.sub(r"25\g<0>", bare)
    try:
        return YearHeading(printed, (FiscalYear.parse(bare),))
    except ValueError:
        pass
    try:
        return YearHeading(printed, Cycle.parse(bare).years)
    except ValueError:
        return YearHeading(printed, ())


def read_year_headings(columns: Mapping[str, Any]) -> tuple[YearHeading, ...]:
    """Return the headings of a mapping of years to cells, in written order."""
    return tuple(read_year_heading(printed) for printed in columns)
