"""From the local development strategies down to the plan's own strategies, tactics and the stated budget matrix."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import ValidationInfo, field_validator

from generator.model.base import BahtCell, Identifier, Record, Text, choice, problem
from generator.model.money import BudgetBasis

BASES = {
    "per_year": "per_year",
    "ต่อปี": "per_year",
    "whole_cycle": "whole_cycle",
    "รวมทั้งแผน": "whole_cycle",
    "not_stated": "not_stated",
    "ไม่ระบุ": "not_stated",
}
"""Written form -> budget basis."""

Basis = Annotated[BudgetBasis, choice(BASES, "ใช้ค่าใดค่าหนึ่ง")]
"""A budget basis as a YAML value."""


class Wording(Record):
    """ถ้อยคำในแต่ละส่วนของเอกสาร: how one section of the document words a name."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    text: Text
    """ข้อความ: as printed."""


class LocalStrategy(Record):
    """ยุทธศาสตร์การพัฒนาท้องถิ่น: a strategy of the LAO's local development plan."""

    id: Identifier
    """รหัส: used by the alignment."""
    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: where sections differ."""


class Value(Record):
    """ค่านิยมร่วม: a shared value."""

    id: Identifier
    """รหัส: used by alignment and strategies."""
    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: where sections differ."""


class AlignmentRow(Record):
    """ความสอดคล้องหนึ่งแถว: the values that one local development strategy goes with."""

    local_strategy: Identifier
    """ยุทธศาสตร์การพัฒนาท้องถิ่น: its id."""
    values: tuple[Identifier, ...] = ()
    """ค่านิยม: their ids; none where the document shows none."""
    printed: Text | None = None
    """ข้อความในช่อง: as printed where no value stands, such as a dash."""


class Alignment(Record):
    """ตารางความสอดคล้อง: local development strategies against values."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    rows: tuple[AlignmentRow, ...]
    """แถว: in printed order."""


class Tactic(Record):
    """กลยุทธ์: a tactic under a strategy."""

    id: Identifier
    """รหัส: used by projects."""
    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: where sections differ."""


class Strategy(Record):
    """ยุทธศาสตร์ของแผนพัฒนาบุคลากร: one of the plan's own strategies."""

    id: Identifier
    """รหัส: used by projects and matrix."""
    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    values: tuple[Identifier, ...] = ()
    """ค่านิยมที่สอดคล้อง: their ids."""
    wordings: tuple[Wording, ...] = ()
    """ถ้อยคำในแต่ละส่วน: where sections differ."""
    tactics: tuple[Tactic, ...] = ()
    """กลยุทธ์: in printed order."""


class MatrixColumn(Record):
    """คอลัมน์ส่วนราชการ: one department of the matrix."""

    department: Identifier
    """ส่วนราชการ: its id."""
    printed: Text | None = None
    """หัวคอลัมน์: as printed."""


class MatrixRow(Record):
    """แถวยุทธศาสตร์: one strategy of the matrix."""

    strategy: Identifier
    """ยุทธศาสตร์: its id."""
    amounts: tuple[BahtCell, ...]
    """จำนวนเงิน (บาท): one for each column; None where the cell is empty."""
    stated_total: BahtCell = None
    """ยอดรวมตามเอกสาร (บาท): the row's printed total, where there is one."""


class BudgetMatrix(Record):
    """ตารางงบประมาณส่วนราชการ x ยุทธศาสตร์: as stated in the document, never recomputed in place."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    basis: Basis = BudgetBasis.NOT_STATED
    """ฐานของจำนวนเงิน: per year, whole cycle or not stated."""
    columns: tuple[MatrixColumn, ...]
    """ส่วนราชการ: the columns, in printed order."""
    rows: tuple[MatrixRow, ...]
    """ยุทธศาสตร์: the rows, in printed order."""
    stated_column_totals: tuple[BahtCell, ...] = ()
    """ยอดรวมแต่ละส่วนราชการตามเอกสาร (บาท): as printed, one for each column."""
    stated_grand_total: BahtCell = None
    """ยอดรวมทั้งตารางตามเอกสาร (บาท): as printed, where there is one."""

    @field_validator("rows")
    @classmethod
    def _rows_match_columns(cls, rows: tuple[MatrixRow, ...], info: ValidationInfo) -> tuple[MatrixRow, ...]:
        columns = info.data.get("columns", ())
        for index, row in enumerate(rows):
            if len(row.amounts) != len(columns):
                raise problem(
                    f"แถวที่ {index + 1} ของตารางงบประมาณมี {len(row.amounts)} ช่อง แต่ตารางมี {len(columns)} ส่วนราชการ",
                    'ใส่จำนวนเงินให้ครบทุกส่วนราชการ ช่องที่ว่างในเอกสารให้เขียน ""',
                    (index, "amounts"),
                )
        return rows

    @field_validator("stated_column_totals")
    @classmethod
    def _totals_match_columns(
        cls, totals: tuple[Decimal | None, ...], info: ValidationInfo
    ) -> tuple[Decimal | None, ...]:
        columns = info.data.get("columns", ())
        if totals and len(totals) != len(columns):
            raise problem(
                f"ยอดรวมแต่ละส่วนราชการมี {len(totals)} ช่อง แต่ตารางมี {len(columns)} ส่วนราชการ",
                'ใส่ยอดรวมให้ครบทุกส่วนราชการ ช่องที่ว่างในเอกสารให้เขียน "" ถ้าเอกสารไม่มีแถวยอดรวม ให้ลบทั้งบรรทัด',
            )
        return totals

    @property
    def computed_column_totals(self) -> tuple[Decimal, ...]:
        """Sum of each column, in baht."""
        return tuple(
            sum((row.amounts[index] or Decimal(0) for row in self.rows), Decimal(0))
            for index in range(len(self.columns))
        )

    @property
    def computed_grand_total(self) -> Decimal:
        """Sum of all cells, in baht."""
        return sum(self.computed_column_totals, Decimal(0))


def computed_row_total(row: MatrixRow) -> Decimal:
    """Sum of one row of the matrix, in baht."""
    return sum((amount or Decimal(0) for amount in row.amounts), Decimal(0))
