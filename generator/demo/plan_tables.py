"""The large tables of a fictional plan: projects, positions, results."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from generator.demo import vocabulary as words
from generator.demo.habits import Habits
from generator.drafting.yaml_writer import Data
from generator.thai.years import Cycle, FiscalYear

_AMOUNTS = (5, 8, 10, 10, 12, 15, 20, 20, 20, 25, 30, 30, 40, 50, 50, 80, 100, 150, 200, 300)
"""Thousands of baht."""


class Projects:
    """The project table of one plan."""

    def __init__(
        self,
        habits: Habits,
        cycle: Cycle,
        strategies: Sequence[tuple[str, Sequence[str]]],
        departments: Sequence[str],
        chance: Random,
    ) -> None:
        """Take the plan's habits and structure; `make` generates the rows."""
        self._habits, self._cycle, self._departments, self._chance = habits, cycle, departments, chance
        self._places = [
            (f"s{number}", f"s{number}t{place}")
            for number, (_, tactics) in enumerate(strategies, start=1)
            for place, _ in enumerate(tactics, start=1)
        ]
        self.rows: list[dict[str, Any]] = []
        self.amounts: list[tuple[str, str, str, int]] = []
        """For each project with an amount: id, strategy, department, and the baht of its cell."""
        self.years: dict[str, list[FiscalYear]] = {}
        """Years of each project, by id."""
        self._skips = chance.random() < 0.1
        self._unsaid = 0.25 if chance.random() < 0.12 else 0.0
        self._misspells = 0.3 if chance.random() < 0.12 else 0.0
        self._without_money = chance.uniform(0.1, 0.6)

    @property
    def strategies(self) -> list[str]:
        """Ids of the strategies, in order."""
        return list(dict.fromkeys(strategy for strategy, _ in self._places))

    def make(self, count: int) -> None:
        """Generate `count` rows; every tactic has a project, as in most plans."""
        below: dict[str, int] = {}
        names: set[str] = set()
        for strategy, tactic in sorted(
            [*self._places, *self._chance.choices(self._places, k=count - len(self._places))]
        ):
            below[tactic] = below.get(tactic, 0) + 1
            self.rows.append(self._project(strategy, tactic, below[tactic], names))

    def _project(self, strategy: str, tactic: str, number: int, names: set[str]) -> dict[str, Any]:
        chance, habits = self._chance, self._habits
        department = chance.choice(self._departments)
        identifier = f"{tactic}-{number}"
        years = self.years[identifier] = self._years()
        return {
            "id": identifier,
            "strategy": strategy,
            "tactic": tactic,
            "number": habits.figure(number + (self._skips and number > 2)),
            "name": self._name(names),
            "indicator": chance.choice(habits.voice.indicators),
            "targets": self._targets(),
            "budget": self._budget(identifier, strategy, department, years),
            "periods": habits.period(years, self._cycle, chance),
            **self._responsible(department),
        }

    def _name(self, names: set[str]) -> str:
        chance = self._chance
        parts = (
            chance.choice(self._habits.voice.beginnings),
            chance.choice(words.PROJECT_TOPICS),
            chance.choice(words.PROJECT_ENDS),
        )
        name = "".join(parts)
        if name in names and chance.random() < 0.97:
            return self._name(names)
        names.add(name)
        return name

    def _targets(self) -> Data:
        chance, habits = self._chance, self._habits
        quantity = habits.voice.quantity.format(habits.figure(chance.randint(4, 60)))
        quality = habits.voice.quality.format(habits.figure(chance.choice((70, 80, 85, 90))))
        if habits.targets == "one":
            return f"{quantity} {quality}"
        benefit = {"benefit": chance.choice(words.BENEFITS)} if habits.targets == "three" else {}
        return {"quantity": quantity, "quality": quality, **benefit}

    def _budget(self, identifier: str, strategy: str, department: str, years: list[FiscalYear]) -> Data:
        chance = self._chance
        if chance.random() < self._without_money:
            return chance.choice(words.NO_BUDGET)
        if chance.random() < 0.06:
            return chance.choice(words.IN_WORDS)
        baht = 1_000 * chance.choice(_AMOUNTS)
        times = len(years) if self._habits.by_year else 1
        self.amounts.append((identifier, strategy, department, baht * times))
        return self._habits.amount(baht, years)

    def _responsible(self, department: str) -> dict[str, Data]:
        chance, name = self._chance, words.DEPARTMENTS[department][0]
        if chance.random() < self._unsaid:
            return {}
        wrong = words.MISSPELT_DEPARTMENTS.get(name)
        if wrong and chance.random() < self._misspells:
            return {"responsible": chance.choice(wrong)}
        if self._habits.responsible == "text":
            return {"responsible": name}
        printed = {"printed": name} if self._habits.responsible == "printed" else {}
        return {"responsible": {"departments": [department], **printed}}

    def _years(self) -> list[FiscalYear]:
        years = list(self._cycle.years)
        return years if self._chance.random() < 0.7 else [self._chance.choice(years)]


