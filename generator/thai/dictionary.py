"""The Thai dictionary: which words there are, how common each is, and which words differ only in their marks.

Made when first asked and never before: clean text never asks. The words and how common they are come from `word_costs`,
which reads the lists of pythainlp once for a process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from generator.thai.word_costs import UNSEEN, WORDS_IN_CORPUS, dictionary_words, frequencies

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Class of the vowels and marks that stand on or under a letter."""
LONGEST = 28
"""Letters without marks; longer entries are proverbs."""
_LETTERS = dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)), "") | {0x0E33: "\u0e32"}
_STEPS = (3, 5, 8)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All words, by themselves and by their letters."""

    often: Mapping[str, str]
    """Word of the corpus -> how often it stands there, in digits."""
    total: float
    """The logarithm of how many words the corpus has."""
    by_letters: Mapping[str, list[str]]
    """Letters without marks, sara am as sara aa -> the words that have them, in order."""
    beginnings: frozenset[str]
    """The first letters of all words, as many as `is_beginning` looks at."""

    def cost(self, word: str) -> float:
        """Return the logarithm of how rare a word is: the commonest costs 4, one that the corpus lacks 18."""
        return self.total - log(float(self.often.get(word, UNSEEN)))

    def is_beginning(self, letters: str) -> bool:
        """Say whether a word may begin with these letters."""
        return len(letters) not in _STEPS or letters in self.beginnings


def letters_of(word: str) -> str:
    """Return a word without its marks, sara am as sara aa: what of it a conversion leaves where it is."""
    return word.translate(_LETTERS)


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """Return the dictionary; made once for a process, of the lists that `word_costs` has read."""
    by_letters: dict[str, list[str]] = {}
    for word in sorted(dictionary_words().cost):
        by_letters.setdefault(letters_of(word), []).append(word)
    beginnings = frozenset(letters[:step] for step in _STEPS for letters in by_letters)
    return Dictionary(frequencies(), log(WORDS_IN_CORPUS), by_letters, beginnings)
