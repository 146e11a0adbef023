"""Removes unreadable values from plain data, as few as possible, so that the rest can be shown.

In: a YAML source, its model, and the values that the model rejected. Out: a source whose data the model accepts, with
the positions of all remaining values. The text of a value with a wrong shape is kept as text if the model has a field
for it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from generator.model.base import STAND_IN
from generator.model.roles import CELLS, TEXTS, FieldRole, Role, fields_of
from generator.reading.yaml_text import YamlSource
from generator.reading.yaml_text.source import Branch

Path = tuple[str | int, ...]

UNNAMED = "(ไม่มีชื่อในข้อมูล)"
"""Name of a record that must have one and has none."""


@dataclass(frozen=True, slots=True)
class RejectedValue:
    """A value that the model rejected."""

    kind: str
    """Error type of pydantic: missing, extra_forbidden, model_type, tuple_type, string_type, problem ..."""
    path: Path
    """Keys and indexes down to the value, or to its expected position."""
    within: Path = ()
    """Further keys and indexes inside the value."""
    text: str = ""
    """The text in the file, if YAML parsed it as something else."""


def mended(source: YamlSource, model: type[BaseModel], refused: list[RejectedValue]) -> YamlSource | None:
    """Return a source without the rejected values; None if the file's own record cannot be kept."""
    data, root = copy.deepcopy(source.data), copy.deepcopy(source.root)
    work = _Mending(data, root.branches.get("data", root), model)
    for one in refused:
        if not work.mend(one):
            return None
    work.close_gaps()
    return replace(source, data=data, root=root)


class _Mending:
    def __init__(self, data: Any, branch: Branch, model: type[BaseModel]) -> None:
        self.data = data
        self.branch = branch
        self.model = model
        self._gaps: dict[Path, set[int]] = {}
        """Indexes of the list items to remove, by path of the list: removed together, after all values are mended."""

    def mend(self, refused: RejectedValue) -> bool:
        """Mend one value; return whether the record of the file can be kept."""
        path = self._existing(refused.path)
        field = self._field(refused.path)
        if refused.kind == "extra_forbidden":
            return self._drop(path)
        if refused.kind == "missing":
            return self._supply(refused.path, field)
        value = self._value(path)
        if field and path == refused.path:
            if field.role in CELLS and isinstance(value, dict | list):
                return self._put(path, self._cell_text(value))
            if field.role in TEXTS and isinstance(value, dict | list) and not (field.many and path[-1] == field.name):
                return self._put(path, refused.text or " ".join(_texts(value)))
            if refused.kind == "tuple_type" and isinstance(value, str):
                return self._put(path, [value])
            if refused.kind == "model_type" and isinstance(value, str) and field.record:
                name = _first_text(field.record)
                if name:
                    return self._put(path, {name: value})
        return self._leave_out(path, field)

    def _leave_out(self, path: Path, field: FieldRole | None) -> bool:
        """Remove a value, or replace it if the record requires one."""
        if not path:
            return False
        if isinstance(path[-1], int) or field is None or not (self._is_required(path) or field.has_stand_in):
            return self._drop(path)
        return self._supply(path, field)

    def _supply(self, path: Path, field: FieldRole | None) -> bool:
        """Replace a value that a record requires; remove the record if there is no replacement."""
        if field is None:
            return self._drop(path[:-1])
        if field.has_stand_in:
            return self._put(path, STAND_IN)
        if len(path) == 1:
            return False  # the file's own record
        if field.role in (Role.NUMBER, Role.SECTION, Role.REFERENCE) or field.role in CELLS:
            return self._put(path, "")
        if field.role in TEXTS:
            return self._put(path, UNNAMED)
        if field.role is Role.ID:
            return self._put(path, f"unnamed-{next((part + 1 for part in reversed(path) if isinstance(part, int)), 1)}")
        return self._drop(path[:-1])

    def _existing(self, path: Path) -> Path:
        """Return the existing part of a path; a text in place of a group has nothing below it."""
        data = self.data
        for depth, part in enumerate(path):
            try:
                data = data[part]
            except (KeyError, IndexError, TypeError):
                return path[: depth + 1] if isinstance(data, dict | list) else path[:depth]
        return path

    def _value(self, path: Path) -> Any:
        data = self.data
        for part in path:
            try:
                data = data[part]
            except (KeyError, IndexError, TypeError):
                return None
        return data

    def _put(self, path: Path, value: Any) -> bool:
        around, last = self._value(path[:-1]), path[-1] if path else None
        if isinstance(around, dict):
            around[str(last)] = value
            return True
        if isinstance(around, list) and isinstance(last, int):
            around[last] = value
            return True
        return bool(path) and self._drop(path[:-1])

    def _drop(self, path: Path) -> bool:
        if not path:
            return False
        around, last = self._value(path[:-1]), path[-1]
        if isinstance(around, dict):
            around.pop(str(last), None)
        elif isinstance(around, list) and isinstance(last, int) and last < len(around):
            self._gaps.setdefault(path[:-1], set()).add(last)
        return True

    def close_gaps(self) -> None:
        """Remove items from their lists, deepest lists first; later positions move up."""
        for path in sorted(self._gaps, key=len, reverse=True):
            items, gaps = self._value(path), self._gaps[path]
            if not isinstance(items, list):
                continue
            moved = {old: new for new, old in enumerate(index for index in range(len(items)) if index not in gaps)}
            items[:] = [items[index] for index in moved]
            branch: Branch | None = self.branch
            for part in path:
                branch = branch.branches.get(part) if branch else None
            if branch:
                branch.values = {moved[key]: one for key, one in branch.values.items() if key in moved}
                branch.branches = {moved[key]: one for key, one in branch.branches.items() if key in moved}

    def _field(self, path: Path) -> FieldRole | None:
        model: type[BaseModel] | None = self.model
        field = None
        for part in path:
            if isinstance(part, str):
                field = fields_of(model).get(part) if model else None
                model = field.record if field else None
        return field

    def _is_required(self, path: Path) -> bool:
        model: type[BaseModel] | None = self.model
        required = False
        for part in path:
            if isinstance(part, str):
                required = bool(model and part in model.model_fields and model.model_fields[part].is_required())
                field = fields_of(model).get(part) if model else None
                model = field.record if field else None
        return required

    @staticmethod
    def _cell_text(value: Any) -> str:
        printed = value.get("printed") if isinstance(value, dict) else None
        return printed if isinstance(printed, str) else " ".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _first_text(model: type[BaseModel]) -> str | None:
    """Return the field that receives the text of a record written as plain text."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    fields = fields_of(model)
    return next((name for name in required if fields[name].role in TEXTS - {Role.NUMBER, Role.SECTION}), None)
