"""Common parts of two sequences, in order, anchored at items that occur once in each (patience diff).

Linear time for any input, unlike difflib, which is quadratic and worse on hostile input.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_COMPARED = 400
"""Most pairs of items in a stretch between anchors that difflib compares."""
_DEEPEST = 6
"""Depth of the recursive search for anchors between anchors."""
_Ranges = tuple[bool, range, range]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two sequences: equal items in both, or items of one replaced by items of the other."""

    is_same: bool
    before: range
    after: range


def match_sequences(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Stretch]:
    """Return the stretches in order; together they cover every item of both sequences once."""
    found: list[Stretch] = []
    for is_same, one, other in _stretches(before, after, range(len(before)), range(len(after)), _DEEPEST):
        if not one and not other:
            continue
        last = found[-1] if found else None
        if last and last.is_same == is_same:
            found[-1] = Stretch(is_same, range(last.before.start, one.stop), range(last.after.start, other.stop))
        else:
            found.append(Stretch(is_same, one, other))
    return found


def _stretches(
    before: Sequence[Hashable], after: Sequence[Hashable], one: range, other: range, deepest: int
) -> Iterator[_Ranges]:
    """Yield the stretches of two ranges: equal items at both ends, then the parts between the anchors of the rest."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and before[one[start]] == after[other[start]]:
        start += 1
    end = 0
    while end < shorter - start and before[one[-1 - end]] == after[other[-1 - end]]:
        end += 1
    yield True, one[:start], other[:start]
    middle, its = one[start : len(one) - end], other[start : len(other) - end]
    if middle and its and len(middle) * len(its) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, before[middle.start : middle.stop], after[its.start : its.stop], autojunk=False)
        for tag, from_, to, its_from, its_to in matcher.get_opcodes():
            yield tag == "equal", middle[from_:to], its[its_from:its_to]
    elif anchors := _anchors(before, after, middle, its) if deepest else []:
        from_, its_from = middle.start, its.start
        for at, its_at in anchors:
            yield from _stretches(before, after, range(from_, at), range(its_from, its_at), deepest - 1)
            yield True, range(at, at + 1), range(its_at, its_at + 1)
            from_, its_from = at + 1, its_at + 1
        yield from _stretches(before, after, range(from_, middle.stop), range(its_from, its.stop), deepest - 1)
    else:
        yield False, middle, its
    yield True, one[len(one) - end :], other[len(other) - end :]


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable], one: range, other: range) -> list[tuple[int, int]]:
    """Return the positions of items that occur once in each range, the most that are in the same order in both."""
    count_before, count_after = Counter(before[at] for at in one), Counter(after[at] for at in other)
    place = {after[at]: at for at in other if count_after[after[at]] == 1}
    pairs = [(at, place[before[at]]) for at in one if count_before[before[at]] == 1 and before[at] in place]
    return _longest_in_order(pairs)


def _longest_in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest list of pairs in which both numbers ascend (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        previous.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(at)
            last.append(number)
        else:
            ends[length], last[length] = at, number
    longest = []
    number = last[-1] if last else -1
    while number >= 0:
        longest.append(pairs[number])
        number = previous[number]
    return longest[::-1]
