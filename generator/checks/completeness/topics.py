"""Check the six mandatory topics, approval and announcement: each is present, or in a part that was not received."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN
from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.cells import is_stated
from generator.model.money import BudgetState
from generator.model.official import DocumentState
from generator.model.plan_parts import TOPICS

_DECIDED = (DocumentState.APPROVED, DocumentState.ANNOUNCED)


@rule(
    "COMPLETE-001",
    Severity.WARNING,
    title="หัวข้อสำคัญที่แผนต้องมีแต่ไม่มีในข้อมูล",
    why="แผนต้องมีหัวข้อสำคัญครบหกข้อจึงจะขอความเห็นชอบได้ ประชาชนต้องรู้ทั้งเหตุผล เป้าหมาย หลักสูตร วิธีการ เงิน และการติดตาม",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 4.3.3",
    reader=Reader(33, "ยังไม่พบหัวข้อสำคัญที่แผนต้องมี {count} ข้อในข้อมูลที่บันทึกไว้"),
)
def mandatory_topic(item: PlanItem) -> Iterator[Hit]:
    """A topic that is neither listed nor in the data, in a document received in full."""
    if item.is_partial:
        return
    names = {entry.id.removeprefix("topic-"): entry.name for entry in item.reference.groups.get("mandatory-topics", ())}
    held = {topic.topic for topic in item.plan.topics} | _in_data(item)
    for topic in dict.fromkeys(TOPICS.values()):
        if topic not in held:
            yield Hit(f"ไม่มีหัวข้อ “{names.get(topic, topic)}” ในข้อมูลที่บันทึกไว้", ("topics",), figures=figures(count=1))


@rule(
    "COMPLETE-002",
    Severity.WARNING,
    title="แผนที่เห็นชอบแล้วแต่บอกมติไม่ครบ",
    why="ผู้ตรวจสอบต้องหามติของคณะกรรมการพบ จึงต้องรู้ว่าเป็นคณะใด ประชุมครั้งใด และวันใด",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 18",
)
def approval(item: PlanItem) -> Iterator[Hit]:
    """An approved plan without an approval, or without its meeting or resolution day."""
    approved = item.plan.approval
    if item.plan.state not in _DECIDED or (approved is None and item.is_partial):
        return
    missing = ["ครั้งที่ประชุม"] * (approved is None or not approved.meeting)
    missing += ["วันที่มีมติ"] * (approved is None or not is_stated(approved.date))
    if missing:
        path = ("approval",) if approved else ("state",)
        yield Hit(f"แผนอยู่ในสถานะเห็นชอบหรือประกาศแล้ว แต่ไม่ระบุ{'และ'.join(missing)}ของมติเห็นชอบ", path)


@rule(
    "COMPLETE-003",
    Severity.WARNING,
    title="แผนที่ประกาศแล้วแต่ไม่ระบุวันที่ประกาศหรือวันที่ใช้บังคับ",
    why="ประชาชนต้องรู้ว่าแผนมีผลตั้งแต่เมื่อใด",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 18",
)
def announcement(item: PlanItem) -> Iterator[Hit]:
    """An announced plan without the day of its announcement or its effective day."""
    announcement = item.plan.announcement
    if item.plan.state is not DocumentState.ANNOUNCED or (announcement is None and item.is_partial):
        return
    missing = ["วันที่ประกาศ"] * (announcement is None or not is_stated(announcement.date))
    missing += ["วันที่มีผลใช้บังคับ"] * (announcement is None or not is_stated(announcement.effective_date))
    if missing:
        yield Hit(f"แผนประกาศใช้แล้ว แต่ไม่ระบุ{'และ'.join(missing)}", ("announcement",) if announcement else ("state",))


@rule(
    "COMPLETE-004",
    Severity.WARNING,
    title="แผนที่ไม่มีโครงการหรือไม่มีแผนรายบุคคล",
    why="ผู้ประเมินดูโครงการ งบประมาณ และระยะเวลาเป็นหลัก แผนที่ไม่มีรายการเหล่านี้ใช้เป็นหลักฐานไม่ได้",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 4.3.3",
)
def tables(item: PlanItem) -> Iterator[Hit]:
    """A plan received in full without projects or without an IDP table."""
    if item.is_partial or item.plan.state is DocumentState.DRAFT:
        return
    missing = ["ตารางโครงการ"] * (not item.projects)
    missing += ["ตารางแผนพัฒนารายบุคคล"] * (item.files.idp is None or not item.files.idp.rows)
    if missing:
        yield Hit(f"ไม่มี{'และ'.join(missing)}ในข้อมูลของแผน {item.plan.cycle}", ("cycle",))


def _in_data(item: PlanItem) -> set[str]:
    """Return the topics that the data covers, even if their section is not recorded."""
    plan, table = item.plan, item.files.idp
    held = {section.id for section in item.files.narrative}
    held |= {name for name in ("rationale", "targets", "curricula", "methods") if getattr(plan, name)}
    for name, found in (
        ("targets", any(one.targets for one in item.projects)),
        ("curricula", any(one.curricula for one in item.projects)),
        ("methods", table is not None and any(row.methods for row in table.rows)),
        ("budget", plan.budget_matrix or any(one.budget.state is not BudgetState.NOT_STATED for one in item.projects)),
        ("monitoring", plan.monitoring or plan.evaluation_forms),
    ):
        if found:
            held.add(name)
    return held
