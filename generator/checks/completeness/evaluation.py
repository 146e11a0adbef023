"""Check that the plan evaluates what it develops, and develops each position individually."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN
from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.thai.text import quoted

_KINDS = {"core": "หลัก", "executive": "ผู้บริหาร", "line": "สายงาน"}
"""Kinds of competencies, and the word for each in a group's name."""
_FEWEST_POSITIONS = 5


@rule(
    "COMPLETE-033",
    Severity.NOTICE,
    title="แบบประเมินใช้กลุ่มสมรรถนะต่างจากแผน",
    why="ถ้าพัฒนาสมรรถนะกลุ่มหนึ่งแต่ประเมินอีกกลุ่มหนึ่ง ผลการประเมินจะไม่บอกว่าการพัฒนาได้ผลหรือไม่",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 10",
)
def other_groups_evaluated(item: PlanItem) -> Iterator[Hit]:
    """A group of competencies in an evaluation form that is none of the plan's three kinds."""
    kinds = _kinds_of(item)
    if not kinds:
        return
    for form_index, form in enumerate(item.plan.evaluation_forms):
        others = [
            (index, group.name)
            for index, group in enumerate(form.groups)
            if "สมรรถนะ" in group.name and not any(word in group.name for word in _KINDS.values())
        ]
        if others:
            shown = " ".join(quoted(name) for _, name in others)
            paths: list[Path] = [("evaluation_forms", form_index, "groups", index, "name") for index, _ in others]
            plan = " ".join(f"สมรรถนะ{'' if kind == 'core' else 'ประจำ'}{_KINDS[kind]}" for kind in kinds)
            yield Hit(f"{quoted(form.name)} ประเมิน {shown} ขณะที่แผนพัฒนา {plan}", paths[0], also=tuple(paths[1:]))


def _kinds_of(item: PlanItem) -> list[str]:
    """Return the kinds of competencies that the plan or its IDP develops."""
    found = {one.kind for one in item.plan.competencies}
    for row in item.files.idp.rows if item.files.idp else ():
        found |= {reference.partition("-")[0] for skill in row.skills for reference in skill.competencies}
    return [kind for kind in _KINDS if kind in found]


@rule(
    "COMPLETE-034",
    Severity.NOTICE,
    title="แผนพัฒนารายบุคคลเลือกวิธีการพัฒนาเหมือนกันทุกตำแหน่ง",
    why="แผนรายบุคคลควรตอบความจำเป็นของแต่ละตำแหน่ง ถ้าทุกตำแหน่งเหมือนกัน ผู้อ่านไม่รู้ว่าแต่ละตำแหน่งจะได้รับการพัฒนาอย่างไรจริง",
    remedy="ตรวจว่าคัดลอกเครื่องหมายในตารางครบและตรงแถวหรือไม่ ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged:",
    clause=f"{MASTER_PLAN} ข้อ 12",
)
def same_methods_for_all(item: PlanItem) -> Iterator[Hit]:
    """Five or more positions that all tick the same methods, out of several available."""
    table = item.files.idp
    if table is None or len(table.rows) < _FEWEST_POSITIONS or len(table.methods) < 2:
        return
    ticked = {tuple(one.number or one.printed or "" for one in row.methods) for row in table.rows}
    if len(ticked) == 1 and (same := next(iter(ticked))):
        yield Hit(
            f"ทั้ง {len(table.rows):,} ตำแหน่งเลือกวิธีการพัฒนาเดียวกัน คือ {' '.join(same)} จาก {len(table.methods):,} วิธี",
            ("rows", 0, "methods"),
            "idp.yml",
        )
