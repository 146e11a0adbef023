"""What came of a plan in one fiscal year: `results/<year>.yml`. Never per IDP row: single holders are identifiable."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.base import Address, Baht, Count, Identifier, OfficialDate, Record, Sha256, Text, Year, choice


class ResultStatus(StrEnum):
    """สถานะการดำเนินงาน: how far a project has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


STATUSES = {
    "not_started": "not_started",
    "ยังไม่ดำเนินการ": "not_started",
    "in_progress": "in_progress",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "done": "done",
    "ดำเนินการแล้ว": "done",
    "cancelled": "cancelled",
    "ยกเลิก": "cancelled",
}
"""Written form -> status."""

ROUNDS = {"6": "6", "๖": "6", "12": "12", "๑๒": "12"}
"""Written form -> months of a reporting round."""


class EvidenceFile(Record):
    """หลักฐาน: a file that shows a result."""

    title: Text
    """ชื่อหลักฐาน: what it is."""
    address: Address | None = None
    """ที่อยู่: where it is published."""
    sha256: Sha256 | None = None
    """ค่า sha256: of the file."""


class ProjectResult(Record):
    """ผลการดำเนินงานของโครงการ: one project in one round."""

    project: Identifier
    """โครงการ: its id."""
    status: Annotated[ResultStatus, choice(STATUSES, "ใช้สถานะใดสถานะหนึ่ง")]
    """สถานะ: how far it has come."""
    spent: Baht | None = None
    """เงินที่ใช้ไป (บาท): none = not reported."""
    people: Count | None = None
    """จำนวนผู้เข้าร่วม (คน): none = not reported."""
    indicator_result: Text | None = None
    """ผลตามตัวชี้วัด: as reported."""
    problems: Text | None = None
    """ปัญหาและอุปสรรค: as reported."""
    suggestions: Text | None = None
    """ข้อเสนอแนะ: as reported."""
    evidence: tuple[EvidenceFile, ...] = ()
    """หลักฐาน: by address and hash."""


class StaffTrained(Record):
    """จำนวนผู้ได้รับการพัฒนา: by position type."""

    position_type: Text
    """ประเภทตำแหน่ง: as in the staff counts."""
    total: Count
    """จำนวนทั้งหมด (คน): head count."""
    trained: Count
    """จำนวนที่ได้รับการพัฒนา (คน): of them, trained."""


class YearResults(Record):
    """ผลการดำเนินงานประจำปี: what an LAO reports of one fiscal year, after six or twelve months."""

    fiscal_year: Year
    """ปีงบประมาณ: the year reported."""
    round: Annotated[str, choice(ROUNDS, "ใช้จำนวนเดือนใดจำนวนหนึ่ง")]
    """รอบรายงาน (เดือน): 6 or 12."""
    as_of: OfficialDate
    """ข้อมูล ณ วันที่: day of the figures."""
    projects: tuple[ProjectResult, ...] = ()
    """ผลรายโครงการ: one entry a project."""
    staff: tuple[StaffTrained, ...] = ()
    """จำนวนผู้ได้รับการพัฒนา: by position type."""
