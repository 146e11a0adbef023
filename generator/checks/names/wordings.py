"""Check that a strategy, a tactic or a value has one wording in all sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.memos import folded
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.model.strategy import LocalStrategy, Strategy, Tactic, Value
from generator.thai.text import normalise, quoted

_NUMBERING = re.compile(
    r"^[ -]*(?:(?:ประเด็น)?ยุทธศาสตร์|กลยุทธ์|ค่านิยม|ด้าน)?(?:ที่)? ?[0-9๐-๙]+(?:[.][0-9๐-๙]+)* ?[.:)]? ?"
    r"|^(?:ยุทธศาสตร์|กลยุทธ์|ค่านิยม) ?: ?"
)
_MARKS = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_AROUND = 12


@rule(
    "NAME-022",
    Severity.WARNING,
    title="ชื่อยุทธศาสตร์ กลยุทธ์ หรือค่านิยม เขียนต่างกันในแต่ละส่วน",
    why="ยุทธศาสตร์เดียวกันที่เขียนไม่เหมือนกันทำให้ไม่แน่ใจว่าเงินและโครงการในแต่ละตารางเป็นเรื่องเดียวกัน "
    "และข้อความใดเป็นข้อความที่คณะกรรมการเห็นชอบ",
    remedy="ตรวจกับเอกสาร ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged "
    "หรือใช้ข้อความเดียวกันในการปรับปรุงแผนครั้งต่อไป",
)
def worded_otherwise(item: PlanItem) -> Iterator[Hit]:
    """Wordings of one thing that differ by more than numbering and spaces, in one hit per thing."""
    for what, one, path in _named(item):
        if not one.wordings:
            continue
        own = _plain(one.name)
        differing: dict[str, list[int]] = {}
        for index, wording in enumerate(one.wordings):
            if (plain := _plain(wording.text)) != own:
                differing.setdefault(plain, []).append(index)
        if differing:
            yield _hit(what, one, path, list(differing.values()))


def differing_part(text: str, other: str) -> tuple[str, str]:
    """Return the part in which each text differs, with a few letters of context, ignoring spaces."""
    (letters, at), (other_letters, other_at) = _without_spaces(text), _without_spaces(other)
    shorter = min(len(letters), len(other_letters))
    start = next((index for index in range(shorter) if letters[index] != other_letters[index]), shorter)
    end = 0
    while end < shorter - start and letters[-1 - end] == other_letters[-1 - end]:
        end += 1
    return _cut(text, at, start, end), _cut(other, other_at, start, end)


def _without_spaces(text: str) -> tuple[str, list[int]]:
    """Return the letters, and the position of each."""
    at = [position for position, letter in enumerate(text) if letter != " "]
    return "".join(text[position] for position in at), at


def _cut(text: str, at: list[int], start: int, end: int) -> str:
    """Return the text without `start` letters at its start and `end` at its end, with the context needed to read it."""
    first = at[max(0, start - _AROUND)] if at else 0
    while first and _MARKS.match(text[first]):
        first -= 1  # a mark belongs to the letter before it
    last = at[-1 - max(0, end - _AROUND)] + 1 if at else 0
    while last < len(text) and _MARKS.match(text[last]):
        last += 1
    return ("…" if first else "") + text[first:last].strip() + ("…" if last < len(text) else "")


_Named = Strategy | Tactic | Value | LocalStrategy


def _named(item: PlanItem) -> Iterator[tuple[str, _Named, Path]]:
    plan = item.plan
    for index, local in enumerate(plan.local_strategies):
        yield _called("ยุทธศาสตร์การพัฒนาท้องถิ่น", local), local, ("local_strategies", index)
    for index, value in enumerate(plan.values):
        yield _called("ค่านิยม", value), value, ("values", index)
    for index, strategy in enumerate(plan.strategies):
        name = _called("ยุทธศาสตร์", strategy)
        yield name, strategy, ("strategies", index)
        for place, tactic in enumerate(strategy.tactics):
            yield f"{_called('กลยุทธ์', tactic)} ของ{name}", tactic, ("strategies", index, "tactics", place)


def _called(kind: str, one: _Named) -> str:
    return f"{kind}ที่ {one.number}" if one.number else f"{kind} {quoted(one.name)}"


def _hit(what: str, one: _Named, path: Path, differing: list[list[int]]) -> Hit:
    own = normalise(one.name)
    known = f"{what} {quoted(own)}" if one.number else what
    said = []
    for indexes in differing:
        wording = one.wordings[indexes[0]]
        here, there = differing_part(own, _NUMBERING.sub("", normalise(wording.text), count=1))
        sections = " และ ".join(dict.fromkeys(one.wordings[index].section or "ส่วนที่ไม่ระบุ" for index in indexes))
        said.append(f"{sections} พิมพ์ {quoted(there)} แทน {quoted(here)}")
    paths = [(*path, "wordings", index, "text") for indexes in differing for index in indexes]
    return Hit(f"{known} เขียนต่างกัน: {' และ '.join(said)}", paths[0], also=((*path, "name"), *paths[1:]))


def _plain(text: str) -> str:
    return folded(_NUMBERING.sub("", normalise(text), count=1))
