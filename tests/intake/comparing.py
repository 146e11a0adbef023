"""Compares a reviewed document with its plan, per field: exact, equal in value, reported, or silent (lost)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.intake.plan_content import PlanContent
from generator.intake.reviewing import Review
from generator.intake.workbook.book_layout import ContentPlace
from generator.model.project import ProjectTable
from generator.thai.numerals import to_arabic
from generator.thai.period_cells import PeriodKind, PeriodReading

_OURS = frozenset({"note", "evidence", "wordings"})
"""Fields that no document contains."""


FATES = ("exact", "equal", "reported", "silent")
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "projects": ("projects", ("projects",)),
    "positions": ("idp", ("rows",)),
    "matrix": ("plan", ("budget_matrix", "rows")),
}
"""File and keys of the compared records, by part."""


def fates(review: Review, wanted: PlanContent) -> Counter[str]:
    """Return the number of exact, equal, reported and silent fields, and a `silent ...` key per silent field."""
    found: Counter[str] = Counter()
    for part in PARTS:
        found += fates_of(part, review, wanted)
    return found


def fates_of(part: str, review: Review, wanted: PlanContent) -> Counter[str]:
    """Return the same for one part of the plan."""
    file, keys = PARTS[part]
    found: Counter[str] = Counter()
    reported = {one.place for one in review.doubts if one.place}
    mine, theirs = _at(review.content.of(file), keys), _at(wanted.of(file), keys)
    for index, record in enumerate(theirs):
        own = mine[index] if index < len(mine) else {}
        around = ContentPlace(file, (*keys, index))
        for name, value in record.items():
            if name not in _OURS:
                fate = _fate(own.get(name), value, name, around, reported)
                found[fate] += 1
                if fate == "silent":
                    found[f"silent {around.path} {name}"] += 1
    return found


def _at(data: Any, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    for key in keys:
        data = data.get(key, {})
    return data or []


def _fate(mine: Any, theirs: Any, name: str, around: ContentPlace, reported: set[ContentPlace | None]) -> str:
    if name == "skills":  # groups of competencies are inferred, not printed
        mine, theirs = _without_groups(mine), _without_groups(theirs)
    if mine == theirs:
        return "exact"
    if plain(mine) == plain(theirs):
        return "equal"
    if name == "periods" and _quarters(mine) == _quarters(theirs):  # offices put their own mark before the quarters
        return "equal"
    # An id is made from the printed number, so its doubt is at the number.
    at = ContentPlace(around.file, (*around.path, "number" if name == "id" else name))
    is_reported = any(
        one and one.file == at.file and (one.path[: len(at.path)] == at.path or one == around) for one in reported
    )
    return "reported" if is_reported else "silent"


def _quarters(periods: Any) -> list[tuple[tuple[int, ...], PeriodReading | str]]:
    read = ProjectTable.model_validate({"projects": [{"id": "a", "name": "ก", "periods": periods}]}).projects[0].periods
    return [
        (tuple(cell.heading.years), cell.printed if cell.read.kind is PeriodKind.UNREAD else cell.read)
        for cell in read.columns
    ]


def _without_groups(items: Any) -> Any:
    return [{key: value for key, value in one.items() if key != "competencies"} for one in items or []]


def plain(value: Any) -> Any:
    """Return a value without spaces and commas, in Arabic digits."""
    if isinstance(value, str):
        return "".join(to_arabic(value).replace(",", "").split())
    if isinstance(value, dict):
        return {plain(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
