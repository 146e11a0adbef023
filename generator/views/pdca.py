"""The four steps of the master plan (section 15 (4), PDCA) of one plan, as far as its data shows them.

In: a plan with its results. Out: the content of each step, with days and places; a step without data is empty, and
never called omitted.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from generator import addresses
from generator.facts.project_years import latest_reports
from generator.model.results import ResultStatus
from generator.thai.dates import FiscalYear
from generator.thai.reported_text import Reported, reported
from generator.views.plan_context import PlanContext
from generator.views.table_cells import count, day, empty, figure, items, phrase, text, words
from generator.views.tables import Cell, Column, Form, Look, Row, Table, head


class PdcaStep(StrEnum):
    """One of the four steps."""

    PLAN = "วางแผน (Plan)"
    DO = "ปฏิบัติตามแผน (Do)"
    CHECK = "ตรวจสอบ (Check)"
    ACT = "ปรับปรุง (Act)"


_NOTHING = {
    PdcaStep.PLAN: "ยังไม่มีข้อมูลการเห็นชอบหรือประกาศใช้ในเว็บไซต์นี้",
    PdcaStep.DO: "ยังไม่มีโครงการที่รายงานว่าดำเนินการในเว็บไซต์นี้",
    PdcaStep.CHECK: "ยังไม่มีรายงานผลในเว็บไซต์นี้",
    PdcaStep.ACT: "ยังไม่มีการปรับปรุงแผนในเว็บไซต์นี้",
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One thing that belongs to a step."""

    what: Cell
    day: datetime.date | None


def pdca(context: PlanContext) -> dict[PdcaStep, tuple[StepLine, ...]]:
    """Return what the data has of each step, by day, undated last."""
    found = {
        PdcaStep.PLAN: _plan(context),
        PdcaStep.DO: _do(context),
        PdcaStep.CHECK: _check(context),
        PdcaStep.ACT: _act(context),
    }
    latest = datetime.date.max
    return {step: tuple(sorted(lines, key=lambda line: line.day or latest)) for step, lines in found.items()}


def pdca_table(steps: dict[PdcaStep, tuple[StepLine, ...]]) -> Table:
    """Return the four steps and their content."""
    return Table(
        "pdca",
        phrase("วงจรของแผนตามแผนแม่บทฯ ข้อ {} ({})", figure(15), figure(4)),
        (head("ขั้น"), Column("ที่ปรากฏในข้อมูลของเว็บไซต์นี้", look=Look.SENTENCES)),
        tuple(
            Row((words(step), items((_line(one) for one in lines), instead=empty(_NOTHING[step]))))
            for step, lines in steps.items()
        ),
        form=Form.CARDS,
    )


def _line(line: StepLine) -> Cell:
    return phrase("{} วันที่ {}", line.what, day(line.day)) if line.day else line.what


def _plan(context: PlanContext) -> list[StepLine]:
    plan = context.plan
    found = []
    if plan.approval:
        found.append(StepLine(phrase("{} ให้ความเห็นชอบแผน", text(plan.approval.committee)), plan.approval.day))
    if plan.announcement:
        found.append(StepLine(words("ประกาศใช้แผน"), plan.announcement.day))
    if context.projects:
        address = addresses.plan_part(context.lao.code, plan.cycle, "projects")
        found.append(StepLine(phrase("แผนมี {} โครงการ", _linked(len(context.projects), address)), None))
    return found


def _do(context: PlanContext) -> list[StepLine]:
    found = []
    for year, report in latest_reports(context.files).items():
        acted = {one.project for one in report.reported if one.status in (ResultStatus.DONE, ResultStatus.IN_PROGRESS)}
        if acted:
            done = {one.project for one in report.reported if one.status is ResultStatus.DONE}
            said = "ปีงบประมาณ {} ดำเนินการแล้วหรืออยู่ระหว่างดำเนินการ {} โครงการ แล้วเสร็จ {} โครงการ"
            what = phrase(said, _year(context, year), count(len(acted)), count(len(done)))
            found.append(StepLine(what, None))
    return found


def _check(context: PlanContext) -> list[StepLine]:
    found = []
    for report in (one for one in context.files.results if not one.is_blank):
        problems = Counter(reported(one.problems) for one in report.reported)
        suggestions = Counter(reported(one.suggestions) for one in report.reported)
        said = (
            "รายงานผลปีงบประมาณ {} รอบ {} เดือน บอกปัญหา {} โครงการ ระบุว่าไม่มีปัญหา {} โครงการ "
            "บอกข้อเสนอแนะ {} โครงการ ระบุว่าไม่มีข้อเสนอแนะ {} โครงการ ข้อมูล ณ"
        )
        year, months = _year(context, report.fiscal_year), figure(report.round)
        counts = [count(of[kind]) for of in (problems, suggestions) for kind in (Reported.SOMETHING, Reported.NONE)]
        found.append(StepLine(phrase(said, year, months, *counts), report.as_of))
    return found


def _act(context: PlanContext) -> list[StepLine]:
    document = addresses.plan_part(context.lao.code, context.plan.cycle, "document")
    found = []
    for index, one in enumerate(context.plan.amendments):
        number = text(one.number, address=f"{document}#{addresses.amendment_anchor(index)}")
        what = phrase("ปรับปรุงแผนครั้งที่ {} {}", number, text(one.reason))
        found.append(StepLine(what, one.announcement_day or one.resolution_day))
    return found


def _year(context: PlanContext, year: FiscalYear) -> Cell:
    inside = year in context.plan.cycle.years
    return figure(year.be)._replace(
        address=addresses.year_report(context.lao.code, context.plan.cycle, year) if inside else None
    )


def _linked(number: int, address: str) -> Cell:
    return count(number)._replace(address=address)
