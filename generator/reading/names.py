"""Resolves references by id, name or printed number: plain data of an LAO's files in, ids out.

Officers may write a Thai name in place of an id. A name or number shared by several records resolves to none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.model.base import YES, own_word_key
from generator.model.content import EntryNames
from generator.thai.dates import Cycle
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison, normalise

BUDGET_MATRIX = "budget_matrix"
"""Id by which an amendment names the department x strategy table."""

_NUMBER_WORDS = re.compile(r"(?:ยุทธศาสตร์|กลยุทธ์|ค่านิยม|ประเด็น)?(?:การพัฒนา)?(?:ที่)?")
_NUMBERED = re.compile(
    r"(?:ยุทธศาสตร์|กลยุทธ์|ค่านิยม|ประเด็น|โครงการ|กิจกรรม)?(?:การพัฒนา)?\s*(?:ที่)?\s*"
    r"(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)\s*[.:)–-]*\s*(?P<name>[^0-9๐-๙.\s].*)",
    re.DOTALL,
)
"""A heading as printed: number and name, `ยุทธศาสตร์ที่ ๑ : พัฒนาบุคลากร`."""
_HEAD_OF = re.compile(r"(?:ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.)\s*(?=กอง|สำนัก|หน่วย|ส่วน)")
_PART_OF = re.compile(r"(?:งาน|ฝ่าย)\S+\s+(?=กอง|สำนัก|หน่วย)")
_CLERK_OFFICE = re.compile("สำนัก(?:งาน)?ปลัด(?:เทศบาล(?:นคร|เมือง|ตำบล)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต|อบจ)?(?:ฯ)?")
_SORT = "(?:ส่วนราชการ|กอง|สำนัก|หน่วยงาน|ฝ่าย|ส่วน)"
_EVERY_DEPARTMENT = re.compile(f"ทุก{_SORT}(?:(?:/|,|และ|หรือ)?(?:ทุก)?{_SORT})*(?:ในสังกัด)?")
_BETWEEN_DEPARTMENTS = re.compile(r"\s*(?:[,/\n;]|และ|,\s*และ)\s*")
_YES = frozenset(map(own_word_key, YES))
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
        self.by_id = _unique((_id_key(identifier), identifier) for identifier in self.ids)
        self.by_name = _unique(names)
        self.by_number = _unique(numbers)
        self.number_of = {identifier: number for number, identifier in numbers}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _RecordKind) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # compared by value, and mutable

    def find(self, text: str) -> str | None:
        if text in self.ids:
            return text
        if len(text) > _LONGEST_NAME:
            return None
        found = self.by_name.get(fold_for_comparison(text)) or self.by_number.get(_number(text))
        return found or self.by_id.get(_id_key(text)) or self._numbered(text)

    def _numbered(self, text: str) -> str | None:
        """Return the record of a number and a name that are both its own."""
        match = _NUMBERED.fullmatch(text)
        found = self.by_name.get(fold_for_comparison(match["name"])) if match else None
        if not match or not found:
            return None
        return found if self.number_of.get(found) in (None, _number(match["number"])) else None


class _Departments(_RecordKind):
    """The departments of an LAO, also by their heads, their parts, and the usual forms of the clerk's office."""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        departments = list(records)
        super().__init__(departments)
        self.by_form = _unique(
            (_department_form(text), one["id"])
            for one in departments
            if isinstance(one.get("id"), str)
            for text in _texts(one)
        )
        self.of_all = _unique(
            ("all", one["id"])
            for one in departments
            if isinstance(one.get("id"), str) and own_word_key(str(one.get("covers_all"))) in _YES
        ).get("all")

    __hash__ = None  # compared by value, and mutable

    def find(self, text: str) -> str | None:
        if found := super().find(text):
            return found
        if len(text) > _LONGEST_NAME:
            return None
        if _EVERY_DEPARTMENT.fullmatch(fold_for_comparison(text)):
            return self.of_all
        return self.by_form.get(_department_form(text))


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
            "department": _Departments(_records(lao, "departments")),
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


def _id_key(text: str) -> str:
    """Return an id in comparable form: case, blanks and underscores make no difference."""
    return "-".join(text.lower().replace("_", " ").split())


def _department_form(text: str) -> str:
    """Return a name of a department without its head's title, the part in front, and the LAO's kind."""
    text = normalise(text)
    text = _PART_OF.sub("", _HEAD_OF.sub("", text, count=1), count=1)
    folded = fold_for_comparison(text.removesuffix("ฯ")).replace(".", "")
    return "สำนักปลัด" if _CLERK_OFFICE.fullmatch(folded) else folded


def _number(text: str) -> str:
    plain = to_arabic(normalise(text)).replace(" ", "")
    return _NUMBER_WORDS.sub("", plain, count=1).strip(".()")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for text, identifier in pairs:
        if text:
            found[text] = identifier if found.get(text, identifier) == identifier else None
    return found
