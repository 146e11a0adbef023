"""Local development strategies, the plan's own strategies and tactics, and the stated budget matrix."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from generator.model.base import (
    DepartmentRef,
    Identifier,
    LocalStrategyRef,
    Number,
    Printed,
    Record,
    Section,
    StrategyRef,
    ValueRef,
    choice,
)
from generator.model.money import BASES, BudgetBasis, MoneyCell, MoneyField
from generator.model.roles import FieldMark

Basis = Annotated[BudgetBasis, choice(BASES, "ใช้ค่าใดค่าหนึ่ง", stand_in="not_stated")]
"""A budget basis as a YAML value."""


class Wording(Record):
    """ถ้อยคำในแต่ละส่วนของเอกสาร: wording of a name in one section of the document."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    text: Printed
    """ข้อความ: as printed."""


class LocalStrategy(Record):
    """ยุทธศาสตร์การพัฒนาท้องถิ่น: a strategy of the LAO's local development plan."""

    id: Identifier
    """รหัส: used by the alignment."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: if sections differ."""


class Value(Record):
    """ค่านิยมร่วม: a shared value."""

    id: Identifier
    """รหัส: used by alignment and strategies."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: if sections differ."""


class AlignmentRow(Record):
    """ความสอดคล้องหนึ่งแถว: the values of one local development strategy."""

    local_strategy: LocalStrategyRef
    """ยุทธศาสตร์การพัฒนาท้องถิ่น: its id."""
    values: tuple[ValueRef, ...] = ()
    """ค่านิยม: their ids; none if the document shows none."""
    printed: Printed | None = None
    """ข้อความในช่อง: as printed if there is no value, such as a dash."""


class Alignment(Record):
    """ตารางความสอดคล้อง: local development strategies against values."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    rows: tuple[AlignmentRow, ...]
    """แถว: in printed order."""


class Tactic(Record):
    """กลยุทธ์: a tactic under a strategy."""

    id: Identifier
    """รหัส: used by projects."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Annotated[Printed, FieldMark.MATERIAL]
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: if sections differ."""


class Strategy(Record):
    """ยุทธศาสตร์ของแผนพัฒนาบุคลากร: one of the plan's own strategies."""

    id: Identifier
    """รหัส: used by projects and matrix."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Annotated[Printed, FieldMark.MATERIAL]
    """ชื่อ: as printed."""
    values: tuple[ValueRef, ...] = ()
    """ค่านิยมที่สอดคล้อง: their ids."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: if sections differ."""
    tactics: Annotated[tuple[Tactic, ...], FieldMark.MATERIAL] = ()
    """กลยุทธ์: in printed order."""


class MatrixColumn(Record):
    """คอลัมน์ส่วนราชการ: one department of the matrix."""

    department: DepartmentRef
    """ส่วนราชการ: its id."""
    printed: Printed | None = None
    """หัวคอลัมน์: as printed."""


class MatrixRow(Record):
    """แถวยุทธศาสตร์: one strategy of the matrix."""

    strategy: StrategyRef
    """ยุทธศาสตร์: its id."""
    amounts: tuple[MoneyField, ...] = ()
    """จำนวนเงิน (บาท): one cell per column, as printed."""
    stated_total: MoneyField | None = None
    """ยอดรวมตามเอกสาร (บาท): the row's printed total, if any."""

    @property
    def amounts_baht(self) -> tuple[Decimal | None, ...]:
        """The amounts of the cells in baht; None for a cell without an amount."""
        return tuple(cell.counted_baht for cell in self.amounts)

    @property
    def stated_total_baht(self) -> Decimal | None:
        """The printed total in baht; None if not printed as an amount."""
        return counted_baht(self.stated_total)

    @property
    def computed_total_baht(self) -> Decimal:
        """Sum of the row's amounts, in baht."""
        return sum((amount or Decimal(0) for amount in self.amounts_baht), Decimal(0))


class BudgetMatrix(Record):
    """ตารางงบประมาณส่วนราชการ x ยุทธศาสตร์: as stated in the document, never recomputed in place."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    basis: Annotated[Basis, FieldMark.MATERIAL] = BudgetBasis.NOT_STATED
    """ฐานของจำนวนเงิน: per year, whole cycle or not stated."""
    columns: Annotated[tuple[MatrixColumn, ...], FieldMark.MATERIAL] = ()
    """ส่วนราชการ: the columns, in printed order."""
    rows: Annotated[tuple[MatrixRow, ...], FieldMark.MATERIAL] = ()
    """ยุทธศาสตร์: the rows, in printed order."""
    stated_column_totals: Annotated[tuple[MoneyField, ...], FieldMark.MATERIAL] = ()
    """ยอดรวมแต่ละส่วนราชการตามเอกสาร (บาท): as printed, one per column."""
    stated_grand_total: Annotated[MoneyField | None, FieldMark.MATERIAL] = None
    """ยอดรวมทั้งตารางตามเอกสาร (บาท): as printed, if any."""

    @property
    def width(self) -> int:
        """Number of columns shown: at least those of the longest row, so that no cell is lost."""
        longest = max((len(row.amounts) for row in self.rows), default=0)
        return max(len(self.columns), longest, len(self.stated_column_totals))

    @property
    def computed_column_totals(self) -> tuple[Decimal, ...]:
        """Sum of each column, in baht."""
        totals = [Decimal(0)] * self.width
        for row in self.rows:
            for index, amount in enumerate(row.amounts_baht):
                totals[index] += amount or 0
        return tuple(totals)

    @property
    def computed_grand_total(self) -> Decimal:
        """Sum of all cells, in baht."""
        return sum(self.computed_column_totals, Decimal(0))

    @property
    def stated_column_totals_baht(self) -> tuple[Decimal | None, ...]:
        """The printed totals of the columns in baht; None for one not printed as an amount."""
        return tuple(cell.counted_baht for cell in self.stated_column_totals)

    @property
    def stated_grand_total_baht(self) -> Decimal | None:
        """The printed total of the table in baht; None if not printed as an amount."""
        return counted_baht(self.stated_grand_total)


def counted_baht(cell: MoneyCell | None) -> Decimal | None:
    """Return the amount of a cell for sums, in baht; None without a cell or an amount."""
    return cell.counted_baht if cell is not None else None


def is_printed(cell: MoneyCell | None) -> bool:
    """Return whether the document prints anything in a cell, interpreted or not."""
    return cell is not None and bool(cell.printed.strip())
