"""Finds words with a wrong letter: places that no sequence of words covers well, but a similar common word would.

In: any text. Out: the places and the words probably meant. A text is read as the cheapest sequence of words by rarity;
a misspelt word forces rare words or unknown letters into it. If a common word one letter away makes the sequence much
cheaper, it was probably meant. Names are hardly ever this similar to a common word. Takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.thai.near_words import Halves, Near, common_halves, near_words, rare_halves
from generator.thai.word_costs import Words, common_words, dictionary_words, further_words

_RUN = re.compile("[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e]{4,}")
"""Letters, vowels and marks; signs of abbreviation and repetition separate words."""
_NEVER_FIRST = frozenset("\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e45") | frozenset(
    map(chr, range(0x0E47, 0x0E4F))
)
"""Characters that no word starts with."""
_OPENING, _UNKNOWN = 16.0, 3.0
"""Cost of letters outside words: for the first of them, and for each."""
_EDIT = 9.0
"""Cost of each assumed wrong letter."""
_REPORTED = {4: 11.5}
"""By length of the meant word: by how much the path with the slip must be cheaper."""
_REPORTED_OF_LONG = 6.0
_CHEAPEST = 4.0
"""Cost of the commonest word."""
_RAREST_BESIDE, _LONG_BESIDE = 12.0, 6
"""Highest cost of a word next to a misspelt one, and the length from which there is no limit."""
_WEAK = 9.5
"""Least cost of a word to be examined."""
_REACH = 20
"""Letters on either side of a weak word that a common word may extend to."""
_WINDOW, _OVERLAP = 160, 40
"""Letters of a run read at once, and the overlap read again with the next part."""
_OFTEN = 3
"""Least number of times that a document must use a rare word for it to be a candidate."""
_COST_IN_DOCUMENT = 9.0
"""Cost of such a word."""
_MOST_READ = 10_000
"""Most letters read per text."""


class Misspelling(NamedTuple):
    """A word that is probably misspelt."""

    start: int
    end: int
    meant: str


def may_hold_misspellings(text: str) -> bool:
    """Return whether a text has a place that common words do not cover; fast, with false positives."""
    return any(map(_may_be_misspelt, _RUN.findall(text)))


@lru_cache(maxsize=32_768)
def _may_be_misspelt(run: str) -> bool:
    """Return whether common words fail to cover a run of letters, trying the longest word first."""
    common = common_words()
    lengths, words = common.lengths, common.cost
    at, length = 0, len(run)
    while at < length:
        for size in lengths.get(run[at : at + 2], ()):
            end = at + size
            if run[at:end] in words and end <= length and run[end : end + 1] not in _NEVER_FIRST:
                at = end
                break
        else:
            return True
    return False


def misspellings(text: str, often: Callable[[str], int] | None = None) -> Iterator[Misspelling]:
    """Yield the words of a text that are probably misspelt, in order.

    `often` returns how often the document uses a word: rare words that it uses often are also candidates.
    """
    left = _MOST_READ
    for found in _RUN.finditer(text):
        run = found[0]
        last_end, is_abbreviated = 0, text[found.end() : found.end() + 1] == "."
        for start in range(0, max(len(run) - _OVERLAP, 1), _WINDOW - _OVERLAP):
            window = run[start : start + _WINDOW]
            if left <= 0:
                return
            if not _may_be_misspelt(window):
                continue
            left -= len(window)
            is_begun, is_cut = start > 0, start + _WINDOW < len(run)
            found_here = _in_window(window, is_begun=is_begun, is_cut=is_cut)
            if often:
                first, last = _whole_between(window, is_begun=is_begun, is_cut=is_cut)
                rare = _of_document(window, found_here, often)
                found_here = tuple(
                    sorted((*found_here, *(one for one in rare if first <= one.start and one.end <= last)))
                )
            for one in found_here:
                if start + one.start >= last_end and not (is_abbreviated and start + one.end == len(run)):
                    last_end = start + one.end
                    yield Misspelling(found.start() + start + one.start, found.start() + last_end, one.meant)


def _of_document(run: str, known: tuple[Misspelling, ...], often: Callable[[str], int]) -> Iterator[Misspelling]:
    """Yield the parts of a run that are similar to a word frequent in the document, and are used nowhere else."""
    for one in _near_rare(run):
        is_apart = all(one.end <= other.start or other.end <= one.start for other in known)
        is_often = is_apart and often(one.meant) >= _OFTEN and often(run[one.start : one.end]) <= 1
        # Words of a larger dictionary are no slips; it is loaded only for what is left.
        if is_often and _is_certain(near := Near(*one, 1), _Path(run, further_words()).margin(near, _COST_IN_DOCUMENT)):
            known = (*known, one)
            yield one


@lru_cache(maxsize=4096)
def _near_rare(run: str) -> tuple[Misspelling, ...]:
    """Return the parts of a run similar to a rare word, best first; the document decides whether it was meant."""
    path = _Path(run, dictionary_words())
    found = [one for one in path.near(rare_halves()) if one.edits == 1 and path.is_among_words(one)]
    margins = {one: path.margin(one, _COST_IN_DOCUMENT) for one in found}
    reported = sorted((one for one in found if _is_certain(one, margins[one])), key=lambda one: (-margins[one], one))
    return tuple(Misspelling(*one[:3]) for one in reported)


@lru_cache(maxsize=4096)
def _in_window(run: str, *, is_begun: bool, is_cut: bool) -> tuple[Misspelling, ...]:
    """Return the misspelt words of a run, except those so near a cut that they may be half a word."""
    first, last = _whole_between(run, is_begun=is_begun, is_cut=is_cut)
    found: list[Misspelling] = []
    start = 0
    # Text between two misspelt words may have been read as one word with them: read it again.
    for one in (*_in_run(run), None):
        end = one.start if one else len(run)
        if end - start < len(run):
            found += [Misspelling(start + at, start + to, meant) for at, to, meant in _in_run(run[start:end])]
        if one:
            found.append(one)
            start = one.end
    return tuple(one for one in found if first <= one.start and one.end <= last)


def _whole_between(run: str, *, is_begun: bool, is_cut: bool) -> tuple[int, int]:
    """Return the range in which the words of a part of a run are certainly whole."""
    return _REACH // 2 if is_begun else 0, len(run) - (_REACH // 2 if is_cut else 0)


def _in_run(run: str) -> list[Misspelling]:
    path = _Path(run, dictionary_words())
    found = {near: margin for near in path.near(common_halves()) if _is_certain(near, margin := path.margin(near))}
    chosen: list[Near] = []
    for near in sorted(found, key=lambda one: (-found[one], one)):
        if path.is_among_words(near) and all(near.end <= one.start or one.end <= near.start for one in chosen):
            chosen.append(min((one for one in found if _is_within(one, near)), key=lambda one: len(one.word)))
    if not chosen:
        return []
    # Words of a larger dictionary, including names and terms, are no slips.
    further = _Path(run, further_words())
    return [Misspelling(*one[:3]) for one in sorted(chosen) if _is_certain(one, further.margin(one))]


def _is_within(one: Near, near: Near) -> bool:
    """Return whether a word is a part of another with the same wrong letter: the shorter is reported."""
    before, after = one.start - near.start, near.end - one.end
    return min(before, after) >= 0 and one.word == near.word[before : len(near.word) - after]


def _is_certain(near: Near, margin: float) -> bool:
    return margin >= _REPORTED.get(len(near.word), _REPORTED_OF_LONG)


class _Path:
    """The cheapest sequence of words over a run of letters, with its cost up to and from each place."""

    def __init__(self, run: str, words: Words) -> None:
        """Read a run with these words."""
        self._run, self._cost = run, words.cost
        ends = [() if letter in _NEVER_FIRST else words.ends(run, at) for at, letter in enumerate(run)]
        self._read(ends)
        infinite = float("inf")
        self._goes_to = [0] * len(run)
        """End of the best word that starts at a place."""
        after, into = [infinite] * len(run) + [0.0], [infinite] * (len(run) + 1)
        for at in range(len(run) - 1, -1, -1):
            into[at] = min(after[at + 1] + _OPENING, into[at + 1]) + _UNKNOWN
            after[at] = min([into[at], *(self._cost[run[at:end]] + after[end] for end in ends[at])])
            self._goes_to[at] = min(ends[at], key=lambda end: self._cost[run[at:end]] + after[end], default=at + 1)
        self._after = after
        """Cost from a place to the end."""

    def _read(self, ends: list[list[int] | tuple[()]]) -> None:
        length, infinite = len(ends), float("inf")
        cost = [0.0] + [infinite] * length
        unknown = [infinite] * (length + 1)
        """Cost up to a place inside letters outside words."""
        opened = [0] * (length + 1)
        came_from = [0] * (length + 1)
        for at in range(length + 1):
            if unknown[at] < cost[at]:
                cost[at], came_from[at] = unknown[at], opened[at]
            if at == length:
                break
            opens = cost[at] + _OPENING < unknown[at]
            unknown[at + 1] = (cost[at] + _OPENING if opens else unknown[at]) + _UNKNOWN
            opened[at + 1] = at if opens else opened[at]
            for end in ends[at]:
                price = cost[at] + self._cost[self._run[at:end]]
                if price < cost[end]:
                    cost[end], came_from[end] = price, at
        self._before, self._came_from = cost, came_from

    def _weak(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges of rare words and of letters outside words, from last to first."""
        end = len(self._run)
        while end > 0:
            start = self._came_from[end]
            if self._cost.get(self._run[start:end], _OPENING) >= _WEAK:
                yield start, end
            end = start

    def near(self, halves: Halves) -> set[Near]:
        """Return the given words that are similar to a part of the run with a weak place in it."""
        run = self._run
        return {
            near
            for start, end in self._weak()
            for near in near_words(run, max(0, start - _REACH), min(len(run), end + _REACH), self._most_edits, halves)
            if start < near.end and near.start < end and self._is_whole(near)
        }

    def _most_edits(self, start: int, end: int) -> int:
        """Return how many edits the cost of a part allows, whatever word was meant."""
        dear = self._before[-1] - self._before[start] - self._after[end]
        return int((dear - _REPORTED_OF_LONG - _CHEAPEST) // _EDIT)

    def _is_whole(self, near: Near) -> bool:
        """Return whether a part may be a word: no mark is cut off, and no letter at the edge of the run is extra.

        A letter next to a space may belong to the text beyond the space.
        """
        run, size = self._run, near.end - near.start
        if run[near.start] in _NEVER_FIRST or run[near.end : near.end + 1] in _NEVER_FIRST:
            return False
        return not (
            size > len(near.word)
            and (
                (near.start == 0 and run[: near.end].endswith(near.word))
                or (near.end == len(run) and run[near.start :].startswith(near.word))
            )
        )

    def is_among_words(self, near: Near) -> bool:
        """Return whether there are words on both sides: a part of a longer name is a name."""
        before = self._run[self._came_from[near.start] : near.start]
        after = self._run[near.end : self._goes_to[near.end]] if near.end < len(self._run) else ""
        return all(not one or self._is_beside(one) for one in (before, after))

    def _is_beside(self, word: str) -> bool:
        cost = self._cost.get(word)
        return cost is not None and (cost <= _RAREST_BESIDE or len(word) >= _LONG_BESIDE)

    def margin(self, near: Near, cost: float | None = None) -> float:
        """Return by how much the run is cheaper if this word was meant; `cost` overrides its cost."""
        own = self._cost[near.word] if cost is None else cost
        meant = self._before[near.start] + own + near.edits * _EDIT + self._after[near.end]
        return self._before[-1] - meant
