"""The parts of a plan that are neither money nor projects: roles, survey, steps, committee, evaluation, monitoring."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import (
    DepartmentRef,
    FrameworkRef,
    Number,
    Printed,
    Record,
    Remark,
    Section,
    Summary,
    choice,
)

TOPICS = {
    "rationale": "rationale",
    "หลักการและเหตุผล": "rationale",
    "targets": "targets",
    "เป้าหมายการพัฒนา": "targets",
    "เป้าหมาย": "targets",
    "curricula": "curricula",
    "หลักสูตรการพัฒนา": "curricula",
    "หลักสูตร": "curricula",
    "methods": "methods",
    "วิธีการพัฒนาและระยะเวลา": "methods",
    "วิธีการและระยะเวลา": "methods",
    "วิธีการพัฒนา": "methods",
    "budget": "budget",
    "งบประมาณ": "budget",
    "monitoring": "monitoring",
    "การติดตามและประเมินผล": "monitoring",
    "ติดตามประเมินผล": "monitoring",
}
"""The six mandatory topics of a plan, in the order of the master plan, section 4.3.3."""


COVERAGES = {
    "full": "full",
    "ครบ": "full",
    "ทั้งหมด": "full",
    "พบในเอกสาร": "full",
    "partial": "partial",
    "บางส่วน": "partial",
    "พบบางส่วน": "partial",
}
"""Written form -> how much of a topic a section covers."""

COMPETENCY_KINDS = {
    "core": "core",
    "สมรรถนะหลัก": "core",
    "executive": "executive",
    "สมรรถนะประจำผู้บริหาร": "executive",
    "ผู้บริหาร": "executive",
    "line": "line",
    "สมรรถนะประจำสายงาน": "line",
    "สายงาน": "line",
}
"""Written form -> group of competencies."""

COMPETENCY_KIND_NAMES = {"core": "สมรรถนะหลัก", "executive": "สมรรถนะประจำผู้บริหาร", "line": "สมรรถนะประจำสายงาน"}
"""Kinds of competencies: the Thai name of each; a skill may refer to a kind as a whole."""


class Topic(Record):
    """หัวข้อสำคัญที่แผนต้องมี: the place of one of the six mandatory topics in the document (master plan, 4.3.3)."""

    topic: Annotated[str, choice(TOPICS, "ใช้หัวข้อใดหัวข้อหนึ่ง")]
    """หัวข้อ: which of the six."""
    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    coverage: Annotated[str, choice(COVERAGES, "ใช้ค่าใดค่าหนึ่ง", stand_in="partial")] = "full"
    """ความครบถ้วน: whether the section covers the whole topic."""
    note: Remark | None = None
    """หมายเหตุ: what is covered and what is not."""


class FrameworkChoice(Record):
    """รายการที่แผนเลือกใช้: an entry of a national framework that the plan names."""

    ref: FrameworkRef | None = None
    """รายการในกรอบระดับชาติ: id of the entry; none if the plan's entry is not in the framework."""
    kind: Annotated[str, choice(COMPETENCY_KINDS, "ใช้ค่าใดค่าหนึ่ง")] | None = None
    """กลุ่มสมรรถนะ: core, executive or line; competencies only."""
    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""


CHOICE_LIST = {
    "curricula": "หลักสูตร",
    "methods": "วิธีการพัฒนา",
    "target_groups": "กลุ่มเป้าหมาย",
    "competencies": "สมรรถนะ",
}
"""Fields of a plan and of a project that choose from the frameworks: what each lists, in Thai."""


class IdpRole(Record):
    """บทบาทในการจัดทำ IDP: one group of persons concerned and its duties."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    role: Printed
    """กลุ่มบุคคล: as printed."""
    duties: tuple[Summary, ...] = ()
    """บทบาทหน้าที่: summarised, one per printed duty."""


class IdpRoles(Record):
    """ตารางบทบาทหน้าที่ในการจัดทำ IDP: roles and duties for individual development plans."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    roles: tuple[IdpRole, ...]
    """กลุ่มบุคคล: in printed order."""


class SurveyRow(Record):
    """แถวของตารางสำรวจ: one department's answers."""

    department: DepartmentRef | None = None
    """ส่วนราชการ: its id."""
    printed: Printed
    """หัวแถว: as printed."""
    cells: tuple[Printed | None, ...]
    """คำตอบ: one per column; empty if the document's cell is empty."""


