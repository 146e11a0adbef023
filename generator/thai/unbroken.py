"""Prevents line breaks in our own words: between a number and its unit, in a day, a span of years, a compound word.

Browsers break Thai by a dictionary, which knows `คู่` and `กัน` but not that they are one word here. Document text is
never changed: only text of templates and the interface, and days that we write.
"""

from __future__ import annotations

import re

NO_BREAK_SPACE, WORD_JOINER = "\u00a0", "\u2060"
_BEFORE_UNIT = re.compile("(?<=[0-9๐-๙]) (?=ปี(?![ก-ฺเ-๎]))")
_BETWEEN_YEARS = re.compile("(?<=[0-9๐-๙}])–(?=[0-9๐-๙{])")
_OF_YEARS = re.compile("(?<=[0-9๐-๙]{4})-(?=[0-9๐-๙]{4}(?![0-9๐-๙-]))")
_AFTER_NUMBER = re.compile(r"(\| (?:count|baht) }}(?:</span>)?) (?=[ก-ฮเ-ไ])")
"""In the source of a template: a number, then its unit."""
_ONE_WORD = (
    ("คู่กัน", f"คู่{WORD_JOINER}กัน"),
    ("และเนื้อความ", f"และเนื้อ{WORD_JOINER}ความ"),
    ("สิ้นสุดแล้ว", f"สิ้น{WORD_JOINER}สุดแล้ว"),
)


def unbroken(text: str) -> str:
    """Return our own words, or the source of a template, with characters that prevent line breaks."""
    for word, kept in _ONE_WORD:
        text = text.replace(word, kept)
    text = _AFTER_NUMBER.sub(rf"\1{NO_BREAK_SPACE}", _BEFORE_UNIT.sub(NO_BREAK_SPACE, text))
    return _BETWEEN_YEARS.sub(f"–{WORD_JOINER}", text)


def unbroken_years(text: str) -> str:
    """Return a sentence of ours in which spans of years with a hyphen are not broken; no addresses."""
    return _OF_YEARS.sub(f"-{WORD_JOINER}", text)


def unbroken_day(text: str) -> str:
    """Return a day in our format with no-break spaces."""
    return text.replace(" ", NO_BREAK_SPACE)
