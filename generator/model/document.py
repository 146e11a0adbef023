"""The parts of a plan that are neither money nor projects: roles, survey, steps, committee, evaluation, monitoring."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Identifier, Record, Text, choice

TOPICS = {
    "rationale": "rationale",
    "targets": "targets",
    "curricula": "curricula",
    "methods": "methods",
    "budget": "budget",
    "monitoring": "monitoring",
}
"""The six mandatory topics of a plan, in the order of the master plan, section 4.3.3."""


class Topic(Record):
    """หัวข้อสำคัญที่แผนต้องมี: where one of the six mandatory topics stands in the document (master plan, 4.3.3)."""

    topic: Annotated[str, choice(TOPICS, "ใช้หัวข้อใดหัวข้อหนึ่ง")]
    """หัวข้อ: which of the six."""
    section: Text
    """ส่วนของเอกสาร: where it stands, as printed."""
    coverage: Annotated[str, choice({"full": "full", "partial": "partial"}, "ใช้ค่าใดค่าหนึ่ง")] = "full"
    """ความครบถ้วน: whether the section covers the whole topic."""
    note: Text | None = None
    """หมายเหตุ: what is covered and what is not."""


class FrameworkChoice(Record):
    """รายการที่แผนเลือกใช้: an entry of a national framework that the plan names."""

    ref: Identifier | None = None
    """รายการในกรอบระดับชาติ: id of the entry; none where the plan's entry is not one of the framework's."""
    kind: Annotated[str, choice({"core": "core", "executive": "executive", "line": "line"}, "ใช้ค่าใดค่าหนึ่ง")] | None = (
        None
    )
    """กลุ่มสมรรถนะ: core, executive or line; competencies only."""
    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    section: Text | None = None
    """ส่วนของเอกสาร: as printed."""


class IdpRole(Record):
    """บทบาทในการจัดทำ IDP: one group of persons concerned and its duties."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    role: Text
    """กลุ่มบุคคล: as printed."""
    duties: tuple[Text, ...] = ()
    """บทบาทหน้าที่: summarised, one for each printed duty."""


class IdpRoles(Record):
    """ตารางบทบาทหน้าที่ในการจัดทำ IDP: who does what for individual development plans."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    roles: tuple[IdpRole, ...]
    """กลุ่มบุคคล: in printed order."""


class SurveyRow(Record):
    """แถวของตารางสำรวจ: one department's answers."""

    department: Identifier | None = None
    """ส่วนราชการ: its id."""
    printed: Text
    """หัวแถว: as printed."""
    cells: tuple[Text | None, ...]
    """คำตอบ: one for each column; empty where the document's cell is empty."""


class Survey(Record):
    """ตารางสำรวจความต้องการพัฒนา: departments against areas of need."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    columns: tuple[Text, ...]
    """ด้านที่สำรวจ: the columns, as printed."""
    rows: tuple[SurveyRow, ...]
    """ส่วนราชการ: the rows, in printed order."""

    @property
    def is_empty(self) -> bool:
        """Whether no cell of the table holds an answer."""
        return not any(cell and cell.strip() for row in self.rows for cell in row.cells)


class RequestStep(Record):
    """ขั้นตอนการขอรับการฝึกอบรม: one step."""

    number: Text
    """ลำดับที่: as printed."""
    text: Text
    """ขั้นตอน: as printed."""


class RequestSteps(Record):
    """ขั้นตอนการขอรับการฝึกอบรมรายบุคคล: how a member of staff asks for training."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อหัวข้อ: as printed."""
    steps: tuple[RequestStep, ...]
    """ขั้นตอน: in printed order."""


class CommitteeMember(Record):
    """กรรมการ: a seat in the plan committee, by position."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    position: Text
    """ตำแหน่ง: as printed."""
    role: Text
    """หน้าที่ในคณะกรรมการ: as printed."""


class CommitteeDuty(Record):
    """หน้าที่ของคณะกรรมการ: one duty, summarised."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    text: Text
    """หน้าที่: in the words of whoever entered the data."""


class Committee(Record):
    """คณะกรรมการจัดทำแผนพัฒนาบุคลากร: the plan committee (master plan, section 14.1)."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อคณะกรรมการ: as printed."""
    years_printed: Text | None = None
    """ปีงบประมาณตามเอกสาร: as printed, also where they are not the cycle's."""
    members: tuple[CommitteeMember, ...]
    """กรรมการ: in printed order."""
    duties: tuple[CommitteeDuty, ...] = ()
    """หน้าที่: in printed order."""


class EvaluatedCompetency(Record):
    """สมรรถนะที่ประเมิน: one competency of an evaluation form."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    summary: Text | None = None
    """คำอธิบายโดยสรุป: in the words of whoever entered the data."""


class EvaluationGroup(Record):
    """กลุ่มสมรรถนะที่ประเมิน: a group of competencies of an evaluation form."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    note: Text | None = None
    """คำอธิบายโดยสรุป: in the words of whoever entered the data."""
    competencies: tuple[EvaluatedCompetency, ...] = ()
    """สมรรถนะ: in printed order."""


class EvaluationForm(Record):
    """รูปแบบการประเมินผลบุคลากร: one of the plan's forms of evaluation."""

    number: Text | None = None
    """ลำดับที่: as printed."""
    name: Text
    """ชื่อ: as printed."""
    section: Text | None = None
    """ส่วนของเอกสาร: as printed."""
    summary: Text | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    groups: tuple[EvaluationGroup, ...] = ()
    """กลุ่มสมรรถนะ: in printed order."""


class CitedSource(Record):
    """เอกสารที่อ้างถึง: a law, letter, resolution or policy that a document cites."""

    title: Text
    """ชื่อเอกสาร: as printed."""
    number: Text | None = None
    """เลขที่: as printed."""
    date: Text | None = None
    """วันที่: as printed."""
    section: Text | None = None
    """ข้อหรือส่วน: the clause cited, or where it is cited, as printed."""


class Monitoring(Record):
    """การติดตามและประเมินผล: how the plan says it will be followed up."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อหัวข้อ: as printed."""
    summary: Text | None = None
    """สาระสำคัญ: in the words of whoever entered the data."""
    cited_law: CitedSource | None = None
    """กฎหมายที่อ้าง: as printed."""


class Quotation(Record):
    """ข้อความที่คัดจากเอกสาร: a short excerpt as printed, where the wording itself is evidence."""

    section: Text
    """ส่วนของเอกสาร: as printed."""
    text: Text
    """ข้อความ: as printed."""
    note: Text | None = None
    """หมายเหตุ: why it is quoted."""
