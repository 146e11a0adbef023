"""Individual development plans by position: `idp.yml`. Rows are positions, never persons."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from generator.model.base import (
    LONGEST_CACHED,
    DepartmentRef,
    FrameworkRef,
    Identifier,
    Number,
    Printed,
    Record,
    Remark,
    Section,
    YearCell,
)
from generator.model.roles import Mark
from generator.thai.dates import FiscalYear


class IdpMethod(Record):
    """วิธีการพัฒนาในคำอธิบายตาราง: one entry of the IDP table's own legend."""

    number: Number
    """หมายเลข: as printed."""
    name: Printed
    """ชื่อวิธี: as printed."""
    ref: FrameworkRef | None = None
    """วิธีในกรอบระดับชาติ: id, where the document says so."""


class IdpSkill(Record):
    """ทักษะที่ต้องพัฒนา: one item of the skill cell."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    text: Printed | None = None
    """ข้อความ: as printed; none where only a number is printed."""
    competencies: tuple[FrameworkRef, ...] = ()
    """สมรรถนะ: ids, or core, executive, line for a whole group; stated ones only."""


class IdpGoal(Record):
    """เป้าหมายการพัฒนา: one item of the goal cell."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    text: Printed
    """ข้อความ: as printed."""


class IdpMethodUse(Record):
    """วิธีการพัฒนาที่เลือก: one method of a row."""

    number: Number
    """หมายเลข: as printed."""
    printed: Printed | None = None
    """ข้อความในแถว: as printed, where it is not the legend's wording for that number."""


# Nearly every position uses the same methods by number: each use is made once, and records do not change.
@lru_cache(maxsize=1024)
def _bare_number(number: str) -> IdpMethodUse:
    return IdpMethodUse(number=number)


def _method_use(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """Read a use that is written as a number alone, or as a mapping."""
    if isinstance(value, str) and len(value) <= LONGEST_CACHED:
        return _bare_number(value)
    return validate({"number": value} if isinstance(value, str) else value)


class IdpRow(Record):
    """แผนพัฒนาของหนึ่งตำแหน่ง: one position of the IDP table."""

    id: Identifier
    """รหัสแถว: never reused."""
    department: DepartmentRef | None = None
    """ส่วนราชการ: its id; none where the document prints no heading."""
    staff_category: Printed | None = None
    """ประเภทบุคลากร: heading as printed; none where none is printed."""
    position: Printed
    """ตำแหน่ง: as printed."""
    skills: tuple[IdpSkill, ...] = ()
    """ทักษะที่ต้องพัฒนา: in printed order."""
    goals: tuple[IdpGoal, ...] = ()
    """เป้าหมายการพัฒนา: in printed order."""
    methods: tuple[Annotated[IdpMethodUse, WrapValidator(_method_use)], ...] = ()
    """วิธีการพัฒนา: in printed order."""
    years: tuple[YearCell, ...] = ()
    """ปีงบประมาณที่ทำเครื่องหมาย: columns ticked."""
    note: Remark | None = None
    """หมายเหตุ: remark of whoever entered the data."""

    @property
    def fiscal_years(self) -> tuple[FiscalYear, ...]:
        """The ticked years that are known for certain."""
        return tuple(cell.meaning for cell in self.years if cell.meaning is not None)


class IdpTable(Record):
    """ตารางแผนพัฒนารายบุคคล (IDP): all positions of a plan."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    years: Annotated[tuple[YearCell, ...], Mark.MATERIAL] = ()
    """ปีงบประมาณในหัวตาราง: as printed, also where they are not the cycle's."""
    methods: Annotated[tuple[IdpMethod, ...], Mark.MATERIAL] = ()
    """คำอธิบายวิธีการพัฒนา: the table's own legend."""
    rows: Annotated[tuple[IdpRow, ...], Mark.MATERIAL] = ()
    """ตำแหน่ง: in printed order."""

    @property
    def fiscal_years(self) -> tuple[FiscalYear, ...]:
        """The years of the heading that are known for certain."""
        return tuple(cell.meaning for cell in self.years if cell.meaning is not None)
