"""Check that the skills of an IDP row agree with their references."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import IdpRowItem, PlanItem
from generator.checks.memos import folded
from generator.checks.references.choices import kind_of
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.model.plan_parts import COMPETENCY_KIND_NAMES
from generator.thai.text import quoted


@rule(
    "LINK-005",
    Severity.WARNING,
    title="ทักษะในแผนรายบุคคลมีแต่เลขลำดับ ไม่มีข้อความ",
    why="ข้อที่มีแต่เลขไม่บอกว่าตำแหน่งนั้นต้องพัฒนาเรื่องใด อาจมีข้อความตกหล่น",
    remedy="ตรวจกับเอกสาร ถ้ามีข้อความ ให้เติมและแจ้งใน corrections ถ้าเอกสารว่าง ให้คงไว้และชี้แจงใน acknowledged",
)
def number_without_a_skill(item: IdpRowItem) -> Iterator[Hit]:
    """An item of the skill cell that is only a number."""
    for index, skill in enumerate(item.row.skills):
        if not (skill.text and skill.text.strip()) and not skill.competencies:
            number = f"ข้อ {skill.number} " if skill.number else "ข้อที่ไม่มีเลข "
            yield Hit(f"ทักษะ{number}ของตำแหน่ง {quoted(item.row.position)} ไม่มีข้อความ", ("skills", index))


@rule(
    "LINK-006",
    Severity.WARNING,
    title="ทักษะระบุสมรรถนะกลุ่มหนึ่ง แต่อ้างถึงอีกกลุ่มหนึ่ง",
    why="การอ้างผิดกลุ่มทำให้ตารางบนเว็บไซต์แสดงสมรรถนะที่เอกสารไม่ได้กำหนดให้ตำแหน่งนั้น",
    remedy="แก้รหัสใน competencies ให้ตรงกับข้อความในเอกสาร แล้วแจ้งใน corrections ถ้าแผนประกาศใช้แล้ว",
)
def skill_refers_to_another_kind(item: IdpRowItem) -> Iterator[Hit]:
    """A text that names one kind of competency, with a reference to another kind or to no competency."""
    for index, skill in enumerate(item.row.skills):
        text = folded(skill.text or "")
        said = [kind for kind, words in COMPETENCY_KIND_NAMES.items() if words in text]
        for place, reference in enumerate(skill.competencies):
            kind, path = kind_of(item.of.reference, reference), ("skills", index, "competencies", place)
            if kind not in COMPETENCY_KIND_NAMES:
                if reference in item.of.reference.entries:
                    name = item.of.reference.entry_name(reference)
                    yield Hit(
                        f"ทักษะของตำแหน่ง {quoted(item.row.position)} อ้างถึง “{reference}” ({name}) ซึ่งไม่ใช่สมรรถนะ", path
                    )
            elif len(said) == 1 and kind != said[0]:
                yield Hit(
                    f"ทักษะ {quoted(skill.text or '')} ของตำแหน่ง {quoted(item.row.position)} "
                    f"อ้างถึง “{reference}” ซึ่งเป็น{COMPETENCY_KIND_NAMES[kind]}",
                    path,
                )


@rule(
    "LINK-007",
    Severity.WARNING,
    title="แผนรายบุคคลใช้สมรรถนะที่แผนไม่ได้กำหนด",
    why="แผนรายบุคคลควรใช้สมรรถนะจากรายการที่แผนกำหนดไว้เอง ถ้าไม่มีในรายการ ผู้ประเมินจะไม่ทราบว่าใช้เกณฑ์ใด",
    remedy="ตรวจกับเอกสารว่ารายการสมรรถนะของแผนครบหรือไม่ ถ้าเอกสารเป็นเช่นนั้น ให้คงไว้และชี้แจงใน acknowledged",
)
def competency_that_the_plan_does_not_list(item: PlanItem) -> Iterator[Hit]:
    """A competency that the plan does not list, of a kind that it does list; once per competency."""
    listed = {choice.ref for choice in item.plan.competencies if choice.ref}
    kinds = {kind_of(item.reference, reference) for reference in listed} & set(COMPETENCY_KIND_NAMES)
    found: dict[str, list[Path]] = {}
    for row_index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        for index, skill in enumerate(row.skills):
            for place, reference in enumerate(skill.competencies):
                unlisted = reference not in COMPETENCY_KIND_NAMES and reference not in listed
                if unlisted and kind_of(item.reference, reference) in kinds:
                    found.setdefault(reference, []).append(("rows", row_index, "skills", index, "competencies", place))
    for reference, paths in found.items():
        name = item.reference.entry_name(reference)
        yield Hit(
            f"แผนรายบุคคล {len(paths):,} แห่งใช้สมรรถนะ {quoted(name)} (“{reference}”) ซึ่งไม่มีในรายการสมรรถนะของแผน",
            paths[0],
            file="idp.yml",
            also=tuple(paths[1:]),
        )
