"""Find stand-ins (placeholder texts of new folders) that would be published, one finding per file.

The program wrote these texts and no document contains them: errors in an announced plan, a reminder in a draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checks.file_words import file_in_words
from generator.checks.items import LaoItem, Path, PlanItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.base import Record
from generator.model.official import DocumentState
from generator.model.plan import PlanFolder
from generator.model.to_fill_in import stand_in_of
from generator.thai.text import quoted

_WHY = "ข้อความนี้มาจากแบบเปล่าที่โปรแกรมสร้างให้ ไม่ใช่ข้อความในแผนของ อปท. ผู้อ่านจะเข้าใจว่าเอกสารเขียนไว้เช่นนี้"
_REMEDY = "แทนด้วยข้อความตามที่พิมพ์ในเอกสาร ถ้าเอกสารไม่มี ให้ลบทั้งบรรทัดหรือทั้งแถว"


@rule(
    "SAMPLE-001",
    Severity.ERROR,
    title="แผนที่ประกาศใช้แล้วยังมีข้อความที่ต้องกรอกของแบบ",
    why=_WHY,
    remedy=_REMEDY,
)
def stand_ins_in_an_announced_plan(item: PlanItem) -> Iterator[Hit]:
    """Stand-ins in an announced plan."""
    if item.plan.state is DocumentState.ANNOUNCED:
        yield from _in_plan(item)


@rule(
    "SAMPLE-002",
    Severity.NOTICE,
    title="แผนที่ยังไม่ประกาศใช้มีข้อความที่ต้องกรอกเหลืออยู่",
    why=_WHY,
    remedy=_REMEDY,
)
def stand_ins_in_a_draft(item: PlanItem) -> Iterator[Hit]:
    """Stand-ins to replace before the plan is announced."""
    if item.plan.state is not DocumentState.ANNOUNCED:
        yield from _in_plan(item)


@rule(
    "SAMPLE-003",
    Severity.ERROR,
    title="อปท. ที่มีแผนประกาศใช้แล้วยังมีข้อความที่ต้องกรอกของแบบ",
    why=_WHY,
    remedy=_REMEDY,
)
def stand_ins_of_an_lao_with_a_plan(item: LaoItem) -> Iterator[Hit]:
    """Stand-ins in lao.yml of an LAO with an announced plan."""
    if _has_announced(item):
        yield from _found("lao.yml", item.lao)


@rule(
    "SAMPLE-004",
    Severity.NOTICE,
    title="ข้อมูล อปท. มีข้อความที่ต้องกรอกเหลืออยู่",
    why=_WHY,
    remedy=_REMEDY,
)
def stand_ins_of_a_new_lao(item: LaoItem) -> Iterator[Hit]:
    """Stand-ins in lao.yml of an LAO without an announced plan."""
    if not _has_announced(item):
        yield from _found("lao.yml", item.lao)


def _has_announced(item: LaoItem) -> bool:
    plans = (plan.plan for plan in item.lao_folder.plans if isinstance(plan, PlanFolder))
    return any(plan.state is DocumentState.ANNOUNCED for plan in plans)


def _in_plan(item: PlanItem) -> Iterator[Hit]:
    yield from _found("plan.yml", item.plan)
    yield from _found("projects.yml", item.files.projects, "projects.yml")
    yield from _found("idp.yml", item.files.idp, "idp.yml")
    for section in item.files.narrative:
        if text := stand_in_of(section.markdown.strip().partition("\n")[0]):
            yield Hit(
                f"{file_in_words('narrative.md')}ยังมีข้อความที่ต้องกรอกของแบบ เช่น {quoted(text)}", (1,), "narrative.md", text
            )


def _found(name: str, record: Record | None, file: str = "") -> Iterator[Hit]:
    places = list(_stand_ins(record, ()))
    if not places:
        return
    text, path = places[0]
    more = f" และอีก {len(places) - 1} แห่ง" if len(places) > 1 else ""
    also = tuple(other for _, other in places[1:])
    yield Hit(f"{file_in_words(name)}ยังมีข้อความที่ต้องกรอกของแบบ เช่น {quoted(text)}{more}", path, file, text, also=also)


def _stand_ins(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the stand-ins in a value with their paths."""
    if isinstance(value, str):
        if text := stand_in_of(value):
            yield text, path
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _stand_ins(one, (*path, index))
    elif isinstance(value, Record):
        for key, one in value:
            if one:
                yield from _stand_ins(one, (*path, key))
