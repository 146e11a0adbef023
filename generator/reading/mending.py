"""Takes what cannot be read out of plain data, as little of it as possible, so that the rest can be shown.

In: a YAML source, the model it is read by, and the places that the model refused. Out: a source whose data the model
takes, with the places of all values that are left. The text of a value that stands in the wrong shape is kept as text
wherever the model has room for one.
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
"""Stands where a record must have a name and has none."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A place that the model refused."""

    kind: str
    """Kind of the error: missing, extra_forbidden, model_type, tuple_type, string_type, problem ..."""
    path: Path
    """Keys and indexes down to the value, or to where it should be."""
    within: Path = ()
    """Further keys and indexes inside of the value."""
    text: str = ""
    """The text that stands there in the file, where YAML took it for something else."""


def mended(source: YamlSource, model: type[BaseModel], refused: list[Refused]) -> YamlSource | None:
    """Return a source without what was refused; None where the file's own record cannot do without it."""
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
        """Indexes of the items to be taken out, by the path of their list: all at once, when every place is mended."""

    def mend(self, refused: Refused) -> bool:
        """Mend one place; say whether the record of the file can be kept."""
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
        """Leave a value out, or put something in its place where the record needs one."""
        if not path:
            return False
        if isinstance(path[-1], int) or field is None or not self._is_required(path):
            return self._drop(path)
        return self._supply(path, field)

    def _supply(self, path: Path, field: FieldRole | None) -> bool:
        """Put something in the place of a value that a record needs; without such a thing the record goes."""
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
        """Return the part of a path that exists; below a text that stands for a group, nothing does."""
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
        """Take items out of their lists, the deepest lists first; the places behind them move along."""
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
    """Return the field that holds the text of a record when there is nothing but a text."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    fields = fields_of(model)
    return next((name for name in required if fields[name].role in TEXTS - {Role.NUMBER, Role.SECTION}), None)
