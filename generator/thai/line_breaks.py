"""Decides whether a break in Thai text is inside a word: a line break in prose, or the end of a shortened label.

Thai has no space between words, so a line break between two Thai letters implies none. Only the words show whether a
space may be meant: never inside a word, perhaps between two. Uses pythainlp's dictionary, loaded late: most files have
no such break.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from generator.thai.characters import INVISIBLE

_LETTER = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
"""Thai letters, vowels and marks; not paiyannoi and mai yamok, which are next to spaces, nor digits and baht."""
_ENDS_THAI = re.compile(f"[{_LETTER}]$")
_BEGINS_THAI = re.compile(f"[{_LETTER}]")
_RUN_BEFORE = re.compile(f"[{_LETTER}]*$")
_RUN_AFTER = re.compile(f"[{_LETTER}]*")
_BEGINS_NO_WORD = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_ENDS_NO_WORD = re.compile("[\u0e40-\u0e44]$")
_REMOVE_INVISIBLE = re.compile(f"[{INVISIBLE}]+")

_IN_OTHER_WORD = re.compile("[A-Za-z0-9๐-๙]{2}")
"""Two letters or digits of a word that is not Thai."""
_CONTEXT = 24
"""Letters read on each side; the longest common words have fewer."""
_UNKNOWN = 3
"""Cost of a letter outside dictionary words; a word costs 1."""


def is_between_thai(before: str, after: str) -> bool:
    """Return whether a line ends in a Thai letter and the next one starts with one."""
    before, after = _ends(before, after)
    return bool(_ENDS_THAI.search(before) and _BEGINS_THAI.match(after))


def is_inside_word(before: str, after: str) -> bool:
    """Return whether a break between two Thai letters is certainly inside a word: they form words only when joined."""
    before, after = _ends(before, after)
    if _BEGINS_NO_WORD.match(after) or _ENDS_NO_WORD.search(before):
        return True
    left, right = _RUN_BEFORE.search(before), _RUN_AFTER.match(after)
    return _breaks_word(left[0] if left else "", right[0] if right else "")


def last_word_end(text: str, most: int) -> int:
    """Return the last place between two words of a text that is at most `most`; 0 if there is none."""
    for end in range(min(most, len(text)), 0, -1):
        before, after = text[:end], text[end:]
        if not _IN_OTHER_WORD.search(before[-1] + after[:1]) and not (
            is_between_thai(before, after) and is_inside_word(before, after)
        ):
            return end
    return 0


def _ends(before: str, after: str) -> tuple[str, str]:
    """Return the two ends that meet at the break, without zero-width characters."""
    return _REMOVE_INVISIBLE.sub("", before[-_CONTEXT:]), _REMOVE_INVISIBLE.sub("", after[:_CONTEXT])


@lru_cache(maxsize=1024)
def _breaks_word(left: str, right: str) -> bool:
    """Return whether the joined letters need fewer words and fewer unknown letters than the two halves."""
    return _cost(left + right) < _cost(left) + _cost(right)


def _cost(letters: str) -> int:
    """Return the least cost of splitting letters into words."""
    words, longest = _words()
    costs = [0]
    for end in range(1, len(letters) + 1):
        best = costs[end - 1] + _UNKNOWN
        for start in range(max(0, end - longest), end - 1):
            if costs[start] + 1 < best and letters[start:end] in words:
                best = costs[start] + 1
        costs.append(best)
    return costs[-1]


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], int]:
    # Without this, the import creates a folder in the home folder, and fails if that is not writable.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words

    return thai_words(), 2 * _CONTEXT
