"""The finder: LAOs, provinces, distinct project titles, entries of the frameworks and hand-written pages, by substring.

No word is ever cut, so no match is missed. The browser does the same over the same data (`finder_index.py`,
`theme_overrides/assets/js/finder.js`): what is changed here is changed there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.thai.searching import SearchKey, search_key, without_marks

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


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    item: Item
    match: Match


class Finder:
    """Finds items by any part of what they are called."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the items; their keys are made once."""
        self._items = [(item, key.whole, key.starts) for item in items for key in [search_key(item.words)]]

    def find(self, query: str, limit: int = SHOWN) -> list[Found]:
        """Return the best results; where there are none, what is like the query."""
        wanted = search_key(query)
        if not wanted.whole:
            return []
        found = []
        codes = {code[1] for word in wanted.words if (code := _CODE.fullmatch(word))}
        for item, whole, starts in self._items:
            match, position = _match(wanted, whole, starts)
            if not codes.isdisjoint(item.codes):
                match, position = Match.WHOLE, 0
            if match:
                order = (
                    _BEST[match],
                    _ORDER[item.kind],
                    position > 0,
                    -item.laos,
                    len(whole),
                    item.title,
                    item.address,
                )
                found.append((order, Found(item, match)))
        if not found:
            return self._similar(wanted, limit)
        return [one for _, one in sorted(found, key=lambda pair: pair[0])[:limit]]

    def _similar(self, wanted: SearchKey, limit: int) -> list[Found]:
        groups = _groups(wanted.whole)
        if not groups:
            return []
        near = []
        for item, whole, _ in self._items:
            others = _groups(whole)
            # A short query may be like a part of a long title: what counts is how much of the query is there.
            likeness = sum((groups & others).values()) / sum(groups.values())
            if likeness >= _NEAR:
                near.append(((-likeness, _ORDER[item.kind], len(whole), item.title, item.address), item))
        return [Found(item, Match.SIMILAR) for _, item in sorted(near, key=lambda pair: pair[0])[: min(limit, 5)]]


def _match(wanted: SearchKey, whole: str, starts: frozenset[int]) -> tuple[Match | None, int]:
    query = wanted.whole
    position = whole.find(query)
    if position >= 0:
        if len(query) == len(whole):
            return Match.WHOLE, 0
        while position >= 0 and position not in starts:
            position = whole.find(query, position + 1)
        return (Match.START, position) if position >= 0 else (Match.INSIDE, whole.find(query))
    if len(wanted.words) > 1 and all(word in whole for word in wanted.words):
        return Match.WORDS, 1
    bare = without_marks(whole)
    if not without_marks(query):
        return None, -1
    if without_marks(query) in bare or all(without_marks(word) in bare for word in wanted.words):
        return Match.MARKS, 1
    return None, -1


def _groups(text: str) -> Counter[str]:
    return Counter(text[place : place + _GROUP] for place in range(len(text) - _GROUP + 1))
