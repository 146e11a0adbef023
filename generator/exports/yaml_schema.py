"""JSON Schema (draft-07) of the YAML files for editors, generated from the model.

In: the records of `model/description.py`. Out: one schema per file. It checks keys, lists and groups, and suggests
accepted words and forms; it rejects no text, because printed values stay as printed. `phaen check` checks meanings.
Parses the source of the model, which is slow, so it is called once per build.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, BeforeValidator, WrapValidator

from generator import addresses
from generator.model.description import FILES, docstrings
from generator.model.guidelines import Guidelines
from generator.model.roles import FieldRole, Role, fields_of, marks_in
from generator.words import interface

Schema = dict[str, Any]

SCHEMA_NAMES = {
    "lao.yml": "lao",
    "plan.yml": "plan",
    "projects.yml": "projects",
    "idp.yml": "idp",
    "results/<ปีงบประมาณ>.yml": "results",
    "guidelines.yml": "guidelines",
    "frameworks/<document>/document.yml": "framework-document",
    "frameworks/<document>/<group>.yml": "framework-group",
    "frameworks/ita/<ปีงบประมาณ>.yml": "assessment-year",
}
"""File of the content format -> name of its schema, permanent: published as `/data/schema/<name>.json`."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Reading treats all scalars as text, but editors parse `2567` as a number and `true` as a boolean."""
_UNKNOWN_WORD: Schema = {"type": ["string", "number"]}
"""A text beside the accepted words; with `boolean`, editors would offer true and false."""
_NOTHING: Schema = {"type": "null"}
"""A key without a value, which reading leaves out."""
_BY_YEAR = frozenset({Role.MONEY, Role.PERIOD})
"""Roles whose value may be a group of years with one cell each."""
_MOST_EXAMPLES = 8


def schema_files() -> dict[str, bytes]:
    """Return the schemas by path below the site."""
    return {addresses.yaml_schema(SCHEMA_NAMES[file]).removeprefix("/"): schema_file(file) for file in FILES}


@cache
def schema_file(file: str) -> bytes:
    """Return the schema of one of FILES as bytes."""
    return (json.dumps(yaml_schema(file), ensure_ascii=False, indent=1) + "\n").encode()


def yaml_schema(file: str) -> Schema:
    """Return the schema of one of FILES."""
    model = FILES[file]
    top = _record(model)
    title = f"{top['title']} ({file})"
    return {
        "$schema": _DRAFT,
        **({"title": title, "type": "array", "items": top} if model is Guidelines else {**top, "title": title}),
        "definitions": {record.__name__: _record(record) for record in _records_in(model)},
    }


def _records_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every record nested in a record, each once, in the order of the model."""
    found: dict[str, type[BaseModel]] = {}
    waiting = [model]
    while waiting:
        for field in fields_of(waiting.pop(0)).values():
            if field.record and field.record.__name__ not in found:
                found[field.record.__name__] = field.record
                waiting.append(field.record)
            elif field.record and found[field.record.__name__] is not field.record:
                raise TypeError(f"two records are called {field.record.__name__}")
    yield from found.values()


def _record(model: type[BaseModel]) -> Schema:
    """Return the schema of a record. Unknown keys are rejected, because their values would not be shown."""
    fields = fields_of(model)
    required = [name for name in fields if model.model_fields[name].is_required()]
    return {
        "title": (model.__doc__ or "").partition(":")[0],
        "type": "object",
        "properties": {name: _key(model, field) for name, field in fields.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _key(model: type[BaseModel], field: FieldRole) -> Schema:
    info = model.model_fields[field.name]
    term, _, meaning = docstrings(model).get(field.name, "").partition(": ")
    # Editors show the description beside a completion, not the title.
    description = f"{term}: {_said(field, is_required=info.is_required())}"
    said = {"title": term, "description": description, "$comment": meaning}
    may_be_text = any(_takes_text(mark) for mark in marks_in(info.annotation, info.metadata))
    one = _choices(field, may_be_text=may_be_text)
    if field.many:
        may_be_empty = field.role in (Role.MONEY, Role.PRINTED)  # cells of a table, which keep their position
        one = [{"type": "array", "items": _any(one + ([_NOTHING] if may_be_empty else []))}]
    return {**said, **(_any(one) if info.is_required() else _optional(one))}


def _takes_text(mark: object) -> bool:
    """Return whether an annotation lets a group be written as one text, like the model's validators of groups."""
    return isinstance(mark, BeforeValidator | WrapValidator) and not hasattr(mark, "is_")


