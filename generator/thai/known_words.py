"""Whether a repair makes a word: a text and a range in, a boolean out. Uses the largest word list."""

from __future__ import annotations

from generator.thai.word_costs import further_words

_FARTHEST = 28
"""Most letters before a range at which a word covering it may start; the length of the longest words."""


def is_in_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a dictionary word starts at or before a range of a text and covers it."""
    words = further_words()
    return any(
        stop >= end
        for first in range(start, max(start - _FARTHEST, 0) - 1, -1)
        for stop in words.ends(text, first)
        if stop - first > 1
    )
