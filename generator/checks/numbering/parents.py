"""Check that a number agrees with its parent's, and with the number that other sections print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.items import Path, PlanItem
from generator.checks.numbering.printed_numbers import Printed, read_printed
from generator.checks.numbering.sequence import REMEDY
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.strategy import LocalStrategy, Strategy, Tactic, Value
from generator.thai.numerals import to_arabic
from generator.thai.text import quoted


@dataclass(frozen=True, slots=True)
class _Child:
    """An item whose number has parts, and its parents."""

    name: str
    number: Printed
    printed: str
    above: tuple[tuple[str, str | None], ...]
    """Name and printed number of each parent, the outermost first."""
    path: Path


@rule(
    "NUMBER-006",
    Severity.WARNING,
    title="ลำดับที่ไม่ตรงกับหัวข้อที่รายการอยู่",
    why="ลำดับเช่น ๒.๑ บอกว่าอยู่ใต้หัวข้อ ๒ ถ้าอยู่ใต้หัวข้ออื่น อาจวางผิดที่หรือพิมพ์ลำดับผิด",
    remedy=REMEDY,
)
def number_of_another_parent(item: PlanItem) -> Iterator[Hit]:
    """`๒.๑` under an item numbered 1, if most numbers of the table contain their parent's."""
    for file, children in (
        ("plan.yml", _tactics(item)),
        ("projects.yml", _projects(item)),
        ("plan.yml", _evaluated(item)),
    ):
        judged = [(child, wrong) for child in children if (wrong := _misplaced(child)) is not None]
        strange = [(child, wrong) for child, wrong in judged if wrong]
        if 2 * len(strange) >= len(judged):
            continue  # the first parts of these numbers mean something else, perhaps a section of the document
        for child, wrong in strange:
            yield Hit(
                f"{quoted(child.name)} พิมพ์ลำดับ {quoted(child.printed)} แต่อยู่ใต้{wrong}", (*child.path, "number"), file
            )


def _misplaced(child: _Child) -> str | None:
    """Return the parent of an item if its number names another one; empty if it names this one, None if unknown."""
    parts = child.number.before
    above = [(what, read_printed(printed), printed or "") for what, printed in child.above]
    if not parts or len(parts) > len(above):
        return None
    for (what, number, printed), part in zip(above[-len(parts) :], parts, strict=True):
        if number is None:
            return None
        if number.last != part:
            return f"{what}ลำดับ {quoted(printed)}"
    return ""


def _tactics(item: PlanItem) -> Iterator[_Child]:
    for index, strategy in enumerate(item.plan.strategies):
        above = (("ยุทธศาสตร์", strategy.number),)
        for place, tactic in enumerate(strategy.tactics):
            yield from _child(tactic.name, tactic.number, above, ("strategies", index, "tactics", place))


def _projects(item: PlanItem) -> Iterator[_Child]:
    for index, project in enumerate(item.projects):
        strategy, tactic = item.strategies.get(project.strategy or ""), item.tactics.get(project.tactic or "")
        above = (("ยุทธศาสตร์", strategy.number if strategy else None), ("กลยุทธ์", tactic.number if tactic else None))
        yield from _child(project.name, project.number, above, ("projects", index))


def _evaluated(item: PlanItem) -> Iterator[_Child]:
    for index, form in enumerate(item.plan.evaluation_forms):
        for place, group in enumerate(form.groups):
            above = (("รูปแบบ", form.number), ("กลุ่ม", group.number))
            path: Path = ("evaluation_forms", index, "groups", place, "competencies")
            for position, one in enumerate(group.competencies):
                yield from _child(one.name, one.number, above, (*path, position))


def _child(name: str, printed: str | None, above: tuple[tuple[str, str | None], ...], path: Path) -> Iterator[_Child]:
    number = read_printed(printed)
    if number and number.before:
        yield _Child(name, number, printed or "", above, path)


_IN_WORDS = re.compile(
    "(?:ประเด็น)?(?:ยุทธศาสตร์|กลยุทธ์|ค่านิยม)(?:การพัฒนา(?:ท้องถิ่น)?)?ที่ ?(?P<number>[0-9๐-๙]{1,3})(?![0-9๐-๙.])"
)


