"""An LAO whose every field holds a given text, made from the models themselves, so that no new field is forgotten.

`hostile_lao(content, text)` writes valid files; `text(name, number)` says what stands in a field. With harmless words
in the place of a trick the same folder is its harmless twin.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator.model.base import (
    Address,
    Baht,
    BahtCell,
    Count,
    Identifier,
    LaoCode,
    OfficialDate,
    OwnName,
    PlanCycle,
    Quarters,
    Sha256,
    Text,
    Truth,
    Year,
)
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.money import BudgetCell
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from tests.building_blocks import CODE, CYCLE, SLUG

SayText = Callable[[str, int], str]

IDS = {
    "LocalStrategy": "local-1",
    "Value": "value-1",
    "Strategy": "s1",
    "Tactic": "s1t1",
    "Project": "s1t1-1",
    "Department": "clerk-office",
    "IdpRow": "idp-1",
    "PublishedDocument": "document-1",
    "Guidelines": "guidelines-1",
}
"""The id of each record that has one; every record stands once."""

REFERENCES: dict[str, Any] = {
    "department": IDS["Department"],
    "departments": [IDS["Department"]],
    "strategy": IDS["Strategy"],
    "tactic": IDS["Tactic"],
    "project": IDS["Project"],
    "local_strategy": IDS["LocalStrategy"],
    "values": [IDS["Value"]],
    "ids": [IDS["Project"], IDS["Strategy"], "gone"],
    "curricula": ["curriculum-1"],
    "methods": ["method-1"],
    "target_groups": ["target-1"],
    "competencies": ["core-1"],
    "ref": "core-1",
}
"""What a field that names another record holds."""

CHOICES = {
    "type": "เทศบาลตำบล",
    "state": "announced",
    "extent": "partial",
    "entered_by": "third_party",
    "topic": "budget",
    "coverage": "partial",
    "kind": None,
    "basis": "per_year",
    "budget_basis": "per_year",
    "status": "done",
    "round": "12",
}
"""What a field of fixed words holds; `kind` depends on the record."""
KINDS = {"Correction": "clerical", "FrameworkChoice": "core"}

VALUES: list[tuple[Any, Any]] = [
    (LaoCode, CODE),
    (Truth, "yes"),
    (OfficialDate, "30 ก.ย. 2566"),
    (Year, "2567"),
    (PlanCycle, CYCLE),
    (Quarters, "1-4"),
    (Baht, "100"),
    (BahtCell, "100"),
    (Count, "3"),
    (Sha256, "0" * 64),
]
"""What a field that holds no text holds."""

PROVINCE = "มหาสารคาม"
"""Only a real one has a page."""


class Filled:
    """Makes the files of one LAO; `texts` is what stands in it, by the name of the field."""

    def __init__(self, say_text: SayText, say_address: SayText) -> None:
        self._say_text = say_text
        self._say_address = say_address
        self.texts: dict[str, str] = {}

    def file(self, model: type[BaseModel]) -> str:
        """Return a YAML file that holds the model with every field filled."""
        return yaml.dump(self._record(model), allow_unicode=True, default_style='"', width=10**9)

    def files(self) -> dict[str, str]:
        """Return the LAO's YAML files by name."""
        files = {
            "lao.yml": self.file(Lao),
            f"{CYCLE}/plan.yml": self.file(Plan),
            f"{CYCLE}/projects.yml": self.file(ProjectTable),
            f"{CYCLE}/idp.yml": self.file(IdpTable),
            f"{CYCLE}/results/2567.yml": self.file(YearResults),
        }
        guidelines = yaml.dump([self._record(Guidelines)], allow_unicode=True, default_style='"', width=10**9)
        return files | {"guidelines.yml": guidelines}

    def _record(self, model: type[BaseModel]) -> dict[str, Any]:
        hints = typing.get_type_hints(model, include_extras=True)
        values = {name: self._value(model.__name__, name, hints[name]) for name in model.model_fields}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, model: str, name: str, hint: Any) -> Any:
        if name == "province":
            return PROVINCE
        if hint is BudgetCell:
            return {"2567": "100", "2568": "200"}
        if name == "id":
            return IDS[model]
        if hint in (Text, OwnName):
            return self._text(f"{model}.{name}")
        if hint is Address:
            return self._say_address(f"{model}.{name}", len(self.texts))
        for kind, value in VALUES:
            if hint is kind:
                return value
        if hint is Identifier:
            return REFERENCES[name]
        return self._composed(model, name, hint)

    def _composed(self, model: str, name: str, hint: Any) -> Any:
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            return self._value(model, name, next(one for one in arguments if one is not type(None)))
        if origin is tuple:
            if arguments[0] is Identifier:
                return list(REFERENCES[name])  # a copy: YAML would make an alias of the same list
            return [self._value(model, name, arguments[0])]
        if origin is dict:
            return {"2567": self._value(model, name, arguments[1])}
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self._record(hint)
        if origin is typing.Annotated:
            inner = arguments[0]
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                return self._record(inner)
            if name == "kind":
                return KINDS[model]
            return CHOICES[name]
        raise AssertionError(f"{model}.{name}: say in hostile_lao.py what such a field holds")

    def _text(self, name: str) -> str:
        if name in ("IdpMethod.number", "IdpMethodUse.number"):
            name = "IdpMethod.number"  # the one refers to the other
        if name not in self.texts:
            self.texts[name] = self._say_text(name, len(self.texts))
        return self.texts[name]


def hostile_lao(content: Path, say_text: SayText, say_address: SayText, narrative: str) -> dict[str, str]:
    """Write the LAO below `content`/plans; return its texts by field."""
    filled = Filled(say_text, say_address)
    folder = content / "plans" / f"{CODE}-{SLUG}"
    for name, text in filled.files().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / CYCLE / "narrative.md").write_text(narrative, "utf-8")
    return filled.texts
