"""Check that references to the national frameworks name entries of the right kind, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.items import CheckBasis, PlanItem, ProjectItem
from generator.checks.memos import IdentityMemo, folded
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.plan_parts import CHOICE_LIST, COMPETENCY_KIND_NAMES, FrameworkChoice
from generator.thai.text import quoted

GROUPS = {
    "curricula": ("curricula",),
    "methods": ("methods",),
    "target_groups": ("target-groups",),
    "competencies": ("competencies-core", "competencies-executive", "competencies-line"),
}
"""Framework groups that each list of a plan or project may refer to; of competencies a group per kind."""


def kind_of(reference: CheckBasis, competency: str) -> str:
    """Return the kind of a competency, or of a reference to a whole kind; empty for anything else."""
    if competency in COMPETENCY_KIND_NAMES:
        return competency
    return _GROUP_OF(reference).get(competency, "").removeprefix("competencies-") if competency else ""


@rule(
    "LINK-001",
    Severity.WARNING,
    title="รายการของแผนอ้างถึงรายการคนละชนิดในกรอบระดับชาติ",
    why="การอ้างผิดชนิดทำให้เว็บไซต์นับว่าแผนครอบคลุมสิ่งที่ไม่ได้ครอบคลุม เช่น หลักสูตรที่อ้างถึงสมรรถนะ",
    remedy="แก้ ref หรือ kind ให้ตรงกับชื่อในเอกสาร แล้วแจ้งใน corrections ถ้าแผนประกาศใช้แล้ว",
)
def choice_of_another_kind(item: PlanItem) -> Iterator[Hit]:
    """A reference to another group than the list's, or to another kind than stated."""
    for field, index, choice in _choices(item):
        group = _GROUP_OF(item.reference).get(choice.ref or "")
        if group is None:
            continue
        what = CHOICE_LIST[field]
        if group not in GROUPS[field]:
            yield Hit(f"{what} {quoted(choice.name)} อ้างถึง {_entry(item, choice)} ซึ่งไม่ใช่{what}", (field, index, "ref"))
        elif choice.kind and group != f"competencies-{choice.kind}":
            other = COMPETENCY_KIND_NAMES.get(group.removeprefix("competencies-"), what)
            stated = COMPETENCY_KIND_NAMES[choice.kind]
            yield Hit(
                f"{quoted(choice.name)} ระบุเป็น{stated} แต่อ้างถึง {_entry(item, choice)} ซึ่งเป็น{other}",
                (field, index, "kind"),
                also=((field, index, "ref"),),
            )


@rule(
    "LINK-002",
    Severity.WARNING,
    title="โครงการอ้างถึงรายการคนละชนิดในกรอบระดับชาติ",
    why="การอ้างผิดชนิดทำให้เว็บไซต์นับว่าโครงการครอบคลุมสิ่งที่ไม่ได้ครอบคลุม",
    remedy="ย้ายรหัสไปอยู่ใต้หัวข้อที่ถูก หรือแก้รหัส แล้วแจ้งใน corrections ถ้าแผนประกาศใช้แล้ว",
)
def project_refers_to_another_kind(item: ProjectItem) -> Iterator[Hit]:
    """A project's reference to another group, such as a curriculum that is a competency."""
    for field, what in CHOICE_LIST.items():
        for index, reference in enumerate(getattr(item.project, field)):
            group = _GROUP_OF(item.of.reference).get(reference)
            if group is not None and group not in GROUPS[field]:
                entry = item.of.reference.entries[reference]
                yield Hit(f"รหัส “{reference}” ({entry.name}) อยู่ใต้{what} แต่ไม่ใช่{what}", (field, index))


@rule(
    "LINK-003",
    Severity.NOTICE,
    title="ชื่อตรงกับรายการในกรอบระดับชาติ แต่ไม่ได้อ้างถึง",
    why="ถ้าไม่อ้าง เว็บไซต์จะไม่นับว่าแผนครอบคลุมรายการนั้น ทั้งที่แผนระบุไว้",
    remedy="ใส่ ref เป็นรหัสของรายการนั้น",
)
def choice_without_its_reference(item: PlanItem) -> Iterator[Hit]:
    """A name without a reference that is the official name of an entry of the same kind."""
    for field, index, choice in _choices(item):
        if choice.ref is None:
            known = _BY_NAME(item.reference)
            entry = next((one for group in GROUPS[field] if (one := known.get((group, _plain(choice.name))))), None)
            if entry:
                yield Hit(
                    f"{CHOICE_LIST[field]} {quoted(choice.name)} ตรงกับรายการ “{entry}” ของกรอบ แต่ไม่ได้อ้างถึง",
                    (field, index, "name"),
                    remedy=f"ใส่ ref: {entry}",
                )


@rule(
    "LINK-004",
    Severity.WARNING,
    title="รายการเดียวกันของกรอบถูกเลือกซ้ำ",
    why="รายการซ้ำทำให้จำนวนที่นับได้มากกว่าที่แผนเลือกจริง และมักหมายความว่ารายการหนึ่งอ้างผิด",
    remedy="ตรวจกับเอกสารว่ารายการใดอ้างผิด แล้วแก้ ref ของรายการนั้น",
)
def chosen_twice(item: PlanItem) -> Iterator[Hit]:
    """One entry referenced by two names of one list."""
    first: dict[tuple[str, str], tuple[int, FrameworkChoice]] = {}
    for field, index, choice in _choices(item):
        if choice.ref is None:
            continue
        if (field, choice.ref) in first:
            earlier, of = first[field, choice.ref]
            yield Hit(
                f"{CHOICE_LIST[field]} {quoted(choice.name)} อ้างถึง “{choice.ref}” ซ้ำกับ {quoted(of.name)}",
                (field, index, "ref"),
                also=((field, earlier, "ref"),),
            )
        first.setdefault((field, choice.ref), (index, choice))


def _choices(item: PlanItem) -> Iterator[tuple[str, int, FrameworkChoice]]:
    for field in CHOICE_LIST:
        for index, choice in enumerate(getattr(item.plan, field)):
            yield field, index, choice


def _entry(item: PlanItem, choice: FrameworkChoice) -> str:
    return f"“{choice.ref}” ({item.reference.entry_name(choice.ref or '')})"


def _plain(name: str) -> str:
    return folded(name)


def _groups_of_entries(reference: CheckBasis) -> Mapping[str, str]:
    return {entry.id: group for group, entries in reference.groups.items() for entry in entries}


def _names_of_entries(reference: CheckBasis) -> Mapping[tuple[str, str], str]:
    groups = {group for groups in GROUPS.values() for group in groups}
    return {
        (group, _plain(entry.name)): entry.id for group in sorted(groups) for entry in reference.groups.get(group, ())
    }


_GROUP_OF: IdentityMemo[CheckBasis, Mapping[str, str]] = IdentityMemo(_groups_of_entries)
_BY_NAME: IdentityMemo[CheckBasis, Mapping[tuple[str, str], str]] = IdentityMemo(_names_of_entries)
