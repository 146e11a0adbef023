"""The tables of the monitoring page: evaluation forms, and each year's reported money, statuses, results and staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.model.plan_parts import EvaluationForm, EvaluationGroup
from generator.model.results import StaffTrained
from generator.thai.dates import FiscalYear
from generator.views.document_lines import DocumentLine
from generator.views.planned import beside_budget, beside_indicator, beside_target
from generator.views.table_cells import (
    BREAK,
    NONE,
    NOT_REPORTED,
    baht,
    count,
    empty,
    figure,
    inside,
    items,
    lines,
    numbered,
    phrase,
    printed_count,
    printed_day,
    small,
    state,
    text,
    together,
    unread,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

if TYPE_CHECKING:
    from generator.views.amended import ThingAmended
    from generator.views.year_report import Comparison, ResultLine, StatusCount, YearReport

STATE, SPENT = Column("สถานะ"), Column("ใช้ไป", "บาท", Look.NUMBER)
PEOPLE = Column("ผู้เข้าร่วม", "คน", Look.NUMBER)
_NO_COMPETENCY = Row((empty("เอกสารไม่ระบุสมรรถนะในกลุ่มนี้"),))


def comparison_table(name: str, comparison: Comparison, budget_label: str) -> Table:
    """Return money spent beside the budget of the same projects."""
    return Table(
        f"{name}-money",
        words("เงินที่ใช้ไปเทียบกับงบประมาณ"),
        (head("รายการ"), Column("จำนวนเงิน", "บาท", Look.NUMBER)),
        (
            Row((words(budget_label), baht(comparison.budget_baht))),
            Row((words("เงินที่ใช้ไปตามรายงาน"), baht(comparison.spent_baht))),
        ),
        form=Form.PLAIN,
    )


def evaluation_table(index: int, form: EvaluationForm) -> Table:
    """Return the competencies of one form of evaluation, group by group."""
    return Table(
        f"evaluation-{index}",
        words("สมรรถนะที่ใช้ประเมิน"),
        (head("สมรรถนะตามที่พิมพ์ในเอกสาร"), Column("ความหมายโดยสรุป")),
        tuple(row for group in form.groups for row in _evaluated(group)),
        form=Form.PLAIN,
    )


def _evaluated(group: EvaluationGroup) -> Iterator[Row]:
    yield Row((numbered(group.number, group.name),), RowKind.GROUP)
    if group.note:
        yield Row((text(group.note),))
    for one in group.competencies:
        yield Row((numbered(one.number, one.name), text(one.summary)))
    if not group.competencies:
        yield _NO_COMPETENCY


def statuses_table(name: str, statuses: Iterable[StatusCount]) -> Table:
    """Return the number of projects by status."""
    return Table(
        f"{name}-status",
        words("โครงการ จำแนกตามสถานะการดำเนินงาน"),
        (head("สถานะ"), Column("โครงการ", look=Look.NUMBER)),
        tuple(Row((words(interface.PROGRESS[one.status]), count(one.projects))) for one in statuses),
        form=Form.PLAIN,
    )


def staff_table(name: str, staff: Iterable[StaffTrained], total: int, trained: int) -> Table:
    """Return the number of staff trained."""
    return Table(
        f"{name}-staff",
        words("จำนวนบุคลากรที่ได้รับการพัฒนา จำแนกตามประเภทตำแหน่ง"),
        (
            head("ประเภทตำแหน่ง"),
            Column("ทั้งหมด", "คน", Look.NUMBER),
            Column("ได้รับการพัฒนา", "คน", Look.NUMBER),
        ),
        tuple(
            Row(
                (
                    text(group.position_type),
                    printed_count(group.total, "ไม่ได้รายงาน"),
                    printed_count(group.trained, "ไม่ได้รายงาน"),
                )
            )
            for group in staff
        ),
        (Row((words("รวม"), count(total), count(trained)), RowKind.TOTAL),),
        Form.PLAIN,
    )


def results_table(name: str, fiscal_year: FiscalYear, report: YearReport) -> Table:
    """Return the reported results of each project, with what the plan states below them."""
    return Table(
        name,
        phrase("ผลรายโครงการ ปีงบประมาณ พ.ศ. {} รอบ {} เดือน", year(fiscal_year), figure(report.months)),
        (
            head("โครงการหรือกิจกรรม"),
            STATE,
            SPENT,
            PEOPLE,
            Column("ผลตามตัวชี้วัด", look=Look.SENTENCES),
            Column("ปัญหาและอุปสรรค", look=Look.SENTENCES),
            Column("ข้อเสนอแนะ", look=Look.SENTENCES),
        ),
        tuple(map(_result, report.lines)),
        form=Form.WIDE_PAGE,
    )


def _result(line: ResultLine) -> Row:
    named = _project(line)
    if line.status is None:
        planned = beside_budget(NONE, line.money), beside_target(NONE, line.people_planned)
        return Row((named, empty(interface.NOT_REPORTED), *planned, beside_indicator(None, line.indicator)))
    spent = unread(line.spent_printed) if line.spent_printed else NOT_REPORTED
    people = unread(line.people_printed) if line.people_printed else NOT_REPORTED
    result = text(line.indicator_result, NOT_REPORTED)
    return Row(
        (
            named,
            state(line.status, interface.RESULT_STATUS[line.status]),
            beside_budget(baht(line.spent_baht, spent), line.money),
            beside_target(count(line.people, people), line.people_planned),
            beside_indicator(result, line.indicator) if line.money else result,
            text(line.problems, NOT_REPORTED),
            text(line.suggestions, NOT_REPORTED),
        )
    )


def _project(line: ResultLine) -> Cell:
    named = lines(numbered(line.number, line.name, line.address), None if line.address else _gone(line.taken_out))
    return together(named, items(map(_evidence, line.evidence))) if line.evidence else named


def _gone(taken_out: ThingAmended | None) -> Cell:
    if taken_out is None:
        return small("ไม่มีโครงการนี้ในแผน")
    amendment = phrase("ปรับปรุงครั้งที่ {}", text(taken_out.number))
    linked = Cell(CellKind.TOGETHER, None, None, taken_out.address, amendment.parts)
    since = (words(" มีผล "), printed_day(taken_out.effective_date)) if taken_out.effective_date else ()
    return inside(CellKind.SMALL, words("ไม่มีในแผนแล้ว "), linked, *since)


def _evidence(file: DocumentLine) -> Cell:
    hashed = (BREAK, words("รหัสตรวจสอบไฟล์ (SHA-256) "), Cell(CellKind.CODE, file.sha256)) if file.sha256 else ()
    named = (BREAK, words("ไฟล์ "), text(file.file)) if file.file else ()
    absent = (BREAK, small(file.why_absent)) if file.why_absent else ()
    titled = text(file.title, address=file.address)._replace(saved_as=file.saved_as)
    return together(text(file.kind), words(": "), titled, *named, *absent, *hashed)
