"""Thai text: removes invisible characters, folds for comparison, quotes in messages.

`normalise` makes no visible change. `fold_for_comparison` folds as much as possible; its result is only for comparing,
never for display. pythainlp is imported late: it costs 45 ms and is needed only for text whose marks are duplicated or
in the wrong order, which is rare in typed text and common in text from a PDF.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.thai.characters import INVISIBLE, TO_ARABIC, TO_HYPHEN, TONE_MARKS

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SPLIT_SARA_AM = re.compile(f"([{TONE_MARKS}]?)\u0e4d([{TONE_MARKS}]?)\u0e32")

_MISTYPED = re.compile(
    "([\u0e30-\u0e3a\u0e40-\u0e44\u0e47-\u0e4e])\\1"  # a duplicate vowel or mark; two sara e for a sara ae
    f"|[{TONE_MARKS}\u0e4c][\u0e31\u0e34-\u0e39]"  # a mark before the vowel below it
    f"|[\u0e30\u0e32\u0e33][{TONE_MARKS}]"  # a tone mark after the vowel that follows it
    f"|[{TONE_MARKS}]{{2}}"
)

_LONGEST_MENDED = 500
"""In characters; pythainlp is quadratic in repeated marks (45 s at 100,000), and no name is longer."""

_LONGEST_GUESS = 100
"""In characters; comparing takes time with the product of the lengths, and no key or name is longer."""

_LEAST_ALIKE = 0.55
"""Least share of the letters of the longer word that no edit changes, for a guess."""

_LONGEST_QUOTE = 60


def normalise(text: str) -> str:
    """Return the text in NFC, without zero-width characters, white space collapsed to single spaces and stripped.

    A sara am split into nikhahit and sara aa stays split, as in the document.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def join_sara_am(text: str) -> str:
    """Return the text with nikhahit + sara aa, with or without tone mark, joined to sara am."""
    return _SPLIT_SARA_AM.sub("\\1\\2\u0e33", text) if "\u0e4d" in text else text


def fold_for_comparison(text: str) -> str:
    """Return a form that is equal for strings a person would consider the same; for comparing, never for display.

    Beyond `normalise`: no spaces, Arabic digits, one kind of hyphen, sara am joined, lakkhangyao as sara aa, marks in
    order and without duplicates (up to 500 characters), Latin letters in lower case.
    """
    text = normalise(text).casefold()
    if text.isascii():
        return text.replace(" ", "")
    text = text.replace(" ", "").translate(TO_ARABIC).translate(TO_HYPHEN)
    text = text.replace("\u0e45", "\u0e32")  # lakkhangyao, which looks like sara aa
    return mend_marks(unicodedata.normalize("NFC", join_sara_am(text)))


def mend_marks(text: str) -> str:
    """Return the text with duplicate and misordered marks repaired, if it has up to 500 characters."""
    return _mended(text) if len(text) <= _LONGEST_MENDED and _MISTYPED.search(text) else text


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the word was probably meant to be, or None if none is similar."""
    if len(word) > _LONGEST_GUESS:
        return None
    # Late: needed only after an error.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    known = _folded(tuple(sorted(candidates)))  # sorted: of equally near ones, the first is taken
    found = extractOne(fold_for_comparison(word), known, scorer=OSA.normalized_similarity, score_cutoff=_LEAST_ALIKE)
    return found[2] if found else None


# Wrong words in one file are compared with the same candidates repeatedly.
@lru_cache(maxsize=8)
def _folded(candidates: tuple[str, ...]) -> dict[str, str]:
    """Return each candidate with its folded form."""
    return {candidate: fold_for_comparison(candidate) for candidate in candidates}


def quoted(text: str) -> str:
    """Return the text in Thai quotation marks for a message: one line, printable, at most 60 characters."""
    # Cut before cleaning, so that values of many megabytes cost nothing.
    shown = normalise(text[: 4 * _LONGEST_QUOTE])
    if not shown.isprintable():
        shown = "".join(filter(str.isprintable, shown))
    cut = len(shown) > _LONGEST_QUOTE or len(text) > 4 * _LONGEST_QUOTE
    return f"“{shown[:_LONGEST_QUOTE]}…”" if cut else f"“{shown}”"


def _mended(text: str) -> str:
    # Without this, the import creates a folder in the home folder, and fails if that is not writable.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.util import normalize

    return normalize(text)
