"""Thai names of fields and of the things in them, from the model's docstrings."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from generator.model.description import docstrings
from generator.model.roles import TEXTS, FieldMark, FieldRole, Role, fields_of

_NAMES = ("name", "title", "position")


@cache
def label_of(model: type, field: str) -> str:
    """Return the Thai term of a field, without its unit."""
    return docstrings(model).get(field, "").partition(":")[0].partition(" (")[0].strip()


@cache
def key_of(model: type[BaseModel]) -> FieldRole | None:
    """Return the field that identifies the records of a list; None if there is none."""
    return next((field for field in fields_of(model).values() if FieldMark.LIST_KEY in field.marks), None)


@cache
def name_field(model: type[BaseModel]) -> FieldRole | None:
    """Return the field that names a record: its name or title, its first required text, or its reference."""
    fields = fields_of(model)
    single = [field for field in fields.values() if not field.many]
    texts = [field for field in single if field.role in TEXTS - {Role.SECTION, Role.REMARK}]
    candidates = (
        *(fields[name] for name in _NAMES if name in fields and fields[name].role in TEXTS),
        *(field for field in texts if model.model_fields[field.name].is_required()),
        *(field for field in single if field.role in (Role.REFERENCE, Role.OWN_WORD)),
        *texts,
        None,
    )
    return candidates[0]