def _optional(choices: list[Schema]) -> Schema:
    """Return the schema of a key that may be empty; a plain text in one schema, which editors explain once."""
    if len(choices) == 1 and isinstance(choices[0].get("type"), list):
        return {**choices[0], "type": [*choices[0]["type"], "null"]}
    return _any([*choices, _NOTHING])


def _any(choices: list[Schema]) -> Schema:
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _choices(field: FieldRole, *, may_be_text: bool) -> list[Schema]:
    """Return the possible shapes of one value."""
    if field.record:
        group: Schema = {"$ref": f"#/definitions/{field.record.__name__}"}
        return [_TEXT, group] if may_be_text else [group]
    if field.role is Role.OWN_WORD:
        words: list[Any] = list(field.is_.words)
        words += [truth for word, truth in (("true", True), ("false", False)) if word in words]
        return [{"enum": words}, _UNKNOWN_WORD]
    forms = field.is_.forms
    plain = [form for form in forms if "\n" not in form and ": " not in form and not form.startswith('"')]
    text = {**_TEXT, "examples": plain[:_MOST_EXAMPLES]} if plain else _TEXT
    keys = _keys_beside_printed(forms)
    if not keys:
        return [text]
    cell: Schema = {"anyOf": [_TEXT, _NOTHING]} if field.role is Role.MONEY else _TEXT
    if field.role not in _BY_YEAR:
        return [text, _group(dict.fromkeys(keys, cell))]
    inner = ["printed", "quarters"] if field.role is Role.PERIOD else [key for key in keys if key != "by_year"]
    of_year = _any([_TEXT, _NOTHING, _group({key: _inner(key) for key in inner})])
    by_year: Schema = {"type": "object", "additionalProperties": of_year}
    choices = [text]
    if field.role is Role.MONEY:
        choices.append(_group(dict.fromkeys(inner, _TEXT)))
    if "by_year" in keys:
        choices.append(_group({"printed": _TEXT, "by_year": by_year}))
        choices.append({**by_year, "propertyNames": {"not": {"enum": list(dict.fromkeys((*keys, *inner)))}}})
    return choices


def _inner(key: str) -> Schema:
    return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]} if key == "quarters" else _TEXT


def _keys_beside_printed(forms: tuple[str, ...]) -> list[str]:
    """Return the keys of the group form of a cell, from its example forms."""
    lines = [line for form in forms if form.startswith("printed:") for line in form.splitlines()]
    return list(dict.fromkeys(line.partition(":")[0] for line in lines if not line.startswith(" ")))


def _group(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": {key: {"description": interface.CELL_KEYS[key], **one} for key, one in properties.items()},
        "additionalProperties": False,
    }


def _said(field: FieldRole, *, is_required: bool) -> str:
    """Return the Thai description of a key, as in the handbook."""
    if field.role is Role.RECORD:
        said = interface.RECORDS if field.many else interface.ROLE[field.role]
    else:
        said = interface.ROLE[field.role]
        if field.role is Role.REFERENCE:
            said = f"{said}{interface.REFERENCED[field.is_.of]}"
        if field.many:
            said = f"รายการของ{said}"
    if field.role is Role.OWN_WORD:
        said = f"{said}: {' · '.join(' = '.join(choice[:2]) for choice in field.is_.choices)}"
    plain = [form for form in field.is_.forms if "\n" not in form and form != '""'][:3]
    said = f"{said} เช่น {' หรือ '.join(plain)}" if plain else said
    return f"{said} (ต้องมี)" if is_required else said
