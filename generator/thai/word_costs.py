"""The cost of each Thai word by rarity, for cheapest paths through a text. Reads pythainlp's word lists on first use.

Three sizes, because a starting check must not load what clean text never needs: common words, all words of the
dictionary, and the additional words of two larger dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import distribution
from itertools import islice
from math import log
from pathlib import Path

from generator.thai.stored_lists import stored

_LETTERS = "[\u0e01-\u0e2e\u0e30-\u0e4e]"
_WORD = re.compile(f"(?m)(?:^|(?<=,)){_LETTERS}{{2,28}}(?=$|,)")
"""A line, or a cell between commas; longer ones are proverbs."""
_FREQUENCY = re.compile(f"(?m)^({_LETTERS}+)\t([0-9]+)")
WORDS_IN_CORPUS = 33_535_658
"""Number of words in the Thai National Corpus, the source of the frequencies."""
UNSEEN = 0.5
"""Assumed count of a word missing in the corpus."""
_UNSEEN = str(UNSEEN)
_RANKED = 15_000
"""Entries used from the list of web frequencies: the corpus lacks words of public administration."""
_LEAST_RANKED = 6
"""Least letters of a word from that list; the web's short words would hide slips."""
_COST_OF_FIRST_RANK = 3.2
"""The word at rank n of that list costs log(n) more, as in the corpus."""
_COST_OF_FURTHER = 12.0
"""Least cost of a word that only a larger dictionary has."""
_COST_OF_NAME = 13.0
_SHORTEST_NAME = 5
"""Least letters of a person's name to be used; shorter ones are parts of many slips."""
_COST_OF_LETTER = {"ณ": 9.0}
"""The only word of one letter."""
_COMMON = {2: 9.5, 3: 11.0}
"""Highest cost of a common word, by length."""
_COMMON_OF_LONG = 14.0
_KEY = 3
"""Prefix length by which words are indexed."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words with their costs."""

    cost: Mapping[str, float]
    """Word -> negative logarithm of its frequency in running text."""
    lengths: Mapping[str, tuple[int, ...]]
    """Prefix -> lengths of the words that start with it, longest first."""

    def ends(self, text: str, start: int) -> list[int]:
        """Return the ends of the words that start at a place, longest first."""
        cost, most = self.cost, len(text) - start
        lengths = (*self.lengths.get(text[start : start + _KEY], ()), 2, 1)
        return [start + size for size in lengths if size <= most and text[start : start + size] in cost]


@lru_cache(maxsize=1)
def common_words() -> Words:
    """Return the words that make up nearly every text; indexed by two letters."""
    cost = {
        word: cost for word, cost in dictionary_words().cost.items() if cost <= _COMMON.get(len(word), _COMMON_OF_LONG)
    }
    return Words(cost, _lengths(cost, 2))


@lru_cache(maxsize=1)
def dictionary_words() -> Words:
    """Return all words of the dictionary."""
    return Words(*_dictionary_words())


@stored
def _dictionary_words() -> tuple[dict[str, float], dict[str, tuple[int, ...]]]:
    often = frequencies()
    cost = {word: _cost(often.get(word, _UNSEEN)) for word in _words("words_th.txt")}
    ranked = _FREQUENCY.finditer(_text("phupha_word_freqs.txt"))
    for rank, found in enumerate(islice(ranked, _RANKED), start=1):
        word = found[1]
        if len(word) >= _LEAST_RANKED and word in cost:
            cost[word] = min(cost[word], log(rank) + _COST_OF_FIRST_RANK)
    cost |= _COST_OF_LETTER
    return cost, _lengths(cost, _KEY)


@lru_cache(maxsize=1)
def further_words() -> Words:
    """Return the words of the dictionary and of two larger ones, with names of persons, provinces and countries."""
    added, lengths = _further_words()
    return Words({**dictionary_words().cost, **added}, lengths)


@stored
def _further_words() -> tuple[dict[str, float], dict[str, tuple[int, ...]]]:
    often, known = frequencies(), dictionary_words().cost
    cost: dict[str, float] = {}
    for name in ("orst_words_th.txt", "volubilis_words_th.txt", "countries_th.txt"):
        for word in _words(name):
            if len(word) > 2:
                cost.setdefault(word, max(_cost(often.get(word, _UNSEEN)), _COST_OF_FURTHER))
    for word in _words("thailand_provinces_th.csv"):
        cost.setdefault(word, _COST_OF_NAME)
    for name in ("person_names_female_th.txt", "person_names_male_th.txt", "family_names_th.txt"):
        for word in _words(name):
            if len(word) >= _SHORTEST_NAME:
                cost.setdefault(word, _COST_OF_NAME)
    added = {word: cost[word] for word in cost if word not in known}
    return added, _lengths((*known, *added), _KEY)


@cache
def _cost(times: str) -> float:
    """Return the cost of a word by its number of uses in the corpus; the same object for the same number.

    Stored lists are read faster the fewer objects they have.
    """
    return log(WORDS_IN_CORPUS / float(times))


def _lengths(words: Iterable[str], key: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        if len(word) >= key:
            found.setdefault(word[:key], set()).add(len(word))
    same: dict[tuple[int, ...], tuple[int, ...]] = {}
    sorted_sizes = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}
    return {first: same.setdefault(sizes, sizes) for first, sizes in sorted_sizes.items()}


@lru_cache(maxsize=1)
def frequencies() -> dict[str, str]:
    """Return the frequency of each word in the Thai National Corpus, in digits."""
    return dict(_FREQUENCY.findall(_text("tnc_freq.txt")))


def _words(name: str) -> list[str]:
    """Return the words of a list made only of Thai letters: no proverbs, abbreviations, letters of the alphabet."""
    return _WORD.findall(_text(name))


def _text(name: str) -> str:
    # Importing the package would load most of its modules.
    return Path(str(distribution("pythainlp").locate_file(f"pythainlp/corpus/{name}"))).read_text("utf-8-sig")
