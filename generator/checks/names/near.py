"""Compare two names for a typing mistake; return the mistyped part. The cost is bounded by the length of names."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_RUN = re.compile("[ก-ฮะ-ูเ-ๅ็-์]+")
_LONG_ENOUGH_INSIDE = 6
_LONGEST = 40
"""Most letters compared; the longest name of an LAO has 23."""


def parts_that_differ(one: str, other: str) -> tuple[str, str]:
    """Return both texts without their common beginning and end."""
    start = _alike(one, other)
    one, other = one[start:], other[start:]
    end = _alike(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _alike(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts, by binary search."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[:middle]):
            low = middle
        else:
            high = middle - 1
    return low


def run_at(text: str, position: int) -> str:
    """Return the Thai letters from a position on, after at most one space, cut after 40."""
    if text[position : position + 1] == " ":
        position += 1
    found = _RUN.match(text, position, position + _LONGEST)
    return found[0] if found else ""


@lru_cache(maxsize=8192)  # plans repeat the same names of positions and places
def mistyped(name: str, run: str, most: int | None = None) -> str | None:
    """Return the beginning of `run` that is probably `name` mistyped, or None.

    Marks above and below count little: `โพนท่อง` is as near to `โพนทอง` as possible. Up to a third of the letters may
    differ, or `most`; names under four letters never match.
    """
    wanted, run_in_reach = _without_marks(name), run[: len(name) + 6]
    limit = len(wanted) // 3 if most is None else min(most, len(wanted) // 3)
    # Count common letters in any order first: cheaper than the distance, and mostly false.
    if len(wanted) < 4 or not limit or len(set(wanted).difference(run_in_reach)) > limit:
        return None
    letters, ends = _letters(run_in_reach)
    distances = [Levenshtein.distance(wanted, letters[:end]) for end in range(min(len(letters), len(wanted) + 2) + 1)]
    near = [length for length, distance in enumerate(distances) if distance <= limit]
    whole = len(letters) if ends and ends[-1] == len(run) else -1
    # In running text a match needs most letters of the name: a short one soon resembles the beginning of any word.
    inside = [one for one in near if one >= len(wanted) - 1] if len(wanted) >= _LONG_ENOUGH_INSIDE else []
    if whole not in near and (not inside or 0 <= whole <= len(wanted)):
        return None
    best = whole if whole in near else min(inside, key=lambda length: (distances[length], abs(length - len(wanted))))
    found = run[: ends[best - 1]]
    return None if found == name else found


def _letters(run: str) -> tuple[str, list[int]]:
    """Return the letters without marks, and the end of each with its marks in the run."""
    letters: list[str] = []
    ends: list[int] = []
    for end, character in enumerate(run, start=1):
        if _MARKS.match(character):
            if ends:
                ends[-1] = end
        else:
            letters.append(character)
            ends.append(end)
    return "".join(letters), ends


@lru_cache(maxsize=256)
def _without_marks(name: str) -> str:
    return _MARKS.sub("", name)
