"""Headings of year columns, as the document prints them: one fiscal year, several together, or words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.thai.dates import Cycle, FiscalYear


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
    """Return a heading with its years: `2567`, `ปีงบประมาณ พ.ศ. ๒๕๖๗`, `2567-2569`; any other text has none."""
    try:
        return YearHeading(printed, (FiscalYear.parse(printed),))
    except ValueError:
        pass
    try:
        return YearHeading(printed, Cycle.parse(printed).years)
    except ValueError:
        return YearHeading(printed, ())


def read_year_headings(columns: Mapping[str, Any]) -> tuple[YearHeading, ...]:
    """Return the headings of a mapping of years to cells, in written order."""
    return tuple(read_year_heading(printed) for printed in columns)
