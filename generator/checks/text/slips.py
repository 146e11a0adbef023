"""What the text rules share: every slip of one kind in a text, told in one hit that points to the first.

A text that came out of a PDF has the same slip in every line, often many times: one cause, one finding a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.checks.items import Passage
from generator.checks.rule import Hit
from generator.checks.text.repair import is_remark
from generator.thai.known_words import is_in_a_word
from generator.thai.text import quoted

THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
"""Class of Thai letters, vowels and marks; no digits, no baht sign."""

_SHOWN = 3
"""So many different slips are named in a message; of the others their number is told."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in a text."""

    snippet: str
    """What is written."""
    repair: str = ""
    """What was meant, where that is certain."""
    mended: tuple[str, int, int] | None = field(default=None, compare=False)
    """Of a repair that is no whole word: the text around it as it would be, and from where to where it was repaired."""


def first(pattern: str) -> str:
    """Return a pattern that finds a text once: from the first slip in it to its end.

    However many slips a text holds, it is looked through twice and no more.
    """
    return f"(?:{pattern})[^\\0]*"


def every(pattern: re.Pattern[str], match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield every slip from the first, which `first` found, to the end of the text."""
    return pattern.finditer(match.string, match.start())


def any_of(words: Iterable[str], around: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a pattern of words, one alternative for each first letter: a search skips all other letters at once.

    What must be around a word is looked at where the word ends.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + around.get(word, ""))
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rests.items())


def told(passage: Passage, slips: Iterable[Slip], what: str, *, is_converted: bool = False) -> Iterator[Hit]:
    """Yield one hit for all slips of a passage: what is wrong, the first few of them, and how many there are.

    The suggestion is the repair of the first. What a conversion did is said to be its doing and none of the document's.
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
    """Return a slip without its repair where that makes no word: a mark may have been meant for another letter."""
    is_word = not slip.mended or is_in_a_word(*slip.mended)
    return slip if is_word else Slip(slip.snippet)


def syllable(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the syllable around a slip begins and ends, for showing: its letter before, and its last after."""
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
"""After these a syllable is whole without a last letter."""
_OF_ANOTHER = _MARKS | frozenset("ะาำๅ")
"""What stands on a letter or after it: it needs one before it, and that letter begins a syllable."""
_LETTERS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_WIDEST = 6
"""So many characters at most are shown on either side, however many marks a text piles up."""
