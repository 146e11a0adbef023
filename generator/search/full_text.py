"""Full-text search of plans: all sections that contain the query, filtered by facets, best first.

As in `finder.py`, Thai is not split into words, so no match is missed and no common query is slow; Latin words match
whole. The browser runs the same search over the files of `full_text_index.py`
(`theme_overrides/assets/js/full-text.js`): change both together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.search.narrowing import Narrowing, Order
from generator.search.sections import Part, SearchedLao, Section, section_texts
from generator.thai.searching import cuts_latin, holds_word, joined, key_words, text_key, without_marks

_TEXT_END, _SECTION_END = "\t", "\n"
_SHORTEST = 4
"""Fewest letters of a query's beginning or end to search for if the whole query matches nowhere."""
_IN_TURN = 3
"""Sections per LAO in one turn of the results."""
_WORTH = 2
"""Fewest letters of a matching word for which a section is shown although other words are missing."""
LONGEST_QUERY = 200
"""Characters of a query that are used: the limit of the search boxes."""
_ORDER = {part: place for place, part in enumerate(Part)}


class TextMatch(StrEnum):
    """How a section matched, best first."""

    TITLE = "title"
    TEXT = "text"
    WORDS = "words"
    """All words of the query, in any order; or the whole query inside longer numbers."""
    MARKS = "marks"
    """With other tone marks."""
    SOME = "some"
    """Some of the words; the others elsewhere in the same LAO's plans, or nowhere."""
    NEAR = "near"
    """Only the longest beginning or end of the query that occurs anywhere."""


_BEST = {match: place for place, match in enumerate(TextMatch)}


@dataclass(frozen=True, slots=True)
class FoundSection:
    """One result of the full text."""

    lao: SearchedLao
    section: Section
    match: TextMatch


