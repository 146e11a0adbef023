"""Normalises a text by what readers do not notice: kind of digits, number of spaces, composition of letters.

Texts with equal keys differ only cosmetically, which a plan's history does not report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.base import LONGEST_CACHED
from generator.thai.characters import TO_ARABIC, TO_HYPHEN, TONE_MARKS
from generator.thai.text import join_sara_am, normalise

# Between Latin letters or digits a space matters: "1 2" is not 12.
_SPACE = re.compile(r" (?:(?<![0-9A-Za-z] )|(?![0-9A-Za-z]))")
_TONE_BEFORE_VOWEL = re.compile(f"([{TONE_MARKS}\u0e4c])([\u0e31\u0e34-\u0e3a])")


def cosmetic_key(text: str) -> str:
    """Return a key that is equal for texts that differ only cosmetically; for comparison only.

    Unlike `fold_for_comparison`, it keeps case, signs and words. Linear time.
    """
    return _short_key(text) if len(text) <= LONGEST_CACHED else _key(text)


def _key(text: str) -> str:
    text = normalise(text)
    if text.isascii():
        return _SPACE.sub("", text)
    text = join_sara_am(text.translate(TO_ARABIC).translate(TO_HYPHEN).replace("\u0e45", "\u0e32"))
    return _SPACE.sub("", _TONE_BEFORE_VOWEL.sub(r"\2\1", text))


# Cached: versions of a plan repeat short texts. Long texts are not, so hostile input cannot fill the cache.
_short_key = lru_cache(maxsize=4096)(_key)
