"""One LAO in which every field of the model holds something of its own, made by walking the model.

Texts and printed cells hold markers, words that stand nowhere else. A field that is added to the model is in it too.
"""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.checks.items import Reference
from generator.checks.runner import check_lao
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.model.roles import CELLS, TEXTS, FieldRole, Role, fields_of
from generator.pages.lao_pages import LaoPages
from tests.checks.random_plans import as_yaml
from tests.on_disk import read_on_disk
from tests.shown import words_of_all

CODE, CYCLE = "5999901", "2567-2569"
FILES: dict[str, type[BaseModel]] = {
    "lao.yml": Lao,
    f"{CYCLE}/plan.yml": Plan,
    f"{CYCLE}/projects.yml": ProjectTable,
    f"{CYCLE}/idp.yml": IdpTable,
    f"{CYCLE}/results/2567.yml": YearResults,
    "guidelines.yml": Guidelines,
}
IDS = {
    "Department": "office",
    "Strategy": "s1",
    "Tactic": "s1t1",
    "Value": "value-1",
    "LocalStrategy": "local-1",
    "Project": "p1",
    "IdpRow": "row-1",
    "PublishedDocument": "document-1",
    "Guidelines": "guidelines-1",
}
"""Id of the one record of each kind."""
REFERENCES = {
    "department": "office",
    "strategy": "s1",
    "tactic": "s1t1",
    "value": "value-1",
    "local_strategy": "local-1",
    "project": "p1",
    "item": "p1",
    "framework": "core-1",
}
"""What a reference of each kind leads to."""
FIXED = {
    "Lao.code": CODE,
    "Lao.type": "เทศบาลตำบล",
    "Plan.cycle": CYCLE,
    "Plan.continues": "2564-2566",
    "Plan.state": "announced",
    "Guidelines.fiscal_years": "2566-2570",
    "YearResults.fiscal_year": "2567",
    "FormerCode.code": "5999902",
    "Acknowledgement.code": "MONEY-001",
}
"""Values that make the LAO what it is."""
TODAY = datetime.date(2025, 3, 1)


@dataclass
class EveryField:
    """Makes the files, and remembers which field each marker stands in."""

    references_lead_nowhere: bool = False
    """Whether references hold markers too."""
    markers: dict[str, str] = field(default_factory=dict)
    """Field (`Project.name`) by marker."""
    _words: itertools.product[tuple[str, ...]] = field(
        default_factory=lambda: itertools.product("กขคงจฉชซ", repeat=4)  # no numeral, no month, no name of anything
    )

    def files(self) -> dict[str, str]:
        """Return every file of the LAO by its name."""
        made = {name: self._record(model) for name, model in FILES.items()}
        return {name: as_yaml([data] if name == "guidelines.yml" else data) for name, data in made.items()}

    def _record(self, model: type[BaseModel]) -> dict[str, Any]:
        return {name: self._value(model, one) for name, one in fields_of(model).items()}

    def _value(self, model: type[BaseModel], one: FieldRole) -> Any:
        value = self._record(one.record) if one.record else self._plain(model, one)
        return [value] if one.many else value

    def _plain(self, model: type[BaseModel], one: FieldRole) -> str:
        name = f"{model.__name__}.{one.name}"
        if name in FIXED:
            return FIXED[name]
        if one.role is Role.ID:
            return IDS[model.__name__]
        if one.role in TEXTS or (one.role in CELLS and one.is_.forms):
            return self._marker(name)
        if one.role is Role.REFERENCE:
            return self._marker(name) if self.references_lead_nowhere else REFERENCES[one.is_.of]
        return {
            Role.OWN_WORD: next(iter(one.is_.words), ""),
            Role.DATE: "1 ต.ค. 2567",
            Role.YEAR: "2567",
            Role.MONEY: "๑๐,๐๐๐",
            Role.ADDRESS: f"https://www.example.go.th/{name}",
            Role.HASH: "0" * 64,
        }[one.role]

    def _marker(self, name: str) -> str:
        marker = f"ฮฮ{''.join(next(self._words))}ฮ"
        self.markers[marker] = name
        return marker


def words_of_lao(content: Path, files: dict[str, str], *, with_findings: bool = False) -> str:
    """Write the files of an LAO and return the words of all of its pages; findings quote what is wrong."""
    folder = content / "plans" / f"{CODE}-tua-yang"
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    read = read_on_disk(CODE, folder, content, frozenset())
    found = (*read.folder.findings, *check_lao(read, Reference((), TODAY, {})))
    return words_of_all(LaoPages("arabic", TODAY).pages(read, found if with_findings else ()))
