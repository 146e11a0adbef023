"""The whole plan as one document, in the order in which offices bind it.

The tables are those of the pages (docs/decisions/0013-a-table-is-data.md). Its parts are called ส่วนที่,
because the original document has chapters (บทที่) that its sections refer to. Results are left out: they are
added every year and do not change the announced plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from generator.exports.pdf_blocks import (
    Block,
    facts,
    heading,
    items_run,
    listing,
    paragraph,
    part,
    section,
    side_by_side,
    signature,
    table,
)
from generator.exports.pdf_frame import PrintedPlan, framed, plan_page
from generator.exports.pdf_prose import prose_blocks
from generator.exports.pdf_text import Run, cell_run, figure, joined, lines, listed, run
from generator.facts.states import Milestone
from generator.model.strategy import Value
from generator.views.document import DocumentView, NarrativePart, document_view
from generator.views.idp import IdpView, idp_view
from generator.views.method_sets import MethodNote
from generator.views.monitoring import MonitoringView, monitoring_view
from generator.views.plan_context import PlanContext
from generator.views.printed_tables import (
    aims_table,
    alignment_table,
    positions_table,
    tactics_table,
    wording_elsewhere,
)
from generator.views.projects import ProjectsView, projects_view
from generator.views.strategy import StrategyView, strategy_view
from generator.views.table_cells import printed_day
from generator.words import interface, printing
from generator.words.findings import PLACES
from generator.words.parts import NARRATIVE

_SIZE_OF_MATRIX = 8.5
_MOST_DEPARTMENTS = 7
"""Columns of a budget matrix side by side on a landscape page; the others follow below."""


def plan_document(printed: PrintedPlan) -> dict[str, Any]:
    """Return the document of a plan."""
    context = printed.context
    document = document_view(context)
    parts: tuple[tuple[str, Callable[[], list[Block]]], ...] = (
        ("ประกาศและความเป็นมา", lambda: list(_official(context, document))),
        ("หลักการและเหตุผล วัตถุประสงค์ และเป้าหมาย", lambda: list(_leading(context, document))),
        ("ยุทธศาสตร์และงบประมาณ", lambda: list(_strategy(context, strategy_view(context), document))),
        ("โครงการและกิจกรรม", lambda: list(_projects(context, projects_view(context), document))),
        ("แผนพัฒนารายบุคคล (IDP)", lambda: list(_idp(context, idp_view(context), document))),
        ("หลักสูตร วิธีการพัฒนา กลุ่มเป้าหมาย และสมรรถนะ", lambda: list(_choices(context, document))),
        ("คณะกรรมการ การติดตามและประเมินผล", lambda: list(_monitoring(context, monitoring_view(context), document))),
        ("การปรับปรุงแผน การแก้ไขข้อมูล และเอกสารแนบ", lambda: list(_afterwards(document))),
    )
    blocks: list[Block] = []
    for number, (name, make) in enumerate(parts, 1):
        blocks += _with_heading(part(f"ส่วนที่ {figure(number)} {name}"), make())
    title = f"{printing.PLAN} รอบ {printed.cycle} {context.lao.full_name}"
    names = [context.plan.title or f"{printing.PLAN} ประจำปีงบประมาณ พ.ศ. {printed.cycle}"]
    return framed(printed, title, [str(one) for one in names], blocks, page=plan_page(context), contents=True)


def _with_heading(heading_of_part: Block, blocks: list[Block]) -> list[Block]:
    """Return the blocks of a part with its heading, which goes onto the turned page if the part starts with one."""
    if blocks and blocks[0]["block"] == "section":
        return [{**blocks[0], "blocks": [heading_of_part, *blocks[0]["blocks"]]}, *blocks[1:]]
    return [heading_of_part, *blocks]


def _official(context: PlanContext, view: DocumentView) -> Iterator[Block]:
    plan, announcement, approval, order = context.plan, view.announcement, view.approval, view.order
    yield heading("ประกาศใช้แผน")
    signatory = announcement.signatory if announcement else None
    if announcement:
        yield facts(
            [
                ("เรื่อง", _text(announcement.title)),
                ("วันที่ประกาศ", cell_run(printed_day(announcement.date))),
                ("วันที่มีผลใช้บังคับ", cell_run(printed_day(announcement.effective_date))),
                (
                    interface.CITED_LAWS,
                    listed(map(run, announcement.cited_laws)) if announcement.cited_laws else _none(),
                ),
                ("ตำแหน่งผู้ลงนาม", _text(signatory.position if signatory else None)),
                ("ชื่อผู้ลงนาม", run(signatory.name) if signatory and signatory.name else None),
            ]
        )
    else:
        yield _no_data(context)
    if context.is_draft:
        yield signature(signatory.position if signatory else None)
    else:
        yield paragraph(printing.SIGNED_ELSEWHERE, quiet=True)
    yield heading("การให้ความเห็นชอบ")
    before_approval = [
        (interface.MILESTONE[milestone], cell_run(printed_day(cell)))
        for milestone, cell in ((Milestone.SUBMITTED, plan.submitted), (Milestone.RETURNED, plan.returned))
        if cell
    ]
    if before_approval:
        yield facts(before_approval)
    if approval:
        yield facts(
            [
                ("คณะกรรมการ", run(approval.committee)),
                ("การประชุมครั้งที่", _text(approval.meeting)),
                ("วันที่มีมติ", cell_run(printed_day(approval.date))),
            ]
        )
    else:
        yield _no_data(context)
    yield heading(interface.COMMITTEE_ORDER)
    if order:
        yield facts(
            [
                ("เลขที่คำสั่ง", run(order.number)),
                ("ลงวันที่", cell_run(printed_day(order.date))),
                ("เรื่อง", _text(order.title)),
            ]
        )
    else:
        yield _no_data(context)
    if view.cover:
        yield heading("หน้าปกของเอกสารตามที่พิมพ์")
        cover = view.cover
        yield facts(
            [
                ("งาน", _text(cover.unit)),
                ("สำนักหรือกอง", _text(cover.office)),
                ("โทรศัพท์", _text(cover.phone)),
                ("ข้อความกำกับ", run(", ".join(cover.marks)) if cover.marks else None),
                ("ข้อความบนปก", _list(cover.printed_names)),
            ]
        )
    if view.stamps:
        yield heading("ตราร่าง พิมพ์ ทวน")
        yield from table(view.stamps_table)
    if view.name_variants:
        yield heading(interface.NAMES_PRINTED)
        yield from table(view.names_table)
    yield heading("เอกสารต้นทางที่ได้รับ")
    for source in view.sources:
        yield facts(
            [
                ("เอกสาร", _text(source.document)),
                ("รูปแบบที่ได้รับ", run(source.received_as) if source.received_as else None),
                ("ขอบเขตที่ได้รับ", interface.EXTENT[source.extent]),
                ("ส่วนที่ได้รับ", run(", ".join(source.sections)) if source.sections else None),
                ("ผู้บันทึกข้อมูล", interface.ENTERED_BY[source.entered_by]),
                ("หมายเหตุ", run(source.note) if source.note else None),
            ]
        )
    if not view.sources:
        yield _no_data(context)


def _leading(context: PlanContext, view: DocumentView) -> Iterator[Block]:
    for one in view.leading:
        yield from _narrative(context, one, is_expected=True)


def _strategy(context: PlanContext, view: StrategyView, document: DocumentView) -> Iterator[Block]:
    yield from _prose(context, document, "strategy")
    yield heading(interface.ALIGNMENT)
    yield from table(alignment_table(view)) or [_no_data(context)]
    yield from _source(view.alignment_section)
    if view.values:
        yield heading("ค่านิยมร่วม ตามที่พิมพ์", 3)
        yield listing(map(_value, view.values))
    yield from table(tactics_table(view)) or [_no_data(context)]
    yield from _prose(context, document, "budget")
    if not view.matrix:
        yield heading("งบประมาณรายส่วนราชการ")
        yield _no_data(context)
        return
    made = [
        heading("งบประมาณรายส่วนราชการ"),
        paragraph(f"จำนวนเงิน: {interface.BUDGET_BASIS[view.matrix.basis]}"),
        *chain.from_iterable(table(one, _SIZE_OF_MATRIX) for one in side_by_side(view.matrix.table, _MOST_DEPARTMENTS)),
        *_source(view.matrix.section),
    ]
    yield section(made, turned=len(view.matrix.columns) > 3)


def _value(value: Value) -> Run:
    name = run(f"{value.number} {value.name}" if value.number else value.name)
    return lines(name, *(run(wording_elsewhere(one)) for one in value.wordings))


def _projects(context: PlanContext, view: ProjectsView, document: DocumentView) -> Iterator[Block]:
    yield from _prose(context, document, "projects")
    if not view.money.projects:
        yield _no_data(context)
        return
    made = [
        *([paragraph(joined("ชื่อตารางตามเอกสาร: ", run(view.title)))] if view.title else []),
        *table(view.table),
        *_source(view.section),
        *table(aims_table(view)),
    ]
    yield section(made, turned=True)


def _idp(context: PlanContext, view: IdpView, document: DocumentView) -> Iterator[Block]:
    yield from _prose(context, document, "idp")
    if document.idp_roles:
        yield from table(document.roles_table) if document.roles_table else ()
        yield from _source(document.idp_roles.section)
    if not view.positions:
        yield _no_data(context)
        return
    if view.methods:
        yield heading("วิธีการพัฒนา ตามคำอธิบายของตาราง", 3)
        yield listing(run(f"{one.number} {one.name or 'ไม่มีในคำอธิบายของตาราง'}") for one in view.methods)
    made = [
        *([paragraph(joined("ชื่อตารางตามเอกสาร: ", run(view.title)))] if view.title else []),
        paragraph(f"ปีที่พิมพ์ในหัวตาราง: {figure(view.heading_years or interface.NOT_STATED)}"),
        *table(positions_table(view), _SIZE_OF_MATRIX, (2.2, 4, 3)),
        *_source(view.section),
    ]
    if view.notes:
        made.append(heading(interface.METHOD_NOTES, 3))
        made.append(
            listing(map(_method_note, view.notes)),
        )
    yield section(made, turned=True)


def _method_note(note: MethodNote) -> Run:
    said = f"หมายเหตุ {figure(note.index)} {note.position} พิมพ์หมายเลข {note.number} ว่า “{note.printed}” คำอธิบายของตาราง"
    return run(said + (f"ใช้ว่า “{note.legend_name}”" if note.legend_name else "ไม่มีหมายเลขนี้"))


def _choices(context: PlanContext, view: DocumentView) -> Iterator[Block]:
    for one in view.choices:
        yield heading(interface.CHOICE_LIST[one.id])
        if one.id in ("curricula", "methods"):
            yield from _prose(context, view, one.id)
        yield from table(one.table) or [_no_data(context)]


def _monitoring(context: PlanContext, view: MonitoringView, document: DocumentView) -> Iterator[Block]:
    committee = document.committee
    yield heading("คณะกรรมการจัดทำแผน")
    yield from _prose(context, document, "committee")
    if committee:
        if committee.years_printed:
            yield paragraph(joined("ปีงบประมาณตามเอกสาร: ", run(committee.years_printed)))
        yield from table(document.committee_table) if document.committee_table else ()
        duties = items_run((one.number, one.text) for one in committee.duties)
        if duties:
            yield heading("หน้าที่ของคณะกรรมการ", 3)
            yield paragraph(duties)
            yield paragraph(interface.WRITTEN_BY[True], quiet=True)
        yield from _source(committee.section)
    else:
        yield _no_data(context)
    yield heading("การติดตามและประเมินผล")
    yield from _prose(context, document, "monitoring")
    monitoring = view.monitoring
    if monitoring:
        law = monitoring.cited_law
        cited = " ".join(filter(None, (law.title, law.number, law.date, law.section))) if law else ""
        yield facts(
            [
                ("ชื่อหัวข้อตามเอกสาร", run(monitoring.title) if monitoring.title else None),
                ("สาระสำคัญโดยสรุป", run(monitoring.summary) if monitoring.summary else None),
                ("กฎหมายที่เอกสารอ้าง", run(cited) if cited else None),
            ]
        )
        yield from _source(monitoring.section)
    else:
        yield _no_data(context)
    yield from _prose(context, document, "evaluation")
    for form, competencies in view.evaluations:
        yield heading(f"รูปแบบที่ {form.number} {form.name}" if form.number else form.name, 3)
        if form.summary:
            yield paragraph(run(form.summary))
        yield from table(competencies)
        yield from _source(form.section)
    if document.survey_table:
        yield heading(NARRATIVE["survey"])
        yield from _prose(context, document, "survey")
        if document.survey and document.survey.is_empty:
            yield paragraph(interface.SURVEY_EMPTY)
        yield from table(document.survey_table)
        yield from _source(document.survey.section if document.survey else None)
    steps = document.request_steps
    if steps:
        yield heading(steps.title or interface.REQUEST_STEPS)
        yield from _prose(context, document, "request")
        yield listing(run(f"{one.number} {one.text}") for one in steps.steps)
        yield from _source(steps.section)
    yield from _other_tables(document)


def _other_tables(document: DocumentView) -> Iterator[Block]:
    if document.others:
        yield heading("ตารางอื่นตามเอกสาร")
    for one, its_table in zip(document.others, document.other_tables, strict=True):
        yield from table(its_table)
        if one.note:
            yield paragraph(joined("หมายเหตุผู้บันทึกข้อมูล: ", run(one.note)), quiet=True)
        yield from _source(one.section)


def _afterwards(view: DocumentView) -> Iterator[Block]:
    for name, its_table, nothing in (
        ("การปรับปรุงแผน", view.amendments_table, "ไม่มีการปรับปรุงแผนที่บันทึกไว้ในเว็บไซต์"),
        (PLACES["corrections"], view.corrections_table, "ไม่มีการแก้ไขที่แจ้งไว้"),
        ("คำชี้แจงของ อปท. ต่อข้อสังเกต", view.answers_table, "ยังไม่มีคำชี้แจง"),
        ("เอกสารแนบ", view.documents_table, "ยังไม่มีเอกสารแนบในเว็บไซต์"),
        (interface.QUOTATIONS, view.quotations_table, "ไม่มีถ้อยคำที่คัดไว้"),
    ):
        made = table(its_table)
        is_wide = bool(made) and len(its_table.columns) > 5
        yield section(
            [heading(name), *(made or [paragraph(nothing, quiet=True)])],
            turned=is_wide,
        )
    for one in view.narrative:
        if one.id in ("amendment", "other") and one.text:
            yield heading(NARRATIVE[one.id])
            yield from _written(one)


def _prose(context: PlanContext, view: DocumentView, part_id: str) -> Iterator[Block]:
    for one in view.narrative:
        if one.id == part_id:
            yield from _narrative(context, one, is_expected=False)


def _narrative(context: PlanContext, one: NarrativePart, *, is_expected: bool) -> Iterator[Block]:
    if is_expected:
        yield heading(NARRATIVE[one.id])
    if one.points:
        yield listing(map(run, one.points))
        yield paragraph(interface.WRITTEN_BY[True], quiet=True)
    yield from _written(one)
    if is_expected and not one.points and not one.text:
        if one.topic:
            where = f"อยู่ในส่วน “{one.topic.section or interface.NO_SECTION}” ของเอกสาร {one.topic.note or ''}"
            yield paragraph(run(where))
        else:
            yield _no_data(context)


def _written(one: NarrativePart) -> Iterator[Block]:
    if one.text:
        yield from prose_blocks(one.text.markdown)
        source = f" ที่มา: ส่วน “{one.text.source}” ของเอกสาร" if one.text.source else ""
        yield paragraph(run(f"{interface.WRITTEN_BY[one.text.is_summary]}{source}"), quiet=True)


def _source(name: str | None) -> list[Block]:
    return [paragraph(run(f"ที่มา: ส่วน “{name}” ของเอกสาร"), quiet=True)] if name else []


def _list(values: tuple[str, ...]) -> Run | None:
    return listed(map(run, values)) if values else None


def _text(value: str | None) -> Run:
    return run(value) if value else _none()


def _none() -> Run:
    return ["quiet", interface.NOT_STATED]


def _no_data(context: PlanContext) -> Block:
    return paragraph(printing.OUTSIDE if context.plan.is_partial else printing.NO_DATA, quiet=True)
