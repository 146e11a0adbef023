"""Sentences for the changes between two versions of a plan, in the language of official letters.

Printed texts are quoted as printed, on one line and truncated; our own numbers use the requested digits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.thai.numerals import Digits, format_baht, format_integer, in_digits
from generator.thai.text import normalise
from generator.words.parts import NARRATIVE

NO_CHANGES = "ไม่มีการเปลี่ยนแปลง"

_Kind = PlanChangeKind
_LONGEST = 120
"""Characters of a quotation."""
_CHANGED = {
    _Kind.BUDGET_RAISED: "เพิ่ม",
    _Kind.BUDGET_LOWERED: "ลด",
}
_EDITED = {
    _Kind.BUDGET_RAISED: "แก้งบประมาณ",
    _Kind.BUDGET_LOWERED: "แก้งบประมาณ",
    _Kind.BUDGET_CHANGED: "แก้งบประมาณ",
    _Kind.PERIOD_MOVED: "แก้ระยะเวลา",
    _Kind.RESPONSIBLE_CHANGED: "แก้ผู้รับผิดชอบ",
    _Kind.REWORDED: "แก้ถ้อยคำ",
    _Kind.OFFICIAL_CHANGED: "แก้ข้อมูลทางการ",
    _Kind.CHANGED: "แก้ข้อมูลอื่น",
}
"""Words under which changes are counted by kind of change, in this order."""
_COUNTED = {_Kind.ADDED: "เพิ่ม", _Kind.REMOVED: "ตัด", _Kind.MOVED: "ย้าย", _Kind.RENAMED: "เปลี่ยนชื่อ"}
"""Words of changes that are counted by kind of thing."""
_OWN_COUNT = frozenset({"โครงการ", "ตำแหน่ง", "กลยุทธ์"})
"""Things that are their own unit: 2 โครงการ."""


def sentence(change: PlanChange, digits: Digits = "arabic") -> str:
    """Return a change as one sentence."""
    name = _name(change)
    thing = change.thing if not change.part.startswith("results/") else _of_year(change, digits)
    if change.kind is _Kind.ADDED:
        return f"เพิ่ม{thing}{_after(name or change.after)}"
    if change.kind is _Kind.REMOVED:
        return f"ตัด{thing}{_after(name or change.before)} ออก"
    # The sentence itself has the new name.
    subject = thing if change.kind is _Kind.RENAMED else f"{thing}{_after(name)}"
    return f"{subject}: {_what_happened(change, digits)}"


def summary(changes: Iterable[PlanChange], digits: Digits = "arabic") -> str:
    """Return the number of changes of each sort, on one line."""
    changes = tuple(changes)
    parts = []
    for kind, verb in _COUNTED.items():
        for thing, count in Counter(change.thing for change in changes if change.kind is kind).items():
            number = format_integer(count, digits)
            parts.append(f"{verb} {number} {thing}" if thing in _OWN_COUNT else f"{verb}{thing} {number} รายการ")
    edited = Counter(_EDITED[change.kind] for change in changes if change.kind in _EDITED)
    parts += [
        f"{verb} {format_integer(edited[verb], digits)} {'แห่ง' if verb == _EDITED[_Kind.REWORDED] else 'รายการ'}"
        for verb in dict.fromkeys(_EDITED.values())
        if edited[verb]
    ]
    return " ".join(parts) or NO_CHANGES


def quoted_briefly(text: str) -> str:
    """Return a text in single quotation marks: one line, printable, truncated."""
    # Cut before cleaning, so that a value of many megabytes costs nothing.
    shown = "".join(filter(str.isprintable, normalise(text[: 4 * _LONGEST])))
    is_cut = len(shown) > _LONGEST or len(text) > 4 * _LONGEST
    return f"‘{shown[:_LONGEST].rstrip()}…’" if is_cut else f"‘{shown}’"


def _what_happened(change: PlanChange, digits: Digits) -> str:
    before, after = change.before, change.after
    if change.kind in _CHANGED and change.before_baht is not None and change.after_baht is not None:
        amounts = f"{_baht(change.before_baht, digits)} เป็น {_baht(change.after_baht, digits)}"
        return f"{change.label}{_CHANGED[change.kind]}จาก {amounts}{_difference(change.difference_baht, digits)}"
    if before is None or after is None:
        return _appeared(change)
    between = f"{quoted_briefly(before)} เป็น {quoted_briefly(after)}"
    if change.kind is _Kind.MOVED:
        return f"ย้ายจาก {quoted_briefly(before)} ไป {quoted_briefly(after)}"
    if change.kind is _Kind.RENAMED:
        return f"เปลี่ยนชื่อจาก {between}"
    if change.kind is _Kind.REWORDED:
        is_long = len(before) > _LONGEST or len(after) > _LONGEST
        return f"แก้ถ้อยคำของ{change.label}" + ("" if is_long else f"จาก {between}")
    return f"{change.label}เปลี่ยนจาก {between}{_difference(change.difference_baht, digits)}"


def _appeared(change: PlanChange) -> str:
    """Return that a value was added or removed."""
    if change.after is not None:
        verb = "จัดไว้ใน" if change.kind is _Kind.MOVED else "เพิ่ม"
        return f"{verb}{change.label}{_after(change.after)}"
    if change.before is not None:
        return f"ตัด{change.label}{_after(change.before)} ออก"
    return f"แก้{change.label}"


def _difference(baht: Decimal | None, digits: Digits) -> str:
    if not baht:
        return ""
    return f" ({'+' if baht > 0 else '−'}{_baht(abs(baht), digits)})"


def _baht(amount: Decimal, digits: Digits) -> str:
    return f"{format_baht(amount, digits)} บาท"


def _name(change: PlanChange) -> str:
    if change.part == "narrative":
        return NARRATIVE.get(change.id, change.id)
    return change.name


def _of_year(change: PlanChange, digits: Digits) -> str:
    year, _, months = change.part.partition("/")[2].partition("-")
    of_round = f" รอบ {in_digits(months, digits)} เดือน" if months else ""
    if year in change.name:
        return change.thing + of_round
    return f"{change.thing} ปีงบประมาณ {in_digits(year, digits)}{of_round}"


def _after(text: str | None) -> str:
    return f" {quoted_briefly(text)}" if text else ""
