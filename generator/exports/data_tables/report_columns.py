"""The columns that identify the report of a row: its year, round and day."""

from __future__ import annotations

from typing import Protocol, TypeVar

from generator.exports.data_tables.data_table import DataColumn, DataType, InWorkbook
from generator.exports.data_tables.plain_values import be, ce, differing
from generator.model.cells import PrintedCell, meaning
from generator.model.results import YearResults

_ROUNDS = (("6", "รอบ 6 เดือน"), ("12", "รอบ 12 เดือน"))


class OfReport(Protocol):
    """A row of a report."""

    @property
    def report(self) -> YearResults:
        """The report."""
        ...


Row = TypeVar("Row", bound=OfReport)


def report_columns(row_type: type[Row]) -> tuple[DataColumn[Row], ...]:  # noqa: ARG001  # only for the type check
    """Return the columns for rows of a type."""
    return (
        DataColumn(
            "fiscal_year_be",
            "ปีงบประมาณ",
            "ปีงบประมาณที่รายงาน (พ.ศ.)",
            lambda row: be(row.report.fiscal_year),
            DataType.YEAR,
        ),
        DataColumn(
            "fiscal_year_ce",
            "ปีงบประมาณ (ค.ศ.)",
            "ปีงบประมาณที่รายงาน (ค.ศ.)",
            lambda row: ce(row.report.fiscal_year),
            DataType.YEAR,
            in_workbook=InWorkbook.HIDDEN,
        ),
        DataColumn(
            "round_months",
            "รอบรายงาน",
            "จำนวนเดือนที่รายงานครอบคลุม",
            lambda row: row.report.round,
            DataType.WORD,
            choices=_ROUNDS,
        ),
        DataColumn("as_of", "ข้อมูล ณ วันที่", "วันของตัวเลขในรายงาน", lambda row: row.report.as_of, DataType.DATE),
    )


def report_key(report: YearResults) -> str:
    """Return a key of a report, unique in its plan."""
    return f"{report.fiscal_year}-{report.round}"


def printed_count(cell: PrintedCell[int] | None) -> str | None:
    """Return the printed text of a number if it is not the number in Arabic digits."""
    number = meaning(cell)
    return differing(cell.printed if cell else None, None if number is None else str(number))
