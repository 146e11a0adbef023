"""Tables for `str.translate` and classes for `re` of characters that Thai offices type in more than one way.

No functions and no imports from the other modules: text, numerals, dates and sorting all use these tables.
"""

from __future__ import annotations

from typing import Final

TO_ARABIC: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
"""Thai digits -> Arabic digits."""

TO_THAI: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
"""Arabic digits -> Thai digits."""

LIST_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Consonants in the order in which lists are lettered, without the obsolete ฃ and ฅ."""

TO_HYPHEN: Final = str.maketrans("‐‑‒–—−", "------")
"""Hyphens, dashes and the minus sign -> hyphen-minus."""

INVISIBLE: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Class of characters without width: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark."""

TONE_MARKS: Final = "\u0e48-\u0e4b"
"""Class of the four tone marks."""

SECOND_LEVEL: Final = "\u0e2f\u0e3a\u0e46\u0e47-\u0e4e"
"""Class of the signs that dictionary order compares only if the letters are equal.

Paiyannoi, phinthu, maiyamok, maitaikhu, the tone marks, thanthakhat, nikhahit and yamakkan, in dictionary order where
order matters.
"""

OLD_GLYPHS: Final = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37"
        + 2 * "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        + "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
"""Thai letter forms that old fonts kept in the private-use area -> their letters."""
