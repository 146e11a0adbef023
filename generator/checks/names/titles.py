"""Check that a plan has one name, and each of its lists one label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.memos import folded
from generator.checks.plan_texts import PlacedText, headings
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.model.plan_parts import CHOICE_LIST
from generator.thai.text import normalise, quoted

_PLAN = re.compile(
    "แผน(?:แม่บท)? ?(?:การ)?พัฒนา(?P<whom>พนักงาน(?:ส่วนท้องถิ่น|ส่วนตำบล|เทศบาล|เมืองพัทยา)?|ข้าราชการ|บุคลากรเทศบาล"
    "|บุคลากรท้องถิ่น|บุคลากร|บุคคล|ทรัพยากรบุคคล|ทรัพยากรมนุษย์)(?!รายบุคคล|ท้องถิ่น)"
)
_REMEDY = (
    "ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ และใช้ชื่อเดียวกันในการปรับปรุงแผนครั้งต่อไป"
)
_FEWEST = 3
"""Fewest entries of a list to compare."""


@rule(
    "NAME-034",
    Severity.NOTICE,
    title="แผนเดียวกันใช้ชื่อต่างกันในแต่ละส่วนของเอกสาร",
    why="ชื่อที่ต่างกันทำให้ไม่แน่ใจว่าคำสั่ง ประกาศ และตารางเป็นของแผนฉบับเดียวกัน และค้นด้วยชื่อเดียวไม่พบทุกส่วน",
    remedy=_REMEDY,
)
def plan_under_several_titles(item: PlanItem) -> Iterator[Hit]:
    """The plan's names in headings; a cited master plan is another plan."""
    found: dict[str, tuple[str, PlacedText]] = {}
    for heading in headings(item):
        for name in _PLAN.finditer(heading.text):
            found.setdefault(name["whom"], (name[0], heading))
    if len(found) > 1:
        (_, first), *others = found.values()
        shown = " ".join(f"{quoted(name)} ใน{heading.what}" for name, heading in found.values())
        also = tuple(other.path for _, other in others if other.file == first.file and other.path != first.path)
        yield Hit(f"แผนนี้มี {len(found)} ชื่อ: {shown}", first.path, first.file, also=also)


@rule(
    "NAME-035",
    Severity.NOTICE,
    title="รายการชุดเดียวกันอยู่ใต้หัวข้อที่ต่างกัน",
    why="ผู้อ่านไม่รู้ว่าเป็นรายการชุดเดียวที่เรียกสองชื่อ หรือเป็นสองเรื่องที่คัดรายการมาผิด",
    remedy=_REMEDY,
)
def list_under_two_labels(item: PlanItem) -> Iterator[Hit]:
    """Lists with the same entries, in any order, and different labels."""
    seen: dict[frozenset[str], tuple[str, Path]] = {}
    for label, names, path in _lists(item):
        entries = frozenset(folded(name) for name in names)
        if len(entries) < _FEWEST:
            continue
        first, first_path = seen.setdefault(entries, (label, path))
        if folded(first) != folded(label):
            yield Hit(
                f"{len(names):,} รายการใต้ {quoted(label)} เป็นชุดเดียวกับที่อยู่ใต้ {quoted(first)} เช่น {quoted(names[0])}",
                path,
                also=(first_path,),
            )


def _lists(item: PlanItem) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    plan = item.plan
    for field, label in CHOICE_LIST.items():
        choices = getattr(plan, field)
        if choices:
            yield label, tuple(one.name for one in choices), (field,)
    for form_index, form in enumerate(plan.evaluation_forms):
        for index, group in enumerate(form.groups):
            path = ("evaluation_forms", form_index, "groups", index, "name")
            yield normalise(group.name), tuple(one.name for one in group.competencies), path
    if plan.survey:
        yield plan.survey.title or "ตารางสำรวจ", plan.survey.columns, ("survey", "columns")
