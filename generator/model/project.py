"""Projects and activities of a plan: `projects.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, model_validator

from generator.model.base import (
    DepartmentRef,
    FrameworkRef,
    Identifier,
    Number,
    Printed,
    Record,
    Remark,
    Section,
    StrategyRef,
    TacticRef,
)
from generator.model.money import NOT_STATED, BudgetField
from generator.model.periods import NO_PERIODS, PeriodField
from generator.model.roles import FieldMark


class Targets(Record):
    """เป้าหมายสามด้าน: targets of a project; the label itself is left out."""

    quantity: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """เชิงปริมาณ: as printed."""
    quality: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """เชิงคุณภาพ: as printed."""
    benefit: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """เชิงประโยชน์: as printed."""
    printed: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """เป้าหมายที่ไม่แยกด้าน: the cell as printed, if the document names none of the three."""


def _only_printed(value: Any) -> Any:
    """Read targets written as plain text."""
    return {"printed": value} if isinstance(value, str) else value


def _responsible(value: Any, info: ValidationInfo) -> Any:
    """Read a cell written as plain text: the printed text, and the departments that it certainly names."""
    if not isinstance(value, str):
        return value
    named = getattr(info.context, "departments_named", None)
    return {"departments": list(named(value)) if named else [], "printed": value}


class Responsible(Record):
    """ผู้รับผิดชอบ: who carries out a project."""

    departments: Annotated[tuple[DepartmentRef, ...], FieldMark.MATERIAL] = ()
    """ส่วนราชการ: ids; none if the cell names no department."""
    printed: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """ข้อความในช่อง: the cell as printed, even if it is no department."""


class EvidenceTag(Record):
    """ป้ายหลักฐาน: an assessment that the document links a project to."""

    scheme: Printed
    """การประเมิน: LPA, ITA ..."""
    item: Printed | None = None
    """ด้านหรือตัวชี้วัด: as printed."""
    printed: Printed | None = None
    """ข้อความตามเอกสาร: as printed."""


class Project(Record):
    """โครงการหรือกิจกรรม: one row of the plan's project table."""

    id: Identifier
    """รหัสโครงการ: never reused; part of the project's address."""
    strategy: Annotated[StrategyRef | None, FieldMark.MATERIAL] = None
    """ยุทธศาสตร์: its id; that of the tactic if only the tactic is stated."""
    tactic: Annotated[TacticRef | None, FieldMark.MATERIAL] = None
    """กลยุทธ์: its id; none if the document names none."""
    number: Number | None = None
    """ลำดับที่: as printed, gaps included."""
    name: Annotated[Printed, FieldMark.MATERIAL]
    """ชื่อโครงการหรือกิจกรรม: as printed."""
    objective: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """วัตถุประสงค์: as printed; not every form has this column."""
    indicator: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """ตัวชี้วัด: as printed."""
    targets: Annotated[Targets | None, BeforeValidator(_only_printed)] = None
    """เป้าหมาย: in three dimensions, or as one text."""
    budget: BudgetField = NOT_STATED
    """งบประมาณ (บาท): one cell, or one per fiscal year."""
    periods: PeriodField = NO_PERIODS
    """ระยะเวลา: one cell, or one per fiscal year."""
    responsible: Annotated[Responsible | None, BeforeValidator(_responsible)] = None
    """ผู้รับผิดชอบ: departments and the cell as printed."""
    place: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """สถานที่ดำเนินการ: as printed; not every form has this column."""
    expected_result: Annotated[Printed | None, FieldMark.MATERIAL] = None
    """ผลที่คาดว่าจะได้รับ: as printed; not every form has this column."""
    curricula: Annotated[tuple[FrameworkRef, ...], FieldMark.MATERIAL] = ()
    """หลักสูตร: stated ones only, ids of the framework."""
    methods: Annotated[tuple[FrameworkRef, ...], FieldMark.MATERIAL] = ()
    """วิธีการพัฒนา: stated ones only, ids of the framework."""
    target_groups: Annotated[tuple[FrameworkRef, ...], FieldMark.MATERIAL] = ()
    """กลุ่มเป้าหมาย: stated ones only, ids of the framework."""
    competencies: Annotated[tuple[FrameworkRef, ...], FieldMark.MATERIAL] = ()
    """สมรรถนะ: stated ones only, ids of the framework."""
    evidence: tuple[EvidenceTag, ...] = ()
    """ป้ายหลักฐาน: assessments printed beside the project."""
    note: Remark | None = None
    """หมายเหตุ: remark of the person who entered the data."""

    @model_validator(mode="before")
    @classmethod
    def _place(cls, value: Any, info: ValidationInfo) -> Any:
        """Resolve the tactic by its number under the strategy, and the strategy by its tactic."""
        placed = getattr(info.context, "placed", None)
        return placed(value) if placed and isinstance(value, Mapping) else value


class ProjectTable(Record):
    """ตารางโครงการ/กิจกรรม: all projects of a plan."""

    section: Section | None = None
    """ส่วนของเอกสาร: as printed."""
    title: Printed | None = None
    """ชื่อตาราง: as printed."""
    projects: Annotated[tuple[Project, ...], FieldMark.MATERIAL] = ()
    """โครงการ: in printed order."""
