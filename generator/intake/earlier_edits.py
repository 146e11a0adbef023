"""Finds values that an officer changed in an earlier review workbook and that re-reading the document would lose.

Answering a question about a column creates a new workbook. Edits in the old one become doubts at the same cells of the
new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.intake.doubts import Doubt
from generator.intake.personal_names import without_personal_data
from generator.intake.plan_content import PlanContent
from generator.intake.workbook.book_layout import ContentPlace
from generator.intake.workbook.book_reader import ReadBook

_CODE = "INTAKE-017"
_LONGEST = 80


class _Value(NamedTuple):
    text: str
    place: ContentPlace


def lost_edits(edited: ReadBook, before: PlanContent, after: PlanContent) -> Iterator[Doubt]:
    """Yield a doubt per edit that the new content lacks.

    `before` is the content of the document without the answers: a value of the edited workbook that is in neither
    `before` nor `after` was typed, and a value in both that the workbook lacks was deleted.
    """
    typed, old, new = _values(edited.content), _values(before), _values(after)
    for key, (text, place) in typed.items():
        if text not in (_text(old, key), _text(new, key)):
            yield _doubt(f"พิมพ์ “{_short(text)}”", edited.cell_of(place), new.get(key))
    for key, value in new.items():
        if key in old and key not in typed:
            yield _doubt(f"ลบ “{_short(value.text)}”", edited.cell_of(value.place), value)


def _doubt(said: str, cell: str, value: _Value | None) -> Doubt:
    return Doubt(_CODE, said, cell, value.place if value else None)


def _text(values: dict[tuple[str | int, ...], _Value], key: tuple[str | int, ...]) -> str | None:
    found = values.get(key)
    return found.text if found else None


def _short(text: str) -> str:
    return without_personal_data(" ".join(text.split()))[:_LONGEST]


def _values(content: PlanContent) -> dict[tuple[str | int, ...], _Value]:
    """Return the texts of a plan by key path: records by id, everything else by key or index."""
    found: dict[tuple[str | int, ...], _Value] = {}

    def walk(data: Any, file: str, key: tuple[str | int, ...], path: tuple[str | int, ...]) -> None:
        if isinstance(data, dict):
            for name, one in data.items():
                walk(one, file, (*key, name), (*path, name))
        elif isinstance(data, list):
            for index, one in enumerate(data):
                own = one.get("id", index) if isinstance(one, dict) else index
                walk(one, file, (*key, own), (*path, index))
        elif data not in (None, ""):
            found[file, *key] = _Value(str(data), ContentPlace(file, path))

    for file, data in content.files.items():
        walk(data, file, (), ())
    return found
