"""Converts ticks under months, as in the yearly form ผด.02, to one text: the ticked headings with their year.

The heading above or the set of months decides between calendar and fiscal year; otherwise the text is reported as
doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.table_headings import HeadedColumn, month_of
from generator.thai.text import fold_for_comparison

_YEAR = re.compile("2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2}")
_FISCAL = re.compile("งบ")


def months_text(ticked: Sequence[HeadedColumn], columns: Sequence[HeadedColumn]) -> tuple[str, bool]:
    """Return the ticked months as one text, and whether the year of each is certain."""
    found: list[str] = []
    is_certain = True
    for column in ticked:
        above = column.middle or column.head
        year = _YEAR.search(above)
        if year is None:
            found.append(column.child)
            is_certain = False
            continue
        months = {month_of(one.child) for one in columns if (one.middle or one.head) == above}
        crosses = bool(months & {10, 11, 12}) and bool(months & set(range(1, 10)))
        if _FISCAL.search(above) or crosses:
            found.append(f"{column.child} ปีงบประมาณ {year[0]}")
        else:
            found.append(f"{column.child} {year[0]}")
            is_certain = is_certain and "พศ" in fold_for_comparison(above).replace(".", "").replace(" ", "")
    return ", ".join(found), is_certain
