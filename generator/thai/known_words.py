"""Whether a repair makes a word: a text and a part of it in, yes or no out. The largest list of words decides."""

from __future__ import annotations

from generator.thai.word_costs import further_words

_FARTHEST = 28
"""Letters before a part in which a word may begin that goes over it; the longest words have so many."""


def is_in_a_word(text: str, start: int, end: int) -> bool:
    """Say whether some word of the dictionaries begins before a part of a text, or at it, and goes beyond it."""
    words = further_words()
    return any(
        stop >= end
        for first in range(start, max(start - _FARTHEST, 0) - 1, -1)
        for stop in words.ends(text, first)
        if stop - first > 1
    )
