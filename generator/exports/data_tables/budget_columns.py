"""The table `budget`: one row per printed money cell of projects and of the budget matrix.

The project table and the matrix state the same money twice, often differently: `part` distinguishes them, and rows of
totals are the document's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook
from generator.exports.data_tables.plain_values import arabic, be, ce, printed_money
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.data_tables.project_columns import BASES, STATES
from generator.model.money import BudgetBasis, BudgetState, MoneyCell
from generator.model.project import Project
from generator.model.strategy import BudgetMatrix
from generator.model.year_headings import YearHeading
from generator.words import open_data
from generator.words.parts import BASIS_MEANS

PARTS = (
    ("project", "โครงการ"),
    ("matrix_cell", "ตารางส่วนราชการ × ยุทธศาสตร์"),
    ("matrix_strategy_total", "ยอดรวมยุทธศาสตร์ตามเอกสาร"),
    ("matrix_department_total", "ยอดรวมส่วนราชการตามเอกสาร"),
    ("matrix_grand_total", "ยอดรวมทั้งตารางตามเอกสาร"),
)


class MoneyRow(NamedTuple):
    """One printed money cell."""

    plan: PlanData
    part: str
    key: str
    """Unique in the plan; stable unless a cell is inserted before it."""
    cell: MoneyCell
    basis: BudgetBasis
    section: str | None
    project: Project | None = None
    strategy: str | None = None
    department: str | None = None
    heading: YearHeading | None = None
    """Heading of a year column."""

    @property
    def has_amount(self) -> bool:
        """Whether the cell has an amount that may be summed."""
        return self.cell.state is BudgetState.AMOUNT

    @property
    def strategy_name(self) -> str | None:
        """Name of the strategy; the id if the plan has no such strategy."""
        known = self.plan.strategies.get(self.strategy or "")
        return known.name if known else self.strategy


def _of_projects(plan: PlanData) -> Iterator[MoneyRow]:
    section = plan.files.projects.section if plan.files.projects else None
    for project in plan.projects:
        budget = project.budget

        def row(
            key: str, cell: MoneyCell, basis: BudgetBasis, heading: YearHeading | None, project: Project = project
        ) -> MoneyRow:
            return MoneyRow(plan, "project", key, cell, basis, section, project, project.strategy, None, heading)

        for number, column in enumerate(budget.columns, start=1):
            one_year = column.heading.year is not None
            basis = column.cell.basis or (BudgetBasis.PER_YEAR if one_year else BudgetBasis.WHOLE_CYCLE)
            yield row(f"{project.id}/{number}", column.cell, basis, column.heading)
        if not budget.columns:
            yield row(project.id, budget.cell, budget.cell.basis or plan.plan.budget_basis, None)


def _of_matrix(plan: PlanData, matrix: BudgetMatrix) -> Iterator[MoneyRow]:
    departments = [column.department for column in matrix.columns]

    def row(part: str, key: str, cell: MoneyCell, strategy: str | None, place: int | None) -> MoneyRow:
        department = departments[place] if place is not None and place < len(departments) else None
        basis = cell.basis or matrix.basis
        return MoneyRow(plan, part, f"matrix/{key}", cell, basis, matrix.section, None, strategy, department)

    for number, line in enumerate(matrix.rows, start=1):
        for place, cell in enumerate(line.amounts):
            yield row("matrix_cell", f"{number}/{place + 1}", cell, line.strategy, place)
        if line.stated_total:
            yield row("matrix_strategy_total", f"{number}/total", line.stated_total, line.strategy, None)
    for place, cell in enumerate(matrix.stated_column_totals):
        yield row("matrix_department_total", f"total/{place + 1}", cell, None, place)
    if matrix.stated_grand_total:
        yield row("matrix_grand_total", "total", matrix.stated_grand_total, None, None)


def _rows(plan: PlanData) -> Iterator[MoneyRow]:
    yield from _of_projects(plan)
    if plan.plan.budget_matrix:
        yield from _of_matrix(plan, plan.plan.budget_matrix)


_Column = DataColumn[MoneyRow]

BUDGET: DataTable[MoneyRow] = DataTable(
    "budget",
    "งบประมาณ",
    "หนึ่งแถวคือหนึ่งช่องของเอกสารที่กล่าวถึงเงิน ตารางโครงการและตารางงบประมาณเป็นเงินก้อนเดียวกัน ให้เลือกส่วนใดส่วนหนึ่งก่อนรวมยอด",
    (
        _Column("budget_id", "รหัสช่อง", "ใช้ระบุช่องในแผนนี้", lambda row: row.key, in_workbook=InWorkbook.HIDDEN),
        _Column("part", "ส่วน", "ตารางที่ช่องนี้อยู่", lambda row: row.part, DataType.WORD, choices=PARTS, width=26),
        _Column(
            "project_id",
            "รหัสโครงการ",
            "รหัสโครงการในตาราง projects",
            lambda row: row.project.id if row.project else None,
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "project_number",
            "ที่",
            open_data.PROJECT_NUMBER,
            lambda row: arabic(row.project.number) if row.project else None,
            width=7,
        ),
        _Column(
            "project",
            "โครงการหรือกิจกรรม",
            "ชื่อตามเอกสาร",
            lambda row: row.project.name if row.project else None,
            width=40,
        ),
        _Column(
            "strategy_id",
            "รหัสยุทธศาสตร์",
            "รหัสยุทธศาสตร์",
            lambda row: row.strategy,
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column("strategy", "ยุทธศาสตร์", "ชื่อตามเอกสาร", lambda row: row.strategy_name, width=24),
        _Column(
            "department_id",
            "รหัสส่วนราชการ",
            "ของช่องในตารางงบประมาณ",
            lambda row: row.department,
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "department",
            "ส่วนราชการ",
            "ของช่องในตารางงบประมาณ",
            lambda row: row.plan.department_name(row.department) if row.department else None,
            width=22,
        ),
        _Column(
            "fiscal_year_be",
            "ปีงบประมาณ",
            "ปีของคอลัมน์ (พ.ศ.) ว่างเมื่อช่องไม่ใช่ของปีใดปีหนึ่ง",
            lambda row: be(row.heading.year) if row.heading else None,
            DataType.YEAR,
        ),
        _Column(
            "fiscal_year_ce",
            "ปีงบประมาณ (ค.ศ.)",
            open_data.COMMON_ERA,
            lambda row: ce(row.heading.year) if row.heading else None,
            DataType.YEAR,
            in_workbook=InWorkbook.HIDDEN,
        ),
        _Column(
            "heading_printed",
            "หัวคอลัมน์ตามเอกสาร",
            "หัวคอลัมน์ปีตามที่พิมพ์",
            lambda row: row.heading.printed if row.heading else None,
        ),
        _Column(
            "state",
            "สถานะงบประมาณ",
            "ช่องกล่าวถึงเงินอย่างไร",
            lambda row: str(row.cell.state),
            DataType.WORD,
            choices=STATES,
            width=20,
        ),
        _Column(
            "amount_baht",
            "จำนวนเงิน",
            "ว่างเมื่อช่องไม่มีจำนวนเงินที่นับรวมได้ ไม่ใช่ศูนย์",
            lambda row: row.cell.counted_baht,
            DataType.BAHT,
            "บาท",
        ),
        _Column(
            "unit_amount_baht",
            "จำนวนเงินต่อหน่วย",
            "จำนวนเงินต่อคน ต่อครั้ง หรือต่อหน่วยอื่น นับรวมไม่ได้",
            lambda row: row.cell.amount_baht if row.cell.state is BudgetState.UNIT else None,
            DataType.BAHT,
            "บาท",
        ),
        _Column(
            "basis",
            "ฐานของจำนวนเงิน",
            BASIS_MEANS,
            lambda row: str(row.basis) if row.has_amount else None,
            DataType.WORD,
            choices=BASES,
            width=22,
        ),
        _Column(
            "printed",
            "ตามเอกสาร",
            "ข้อความในช่องตามที่พิมพ์ เมื่อต่างจากตัวเลข",
            lambda row: printed_money(row.cell),
            width=18,
        ),
        _Column(
            "in_words_baht",
            "จำนวนเงินตามตัวหนังสือ",
            "จำนวนที่เขียนเป็นตัวหนังสือข้างตัวเลข",
            lambda row: row.cell.in_words_baht,
            DataType.BAHT,
            "บาท",
        ),
        _Column("doubt", "เหตุที่ตีความไม่ได้", open_data.WHY_NOT_MONEY, lambda row: row.cell.doubt, width=18),
        _Column("source_section", "ส่วนของเอกสาร", "ข้อหรือส่วนของเอกสารที่มีช่องนี้", lambda row: row.section),
    ),
    _rows,
)
