"""Quarters of a fiscal year as plans print them: `ไตรมาสที่ ๑-๔`, `๑ และ ๓`, `ตลอดปี`.

In: text. Out: the quarter numbers, ascending, without duplicates; 1 is October to December. Raises ValueError with a
Thai message for text without quarters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.thai.characters import TO_HYPHEN
from generator.thai.months import SHORT
from generator.thai.numerals import Digits, in_digits, to_arabic
from generator.thai.text import normalise, quoted

_ALL = (1, 2, 3, 4)
_WHOLE_YEAR = frozenset({"ตลอดปี", "ตลอดทั้งปี", "ทั้งปี", "ตลอดปีงบประมาณ", "ทุกไตรมาส"})
_WORD = re.compile("ไตรมาส(?:ที่)?")
_SIDE_BY_SIDE = re.compile("(?<=[0-9]) ?(?=ไตรมาส)|(?<=[0-9]) (?=[0-9])")
_AND = re.compile("(?:,|และ)+")
_PART = re.compile("([0-9]{1,3})(?:(?:-|ถึง)([0-9]{1,3}))?")


def parse_quarters(text: str) -> tuple[int, ...]:
    """Return the quarters in a cell of a plan; a tick and brackets around them are allowed.

    Raises ValueError for other text, quarters other than 1 to 4, and descending ranges.
    """
    # Adjacent numbers are a list; without their spaces, quarters 1 and 2 would be quarter 12.
    listed = _SIDE_BY_SIDE.sub(", ", to_arabic(normalise(text)).translate(TO_HYPHEN))
    plain = listed.replace(" ", "")
    plain = plain.removeprefix("✓")
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1]
    if plain in _WHOLE_YEAR:
        return _ALL
    quarters: set[int] = set()
    for part in _AND.split(_WORD.sub("", plain)):
        match = _PART.fullmatch(part)
        if not match:
            raise _refusal(text, "รูปแบบไม่ใช่เลขไตรมาส")
        quarters.update(_span(text, int(match[1]), int(match[2] or match[1])))
    return tuple(sorted(quarters))


def format_quarters(quarters: Iterable[int], digits: Digits) -> str:
    """Return `ไตรมาสที่ 1-2, 4`, runs joined by a hyphen; ValueError for none and for numbers other than 1 to 4."""
    return in_digits(f"ไตรมาสที่ {_shown(_runs(quarters))}", digits)


def months_of(quarters: Iterable[int]) -> str:
    """Return `ต.ค.–มี.ค.`, runs joined by `และ`, or `ตลอดปี`; ValueError as `format_quarters`."""
    runs = _runs(quarters)
    if runs == [(1, 4)]:
        return "ตลอดปี"
    return " และ ".join(f"{SHORT[(3 * first + 6) % 12]}–{SHORT[(3 * last + 8) % 12]}" for first, last in runs)


def quarters_in_words(quarters: Iterable[int], digits: Digits) -> str:
    """Return `ไตรมาส 2 (ม.ค.–มี.ค.)`, or `ตลอดปี (ไตรมาส 1-4)`; ValueError as `format_quarters`."""
    runs = _runs(quarters)
    number = in_digits(f"ไตรมาส {_shown(runs)}", digits)
    months = months_of(quarters)
    return f"{months} ({number})" if runs == [(1, 4)] else f"{number} ({months})"


def _runs(quarters: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last quarter of each run."""
    wanted = sorted(set(quarters))
    if not wanted or not set(wanted) <= set(_ALL):
        raise ValueError("ไตรมาสต้องมีอย่างน้อยหนึ่ง และอยู่ระหว่าง 1 ถึง 4")
    runs: list[tuple[int, int]] = []
    for quarter in wanted:
        if runs and runs[-1][1] == quarter - 1:
            runs[-1] = (runs[-1][0], quarter)
        else:
            runs.append((quarter, quarter))
    return runs


def _shown(runs: list[tuple[int, int]]) -> str:
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _span(text: str, first: int, last: int) -> range:
    for quarter in (first, last):
        if quarter not in _ALL:
            raise _refusal(text, f"ไม่มีไตรมาสที่ {quarter} ไตรมาสมีตั้งแต่ 1 ถึง 4")
    if last < first:
        raise _refusal(text, f"ช่วง {first}-{last} เรียงกลับกัน")
    return range(first, last + 1)


def _refusal(text: str, reason: str) -> ValueError:
    return ValueError(f"อ่านไตรมาส {quoted(text)} ไม่ได้ เพราะ{reason}")
