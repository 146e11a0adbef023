"""Check that each position develops the competencies of its kind, executive ones only for executives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import IdpRowItem
from generator.checks.master_plan import COMPETENCY_CLAUSE
from generator.checks.memos import folded
from generator.checks.references.choices import kind_of
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.idp import IdpRow
from generator.thai.text import quoted

_CLAUSE = f"{COMPETENCY_CLAUSE} (2)"
_EMPLOYEES = ("ลูกจ้าง", "พนักงานจ้าง")
_EXECUTIVE = re.compile(
    r"^(?:รอง)?ปลัด|^(?:รอง)?(?:ผู้อำนวยการ|ผอ\.)(?:กอง|สำนัก|ส่วน)|^(?:หัวหน้า|หน\.)(?:สำนัก|ส่วน|กอง|ฝ่าย|กลุ่มงาน)"
)
"""Positions of the types บริหารท้องถิ่น and อำนวยการท้องถิ่น: chief and deputy administrators, heads of departments and of
their divisions."""
_MAY_BE_EXECUTIVE = re.compile(r"ผู้อำนวยการ|ผอ\.|หัวหน้า|หน\.|ปลัด|ผู้บริหาร|นักบริหาร|สถานศึกษา|รองนายก")


@rule(
    "LINK-008",
    Severity.WARNING,
    title="ลูกจ้างหรือพนักงานจ้างมีสมรรถนะประจำผู้บริหาร",
    why="สมรรถนะประจำผู้บริหารเป็นของตำแหน่งประเภทบริหารท้องถิ่นและอำนวยการท้องถิ่น "
    "ข้อความของแถวนี้อาจเป็นของตำแหน่งอื่น และการประเมินอาจใช้เกณฑ์ผิด",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือแก้ในการปรับปรุงแผนครั้งต่อไป",
    clause=_CLAUSE,
)
def executive_competency_of_an_employee(item: IdpRowItem) -> Iterator[Hit]:
    """An executive competency for a permanent or hired employee."""
    index = _skill_of_kind(item, "executive")
    if index is not None and _is_employee(item.row):
        row = item.row
        category = f"{quoted(row.staff_category)} ตำแหน่ง " if row.staff_category else "ตำแหน่ง "
        yield Hit(f"{category}{quoted(row.position)} ต้องพัฒนา {_words(row, index)}", ("skills", index))


@rule(
    "LINK-009",
    Severity.WARNING,
    title="ตำแหน่งที่ไม่ใช่ผู้บริหารมีสมรรถนะประจำผู้บริหาร",
    why="สมรรถนะประจำผู้บริหารเป็นของตำแหน่งประเภทบริหารท้องถิ่นและอำนวยการท้องถิ่น ตำแหน่งอื่นใช้สมรรถนะประจำสายงาน",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged",
    clause=_CLAUSE,
)
def executive_competency_of_another_position(item: IdpRowItem) -> Iterator[Hit]:
    """An executive competency for a position whose name is not of the executive types."""
    index = _skill_of_kind(item, "executive")
    if index is not None and not _is_employee(item.row) and not _MAY_BE_EXECUTIVE.search(_plain(item.row.position)):
        yield Hit(f"ตำแหน่ง {quoted(item.row.position)} ต้องพัฒนา {_words(item.row, index)}", ("skills", index))


@rule(
    "LINK-010",
    Severity.WARNING,
    title="ตำแหน่งผู้บริหารไม่มีสมรรถนะประจำผู้บริหาร",
    why="ตำแหน่งประเภทบริหารท้องถิ่นและอำนวยการท้องถิ่นต้องมีสมรรถนะประจำผู้บริหารทั้ง 4 ข้อ",
    remedy="ตรวจกับเอกสาร ถ้ามีในเอกสาร ให้เพิ่มและแจ้งใน corrections ถ้าเอกสารไม่มี ให้ชี้แจงใน acknowledged "
    "หรือเพิ่มในการปรับปรุงแผนครั้งต่อไป",
    clause=_CLAUSE,
)
def executive_without_executive_competency(item: IdpRowItem) -> Iterator[Hit]:
    """A chief, deputy or head whose row states competencies, but no executive one."""
    row = item.row
    if _is_employee(row) or not _EXECUTIVE.search(_plain(row.position)):
        return
    stated = any(skill.competencies for skill in row.skills)
    said = any("ผู้บริหาร" in (skill.text or "") for skill in row.skills)
    if stated and not said and _skill_of_kind(item, "executive") is None:
        yield Hit(f"ตำแหน่ง {quoted(row.position)} มีสมรรถนะอื่น แต่ไม่มีสมรรถนะประจำผู้บริหาร", ("position",))


def _skill_of_kind(item: IdpRowItem, kind: str) -> int | None:
    """Return the index of the first skill that refers to a competency of this kind, or None."""
    return next(
        (
            index
            for index, skill in enumerate(item.row.skills)
            if any(kind_of(item.of.reference, one) == kind for one in skill.competencies)
        ),
        None,
    )


def _is_employee(row: IdpRow) -> bool:
    return _plain(row.staff_category or "").startswith(_EMPLOYEES) or _plain(row.position).startswith(_EMPLOYEES)


def _words(row: IdpRow, index: int) -> str:
    return quoted(row.skills[index].text or "สมรรถนะประจำผู้บริหาร")


def _plain(text: str) -> str:
    return folded(text)
