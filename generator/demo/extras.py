"""The smaller parts of fictional plans: budget matrix, survey, committee, amendments and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from generator.demo import vocabulary as words
from generator.demo.habits import Habits
from generator.demo.offices import Office
from generator.demo.plan_tables import Projects
from generator.drafting.yaml_writer import Data
from generator.thai.years import Cycle

_CHOICES = {
    "curricula": ("curriculum-1", "curriculum-2", "curriculum-3", "curriculum-4", "curriculum-5"),
    "target_groups": ("target-1", "target-2", "target-3", "target-4"),
    "competencies": ("core-1", "core-2", "core-3", "core-4", "core-5"),
}
"""Master plan entries that plans choose from; missing entries are skipped."""
WRONG_TOTALS = 0.25
"""Share of matrices with a wrong total."""


class Extras:
    """Generates the smaller parts of one plan."""

    def __init__(
        self, office: Office, cycle: Cycle, habits: Habits, departments: Sequence[str], chance: Random
    ) -> None:
        """Take the plan's LAO, habits and random generator."""
        self._office, self._cycle, self._habits = office, cycle, habits
        self._departments, self._chance = departments, chance

    def drawn(self, projects: Projects, entries: Mapping[str, str], *, announced: bool) -> dict[str, Any]:
        """Return the generated keys of plan.yml."""
        parts: tuple[tuple[float, str, Callable[[], Data]], ...] = (
            (0.55, "budget_matrix", lambda: self._matrix(projects)),
            (0.35, "survey", self._survey),
            (0.6, "committee", self._committee),
            (0.6, "monitoring", self._monitoring),
            (0.4, "appointment_order", self._order),
            (0.15 if announced else 0.0, "amendments", lambda: self._amendments(projects)),
            (0.08, "corrections", lambda: self._corrections(projects)),
            (0.3 if announced else 0.0, "documents", self._documents),
        )
        found = {name: make() for share, name, make in parts if self._chance.random() < share}
        for name, choices in _CHOICES.items():
            known = [one for one in choices if one in entries]
            if known and self._chance.random() < 0.4:
                share = len(known) if self._chance.random() < 0.6 else self._chance.randint(1, len(known))
                chosen = sorted(self._chance.sample(known, share))
                found[name] = [{"ref": one, "name": entries[one]} for one in chosen]
        return found

    def _matrix(self, projects: Projects) -> Data:
        figure, chance = self._habits.figure, self._chance
        sums = {(row, column): 0 for row in projects.strategies for column in self._departments}
        for _, strategy, department, baht in projects.amounts:
            sums[strategy, department] += baht
        is_wrong = chance.random() < WRONG_TOTALS
        rows: list[Data] = []
        for row in projects.strategies:
            amounts = [sums[row, column] for column in self._departments]
            total = sum(amounts) + (10_000 if is_wrong and row == projects.strategies[-1] else 0)
            rows.append(
                {
                    "strategy": row,
                    "amounts": [figure(baht) if baht else "-" for baht in amounts],
                    "stated_total": figure(total),
                }
            )
        return {
            "section": figure("3.10"),
            "columns": [{"department": one} for one in self._departments],
            "rows": rows,
            "stated_grand_total": figure(sum(sums.values())),
        }

    def _survey(self) -> Data:
        chance = self._chance
        columns = words.SURVEYED[: chance.randint(3, 5)]
        is_empty = chance.random() < 0.2
        return {
            "section": self._habits.figure("3.9"),
            "columns": columns,
            "rows": [
                {
                    "department": one,
                    "printed": words.DEPARTMENTS[one][0],
                    "cells": ["" if is_empty else self._habits.figure(chance.randint(0, 12)) for _ in columns],
                }
                for one in self._departments
            ],
        }

    def _committee(self) -> Data:
        figure, chance = self._habits.figure, self._chance
        first, last = self._cycle.first.be, self._cycle.last.be
        seats = [
            (self._office.head, "ประธานกรรมการ"),
            (self._office.clerk, "กรรมการ"),
            *((words.DEPARTMENTS[one][1], "กรรมการ") for one in self._departments[1:]),
            ("นักทรัพยากรบุคคล", "กรรมการและเลขานุการ"),
        ]
        if chance.random() < 0.15:
            del seats[chance.randrange(len(seats) - 1)]
        is_wrong = chance.random() < 0.06
        return {
            "section": "บทที่ " + figure(4),
            "years_printed": figure(f"{first - 3} - {last - 3}" if is_wrong else f"{first} - {last}"),
            "members": [
                {"number": figure(number), "position": position, "role": role}
                for number, (position, role) in enumerate(seats, start=1)
            ],
            "duties": [
                {"number": figure(number), "text": duty}
                for number, duty in enumerate(chance.sample(words.DUTIES, 3), start=1)
            ],
        }

    def _monitoring(self) -> Data:
        return {"section": "บทที่ " + self._habits.figure(4), "summary": self._chance.choice(words.FOLLOWED_UP)}

    def _order(self) -> Data:
        year = self._cycle.first.be - 1
        return {
            "number": self._habits.figure(f"{self._chance.randint(80, 600)}/{year}"),
            "date": self._habits.figure(f"{self._chance.randint(1, 28)} กรกฎาคม {year}"),
            "title": "แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาบุคลากร",
        }

    def _amendments(self, projects: Projects) -> Data:
        figure, chance, year = self._habits.figure, self._chance, self._cycle.first.be
        chosen = chance.sample(projects.rows, min(len(projects.rows), chance.randint(1, 3)))
        items: list[Data] = [
            {
                "id": one["id"],
                "what": "budget",
                "before": figure(1_000 * chance.choice((5, 10, 20, 50))),
                "after": one["budget"]
                if isinstance(one["budget"], str)
                else figure(1_000 * chance.choice((15, 30, 60))),
            }
            for one in chosen
        ]
        amendment: dict[str, Data] = {
            "number": figure(1),
            "committee": self._office.committee,
            "meeting": figure(f"3/{year}"),
            "resolution_date": figure(f"{chance.randint(10, 28)} มีนาคม {year}"),
            "announcement_date": figure(f"{chance.randint(1, 20)} เมษายน {year}"),
            "reason": chance.choice(words.AMENDED),
        }
        return [amendment | {"items": items}]

    def _corrections(self, projects: Projects) -> Data:
        chance = self._chance
        one = chance.choice(projects.rows)
        return [
            {
                "date": f"{chance.randint(1, 28)} ม.ค. {self._cycle.first.be}",
                "kind": chance.choice(("transcription", "clerical")),
                "ids": [one["id"]],
                "reason": chance.choice(words.CORRECTED),
                "before": self._habits.figure(chance.choice((2_000, 50_000))),
                "after": one["budget"] if isinstance(one["budget"], str) else self._habits.figure(5_000),
            }
        ]

    def _documents(self) -> Data:
        # A reserved name (RFC 2606).
        address = f"https://{self._office.code}.example/plan-{self._cycle.slug}"
        return [
            {"id": "signed-plan", "kind": "แผนฉบับลงนาม", "title": "แผนพัฒนาบุคลากร (สมมุติ)", "address": f"{address}.pdf"},
            {
                "id": "announcement",
                "kind": "ประกาศ",
                "title": "ประกาศใช้แผน (สมมุติ)",
                "address": f"{address}-announced.pdf",
            },
        ]
