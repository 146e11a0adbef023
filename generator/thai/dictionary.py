"""The Thai dictionary: its words, how common each is, which differ only in their marks, and whether a text has one.

Loaded on first use, as clean text never needs it. The words and their frequencies come from `word_costs`, which reads
pythainlp's lists once per process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from sys import intern

from generator.thai.stored_lists import stored
from generator.thai.word_costs import UNSEEN, WORDS_IN_CORPUS, dictionary_words, frequencies, further_words

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Class of the vowels and marks above or below a letter."""
LONGEST = 28
"""Letters without marks; longer entries are proverbs."""
_LETTERS = dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)), "") | {0x0E33: "\u0e32"}
_STEPS = (3, 5, 8)
_FARTHEST = 28
"""Most letters before a range at which a word covering it may start; the length of the longest words."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All words, as written and by their letters."""

    often: Mapping[str, str]
    """Word -> its frequency in the corpus, in digits."""
    total: float
    """Logarithm of the number of words in the corpus."""
    by_letters: Mapping[str, list[str]]
    """Letters without marks, sara am as sara aa -> the words with these letters, sorted."""
    beginnings: frozenset[str]
    """Prefixes of all words, in the lengths that `is_beginning` tests."""

    def cost(self, word: str) -> float:
        """Return the logarithm of a word's rarity: the commonest costs 4, one missing in the corpus 18."""
        return self.total - log(float(self.often.get(word, UNSEEN)))

    def is_beginning(self, letters: str) -> bool:
        """Return whether a word may start with these letters."""
        return len(letters) not in _STEPS or letters in self.beginnings


def letters_of(word: str) -> str:
    """Return a word without its marks, sara am as sara aa: the part that a conversion keeps in place."""
    return word.translate(_LETTERS)


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """Return the dictionary, built once per process from the lists read by `word_costs`."""
    return Dictionary(*_letters())


@stored
def _letters() -> tuple[dict[str, str], float, dict[str, list[str]], frozenset[str]]:
    by_letters: dict[str, list[str]] = {}
    words, often = sorted(dictionary_words().cost), frequencies()
    for word in words:
        by_letters.setdefault(letters_of(word), []).append(word)
    beginnings = frozenset(letters[:step] for step in _STEPS for letters in by_letters)
    return {word: intern(often[word]) for word in words if word in often}, log(WORDS_IN_CORPUS), by_letters, beginnings


def is_in_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a dictionary word starts at or before a range of a text and covers it."""
    words = further_words()
    return any(
        stop >= end
        for first in range(start, max(start - _FARTHEST, 0) - 1, -1)
        for stop in words.ends(text, first)
        if stop - first > 1
    )
