"""Finds common words one edit away from a part of a text; for long words, two.

An edit in one half of a word leaves the other half unchanged: words are indexed by both halves, so that a look-up takes
a few dictionary reads instead of a comparison with every word. The index is our own because rapidfuzz, which counts the
edits, compares with one whole word at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from generator.thai.stored_lists import stored
from generator.thai.word_costs import dictionary_words

_SHORTEST = 4
"""Least letters of a candidate word: everything is one edit away from a shorter one."""
_RAREST = {4: 11.0, 5: 12.5}
"""Highest cost of a candidate by length; longer ones may be rarer."""
_RAREST_OF_LONG = 13.5
_SHORTEST_OF_RARE = 6
"""Least letters of a rare candidate, frequent in the document."""
_LONG = 8
"""Letters of a word from which two edits are allowed."""


class Near(NamedTuple):
    """A common word similar to a part of a text."""

    start: int
    end: int
    word: str
    edits: int


class Halves(NamedTuple):
    """Candidate words, by both of their halves."""

    by_head: Mapping[str, list[str]]
    by_tail: Mapping[str, list[str]]
    longest: int


@lru_cache(maxsize=1)
def common_halves() -> Halves:
    """Return the words common enough to be candidates anywhere."""
    return Halves(*_common_halves())


@stored
def _common_halves() -> tuple[dict[str, list[str]], dict[str, list[str]], int]:
    return _halved(word for word, cost in dictionary_words().cost.items() if _is_common(word, cost))


@lru_cache(maxsize=1)
def rare_halves() -> Halves:
    """Return the dictionary words that are candidates only in a document that uses them often."""
    return Halves(*_rare_halves())


@stored
def _rare_halves() -> tuple[dict[str, list[str]], dict[str, list[str]], int]:
    words = dictionary_words().cost.items()
    return _halved(word for word, cost in words if len(word) >= _SHORTEST_OF_RARE and not _is_common(word, cost))


def _is_common(word: str, cost: float) -> bool:
    return len(word) >= _SHORTEST and cost <= _RAREST.get(len(word), _RAREST_OF_LONG)


def _halved(words: Iterable[str]) -> tuple[dict[str, list[str]], dict[str, list[str]], int]:
    by_head: dict[str, list[str]] = {}
    by_tail: dict[str, list[str]] = {}
    for word in words:
        half = len(word) // 2
        by_head.setdefault(word[:half], []).append(word)
        by_tail.setdefault(word[half:], []).append(word)
    return by_head, by_tail, max(map(len, [*by_head, *by_tail]))


def near_words(
    text: str, first: int, last: int, most_edits: Callable[[int, int], int], halves: Halves
) -> Iterator[Near]:
    """Yield the words similar to parts of a text between two places.

    `most_edits` returns how many edits to look for in a part.
    """
    for at in range(first, last + 1):
        for size in range(2, halves.longest + 1):
            middle = at + size
            for word in halves.by_head.get(text[at:middle], ()) if middle <= last else ():
                most, rest = _most_edits(word), word[size:]
                for end in range(max(middle, at + len(word) - most), min(last, at + len(word) + most) + 1):
                    worth = min(most, most_edits(at, end))
                    if worth > 0 and 0 < (found := _edits(text[middle:end], rest, worth)) <= worth:
                        yield Near(at, end, word, found)
            middle = at - size
            for word in halves.by_tail.get(text[middle:at], ()) if middle >= first else ():
                most, rest = _most_edits(word), word[:-size]
                for start in range(max(first, at - len(word) - most), min(middle, at - len(word) + most) + 1):
                    worth = min(most, most_edits(start, at))
                    if worth > 0 and 0 < (found := _edits(text[start:middle], rest, worth)) <= worth:
                        yield Near(start, at, word, found)


def _most_edits(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _edits(written: str, meant: str, most: int) -> int:
    """Return the number of letters changed, omitted, added, or swapped with the next; `most` + 1 if there are more."""
    return OSA.distance(written, meant, score_cutoff=most)
