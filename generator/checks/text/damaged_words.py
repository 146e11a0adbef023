"""The damaged words of a text: suspects are picked, the dictionary reads around them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from generator.checks.text import suspects
from generator.thai.characters import OLD_GLYPHS
from generator.thai.damage import Damage, Reading, readings


@lru_cache(maxsize=64)
def damaged_words(text: str) -> tuple[Reading, ...]:
    """Return the words of a text that a conversion damaged, in their order."""
    plain = text.replace("\u00a0", " ").translate(OLD_GLYPHS)
    return tuple(readings(plain, (found.start() for found in suspects.ALL.finditer(plain))))


def damaged_in(text: str, damage: Damage) -> list[Reading]:
    """Return the words that were damaged in one way."""
    return [one for one in damaged_words(text) if damage in one.damages]


def damaged_at(text: str, place: int) -> Reading | None:
    """Return the damaged word around a place, or None."""
    words = damaged_words(text)
    at = bisect_right(words, place, key=lambda one: one.start) - 1
    return words[at] if at >= 0 and place < words[at].end else None
