"""Check that declared changes (`amendments:`, `corrections:`) match ids in the plan and its current data."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.checks.acknowledgements import MOST_HINTS, hint, ids_of
from generator.checks.items import PlanItem
from generator.checks.memos import IdentityMemo
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.official import Correction
from generator.thai.numerals import to_arabic
from generator.thai.searching import search_key
from generator.thai.text import quoted

_MATRIX = "budget_matrix"
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_VALUE_ONLY = re.compile(r"[0-9,.\s฿-]*(?:บาท(?:ถ้วน)?)?\s*")
"""A value that is only a number: the rest of the item does not matter."""


@rule(
    "CHANGE-001",
    Severity.WARNING,
    title="การแก้ไขข้อมูลที่ประกาศไว้อ้างรายการที่ไม่มี",
    why="การแก้ไขข้อมูลที่ประกาศไว้ต้องบอกได้ว่าแก้รายการใด ถ้าอ้าง id ผิด ประชาชนไม่เห็นการแก้ไขที่รายการนั้น",
    remedy="แก้ ids: ให้ตรงกับ id ของรายการที่แก้ไข",
)
def correction_of_nothing(item: PlanItem) -> Iterator[Hit]:
    """A correction of an id that is neither in the plan nor in an amendment."""
    if not item.plan.corrections or item.files.unread:
        return
    known = ids_of(item) | {_MATRIX} | {one for amendment in item.plan.amendments for one in amendment.touched}
    unknown = [
        (("corrections", index, "ids", place), identifier)
        for index, correction in enumerate(item.plan.corrections)
        for place, identifier in enumerate(correction.ids)
        if identifier not in known
    ]
    for count, (path, identifier) in enumerate(unknown):
        near = hint(identifier, sorted(known)) if count < MOST_HINTS else ""
        yield Hit(f"การแก้ไขข้อมูลอ้างรายการ {quoted(identifier)} ซึ่งไม่มีในแผนนี้{near}", path)


@rule(
    "CHANGE-002",
    Severity.WARNING,
    title="การปรับปรุงแผนอ้างรายการที่ไม่มีร่องรอยในแผน",
    why="รายการที่ตัดออกจากแผนไม่มีในแผนฉบับปัจจุบันแล้ว แต่ต้องบอกไว้ว่าตัดออก มิฉะนั้นแยกไม่ได้จาก id ที่พิมพ์ผิด",
    remedy="ถ้าพิมพ์ id ผิด ให้แก้ ถ้ารายการถูกตัดออก ให้เพิ่มใน items: ของการปรับปรุงนั้น เช่น - {id: s1t1-9, what: removed}",
)
def amendment_of_nothing(item: PlanItem) -> Iterator[Hit]:
    """An amendment of an id that is not in the plan, not declared as removed, and has no result."""
    if not item.plan.amendments or item.files.unread or item.is_partial:
        return
    known = ids_of(item) | {_MATRIX} | {one.project for year in item.files.results for one in year.projects}
    known |= {
        entry.id
        for amendment in item.plan.amendments
        for entry in amendment.items
        if entry.what == "removed" or entry.before
    }
    count = 0
    for index, amendment in enumerate(item.plan.amendments):
        named: list[tuple[tuple[str | int, ...], str]] = [
            (("ids", place), one) for place, one in enumerate(amendment.ids)
        ]
        named += [(("items", place, "id"), entry.id) for place, entry in enumerate(amendment.items)]
        for path, identifier in named:
            if identifier not in known:
                count += 1
                near = hint(identifier, sorted(known)) if count <= MOST_HINTS else ""
                yield Hit(
                    f"การปรับปรุงแผนครั้งที่ {quoted(amendment.number)} อ้างรายการ {quoted(identifier)} "
                    f"ซึ่งไม่มีในแผนนี้ และไม่ได้ระบุว่าตัดออก{near}",
                    ("amendments", index, *path),
                )


@rule(
    "CHANGE-003",
    Severity.WARNING,
    title="ค่าหลังแก้ไขที่ประกาศไว้ไม่ตรงกับข้อมูล",
    why="ประกาศบอกว่าแก้เป็นค่าหนึ่ง แต่ข้อมูลในแผนเป็นอีกค่าหนึ่ง ประชาชนจึงไม่รู้ว่าค่าใดถูก",
    remedy="ตรวจค่าในรายการกับเอกสาร แล้วแก้ค่าในรายการหรือ after: ให้ตรงกัน ถ้าแก้อีกครั้งหลังจากนั้น ให้ประกาศไว้เป็นอีกรายการหนึ่ง",
)
def correction_not_made(item: PlanItem) -> Iterator[Hit]:
    """A correction whose new value none of the named items contains."""
    if item.files.unread:
        return
    for index, correction in enumerate(item.plan.corrections):
        things = [_THINGS(item)[one] for one in correction.ids if one in _THINGS(item)]
        if not correction.after or not things or _changed_again(item, index, correction):
            continue
        if _contradicted(correction.after, correction.before or "", [text for thing in things for text in thing]):
            shown = " หรือ ".join(quoted(one) for one in correction.ids[:3])
            yield Hit(
                f"การแก้ไขข้อมูลระบุค่าหลังแก้ไขของ {shown} เป็น {quoted(correction.after[:100])} แต่ข้อมูลในรายการไม่มีค่านี้",
                ("corrections", index, "after"),
            )


def _changed_again(item: PlanItem, index: int, correction: Correction) -> bool:
    """Return whether a later declaration names the same item: it may have changed the value again."""
    ids = set(correction.ids)
    if any(not ids.isdisjoint(amendment.touched) for amendment in item.plan.amendments):
        return True
    return any(
        not ids.isdisjoint(other.ids) and (other.date, place) > (correction.date, index)
        for place, other in enumerate(item.plan.corrections)
        if place != index
    )


def _contradicted(after: str, before: str, texts: list[str]) -> bool:
    """Return whether an item's texts contradict a correction for certain; words do so only by the old ones."""
    keys = [search_key(text).whole for text in texts]
    wanted = search_key(after).whole
    if not wanted or any(wanted in key for key in keys):
        return False
    numbers = _numbers(after)
    if numbers and numbers <= {number for text in texts for number in _numbers(text)}:
        return False
    if numbers and _VALUE_ONLY.fullmatch(to_arabic(after)):
        return True
    old = search_key(before).whole
    return bool(old) and any(old in key for key in keys)


def _numbers(text: str) -> set[str]:
    found = (number.replace(",", "") for number in _NUMBER.findall(to_arabic(text)))
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in found}


def _things(item: PlanItem) -> dict[str, list[str]]:
    """Return the texts of everything that a correction can name, by id."""
    plan = item.plan
    named = {identifier for correction in plan.corrections if correction.after for identifier in correction.ids}
    rows = item.files.idp.rows if item.files.idp else ()
    records: list[BaseModel] = [*plan.local_strategies, *plan.values, *plan.documents, *item.projects, *rows]
    records += [*item.departments.values(), *item.strategies.values(), *item.tactics.values()]
    things: dict[str, list[str]] = {}
    for record in records:
        if (identifier := str(getattr(record, "id", ""))) in named:
            things.setdefault(identifier, []).extend(_texts(record))
    if plan.budget_matrix and _MATRIX in named:
        things[_MATRIX] = list(_texts(plan.budget_matrix))
    return things


_THINGS: IdentityMemo[PlanItem, dict[str, list[str]]] = IdentityMemo(_things)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from _texts(key)
            yield from _texts(below)
    elif isinstance(value, (tuple, list, frozenset)):
        for below in value:
            yield from _texts(below)
    elif value is not None:
        yield str(value)
