"""The columns of the table `projects` on period and cost in each year of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.exports.data_tables.data_table import DataColumn, DataType, InWorkbook, Value
from generator.exports.data_tables.plain_values import be, ce, joined, lines, printed_money
from generator.exports.data_tables.project_row import ProjectRow
from generator.facts.year_money import year_money
from generator.model.money import MoneyCell
from generator.thai.dates import FiscalYear

ProjectColumn = DataColumn[ProjectRow]
YEARS = 3
"""Years of a plan with their own columns; statements on others are in `other_years`."""


def _quarters(row: ProjectRow, year: FiscalYear) -> str | None:
    return joined(map(str, row.project.periods.quarters(year)))


def _period(row: ProjectRow, year: FiscalYear) -> str | None:
    cell = row.project.periods.cell(year)
    return cell.printed if cell else None


def _amount_of(row: ProjectRow, year: FiscalYear) -> Value:
    return year_money(row.project.budget, row.plan.plan.budget_basis, year).of_year_baht


def _printed_of(row: ProjectRow, year: FiscalYear) -> str | None:
    columns = [one for one in row.project.budget.columns if one.heading.year == year]
    return lines(printed_money(column.cell) for column in columns)


def _said(cell: MoneyCell) -> str:
    return cell.printed or ("" if cell.amount_baht is None else f"{cell.amount_baht:f}")


def other_years(row: ProjectRow) -> str | None:
    """Return the statements on years without a column here, on several years together, or on no year."""
    own = {row.year(number) for number in range(1, YEARS + 1)}
    periods, budget = row.project.periods, row.project.budget
    said = [f"{one.heading.printed}: {one.printed}" for one in periods.columns if one.heading.year not in own]
    said += [f"{one.heading.printed}: {_said(one.cell)}" for one in budget.columns if one.heading.year not in own]
    return lines(said)


def year_columns(number: int) -> Iterator[ProjectColumn]:
    """Yield the columns of one year of the plan."""

    def taken(of: Callable[[ProjectRow, FiscalYear], Value]) -> Callable[[ProjectRow], Value]:
        def value(row: ProjectRow) -> Value:
            year = row.year(number)
            return of(row, year) if year else None

        return value

    key, name, which = f"year_{number}", f"{{year_{number}}}", f"ปีที่ {number} ของรอบแผน"
    yield ProjectColumn(
        f"{key}_be",
        f"ปีงบประมาณ {name}",
        f"ปีงบประมาณ (พ.ศ.) {which}",
        lambda row: be(row.year(number)),
        DataType.YEAR,
        in_workbook=InWorkbook.LEFT_OUT,
    )
    yield ProjectColumn(
        f"{key}_ce",
        f"ปีงบประมาณ {name} (ค.ศ.)",
        f"ปีปฏิทินสากลที่สิ้นสุด {which}",
        lambda row: ce(row.year(number)),
        DataType.YEAR,
        in_workbook=InWorkbook.LEFT_OUT,
    )
    yield ProjectColumn(
        f"{key}_runs",
        f"ดำเนินการปี {name}",
        f"true เมื่อเอกสารระบุว่าดำเนินการใน {which} ว่างเมื่อเอกสารไม่ระบุ",
        taken(lambda row, year: row.project.periods.runs_in(year) or None),
        DataType.TRUTH,
    )
    yield ProjectColumn(
        f"{key}_quarters",
        f"ไตรมาส ปี {name}",
        f"เลขไตรมาสใน {which} คั่นด้วย ; ไตรมาสที่ 1 คือ ต.ค.–ธ.ค.",
        taken(_quarters),
    )
    yield ProjectColumn(
        f"{key}_period_printed",
        f"ระยะเวลาตามเอกสาร ปี {name}",
        f"ข้อความในช่องของ {which} ตามที่พิมพ์",
        taken(_period),
    )
    yield ProjectColumn(
        f"{key}_budget_baht",
        f"งบประมาณ ปี {name}",
        f"จำนวนเงินที่เอกสารระบุว่าเป็นของ {which} เท่านั้น ไม่ได้หารเฉลี่ยจากยอดรวม",
        taken(_amount_of),
        DataType.BAHT,
        "บาท",
    )
    yield ProjectColumn(
        f"{key}_budget_printed",
        f"งบประมาณตามเอกสาร ปี {name}",
        f"ข้อความในช่องเงินของ {which} ที่พิมพ์ต่างจากตัวเลข",
        taken(_printed_of),
    )
