"""Prevents line breaks in our own words: inside a number with its unit, a day, a span of years, a compound word.

Browsers break Thai by a dictionary, which knows `คู่` and `กัน` but not that they are one word here. Document text is
never changed: only text of templates and the interface, and days that we write.
"""

from __future__ import annotations

import re

NO_BREAK_SPACE, WORD_JOINER = "\u00a0", "\u2060"
_BEFORE_UNIT = re.compile("(?<=[0-9๐-๙]) (?=ปี(?![ก-ฺเ-๎]))")
_BETWEEN_YEARS = re.compile("(?<=[0-9๐-๙}])–(?=[0-9๐-๙{])")
_ONE_WORD = (("คู่กัน", f"คู่{WORD_JOINER}กัน"), ("และเนื้อความ", f"และเนื้อ{WORD_JOINER}ความ"))


def unbroken(text: str) -> str:
    """Return our own words, or the source of a template, with characters that prevent line breaks."""
    for word, kept in _ONE_WORD:
        text = text.replace(word, kept)
    return _BETWEEN_YEARS.sub(f"–{WORD_JOINER}", _BEFORE_UNIT.sub(NO_BREAK_SPACE, text))


def unbroken_day(text: str) -> str:
    """Return a day in our format with no-break spaces."""
    return text.replace(" ", NO_BREAK_SPACE)
