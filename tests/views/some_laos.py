"""Fictional LAOs and national documents as records, without files; a test changes only what it is about."""

from __future__ import annotations

import datetime
from typing import Any

from generator.facts.summary import LaoSummary, summarise_lao
from generator.findings import Finding, Location, Severity
from generator.model.content import Framework, LaoFolder, UnreadablePlan
from generator.model.framework import FrameworkDocument, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Fiction, Lao
from generator.model.plan import Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import Cycle
from tests.views.one_plan import IDP, PLAN, PROJECT

TODAY = datetime.date(2024, 6, 1)
"""In the cycle 2567-2569, after 2564-2566."""

LAO: dict[str, Any] = {"type": "อบต.", "name": "ตัวอย่าง", "district": "เชียงยืน", "province": "มหาสารคาม"}
GUIDELINES: dict[str, Any] = {
    "id": "section-12",
    "title": "แนวทางการพัฒนาพนักงาน",
    "document": "แผนอัตรากำลัง ๓ ปี",
    "section": "ข้อ ๑๒",
    "source": {"document": "ข้อ ๑๒", "extent": "partial", "sections": ["ข้อ ๑๒"], "entered_by": "third_party"},
    "summary": "ให้ทุกคนได้พัฒนา",
    "items": [{"number": "๑", "name": "เปิดกว้าง", "summary": "ทำงานโปร่งใส"}],
    "staff_groups": ["พนักงานจ้าง"],
    "methods": ["การฝึกอบรม"],
    "knowledge_areas": ["ด้านการบริหาร"],
    "cited": [{"title": "มติคณะรัฐมนตรี", "date": "26 กันยายน 2560"}],
    "quotations": [{"section": "ข้อ ๑๒", "text": "ให้เทศบาลกำหนด", "note": "เป็นถ้อยคำของเอกสารต้นแบบ"}],
}
DOCUMENT: dict[str, Any] = {
    "id": "strategy-2561-2565",
    "title": "ยุทธศาสตร์ พ.ศ. ๒๕๖๑ - ๒๕๖๕",
    "short_title": "ยุทธศาสตร์",
    "issuer": "คณะกรรมการกลาง",
    "valid_from": "๑ มกราคม ๒๕๖๑",
    "valid_to": "๓๑ ธันวาคม ๒๕๖๕",
    "source": {"document": "ทั้งฉบับ", "extent": "full", "entered_by": "third_party"},
}
GROUP: dict[str, Any] = {
    "id": "competencies-core",
    "order": "1",
    "title": "สมรรถนะหลัก",
    "section": "ข้อ ๑๐",
    "entries": [{"id": "core-1", "number": "1)", "name": "มุ่งผลสัมฤทธิ์"}, {"id": "core-2", "name": "บริการเป็นเลิศ"}],
}
ERROR = Finding("YAML-003", Severity.ERROR, "อ่านไม่ได้", Location("plans/5440599-example/lao.yml", 3, 5), "แก้ให้ถูก")


def plan_folder(
    cycle: str = "2567-2569",
    *,
    projects: list[dict[str, Any]] | None = None,
    idp: dict[str, Any] | None = None,
    has_projects: bool = True,
    has_idp: bool = True,
    **plan: Any,
) -> PlanFolder:
    """Return a plan with one project and one IDP row, changed."""
    table = {"projects": [PROJECT] if projects is None else projects}
    return PlanFolder(
        plan=Plan.model_validate(PLAN | {"cycle": cycle} | plan),
        projects=ProjectTable.model_validate(table) if has_projects else None,
        idp=IdpTable.model_validate(IDP | (idp or {})) if has_idp else None,
        results=(),
        narrative=(),
    )


def unreadable_plan(cycle: str = "2567-2569", *findings: Finding) -> UnreadablePlan:
    """Return a plan that could not be read."""
    return UnreadablePlan(Cycle.parse(cycle), findings or (ERROR,))


def read_lao(
    *plans: PlanFolder | UnreadablePlan,
    code: str = "5440599",
    guidelines: list[dict[str, Any]] | None = None,
    findings: tuple[Finding, ...] = (),
    readable: bool = True,
    **lao: Any,
) -> ReadLao:
    """Return an LAO with the given plans, oldest first."""
    record = Lao.model_validate(LAO | {"code": code} | lao) if readable else None
    documents = tuple(Guidelines.model_validate(one) for one in guidelines or ())
    fiction = record.fictional if record else Fiction.NO
    return ReadLao(LaoFolder(code, f"plans/{code}-example", record, plans, documents, findings, fiction), {})


def summary(
    *plans: PlanFolder | UnreadablePlan, today: datetime.date = TODAY, code: str = "5440599", **changes: Any
) -> LaoSummary:
    """Return the summary of such an LAO."""
    return summarise_lao(read_lao(*plans, code=code, **changes), today)


def framework(*groups: dict[str, Any], **document: Any) -> Framework:
    """Return a national document with the given groups, or with one by default."""
    record = FrameworkDocument.model_validate(DOCUMENT | document)
    lists = tuple(FrameworkGroup.model_validate(GROUP | group) for group in groups or (GROUP,))
    return Framework(record, lists, f"frameworks/{record.id}")
