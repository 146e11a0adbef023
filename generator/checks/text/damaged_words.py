"""Find the damaged words of a text: patterns pick suspects, the dictionary reads around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from generator.checks.text import suspects
from generator.thai.characters import OLD_GLYPHS
from generator.thai.damage import Damage, Reading, readings
from generator.thai.misspelling import may_hold_misspellings

TITLES = "นาย(?!ก|อ[ำา]เภอ|จ้าง|ทะเบียน|ช่าง|ทหาร|ตรวจ|แพทย์|ด่าน|ประกัน)|นาง(?:สาว)?|น\\.ส\\.|ด\\.[ชญ]\\.|ร้อย(?:ตรี|โท|เอก)"
_NAMED = re.compile(rf"(?:{TITLES}) ?(?:[\u0e01-\u0e4e]{{2,20}} {{1,2}})?[\u0e01-\u0e4e]{{0,3}}\Z")
"""A title, and perhaps the first name: names may have any spelling (ดารงค์, สาราญ)."""
_LONGEST_NAME = 36

_MOST_READ = 15_000
"""Most characters per LAO; the dictionary reads about fifty in a millisecond."""
_LEAST_READ = 40
"""Smallest cost of a text; shorter ones cost as much."""
_MOST_COUNTED = 200_000_000
"""Most characters searched to count words: less than half a second per LAO."""


class Allowance:
    """The remaining dictionary budget of one LAO, so that no LAO can delay the others."""

    def __init__(self) -> None:
        """Start with the full budget."""
        self._left = _MOST_READ

    def take(self, text: str) -> bool:
        """Deduct the cost of a text and return whether it may be read; undamaged-looking texts cost nothing."""
        if self._left > 0 and (suspects.ALL.search(text) or may_hold_misspellings(text)):
            self._left -= max(len(text), _LEAST_READ)
        return self._left > 0


@lru_cache(maxsize=64)
def damaged_words(text: str) -> tuple[Reading, ...]:
    """Return the words of a text that a conversion damaged, in order."""
    plain = text.replace("\u00a0", " ").translate(OLD_GLYPHS)
    found = readings(plain, (found.start() for found in suspects.ALL.finditer(plain)))
    return tuple(one for one in found if not _NAMED.search(plain, max(0, one.start - _LONGEST_NAME), one.start))


def damaged_in(text: str, damage: Damage) -> list[Reading]:
    """Return the words damaged in one way."""
    return [one for one in damaged_words(text) if damage in one.damages]


def damaged_at(text: str, index: int) -> Reading | None:
    """Return the damaged word at a position, or None."""
    words = damaged_words(text)
    at = bisect_right(words, index, key=lambda one: one.start) - 1
    return words[at] if at >= 0 and index < words[at].end else None


class DocumentWords:
    """Word counts of a document: all texts of an LAO, or a draft."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Store the texts; words are counted on request."""
        self._texts = tuple(texts)
        self._left = _MOST_COUNTED
        self._counts: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return the count of a word; 0 once the budget for counting is used up."""
        if word not in self._counts:
            self._left -= sum(map(len, self._texts))
            self._counts[word] = sum(text.count(word) for text in self._texts) if self._left >= 0 else 0
        return self._counts[word]
