"""One plan of one cycle: `plan.yml`, and the other files of its folder."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.base import (
    DateCell,
    PlanCycle,
    Printed,
    Record,
    Summary,
    choice,
)
from generator.model.cells import meaning
from generator.model.idp import IdpTable
from generator.model.money import BudgetBasis
from generator.model.official import (
    STATES,
    Acknowledgement,
    Amendment,
    Announcement,
    AppointmentOrder,
    Approval,
    Correction,
    Cover,
    DocumentState,
    DraftingStamp,
    PublishedDocument,
    SourceDocument,
)
from generator.model.plan_parts import (
    Committee,
    EvaluationForm,
    FrameworkChoice,
    IdpRoles,
    Monitoring,
    OtherTable,
    Quotation,
    RequestSteps,
    Survey,
    Topic,
)
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import FieldMark
from generator.model.strategy import Alignment, Basis, BudgetMatrix, LocalStrategy, Strategy, Tactic, Value


class Plan(Record):
    """แผนพัฒนาบุคลากร ๓ ปี: one plan, without its projects, IDP rows, results and narrative."""

    cycle: Annotated[PlanCycle, FieldMark.OFFICIAL]
    """รอบแผน: first and last fiscal year."""
    title: Annotated[Printed | None, FieldMark.OFFICIAL] = None
    """ชื่อแผน: as printed."""
    continues: Annotated[PlanCycle | None, FieldMark.OFFICIAL] = None
    """ต่อจากรอบแผน: the cycle it was rolled over from."""
    state: Annotated[DocumentState, choice(STATES, "ใช้สถานะใดสถานะหนึ่ง", stand_in="unread"), FieldMark.OFFICIAL]
    """สถานะเอกสาร: draft, submitted, returned, approved or announced."""
    submitted: Annotated[DateCell | None, FieldMark.OFFICIAL] = None
    """วันที่เสนอขอความเห็นชอบ: day of submission to the committee."""
    returned: Annotated[DateCell | None, FieldMark.OFFICIAL] = None
    """วันที่ส่งกลับแก้ไข: day on which the committee returned it."""
    sources: Annotated[tuple[SourceDocument, ...], FieldMark.OFFICIAL] = ()
    """เอกสารต้นทาง: the documents as received."""
    approval: Annotated[Approval | None, FieldMark.OFFICIAL] = None
    """การให้ความเห็นชอบ: the committee's resolution."""
    announcement: Annotated[Announcement | None, FieldMark.OFFICIAL] = None
    """ประกาศใช้แผน: the LAO's announcement."""
    appointment_order: Annotated[AppointmentOrder | None, FieldMark.OFFICIAL] = None
    """คำสั่งแต่งตั้งคณะกรรมการ: the order."""
    drafting_stamps: Annotated[tuple[DraftingStamp, ...], FieldMark.OFFICIAL] = ()
    """ตราร่าง พิมพ์ ทวน: as printed at the foot of the announcement."""
    cover: Annotated[Cover | None, FieldMark.OFFICIAL] = None
    """หน้าปก: text of the cover."""
    rationale: tuple[Summary, ...] = ()
    """หลักการและเหตุผล: points, summarised."""
    objectives: tuple[Summary, ...] = ()
    """วัตถุประสงค์: points, summarised."""
    targets: Annotated[tuple[Summary, ...], FieldMark.MATERIAL] = ()
    """เป้าหมายการพัฒนา: points, summarised."""
    topics: tuple[Topic, ...] = ()
    """หัวข้อสำคัญหกข้อ: the place of each in the document."""
    local_strategies: tuple[LocalStrategy, ...] = ()
    """ยุทธศาสตร์การพัฒนาท้องถิ่น: in printed order."""
    values: tuple[Value, ...] = ()
    """ค่านิยมร่วม: in printed order."""
    alignment: Alignment | None = None
    """ตารางความสอดคล้อง: local development strategies against values."""
    strategies: Annotated[tuple[Strategy, ...], FieldMark.MATERIAL] = ()
    """ยุทธศาสตร์ของแผน: in printed order, with tactics."""
    budget_basis: Annotated[Basis, FieldMark.MATERIAL] = BudgetBasis.NOT_STATED
    """ฐานของจำนวนเงินในตารางโครงการ: per year, whole cycle or not stated."""
    budget_matrix: Annotated[BudgetMatrix | None, FieldMark.MATERIAL] = None
    """ตารางงบประมาณส่วนราชการ x ยุทธศาสตร์: as stated."""
    curricula: Annotated[tuple[FrameworkChoice, ...], FieldMark.MATERIAL] = ()
    """หลักสูตร: those the plan names."""
    methods: Annotated[tuple[FrameworkChoice, ...], FieldMark.MATERIAL] = ()
    """วิธีการพัฒนา: those the plan names."""
    target_groups: Annotated[tuple[FrameworkChoice, ...], FieldMark.MATERIAL] = ()
    """กลุ่มเป้าหมาย: those the plan names."""
    competencies: Annotated[tuple[FrameworkChoice, ...], FieldMark.MATERIAL] = ()
    """สมรรถนะ: those the plan names."""
    idp_roles: IdpRoles | None = None
    """บทบาทหน้าที่ในการจัดทำ IDP: roles and duties."""
    survey: Survey | None = None
    """ตารางสำรวจความต้องการพัฒนา: departments against areas."""
    request_steps: RequestSteps | None = None
    """ขั้นตอนการขอรับการฝึกอบรม: in printed order."""
    committee: Committee | None = None
    """คณะกรรมการจัดทำแผน: seats and duties."""
    evaluation_forms: tuple[EvaluationForm, ...] = ()
    """รูปแบบการประเมินผลบุคลากร: in printed order."""
    monitoring: Monitoring | None = None
    """การติดตามและประเมินผล: follow-up of the plan."""
    other_tables: tuple[OtherTable, ...] = ()
    """ตารางอื่นในเอกสาร: tables without fields of their own, kept as printed."""
    quotations: tuple[Quotation, ...] = ()
    """ข้อความที่คัดจากเอกสาร: short excerpts as printed."""
    amendments: Annotated[tuple[Amendment, ...], FieldMark.OFFICIAL] = ()
    """การปรับปรุงแผน: in order of number."""
    corrections: Annotated[tuple[Correction, ...], FieldMark.NOT_OF_THE_DOCUMENT, FieldMark.OFFICIAL] = ()
    """การแก้ไขความคลาดเคลื่อนของข้อมูล: declared corrections."""
    acknowledged: Annotated[tuple[Acknowledgement, ...], FieldMark.NOT_OF_THE_DOCUMENT, FieldMark.OFFICIAL] = ()
    """คำชี้แจงของ อปท.: answers to findings."""
    documents: tuple[PublishedDocument, ...] = ()
    """เอกสารแนบ: signed scans and evidence."""

    @property
    def submitted_day(self) -> datetime.date | None:
        """Day of submission to the committee; None if not stated or not certain."""
        return meaning(self.submitted)

    @property
    def returned_day(self) -> datetime.date | None:
        """Day on which the committee returned it; None if not stated or not certain."""
        return meaning(self.returned)

    @property
    def is_draft(self) -> bool:
        """Whether it is not yet approved, and so left out of totals and search."""
        return self.state not in (DocumentState.APPROVED, DocumentState.ANNOUNCED)

    @property
    def is_partial(self) -> bool:
        """Whether only part of the document was received, so that nothing may be called missing."""
        return any(source.extent == "partial" for source in self.sources)

    @property
    def entered_by_third_party(self) -> bool:
        """Whether a third party entered the data, not the LAO."""
        return any(source.entered_by == "third_party" for source in self.sources)

    def tactics(self) -> tuple[tuple[Strategy, Tactic], ...]:
        """All tactics with their strategies, in printed order."""
        return tuple((strategy, tactic) for strategy in self.strategies for tactic in strategy.tactics)