class Survey(Record):
    """ตารางสำรวจความต้องการพัฒนา: departments against areas of need."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    columns: tuple[Printed, ...]
    """ด้านที่สำรวจ: the columns, as printed."""
    rows: tuple[SurveyRow, ...]
    """ส่วนราชการ: the rows, in printed order."""

    @property
    def is_empty(self) -> bool:
        """Whether all cells of the table are empty."""
        return not any(cell and cell.strip() for row in self.rows for cell in row.cells)


class OtherTableRow(Record):
    """แถวของตารางอื่น: one row."""

    cells: tuple[Printed | None, ...]
    """ช่อง: as printed, one per column; empty if the document's cell is empty."""


class OtherTable(Record):
    """ตารางอื่นในเอกสาร: a table for which the format has no fields of its own, kept as printed."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    columns: tuple[Printed | None, ...] = ()
    """หัวคอลัมน์: as printed; none if the table has no heading."""
    rows: tuple[OtherTableRow, ...]
    """แถว: in printed order."""
    note: Remark | None = None
    """หมายเหตุ: remark of the person who entered the data."""

    @property
    def width(self) -> int:
        """Number of columns of the heading, or of the longest row."""
        return max(len(self.columns), *(len(row.cells) for row in self.rows), 1)


class RequestStep(Record):
    """ขั้นตอนการขอรับการฝึกอบรม: one step."""

    number: Number
    """ลำดับที่: as printed."""
    text: Printed
    """ขั้นตอน: as printed."""


class RequestSteps(Record):
    """ขั้นตอนการขอรับการฝึกอบรมรายบุคคล: steps for staff to request training."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อหัวข้อ: as printed."""
    steps: tuple[RequestStep, ...]
    """ขั้นตอน: in printed order."""


class CommitteeMember(Record):
    """กรรมการ: a seat in the plan committee, by position."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    position: Printed
    """ตำแหน่ง: as printed."""
    role: Printed
    """หน้าที่ในคณะกรรมการ: as printed."""


class CommitteeDuty(Record):
    """หน้าที่ของคณะกรรมการ: one duty, summarised."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    text: Summary
    """หน้าที่: in the words of the person who entered the data."""


class Committee(Record):
    """คณะกรรมการจัดทำแผนพัฒนาบุคลากร: the plan committee (master plan, section 14.1)."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อคณะกรรมการ: as printed."""
    years_printed: Printed | None = None
    """ปีงบประมาณตามเอกสาร: as printed, even if they differ from the cycle's."""
    members: tuple[CommitteeMember, ...]
    """กรรมการ: in printed order."""
    duties: tuple[CommitteeDuty, ...] = ()
    """หน้าที่: in printed order."""


class EvaluatedCompetency(Record):
    """สมรรถนะที่ประเมิน: one competency of an evaluation form."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    summary: Summary | None = None
    """คำอธิบายโดยสรุป: in the words of the person who entered the data."""


class EvaluationGroup(Record):
    """กลุ่มสมรรถนะที่ประเมิน: a group of competencies of an evaluation form."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    note: Summary | None = None
    """คำอธิบายโดยสรุป: in the words of the person who entered the data."""
    competencies: tuple[EvaluatedCompetency, ...] = ()
    """สมรรถนะ: in printed order."""


class EvaluationForm(Record):
    """รูปแบบการประเมินผลบุคลากร: one of the plan's forms of evaluation."""

    number: Number | None = None
    """ลำดับที่: as printed."""
    name: Printed
    """ชื่อ: as printed."""
    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    groups: tuple[EvaluationGroup, ...] = ()
    """กลุ่มสมรรถนะ: in printed order."""


class CitedSource(Record):
    """เอกสารที่อ้างถึง: a law, letter, resolution or policy that a document cites."""

    title: Printed
    """ชื่อเอกสาร: as printed."""
    number: Number | None = None
    """เลขที่: as printed."""
    date: Printed | None = None
    """วันที่: as printed."""
    section: Section | None = None
    """ข้อหรือส่วน: the clause cited, or where it is cited, as printed."""


class Monitoring(Record):
    """การติดตามและประเมินผล: follow-up of the plan, as it says."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อหัวข้อ: as printed."""
    summary: Summary | None = None
    """สาระสำคัญ: in the words of the person who entered the data."""
    cited_law: CitedSource | None = None
    """กฎหมายที่อ้าง: as printed."""


class Quotation(Record):
    """ข้อความที่คัดจากเอกสาร: a short excerpt as printed, if the wording itself is evidence."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    text: Printed
    """ข้อความ: as printed."""
    note: Remark | None = None
    """หมายเหตุ: why it is quoted."""
