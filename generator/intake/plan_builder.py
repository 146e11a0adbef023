"""Builds the plan while tables are read: content in file format, the source of each value, doubts.

Strategies and tactics are identified by number, or by name if none is printed; ids are made from the numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.intake.doubts import Doubt, code_of_odd
from generator.intake.grids import GridCell
from generator.intake.ledger import Fate, Ledger
from generator.intake.plan_content import PlanContent
from generator.intake.workbook.book_layout import ContentPlace
from generator.reading.names import PlanNames
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison

_NUMBER = r"(?P<number>[0-9๐-๙]{1,2})"
STRATEGY = re.compile(rf"^(?:ประเด็น)?ยุทธศาสตร์(?:การพัฒนา)?\s*(?:ที่)?\s*{_NUMBER}\s*[:.)]?\s*(?P<name>.*)$", re.DOTALL)
TACTIC = re.compile(rf"^กลยุทธ์\s*(?:ที่)?\s*{_NUMBER}\s*[:.)]?\s*(?P<name>.*)$", re.DOTALL)


@dataclass
class PlanBuilder:
    """A plan under construction."""

    content: PlanContent
    names: PlanNames
    """Names known beforehand, of the LAO and its plan."""
    ledger: Ledger = field(default_factory=Ledger)
    doubts: list[Doubt] = field(default_factory=list)
    origins: dict[ContentPlace, str] = field(default_factory=dict)
    """Source of each value in the document."""

    def doubt(self, code: str, message: str, cell: GridCell, place: ContentPlace | None = None) -> None:
        """Add a doubt about a cell."""
        self.ledger.set([cell], Fate.REPORTED)
        self.doubts.append(Doubt(code, message, cell.source, place))

    def took(self, cell: GridCell, place: ContentPlace) -> None:
        """Record a cell as the origin of a value; remarks on the cell become doubts about the value."""
        self.ledger.set([cell], Fate.TAKEN)
        self.origins.setdefault(place, cell.source)
        for odd in cell.odd:
            self.doubts.append(Doubt(code_of_odd(odd), odd, cell.source, place))

    def strategy(self, number: str, name: str, cell: GridCell) -> str:
        """Return the id of a strategy, adding the strategy if it is new."""
        strategies = self._list("plan", "strategies")
        return self._known(strategies, "s", number, name, cell, ("strategies",))

    def tactic(self, strategy: str, number: str, name: str, cell: GridCell) -> str:
        """Return the id of a tactic of a strategy, adding the tactic if it is new; empty for an unknown strategy."""
        strategies = self._list("plan", "strategies")
        for index, one in enumerate(strategies):
            if one.get("id") == strategy:
                tactics = one.setdefault("tactics", [])
                return self._known(tactics, f"{strategy}t", number, name, cell, ("strategies", index, "tactics"))
        return ""

    def strategy_named(self, name: str) -> str:
        """Return the id of the strategy with this name, given without a number; empty if none matches."""
        folded = fold_for_comparison(name).replace(" ", "")
        for one in self._list("plan", "strategies"):
            if fold_for_comparison(one.get("name", "")).replace(" ", "") == folded:
                return str(one["id"])
        return ""

    def _known(
        self, records: list[Any], begins: str, number: str, name: str, cell: GridCell, path: tuple[str | int, ...]
    ) -> str:
        name = name.strip()
        for index, one in enumerate(records):
            if to_arabic(str(one.get("number", ""))) == to_arabic(number):
                self.ledger.set([cell], Fate.TAKEN)
                if name and not _same(one.get("name", ""), name):
                    self._worded(one, name)
                if name and not one.get("name"):
                    one["name"] = name
                self.origins.setdefault(ContentPlace("plan", (*path, index)), cell.source)
                return str(one["id"])
        identifier = f"{begins}{to_arabic(number)}"
        records.append({"id": identifier, "number": number, "name": name})
        place = ContentPlace("plan", (*path, len(records) - 1))
        self.took(cell, place)
        if not name:
            self.doubts.append(Doubt("INTAKE-005", "เอกสารพิมพ์เฉพาะลำดับ ไม่มีชื่อ", cell.source, place))
        return identifier

    def _worded(self, record: dict[str, Any], name: str) -> None:
        wordings = record.setdefault("wordings", [])
        if not any(_same(one.get("text", ""), name) for one in wordings):
            wordings.append({"text": name})

    def _list(self, file: str, key: str) -> list[Any]:
        found: list[Any] = self.content.files.setdefault(file, {}).setdefault(key, [])
        return found

    def add(self, file: str, keys: tuple[str, ...], record: dict[str, Any]) -> ContentPlace:
        """Add a record to a list and return its place."""
        data: Any = self.content.files.setdefault(file, {})
        for key in keys[:-1]:
            data = data.setdefault(key, {})
        records = data.setdefault(keys[-1], [])
        records.append(record)
        return ContentPlace(file, (*keys, len(records) - 1))

    def department(self, text: str) -> str:
        """Return the id of the department that a text names; empty unless the match is certain."""
        return self.names.find("department", text) or self.names.find("department", text.replace(" ", "")) or ""


def _same(one: str, other: str) -> bool:
    return fold_for_comparison(one).replace(" ", "") == fold_for_comparison(other).replace(" ", "")
