"""Thai dictionary order, as a key for `sorted`.

The order of the Royal Institute's dictionary: a leading vowel counts after its consonant; tone marks, maitaikhu and
thanthakhat count only between words with equal letters. pythainlp's `collate` sorts a list but gives no key, compares
only the first mark of a word, and keeps the input order of words that differ in a later mark; pages must not depend on
input order, so the key is ours.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.thai.characters import SECOND_LEVEL, TO_ARABIC
from generator.thai.text import join_sara_am, normalise

_MARKS = re.compile(f"[{SECOND_LEVEL}]+")
_LETTERS = re.compile(f"[^{SECOND_LEVEL}]")
_LEADING_VOWEL = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_NUMBER = re.compile("[0-9]+")
_NUMBER_WIDTH = 15


# National pages sort the same names: as many as there are LAOs and districts.
@lru_cache(maxsize=16384)
def thai_sort_key(text: str) -> tuple[str, str, str]:
    """Return a key: letters, then marks by position, then the text itself, so that only equal texts have equal keys.

    Numbers sort by value in either kind of digits (`หมู่ 9` before `หมู่ ๑๐`); digits come before Latin letters
    (case-insensitive), and those before Thai ones.
    """
    plain = join_sara_am(normalise(text)).translate(TO_ARABIC)
    letters = _LEADING_VOWEL.sub(r"\2\1", _MARKS.sub("", plain)).casefold()
    letters = _NUMBER.sub(lambda number: number[0].zfill(_NUMBER_WIDTH), letters)
    # Every letter becomes a space, which sorts before any mark: the first position where the marks differ decides.
    marks = _LETTERS.sub(" ", plain)
    return letters, marks, text
