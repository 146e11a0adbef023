"""The role of each field: printed text, our own words, a remark, a reference, money, a date ...

Stated once, in the field's annotation (`model/base.py` has a type per role). All code that treats fields differently
uses it: rules, the scan for personal data, search, roll-over, the description of the content format. A test walks the
whole model and requires a role for every field.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

Path = tuple[str | int, ...]


class Role(StrEnum):
    """Role of a field's value."""

    PRINTED = "printed"
    """Text as the document prints it."""
    NUMBER = "number"
    """The number of an item as the document prints it: `๑.`, `1.2`, `ก)`."""
    SECTION = "section"
    """A section of the document, as printed."""
    SUMMARY = "summary"
    """What the document says, in the words of the person who entered the data."""
    REMARK = "remark"
    """A remark about the document by the person who entered the data."""
    STATEMENT = "statement"
    """Text by the LAO itself: a reason, an answer, a result."""
    NAME = "name"
    """A name of the LAO, a place or a department."""
    OWN_WORD = "own_word"
    """A word of a fixed list of ours: a state, a kind, yes or no."""
    ID = "id"
    """The record's own id."""
    REFERENCE = "reference"
    """The id of another record, or its name; `of` is its kind."""
    MONEY = "money"
    PERIOD = "period"
    DATE = "date"
    YEAR = "year"
    COUNT = "count"
    CODE = "code"
    """A code of the LAO or of a rule."""
    ADDRESS = "address"
    """A web address."""
    HASH = "hash"
    FILE = "file"
    """The name of a file."""
    RECORD = "record"
    """A record with fields of its own, or several."""


TEXTS = frozenset(
    {Role.PRINTED, Role.NUMBER, Role.SECTION, Role.SUMMARY, Role.REMARK, Role.STATEMENT, Role.NAME, Role.FILE}
)
"""Roles whose value is text written by a person."""
CELLS = frozenset({Role.MONEY, Role.PERIOD, Role.DATE, Role.YEAR, Role.COUNT})
"""Roles whose value is a printed cell with a meaning."""


@dataclass(frozen=True, slots=True)
class Is:
    """Annotates a field with its role."""

    role: Role
    of: str = ""
    """For a reference: the kind of its target, such as `department`."""
    choices: tuple[tuple[str, ...], ...] = ()
    """For an own word: the accepted words of each stored value, the value itself first."""
    forms: tuple[str, ...] = ()
    """Examples of the forms of a value in YAML: a text, or lines of keys below the field's own."""

    @property
    def words(self) -> tuple[str, ...]:
        """Every accepted word of an own word."""
        return tuple(word for choice in self.choices for word in choice)


class FieldMark(StrEnum):
    """Further facts about a field."""

    MATERIAL = "material"
    """A change after approval needs an amendment (master plan, section 19).

    On a field of records: adding and removing one does, and any change in one whose own fields have no such mark.
    """
    OFFICIAL = "official"
    """Describes how the plan became official, or what was declared about it."""
    LIST_KEY = "list_key"
    """Identifies a record within its list, so that versions can be compared record by record."""
    MAY_HOLD_PERSONAL_DATA = "may_hold_personal_data"
    """Not scanned for personal data: the field is meant for it."""
    NOT_OF_THE_DOCUMENT = "not_of_the_document"
    """A statement about the data, not the document; rules about the document's text skip it."""


@dataclass(frozen=True, slots=True)
class FieldRole:
    """A field of a record with its role."""

    name: str
    is_: Is
    marks: frozenset[FieldMark]
    record: type[BaseModel] | None
    """The record in it, if any."""
    many: bool
    """Whether it contains several values."""
    has_stand_in: bool = False
    """Whether the record can be shown if this word is unreadable."""

    @property
    def role(self) -> Role:
        """The role."""
        return self.is_.role


@functools.cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldRole]:
    """Return the fields of a record with their roles, in the order of the model.

    Raises TypeError for a field without a role.
    """
    found = {}
    for name, field in model.model_fields.items():
        marks = list(marks_in(field.annotation, field.metadata))
        record = _record_in(field.annotation)
        is_ = next((mark_is for mark in marks if isinstance(mark_is := getattr(mark, "is_", mark), Is)), None)
        if is_ is None and record is not None:
            is_ = Is(Role.RECORD)
        if is_ is None:
            raise TypeError(f"{model.__name__}.{name} has no role")
        further = frozenset(mark for mark in marks if isinstance(mark, FieldMark))
        stand_in = next((mark.stand_in for mark in marks if getattr(mark, "stand_in", None)), None)
        found[name] = FieldRole(name, is_, further, record, _is_many(field.annotation), stand_in is not None)
    return types.MappingProxyType(found)


def walk_texts(
    data: Any, model: type[BaseModel] | None, path: Path = ()
) -> Iterator[tuple[Path, str, FieldRole | None]]:
    """Yield every text of plain YAML data, with its path and field.

    Texts inside a cell (`{printed: ..., date: ...}`) belong to the cell's field. A text under an unknown key comes with
    None.
    """
    if isinstance(data, list):
        for index, one in enumerate(data):
            yield from walk_texts(one, model, (*path, index))
    elif isinstance(data, dict):
        fields = fields_of(model) if model else {}
        for key, one in data.items():
            field = fields.get(key)
            if field and field.role is Role.RECORD and isinstance(one, dict | list):
                yield from walk_texts(one, field.record, (*path, key))
            else:
                yield from _texts_below(one, field, (*path, key))


def _texts_below(data: Any, field: FieldRole | None, path: Path) -> Iterator[tuple[Path, str, FieldRole | None]]:
    if isinstance(data, str):
        yield path, data, field
    elif isinstance(data, dict | list):
        for key, one in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts_below(one, field, (*path, key))


def marks_in(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    """Yield the annotations of a type, outermost first."""
    yield from metadata
    if typing.get_origin(annotation) is typing.Annotated:
        base, *inner = typing.get_args(annotation)
        yield from inner
        yield from marks_in(base)
        return
    for argument in typing.get_args(annotation):
        yield from marks_in(argument)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in typing.get_args(annotation):
        found = _record_in(argument)
        if found:
            return found
    return None


def _is_many(annotation: Any) -> bool:
    if typing.get_origin(annotation) in (tuple, dict):
        return True
    return any(_is_many(argument) for argument in typing.get_args(annotation))
