"""The files of one fictional LAO, with realistic size and habits, different per office."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any, TypeAlias

from generator.demo import vocabulary as words
from generator.demo.extras import Extras
from generator.demo.habits import Habits
from generator.demo.offices import Office
from generator.demo.plan_tables import Projects, idp_table, year_results
from generator.demo.yaml_lines import lines_of
from generator.drafting.yaml_writer import Data
from generator.thai.years import Cycle, FiscalYear

Files: TypeAlias = dict[str, str]
"""Text by path below the folder of the LAO."""
OLDEST, OLDER, NEWEST = (Cycle(FiscalYear(year), FiscalYear(year + 2)) for year in (2564, 2567, 2570))
_CYCLES = (
    (0.52, (OLDER,)),
    (0.14, (OLDEST, OLDER)),
    (0.22, (OLDER, NEWEST)),
    (0.05, (OLDEST,)),
    (0.03, (NEWEST,)),
    (0.04, ()),
)
"""Share of LAOs with these plans; LAOs without any have guidelines only."""
MARK = "# ข้อมูลสมมุติทั้งหมด ไม่ใช่ของ อปท. ใด\n"
"""First line of every file."""
MARK_OF_REAL = "# ข้อมูลสมมุติ ชื่อ อปท. เป็นชื่อจริง แต่เนื้อหาทั้งหมดแต่งขึ้นเพื่อทดสอบระบบ\n"


def lao_files(office: Office, seed: int, entries: Mapping[str, str] | None = None) -> Files:
    """Return the files of an LAO; they depend on the seed and its code only, not on other LAOs.

    `entries` are the names of all entries of the national frameworks by id, which some plans reference.
    """
    data, texts = lao_data(office, seed, entries)
    return {name: mark_of(office) + lines_of(one) for name, one in data.items()} | texts


def lao_data(office: Office, seed: int, entries: Mapping[str, str] | None = None) -> tuple[dict[str, Any], Files]:
    """Return the data of its YAML files by path below its folder, and its text files."""
    chance = Random(f"{seed}/{office.code}")  # noqa: S311  # not for security
    ids = list(words.DEPARTMENTS)[: chance.choice((3, 4, 5, 5, 6, 7))]
    data: dict[str, Any] = {"lao.yml": _lao(office, ids, chance)}
    cycles = chance.choices([cycles for _, cycles in _CYCLES], [share for share, _ in _CYCLES])[0]
    texts: Files = {}
    if not cycles or chance.random() < 0.02:
        data["guidelines.yml"] = _guidelines(office, chance)
    for cycle in cycles:
        plan = _Plan(office, cycle, ids, chance, entries or {})
        data |= {f"{cycle.slug}/{name}": one for name, one in plan.files().items()}
        if chance.random() < 0.5:
            texts[f"{cycle.slug}/narrative.md"] = _narrative(chance)
    return data, texts


def mark_of(office: Office) -> str:
    """Return the first line of every YAML file of an LAO."""
    return MARK_OF_REAL if office.is_real else MARK


def _lao(office: Office, ids: list[str], chance: Random) -> dict[str, Any]:
    departments: list[Data] = [{"id": one, "name": words.DEPARTMENTS[one][0]} for one in ids]
    if chance.random() < 0.5:
        departments.append({"id": "all", "name": "ทุกส่วนราชการ", "covers_all": "yes"})
    lao: dict[str, Data] = {
        "code": office.code,
        "type": office.type,
        "name": office.name,
        **({"district": office.district} if office.district else {}),
        "province": office.province,
        "fictional": "content" if office.is_real else "yes",
        "departments": departments,
    }
    if chance.random() < 0.4:
        lao["contact"] = {"unit": f"งานการเจ้าหน้าที่ {words.DEPARTMENTS[ids[0]][0]}"}
    if chance.random() < 0.3:
        lao["staff_counts"] = [
            {
                "fiscal_year": "2567",
                "position_type": kind,
                "people": str(chance.randint(3, 60)),
                "source": "แผนอัตรากำลัง ๓ ปี",
            }
            for kind in (office.staff, "พนักงานจ้าง")
        ]
    return lao


def _guidelines(office: Office, chance: Random) -> list[Data]:
    return [
        {
            "id": "guidelines",
            "title": "แนวทางการพัฒนาบุคลากร",
            "source": {
                "document": f"แนวทางการพัฒนาบุคลากรของ{office.full_name} (สมมุติ)",
                "extent": "partial",
                "sections": ["ข้อ ๑๒"],
                "entered_by": chance.choice(("lao", "third_party")),
            },
            "items": [
                {"number": str(number), "name": goal}
                for number, goal in enumerate(chance.sample(words.GOALS, chance.randint(2, 5)), start=1)
            ],
            "methods": chance.sample(words.METHODS, 4),
        }
    ]


def _narrative(chance: Random) -> str:
    sections = chance.sample(list(words.PARAGRAPHS), chance.randint(1, 4))
    own = " (สรุป)" if chance.random() < 0.7 else ""
    return "\n".join(
        f"## {one}\nที่มา: บทที่ {number}{own}\n\n{words.PARAGRAPHS[one]}\n" for number, one in enumerate(sections, start=2)
    )


class _Plan:
    """One plan being generated."""

    def __init__(
        self, office: Office, cycle: Cycle, departments: list[str], chance: Random, entries: Mapping[str, str]
    ) -> None:
        self._office, self._cycle, self._departments, self._chance = office, cycle, departments, chance
        self._entries = entries
        self._habits = Habits.of(chance)
        voice = self._habits.voice.strategies
        self._strategies = voice[: chance.choice((2, 2, 3, 4))]
        self._state = self._drawn_state()
        self._is_partial = chance.random() < 0.1
        self._basis = chance.choices(("whole_cycle", "per_year", "not_stated", ""), (35, 25, 10, 30))[0]
        self._projects = Projects(self._habits, cycle, self._strategies, departments, chance)
        self._projects.make(10 + min(50, int(chance.expovariate(1 / 15))))

    def files(self) -> dict[str, Any]:
        """Return the data of the plan, by path below its folder."""
        files = {
            "plan.yml": self._plan(),
            "projects.yml": {"section": self._habits.figure("3.11"), "projects": self._projects.rows},
        }
        if self._chance.random() < 0.93:
            files["idp.yml"] = idp_table(self._habits, self._cycle, self._departments, self._office.staff, self._chance)
        if self._state == "announced" and self._cycle != NEWEST and self._chance.random() < 0.4:
            for year in self._cycle.years[: self._chance.randint(1, 2)]:
                results = year_results(self._habits, self._projects, year, self._office.staff, self._chance)
                files[f"results/{year}.yml"] = results
        return files

    def _drawn_state(self) -> str:
        if self._cycle == NEWEST:
            return self._chance.choices(("announced", "draft", "submitted", "approved"), (50, 30, 12, 8))[0]
        return self._chance.choices(("announced", "draft", "approved"), (95, 2, 3))[0]

    def _plan(self) -> dict[str, Any]:
        figure, chance, cycle = self._habits.figure, self._chance, self._cycle
        first, last = cycle.first.be, cycle.last.be
        printed_first = first - 3 if chance.random() < 0.03 else first
        title = figure(f"แผนพัฒนาบุคลากร 3 ปี ประจำปีงบประมาณ พ.ศ. {printed_first} - {last}")
        partial = {"sections": [figure("3.8"), figure("3.11"), figure("3.15")]} if self._is_partial else {}
        topics = dict.fromkeys(words.TOPICS[: len(words.TOPICS) - chance.choice((0, 0, 0, 1, 2))])
        plan = {
            "cycle": cycle.slug,
            "title": title,
            "state": self._state,
            "sources": [
                {
                    "document": f"{title} ของ{self._office.full_name} (สมมุติ)",
                    "extent": "partial" if self._is_partial else "full",
                    **partial,
                    "entered_by": chance.choice(("lao", "lao", "third_party")),
                }
            ],
            **self._official(title),
            "rationale": chance.sample(words.RATIONALE, 2),
            "objectives": chance.sample(words.GOALS, 2),
            "topics": [{"topic": topic, "section": figure(f"บทที่ {1 + at // 2}")} for at, topic in enumerate(topics)],
            "strategies": self._strategy_list(),
            **({"budget_basis": self._basis} if self._basis else {}),
            "methods": [
                {"number": figure(number), "name": name} for number, name in enumerate(words.METHODS[:6], start=1)
            ],
        }
        return plan | Extras(self._office, cycle, self._habits, self._departments, chance).drawn(
            self._projects, self._entries, announced=self._state == "announced"
        )

    def _strategy_list(self) -> list[Data]:
        figure = self._habits.figure
        return [
            {
                "id": f"s{number}",
                "number": figure(number),
                "name": name,
                "tactics": [
                    {"id": f"s{number}t{place}", "number": figure(place), "name": tactic}
                    for place, tactic in enumerate(tactics, start=1)
                ],
            }
            for number, (name, tactics) in enumerate(self._strategies, start=1)
        ]

    def _official(self, title: str) -> dict[str, Any]:
        """Return approval and announcement, as far as the plan's state has them."""
        chance, figure, year = self._chance, self._habits.figure, self._cycle.first.be - 1
        said: dict[str, Any] = {}
        if self._state in ("submitted", "approved", "announced") and chance.random() < 0.6:
            said["submitted"] = figure(f"1 กันยายน {year}")
        if self._state in ("approved", "announced"):
            committee = self._office.committee if chance.random() < 0.97 else "คณะกรรมการพนักงานเทศบาลจังหวัดกระบี่"
            said["approval"] = {
                "committee": committee,
                "meeting": figure(f"9/{year}"),
                "date": figure(f"{chance.randint(15, 26)} กันยายน {year}"),
            }
        if self._state == "announced":
            late = chance.random() < 0.06
            said["announcement"] = {
                "title": f"ประกาศใช้{title}",
                "date": figure(chance.choice((f"29 กันยายน {year}", f"28 ก.ย. {year}", f"วันที่ 30 กันยายน พ.ศ. {year}")))
                if not late
                else figure(f"12 ตุลาคม {year}"),
                "effective_date": figure(f"1 ตุลาคม {year}"),
                "signatory": {"position": self._office.head},
            }
        return said
