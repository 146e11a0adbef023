"""The files of a fictional LAO: of the size and with the habits that real ones have, each office in its own way."""

from __future__ import annotations

from random import Random
from typing import Any, TypeAlias

from generator.demo import vocabulary as words
from generator.demo.offices import Office
from generator.drafting.yaml_writer import Data, yaml_text
from generator.thai.numerals import to_thai
from generator.thai.years import Cycle, FiscalYear

Files: TypeAlias = dict[str, str]
"""Text by path below the folder of the LAO."""
NEWEST = Cycle(FiscalYear(2567), FiscalYear(2569))
_OLDER = Cycle(FiscalYear(2564), FiscalYear(2566))

_MARK = "# ข้อมูลสมมุติทั้งหมด ไม่ใช่ของ อปท. ใด\n"
"""Heads every file."""


def lao_files(office: Office, seed: int) -> Files:
    """Return the files of an LAO. What it is like depends on the seed and its code alone, not on the other LAOs."""
    chance = Random(f"{seed}/{office.code}")  # noqa: S311  # nobody guards anything with it
    ids = list(words.DEPARTMENTS)[: chance.choice((3, 4, 5, 5, 6, 7))]
    lao = {
        "code": office.code,
        "type": office.type,
        "name": office.name,
        "district": office.district,
        "province": office.province,
        "departments": [{"id": one, "name": words.DEPARTMENTS[one][0]} for one in ids],
    }
    files = {"lao.yml": _text(lao)}
    if chance.random() < 0.04:
        return files | {"guidelines.yml": _guidelines(office)}
    if chance.random() < 0.2:
        files |= _Plan(office, _OLDER, ids, chance).files(has_results=True)
    has_results = chance.random() < 0.35
    return files | _Plan(office, NEWEST, ids, chance).files(has_results=has_results)


def _text(data: dict[str, Any]) -> str:
    return _MARK + yaml_text(data)


def _guidelines(office: Office) -> str:
    document: Data = {
        "id": "guidelines",
        "title": "แนวทางการพัฒนาบุคลากร",
        "source": {
            "document": f"แนวทางการพัฒนาบุคลากรของ{office.full_name} (สมมุติ)",
            "extent": "partial",
            "entered_by": "lao",
        },
        "items": [{"number": str(number), "name": goal} for number, goal in enumerate(words.GOALS, start=1)],
        "methods": list(words.METHODS),
    }
    return _MARK + yaml_text([document])


