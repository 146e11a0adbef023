"""An LAO with a given text in every field, generated from the models, so that new fields are included.

`hostile_lao(content, text)` writes valid files; `text(name, number)` returns the text of a field. With harmless words
in place of a trick the same folder is its harmless twin.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import TEXTS, FieldRole, Role, fields_of
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
"""The id of each record that has one; there is one record of each."""

REFERENCES = {
    "department": IDS["Department"],
    "strategy": IDS["Strategy"],
    "tactic": IDS["Tactic"],
    "project": IDS["Project"],
    "local_strategy": IDS["LocalStrategy"],
    "value": IDS["Value"],
    "item": IDS["Project"],
}
"""Value of a field that refers to another record, by the kind of record."""
ITEMS = [IDS["Project"], IDS["Strategy"], "gone"]
ENTRIES = {"curricula": "curriculum-1", "methods": "method-1", "target_groups": "target-1"}
"""Value of a field that refers to a framework entry; others refer to the first competency."""

CHOICES = {
    "fictional": "no",
    "type": "เทศบาลตำบล",
    "state": "announced",
    "extent": "partial",
    "entered_by": "third_party",
    "topic": "budget",
    "coverage": "partial",
    "kind": None,
    "what": "budget",
    "covers_all": "yes",
    "reviewed_for_personal_data": "yes",
    "basis": "per_year",
    "budget_basis": "per_year",
    "status": "done",
    "round": "12",
}
"""Value of a field with fixed words; `kind` depends on the record."""
KINDS = {"Correction": "clerical", "FrameworkChoice": "core"}

MEANINGS = {Role.MONEY: ("amount", "100"), Role.DATE: ("date", "30 ก.ย. 2566"), Role.YEAR: ("year", "2567")} | {
    Role.COUNT: ("number", "3")
}
"""Values besides the printed text of a cell, by key."""

PROVINCE = "มหาสารคาม"
"""Only a real province has a page."""


class Filled:
    """Generates the files of one LAO; `texts` are their texts by field name."""

    def __init__(self, say_text: SayText, say_address: SayText) -> None:
        self._say_text = say_text
        self._say_address = say_address
        self.texts: dict[str, str] = {}

    def file(self, model: type[BaseModel]) -> str:
        """Return the model as YAML with every field filled."""
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
        values = {name: self._field(model.__name__, field) for name, field in fields_of(model).items()}
        return {name: value for name, value in values.items() if value is not None}

    def _field(self, model: str, field: FieldRole) -> Any:
        if field.role is Role.REFERENCE and field.is_.of == "item" and field.many:
            return list(ITEMS)  # a copy: YAML would write the same list as an alias
        value = self._value(model, field)
        return [value] if field.many and value is not None and not isinstance(value, list) else value

    def _value(self, model: str, field: FieldRole) -> Any:
        name, role = f"{model}.{field.name}", field.role
        if field.name == "province":
            return PROVINCE
        if field.record:
            return self._record(field.record)
        if role is Role.ID:
            return IDS[model]
        if role is Role.REFERENCE:
            return ENTRIES.get(field.name, "core-1") if field.is_.of == "framework" else REFERENCES[field.is_.of]
        if role is Role.OWN_WORD:
            return KINDS[model] if field.name == "kind" else CHOICES[field.name]
        if role is Role.ADDRESS:
            return self._say_address(name, len(self.texts))
        if role is Role.HASH:
            return "0" * 64
        if role in TEXTS or (role is Role.CODE and model == "Acknowledgement"):
            return self._text(name)
        if role is Role.CODE:
            return CODE
        return self._cell(name, field)

    def _cell(self, name: str, field: FieldRole) -> Any:
        """Return a printed cell with its value; for money and time by year, with one year without value."""
        role, printed = field.role, f"{name}.printed"
        if role is Role.PERIOD or name == "Project.budget":
            known = "1-4" if role is Role.PERIOD else "100"
            return {"printed": self._text(printed), "by_year": {"2567": known, "2568": self._text(f"{name}.by_year")}}
        key, meaning = MEANINGS[role]
        if not field.is_.forms:  # stated by the LAO itself, not printed
            return CYCLE if field.name in ("cycle", "continues", "fiscal_years") else meaning
        return {"printed": self._text(printed), key: meaning}

    def _text(self, name: str) -> str:
        if name in ("IdpMethod.number", "IdpMethodUse.number"):
            name = "IdpMethod.number"  # one refers to the other
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
