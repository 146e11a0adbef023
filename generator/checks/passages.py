"""All texts of a file, each once, and the text rules that may find something in it.

The model (`model/roles.py`) defines what a text is. Every text is checked for personal data, also under keys unknown to
the model; wording rules see only what a person wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.checks.items import Passage, Path
from generator.model.assessment import AssessmentYear
from generator.model.framework import FrameworkDocument, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import CELLS, TEXTS, FieldMark, FieldRole, Role, fields_of

_MODELS: dict[str, type[BaseModel]] = {
    "lao.yml": Lao,
    "guidelines.yml": Guidelines,
    "plan.yml": Plan,
    "projects.yml": ProjectTable,
    "idp.yml": IdpTable,
    "document.yml": FrameworkDocument,
}
_WORDED = TEXTS - {Role.FILE} | CELLS
"""Roles whose texts the wording rules check."""


def model_of(file: str) -> type[BaseModel] | None:
    """Return the model of a content file's record; None for a file without one, such as a narrative."""
    if not file.endswith(".yml"):
        return None
    if "/results/" in file:
        return YearResults
    if file.startswith("frameworks/ita/"):
        return AssessmentYear
    return _MODELS.get(file.rpartition("/")[2], FrameworkGroup if file.startswith("frameworks/") else None)


def is_quotation(path: Path) -> bool:
    """Return whether a value is an excerpt kept as evidence, word for word and cut on purpose."""
    return "quotations" in path[:2]  # guidelines are a list of documents


class _TextKind(NamedTuple):
    """Texts of one kind, checked together."""

    is_worded: bool
    may_hold_personal_data: bool


_UNKNOWN = _TextKind(True, False)
_Places = dict[tuple[str, _TextKind], list[tuple[Path, str]]]


class Passages:
    """The texts of one file."""

    def __init__(self, data: Any, lao: Lao | None, model: type[BaseModel] | None = None) -> None:
        """Store the data of a YAML file with its model, or the lines of any other text as {line number: line}."""
        self._data = data
        self._lao = lao
        self._model = model

    def where(self, is_wanted: Callable[[str], object]) -> Iterator[tuple[Passage, tuple[Path, ...]]]:
        """Yield every wanted text at its first place, with the other places of the same text.

        Quotations come last, so that findings point to the text itself.
        """
        places: _Places = {}
        _gather(self._data, (), fields_of(self._model) if self._model else {}, None, "", is_wanted, places)
        for (text, kind), found in places.items():
            if len(found) > 1:
                found.sort(key=lambda one: is_quotation(one[0]))
            path, name = found[0]
            passage = Passage(text, name, path, self._lao, kind.is_worded, kind.may_hold_personal_data)
            yield passage, tuple(other for other, _ in found[1:])


def _gather(
    data: Any,
    path: Path,
    fields: Mapping[str, FieldRole],
    field: FieldRole | None,
    name: str,
    is_wanted: Callable[[str], object],
    places: _Places,
) -> None:
    """Add the places of the wanted texts in a value, in order.

    `fields` are those of the record here; within a cell or a list of texts, `field` is its key. Runs for every value of
    every plan, hence at most one call per branch; the reader limits the depth.
    """
    is_list = type(data) is list
    if not is_list and type(data) is not dict:
        return
    for key, one in enumerate(data) if is_list else data.items():
        own = field or (fields.get(key) if type(key) is str else None)
        below = key if type(key) is str and field is None else name
        if type(one) is str:
            if is_wanted(one):
                kind = _kind(own, key) if own else _UNKNOWN
                places.setdefault((one, kind), []).append(((*path, key), below))
        elif not one:
            continue
        elif own is None or own.record is None:
            _gather(one, (*path, key), fields if is_list else {}, own, below, is_wanted, places)
        else:
            _gather(one, (*path, key), fields_of(own.record), None, below, is_wanted, places)


def _kind(field: FieldRole, key: str | int) -> _TextKind:
    return _TextKind(field.role in _WORDED or key == "printed", FieldMark.MAY_HOLD_PERSONAL_DATA in field.marks)