class FullText:
    """Finds sections by any part of their text."""

    def __init__(self, laos: Iterable[SearchedLao]) -> None:
        """Take the LAOs and compute the keys of their texts once, equal texts together."""
        keys: dict[str, str] = {}
        self._sections: list[tuple[SearchedLao, Section]] = []
        self._lao_of: list[int] = []
        self._starts: list[int] = []
        self._titles: list[int] = []
        """End of each section's title."""
        parts, at = [], 0
        for number, lao in enumerate(laos):
            for section in lao.sections:
                texts = [_known_key(keys, text) for text in section_texts(section)]
                joined = _TEXT_END.join(texts)
                self._sections.append((lao, section))
                self._lao_of.append(number)
                self._starts.append(at)
                self._titles.append(at + len(texts[0]))
                parts.append(joined)
                at += len(joined) + 1
        self._text = _SECTION_END.join(parts)
        self._ends = [*self._starts[1:], len(self._text) + 1]

    def find(
        self, query: str, narrowing: Narrowing | None = None, order: Order = Order.BEST
    ) -> tuple[list[FoundSection], str]:
        """Return all results, and the part of the query that they contain, if not all of it.

        An empty query returns every section that passes the filters, and none without filters.
        """
        narrowing = narrowing or Narrowing()
        words = key_words(query)
        if not words and narrowing == Narrowing() and order is Order.BEST:
            return [], ""
        is_narrow = narrowing != Narrowing()
        allowed = [not is_narrow or narrowing.allows(lao, section) for lao, section in self._sections]
        found, near = self._matches(words, allowed) if words else (dict.fromkeys(self._all(allowed), (0, 0)), "")
        ranked = self._in_turn(sorted(found, key=lambda number: (*found[number], *self._rank(number))), found)
        if order is not Order.BEST:
            ranked = self._by_money([number for number in ranked if self._sections[number][1].baht is not None], order)
        matches = tuple(TextMatch)
        return [FoundSection(*self._sections[number], matches[found[number][0]]) for number in ranked], near

    def _in_turn(self, ranked: list[int], found: dict[int, tuple[int, int]]) -> list[int]:
        """Return the results in turns, a few per LAO, so that no LAO fills the top.

        Whether the words are in a title or in the text matters only within a turn.
        """
        seen: dict[int, int] = {}
        turns = []
        for place, number in enumerate(ranked):
            match, missing = found[number]
            turn = seen[self._lao_of[number]] = seen.get(self._lao_of[number], -1) + 1
            turns.append((max(match, _BEST[TextMatch.TEXT]), missing, turn // _IN_TURN, place))
        return [ranked[place] for *_, place in sorted(turns)]

    def _all(self, allowed: Sequence[bool]) -> Iterator[int]:
        return (number for number, is_allowed in enumerate(allowed) if is_allowed)

    def _rank(self, number: int) -> tuple[int, int, int]:
        """Return the rank among equally good matches: kind of section, length, order."""
        return _ORDER[self._sections[number][1].part], self._ends[number] - self._starts[number], number

    def _by_money(self, numbers: list[int], order: Order) -> list[int]:
        sign = -1 if order is Order.MOST_MONEY else 1
        return sorted(numbers, key=lambda number: (sign * (self._sections[number][1].baht or 0), number))

    def _matches(self, words: Sequence[str], allowed: Sequence[bool]) -> tuple[dict[int, tuple[int, int]], str]:
        """Return the rank of each section's match: kind of match, and missing letters, fewer being better."""
        whole = joined(words)
        found = {
            number: (_BEST[TextMatch.TITLE if in_title else TextMatch.TEXT], 0)
            for number, in_title in self._holding(whole, allowed).items()
        }
        found |= dict.fromkeys(self._within_numbers(whole, found), (_BEST[TextMatch.WORDS], 0))
        holding = [self._holding(word, allowed) for word in words] if len(words) > 1 else []
        for number in set.intersection(*map(set, holding)) if holding else ():
            found.setdefault(number, (_BEST[TextMatch.WORDS], 0))
        if found:
            return found, ""
        bare = self._bare_matches(words, allowed)
        if bare:
            return dict.fromkeys(bare, (_BEST[TextMatch.MARKS], 0)), ""
        some = self._some(words, holding)
        if some:
            return some, ""
        near = self._longest_part(whole)
        holding_near = self._holding(near, allowed, whole_words=False) if near else ()
        return dict.fromkeys(holding_near, (_BEST[TextMatch.NEAR], 0)), near.replace(" ", "")

    def _holding(self, wanted: str, allowed: Sequence[bool], *, whole_words: bool = True) -> dict[int, bool]:
        """Return the sections that contain the words, and whether their titles do; each is searched once.

        `whole_words`: Latin words match whole only.
        """
        found: dict[int, bool] = {}
        position = self._text.find(wanted)
        while position >= 0:
            if whole_words and cuts_latin(self._text, position, position + len(wanted)):
                position = self._text.find(wanted, position + 1)
                continue
            number = bisect_right(self._starts, position) - 1
            if allowed[number]:
                found[number] = position + len(wanted) <= self._titles[number]
            position = self._text.find(wanted, self._ends[number])
        return found

    def _within_numbers(self, whole: str, numbers: Iterable[int]) -> list[int]:
        """Return the sections where a query that starts or ends with a digit occurs only inside longer numbers."""
        before, after = "(?<![0-9])" * whole[0].isdigit(), "(?![0-9])" * whole[-1].isdigit()
        if not before and not after:
            return []
        alone = re.compile(before + re.escape(whole) + after)
        return [number for number in numbers if not alone.search(self._text, self._starts[number], self._ends[number])]

    def _bare_matches(self, words: Sequence[str], allowed: Sequence[bool]) -> list[int]:
        bare_words = list(filter(None, map(without_marks, words)))
        if not bare_words:
            return []
        bare = [without_marks(section) for section in self._text.split(_SECTION_END)]
        return [number for number in self._all(allowed) if all(holds_word(bare[number], word) for word in bare_words)]

    def _some(self, words: Sequence[str], holding: Sequence[dict[int, bool]]) -> dict[int, tuple[int, int]]:
        """Return sections with some of the words: those of LAOs with all words first, then by number of letters."""
        lengths = [len(word) for word in words]
        letters: dict[int, int] = {}
        words_of_lao: dict[int, set[int]] = {}
        for place, sections in enumerate(holding):
            for number in sections if lengths[place] >= _WORTH else ():
                letters[number] = letters.get(number, 0) + lengths[place]
                words_of_lao.setdefault(self._lao_of[number], set()).add(place)
        total = sum(lengths)
        return {
            number: (
                _BEST[TextMatch.SOME],
                total - held + (0 if len(words_of_lao[self._lao_of[number]]) == len(words) else total),
            )
            for number, held in letters.items()
        }

    def _longest_part(self, whole: str) -> str:
        """Return the longest beginning or end of the query that occurs anywhere; empty if it is too short."""
        beginnings = [whole[:size] for size in range(len(whole) + 1)]
        ends = [whole[len(whole) - size :] for size in range(len(whole) + 1)]
        best = max(map(self._longest_of, (beginnings, ends)), key=len)
        return best if len(best) >= _SHORTEST else ""

    def _longest_of(self, parts: Sequence[str]) -> str:
        """Return the longest part that occurs anywhere; each part contains the one before it."""
        return parts[bisect_left(parts, True, lo=1, key=lambda part: part not in self._text) - 1]


def _known_key(keys: dict[str, str], text: str) -> str:
    key = keys.get(text)
    if key is None:
        key = keys[text] = text_key(text)
    return key
