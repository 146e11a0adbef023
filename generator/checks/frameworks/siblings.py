"""Entries of one list of a national document compared: numbers, digits, ranges; and one list printed twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from generator.checks.frameworks.validity import entries_with_paths
from generator.checks.items import FrameworkItem, Path
from generator.checks.memos import folded
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.framework import FrameworkEntry
from generator.thai.numerals import to_arabic
from generator.thai.text import quoted

_KEEP = "ตรวจกับต้นฉบับ ถ้าบันทึกผิด ให้แก้ข้อมูล ถ้าเอกสารพิมพ์ไว้อย่างนั้น ให้คงไว้และอธิบายใน notes:"
_RANGE = re.compile(
    r"(?P<bound>ไม่เกิน|ไม่น้อยกว่า|ไม่ต่ำกว่า|ตั้งแต่)(?:ระยะเวลา)? ?(?P<count>[0-9๐-๙]{1,6}) ?(?P<unit>ปี|เดือน|วัน|คน|บาท|ชั่วโมง)"
)
_MOST = "ไม่เกิน"
_ALIKE = 0.6
"""Smallest similarity of two wordings of one entry."""
_FEWEST_ENTRIES, _FEWEST_THE_SAME = 3, 0.5

_List = tuple[str, Path, tuple[FrameworkEntry, ...]]


def _lists(item: FrameworkItem) -> Iterator[_List]:
    """Yield each list with its group and its path."""
    for group in item.framework.groups:
        yield group.id, ("entries",), group.entries
        for path, entry in entries_with_paths(group.entries, ("entries",)):
            if entry.entries:
                yield group.id, (*path, "entries"), entry.entries


@rule(
    "FRAME-011",
    Severity.NOTICE,
    title="รายการที่ไม่มีเลขลำดับ ขณะที่รายการอื่นในชุดเดียวกันมี",
    why="แผนอ้างรายการตามเลขลำดับ รายการที่ไม่มีเลขจึงอ้างไม่ได้ หรือเป็นส่วนหนึ่งของรายการก่อนหน้า",
    remedy=_KEEP,
)
def sibling_without_a_number(item: FrameworkItem) -> Iterator[Hit]:
    """Lists with some unnumbered entries among a majority of numbered ones; one finding per list."""
    for group, path, entries in _lists(item):
        bare = [index for index, entry in enumerate(entries) if not entry.number]
        if bare and len(bare) * 2 < len(entries):
            yield Hit(
                f"{quoted(entries[bare[0]].name)} ไม่มีเลขลำดับ ขณะที่อีก {len(entries) - len(bare)} รายการในชุดเดียวกันมี",
                (*path, bare[0], "name"),
                f"{group}.yml",
                also=tuple((*path, index, "name") for index in bare[1:]),
            )


@rule(
    "FRAME-012",
    Severity.NOTICE,
    title="เลขลำดับในชุดเดียวกันใช้ทั้งเลขไทยและเลขอารบิก",
    why="ผู้ที่ค้นข้อตามเลขที่พิมพ์จะไม่พบข้อที่ใช้เลขอีกแบบ",
    remedy=_KEEP,
)
def numbers_of_two_scripts(item: FrameworkItem) -> Iterator[Hit]:
    """A list numbered in both Thai and Arabic digits; one number that mixes both is left to TEXT-109 or 132."""
    for group, path, entries in _lists(item):
        places: dict[bool, list[int]] = defaultdict(list)
        for index, entry in enumerate(entries):
            is_thai, is_arabic = re.search("[๐-๙]", entry.number or ""), re.search("[0-9]", entry.number or "")
            if bool(is_thai) != bool(is_arabic):
                places[bool(is_thai)].append(index)
        if len(places) == 2:
            fewer, more = sorted(places.values(), key=lambda one: (len(one), one[0]))
            yield Hit(
                f"เลขลำดับ {quoted(entries[fewer[0]].number or '')} กับ {quoted(entries[more[0]].number or '')} "
                "ในชุดเดียวกันเป็นเลขคนละแบบ",
                (*path, fewer[0], "number"),
                f"{group}.yml",
                also=tuple((*path, index, "number") for index in fewer[1:]),
            )


@rule(
    "FRAME-013",
    Severity.WARNING,
    title="รายการชุดเดียวกันพิมพ์สองแห่งด้วยถ้อยคำต่างกัน",
    why="ผู้ที่อ้างรายการไม่รู้ว่าถ้อยคำใดเป็นทางการ และชื่อที่ต่างกันทำให้เทียบแผนต่าง ๆ ไม่ได้",
    remedy=_KEEP,
)
def one_list_in_two_wordings(item: FrameworkItem) -> Iterator[Hit]:
    """Two lists of equal length with at least half the entries the same and the others similar, in the same order."""
    by_length: dict[int, list[_List]] = defaultdict(list)
    for one in _lists(item):
        if len(one[2]) >= _FEWEST_ENTRIES:
            by_length[len(one[2])].append(one)
    for lists in by_length.values():
        seen: dict[tuple[int, str], _List] = {}
        for one in lists:
            keys = [(index, folded(entry.name)) for index, entry in enumerate(one[2])]
            first = next((seen[key] for key in keys if key in seen), None)
            for key in keys:
                seen.setdefault(key, one)
            if first:
                yield from _differing(first, one)


def _differing(first: _List, second: _List) -> Iterator[Hit]:
    names = [(folded(one.name), folded(other.name)) for one, other in zip(first[2], second[2], strict=True)]
    others = [index for index, (one, other) in enumerate(names) if one != other]
    if not others or len(others) > len(names) * (1 - _FEWEST_THE_SAME):
        return
    if all(Indel.normalized_similarity(*names[index]) >= _ALIKE for index in others):
        at = others[0]
        yield Hit(
            f"พิมพ์ว่า {quoted(second[2][at].name)} แต่ในรายการชุดเดียวกันอีกแห่งพิมพ์ว่า {quoted(first[2][at].name)}"
            + (f" (ต่างกัน {len(others)} รายการ)" if len(others) > 1 else ""),
            (*second[1], at, "name"),
            f"{second[0]}.yml",
            also=tuple((*second[1], index, "name") for index in others[1:]),
        )


@rule(
    "FRAME-015",
    Severity.NOTICE,
    title="ช่วงของสองรายการในชุดเดียวกันซ้อนกันที่ปลายช่วง",
    why="ผู้ที่อยู่ที่ปลายช่วงพอดีเข้าได้ทั้งสองรายการ อปท. จึงอาจจัดกลุ่มต่างกัน",
    remedy=_KEEP,
)
def ranges_that_touch(item: FrameworkItem) -> Iterator[Hit]:
    """`ไม่เกิน 2 ปี` in one entry and `ไม่น้อยกว่า 2 ปี` in another; one finding for both."""
    for group, path, entries in _lists(item):
        ends: dict[tuple[str, str], tuple[int, str]] = {}
        starts: dict[tuple[str, str], tuple[int, str, str]] = {}
        for index, entry in enumerate(entries):
            for key, text in (("name", entry.name), ("summary", entry.summary or "")):
                for found in _RANGE.finditer(text):
                    measure = (to_arabic(found["count"]), found["unit"])
                    if found["bound"] == _MOST:
                        ends.setdefault(measure, (index, found[0]))
                    else:
                        starts.setdefault(measure, (index, found[0], key))
        for measure in sorted(ends.keys() & starts.keys()):
            (first, most), (second, least, key) = ends[measure], starts[measure]
            if first != second:
                yield Hit(
                    f"{quoted(most)} ของ {quoted(entries[first].name)} กับ {quoted(least)} ของ "
                    f"{quoted(entries[second].name)} รวม {' '.join(measure)} พอดีไว้ทั้งคู่",
                    (*path, second, key),
                    f"{group}.yml",
                    least,
                )
