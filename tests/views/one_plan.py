"""One small valid plan of a fictional LAO as records, without files; a test changes only what it is about."""

from __future__ import annotations

import datetime
from typing import Any

from generator.facts.legal_state import legal_state
from generator.model.content import LaoFolder
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import NarrativeSection, Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.pages.page_kinds import plan_page_names
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import FiscalYear
from generator.views.plan_context import PlanContext
from tests.views.some_history import before_it, history_of

TODAY = datetime.date(2024, 6, 1)
FY2567, FY2568, FY2569 = FiscalYear(2567), FiscalYear(2568), FiscalYear(2569)

LAO: dict[str, Any] = {
    "code": "6990101",
    "type": "อบต.",
    "name": "ตัวอย่าง",
    "district": "เมือง",
    "province": "ตัวอย่าง",
    "departments": [{"id": "office", "name": "สำนักปลัด"}, {"id": "finance", "name": "กองคลัง"}],
}
PLAN: dict[str, Any] = {
    "cycle": "2567-2569",
    "title": "แผนพัฒนาบุคลากร ๓ ปี",
    "state": "announced",
    "sources": [{"document": "แผนฉบับเต็ม", "extent": "full", "entered_by": "lao"}],
    "strategies": [
        {
            "id": "s1",
            "number": "๑",
            "name": "พัฒนาความรู้",
            "tactics": [{"id": "s1t1", "number": "๑", "name": "จัดอบรม"}],
        }
    ],
    "budget_basis": "per_year",
    "competencies": [{"ref": "core-1", "kind": "core", "number": "๑", "name": "การมุ่งผลสัมฤทธิ์"}],
}
PARTIAL = [{"document": "บางบท", "extent": "partial", "sections": ["บทที่ ๑"], "entered_by": "third_party"}]
PROJECT: dict[str, Any] = {
    "id": "p1",
    "strategy": "s1",
    "tactic": "s1t1",
    "number": "๑",
    "name": "อบรมงานสารบรรณ",
    "indicator": "จำนวนผู้เข้าอบรม",
    "budget": "๑๐,๐๐๐",
    "periods": {"2567": "๑-๒", "2568": "๓"},
    "responsible": {"departments": ["office"], "printed": "สำนักปลัด"},
}
ROW: dict[str, Any] = {
    "id": "idp-1",
    "department": "office",
    "position": "นิติกร",
    "skills": [{"number": "๑", "text": "สมรรถนะหลัก", "competencies": ["core"]}],
    "goals": [{"number": "๑", "text": "ทำงานได้ตามมาตรฐาน"}],
    "methods": ["๑", "๒"],
    "years": ["๒๕๖๗", "๒๕๖๘", "๒๕๖๙"],
}
IDP: dict[str, Any] = {
    "section": "๓.๑๕",
    "years": ["๒๕๖๗", "๒๕๖๘", "๒๕๖๙"],
    "methods": [{"number": "๑", "name": "ฝึกอบรม"}, {"number": "๒", "name": "สอนงาน"}],
    "rows": [ROW],
}
RESULTS: dict[str, Any] = {
    "fiscal_year": "2567",
    "round": "12",
    "as_of": "30 ก.ย. 2567",
    "projects": [{"project": "p1", "status": "done", "spent": "๙,๐๐๐", "people": "๓๐"}],
}


def project(**changes: Any) -> dict[str, Any]:
    """Return the one project, changed."""
    return PROJECT | changes


def row(**changes: Any) -> dict[str, Any]:
    """Return the one IDP row, changed."""
    return ROW | changes


def results(**changes: Any) -> dict[str, Any]:
    """Return the one year's results, changed."""
    return RESULTS | changes


def one_plan(
    *,
    lao: dict[str, Any] | None = None,
    plan: dict[str, Any] | None = None,
    projects: list[dict[str, Any]] | None = None,
    idp: dict[str, Any] | None = None,
    results: list[dict[str, Any]] | None = None,
    narrative: list[NarrativeSection] | None = None,
    has_projects: bool = True,
    has_idp: bool = True,
) -> PlanContext:
    """Return the plan with some keys of `lao`, `plan` or `idp` changed, or with other projects, results, narrative."""
    organisation = Lao.model_validate(LAO | (lao or {}))
    table = {"section": "๓.๑๑", "projects": [PROJECT] if projects is None else projects}
    files = PlanFolder(
        plan=Plan.model_validate(PLAN | (plan or {})),
        projects=ProjectTable.model_validate(table) if has_projects else None,
        idp=IdpTable.model_validate(IDP | (idp or {})) if has_idp else None,
        results=tuple(YearResults.model_validate(year) for year in results or []),
        narrative=tuple(narrative or ()),
    )
    folder = LaoFolder(organisation.code, "plans/6990101-example", organisation, (files,), (), ())
    return PlanContext(
        organisation,
        files,
        ReadLao(folder, {}),
        legal_state(files.plan, TODAY),
        pages=plan_page_names(),
        history=history_of(before_it(files), files, lao=organisation),
    )
