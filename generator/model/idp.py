"""Individual development plans by position: `idp.yml`. Rows are positions, never persons."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.base import Identifier, Record, Text, Year


class IdpMethod(Record):
    """วิธีการพัฒนาในคำอธิบายตาราง: one entry of the IDP table's own legend."""

    number: Text
    """หมายเลข: as printed."""
    name: Text
    """ชื่อวิธี: as printed."""
    ref: Identifier | None = None
    """วิธีในกรอบระดับชาติ: id, where the document says so."""


class IdpSkill(Record):
    """ทักษะที่ต้องพัฒนา: one item of the skill cell."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    text: Text | None = None
    """ข้อความ: as printed; none where only a number is printed."""
    competencies: tuple[Identifier, ...] = ()
    """สมรรถนะ: ids, or core, executive, line for a whole group; stated ones only."""


class IdpGoal(Record):
    """เป้าหมายการพัฒนา: one item of the goal cell."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    text: Text
    """ข้อความ: as printed."""


class IdpMethodUse(Record):
    """วิธีการพัฒนาที่เลือก: one method of a row."""

    number: Text
    """หมายเลข: as printed."""
    printed: Text | None = None
    """ข้อความในแถว: as printed, where it is not the legend's wording for that number."""


def _bare_number(value: Any) -> Any:
    return {"number": value} if isinstance(value, str) else value


class IdpRow(Record):
    """แผนพัฒนาของหนึ่งตำแหน่ง: one position of the IDP table."""

    id: Identifier
    """รหัสแถว: never reused."""
    department: Identifier | None = None
    """ส่วนราชการ: its id; none where the document prints no heading."""
    staff_category: Text | None = None
    """ประเภทบุคลากร: heading as printed; none where none is printed."""
    position: Text
    """ตำแหน่ง: as printed."""
    skills: tuple[IdpSkill, ...] = ()
    """ทักษะที่ต้องพัฒนา: in printed order."""
    goals: tuple[IdpGoal, ...] = ()
    """เป้าหมายการพัฒนา: in printed order."""
    methods: tuple[Annotated[IdpMethodUse, BeforeValidator(_bare_number)], ...] = ()
    """วิธีการพัฒนา: in printed order."""
    years: tuple[Year, ...] = ()
    """ปีงบประมาณที่ทำเครื่องหมาย: columns ticked."""
    note: Text | None = None
    """หมายเหตุ: remark of whoever entered the data."""


class IdpTable(Record):
    """ตารางแผนพัฒนารายบุคคล (IDP): all positions of a plan."""

    section: Text | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    years: tuple[Year, ...] = ()
    """ปีงบประมาณในหัวตาราง: as printed, also where they are not the cycle's."""
    methods: tuple[IdpMethod, ...] = ()
    """คำอธิบายวิธีการพัฒนา: the table's own legend."""
    rows: tuple[IdpRow, ...] = ()
    """ตำแหน่ง: in printed order."""