class _Plan:
    """One plan in the making."""

    def __init__(self, office: Office, cycle: Cycle, departments: list[str], chance: Random) -> None:
        self._office, self._cycle, self._departments, self._chance = office, cycle, departments, chance
        self._strategies = words.STRATEGIES[: chance.choice((2, 2, 3, 4))]
        self._is_draft = cycle == NEWEST and chance.random() < 0.06
        self._has_thai_digits = chance.random() < 0.8
        self._basis = chance.choice(("whole_cycle", "per_year", ""))
        self._projects = self._make_projects(chance.randint(10, 60))

    def files(self, *, has_results: bool) -> Files:
        """Return the files of the plan, by path below the folder of the LAO."""
        files = {"plan.yml": self._plan(), "projects.yml": {"projects": self._projects}, "idp.yml": self._idp()}
        if has_results and not self._is_draft:
            year = self._cycle.first
            files[f"results/{year}.yml"] = self._results(year)
        return {f"{self._cycle.slug}/{name}": _text(data) for name, data in files.items()}

    def _figure(self, number: int | str) -> str:
        text = f"{number:,}" if isinstance(number, int) else number
        return to_thai(text) if self._has_thai_digits else text

    def _plan(self) -> dict[str, Any]:
        first, last = self._cycle.first.be, self._cycle.last.be
        title = self._figure(f"แผนพัฒนาบุคลากร ๓ ปี ประจำปีงบประมาณ พ.ศ. {first} - {last}")
        announced = {
            "approval": {
                "committee": f"ก.จังหวัด{self._office.province}",
                "meeting": f"๙/{first - 1}",
                "date": f"22 กันยายน {first - 1}",
            },
            "announcement": {
                "title": f"ประกาศใช้{title}",
                "date": f"29 กันยายน {first - 1}",
                "effective_date": f"1 ตุลาคม {first - 1}",
            },
        }
        topics = dict.fromkeys(words.TOPICS[: len(words.TOPICS) - self._chance.choice((0, 0, 0, 1, 2))])
        return {
            "cycle": self._cycle.slug,
            "title": title,
            "state": "draft" if self._is_draft else "announced",
            "sources": [
                {"document": f"{title} ของ{self._office.full_name} (สมมุติ)", "extent": "full", "entered_by": "lao"}
            ],
            **({} if self._is_draft else announced),
            "objectives": self._chance.sample(words.GOALS, 2),
            "topics": [
                {"topic": topic, "section": self._figure(f"บทที่ {1 + at // 2}")} for at, topic in enumerate(topics)
            ],
            "strategies": [
                {
                    "id": f"s{number}",
                    "number": self._figure(number),
                    "name": name,
                    "tactics": [
                        {"id": f"s{number}t{place}", "number": self._figure(place), "name": tactic}
                        for place, tactic in enumerate(tactics, start=1)
                    ],
                }
                for number, (name, tactics) in enumerate(self._strategies, start=1)
            ],
            **({"budget_basis": self._basis} if self._basis else {}),
            "methods": [
                {"number": self._figure(number), "name": name} for number, name in enumerate(words.METHODS, start=1)
            ],
        }

    def _make_projects(self, count: int) -> list[dict[str, Any]]:
        places = [
            (f"s{number}", f"s{number}t{place}")
            for number, (_, tactics) in enumerate(self._strategies, start=1)
            for place, _ in enumerate(tactics, start=1)
        ]
        below: dict[str, int] = {}
        projects = []
        # Every tactic has a project, as in most plans.
        for strategy, tactic in sorted([*places, *self._chance.choices(places, k=count - len(places))]):
            below[tactic] = below.get(tactic, 0) + 1
            projects.append(self._project(strategy, tactic, below[tactic]))
        return projects

    def _project(self, strategy: str, tactic: str, number: int) -> dict[str, Any]:
        chance = self._chance
        department = chance.choice(self._departments)
        parts = (
            chance.choice(words.PROJECT_BEGINNINGS),
            chance.choice(words.PROJECT_TOPICS),
            chance.choice(words.PROJECT_ENDS),
        )
        return {
            "id": f"{tactic}-{number}",
            "strategy": strategy,
            "tactic": tactic,
            "number": self._figure(number),
            "name": "".join(parts),
            "indicator": chance.choice(words.INDICATORS),
            "targets": {
                "quantity": f"บุคลากร {self._figure(chance.randint(4, 60))} คน",
                "quality": f"ผ่านเกณฑ์ร้อยละ {self._figure(chance.choice((70, 80, 85, 90)))}",
                "benefit": chance.choice(words.BENEFITS),
            },
            "budget": self._budget(),
            "periods": {str(year): chance.choice(words.QUARTERS) for year in self._years()},
            "responsible": {"departments": [department], "printed": words.DEPARTMENTS[department][0]},
        }

    def _years(self) -> list[FiscalYear]:
        years = list(self._cycle.years)
        return years if self._chance.random() < 0.7 else [self._chance.choice(years)]

    def _budget(self) -> str:
        kind = self._chance.random()
        if kind < 0.25:
            return self._chance.choice(words.NO_BUDGET)
        if kind < 0.3:
            return self._chance.choice(words.IN_WORDS)
        return self._figure(1_000 * self._chance.choice((5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 80, 100, 150, 200)))

    def _idp(self) -> dict[str, Any]:
        chance = self._chance
        rows = []
        count = min(120, 5 + int(chance.expovariate(1 / 25)))
        for number in range(1, count + 1):
            department = chance.choice(self._departments)
            numbers = sorted(chance.sample(range(1, len(words.METHODS) + 1), chance.randint(1, 4)))
            rows.append(
                {
                    "id": f"idp-{number:02}",
                    "department": department,
                    "staff_category": chance.choice(words.STAFF_CATEGORIES),
                    "position": words.DEPARTMENTS[department][1]
                    if number == 1
                    else chance.choice(words.POSITIONS[department]),
                    "skills": [
                        {"number": self._figure(place), "text": text}
                        for place, text in enumerate(chance.sample(words.SKILLS, 3), start=1)
                    ],
                    "goals": [{"number": self._figure(1), "text": chance.choice(words.GOALS)}],
                    "methods": [self._figure(one) for one in numbers],
                    "years": [self._figure(str(year)) for year in self._years()],
                }
            )
        years = [self._figure(str(year)) for year in self._cycle.years]
        legend = [{"number": self._figure(number), "name": name} for number, name in enumerate(words.METHODS, start=1)]
        return {"years": years, "methods": legend, "rows": rows}

    def _results(self, year: FiscalYear) -> dict[str, Any]:
        chance = self._chance
        reported = [one for one in self._projects if str(year) in one["periods"] and chance.random() < 0.8]
        return {
            "fiscal_year": str(year),
            "round": chance.choice(("6", "12")),
            "as_of": f"30 ก.ย. {year}",
            "projects": [
                {
                    "project": one["id"],
                    "status": chance.choice(("done", "done", "done", "in_progress", "not_started")),
                    "spent": "๐" if one["budget"] in words.NO_BUDGET else self._figure(500 * chance.randint(4, 60)),
                    "people": self._figure(chance.randint(3, 60)),
                    "indicator_result": f"ร้อยละ {self._figure(chance.randint(60, 100))}",
                }
                for one in reported
            ],
        }
