"""Reads amounts in words: `หนึ่งแสนบาทถ้วน`, `สองล้านห้าแสนบาทห้าสิบสตางค์`, and figures with `ล้าน`, `แสน`.

In: number words without spaces. Out: `Decimal` baht, or None if it is no number or ambiguous. pythainlp is imported
late (it costs 150 ms, and few cells have amounts in words); its reading is used only if it spells the number back as
the same text, because it also accepts unusual forms.
"""

from __future__ import annotations

import os
import re
from decimal import Decimal
from functools import lru_cache

NUMBER_WORD = "ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน"
"""Pattern of one number word."""

_ONE_BEFORE_UNIT = re.compile("หนึ่ง(?=สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)")
_SPOKEN_END = re.compile("(?:ร้อย|พัน|หมื่น|แสน|ล้าน)(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)$")
_LONGEST = 150
MOST_DIGITS = 15
"""A thousand times the national budget in baht has 16; longer ones are two numbers run together."""
_POWERS = {"ร้อย": 2, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "สิบล้าน": 7, "ร้อยล้าน": 8, "พันล้าน": 9}


@lru_cache(maxsize=256)
def whole_number_in_words(words: str, *, exact: bool) -> int | None:
    """Return the number in words, or None.

    Unless the text says that it is exact (`ถ้วน`), `แสนห้า` and `สามหมื่นห้า` are None: as spoken, they are 150,000 and
    35,000.
    """
    if len(words) > _LONGEST or (not exact and _ends_as_spoken(words)):
        return None
    # Without this, the import creates a folder in the home folder, and fails if that is not writable.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.util import num_to_thaiword, thaiword_to_num

    try:
        number = int(thaiword_to_num(words))
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    if not 0 <= number < 10**MOST_DIGITS or _alike(num_to_thaiword(number)) != _alike(words):
        return None
    return number


def times_power(figures: Decimal, words: str) -> Decimal | None:
    """Return figures times the unit after them, `2.5` and `ล้าน`; None without a unit, or for fractions of a satang."""
    power = _POWERS.get(words)
    if power is None:
        return None
    baht = figures.scaleb(power)
    if baht != round(baht, 2) or baht >= 10**MOST_DIGITS:
        return None
    return baht.quantize(Decimal(1)) if baht == baht.to_integral_value() else baht.quantize(Decimal("0.01"))


def power_of(words: str) -> int | None:
    """Return the power of ten of a unit, 6 for `ล้าน`."""
    return _POWERS.get(words)


def _ends_as_spoken(words: str) -> bool:
    return _SPOKEN_END.search(words) is not None


def _alike(words: str) -> str:
    return _ONE_BEFORE_UNIT.sub("", words).replace("เอ็ด", "หนึ่ง")
