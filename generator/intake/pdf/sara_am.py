"""Repairs sara am as broken by PDFs: `กํา`, `กำา`, `ก า`, `ก ำ`, and `กา` if a file lost every nikhahit.

No word separates mark and sara aa or starts with sara aa or sara am, so those forms are certain. Only the dictionary
can decide a space before sara aa; if it does not, that is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.thai.damage import Damage, readings
from generator.thai.dictionary import letters_of, load_dictionary

TORN_VOWEL = "สระอำหรือสระอาที่ขาดจากพยัญชนะ"
_APART = re.compile("[\u0e4d\u0e33]([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_ALONE = re.compile("(?<=[\u0e01-\u0e2e\u0e48-\u0e4b])[ \u00a0](?=\u0e33)")
_TORN = re.compile("(?<=[\u0e01-\u0e2e\u0e48-\u0e4b])[ \u00a0]\u0e32")
_AA, _AM = "\u0e32", "\u0e33"
_MENDED = frozenset((Damage.NIKHAHIT_LOST, Damage.SARA_AM_TORN))
_LEAST_AA = 200
_LEAST_SHARE = 0.002
"""Least share of sara am among sara aa and sara am; about a twentieth in Thai prose."""


def has_lost_nikhahit(texts: Iterable[str]) -> bool:
    """Return whether a document's texts have so many sara aa and so few sara am that the nikhahit must be lost."""
    aa = am = 0
    for text in texts:
        whole = _certain(text)
        aa += whole.count(_AA)
        am += whole.count(_AM)
    return aa >= _LEAST_AA and am < _LEAST_SHARE * (aa + am)


def mended(text: str, *, is_lost: bool = False) -> tuple[str, bool]:
    """Return a text with sara am repaired, and whether uncertain cases are left."""
    text = _certain(text)
    places = [match.start() + 1 for match in _TORN.finditer(text)]
    if is_lost:
        places += [place for place, letter in enumerate(text) if letter == _AA]
    if not places:
        return text, False
    known = load_dictionary()
    for reading in reversed(readings(text, sorted(set(places)))):
        broken = text[reading.start : reading.end]
        is_word = broken in known.by_letters.get(letters_of(broken), ())
        if reading.is_certain and _MENDED.issuperset(reading.damages) and not is_word:
            text = text[: reading.start] + reading.word + text[reading.end :]
    return text, bool(_TORN.search(text))


def _certain(text: str) -> str:
    whole = _APART.sub(lambda match: f"{match[1] or match[2] or ''}{_AM}", text)
    return _ALONE.sub("", whole)
