"""Check that the entries of each list are numbered from 1 without gaps or repeats, and that each number is readable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.items import LaoItem, PlanItem
from generator.checks.numbering.printed_numbers import Printed, is_blank_or_bullet
from generator.checks.numbering.series import NumberedEntry, Series, series_of
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.text import quoted

REMEDY = (
    "เทียบกับเอกสารต้นทาง ถ้าคัดลอกตกหรือผิด ให้แก้และประกาศไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged:"
)
"""Remedy for numbers that the document itself may print."""

_MAY_BE_A_NUMBER = re.compile("(?![0-9๐-๙]{1,3},[0-9๐-๙]{3})[^0-9๐-๙]{0,20}[0-9๐-๙]{1,4}(?![0-9๐-๙])")
"""`๑-๒`, `1/2567`, and `๑o`, which the text rules report; not words alone, nor an amount of money."""
_UNKNOWN = 1_000_000
"""Numbers assumed to be between two entries if those between them are unreadable."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """One mistake in the numbering of a list."""

    series: Series
    entries: tuple[NumberedEntry, ...]
    """Where it shows."""
    words: str
    """The mistake, in Thai, after the name of the list."""
    of_number: bool = True
    """Whether it is about a printed number, not about an entry without one."""


@rule(
    "NUMBER-001",
    Severity.WARNING,
    title="ลำดับที่ที่พิมพ์ข้ามไป หรือไม่เริ่มจากลำดับแรก",
    why="ลำดับที่หายไปอาจหมายถึงรายการที่ตกหล่น คณะกรรมการและผู้อ่านไม่อาจรู้ว่ามีรายการนั้นหรือไม่",
    remedy=REMEDY,
)
def gap(item: PlanItem) -> Iterator[Hit]:
    """A number missing between two neighbours or before the first, and nowhere else in the list."""
    yield from _hits(slip for series in series_of(item) for slip in _gaps(series, begins=not item.is_partial))


def _gaps(series: Series, *, begins: bool) -> Iterator[_Slip]:
    first = True
    there = {(one.number.series, one.number.last) for one in series.entries if one.number}
    for before, entry, number, unnumbered in _steps(series):
        if before is None:
            if first and begins and series.begins and number.last > 1 + unnumbered:
                yield from _late_beginning(series, entry, number)
        elif number.last > before.last + 1 + unnumbered and any(
            (number.series, skipped) not in there for skipped in range(before.last + 1, number.last)
        ):
            # A list printed in two columns may read 17 19 18: nothing is missing, and NUMBER-002 reports the order.
            yield _Slip(series, (entry,), f"ข้ามจาก {quoted(before.text)} ไป {quoted(entry.text)}")
        first = False


def _late_beginning(series: Series, entry: NumberedEntry, number: Printed) -> Iterator[_Slip]:
    """Yield the missing numbers before a late first one; a list may continue the one before it."""
    last = next((one for one in reversed(series.before) if one.number and one.number.series == number.series), None)
    if last is None or last.number is None or number.last <= last.number.last:
        yield _Slip(series, (entry,), f"เริ่มที่ {quoted(entry.text)} ไม่มีลำดับก่อนหน้า")
    elif number.last > last.number.last + 1:
        yield _Slip(series, (entry,), f"เริ่มที่ {quoted(entry.text)} ขณะที่รายการก่อนหน้าจบที่ {quoted(last.text)}")


@rule(
    "NUMBER-002",
    Severity.WARNING,
    title="ลำดับที่ที่พิมพ์ซ้ำหรือย้อนกลับ",
    why="เมื่อสองรายการมีลำดับเดียวกัน ผู้ที่อ้างถึงลำดับนั้นไม่อาจรู้ว่าหมายถึงรายการใด",
    remedy=REMEDY,
)
def repeat(item: PlanItem) -> Iterator[Hit]:
    """A number not larger than the one before it; a list that restarts with 1 is another list."""
    yield from _hits(slip for series in series_of(item) for slip in _repeats(series))


def _repeats(series: Series) -> Iterator[_Slip]:
    for before, entry, number, _ in _steps(series):
        if before is None or number.last > before.last:
            continue
        if number.last == before.last:
            yield _Slip(series, (entry, before.entry), f"พิมพ์ {quoted(entry.text)} ซ้ำกันสองรายการ")
        else:
            yield _Slip(series, (entry,), f"ย้อนกลับ พิมพ์ {quoted(before.text)} แล้วตามด้วย {quoted(entry.text)}")


@rule(
    "NUMBER-003",
    Severity.WARNING,
    title="ช่องลำดับที่มีข้อความที่ไม่ใช่เลขลำดับ",
    why="ข้อความของช่องอื่นอาจเลื่อนมาอยู่ในช่องลำดับที่ ทำให้ช่องที่เหลือของแถวเลื่อนตาม",
    remedy="เทียบแถวนี้กับเอกสารต้นทางทุกช่อง ถ้าคัดลอกผิดช่อง ให้แก้และประกาศไว้ใน corrections: ถ้าเอกสารไม่มีลำดับ ให้เว้นว่าง",
)
def no_number(item: PlanItem) -> Iterator[Hit]:
    """A number that is neither a figure nor a letter; one finding per list."""
    for series in series_of(item):
        wrong = tuple(
            one
            for one in series.entries
            if one.number is None and not is_blank_or_bullet(one.printed) and not _MAY_BE_A_NUMBER.match(one.text)
        )
        if wrong:
            many = f" รวม {len(wrong)} รายการ" if len(wrong) > 1 else ""
            yield from _hits([_Slip(series, wrong, f"พิมพ์ว่า {quoted(wrong[0].text)} ซึ่งไม่ใช่เลขลำดับ{many}")])


@rule(
    "NUMBER-004",
    Severity.WARNING,
    title="รายการไม่มีเลขลำดับ ขณะที่รายการอื่นในชุดเดียวกันมี",
    why="รายการที่ไม่มีเลขอาจเป็นข้อความต่อจากรายการก่อนหน้า หรือเป็นอีกรายการหนึ่ง จึงนับและอ้างถึงไม่ได้แน่นอน",
    remedy=REMEDY,
)
def unnumbered(item: PlanItem) -> Iterator[Hit]:
    """A few unnumbered entries in a list of mostly numbered ones; one finding per list."""
    slips = []
    for series in series_of(item):
        bare = [index for index, one in enumerate(series.entries, start=1) if is_blank_or_bullet(one.printed)]
        numbered = sum(one.number is not None for one in series.entries)
        if bare and numbered >= 2 and len(bare) < numbered:
            which = f"รายการที่ {bare[0]}" if len(bare) == 1 else f"{len(bare)} รายการ ตั้งแต่รายการที่ {bare[0]}"
            entries = tuple(series.entries[index - 1] for index in bare)
            slips.append(_Slip(series, entries, f"ไม่มีเลขลำดับที่{which} ขณะที่อีก {numbered} รายการมี", of_number=False))
    yield from _hits(slips)


@rule(
    "NUMBER-005",
    Severity.WARNING,
    title="ลำดับที่ในแนวทางการพัฒนาข้ามหรือซ้ำ",
    why="ลำดับที่หายไปอาจหมายถึงข้อที่ตกหล่น และลำดับที่ซ้ำทำให้อ้างถึงไม่ได้แน่นอน",
    remedy="เทียบกับเอกสารต้นทาง ถ้าคัดลอกตกหรือผิด ให้แก้ ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้",
)
def guidelines(item: LaoItem) -> Iterator[Hit]:
    """The same in the items of guidelines without a plan."""
    for index, one in enumerate(item.lao_folder.guidelines):
        entries = tuple(NumberedEntry(entry.number, (index, "items", place)) for place, entry in enumerate(one.items))
        series = Series("แนวทาง", f"ใน {quoted(one.title)}", entries, "guidelines.yml")
        begins = one.source.extent == "full"
        yield from _hits([*_gaps(series, begins=begins), *_repeats(series)])


@dataclass(frozen=True, slots=True)
class _Before:
    """The previous number, and its entry."""

    last: int
    entry: NumberedEntry

    @property
    def text(self) -> str:
        return self.entry.text


def _steps(series: Series) -> Iterator[tuple[_Before | None, NumberedEntry, Printed, int]]:
    """Yield each numbered entry with the previous one, and how many between them have no number."""
    before: dict[str, _Before] = {}
    bare = 0
    for entry in series.entries:
        number = entry.number
        if number is None:
            bare += 1 if is_blank_or_bullet(entry.printed) else _UNKNOWN
            continue
        last = before.get(number.series)
        anew = last is not None and number.last == 1 and last.last > 1
        yield None if anew else last, entry, number, bare
        before[number.series] = _Before(number.last, entry)
        bare = 0


def _hits(slips: Iterable[_Slip]) -> Iterator[Hit]:
    """Yield hits; the same slip in parallel lists is one."""
    merged: dict[tuple[str, str, str], list[_Slip]] = {}
    for slip in slips:
        of = "" if slip.series.alike else slip.series.of
        merged.setdefault((slip.series.what, of, slip.words), []).append(slip)
    for (what, _, words), group in merged.items():
        series = group[0].series
        others = f" และอีก {len(group) - 1} ตำแหน่ง" if len(group) > 1 else ""
        paths = [(*one.path, "number") if slip.of_number else one.path for slip in group for one in slip.entries]
        lead = "ลำดับที่ของ" if group[0].of_number else ""
        yield Hit(
            f"{lead}{what}{series.of}{others} {words}", paths[0], series.file, also=tuple(dict.fromkeys(paths[1:]))
        )
