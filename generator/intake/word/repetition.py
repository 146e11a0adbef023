"""A text that a converter has written several times, as LibreOffice does with content controls: the text once.

Only a cell that is nothing but one text over and over is mended, and told; one in which a text comes back several times
among others is told as it stands.
"""

from __future__ import annotations

_SHORTEST = 4
"""Letters of a text that nobody prints twice in one cell; ticks and dashes are shorter."""
_WORD = 2
"""Consonants or Latin letters of a text that nobody prints three times in one cell."""
_BEGINNING = 10
_MOST_TIMES = 2


def written_once(text: str) -> tuple[str, bool]:
    """Return a cell's text without repetitions, and whether it repeats itself at all."""
    dense = "".join(text.split())
    period = (dense + dense).find(dense, 1)
    is_word = sum(map(str.isalpha, dense[:period])) >= _WORD and len(dense) > 2 * period
    if period < len(dense) and (period >= _SHORTEST or is_word):
        return _first_letters(text, period), True
    begins = dense[:_BEGINNING]
    return text, len(begins) == _BEGINNING and dense.count(begins) > _MOST_TIMES


def _first_letters(text: str, count: int) -> str:
    """Return the beginning of a text that has so many letters which are no blanks."""
    for place, letter in enumerate(text):
        count -= not letter.isspace()
        if not count:
            return text[: place + 1]
    return text
