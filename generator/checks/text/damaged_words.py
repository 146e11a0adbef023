"""The damaged words of a text: suspects are picked, the dictionary reads around them."""

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
"""A title, and perhaps the first name: names are spelt as their bearers please (ดารงค์, สาราญ)."""
_LONGEST_NAME = 36

_MOST_READ = 15_000
"""Characters of an LAO; the dictionary reads about fifty in a millisecond."""
_LEAST_READ = 40
"""What a short text costs; none is cheaper to read."""
_MOST_COUNTED = 200_000_000
"""Characters that are looked through to count words: less than half a second of an LAO."""


class Allowance:
    """How much damaged text of one LAO the dictionary still reads, so that no LAO can hold up the others."""

    def __init__(self) -> None:
        """Begin with what every LAO has."""
        self._left = _MOST_READ

    def take(self, text: str) -> bool:
        """Take what reading a text costs, and return whether it may be read; a text that looks whole costs nothing."""
        if self._left > 0 and (suspects.ALL.search(text) or may_hold_misspellings(text)):
            self._left -= max(len(text), _LEAST_READ)
        return self._left > 0


@lru_cache(maxsize=64)
def damaged_words(text: str) -> tuple[Reading, ...]:
    """Return the words of a text that a conversion damaged, in their order."""
    plain = text.replace("\u00a0", " ").translate(OLD_GLYPHS)
    found = readings(plain, (found.start() for found in suspects.ALL.finditer(plain)))
    return tuple(one for one in found if not _NAMED.search(plain, max(0, one.start - _LONGEST_NAME), one.start))


def damaged_in(text: str, damage: Damage) -> list[Reading]:
    """Return the words that were damaged in one way."""
    return [one for one in damaged_words(text) if damage in one.damages]


def damaged_at(text: str, place: int) -> Reading | None:
    """Return the damaged word around a place, or None."""
    words = damaged_words(text)
    at = bisect_right(words, place, key=lambda one: one.start) - 1
    return words[at] if at >= 0 and place < words[at].end else None


class DocumentWords:
    """How often words stand in a document: the texts of an LAO together, or a draft."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take its texts; nothing is counted before it is asked for."""
        self._texts = tuple(texts)
        self._left = _MOST_COUNTED
        self._counts: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return how often a word stands there; 0 once so much was counted that the text would hold up others."""
        if word not in self._counts:
            self._left -= sum(map(len, self._texts))
            self._counts[word] = sum(text.count(word) for text in self._texts) if self._left >= 0 else 0
        return self._counts[word]
