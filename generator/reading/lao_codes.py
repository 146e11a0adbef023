"""Parses the code of an LAO as people and spreadsheets write it: text in, seven Arabic digits or None out.

Never guesses: a number rounded or cut by a spreadsheet is no code.
"""

from __future__ import annotations

import re
import unicodedata

from generator.thai.numerals import to_arabic

_QUOTED = re.compile(r"=?[\"'’‘`´]*(?P<inside>[^\"'’‘`´]*)[\"'’‘`´]*")
"""A spreadsheet's text markers: a leading apostrophe, or a formula that is a quoted text."""
_NUMBER = re.compile(r"(?P<whole>[0-9]{7,8}|[0-9]{1,2},[0-9]{3},[0-9]{3})(?:\.0+)?")
_POWER = re.compile(r"(?P<first>[1-9])\.(?P<rest>[0-9]{6})0*[eE]\+?0*6")
"""5.440502E+06, with every digit of the code; with fewer digits it was rounded."""
_LONGEST = 40


def as_lao_code(text: str) -> str | None:
    """Return the code in a text, in Thai or Arabic digits, as text or number, with or without a leading 0.

    The department's own lists print a leading 0. None if the text is not a code.
    """
    if len(text) > _LONGEST:
        return None
    quoted = _QUOTED.fullmatch("".join(filter(_is_visible, to_arabic(text))))
    number = quoted["inside"] if quoted else ""
    if power := _POWER.fullmatch(number):
        return power["first"] + power["rest"]
    if match := _NUMBER.fullmatch(number):
        digits = match["whole"].replace(",", "")
        code = digits[1:] if len(digits) == 8 and digits[0] == "0" else digits
        return code if len(code) == 7 else None
    return None


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cc", "Zs")
