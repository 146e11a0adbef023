"""Finds rows that repeat earlier ones in the same order, as a second copy or a second plan in the documents does.

In: the plan as read, with its origins. Out: one doubt per sheet; no row is removed, because an office may print a table
twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.intake.doubts import Doubt
from generator.intake.plan_builder import PlanBuilder
from generator.intake.workbook.book_layout import ContentPlace, Path
from generator.intake.workbook.plan_sheets import LIST_SHEETS
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

_FIELDS = {
    "matrix": ("strategy",),
    "idp": ("department", "staff_category", "position"),
    "members": ("position", "role"),
    "survey": ("department", "printed"),
    "request_steps": ("text",),
    "alignment": ("local_strategy",),
}
"""What identifies a row, by sheet; projects have `_project_keys`."""
_LEAST_SHARE = 3
"""A third of the rows must repeat, except projects: two schools of an office have the same positions."""


class _Keys(NamedTuple):
    """What names a row, and the names of earlier rows that it would repeat."""

    own: frozenset[Hashable]
    repeated: frozenset[Hashable]


def repeated_rows(builder: PlanBuilder) -> Iterator[Doubt]:
    """Yield a doubt per sheet with rows that repeat others."""
    for spec in LIST_SHEETS:
        records = _records(builder.content.of(spec.file), spec.path)
        is_projects = spec.key == "projects"
        if not is_projects and spec.key not in _FIELDS:
            continue
        keys = list(_project_keys(records)) if is_projects else [_keys(one, _FIELDS[spec.key]) for one in records]
        runs = list(_runs(keys))
        count = sum(length for _, _, length in runs)
        if not count or (not is_projects and _LEAST_SHARE * count < len(records)):
            continue
        first, again, _ = runs[0]
        place = ContentPlace(spec.file, (*spec.path, again))
        sources = [_source(builder, ContentPlace(spec.file, (*spec.path, index))) for index in (again, first)]
        yield Doubt(
            "INTAKE-013",
            f"แผ่น “{spec.name}” มี {count:,} แถว ตั้งแต่ {sources[0]} ที่ซ้ำกับแถวตั้งแต่ {sources[1]} "
            "จึงอาจเป็นสองแผนหรือสองสำเนา นำมาทั้งสองแห่ง ไม่ได้ตัดแถวใดออก",
            sources[0],
            place,
            remedy=f"ถ้าเป็นสองแผนหรือสองสำเนา ให้แยกเป็นไฟล์ละแผนแล้วอ่านใหม่ หรือลบแถวที่ไม่ใช่ของแผนนี้ออกจากแผ่น “{spec.name}” "
            "ถ้าเอกสารพิมพ์ซ้ำโดยตั้งใจ ให้เลือก “ดูแล้ว”",
        )


def _records(data: Any, path: Path) -> list[Any]:
    for key in path:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data if isinstance(data, list) else []


def _keys(record: dict[str, Any], fields: Sequence[str]) -> _Keys:
    stated = tuple(_plain(record.get(field)) for field in fields)
    own = frozenset[Hashable]([stated] if any(stated) else [])
    return _Keys(own, own)


def _project_keys(records: Sequence[dict[str, Any]]) -> Iterator[_Keys]:
    """Yield the name of each project, and its number in its tactic or in the rows of its strategy.

    Without a tactic, numbers count only after rows of another strategy: they restart where a tactic was not recognised.
    """
    blocks: dict[str, int] = {}
    before: str | None = None
    for one in records:
        strategy, tactic, number = (_plain(one.get(key)) for key in ("strategy", "tactic", "number"))
        if strategy != before:
            blocks[strategy] = blocks.get(strategy, 0) + 1
        before = strategy
        same: set[Hashable] = {("name", _plain(one.get("name")))} if one.get("name") else set()
        block = blocks[strategy]
        own, repeated = set(same), same
        if number and tactic:
            own.add((tactic, number))
            repeated.add((tactic, number))
        elif number and strategy:
            own.add((strategy, number, block))
            repeated |= {(strategy, number, earlier) for earlier in range(1, block)}
        yield _Keys(frozenset(own), frozenset(repeated))


def _runs(keys: Sequence[_Keys]) -> Iterator[tuple[int, int, int]]:
    """Yield index of the original, index of the repetition, and length, for at least two different rows."""
    first: dict[Hashable, int] = {}
    at = 0
    while at < len(keys):
        start = min((first[key] for key in keys[at].repeated if key in first), default=at)
        length = 0
        while at + length < len(keys) and start + length < at:
            if not keys[start + length].own & keys[at + length].repeated:
                break
            length += 1
        if length > 1 and len({one.own for one in keys[at : at + length]}) > 1:
            yield start, at, length
        for one in keys[at : at + max(length, 1)]:
            for key in one.own:
                first.setdefault(key, at)
            at += 1


def _source(builder: PlanBuilder, record: ContentPlace) -> str:
    length = len(record.path)
    return next(
        (
            source
            for place, source in builder.origins.items()
            if place.file == record.file and place.path[:length] == record.path
        ),
        "",
    )


def _plain(value: Any) -> str:
    return fold_for_comparison(to_arabic(str(value or ""))).replace(" ", "")
