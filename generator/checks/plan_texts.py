"""The headings and sentences of a plan, with their places and their names in messages.

Without data-entry remarks, project names (one may well be about the next plan), and rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.checks.items import Path, PlanItem
from generator.checks.memos import IdentityMemo
from generator.model.plan import Plan
from generator.model.plan_parts import EvaluationForm


class PlacedText(NamedTuple):
    """A text of a plan and its place."""

    what: str
    """What it is called in a message, in Thai."""
    text: str
    """As written."""
    path: Path
    """Its path in the file."""
    file: str = ""
    """Its file in the plan's folder; empty for plan.yml."""


def _headings(item: PlanItem) -> tuple[PlacedText, ...]:
    return tuple(_all_headings(item))


headings = IdentityMemo(_headings)
"""Returns the titles of a plan and its parts, without the IDP table's: a separate rule checks its years."""


def _all_headings(item: PlanItem) -> Iterator[PlacedText]:
    plan = item.plan
    for what, text, path in _titles(plan):
        if text:
            yield PlacedText(what, text, path)
    for index, name in enumerate(plan.cover.printed_names if plan.cover else ()):
        yield PlacedText("หน้าปก", name, ("cover", "printed_names", index))
    for index, form in enumerate(plan.evaluation_forms):
        yield PlacedText("ชื่อรูปแบบการประเมิน", form.name, ("evaluation_forms", index, "name"))
    if item.files.projects and item.files.projects.title:
        yield PlacedText("ชื่อตารางโครงการ", item.files.projects.title, ("title",), "projects.yml")


def _titles(plan: Plan) -> Iterator[tuple[str, str | None, Path]]:
    yield "ชื่อแผน", plan.title, ("title",)
    if plan.announcement:
        yield "ชื่อเรื่องของประกาศ", plan.announcement.title, ("announcement", "title")
    if plan.appointment_order:
        yield "ชื่อคำสั่งแต่งตั้งคณะกรรมการ", plan.appointment_order.title, ("appointment_order", "title")
    if plan.committee:
        yield "หัวข้อคณะกรรมการจัดทำแผน", plan.committee.title, ("committee", "title")
        yield "หัวข้อคณะกรรมการจัดทำแผน", plan.committee.years_printed, ("committee", "years_printed")
    for what, part, key in (
        ("ชื่อตารางความสอดคล้อง", plan.alignment, "alignment"),
        ("ชื่อตารางงบประมาณ", plan.budget_matrix, "budget_matrix"),
        ("ชื่อหัวข้อบทบาทหน้าที่", plan.idp_roles, "idp_roles"),
        ("ชื่อตารางสำรวจ", plan.survey, "survey"),
        ("ชื่อหัวข้อขั้นตอนการขอรับการฝึกอบรม", plan.request_steps, "request_steps"),
        ("ชื่อหัวข้อการติดตามและประเมินผล", plan.monitoring, "monitoring"),
    ):
        if part:
            yield what, part.title, (key, "title")
    for index, one in enumerate(plan.other_tables):
        yield "ชื่อตารางอื่น", one.title, ("other_tables", index, "title")


def _sentences(item: PlanItem) -> tuple[PlacedText, ...]:
    return tuple(_all_sentences(item))


sentences = IdentityMemo(_sentences)
"""Returns the running texts of a plan and of its narrative."""


def _all_sentences(item: PlanItem) -> Iterator[PlacedText]:
    plan = item.plan
    yield from _listed("หลักการและเหตุผล", plan.rationale, ("rationale",))
    yield from _listed("วัตถุประสงค์", plan.objectives, ("objectives",))
    yield from _listed("เป้าหมายการพัฒนา", plan.targets, ("targets",))
    if plan.announcement:
        yield from _listed("กฎหมายที่อ้างในประกาศ", plan.announcement.cited_laws, ("announcement", "cited_laws"))
    for index, source in enumerate(plan.sources):
        if source.document:
            yield PlacedText("ชื่อเอกสารต้นทาง", source.document, ("sources", index, "document"))
    for index, role in enumerate(plan.idp_roles.roles if plan.idp_roles else ()):
        yield from _listed("บทบาทหน้าที่ในการจัดทำ IDP", role.duties, ("idp_roles", "roles", index, "duties"))
    for index, duty in enumerate(plan.committee.duties if plan.committee else ()):
        yield PlacedText("หน้าที่ของคณะกรรมการจัดทำแผน", duty.text, ("committee", "duties", index, "text"))
    for index, step in enumerate(plan.request_steps.steps if plan.request_steps else ()):
        yield PlacedText("ขั้นตอนการขอรับการฝึกอบรม", step.text, ("request_steps", "steps", index, "text"))
    for index, form in enumerate(plan.evaluation_forms):
        yield from _evaluation(form, ("evaluation_forms", index))
    if plan.monitoring and plan.monitoring.summary:
        yield PlacedText("การติดตามและประเมินผล", plan.monitoring.summary, ("monitoring", "summary"))
    for index, document in enumerate(plan.documents):
        yield PlacedText("ชื่อเอกสารแนบ", document.title, ("documents", index, "title"))
    for section in item.files.narrative:
        yield PlacedText("ส่วนบรรยาย", section.markdown, (1,), "narrative.md")
    for index, quotation in enumerate(plan.quotations):
        yield PlacedText("ข้อความที่คัดจากเอกสาร", quotation.text, ("quotations", index, "text"))


def _listed(what: str, texts: Iterable[str], path: Path) -> Iterator[PlacedText]:
    for index, text in enumerate(texts):
        yield PlacedText(what, text, (*path, index))


def _evaluation(form: EvaluationForm, path: Path) -> Iterator[PlacedText]:
    if form.summary:
        yield PlacedText("สาระสำคัญของรูปแบบการประเมิน", form.summary, (*path, "summary"))
    for index, group in enumerate(form.groups):
        if group.note:
            yield PlacedText("คำอธิบายกลุ่มสมรรถนะ", group.note, (*path, "groups", index, "note"))
