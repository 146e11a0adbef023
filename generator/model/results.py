"""Results of a plan in one fiscal year: `results/<year>.yml`. Never per IDP row: single holders are identifiable."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    Address,
    CountCell,
    DateCell,
    EnteredDate,
    FileName,
    ProjectRef,
    Record,
    Sha256,
    Statement,
    Truth,
    Year,
    choice,
)
from generator.model.cells import meaning
from generator.model.money import MoneyField
from generator.model.roles import FieldMark
from generator.model.strategy import counted_baht


class ResultStatus(StrEnum):
    """สถานะการดำเนินงาน: progress of a project."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"
    NOT_STATED = "not_stated"
    """The entry has figures or texts, but no status."""
    UNREAD = "unread"
    """The word is unreadable."""


STATUSES = {
    "not_started": "not_started",
    "ยังไม่ดำเนินการ": "not_started",
    "ยังไม่ได้ดำเนินการ": "not_started",
    "in_progress": "in_progress",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "กำลังดำเนินการ": "in_progress",
    "done": "done",
    "ดำเนินการแล้ว": "done",
    "ดำเนินการแล้วเสร็จ": "done",
    "ดำเนินการเสร็จสิ้น": "done",
    "แล้วเสร็จ": "done",
    "เสร็จสิ้น": "done",
    "cancelled": "cancelled",
    "ยกเลิก": "cancelled",
}
"""Written form -> status."""

ROUNDS = {"6": "6", "6 เดือน": "6", "รอบ 6 เดือน": "6", "12": "12", "12 เดือน": "12", "รอบ 12 เดือน": "12"}
"""Written form -> months of a reporting round."""


class EvidenceFile(Record):
    """หลักฐาน: a file that documents a result."""

    title: Statement
    """ชื่อหลักฐาน: what it is."""
    kind: Statement | None = None
    """ชนิดหลักฐาน: report, photo, list of participants ...; none = หลักฐาน."""
    date: DateCell | None = None
    """วันที่ของหลักฐาน: day on the document."""
    address: Address | None = None
    """ที่อยู่: where it is published."""
    file: FileName | None = None
    """ชื่อไฟล์: inside documents/, if it is beside the plan."""
    sha256: Sha256 | None = None
    """ค่า sha256: of the file."""
    reviewed_for_personal_data: Truth = False
    """ตรวจข้อมูลส่วนบุคคลแล้ว: whether it was reviewed for personal data; its file is published only then."""


class ProjectResult(Record):
    """ผลการดำเนินงานของโครงการ: one project in one round."""

    project: Annotated[ProjectRef, FieldMark.LIST_KEY]
    """โครงการ: its id."""
    status: Annotated[ResultStatus, choice(STATUSES, "ใช้สถานะใดสถานะหนึ่ง", stand_in="unread")] = ResultStatus.NOT_STATED
    """สถานะ: progress; none = not reported."""
    spent: MoneyField | None = None
    """เงินที่ใช้ไป (บาท): none = not reported."""
    people: CountCell | None = None
    """จำนวนผู้เข้าร่วม (คน): none = not reported."""
    indicator_result: Statement | None = None
    """ผลตามตัวชี้วัด: as reported."""
    problems: Statement | None = None
    """ปัญหาและอุปสรรค: as reported."""
    suggestions: Statement | None = None
    """ข้อเสนอแนะ: as reported."""
    evidence: tuple[EvidenceFile, ...] = ()
    """หลักฐาน: by address and hash."""

    @property
    def is_blank(self) -> bool:
        """Whether it has only a project id, as in a skeleton, and so reports nothing."""
        stated = (self.spent, self.people, self.indicator_result, self.problems, self.suggestions, self.evidence)
        return self.status is ResultStatus.NOT_STATED and not any(stated)

    @property
    def spent_baht(self) -> Decimal | None:
        """Money spent in baht; None if not reported as an amount."""
        return counted_baht(self.spent)

    @property
    def people_count(self) -> int | None:
        """Participants; None if not reported as a number."""
        return meaning(self.people)


class StaffTrained(Record):
    """จำนวนผู้ได้รับการพัฒนา: by position type."""

    position_type: Statement
    """ประเภทตำแหน่ง: as in the staff counts."""
    total: CountCell
    """จำนวนทั้งหมด (คน): head count."""
    trained: CountCell
    """จำนวนที่ได้รับการพัฒนา (คน): of them, trained."""

    @property
    def total_people(self) -> int | None:
        """Head count; None if not a plain number."""
        return self.total.meaning

    @property
    def trained_people(self) -> int | None:
        """People trained; None if not a plain number."""
        return self.trained.meaning


class YearResults(Record):
    """ผลการดำเนินงานประจำปี: report of one fiscal year by an LAO, after six or twelve months."""

    fiscal_year: Year
    """ปีงบประมาณ: the year reported."""
    round: Annotated[str, choice(ROUNDS, "ใช้จำนวนเดือนใดจำนวนหนึ่ง")]
    """รอบรายงาน (เดือน): 6 or 12."""
    as_of: EnteredDate
    """ข้อมูล ณ วันที่: day of the figures."""
    projects: tuple[ProjectResult, ...] = ()
    """ผลรายโครงการ: one entry per project."""
    staff: tuple[StaffTrained, ...] = ()
    """จำนวนผู้ได้รับการพัฒนา: by position type."""

    @property
    def reported(self) -> tuple[ProjectResult, ...]:
        """Entries with content; the others are not reported."""
        return tuple(one for one in self.projects if not one.is_blank)

    @property
    def is_blank(self) -> bool:
        """Whether it is an untouched skeleton and so reports nothing."""
        return bool(self.projects) and not self.reported and not self.staff