@dataclass(frozen=True, slots=True)
class NarrativeSection:
    """ส่วนบรรยาย: prose under one fixed section id of `narrative.md`, as unsanitised Markdown."""

    id: str
    """รหัสหัวข้อ: one of the fixed ids."""
    source: str | None
    """ที่มา: section of the document as printed."""
    is_summary: bool
    """เป็นบทสรุป: whether it is a summary by the person who entered the data."""
    markdown: str
    """เนื้อความ: Markdown as written."""


class FileKind(StrEnum):
    """Kinds of files that are published unchanged: none can run scripts on the site."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """ไฟล์ในโฟลเดอร์ documents/: name, size and hash."""

    name: str
    """ชื่อไฟล์: as it is stored."""
    size: int
    """ขนาด: bytes."""
    sha256: str | None
    """ค่า sha256: of its content; None if it is too large or unreadable."""
    kind: FileKind | None
    """ชนิดไฟล์: by its first bytes; None for a kind that is not published."""


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """ไฟล์ทั้งหมดของหนึ่งรอบแผน: one plan with its projects, IDP, results and narrative."""

    plan: Plan
    """แผน: plan.yml."""
    projects: ProjectTable | None
    """ตารางโครงการ: projects.yml; None without one."""
    idp: IdpTable | None
    """แผนพัฒนารายบุคคล: idp.yml; None without one."""
    results: tuple[YearResults, ...]
    """ผลการดำเนินงาน: in order of fiscal year, the report of six months before that of twelve."""
    narrative: tuple[NarrativeSection, ...]
    """ส่วนบรรยาย: in written order."""
    unread: frozenset[str] = frozenset()
    """ไฟล์ที่อ่านได้ไม่ครบ: names of partly unreadable files, relative to the cycle's folder."""
    results_files: tuple[str, ...] = ()
    """ไฟล์ผล: file of each of `results`, relative to the cycle's folder; empty if not from files."""

    attached: tuple[AttachedFile, ...] = ()
    """ไฟล์ใน documents/: the existing files named by the plan and its results, sorted by name."""
    unread_rows: frozenset[tuple[str, int]] = frozenset()
    """แถวที่อ่านได้ไม่ครบ: file and index of each row of its table of which a part is unreadable."""

    def file_of(self, report: YearResults) -> str:
        """Return the file of a report, relative to the cycle's folder: a year may have two."""
        files = zip(self.results, self.results_files, strict=False)
        return next((file for one, file in files if one is report), f"results/{report.fiscal_year}.yml")
