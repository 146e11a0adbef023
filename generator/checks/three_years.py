"""Detect plans called three-year plans with other than three years: `แผน ... ๓ ปี (๒๕๗๐ - ๒๕๗๓)`."""

from __future__ import annotations

import re

from generator.checks.printed_years import PrintedSpan, spans

_FARTHEST = 100
"""Most characters between the words for three years and the years."""
_THREE_YEARS = re.compile("(?<![0-9๐-๙.,])(?:[3๓] {0,2}|สาม)ปี[^0-9๐-๙]*$")
_OTHER_THING = re.compile("(?:[3๓] {0,2}|สาม)ปี.*(?:แผน|ยุทธศาสตร์|นโยบาย|ตั้งแต่|ระหว่าง|ก่อน|ภายใน)", re.DOTALL)


def is_said_to_be_three(text: str, span: PrintedSpan) -> bool:
    """Return whether a text calls a span a three-year plan and it is not three years.

    Only plans count, and only if nothing else is named between the words and the years.
    """
    if span.length == 3:
        return False
    before = text[max(span.start - _FARTHEST, 0) : span.start]
    three = _THREE_YEARS.search(before)
    return bool(three and "แผน" in before[: three.start()] and not _OTHER_THING.match(three[0]))


def wrong_three_years(text: str) -> bool:
    """Return whether a text gives other than three years for a three-year plan."""
    return any(is_said_to_be_three(text, span) for span in spans(text))
