"""Numbers of methods in the IDP table compared with the table's legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Indel

from generator.checks.items import Passage, Path, PlanItem
from generator.checks.memos import IdentityMemo, folded
from generator.checks.numbering.sequence import REMEDY
from generator.checks.rule import Hit, made_rules, rule
from generator.findings import Severity
from generator.model.idp import IdpTable, legend_number
from generator.thai.text import quoted

_MOST_WORDINGS = 100
"""Most wordings compared; above it, the legend is not their source."""
_LONGEST_COMPARED = 60
_NEAR = 0.8
"""Smallest similarity of two wordings to treat one as the other mistyped."""


@rule(
    "NUMBER-008",
    Severity.WARNING,
    title="หมายเลขวิธีการพัฒนามีความหมายต่างจากคำอธิบายตาราง",
    why="หมายเลขเดียวกันหมายถึงสองวิธี ผู้อ่านไม่อาจรู้ว่าตำแหน่งนั้นจะได้รับการพัฒนาด้วยวิธีใด",
    remedy=REMEDY,
)
def method_of_another_meaning(item: PlanItem) -> Iterator[Hit]:
    """A row with another wording for a number than the legend's, perhaps that of another number."""
    for number, printed, name, paths in _other_wordings(item):
        of_name = _numbers_by_name(item.files.idp).get(folded(printed))
        if of_name is None and _is_near(printed, name):
            continue
        meant = f" ซึ่งเป็นชื่อของหมายเลข {quoted(of_name)}" if of_name else ""
        yield Hit(
            f"หมายเลข {quoted(number)} ใน{_rows(item, paths)} พิมพ์ว่า {quoted(printed)}{meant} "
            f"แต่คำอธิบายตารางกำหนดให้ {quoted(number)} เป็น {quoted(name)}",
            paths[0],
            "idp.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "NUMBER-009",
    Severity.WARNING,
    title="ชื่อวิธีการพัฒนาในแถวสะกดต่างจากคำอธิบายตาราง",
    why="ถ้อยคำที่ต่างกันเล็กน้อยน่าจะพิมพ์ผิด ผู้อ่านอาจเข้าใจว่าเป็นอีกวิธีหนึ่ง",
    remedy=REMEDY,
)
def method_spelt_otherwise(item: PlanItem) -> Iterator[Hit]:
    """A row with the legend's wording mistyped; slips known to the text rules are left to them."""
    for number, printed, name, paths in _other_wordings(item):
        if folded(printed) in _numbers_by_name(item.files.idp) or not _is_near(printed, name) or _is_known(printed):
            continue
        yield Hit(
            f"หมายเลข {quoted(number)} ใน{_rows(item, paths)} พิมพ์ว่า {quoted(printed)} "
            f"แต่คำอธิบายตารางพิมพ์ว่า {quoted(name)}",
            paths[0],
            "idp.yml",
            suggestion=name,
            also=tuple(paths[1:]),
        )


@rule(
    "NUMBER-010",
    Severity.WARNING,
    title="แถวของแผนรายบุคคลมีวิธีการพัฒนาหมายเลขเดียวกันซ้ำ",
    why="หมายเลขที่ซ้ำอาจเป็นอีกวิธีหนึ่งที่พิมพ์เลขผิด ตำแหน่งนั้นจึงขาดวิธีการพัฒนาไปหนึ่งวิธี",
    remedy=REMEDY,
)
def method_twice(item: PlanItem) -> Iterator[Hit]:
    """A position with the same number twice; one finding for all positions with that number."""
    places: dict[str, list[Path]] = {}
    for index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        numbers = [legend_number(use.number) if use.number else None for use in row.methods]
        counted = Counter(one for one in numbers if one is not None)
        for number in (one for one, times in counted.items() if times > 1):
            last = max(place for place, one in enumerate(numbers) if one == number)
            places.setdefault(number, []).append(("rows", index, "methods", last))
    for number, paths in places.items():
        yield Hit(
            f"{_rows(item, paths)} มีวิธีการพัฒนาหมายเลข {number} มากกว่าหนึ่งครั้ง", paths[0], "idp.yml", also=tuple(paths[1:])
        )


def _find_other_wordings(item: PlanItem) -> tuple[tuple[str, str, str, list[Path]], ...]:
    return tuple(_all_other_wordings(item))


_other_wordings = IdentityMemo(_find_other_wordings)


def _all_other_wordings(item: PlanItem) -> Iterator[tuple[str, str, str, list[Path]]]:
    """Yield number, printed wording, the legend's name and the places, for wordings that differ from the legend."""
    table = item.files.idp
    legend = _legend(table)
    places: dict[tuple[str, str], list[Path]] = {}
    shown: dict[str, str] = {}
    same: dict[tuple[str, str], bool] = {}
    for row_index, row in enumerate(table.rows if table else ()):
        for index, use in enumerate(row.methods):
            if not use.printed or use.number is None:
                continue
            number = legend_number(use.number)
            name, wording = legend.get(number), (number, use.printed)
            if name and wording not in same:
                same[wording] = _says_the_same(use.printed, name)
            if name and not same[wording]:
                shown.setdefault(number, use.number)
                places.setdefault(wording, []).append(("rows", row_index, "methods", index))
    for (number, printed), paths in islice(places.items(), _MOST_WORDINGS):
        yield shown[number], printed, legend[number], paths


def _legend(table: IdpTable | None) -> dict[str, str]:
    """Return names by number; numbers with two names are left out."""
    names = [(one.key, one.name) for one in (table.methods if table else ()) if one.number]
    counted = Counter(number for number, _ in names)
    return {number: name for number, name in names if counted[number] == 1}


def _numbers_by_name(table: IdpTable | None) -> dict[str, str]:
    return {folded(one.name): one.number for one in (table.methods if table else ()) if one.number}


def _says_the_same(printed: str, name: str) -> bool:
    """Return whether one equals the other, with or without การ before it or more words after it."""
    one, other = folded(printed).removeprefix("การ"), folded(name).removeprefix("การ")
    return one.startswith(other) or other.startswith(one)


def _is_near(printed: str, name: str) -> bool:
    one, other = folded(printed[:_LONGEST_COMPARED]), folded(name[:_LONGEST_COMPARED])
    # Count letters that only one of them has first: cheaper, and mostly false.
    return len(set(one) ^ set(other)) <= 4 and Indel.normalized_similarity(one, other) >= _NEAR


def _is_known(printed: str) -> bool:
    passage = Passage(printed, "printed", ())
    return any(
        any(True for _ in one.find(passage, match))
        for one in made_rules().values()
        if one.subject == "TEXT" and (match := one.search(printed))
    )


def _rows(item: PlanItem, paths: list[Path]) -> str:
    rows = item.files.idp.rows if item.files.idp else ()
    first = f"ตำแหน่ง {quoted(rows[int(paths[0][1])].position)}"
    return first if len(paths) == 1 else f"{first} และอีก {len(paths) - 1} ตำแหน่ง"