@rule(
    "NUMBER-007",
    Severity.WARNING,
    title="ยุทธศาสตร์หรือกลยุทธ์เดียวกันมีลำดับต่างกันในแต่ละส่วน",
    why="ผู้อ่านที่อ้างลำดับจากส่วนหนึ่งจะไปพบอีกข้อหนึ่งในอีกส่วน",
    remedy=REMEDY,
)
def another_number_in_words(item: PlanItem) -> Iterator[Hit]:
    """A name or a wording that begins with `กลยุทธ์ที่ ๒` in an item with another number."""
    for one, path in _named(item):
        number = read_printed(one.number)
        if number is None or number.before:
            continue
        texts = [("name", one.name, "ชื่อ"), *(("", wording.text, wording.section) for wording in one.wordings)]
        for index, (key, text, where) in enumerate(texts):
            said = _IN_WORDS.match(text)
            if said and int(to_arabic(said["number"])) != number.last:
                yield Hit(
                    f"{quoted(one.name)} ลำดับที่คือ {quoted(one.number or '')} แต่{'ส่วน ' if not key else ''}{where} "
                    f"พิมพ์ว่า {quoted(said[0])}",
                    (*path, "name") if key else (*path, "wordings", index - 1, "text"),
                    snippet=said[0],
                )


_BARE = re.compile("(?![^0-9๐-๙]{0,30}[0-9๐-๙])")
_NUMBERED_TO_TELL = 3
_KINDS: tuple[tuple[str, type[Strategy] | type[Tactic]], ...] = (("ยุทธศาสตร์", Strategy), ("กลยุทธ์", Tactic))


@rule(
    "NUMBER-013",
    Severity.NOTICE,
    title="หัวข้อยุทธศาสตร์หรือกลยุทธ์ที่ไม่มีลำดับ ขณะที่หัวข้ออื่นมี",
    why="หัวข้อที่ไม่มีลำดับอาจอ่านเป็นข้อความต่อจากหัวข้อก่อนหน้า ผู้อ่านจึงไม่แน่ใจว่ารายการใต้หัวข้อนั้นเป็นของยุทธศาสตร์ใด",
    remedy=REMEDY,
)
def heading_without_number(item: PlanItem) -> Iterator[Hit]:
    """A wording without a number, in a section where such wordings begin with one; once per section."""
    for what, kind in _KINDS:
        numbered: dict[str, int] = {}
        bare: dict[str, list[tuple[str, Path]]] = {}
        for one, path in _named(item):
            if type(one) is not kind:
                continue
            for index, wording in enumerate(one.wordings):
                section = wording.section or ""
                if _IN_WORDS.match(wording.text):
                    numbered[section] = numbered.get(section, 0) + 1
                elif _BARE.match(wording.text):
                    place: Path = (*path, "wordings", index, "text")
                    bare.setdefault(section, []).append((wording.text, place))
        for section, found in bare.items():
            others = numbered.get(section, 0)
            if others >= _NUMBERED_TO_TELL and 3 * len(found) <= others:
                shown = " ".join(quoted(text) for text, _ in found)
                yield Hit(
                    f"ส่วน {section} พิมพ์หัวข้อ{what} {shown} โดยไม่มีลำดับ ขณะที่หัวข้อ{what}อีก {others} แห่งในส่วนนั้นมี",
                    found[0][1],
                    also=tuple(path for _, path in found[1:]),
                )


def _named(item: PlanItem) -> Iterator[tuple[Strategy | Tactic | Value | LocalStrategy, Path]]:
    for index, strategy in enumerate(item.plan.strategies):
        yield strategy, ("strategies", index)
        for place, tactic in enumerate(strategy.tactics):
            yield tactic, ("strategies", index, "tactics", place)
    for index, value in enumerate(item.plan.values):
        yield value, ("values", index)
    for index, local in enumerate(item.plan.local_strategies):
        yield local, ("local_strategies", index)
