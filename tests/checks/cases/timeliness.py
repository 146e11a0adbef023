"""STATE: late plans, and cycles that do not follow one another."""

from __future__ import annotations

import datetime

from tests.checks.case import Case, Change

_SUMMER = datetime.date(2023, 8, 1)
"""Before the cycle begins."""
_AUTUMN = datetime.date(2023, 10, 1)
"""First day of the cycle."""
_APRIL = datetime.date(2026, 4, 1)
"""Start of its last half-year."""
_AFTER = datetime.date(2026, 10, 1)
"""The day after its last one."""


def other_plan(cycle: str, state: str = "draft") -> Change:
    """Add another plan of the same LAO."""
    text = f"cycle: {cycle}\nstate: {state}\nsources:\n  - {{extent: full, entered_by: lao}}\n"
    return Change(f"{cycle}/plan.yml", "", text)


def state(word: str, *, dates: bool = False) -> list[Change]:
    """Put the plan in another state, with or without the dates of approval and announcement."""
    changed = [Change("plan", "state: announced", f"state: {word}")]
    if not dates:
        changed.append(Change("plan", "\n  date: 22 กันยายน 2566", ""))
        changed.append(Change("plan", "\n  date: 29 กันยายน 2566", ""))
    return changed


CASES = [
    Case("STATE-001", state("draft"), "“ร่าง”", "state"),
    Case(
        "STATE-001",
        state("submitted"),
        "“เสนอขอความเห็นชอบ”",
        "state",
        silent=state("draft"),
        today=_SUMMER,
        fires_today=_AUTUMN,
    ),
    Case(
        "STATE-001",
        [*state("draft"), Change("plan", "extent: full, entered_by: lao", "extent: full, entered_by: third_party")],
        "อาจเผยแพร่ไว้ที่อื่นแล้ว",
    ),
    Case("STATE-002", state("returned"), "“ส่งกลับแก้ไข”", "state"),
    Case(
        "STATE-002",
        [Change("plan", "state: announced", "state: returned\nreturned: 1 พ.ค. 2566")],
        "1 พฤษภาคม 2566",
        "state",
        silent=[Change("plan", "state: announced", "state: returned\nreturned: 20 ก.ค. 2566")],
        today=_SUMMER,
    ),
    Case(
        "STATE-003",
        [
            Change("plan", "state: announced", "state: approved"),
            Change("plan", "\n  date: 29 กันยายน 2566", ""),
        ],
        "วันที่ 22 กันยายน 2566",
        "state",
        silent=[
            Change("plan", "state: announced", "state: approved"),
            Change("plan", "\n  date: 29 กันยายน 2566", ""),
            Change("plan", "date: 22 กันยายน 2566", "date: 20 ก.พ. 2568"),
        ],
    ),
    Case(
        "STATE-003",
        state("approved"),
        "ยังไม่มีประกาศใช้แผน",
        "state",
        silent=state("approved"),
        today=_SUMMER,
        fires_today=_AFTER,
    ),
    Case("STATE-004", state("approved", dates=True), "“เห็นชอบแล้ว” แต่ระบุวันที่ประกาศใช้แผนไว้แล้ว คือ 29 กันยายน 2566", "state"),
    Case(
        "STATE-004",
        [
            Change("plan", "state: announced", "state: submitted"),
            Change("plan", "\n  date: 29 กันยายน 2566", ""),
        ],
        "คณะกรรมการมีมติเห็นชอบ",
        "state",
        silent=state("draft"),
    ),
    Case(
        "STATE-005",
        [],
        "30 กันยายน 2569",
        "cycle",
        silent=[other_plan("2570-2572")],
        today=_AFTER,
    ),
    Case("STATE-006", [], "30 กันยายน 2569", "cycle", fires_today=_APRIL),
    Case("STATE-006", [], "ร่างแผนรอบถัดไป", silent=[other_plan("2570-2572")], today=_APRIL),
    Case("STATE-007", [Change("results", "", "")], "รอบ 12 เดือนของปีงบประมาณ 2567", "cycle"),
    Case(
        "STATE-007",
        [Change("results", "round: 12", "round: 6")],
        "รอบ 12 เดือนของปีงบประมาณ 2567",
        silent=[Change("results", "round: 12", "round: 6")],
        today=datetime.date(2024, 11, 1),
        fires_today=datetime.date(2024, 12, 1),
    ),
    Case(
        "STATE-007",
        [],
        "รอบ 12 เดือนของปีงบประมาณ 2568 และรอบ 6 เดือนของปีงบประมาณ 2569",
        today=datetime.date(2025, 5, 1),
        fires_today=datetime.date(2026, 6, 1),
    ),
    Case(
        "STATE-008",
        [Change("plan", "state: announced", "state: announced\ncontinues: 2563-2565")],
        "2563-2565 แต่รอบนั้นสิ้นสุดปี 2565",
        "continues",
        silent=[Change("plan", "state: announced", "state: announced\ncontinues: 2564-2566")],
    ),
    Case(
        "STATE-009",
        [other_plan("2569-2571")],
        "2569-2571 ซ้อนกับรอบแผน 2567-2569 ในปี 2569",
        "cycle: 2569-2571",
        silent=[other_plan("2570-2572")],
    ),
]
