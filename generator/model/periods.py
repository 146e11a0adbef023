"""When a project runs, as the document prints it: one cell per project, or one per fiscal year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo

from generator.model.base import problem
from generator.model.roles import FieldMark, Is, Role
from generator.model.year_headings import YearHeading, read_year_heading
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.period_cells import PeriodKind, PeriodReading, read_period, read_year_period
from generator.thai.quarters import parse_quarters

_REMEDY = "เขียนแต่ละปีในบรรทัดของตัวเองใต้ periods: เช่น 2567: ไตรมาสที่ ๑-๔ หรือเขียนข้อความตามที่พิมพ์"
_QUARTERS_ALONE = re.compile(r"\s*(?:(?:ไตรมาส(?:ที่)?|และ|ถึง|[1-4๑-๔]|[-–,])\s*)*")
_RUNS = frozenset({PeriodKind.QUARTERS, PeriodKind.YEAR})


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """ช่องระยะเวลาของปีหนึ่ง: the cell in the column of a fiscal year."""

    heading: YearHeading
    """หัวคอลัมน์: the year as printed; for a cell of the whole project, a year that it names."""
    printed: str
    """ข้อความตามที่พิมพ์: empty if the year is from the text of the whole project."""
    read: PeriodReading
    """ความหมาย: quarters, the year without quarters, not running, or not interpreted."""

    is_given: bool = False
    """ผู้บันทึกระบุไตรมาส: whether the quarters were stated in the data."""

    @property
    def says_more(self) -> bool:
        """Whether the text says more than its quarters, so that both are shown."""
        return bool(self.read.months) or self.is_given or (self.runs and not _QUARTERS_ALONE.fullmatch(self.printed))

    @property
    def runs(self) -> bool:
        """Whether the project certainly runs in that year."""
        return self.read.kind in _RUNS


@dataclass(frozen=True, slots=True)
class Periods:
    """ระยะเวลาดำเนินการ: when a project runs."""

    printed: str = ""
    """ข้อความของทั้งโครงการ: as printed, if one cell covers the whole project."""
    columns: tuple[PeriodCell, ...] = ()
    """รายปีงบประมาณ: in written order."""
    doubt: str = ""
    """เหตุที่ตีความไม่ได้: why the text of the whole project cannot be interpreted, in Thai."""

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """Fiscal years in which the project certainly runs, ascending."""
        return tuple(sorted({year for cell in self.columns if cell.runs for year in cell.heading.years}))

    @property
    def is_stated(self) -> bool:
        """Whether the document prints anything about the period, interpreted or not."""
        return bool(self.printed.strip()) or any(cell.read.kind is not PeriodKind.EMPTY for cell in self.columns)

    def cell(self, year: FiscalYear) -> PeriodCell | None:
        """Return the cell of a year; None without one."""
        return next((cell for cell in self.columns if cell.heading.covers(year)), None)

    def quarters(self, year: FiscalYear) -> tuple[int, ...]:
        """Return the quarters of a year in which the project runs; none if not stated."""
        cell = self.cell(year)
        return cell.read.quarters if cell and cell.runs else ()

    def runs_in(self, year: FiscalYear) -> bool:
        """Return whether the project certainly runs in a year."""
        cell = self.cell(year)
        return cell is not None and cell.runs

    def unread(self) -> list[tuple[str, str, str]]:
        """Return heading, text and reason of every cell that cannot be interpreted."""
        found = [("", self.printed, self.doubt)] if self.doubt else []
        return found + [
            (cell.heading.printed, cell.printed, cell.read.doubt or "หัวคอลัมน์ไม่ใช่ปีงบประมาณ")
            for cell in self.columns
            if cell.printed.strip() and (cell.read.kind is PeriodKind.UNREAD or not cell.heading.years)
        ]


_NO_YEAR = PeriodReading(PeriodKind.UNREAD, doubt="หัวคอลัมน์ไม่ใช่ปีงบประมาณ")
NO_PERIODS = Periods()
"""The periods of a project without any statement about them."""


def read_periods(value: Any, info: ValidationInfo) -> Any:
    """Return the Periods of the YAML value under `periods:`.

    Accepts the text of one cell for the whole project, a mapping of fiscal years (`2567`, `2567-2569`) to cells, or
    `printed:` with `by_year:`.
    """
    if value is None:
        return NO_PERIODS
    if isinstance(value, str):
        cycle = getattr(info.context, "cycle", None)
        return _whole(value, cycle) if value.strip() else NO_PERIODS
    if isinstance(value, dict):
        if "by_year" in value or "printed" in value:
            return _stated(value, getattr(info.context, "cycle", None))
        return Periods(columns=_columns(value, ()))
    if isinstance(value, list):
        raise problem("ระยะเวลาต้องเป็นข้อความ หรือกลุ่มของ “ปี: ไตรมาส” แต่พบรายการ", _REMEDY)
    return value


def _whole(printed: str, cycle: Cycle | None) -> Periods:
    if cycle is None:
        return Periods(printed, doubt="ไม่ทราบรอบแผน จึงไม่ทราบว่าเป็นปีใด")
    read = read_period(printed, cycle)
    if isinstance(read, PeriodReading):
        return Periods(printed, doubt=read.doubt if read.kind is PeriodKind.UNREAD else "")
    return Periods(
        printed, tuple(PeriodCell(YearHeading(str(year), (year,)), "", one) for year, one in sorted(read.items()))
    )


def _stated(value: Mapping[str, Any], cycle: Cycle | None) -> Periods:
    for key in value:
        if key not in ("printed", "by_year"):
            raise problem(f"ไม่รู้จักหัวข้อ “{key[:60]}”", "หัวข้อที่ใช้ได้ตรงนี้: printed, by_year", (key,))
    printed = value.get("printed", "")
    if not isinstance(printed, str):
        raise problem("ตรงนี้ต้องเป็นข้อความเดียว", _REMEDY, ("printed",))
    columns = value.get("by_year")
    if columns is None:
        return _whole(printed, cycle)
    if not isinstance(columns, dict):
        raise problem("by_year ต้องเป็นกลุ่มของ “ปี: ไตรมาส”", _REMEDY, ("by_year",))
    return Periods(printed, _columns(columns, ("by_year",)))


def _columns(value: Mapping[str, Any], at: tuple[str, ...]) -> tuple[PeriodCell, ...]:
    return tuple(one for heading, cell in value.items() for one in _column(heading, cell, at))


def _column(printed_heading: str, cell: Any, at: tuple[str, ...]) -> tuple[PeriodCell, ...]:
    """Return the cells below one heading, one per year that it names."""
    heading = read_year_heading(printed_heading)
    if isinstance(cell, dict):
        return (_stated_column(heading, cell, (*at, printed_heading)),)
    if not isinstance(cell, str | None):
        raise problem(f"ระยะเวลาของปี {printed_heading[:20]} ต้องเป็นค่าเดียว", _REMEDY, (*at, printed_heading))
    printed = cell or ""
    if not heading.years:
        return (PeriodCell(heading, printed, _NO_YEAR),)
    together = read_period(printed, Cycle(heading.years[0], heading.years[-1])) if len(heading.years) > 1 else None
    if isinstance(together, dict):
        return tuple(
            PeriodCell(YearHeading(printed_heading, (year,)), printed, one) for year, one in sorted(together.items())
        )
    return tuple(
        PeriodCell(YearHeading(printed_heading, (year,)), printed, read_year_period(printed, year))
        for year in heading.years
    )


def _stated_column(heading: YearHeading, cell: Mapping[str, Any], at: tuple[str, ...]) -> PeriodCell:
    """Return the cell of `{printed: ..., quarters: ...}`."""
    for key, part in cell.items():
        if key not in ("printed", "quarters"):
            raise problem(f"ไม่รู้จักหัวข้อ “{key[:60]}”", "หัวข้อที่ใช้ได้ตรงนี้: printed, quarters", (*at, key))
        if not isinstance(part, str | list):
            raise problem("ตรงนี้ต้องเป็นค่าเดียว", _REMEDY, (*at, key))
    printed = str(cell.get("printed", ""))
    if "quarters" not in cell:
        return PeriodCell(heading, printed, read_year_period(printed, heading.years[0]) if heading.years else _NO_YEAR)
    written = cell["quarters"]
    try:
        quarters = parse_quarters(", ".join(map(str, written)) if isinstance(written, list) else written)
    except ValueError as error:
        raise problem(str(error), _REMEDY, (*at, "quarters")) from error
    return PeriodCell(heading, printed, PeriodReading(PeriodKind.QUARTERS, quarters), is_given=bool(printed))


PeriodField = Annotated[
    Periods,
    PlainValidator(read_periods),
    Is(
        Role.PERIOD,
        forms=(
            "ต.ค. 66 - ก.ย. 67",
            "ไตรมาสที่ ๑ ของทุกปี",
            "2567: ไตรมาสที่ ๑-๔\n2568: ม.ค. - มี.ค.",
            "2567-2569: ตลอดปี",
            '2567: ✓\n2568: "-"',
            "2567:\n  printed: ช่วงฝนแรก\n  quarters: 3",
            "printed: หลังฤดูเก็บเกี่ยว\nby_year:\n  2567: ไตรมาสที่ ๒",
        ),
    ),
    FieldMark.MATERIAL,
]
"""When a project runs: one cell for the whole project, or one per fiscal year."""
