"""The Thai dictionary: which words there are, how common each is, and which words differ only in their marks.

Loaded when first asked and never before: it costs a quarter of a second, and clean text never asks. The words are those
of pythainlp, how common they are is told by the Thai National Corpus that it carries.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Class of the vowels and marks that stand on or under a letter."""
LONGEST = 28
"""Letters without marks; longer entries are proverbs."""
_LETTERS = dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)), "") | {0x0E33: "\u0e32"}
_STEPS = (3, 5, 8)
_UNSEEN = 0.5
"""How often a word of the dictionary stands in the corpus that is never found there."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All words, by themselves and by their letters."""

    often: Mapping[str, int]
    """Word of the corpus -> how often it stands there."""
    total: float
    """The logarithm of how many words the corpus has."""
    by_letters: Mapping[str, list[str]]
    """Letters without marks, sara am as sara aa -> the words that have them, in order."""
    beginnings: frozenset[str]
    """The first letters of all words, as many as `is_beginning` looks at."""

    def cost(self, word: str) -> float:
        """Return the logarithm of how rare a word is: the commonest costs 4, one that the corpus lacks 18."""
        return self.total - log(self.often.get(word, _UNSEEN))

    def is_beginning(self, letters: str) -> bool:
        """Say whether a word may begin with these letters."""
        return len(letters) not in _STEPS or letters in self.beginnings


def letters_of(word: str) -> str:
    """Return a word without its marks, sara am as sara aa: what of it a conversion leaves where it is."""
    return word.translate(_LETTERS)


@lru_cache(maxsize=1)
def load_dictionary() -> Dictionary:
    """Return the dictionary; read once for a process."""
    # Without this, the import makes a folder in the home folder, and fails where there is none to write to.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import corpus_path
    from pythainlp.corpus.common import thai_words

    often = dict(_frequencies(Path(corpus_path()) / "tnc_freq.txt"))
    by_letters: dict[str, list[str]] = {}
    for word in thai_words():
        by_letters.setdefault(letters_of(word), []).append(word)
    for words in by_letters.values():
        if len(words) > 1:
            words.sort()  # the dictionary comes as a set
    beginnings = frozenset(letters[:step] for step in _STEPS for letters in by_letters)
    return Dictionary(often, log(sum(often.values())), by_letters, beginnings)


def _frequencies(file: Path) -> Iterator[tuple[str, int]]:
    # Of pythainlp's own reader a third of the time goes by that there is for all of it.
    for line in file.read_text("utf-8").splitlines():
        word, _, times = line.partition("\t")
        if times.isascii() and times.isdigit():
            yield word, int(times)
