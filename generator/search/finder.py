"""The finder: LAOs, provinces, distinct project titles, entries of the frameworks and hand-written pages, by substring.

No Thai word is ever cut, so no match is missed; Latin words are found whole (`ita` is not in `digital`). The browser
does the same over the same data (`finder_index.py`, `theme_overrides/assets/js/finder.js`): what is changed here is
changed there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.thai.searching import SearchKey, latin_insides, search_key, without_marks

SHOWN = 20
"""Results that are given at most, unless asked otherwise."""
_NEAR = 0.5
"""How much of two texts' letter groups must be the same for one to be offered in place of the other."""
_GROUP = 2
"""Letters in a group; more would find nothing for a short word with a slip."""
_CODE = re.compile("0?([2-9][0-9]{6})")
"""The code of an LAO in a query, also with the 0 in front with which the department's lists print it."""


class Kind(StrEnum):
    """What a result is, in the order in which equally good results come."""

    LAO = "lao"
    PROVINCE = "province"
    PROJECT = "project"
    WORD = "word"
    """A word that the glossary explains."""
    FRAMEWORK = "framework"
    PAGE = "page"


_ORDER = {kind: place for place, kind in enumerate(Kind)}


class Match(StrEnum):
    """How a text was found, the best first."""

    WHOLE = "whole"
    START = "start"
    """At its beginning, or where a word begins."""
    INSIDE = "inside"
    WORDS = "words"
    """All words of the query, in any order."""
    MARKS = "marks"
    """With other tone marks."""
    SIMILAR = "similar"
    """Only like it: offered where nothing else is found."""


_BEST = {match: place for place, match in enumerate(Match)}
_BY_NAME = (Match.WHOLE, Match.START, Match.INSIDE)
VARIANT_WORDS = "ชื่อที่พิมพ์ในเอกสาร:"
"""What stands before a misprinted name by which an LAO was found."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be found."""

    kind: Kind
    title: str
    detail: str
    """What tells it from others of its name: district and province, the document, how many LAOs have it."""
    address: str
    words: str
    """What it is found by, where that is more than its title."""
    laos: int = 1
    """How many LAOs have a project of this title."""
    codes: frozenset[str] = frozenset()
    """Codes of an LAO, former ones too: found as a whole only, or a few digits would find half a province."""
    variants: tuple[str, ...] = ()
    """Its names as documents misprint them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    item: Item
    match: Match
    variant: str = ""
    """The misprinted name by which it was found; empty where it was by its own."""

    @property
    def detail(self) -> str:
        """What tells it from others of its name."""
        return f"{VARIANT_WORDS} {self.variant} · {self.item.detail}" if self.variant else self.item.detail


class _Key:
    """A text that is searched: what it is found by, where its words begin, where a match may neither begin nor end."""

    __slots__ = ("insides", "starts", "whole", "words")

    def __init__(self, text: str) -> None:
        key = search_key(text)
        self.words, self.whole, self.starts = key.words, key.whole, key.starts
        self.insides = latin_insides(key.words)


class Finder:
    """Finds items by any part of what they are called."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the items; their keys are made once."""
        self._items = [(item, _Key(item.words), tuple(map(_Key, item.variants))) for item in items]

    def find(self, query: str, limit: int = SHOWN) -> list[Found]:
        """Return the best results; where there are none, what is like the query."""
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
        groups = _groups(wanted.whole)
        if not groups:
            return []
        near = []
        for item, key, _ in self._items:
            whole = key.whole
            others = _groups(whole)
            # A short query may be like a part of a long title: what counts is how much of the query is there.
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
    """Return how a misprinted name matches: never as well as an LAO that really has the name."""
    for variant, key in zip(item.variants, variants, strict=True):
        match, position = _match(wanted, key)
        if match in _BY_NAME:
            return (Match.INSIDE if match is Match.INSIDE else Match.START), position, variant
    return None


def _find(whole: str, wanted: str, insides: frozenset[int], start: int = 0) -> int:
    """Return where a text first stands that cuts no Latin word; -1 where it does not."""
    position = whole.find(wanted, start)
    while position >= 0 and (position in insides or position + len(wanted) in insides):
        position = whole.find(wanted, position + 1)
    return position


def _groups(text: str) -> Counter[str]:
    return Counter(text[place : place + _GROUP] for place in range(len(text) - _GROUP + 1))
