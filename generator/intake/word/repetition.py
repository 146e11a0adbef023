"""Removes repetitions of a text by a converter, such as LibreOffice's of content controls.

A cell is changed, and reported, only if it is a single text repeated; if a text repeats among others, the cell is
reported unchanged.
"""

from __future__ import annotations

_SHORTEST = 4
"""Fewest characters of a text that is not printed twice in one cell on purpose; ticks and dashes are shorter."""
_WORD = 2
"""Fewest consonants or Latin letters of a text that is not printed three times in one cell on purpose."""
_BEGINNING = 10
_MOST_TIMES = 2


def written_once(text: str) -> tuple[str, bool]:
    """Return a cell's text without repetitions, and whether there are any."""
    dense = "".join(text.split())
    period = (dense + dense).find(dense, 1)
    is_word = sum(map(str.isalpha, dense[:period])) >= _WORD and len(dense) > 2 * period
    if period < len(dense) and (period >= _SHORTEST or is_word):
        return _first_letters(text, period), True
    begins = dense[:_BEGINNING]
    return text, len(begins) == _BEGINNING and dense.count(begins) > _MOST_TIMES


def _first_letters(text: str, count: int) -> str:
    """Return the beginning of a text up to its `count`-th non-space character."""
    for place, letter in enumerate(text):
        count -= not letter.isspace()
        if not count:
            return text[: place + 1]
    return text
