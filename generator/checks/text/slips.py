"""Shared by the text rules: all slips of one kind in a text in one hit, at the first of them.

Text from a PDF has the same slip in every line, often many times: one finding per text and cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.checks.items import Passage
from generator.checks.rule import Hit
from generator.checks.text.repair import is_remark
from generator.thai.dictionary import is_in_a_word
from generator.thai.text import quoted

THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
"""Character class of Thai letters, vowels and marks; no digits, no baht sign."""

_SHOWN = 3
"""Most different slips quoted in a message; the others are counted."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in a text."""

    snippet: str
    """The text as written."""
    repair: str = ""
    """The intended text, if certain."""
    mended: tuple[str, int, int] | None = field(default=None, compare=False)
    """If the repair is not a whole word: the repaired text around it, and start and end of the repair."""


def first(pattern: str) -> str:
    """Return a pattern with one match per text: from the first slip to its end.

    A text is searched at most twice, however many slips it has.
    """
    return f"(?:{pattern})[^\\0]*"


def every(pattern: re.Pattern[str], match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield every slip from the one that `first` found to the end of the text."""
    return pattern.finditer(match.string, match.start())


def any_of(words: Iterable[str], around: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a pattern of words with one alternative per first letter: a search skips all other letters.

    The conditions in `around` are checked at the end of a word.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + around.get(word, ""))
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rests.items())


def slip_hits(passage: Passage, slips: Iterable[Slip], what: str, *, is_converted: bool = False) -> Iterator[Hit]:
    """Yield one hit for all slips of a passage: the problem, the first few slips, and their number.

    Suggests the repair of the first. Slips of a conversion are reported as such, not as the document's.
    """
    if is_remark(passage):
        return
    head: Slip | None = None
    shown: dict[Slip, None] = {}
    count = 0
    for slip in slips:
        head = head or slip
        count += 1
        if len(shown) < _SHOWN:
            shown[slip] = None
    if head:
        head = _offered(head)
        words = " ".join(_named(_offered(slip)) for slip in shown)
        if is_converted:
            message = f"การแปลงไฟล์ทำให้{what} พบ {count:,} แห่ง: {words}"
        else:
            message = f"{what}: {words}" + (f" รวม {count:,} แห่ง" if count > len(shown) else "")
        yield Hit(message, snippet=head.snippet, suggestion=head.repair)


def _offered(slip: Slip) -> Slip:
    """Return a slip, without its repair if that is no word: a mark may belong to another letter."""
    is_word = not slip.mended or is_in_a_word(*slip.mended)
    return slip if is_word else Slip(slip.snippet)


def syllable(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the syllable around a slip, for display: from its first letter to its final one."""
    first_start, last_end = max(start - _WIDEST, 0), min(end + _WIDEST, len(text))
    while start > first_start and text[start] in _OF_ANOTHER:
        start -= 1
    if start > first_start and text[start - 1] in _LEADING_VOWELS:
        start -= 1
    end = _past_marks(text, end, last_end)
    closes = end < last_end and text[end] in _LETTERS and text[end + 1 : end + 2] not in _OF_ANOTHER
    return start, end + 1 if closes and text[end - 1] not in _OPEN_VOWELS else end


def _past_marks(text: str, end: int, last_end: int) -> int:
    while end < last_end and text[end] in _MARKS:
        end += 1
    return end


def _named(slip: Slip) -> str:
    return f"{quoted(slip.snippet)} ควรเป็น {quoted(slip.repair)}" if slip.repair else quoted(slip.snippet)


_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_LEADING_VOWELS = frozenset("เแโใไ")
_OPEN_VOWELS = frozenset("ีุูาะำ")
"""Vowels after which a syllable is complete without a final letter."""
_OF_ANOTHER = _MARKS | frozenset("ะาำๅ")
"""Marks and vowels on or after a letter: they need one before them, and that letter begins a syllable."""
_LETTERS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_WIDEST = 6
"""Most characters shown on either side, however many marks are stacked in a text."""
