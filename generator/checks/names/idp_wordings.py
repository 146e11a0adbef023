"""Check that positions with the same content use the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from generator.checks.items import Passage, PlanItem
from generator.checks.memos import folded
from generator.checks.names.near import parts_that_differ
from generator.checks.names.wordings import differing_part
from generator.checks.rule import Hit, Path, Rule, made_rules, rule
from generator.findings import Severity
from generator.thai.text import normalise, quoted

_LONG_ENOUGH = 20
"""Fewest letters to compare; shorter texts may be similar with different meanings."""
_MOST_LETTERS = 2
_NOT = "ไม่"
_SHORTEST_TAIL = 8
_SHARED_ITEMS = 3
_MOST_SHOWN = 10
"""Most pairs per column; above it, the words are similar on purpose."""


@dataclass(slots=True)
class _Wording:
    """One text of the table."""

    text: str
    """As first printed."""
    key: str
    """Key of its column."""
    places: list[tuple[int, int]] = field(default_factory=list)
    """Indexes of its row and of the item in the cell."""

    @property
    def paths(self) -> list[Path]:
        return [("rows", row, self.key, place, "text") for row, place in self.places]


@rule(
    "NAME-029",
    Severity.NOTICE,
    title="ข้อความในแผนรายบุคคลต่างจากแถวอื่นเล็กน้อย",
    why="ข้อความที่เหมือนกันเกือบทุกตัวอักษรน่าจะเป็นข้อความเดียวกันที่พิมพ์ผิดหรือตกหล่นในบางแถว และคำที่ตกไปคำเดียวอาจเปลี่ยนความหมาย",
    remedy="ตรวจกับเอกสารทุกแถวที่ระบุ ถ้าพิมพ์ผิดตอนบันทึก ให้แก้และแจ้งใน corrections ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้ "
    "และแก้ในการปรับปรุงแผนครั้งต่อไป",
)
def worded_almost_alike(item: PlanItem) -> Iterator[Hit]:
    """Texts that differ in a letter or two, or in a lost `not`; slips known to the text rules are left to them."""
    rows = item.files.idp.rows if item.files.idp else ()
    for key, what in (("skills", "ทักษะ"), ("goals", "เป้าหมาย")):
        printed: dict[str, list[tuple[int, int]]] = {}
        for index, row in enumerate(rows):
            for place, one in enumerate(getattr(row, key)):
                text = one.text
                if text and len(text) >= _LONG_ENOUGH:
                    printed.setdefault(text, []).append((index, place))
        texts: dict[str, _Wording] = {}
        for text, places in printed.items():
            texts.setdefault(folded(text), _Wording(text, key)).places.extend(places)
        for rarer, here, other, there in (*_almost_alike(texts), *_without_not(texts)):
            yield Hit(
                f"{what}ของ{_positions(item, rarer)} พิมพ์ {quoted(here)} "
                f"แต่ของ{_positions(item, other)} พิมพ์ {quoted(there)}",
                rarer.paths[0],
                "idp.yml",
                also=(*rarer.paths[1:], *other.paths),
            )


_Pair = tuple[_Wording, str, _Wording, str]
"""The rarer text and its part to report, then the other text and its part."""


def _almost_alike(texts: dict[str, _Wording]) -> Iterator[_Pair]:
    """Yield pairs that differ in one place by a letter or two.

    Only neighbours are compared, sorted by the text and by the reversed text: a slip late in a text leaves the pair
    adjacent in the first order, an early one in the second.
    """
    forwards = sorted(texts)
    backwards = [text[::-1] for text in sorted(text[::-1] for text in texts)]
    pairs = dict.fromkeys(
        (min(pair), max(pair))
        for order in (forwards, backwards)
        for pair in pairwise(order)
        if abs(len(pair[0]) - len(pair[1])) <= _MOST_LETTERS
    )
    shown = 0
    for one, other in pairs:
        if shown < _MOST_SHOWN and _is_slip(one, other):
            shown += 1
            rarer, more = sorted((texts[one], texts[other]), key=lambda wording: (len(wording.places), wording.places))
            here, there = differing_part(normalise(rarer.text), normalise(more.text))
            if _slips(here) == _slips(there):
                yield rarer, here, more, there


def _is_slip(one: str, other: str) -> bool:
    here, there = parts_that_differ(one, other)
    changed = here + there
    if max(len(here), len(there)) > _MOST_LETTERS or any(letter.isdigit() for letter in changed):
        return False
    # Punctuation is not a slip of a word, and the ending of a text may be what distinguishes two things.
    return any("ก" <= letter <= "์" and letter not in "ฯๆ" for letter in changed) and one[-2:] == other[-2:]


@lru_cache(maxsize=1024)
def _slips(text: str) -> frozenset[tuple[str, str]]:
    """Return the text rules' hits in a part of a text."""
    passage = Passage(text, "text", ())
    return frozenset(
        (one.code, hit.snippet)
        for one in _text_rules()
        if (match := one.search(text))
        for hit in one.find(passage, match)
    )


@cache
def _text_rules() -> tuple[Rule, ...]:
    return tuple(one for one in made_rules().values() if one.subject == "TEXT")


def _without_not(texts: dict[str, _Wording]) -> Iterator[_Pair]:
    """Yield texts that list a thing without the `not` it has in a text which lists most of the others too."""
    negated: dict[str, list[tuple[str, _Wording]]] = {}
    for wording in texts.values():
        if _NOT in wording.text:
            for word in wording.text.split():
                tail = word.partition(_NOT)[2]
                if len(tail) >= _SHORTEST_TAIL:
                    negated.setdefault(tail, []).append((word, wording))
    if not negated:
        return
    for wording in texts.values():
        words = set(wording.text.split())
        for tail in sorted(words & negated.keys())[:_MOST_SHOWN]:
            shared = [
                (len(words & set(other.text.split())), word, other) for word, other in negated[tail][:_MOST_SHOWN]
            ]
            most, word, fuller = max(shared, key=lambda one: one[0])
            if most >= _SHARED_ITEMS and word not in words:
                yield wording, tail, fuller, word


def _positions(item: PlanItem, wording: _Wording) -> str:
    rows = item.files.idp.rows if item.files.idp else ()
    first = f"ตำแหน่ง {quoted(rows[wording.places[0][0]].position)}"
    others = len({row for row, _ in wording.places}) - 1
    return f"{first} และอีก {others} ตำแหน่ง" if others else first
