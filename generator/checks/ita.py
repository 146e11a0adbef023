"""Check that the plan shows what the national transparency assessment (ITA) looks for.

The elements come from public sources for 2567 to 2569; no NACC manual confirms them, and every sentence here says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN, listed
from generator.checks.items import PlanItem, ResultsItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.money import BudgetState
from generator.model.official import DocumentState
from generator.thai.reported_text import Reported, reported

_UNCONFIRMED = "องค์ประกอบนี้เป็นไปตามที่พบในแหล่งสาธารณะ ยังไม่ได้ยืนยันกับคู่มือของสำนักงาน ป.ป.ช."


@rule(
    "ITA-001",
    Severity.NOTICE,
    title="องค์ประกอบของแผนที่ ITA ดูเป็นรายโครงการยังไม่ครบ",
    why=f"ผู้ประเมินดูว่าแต่ละโครงการมีงบประมาณและระยะเวลา และถ้าไม่ใช้เงินต้องเขียนไว้ {_UNCONFIRMED}",
    remedy=FILL_IN,
)
def plan_elements(item: PlanItem) -> Iterator[Hit]:
    """Projects without money or time, so that the plan covers no assessment year of its cycle in full."""
    lacking = [
        (index, one)
        for index, one in enumerate(item.projects)
        if item.is_read(index) and (one.budget.state is BudgetState.NOT_STATED or not one.periods.is_stated)
    ]
    if lacking:
        years = " ".join(str(year) for year in item.plan.cycle.years)
        paths = [("projects", index, "name") for index, _ in lacking]
        yield Hit(
            f"ปีที่ประเมิน {years}: {len(lacking)} จาก {len(item.projects)} โครงการไม่มีงบประมาณหรือระยะเวลา "
            f"ได้แก่ {listed(one.name for _, one in lacking)}",
            paths[0],
            "projects.yml",
            also=tuple(paths[1:]),
        )


@rule(
    "ITA-002",
    Severity.NOTICE,
    title="ปีที่ประเมินซึ่งแผนยังไม่มีผลใช้บังคับตั้งแต่ต้นปี",
    why=f"แผนที่ใช้เป็นหลักฐานต้องมีผลใช้บังคับในปีที่ประเมิน {_UNCONFIRMED}",
    remedy="ตรวจวันที่มีผลใช้บังคับในประกาศ ถ้าถูกต้องแล้ว เตรียมคำอธิบายไว้สำหรับปีแรก",
)
def in_force(item: PlanItem) -> Iterator[Hit]:
    """An announced plan that takes effect after the first day of its first year."""
    announcement = item.plan.announcement
    effective = announcement.effective_day if announcement else None
    if item.plan.state is DocumentState.ANNOUNCED and effective and effective > item.plan.cycle.first_day:
        yield Hit(
            f"ปีที่ประเมิน {item.plan.cycle.first}: แผนมีผลหลังวันแรกของปีงบประมาณ",
            ("announcement", "effective_date"),
        )


@rule(
    "ITA-003",
    Severity.NOTICE,
    title="รายงานผลประจำปีที่ยังไม่บอกปัญหาหรือข้อเสนอแนะ",
    why=f"ผู้ประเมินดูผล เงินที่ใช้ ปัญหาอุปสรรค และข้อเสนอแนะ ถ้าไม่มีให้เขียนว่าไม่มี {_UNCONFIRMED}",
    remedy="เติม problems และ suggestions ของโครงการ ถ้าไม่มี ให้เขียนว่า ไม่มี",
)
def report_elements(item: ResultsItem) -> Iterator[Hit]:
    """A twelve-month report without problems and suggestions, not even a statement that there were none.

    A dash is no such statement.
    """
    if item.results.round != "12":
        return
    names = {one.id: one.name for one in item.of.projects}
    found = [
        (index, one)
        for index, one in enumerate(item.results.projects)
        if not one.is_blank and Reported.NOTHING in (reported(one.problems), reported(one.suggestions))
    ]
    if found:
        yield Hit(
            f"ปีที่ประเมิน {item.results.fiscal_year.be + 1}: {len(found)} โครงการไม่บอกปัญหาหรือข้อเสนอแนะ "
            f"ได้แก่ {listed(names.get(one.project, one.project) for _, one in found)}",
            ("projects", found[0][0]),
            also=tuple(("projects", index) for index, _ in found[1:]),
        )
