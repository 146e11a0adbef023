"""Projects and activities of a plan: `projects.yml`."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Identifier, Quarters, Record, Text, Year
from generator.model.money import NOT_STATED, BudgetCell


class Targets(Record):
    """เป้าหมายสามด้าน: what a project is to reach; the label itself is left out."""

    quantity: Text | None = None
    """เชิงปริมาณ: as printed."""
    quality: Text | None = None
    """เชิงคุณภาพ: as printed."""
    benefit: Text | None = None
    """เชิงประโยชน์: as printed."""


class Responsible(Record):
    """ผู้รับผิดชอบ: who carries out a project."""

    departments: tuple[Identifier, ...] = ()
    """ส่วนราชการ: ids; none where the cell names no department."""
    printed: Text | None = None
    """ข้อความในช่อง: the cell as it stands, also when it is no department."""


class EvidenceTag(Record):
    """ป้ายหลักฐาน: an assessment that the document ties a project to."""

    scheme: Text
    """การประเมิน: LPA, ITA ..."""
    item: Text | None = None
    """ด้านหรือตัวชี้วัด: as printed."""
    printed: Text | None = None
    """ข้อความตามเอกสาร: as printed."""


class Project(Record):
    """โครงการหรือกิจกรรม: one row of the plan's project table."""

    id: Identifier
    """รหัสโครงการ: never reused; part of the project's address."""
    strategy: Identifier
    """ยุทธศาสตร์: its id."""
    tactic: Identifier
    """กลยุทธ์: its id."""
    number: Text | None = None
    """ลำดับที่: as printed, gaps included."""
    name: Text
    """ชื่อโครงการหรือกิจกรรม: as printed."""
    indicator: Text | None = None
    """ตัวชี้วัด: as printed."""
    targets: Targets | None = None
    """เป้าหมาย: in three dimensions."""
    budget: BudgetCell = NOT_STATED
    """งบประมาณ (บาท): in one of four states."""
    periods: dict[Year, Quarters] = Field(default_factory=dict)
    """ระยะเวลา: quarters per fiscal year."""
    responsible: Responsible | None = None
    """ผู้รับผิดชอบ: departments and the cell as printed."""
    curricula: tuple[Identifier, ...] = ()
    """หลักสูตร: stated ones only, ids of the framework."""
    methods: tuple[Identifier, ...] = ()
    """วิธีการพัฒนา: stated ones only, ids of the framework."""
    target_groups: tuple[Identifier, ...] = ()
    """กลุ่มเป้าหมาย: stated ones only, ids of the framework."""
    competencies: tuple[Identifier, ...] = ()
    """สมรรถนะ: stated ones only, ids of the framework."""
    evidence: tuple[EvidenceTag, ...] = ()
    """ป้ายหลักฐาน: assessments printed beside the project."""
    note: Text | None = None
    """หมายเหตุ: remark of whoever entered the data."""


class ProjectTable(Record):
    """ตารางโครงการ/กิจกรรม: all projects of a plan."""

    section: Text | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Text | None = None
    """ชื่อตาราง: as printed."""
    projects: tuple[Project, ...] = ()
    """โครงการ: in printed order."""
