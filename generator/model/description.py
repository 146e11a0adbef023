"""Describes the model: every key of every file with its Thai term, its meaning and its accepted forms.

In: the records of the model. Out: text data, from which the content format and the handbook are made. Parses the
docstrings of the fields from the source, which is slow, so call it only to describe.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from generator.model.assessment import AssessmentYear
from generator.model.framework import FrameworkDocument, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import FieldRole, Role, fields_of

FILES: dict[str, type[BaseModel]] = {
    "lao.yml": Lao,
    "plan.yml": Plan,
    "projects.yml": ProjectTable,
    "idp.yml": IdpTable,
    "results/<ปีงบประมาณ>.yml": YearResults,
    "guidelines.yml": Guidelines,
    "frameworks/<document>/document.yml": FrameworkDocument,
    "frameworks/<document>/<group>.yml": FrameworkGroup,
    "frameworks/ita/<ปีงบประมาณ>.yml": AssessmentYear,
}
"""The files of content and their records; guidelines.yml is a list of records."""


class Key(NamedTuple):
    """One key of a file."""

    path: str
    """Keys from the top of the file, with `[]` after a list: `projects[].targets.quantity`."""
    term: str
    """The Thai term."""
    meaning: str
    """Meaning in English, with its unit."""
    field: FieldRole
    is_required: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Every accepted word, if the key takes only certain words."""
        return self.field.is_.words

    @property
    def forms(self) -> tuple[str, ...]:
        """Examples of the forms of a cell."""
        return self.field.is_.forms


def keys_of(model: type[BaseModel], path: str = "") -> Iterator[Key]:
    """Yield every key below a record, in the order of the model; a recursive record is described once."""
    yield from _keys(model, path, ())


def _keys(model: type[BaseModel], path: str, around: tuple[type[BaseModel], ...]) -> Iterator[Key]:
    said = docstrings(model)
    for name, field in fields_of(model).items():
        term, _, meaning = said.get(name, "").partition(": ")
        many = "[]" if field.many and field.role not in (Role.MONEY, Role.PERIOD) else ""
        own = f"{path}{name}{many}"
        yield Key(own, term, meaning.rstrip("."), field, model.model_fields[name].is_required())
        if field.record and field.record not in (*around, model):
            yield from _keys(field.record, f"{own}.", (*around, model))


@cache
def docstrings(model: type) -> dict[str, str]:
    """Return the docstring below each field of a record or a dataclass of the model."""
    found = {}
    body = _classes_of(model.__module__)[model.__name__].body
    for statement, after in zip(body, [*body[1:], None], strict=True):
        text = after.value if isinstance(after, ast.Expr) else None
        target = statement.target if isinstance(statement, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and isinstance(text, ast.Constant) and isinstance(text.value, str):
            found[target.id] = text.value
    return found


@cache
def _classes_of(module: str) -> dict[str, ast.ClassDef]:
    """Return the classes of a module; cached, because finding one class costs as much as parsing all."""
    source = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in source.body if isinstance(node, ast.ClassDef)}


def thai_terms(model: type[BaseModel]) -> dict[str, str]:
    """Return the key of each Thai term of a record, without brackets after the term, such as a unit."""
    return {text.partition(":")[0].partition(" (")[0].strip(): name for name, text in docstrings(model).items()}
