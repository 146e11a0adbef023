"""Edits of one fictional plan, as an office makes them: changes its data and describes the change.

Each edit changes one thing and returns a description, or None if the plan has nothing of the kind. Amendments and
corrections are not declared here: `plan_story.py` adds them, or leaves them out on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from generator.demo import vocabulary as words
from generator.drafting.yaml_writer import Data
from generator.thai.numerals import to_arabic, to_thai
from generator.thai.years import Cycle

_CELL = re.compile(r"(?P<before>(?:ปีละ )?)(?P<number>[0-9๐-๙,]+)(?P<after>(?:\.-)?(?: บาท)?)(?P<words>(?: \(.*\))?)")
"""A budget cell with an amount, as `Habits` prints it."""
_FACTORS = (0.5, 0.8, 1.25, 1.5, 2.0)
_FEWEST = 8
"""Fewest projects of a plan."""
MATRIX = "budget_matrix"


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One change."""

    id: str
    what: str
    """As in `amendments:`: budget, period, responsible, added or removed."""
    before: str | None
    after: str | None
    said: str
    """The change in an officer's words."""
    with_matrix: bool = False
    """Whether the budget matrix was changed too."""

    def item(self) -> Data:
        """Return the entry under `items:` of an amendment."""
        values = {"before": self.before, "after": self.after}
        return {"id": self.id, "what": self.what, **{key: value for key, value in values.items() if value}}


def amount_of(cell: Data) -> int | None:
    """Return the baht of a budget cell, all years together; None without an amount."""
    if isinstance(cell, str):
        found = _CELL.fullmatch(cell)
        return int(to_arabic(found["number"]).replace(",", "")) if found else None
    amounts = [amount_of(one) for one in (cell.values() if isinstance(cell, Mapping) else cell)]
    return sum(one or 0 for one in amounts) if any(amounts) else None


def with_amounts(cell: Data, change: Callable[[int], int]) -> Data:
    """Return a budget cell with changed amounts in the same print form."""
    if isinstance(cell, Mapping):
        return {year: with_amounts(one, change) for year, one in cell.items()}
    found = _CELL.fullmatch(cell) if isinstance(cell, str) else None
    if not found:
        return cell
    baht = change(int(to_arabic(found["number"]).replace(",", "")))
    number = f"{baht:,}" if found["number"] == to_arabic(found["number"]) else to_thai(f"{baht:,}")
    in_words = words.AMOUNTS_IN_WORDS.get(baht) if found["words"] else None
    return f"{found['before']}{number}{found['after']}" + (f" ({in_words})" if in_words else "")


def printed(cell: Data) -> str:
    """Return a cell as one text."""
    if isinstance(cell, Mapping):
        return ", ".join(f"{key}: {printed(one)}" for key, one in cell.items())
    return cell if isinstance(cell, str) else ", ".join(map(printed, cell))


