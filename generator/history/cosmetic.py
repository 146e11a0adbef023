"""A text without what makes no difference to a reader: which digits, how many spaces, how its letters are composed.

Two texts with the same key differ only cosmetically; the history of a plan says nothing of that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.base import LONGEST_CACHED
from generator.thai.characters import TO_ARABIC, TO_HYPHEN, TONE_MARKS
from generator.thai.text import join_sara_am, normalise

# Between Latin letters or digits a space counts: "1 2" is not 12.
_SPACE = re.compile(r" (?:(?<![0-9A-Za-z] )|(?![0-9A-Za-z]))")
_TONE_BEFORE_VOWEL = re.compile(f"([{TONE_MARKS}\u0e4c])([\u0e31\u0e34-\u0e3a])")


def cosmetic_key(text: str) -> str:
    """Return a form that is equal for texts that differ only cosmetically; for comparing, never for showing.

    Capital letters, signs and words count, other than in `fold_for_comparison`. Takes time in line with the text.
    """
    return _short_key(text) if len(text) <= LONGEST_CACHED else _key(text)


def _key(text: str) -> str:
    text = normalise(text)
    if text.isascii():
        return _SPACE.sub("", text)
    text = join_sara_am(text.translate(TO_ARABIC).translate(TO_HYPHEN).replace("\u0e45", "\u0e32"))
    return _SPACE.sub("", _TONE_BEFORE_VOWEL.sub(r"\2\1", text))


# Versions of a plan say the same short things over and over. Longer texts are not kept, or hostile ones fill memory.
_short_key = lru_cache(maxsize=4096)(_key)
