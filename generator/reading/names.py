"""Resolves references by id, name or printed number: plain data of an LAO's files in, ids out.

Officers may write a Thai name in place of an id. A name or number shared by several records resolves to none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.model.content import EntryNames
from generator.thai.dates import Cycle
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison, normalise

BUDGET_MATRIX = "budget_matrix"
"""Id by which an amendment names the department x strategy table."""

_NUMBER_WORDS = re.compile(r"(?:ยุทธศาสตร์|กลยุทธ์|ค่านิยม|ประเด็น)?(?:การพัฒนา)?(?:ที่)?")
_BETWEEN_DEPARTMENTS = re.compile(r"\s*(?:[,/\n;]|และ|,\s*และ)\s*")
_LONGEST_NAME = 300
_MOST_DEPARTMENTS_IN_A_CELL = 50


class _RecordKind:
    """The records of one kind."""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        self.ids: set[str] = set()
        names: list[tuple[str, str]] = []
        numbers: list[tuple[str, str]] = []
        for record in records:
            identifier = record.get("id")
            if not isinstance(identifier, str):
                continue
            self.ids.add(identifier)
            names += [(fold_for_comparison(text), identifier) for text in _texts(record)]
            if isinstance(record.get("number"), str):
                numbers.append((_number(record["number"]), identifier))
        self.by_name = _unique(names)
        self.by_number = _unique(numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _RecordKind) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # compared by value, and mutable

    def find(self, text: str) -> str | None:
        if text in self.ids:
            return text
        if len(text) > _LONGEST_NAME:
            return None
        return self.by_name.get(fold_for_comparison(text)) or self.by_number.get(_number(text))


class PlanNames:
    """Resolves the references in the files of one plan."""

    def __init__(
        self,
        cycle: Cycle | None,
        lao: Any,
        plan: Any = None,
        projects: Any = None,
        idp: Any = None,
        entries: Collection[str] | None = None,
    ) -> None:
        """Take the cycle, the plain data of the files, and the entries of the frameworks (None if unknown)."""
        self.cycle = cycle
        self._entries = entries
        strategies = list(_records(plan, "strategies"))
        self._kinds = {
            "department": _RecordKind(_records(lao, "departments")),
            "strategy": _RecordKind(strategies),
            "tactic": _RecordKind(tactic for strategy in strategies for tactic in _records(strategy, "tactics")),
            "value": _RecordKind(_records(plan, "values")),
            "local_strategy": _RecordKind(_records(plan, "local_strategies")),
            "project": _RecordKind(_records(projects, "projects")),
            "row": _RecordKind(_records(idp, "rows")),
            "document": _RecordKind(_records(plan, "documents")),
        }
        self._tactics = {
            identifier: _RecordKind(_records(strategy, "tactics"))
            for strategy in strategies
            if isinstance(identifier := strategy.get("id"), str)
        }
        self._strategy_of = {tactic: strategy for strategy, kind in self._tactics.items() for tactic in kind.ids}

    def __eq__(self, other: object) -> bool:
        """Return whether both resolve every text to the same id."""
        return isinstance(other, PlanNames) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # compared by value, and mutable

    def find(self, kind: str, text: str, within: str = "") -> str | None:
        """Return the id that a text stands for; None if there is none or more than one."""
        text = text.strip()
        if kind == "framework":
            return self._entry(text)
        if kind == "item":
            return self._item(text)
        if kind == "tactic" and within in self._tactics:
            return self._tactics[within].find(text) or self._kinds[kind].find(text)
        return self._kinds[kind].find(text)

    def departments_named(self, text: str) -> tuple[str, ...]:
        """Return the departments in a printed cell if all of its parts are departments, else none."""
        parts = [part for part in _BETWEEN_DEPARTMENTS.split(text.strip()) if part]
        whole = self.find("department", text)
        if whole:
            return (whole,)
        if not parts or len(parts) > _MOST_DEPARTMENTS_IN_A_CELL:
            return ()
        found = [self.find("department", part) for part in parts]
        return tuple(dict.fromkeys(one for one in found if one)) if all(found) else ()

    def placed(self, project: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a project's data with the ids of its strategy and tactic; the tactic may determine the strategy."""
        strategy, tactic = project.get("strategy"), project.get("tactic")
        if not isinstance(tactic, str) or not isinstance(strategy, str | None):
            return project
        own = self.find("strategy", strategy) if strategy else None
        found = self.find("tactic", tactic, own or "")
        own = own or (self._strategy_of.get(found) if found and not strategy else None)
        if (own or strategy, found or tactic) == (strategy, tactic):
            return project
        return {**project, "strategy": own or strategy, "tactic": found or tactic}

    def _entry(self, text: str) -> str | None:
        if self._entries is None or text in self._entries or len(text) > _LONGEST_NAME:
            return text
        by_name = self._entries.by_name if isinstance(self._entries, EntryNames) else {}
        return by_name.get(fold_for_comparison(text))

    def _item(self, text: str) -> str | None:
        if text == BUDGET_MATRIX:
            return text
        for kind in ("project", "row", "strategy", "tactic", "document"):
            if text in self._kinds[kind].ids:
                return text
        return self._kinds["project"].find(text) or self._kinds["strategy"].find(text)


def _records(data: Any, key: str) -> Iterator[Mapping[str, Any]]:
    below = data.get(key) if isinstance(data, dict) else None
    for one in below if isinstance(below, list) else ():
        if isinstance(one, dict):
            yield one


def _texts(record: Mapping[str, Any]) -> Iterator[str]:
    for key in ("name", "position"):
        if isinstance(record.get(key), str):
            yield record[key]
    aliases = record.get("aliases")
    yield from (one for one in aliases if isinstance(one, str)) if isinstance(aliases, list) else ()


def _number(text: str) -> str:
    plain = to_arabic(normalise(text)).replace(" ", "")
    return _NUMBER_WORDS.sub("", plain, count=1).strip(".()")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for text, identifier in pairs:
        if text:
            found[text] = identifier if found.get(text, identifier) == identifier else None
    return found
