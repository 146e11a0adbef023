"""Days and numbers of a national document that contradict each other: its dates, resolutions and letters."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.checks.items import FrameworkItem
from generator.checks.printed_years import day_in, thai_day, year_fits, year_of_number
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.framework import FrameworkLetter
from generator.thai.dates import BE_MINUS_CE
from generator.thai.text import fold_for_comparison, quoted

_KEEP = "ตรวจกับต้นฉบับ ถ้าบันทึกผิด ให้แก้ข้อมูล ถ้าเอกสารพิมพ์ไว้อย่างนั้น ให้คงไว้ทั้งสองแห่งและอธิบายใน notes:"
_SHORTEST_NUMBER = 3
"""From this many digits, letter numbers that differ in one are a typing mistake, not two letters of the same day."""


@rule(
    "FRAME-004",
    Severity.WARNING,
    title="เหตุการณ์เดียวกันในเอกสารกรอบลงวันที่ไม่ตรงกัน",
    why="ผู้ที่อ้างเอกสารต้องระบุวันที่ให้ถูก เมื่อเอกสารพิมพ์ไว้สองวัน ผู้อ้างควรทราบก่อนเลือกใช้วันใด",
    remedy=_KEEP,
)
def one_event_on_two_days(item: FrameworkItem) -> Iterator[Hit]:
    """One event with two dates; labels are compared up to `ตามที่`."""
    dates = item.framework.document.dates
    by_event: dict[str, list[int]] = defaultdict(list)
    for index, date in enumerate(dates):
        if date.date:
            by_event[fold_for_comparison(date.label.partition("ตามที่")[0])].append(index)
    for event, indexes in by_event.items():
        others = [index for index in indexes if dates[index].date != dates[indexes[0]].date]
        if event and others:
            first = dates[indexes[0]]
            both = " ".join(
                f"และ {quoted(dates[index].printed)} ({dates[index].section or 'ไม่ระบุส่วน'})" for index in others
            )
            yield Hit(
                f"{first.label.partition('ตามที่')[0].strip()}พิมพ์ไว้ไม่ตรงกัน คือ {quoted(first.printed)} "
                f"({first.section or 'ไม่ระบุส่วน'}) {both}",
                ("dates", indexes[0], "printed"),
                also=tuple(("dates", index, "printed") for index in others),
            )


@rule(
    "FRAME-005",
    Severity.WARNING,
    title="เลขที่หนังสือฉบับเดียวกันพิมพ์ไม่ตรงกัน",
    why="เลขที่หนังสือใช้ค้นต้นเรื่อง เลขที่ต่างกันเพียงหลักเดียวในวันเดียวกันน่าจะเป็นหนังสือฉบับเดียวที่พิมพ์ผิดแห่งหนึ่ง",
    remedy=_KEEP,
)
def one_letter_with_two_numbers(item: FrameworkItem) -> Iterator[Hit]:
    """Letters of one office and one day whose numbers differ in a digit, or about the same matter."""
    letters = item.framework.document.letters
    for (first, one), (second, other) in combinations(enumerate(letters), 2):
        if _seem_one(one, other):
            day = f"ลงวันที่ {thai_day(one.date)} " if one.date else ""
            yield Hit(
                f"หนังสือ{day}น่าจะเป็นฉบับเดียวกัน แต่พิมพ์เลขที่ {quoted(one.number)} ใน{one.section or 'แห่งหนึ่ง'} "
                f"และ {quoted(other.number)} ใน{other.section or 'อีกแห่งหนึ่ง'}",
                ("letters", second, "number"),
                also=(("letters", first, "number"),),
            )


def _seem_one(one: FrameworkLetter, other: FrameworkLetter) -> bool:
    if not one.date or one.date != other.date:
        return False
    first, second = fold_for_comparison(one.number), fold_for_comparison(other.number)
    office, other_office = first.partition("/")[0], second.partition("/")[0]
    if first == second or office != other_office:
        return False
    if one.subject and other.subject:
        return fold_for_comparison(one.subject) == fold_for_comparison(other.subject)
    differing = sum(a != b for a, b in zip(first, second, strict=True)) if len(first) == len(second) else 0
    return differing == 1 and len(first.partition("/")[2]) >= _SHORTEST_NUMBER


@rule(
    "FRAME-006",
    Severity.WARNING,
    title="ปีในครั้งที่ประชุมของมติไม่ตรงกับปีของวันที่",
    why="ครั้งที่ประชุมใช้ค้นมติต้นเรื่อง ถ้าปีไม่ตรงกับวันที่ แสดงว่าเลขหรือวันที่ผิดไปแห่งหนึ่ง",
    remedy=_KEEP,
)
def meeting_of_another_year(item: FrameworkItem) -> Iterator[Hit]:
    """A meeting numbered for another year: 6/2566 is held in 2566."""
    for index, resolution in enumerate(item.framework.document.resolutions):
        year = year_of_number(resolution.meeting) if resolution.meeting else None
        if year and resolution.date and not year_fits(year, resolution.date):
            yield Hit(
                f"การประชุมครั้งที่ {quoted(resolution.meeting or '')} เป็นของปี {year} "
                f"แต่วันที่มีมติคือ {thai_day(resolution.date)} ซึ่งอยู่ในปี {resolution.date.year + BE_MINUS_CE}",
                ("resolutions", index, "meeting"),
            )


@rule(
    "FRAME-007",
    Severity.WARNING,
    title="วันที่ที่บันทึกไม่ตรงกับข้อความที่พิมพ์ในเอกสารกรอบ",
    why="เว็บไซต์นี้แสดงทั้งข้อความที่พิมพ์และวันที่ที่บันทึก ถ้าไม่ตรงกัน ผู้อ่านจะเห็นสองวันในที่เดียวกัน",
    remedy="แก้ date: ให้ตรงกับข้อความใน printed: หรือแก้ printed: ถ้าคัดลอกผิด",
)
def entered_as_another_day(item: FrameworkItem) -> Iterator[Hit]:
    """A printed day that differs from its entered day, or from the resolution day of the meeting in its label."""
    document = item.framework.document
    meetings = {
        fold_for_comparison(resolution.meeting): resolution.date
        for resolution in document.resolutions
        if resolution.meeting and resolution.date
    }
    for index, date in enumerate(document.dates):
        printed = day_in(date.printed)
        if printed and date.date and printed != date.date:
            message = f"พิมพ์ว่า {quoted(date.printed)} แต่บันทึกเป็นวันที่ {thai_day(date.date)}"
            yield Hit(message, ("dates", index, "date"))
        elif resolved := _resolved(date.label, date.date, meetings):
            meeting, day = resolved
            yield Hit(
                f"{quoted(date.label)} คือ {quoted(date.printed)} แต่มติในการประชุมครั้งที่ {quoted(meeting)} "
                f"ลงวันที่ {thai_day(day)}",
                ("dates", index, "date"),
            )


def _resolved(
    label: str, day: datetime.date | None, meetings: dict[str, datetime.date]
) -> tuple[str, datetime.date] | None:
    """Return the meeting named in a label and the day of its resolution, if that is another day."""
    folded = fold_for_comparison(label)
    for meeting, resolved in meetings.items():
        if day and folded.endswith(f"ครั้งที่{meeting}") and resolved != day:
            return meeting, resolved
    return None
