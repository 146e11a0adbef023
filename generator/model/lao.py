"""The LAO: identity, spelling variants, departments, staff counts, registry entry. Positions, never persons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    Address,
    CountCell,
    EnteredDate,
    Identifier,
    LaoCode,
    Name,
    OwnName,
    Printed,
    Record,
    Remark,
    Section,
    Statement,
    Truth,
    Year,
    choice,
)
from generator.model.roles import FieldMark

LAO_TYPES = {
    "อบจ.": "อบจ.",
    "องค์การบริหารส่วนจังหวัด": "อบจ.",
    "เทศบาลนคร": "เทศบาลนคร",
    "ทน.": "เทศบาลนคร",
    "เทศบาลเมือง": "เทศบาลเมือง",
    "ทม.": "เทศบาลเมือง",
    "เทศบาลตำบล": "เทศบาลตำบล",
    "ทต.": "เทศบาลตำบล",
    "อบต.": "อบต.",
    "องค์การบริหารส่วนตำบล": "อบต.",
    "เมืองพัทยา": "เมืองพัทยา",
}
"""Written form -> LAO type as in the registry."""


class Fiction(StrEnum):
    """ข้อมูลสมมุติ: how much of an LAO's data is made up."""

    NO = "no"
    ALL = "all"
    """Everything, including name and code."""
    CONTENT = "content"
    """Name and code are a real LAO's; everything else is made up."""


FICTIONS = {
    **dict.fromkeys(("no", "false", "ไม่", "ไม่ใช่"), "no"),
    **dict.fromkeys(("all", "yes", "true", "ใช่", "ทั้งหมด"), "all"),
    **dict.fromkeys(("content", "เนื้อหา", "เฉพาะเนื้อหา"), "content"),
}
"""Written form -> how much is made up."""

_FULL_TYPE_NAMES = {"อบจ.": "องค์การบริหารส่วนจังหวัด", "อบต.": "องค์การบริหารส่วนตำบล"}
_SHORT_TYPE_NAMES = {"เทศบาลนคร": "ทน.", "เทศบาลเมือง": "ทม.", "เทศบาลตำบล": "ทต.", "เมืองพัทยา": ""}


class FormerCode(Record):
    """รหัสเดิมของ อปท.: a code that the LAO had before it was upgraded or merged."""

    code: LaoCode
    """รหัสเดิม: the former seven-digit code."""
    until: EnteredDate | None = None
    """ใช้ถึงวันที่: last day on which the code was valid."""


class NameVariant(Record):
    """ชื่อที่สะกดต่างกันในเอกสาร: another spelling of the LAO's or its district's name in the documents."""

    text: Printed
    """ข้อความตามเอกสาร: as printed."""
    count: CountCell | None = None
    """จำนวนครั้ง: occurrences in the document, if counted."""
    section: Section | None = None
    """ตำแหน่งในเอกสาร: section that prints it."""
    note: Remark | None = None
    """หมายเหตุ: remark of the person who entered the data."""


class Department(Record):
    """ส่วนราชการ: a department of the LAO."""

    id: Identifier
    """รหัสส่วนราชการ: used by projects, matrix and IDP rows."""
    name: Name
    """ชื่อส่วนราชการ: the usual form."""
    aliases: tuple[Name, ...] = ()
    """ชื่อเรียกอื่นในเอกสาร: other forms as printed."""
    covers_all: Truth = False
    """ทุกส่วนราชการ: whether this entry stands for all departments together."""


class Contact(Record):
    """ช่องทางติดต่อ: how to reach the office; a unit or a position, never a person."""

    unit: Statement | None = None
    """หน่วยงานหรือตำแหน่งที่รับผิดชอบ: unit or position that answers."""
    phone: Statement | None = None
    """โทรศัพท์ของสำนักงาน: as printed."""
    email: Statement | None = None
    """ไปรษณีย์อิเล็กทรอนิกส์ของสำนักงาน: an address of the office."""
    address: Statement | None = None
    """ที่ตั้งสำนักงาน: postal address of the office."""


class StaffCount(Record):
    """จำนวนบุคลากร: number of people of one position type in one fiscal year."""

    fiscal_year: Year
    """ปีงบประมาณ: year of the count."""
    position_type: Printed
    """ประเภทตำแหน่ง: for example พนักงานเทศบาล, ลูกจ้างประจำ, พนักงานจ้างตามภารกิจ."""
    people: CountCell
    """จำนวนคน: head count."""
    source: Statement
    """แหล่งข้อมูล: the document that states the count."""


class Lao(Record):
    """องค์กรปกครองส่วนท้องถิ่น (อปท.): one local administrative organisation, `lao.yml`."""

    code: LaoCode
    """รหัส อปท.: seven-digit DLA code, the identity; names are not unique, even within a district."""
    type: Annotated[str, choice(LAO_TYPES, "ใช้ประเภทใดประเภทหนึ่ง")]
    """ประเภท: อบจ., เทศบาลนคร, เทศบาลเมือง, เทศบาลตำบล, อบต. or เมืองพัทยา; not derivable from the code."""
    name: OwnName
    """ชื่อ: without the type, as in the registry."""
    district: Name | None = None
    """อำเภอ: without the word อำเภอ."""
    province: Name
    """จังหวัด: without the word จังหวัด."""
    former_codes: tuple[FormerCode, ...] = ()
    """รหัสเดิม: codes before an upgrade or merger."""
    name_variants: Annotated[tuple[NameVariant, ...], FieldMark.NOT_OF_THE_DOCUMENT] = ()
    """ชื่อที่สะกดต่างกันในเอกสาร: other spellings found."""
    website: Address | None = None
    """เว็บไซต์หลัก: the LAO's own website."""
    ita_path: tuple[Statement, ...] = ()
    """เส้นทางเมนู: menu labels from the website's home page down to the plan."""
    departments: tuple[Department, ...] = ()
    """ส่วนราชการ: the departments, in the LAO's order."""
    contact: Contact | None = None
    """ช่องทางติดต่อ: the office that answers questions about the plan."""
    staff_counts: tuple[StaffCount, ...] = ()
    """จำนวนบุคลากร: by position type and year, with source."""
    fictional: Annotated[Fiction, choice(FICTIONS, "ใช้ค่าใดค่าหนึ่ง")] = Fiction.NO
    """ข้อมูลสมมุติ: for trials and examples; every page says so, and national figures leave it out."""

    @property
    def full_name(self) -> str:
        """ชื่อเต็ม: type and name as in official prose."""
        if self.type == "เมืองพัทยา":
            return "เมืองพัทยา"
        return _FULL_TYPE_NAMES.get(self.type, self.type) + self.name

    @property
    def short_name(self) -> str:
        """ชื่อย่อ: abbreviated type and name, for tables and breadcrumbs."""
        return _SHORT_TYPE_NAMES.get(self.type, self.type) + self.name


@dataclass(frozen=True, slots=True)
class RegisteredLao:
    """ข้อมูลของ อปท. ในทะเบียน: the entry of one code in the national registry, for checks and drafts."""

    type: str
    """ประเภท: as `Lao.type`, else the registry's own word."""
    name: str
    """ชื่อ: without the type."""
    district: str
    """อำเภอ: without the word อำเภอ; for a provincial organisation, that of its seat; empty if not stated."""
    province: str
    """จังหวัด: without the word จังหวัด; empty if the registry's number is not a province's."""
