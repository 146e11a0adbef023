"""Generates records with every field filled in from the model, and copies with one value changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.model.idp import IdpTable
from generator.model.plan import Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import FieldMark, FieldRole, Role, fields_of

FILES: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "projects": ProjectTable,
    "idp": IdpTable,
    "results/2567": YearResults,
}
_VALUES: dict[Role, tuple[Any, Any]] = {
    Role.ID: ("a-1", "a-2"),
    Role.REFERENCE: ("b-1", "b-2"),
    Role.MONEY: ("๑๐,๐๐๐", "๒๐,๐๐๐"),
    Role.PERIOD: ({"2567": "ไตรมาสที่ ๑"}, {"2567": "ไตรมาสที่ ๒"}),
    Role.DATE: ("๑ ต.ค. ๒๕๖๖", "๒ ต.ค. ๒๕๖๖"),
    Role.YEAR: ("๒๕๖๗", "๒๕๖๘"),
    Role.COUNT: ("๑๐", "๒๐"),
    Role.CODE: ("MONEY-001", "MONEY-002"),
    Role.ADDRESS: ("https://www.example.go.th/1", "https://www.example.go.th/2"),
    Role.HASH: ("0" * 64, "1" * 64),
    Role.FILE: ("1.pdf", "2.pdf"),
}
_TEXT = ("ข้อความเดิม", "ถ้อยคำใหม่")
_CYCLES = ("2567-2569", "2570-2572")


def filled(model: type[BaseModel]) -> dict[str, Any]:
    """Return plain data of a record with a value in every field, and one item in every list."""
    data = {}
    for name, field in fields_of(model).items():
        value = filled(field.record) if field.role is Role.RECORD and field.record else values(model, field)[0]
        data[name] = [value] if field.many else value
    return data


def values(model: type[BaseModel], field: FieldRole) -> tuple[Any, Any]:
    """Return two values of a field with different meanings."""
    if field.role is Role.OWN_WORD:
        first, second = field.is_.choices[0][0], field.is_.choices[1][0]
        is_default = str(model.model_fields[field.name].default) == first
        return (second, first) if is_default else (first, second)
    if "Cycle" in str(model.model_fields[field.name].annotation):
        return _CYCLES
    return _VALUES.get(field.role, _TEXT)


class Place(NamedTuple):
    """A value of a filled record."""

    path: tuple[str, ...]
    field: FieldRole
    other: Any
    """An alternative value."""
    is_required: bool


def places(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[Place]:
    """Yield every value of a filled record."""
    for name, field in fields_of(model).items():
        if field.role is Role.RECORD and field.record:
            yield from places(field.record, (*path, name))
        else:
            yield Place((*path, name), field, values(model, field)[1], model.model_fields[name].is_required())


def is_key(field: FieldRole) -> bool:
    """Return whether another value makes it a different record."""
    return FieldMark.LIST_KEY in field.marks


def with_value(data: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return plain data with another value at a path; None deletes it."""
    changed = copy.deepcopy(data)
    at: Any = changed
    for name in path[:-1]:
        at = at[name][0] if isinstance(at[name], list) else at[name]
    many = isinstance(at[path[-1]], list)
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = [value] if many else value
    return changed


_RECORDS = {part: model.model_validate(filled(model)) for part, model in FILES.items()}


def plan_of(part: str = "", data: dict[str, Any] | None = None) -> PlanFolder:
    """Return a plan with filled-in files, one of them with other data."""
    files: dict[str, Any] = dict(_RECORDS)
    if part:
        files[part] = FILES[part].model_validate(data)
    return PlanFolder(files["plan"], files["projects"], files["idp"], (files["results/2567"],), ())


FILLED = plan_of()