class PlanEdits:
    """Edits of one plan."""

    def __init__(
        self, cycle: Cycle, files: Mapping[str, Any], departments: Mapping[str, str], reported: set[str], chance: Random
    ) -> None:
        """Take the plan's data by file name, department names by id, and the projects with results."""
        self._cycle, self._chance, self._departments, self._reported = cycle, chance, departments, reported
        self._plan: dict[str, Any] = files["plan.yml"]
        self._rows: list[dict[str, Any]] = files["projects.yml"]["projects"]
        self._ids = {row["id"] for row in self._rows}
        """All ids so far: ids are never reused."""
        self._is_thai = self._plan["title"] != to_arabic(self._plan["title"])

    def figure(self, text: str | int) -> str:
        """Return a number in the plan's digits."""
        return to_thai(str(text)) if self._is_thai else str(text)

    def any_edits(self, most: int) -> list[PlanEdit]:
        """Make up to `most` changes, each to another project, and at least one; return them."""
        found: dict[str, PlanEdit] = {}
        ways = (self.change_budget, self.change_budget, self.move_period, self.change_responsible)
        for way in self._chance.choices((*ways, self.add_project, self.drop_project), k=self._chance.randint(1, most)):
            if edit := way(frozenset(found)):
                found[edit.id] = edit
        if not found:
            edit = self.add_project()
            found[edit.id] = edit
        return list(found.values())

    def change_budget(self, but: frozenset[str] = frozenset()) -> PlanEdit | None:
        """Change a project's money, and the budget matrix by the same amount."""
        row = self._one(but, lambda row: amount_of(row["budget"]) is not None)
        if row is None:
            return None
        factor, before = self._chance.choice(_FACTORS), row["budget"]
        row["budget"] = with_amounts(before, lambda baht: _rounded(baht, factor))
        more = (amount_of(row["budget"]) or 0) - (amount_of(before) or 0)
        said = f"{'เพิ่ม' if more > 0 else 'ลด'}งบประมาณ{row['name']}"
        with_matrix = self._add_to_matrix(row, more)
        return PlanEdit(row["id"], "budget", printed(before), printed(row["budget"]), said, with_matrix)

    def mistyped_budget(self) -> PlanEdit | None:
        """Shift an amount by one decimal place, as when correcting a typing error; the matrix was right."""
        row = self._one(frozenset(), lambda row: amount_of(row["budget"]) is not None)
        if row is None:
            return None
        before = row["budget"]
        row["budget"] = with_amounts(before, lambda baht: baht // 10 if baht >= 50_000 else baht * 10)
        said = f"แก้จำนวนเงินของ{row['name']}ที่บันทึกผิด"
        return PlanEdit(row["id"], "budget", printed(before), printed(row["budget"]), said)

    def move_period(self, but: frozenset[str] = frozenset()) -> PlanEdit | None:
        """Move a project to another time."""
        row = self._one(but, lambda row: "periods" in row)
        if row is None:
            return None
        before = row["periods"]
        years = self._chance.sample(self._cycle.years, 2)
        choices = [{str(year): self._chance.choice(words.QUARTERS)} for year in years]
        row["periods"] = next(one for one in choices if one != before)
        said = f"เลื่อนระยะเวลาดำเนินการของ{row['name']}"
        return PlanEdit(row["id"], "period", printed(before), printed(row["periods"]), said)

    def change_responsible(self, but: frozenset[str] = frozenset()) -> PlanEdit | None:
        """Move a project to another department."""
        row = self._one(but, lambda row: bool(row.get("responsible")))
        if row is None:
            return None
        before, own = row["responsible"], self._department(row)
        other = self._chance.choice([one for one in self._departments if one != own])
        name = self._departments[other]
        is_text = isinstance(before, str)
        row["responsible"] = (
            name if is_text else {"departments": [other]} | ({"printed": name} if "printed" in before else {})
        )
        was = before if is_text else before.get("printed") or self._departments[own or other]
        return PlanEdit(row["id"], "responsible", was, name, f"เปลี่ยนผู้รับผิดชอบ{row['name']}เป็น{name}")

    def add_project(self, but: frozenset[str] = frozenset()) -> PlanEdit:
        """Add a project after the last one of some tactic."""
        last = self._one(but, lambda _: True) or self._rows[-1]
        tactic = last["tactic"]
        at = max(place for place, row in enumerate(self._rows) if row["tactic"] == tactic)
        number = sum(row["tactic"] == tactic for row in self._rows) + 1
        free = number
        while f"{tactic}-{free}" in self._ids:
            free += 1
        name = f"โครงการอบรมเรื่อง{self._chance.choice(words.PROJECT_TOPICS)}{self._chance.choice(words.PROJECT_ENDS)}"
        row = {**last, "id": f"{tactic}-{free}", "number": self.figure(number), "name": name}
        self._ids.add(row["id"])
        self._rows.insert(at + 1, row)
        return PlanEdit(row["id"], "added", None, name, f"เพิ่ม{name}")

    def drop_project(self, but: frozenset[str] = frozenset()) -> PlanEdit | None:
        """Delete a project without results."""
        row = self._one(but, lambda row: row["id"] not in self._reported) if len(self._rows) > _FEWEST else None
        if row is None:
            return None
        self._rows.remove(row)
        return PlanEdit(row["id"], "removed", row["name"], None, f"ยกเลิก{row['name']}")

    def _one(self, but: frozenset[str], fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any] | None:
        found = [row for row in self._rows if row["id"] not in but and fits(row)]
        return self._chance.choice(found) if found else None

    def _department(self, row: Mapping[str, Any]) -> str | None:
        said = row.get("responsible", "")
        if isinstance(said, str):
            return next((one for one, name in self._departments.items() if name == said), None)
        found: str = said["departments"][0]
        return found

    def _add_to_matrix(self, row: Mapping[str, Any], more: int) -> bool:
        matrix, department = self._plan.get(MATRIX), self._department(row)
        if not matrix or {"department": department} not in matrix["columns"]:
            return False
        column = matrix["columns"].index({"department": department})
        for line in matrix["rows"]:
            if line["strategy"] == row["strategy"]:
                line["amounts"][column] = self._more(line["amounts"][column], more)
                line["stated_total"] = self._more(line["stated_total"], more)
                matrix["stated_grand_total"] = self._more(matrix["stated_grand_total"], more)
        return True

    def _more(self, cell: str, more: int) -> str:
        baht = max(0, (amount_of(cell) or 0) + more)
        return self.figure(f"{baht:,}") if baht else "-"


def _rounded(baht: int, factor: float) -> int:
    found = max(1_000, round(baht * factor / 500) * 500)
    return found if found != baht else baht + 5_000
