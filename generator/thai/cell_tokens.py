"""Splits printed cells into known words, whatever their spacing.

In: the text of a cell. Out: a `CellText` whose compact text has spaces only within numbers, and `Token`s with a
one-letter kind, so that a grammar is a regular expression over letters. The words come from a `Lexicon`. Every step
takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from generator.thai.characters import TO_ARABIC, TO_HYPHEN
from generator.thai.text import join_sara_am, mend_marks, normalise

LONGEST_CELL: Final = 300
"""Most characters of a cell of money or time; longer texts are not parsed."""

OTHER: Final = "?"
"""Kind of a run of characters outside the lexicon."""

_MORE_HYPHENS = str.maketrans("―─━－﹣⎯", "------")
_LAKKHANGYAO = "\u0e45"
_NUMBER_SIGNS = ",."


class CellText(NamedTuple):
    """The text of a cell in two forms."""

    shown: str
    """As printed, with white space collapsed, broken sara am and misplaced marks repaired."""
    compact: str
    """Arabic digits, hyphens, lower case, and spaces only within what may be one number."""
    places: tuple[int, ...]
    """Index in `shown` of each character of `compact`."""

    def as_shown(self, start: int, end: int) -> str:
        """Return the printed text of a range of the compact one."""
        return self.shown[self.places[start] : self.places[end - 1] + 1] if start < end else ""


class Token(NamedTuple):
    """One known word of a cell, or a run of unknown characters."""

    kind: str
    """One letter from the lexicon; `OTHER` for unknown text."""
    text: str
    start: int
    end: int


class Lexicon:
    """Words by kind; if several match at a position, the first one listed wins."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take patterns without groups, keyed by a one-letter kind, or a kind with a digit after it (`a`, `a2`)."""
        self._kinds = [kind[0] for kind in words]
        self._find = re.compile("|".join(f"({pattern})" for pattern in words.values())).finditer

    def tokens(self, compact: str) -> tuple[Token, ...]:
        """Split a compact text into tokens, which cover everything except spaces."""
        tokens: list[Token] = []
        done = 0
        for match in self._find(compact):
            _append_other(tokens, compact, done, match.start())
            # lastindex: the patterns have no groups of their own.
            kind = self._kinds[(match.lastindex or 1) - 1]
            tokens.append(Token(kind, match[0], match.start(), match.end()))
            done = match.end()
        _append_other(tokens, compact, done, len(compact))
        return tuple(tokens)


def read_cell(text: str) -> CellText | None:
    """Return the cell, or None if it is longer than any cell of money or time."""
    shown = normalise(text)
    if len(shown) > LONGEST_CELL:
        return None
    # Of marks alone, mending leaves blanks: they stay as they are, words without a meaning.
    shown = mend_marks(join_sara_am(shown).replace(_LAKKHANGYAO, "\u0e32")).strip() or shown
    folded = shown.translate(TO_ARABIC).translate(TO_HYPHEN).translate(_MORE_HYPHENS)
    compact: list[str] = []
    places: list[int] = []
    in_number = False
    for place, character in enumerate(folded):
        if character == " ":
            follows = folded[place + 1]  # a normalised text does not end in a space
            if not (in_number and ((follows.isascii() and follows.isdigit()) or follows in _NUMBER_SIGNS)):
                continue
        else:
            digit = character.isascii() and character.isdigit()
            in_number = digit or (in_number and character in _NUMBER_SIGNS)
        lower = character.lower()
        compact.append(lower if len(lower) == 1 else character)
        places.append(place)
    return CellText(shown, "".join(compact), tuple(places))


def _append_other(tokens: list[Token], compact: str, start: int, end: int) -> None:
    if text := compact[start:end].strip():
        tokens.append(Token(OTHER, text, start, end))
