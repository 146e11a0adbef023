"""The finder: substring search in LAOs, provinces, distinct project titles, framework entries and hand-written pages.

Thai is not split into words, so no match is missed; Latin words match whole (`ita` is not in `digital`). The browser
runs the same search over the same data (`finder_index.py`, `theme_overrides/assets/js/finder.js`): change both
together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.thai.searching import SearchKey, latin_insides, search_key, without_marks

SHOWN = 20
"""Default limit of results."""
_NEAR = 0.5
"""Share of common letter groups from which a text is offered as similar."""
_GROUP = 2
"""Letters per group; longer groups would find nothing for a short misspelt word."""
_CODE = re.compile("0?([2-9][0-9]{6})")
"""The code of an LAO in a query, also with the leading 0 that the department's lists print."""


class ResultKind(StrEnum):
    """Kind of a result, in the order of equally good results."""

    LAO = "lao"
    PROVINCE = "province"
    PROJECT = "project"
    WORD = "word"
    """A term of the glossary."""
    FRAMEWORK = "framework"
    PAGE = "page"


_ORDER = {kind: place for place, kind in enumerate(ResultKind)}


class Match(StrEnum):
    """How a text matched, best first."""

    WHOLE = "whole"
    START = "start"
    """At its start, or at the start of a word."""
    INSIDE = "inside"
    WORDS = "words"
    """All words of the query, in any order."""
    MARKS = "marks"
    """With other tone marks."""
    SIMILAR = "similar"
    """Similar only: offered if nothing else matches."""


_OFFICE = re.compile(
    "(?:{})(?=.{{2}})".format(
        "|".join(
            search_key(word).whole
            for word in (
                "องค์การบริหารส่วนตำบล",
                "องค์การบริหารส่วนจังหวัด",
                "เทศบาลตำบล",
                "เทศบาลเมือง",
                "เทศบาลนคร",
                "ตำบล",
                "อำเภอ",
                "จังหวัด",
            )
        )
    )
)
"""What an office or a place is, before its name, as it is looked for."""
_BEST = {match: place for place, match in enumerate(Match)}
_BY_NAME = (Match.WHOLE, Match.START, Match.INSIDE)
VARIANT_WORDS = "ชื่อที่พิมพ์ในเอกสาร:"
"""Prefix of a misprinted name by which an LAO matched."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something searchable."""

    kind: ResultKind
    title: str
    detail: str
    """Distinguishes items of the same name: district and province, the document, number of LAOs."""
    address: str
    words: str
    """The searched text, if more than the title."""
    laos: int = 1
    """Number of LAOs with a project of this title."""
    codes: frozenset[str] = frozenset()
    """Codes of an LAO, with former ones; matched only as a whole, or a few digits would match half a province."""
    variants: tuple[str, ...] = ()
    """Its names as documents misprint them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One result of the finder."""

    item: Item
    match: Match
    variant: str = ""
    """The misprinted name that matched; empty if its own name did."""

    @property
    def detail(self) -> str:
        """Distinguishes results of the same name."""
        return f"{VARIANT_WORDS} {self.variant} · {self.item.detail}" if self.variant else self.item.detail


class _Key:
    """A searched text: its key, the starts of its words, and the positions where a match may neither start nor end."""

    __slots__ = ("insides", "starts", "whole", "words")

    def __init__(self, text: str) -> None:
        key = search_key(text)
        self.words, self.whole, self.starts = key.words, key.whole, key.starts
        self.insides = latin_insides(key.words)


class Finder:
    """Finds items by any part of their names."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the items and compute their keys once."""
        self._items = [(item, _Key(item.words), tuple(map(_Key, item.variants))) for item in items]

    def find(self, query: str, limit: int = SHOWN) -> list[Found]:
        """Return the best results, or similar ones if nothing matches."""
        wanted = search_key(query)
        if not wanted.whole:
            return []
        found = []
        codes = {code[1] for word in wanted.words if (code := _CODE.fullmatch(word))}
        for item, key, variants in self._items:
            match, position = _match(wanted, key)
            variant = ""
            if not codes.isdisjoint(item.codes):
                match, position = Match.WHOLE, 0
            elif variants and match not in _BY_NAME:
                match, position, variant = _match_variants(wanted, item, variants) or (match, position, "")
            if match:
                order = (
                    _BEST[match],
                    _ORDER[item.kind],
                    bool(variant),
                    position > 0,
                    -item.laos,
                    len(key.whole),
                    item.title,
                    item.address,
                )
                found.append((order, Found(item, match, variant)))
        if not found:
            return self._similar(wanted, limit)
        return [one for _, one in sorted(found, key=lambda pair: pair[0])[:limit]]

    def _similar(self, wanted: SearchKey, limit: int) -> list[Found]:
        # The type of an LAO is like that of every other; what counts is the name.
        groups = _groups(_without_office(wanted.whole))
        if not groups:
            return []
        near = []
        for item, key, _ in self._items:
            whole = key.whole
            others = _groups(whole)
            # A short query may resemble part of a long title: compare with the length of the query.
            likeness = sum((groups & others).values()) / sum(groups.values())
            if likeness >= _NEAR:
                near.append(((-likeness, _ORDER[item.kind], len(whole), item.title, item.address), item))
        return [Found(item, Match.SIMILAR) for _, item in sorted(near, key=lambda pair: pair[0])[: min(limit, 5)]]


def _match(wanted: SearchKey, key: _Key) -> tuple[Match | None, int]:
    query, whole = wanted.whole, key.whole
    first = position = _find(whole, query, key.insides)
    if position >= 0:
        if len(query) == len(whole):
            return Match.WHOLE, 0
        while position >= 0 and position not in key.starts:
            position = _find(whole, query, key.insides, position + 1)
        return (Match.START, position) if position >= 0 else (Match.INSIDE, first)
    if len(wanted.words) > 1 and all(_find(whole, word, key.insides) >= 0 for word in wanted.words):
        return Match.WORDS, 1
    if not without_marks(query):
        return None, -1
    bare, insides = without_marks(whole), latin_insides(tuple(map(without_marks, key.words)))
    if _find(bare, without_marks(query), insides) >= 0 or all(
        _find(bare, without_marks(word), insides) >= 0 for word in wanted.words
    ):
        return Match.MARKS, 1
    return None, -1


def _match_variants(wanted: SearchKey, item: Item, variants: tuple[_Key, ...]) -> tuple[Match, int, str] | None:
    """Return the match of a misprinted name, ranked below LAOs that really have the name."""
    for variant, key in zip(item.variants, variants, strict=True):
        match, position = _match(wanted, key)
        if match in _BY_NAME:
            return (Match.INSIDE if match is Match.INSIDE else Match.START), position, variant
    return None


def _find(whole: str, wanted: str, insides: frozenset[int], start: int = 0) -> int:
    """Return the first position of a text that cuts no Latin word; -1 if none."""
    position = whole.find(wanted, start)
    while position >= 0 and (position in insides or position + len(wanted) in insides):
        position = whole.find(wanted, position + 1)
    return position


def _without_office(whole: str) -> str:
    found = _OFFICE.match(whole)
    return whole[found.end() :] if found else whole


def _groups(text: str) -> Counter[str]:
    return Counter(text[place : place + _GROUP] for place in range(len(text) - _GROUP + 1))
