"""Joins the lines of a cell or paragraph: automatic line wraps are joined, line breaks set by the author are kept.

Thai has no spaces between words, so only the space left on a line distinguishes the two: if the next word would
have fitted, the author ended the line. A space at the wrap is known only if the line ends with one.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Sequence
from functools import lru_cache

from generator.intake.pdf.page_layout import TextLine
from generator.thai.line_breaks import is_between_thai, is_inside_word
from generator.thai.numerals import to_arabic

BROKEN_NUMBER = "ตัวเลขที่ขาดบรรทัด"
_MOST_PADDING = 10.0
_SLACK = 1.0
"""Tolerance in points when deciding whether a word would have fitted."""
_LONGEST_WORD = 40
_ITEM = re.compile(
    r"\s*(?:\(?[0-9๐-๙]{1,2}\s*[.)=]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\s|[-–•]\s|(?:เป้าหมาย)?เชิง(?:ปริมาณ|คุณภาพ|ประโยชน์)"
    r"|(?:ประเด็น)?ยุทธศาสตร์\s*ที่\s*[0-9๐-๙]|กลยุทธ์\s*ที่\s*[0-9๐-๙])"
)
"""Start of an item, a target or a strategy, which never continues the previous line."""
_NUMBER_END = re.compile(r"[0-9][0-9,.]*$")
_NUMBER_START = re.compile(r"[0-9,.]*[0-9]")
_AMOUNT = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{2})?")
_THAI_RUN = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")


def joined(lines: Sequence[TextLine], left: float, right: float) -> tuple[str, list[str], bool]:
    """Return the text of lines between two edges, remarks, and whether a break between lines is unsure.

    The text has the author's line breaks. A break is unsure if only the room left on a line decides about it.
    """
    if not lines:
        return "", [], False
    odd: list[str] = []
    is_unsure = False
    width = _inner_width(lines, left, right)
    text = lines[0].text.rstrip()
    for place, (line, after) in enumerate(itertools.pairwise(lines)):
        following = "".join(one.text for one in lines[place + 2 : place + 3])
        between = separator(line, after, width - (line.right - line.left), following)
        is_unsure = is_unsure or _certain_separator(line, after, following) is None
        if not between and _is_number_broken(text, after.text.lstrip()):
            odd.append(BROKEN_NUMBER)
        text += between + after.text.strip()
    return text.lstrip(), odd, is_unsure


def _inner_width(lines: Sequence[TextLine], left: float, right: float) -> float:
    """Return the inner width of lines, without the padding that all of them keep on both sides."""
    gaps = [gap for line in lines for gap in (line.left - left, right - line.right)]
    padding = min(max(min(gaps, default=0.0), 0.0), _MOST_PADDING)
    return right - left - 2 * padding


def separator(line: TextLine, after: TextLine, room: float, following: str = "") -> str:
    """Return the separator of two lines, given the room left on the first: a line break, a space, or nothing.

    `following` is the third line: the start of an item may itself be wrapped.
    """
    certain = _certain_separator(line, after, following)
    if certain is not None:
        return certain
    if _width_of_first_word(after) + _SLACK <= room:
        return "\n"
    return " " if line.text != line.text.rstrip() or after.text != after.text.lstrip() else ""


def _certain_separator(line: TextLine, after: TextLine, following: str) -> str | None:
    """Return the separator that the words of two lines imply; None if only the room on the first line decides."""
    if not line.ends or not after.ends or _ITEM.match(after.text + following):
        return "\n"
    before, next_text = line.text.rstrip(), after.text.lstrip()
    if is_between_thai(before, next_text) and line.text == before and is_inside_word(before, next_text):
        return ""
    return None


def _width_of_first_word(line: TextLine) -> float:
    start = len(line.text) - len(line.text.lstrip())
    length = len(_first_word(line.text[start : start + _LONGEST_WORD]))
    begins = line.ends[start - 1] if start else line.left
    return max(line.ends[start : start + length], default=begins) - begins


@lru_cache(maxsize=4096)
def _first_word(text: str) -> str:
    """Return the first word of a non-blank text: up to the first space, or a Thai word."""
    run = _THAI_RUN.match(text)
    if run is None:
        word = re.match(r"\S+", text)
        return word[0] if word else ""
    # Without this, the import creates a folder in the home folder, and fails if that is not writable.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.tokenize.newmm import segment

    return str(segment(run[0])[0])


def _is_number_broken(before: str, after: str) -> bool:
    """Return whether joining two lines joins two digit groups that may not be one number."""
    end, start = _NUMBER_END.search(to_arabic(before)), _NUMBER_START.match(to_arabic(after))
    if end is None or start is None:
        return False
    return not _AMOUNT.fullmatch(end[0] + start[0]) or bool(_AMOUNT.fullmatch(start[0]))