def idp_table(habits: Habits, cycle: Cycle, departments: Sequence[str], staff: str, chance: Random) -> dict[str, Any]:
    """Return the IDP table; at least five positions, usually about thirty."""
    known = words.METHODS[: chance.randint(6, len(words.METHODS))]
    shift = 3 if chance.random() < 0.05 else 0  # a heading left over from the previous plan
    printed = [habits.figure(str(year.be - shift)) for year in cycle.years]
    rows = []
    for number in range(1, min(120, 5 + int(chance.expovariate(1 / 25))) + 1):
        department = chance.choice(departments)
        methods = sorted(chance.sample(range(1, len(known) + 1), chance.randint(1, 4)))
        skills = chance.sample(words.SKILLS, chance.randint(1, 4))
        rows.append(
            {
                "id": f"idp-{number:02}",
                "department": department,
                "staff_category": chance.choice((staff, "พนักงานจ้างตามภารกิจ", "พนักงานจ้างทั่วไป")),
                "position": words.DEPARTMENTS[department][1]
                if number == 1
                else chance.choice(words.POSITIONS[department]),
                "skills": [
                    {"number": habits.figure(place), "text": text} for place, text in enumerate(skills, start=1)
                ],
                "goals": [{"number": habits.figure(1), "text": chance.choice(words.GOALS)}],
                "methods": [habits.figure(one) for one in methods],
                "years": printed if chance.random() < 0.7 else [chance.choice(printed)],
            }
        )
    legend = [{"number": habits.figure(number), "name": name} for number, name in enumerate(known, start=1)]
    return {"section": habits.figure("3.15"), "years": printed, "methods": legend, "rows": rows}


def year_results(habits: Habits, projects: Projects, year: FiscalYear, staff: str, chance: Random) -> dict[str, Any]:
    """Return the results of the projects in one year."""
    amounts = {identifier: baht for identifier, _, _, baht in projects.amounts}
    months = chance.choice(("6", "12"))
    rows = []
    for one in projects.rows:
        if chance.random() < (0.15 if year in projects.years[one["id"]] else 0.97):
            continue
        status = chance.choice(("done", "done", "done", "in_progress", "not_started", "cancelled"))
        row = {"project": one["id"], "status": status}
        if status in ("done", "in_progress"):
            baht = amounts.get(one["id"], 0)
            share = chance.choice((0.2, 0.33, 0.5, 0.9, 1.0, 1.0, 1.2)) if baht else 0
            row["spent"] = habits.figure(int(baht * share / 3) // 100 * 100)
            row["people"] = habits.figure(chance.randint(3, 60))
            row["indicator_result"] = f"ร้อยละ {habits.figure(chance.randint(60, 100))}"
        if chance.random() < 0.3:
            row |= {"problems": chance.choice(words.PROBLEMS), "suggestions": chance.choice(words.SUGGESTIONS)}
        rows.append(row)
    total = chance.randint(8, 90)
    return {
        "fiscal_year": str(year),
        "round": months,
        "as_of": f"30 ก.ย. {year}" if months == "12" else f"31 มี.ค. {year}",
        "projects": rows,
        "staff": [{"position_type": staff, "total": str(total), "trained": str(chance.randint(1, total))}],
    }
