"""Curricula, methods and target groups of the master plan, and the survey of needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN, listed
from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity


@rule(
    "COMPLETE-018",
    Severity.NOTICE,
    title="หลักสูตร วิธีการ หรือกลุ่มเป้าหมายที่แผนไม่ได้กล่าวถึง",
    why="แผนแม่บทกำหนดรายการไว้ให้ อปท. เลือกใช้ให้ครอบคลุมบุคลากรทุกกลุ่ม",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 4.2 ข้อ 11 และข้อ 12",
)
def not_covered(item: PlanItem) -> Iterator[Hit]:
    """A plan received in full that lists some of a framework's entries and omits others."""
    if item.is_partial:
        return
    for key, group, what in (
        ("curricula", "curricula", "หลักสูตร"),
        ("methods", "methods", "วิธีการพัฒนา"),
        ("target_groups", "target-groups", "กลุ่มเป้าหมาย"),
    ):
        chosen = {choice.ref for choice in getattr(item.plan, key) if choice.ref}
        whole = [entry for entry in item.reference.groups.get(group, ()) if not _is_below(entry.id)]
        left = [entry.name for entry in whole if not any(ref.startswith(entry.id) for ref in chosen)]
        if chosen and left:
            yield Hit(f"แผนเลือก{what} {len(whole) - len(left)} จาก {len(whole)} รายการ ไม่มี {listed(left)}", (key,))


@rule(
    "COMPLETE-019",
    Severity.WARNING,
    title="ตารางสำรวจความต้องการที่ไม่มีคำตอบ",
    why="แผนต้องมาจากความต้องการของบุคลากร ตารางที่ว่างบอกไม่ได้ว่าได้สำรวจแล้วหรือยัง",
    remedy=FILL_IN,
    reader=Reader(50, "ตารางสำรวจความต้องการพัฒนาบุคลากรไม่มีคำตอบ {count} จาก {cells} ช่อง"),
)
def empty_survey(item: PlanItem) -> Iterator[Hit]:
    """Empty cells of the survey: all, or some."""
    survey = item.plan.survey
    if survey is None:
        return
    cells = [(row, cell) for row in range(len(survey.rows)) for cell in range(len(survey.rows[row].cells))]
    empty = [(row, cell) for row, cell in cells if not (survey.rows[row].cells[cell] or "").strip()]
    if empty:
        first: tuple[str | int, ...] = ("survey", "rows", empty[0][0], "cells", empty[0][1])
        how_many = f"ทั้งหมด {len(cells)} ช่อง" if len(empty) == len(cells) else f"{len(empty)} จาก {len(cells)} ช่อง"
        yield Hit(
            f"ตารางสำรวจความต้องการพัฒนาว่าง{how_many}",
            first if len(empty) < len(cells) else ("survey",),
            figures=figures(count=len(empty), cells=len(cells)),
        )


def _is_below(entry: str) -> bool:
    """Return whether an id is of a sub-entry: `method-5-1`."""
    return entry.count("-") > 1
