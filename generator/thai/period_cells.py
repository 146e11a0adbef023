"""What a printed cell of time says: quarters, the year as a whole, not run, nothing, or words.

In: the text of a cell as printed, with the fiscal year or the cycle that it stands under. Out: a `PeriodReading`;
nothing is ever raised, and what is not certain is UNREAD.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.thai.characters import TO_HYPHEN
from generator.thai.quarters import parse_quarters
from generator.thai.text import normalise
from generator.thai.years import Cycle, FiscalYear

LONGEST_CELL = 300


class PeriodKind(StrEnum):
    """What a cell of time says."""

    QUARTERS = "quarters"
    YEAR = "year"
    NOT_RUN = "not_run"
    EMPTY = "empty"
    UNREAD = "unread"


class PeriodReading(NamedTuple):
    """What was understood of one cell, for one fiscal year."""

    kind: PeriodKind
    quarters: tuple[int, ...] = ()
    """Ascending, 1 is October to December; only of kind QUARTERS."""
    months: tuple[int, ...] = ()
    """Calendar months, 1 to 12, October first, where the cell named months or days."""
    doubt: str = ""
    """Thai reason why the cell is UNREAD; empty for every other kind."""


def read_year_period(text: str, year: FiscalYear) -> PeriodReading:
    """Say what a cell in the column of a fiscal year means, as far as that is certain; never raises."""
    plain = normalise(text).translate(TO_HYPHEN)
    if not plain:
        return PeriodReading(PeriodKind.EMPTY)
    if len(plain) > LONGEST_CELL:
        return PeriodReading(PeriodKind.UNREAD, doubt="ยาวเกินกว่าจะเป็นช่องช่วงเวลา")
    if not plain.strip("- "):
        return PeriodReading(PeriodKind.NOT_RUN)
    if plain in "✓✔√/●↔→⟷":
        return PeriodReading(PeriodKind.YEAR)
    try:
        return PeriodReading(PeriodKind.QUARTERS, parse_quarters(plain))
    except ValueError as error:
        return PeriodReading(PeriodKind.UNREAD, doubt=str(error).rpartition("เพราะ")[2])


def read_period(text: str, cycle: Cycle) -> dict[FiscalYear, PeriodReading] | PeriodReading:
    """Say what a cell for the whole project means, year by year, as far as that is certain; never raises."""
    reading = read_year_period(text, cycle.first)
    if reading.kind is PeriodKind.QUARTERS and reading.quarters == (1, 2, 3, 4):
        return dict.fromkeys(cycle.years, reading)
    if reading.kind in (PeriodKind.QUARTERS, PeriodKind.YEAR):
        return PeriodReading(PeriodKind.UNREAD, doubt="ไม่ได้บอกว่าเป็นปีใด")
    return reading
