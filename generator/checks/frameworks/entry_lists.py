"""The lists of a national document: their printed numbers, their stated counts, and their ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.frameworks.validity import entries_with_paths
from generator.checks.items import FrameworkItem, Path
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.framework import FrameworkEntry, FrameworkGroup
from generator.thai.numerals import to_arabic
from generator.thai.text import quoted

_MOST_SHOWN = 3
"""Most ids that a message names; it counts the others."""
_LAST_NUMBER = re.compile(r"([0-9]{1,4})[^0-9]*$")
_COUNT = re.compile(
    "(?:^|[ ก-๎])(?:มีทั้งหมด|มี|แบ่งเป็น|จัดเป็น|ทำเป็น|กำหนดไว้|ไว้|ครบทั้ง|มีทั้ง|รวม) ?"
    "(?P<count>[0-9๐-๙]{1,3}) ?(?P<unit>ข้อ|เรื่อง|ด้าน|วิธี|สมรรถนะ|ประการ|หัวข้อ|ขั้น|ฝ่าย|หลักสูตร|กลุ่ม|รายการ|ยุทธศาสตร์)"
)
"""Matches a count only right after a word for the list itself; `อย่างน้อย ๓ ข้อ` and `ข้อ ๓` mean something else."""


@rule(
    "FRAME-008",
    Severity.WARNING,
    title="เลขลำดับในรายการของเอกสารกรอบข้าม ซ้ำ หรือเรียงผิด",
    why="แผนอ้างรายการตามเลขลำดับ เลขที่ข้ามหรือซ้ำทำให้ไม่แน่ว่าอ้างถึงข้อใด หรืออาจมีข้อที่ตกหล่น",
    remedy="ตรวจลำดับกับต้นฉบับ ถ้าตกหล่นหรือพิมพ์ผิดตอนบันทึก ให้แก้ ถ้าเอกสารพิมพ์ไว้อย่างนั้น ให้อธิบายใน notes:",
)
def numbers_not_in_order(item: FrameworkItem) -> Iterator[Hit]:
    """Fully numbered lists whose numbers are not 1, 2, 3 ... each once."""
    for group in item.framework.groups:
        lists = [(("entries",), group.entries), *_lists_below(group)]
        for path, entries in lists:
            yield from _not_in_order(group, path, entries)


def _lists_below(group: FrameworkGroup) -> Iterator[tuple[Path, tuple[FrameworkEntry, ...]]]:
    for path, entry in entries_with_paths(group.entries, ("entries",)):
        if entry.entries:
            yield (*path, "entries"), entry.entries


def _not_in_order(group: FrameworkGroup, path: Path, entries: tuple[FrameworkEntry, ...]) -> Iterator[Hit]:
    numbers = [_number(entry) for entry in entries]
    if None in numbers or len(numbers) < 2 or numbers == list(range(1, len(numbers) + 1)):
        return
    counted = Counter(number for number in numbers if number is not None)
    missing = [number for number in range(1, max(counted) + 1) if number not in counted][:10]
    twice = [number for number, times in counted.items() if times > 1]
    wrong = [f"ข้ามเลข {listed(missing)}"] if missing else []
    wrong += [f"มีเลข {listed(twice)} ซ้ำ"] if twice else []
    index = next(place for place, number in enumerate(numbers) if number != place + 1)
    printed = " ".join(quoted(entry.number or "") for entry in entries[max(index - 1, 0) : index + 2])
    yield Hit(
        f"เลขลำดับในกลุ่ม {quoted(group.title)} {' และ'.join(wrong) or 'เรียงผิดลำดับ'} ที่ {printed}",
        (*path, index, "number"),
        file=f"{group.id}.yml",
    )


def _number(entry: FrameworkEntry) -> int | None:
    """Return the last figure of a printed number: 3 of `๔.๓.๓`, `(3)` or `หมวดที่ ๓`."""
    match = _LAST_NUMBER.search(to_arabic(entry.number or ""))
    return int(match[1]) if match else None


@rule(
    "FRAME-009",
    Severity.WARNING,
    title="จำนวนที่ระบุไม่ตรงกับรายการที่มีในกลุ่ม",
    why="จำนวนที่ไม่ตรงแสดงว่ามีรายการตกหล่น ซ้ำ หรือสรุปจำนวนผิด และข้อตรวจที่นับขั้นต่ำจากกลุ่มนี้จะผิดตาม",
    remedy="นับรายการกับต้นฉบับ แล้วแก้ entries: summary: หรือ minimum: ให้ตรง ถ้าเอกสารพิมพ์จำนวนผิด ให้อธิบายใน notes:",
)
def another_count(item: FrameworkItem) -> Iterator[Hit]:
    """A count in a group's title or summary, or a minimum to choose, that does not match the entries."""
    for group in item.framework.groups:
        file, there = f"{group.id}.yml", len(group.entries)
        if group.minimum is not None and there and group.minimum > there:
            yield Hit(f"ให้เลือกอย่างน้อย {group.minimum} รายการ แต่กลุ่มนี้มี {there} รายการ", ("minimum",), file)
        for key, text in (("title", group.title), ("summary", group.summary or "")):
            match = _COUNT.search(text)
            if match and there and int(to_arabic(match["count"])) != there:
                printed = f"{match['count']} {match['unit']}"
                yield Hit(f"ระบุว่ามี {quoted(printed)} แต่กลุ่มนี้มี {there} รายการ", (key,), file, snippet=match["count"])
                break


@rule(
    "FRAME-010",
    Severity.NOTICE,
    title="รหัสรายการซ้ำกับรายการของเอกสารกรอบอีกฉบับ",
    why="แผนอ้างรายการด้วยรหัสอย่างเดียว รหัสที่ซ้ำกันสองฉบับทำให้ไม่รู้ว่าแผนอ้างถึงรายการของฉบับใด",
    remedy="ตั้งรหัสของฉบับที่ยังไม่มีแผนใดอ้างให้ต่างออกไป รหัสที่มีแผนอ้างแล้วต้องคงไว้",
)
def ids_of_another_document(item: FrameworkItem) -> Iterator[Hit]:
    """Ids used by another document too; one finding per file of the document with the later id."""
    own = item.framework.document.id
    taken = {
        entry.id: framework.document.short_title
        for framework in item.reference.frameworks
        if framework.document.id < own
        for _, entry in framework.walk()
    }
    for group in item.framework.groups if taken else ():
        twice = [(path, one.id) for path, one in entries_with_paths(group.entries, ("entries",)) if one.id in taken]
        if twice:
            shown = listed(quoted(identifier) for _, identifier in twice[:_MOST_SHOWN])
            paths: list[Path] = [(*path, "id") for path, _ in twice]
            yield Hit(
                f"รหัส {shown} เป็นรหัสของรายการใน {quoted(taken[twice[0][1]])} อยู่แล้ว (ซ้ำทั้งหมด {len(twice)} รหัส)",
                paths[0],
                file=f"{group.id}.yml",
                also=tuple(paths[1:]),
            )
