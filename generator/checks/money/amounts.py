"""Single amounts that stand out: far larger than the others, not round among round ones, zero, in an idle year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from generator.checks.items import Path, PlanItem, ProjectItem
from generator.checks.money.whole_tables import projects_are_whole
from generator.checks.money.wording_of_amounts import BUDGET_CLAUSE, SOURCE_REMEDY, baht
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.money import BudgetState
from generator.model.project import Project
from generator.thai.text import quoted

_ENOUGH = 5
"""Fewest amounts that show a usual size."""
_TIMES_USUAL = 10
_TIMES_NEXT = 2
_SHARE = 3
"""Divisor of the total: one project with a third of all money stands out."""
_ROUND = 1000
_ROUGHLY_ROUND = 100


@rule(
    "MONEY-011",
    Severity.NOTICE,
    title="โครงการเดียวใช้เงินมากกว่าโครงการอื่นอย่างเห็นได้ชัด",
    why="จำนวนเงินที่โดดจากโครงการอื่นอาจถูกต้อง หรืออาจพิมพ์เลขศูนย์เกินหนึ่งตัว ผู้อ่านควรรู้ก่อนเปรียบเทียบ",
    remedy="เทียบจำนวนเงินกับเอกสารต้นทาง ถ้าถูกต้องแล้ว ชี้แจงเหตุผลใน acknowledged: ได้",
)
def out_of_proportion(item: PlanItem) -> Iterator[Hit]:
    """One project with a third of all money, twice as much as any other and ten times the usual amount."""
    found = sorted(_amounts(item), key=lambda one: one[2])
    if len(found) < _ENOUGH or not projects_are_whole(item):
        return
    (_, _, second), (index, project, first) = found[-2:]
    total = sum((amount for _, _, amount in found), Decimal(0))
    usual = median(amount for _, _, amount in found)
    if first * _SHARE >= total and first >= second * _TIMES_NEXT and first >= usual * _TIMES_USUAL:
        share = f"{first * 100 / total:.0f}"
        yield Hit(
            f"โครงการ {quoted(project.name)} ใช้ {baht(first)} คิดเป็นร้อยละ {share} ของเงินทุกโครงการ "
            f"ขณะที่โครงการรองลงมาใช้ {baht(second)} และโครงการครึ่งหนึ่งใช้ไม่เกิน {baht(usual)}",
            ("projects", index, "budget"),
            "projects.yml",
        )


@rule(
    "MONEY-012",
    Severity.NOTICE,
    title="จำนวนเงินมีเศษขณะที่จำนวนอื่นเป็นจำนวนเต็มพัน",
    why="เศษที่มีอยู่รายการเดียวอาจมาจากการพิมพ์ตกหรือเกิน",
    remedy="เทียบจำนวนเงินกับเอกสารต้นทาง ถ้าถูกต้องแล้ว ไม่ต้องแก้ไข หรือชี้แจงใน acknowledged: ได้",
)
def not_round(item: PlanItem) -> Iterator[Hit]:
    """One amount of a table that is no multiple of a thousand baht, if all others are."""
    found = _amounts(item)
    odd = [one for one in found if one[2] % _ROUND]
    if len(found) > _ENOUGH and len(odd) == 1 and _is_odd(odd[0][2]):
        index, project, amount = odd[0]
        yield Hit(
            f"โครงการ {quoted(project.name)} ใช้ {baht(amount)} "
            f"ขณะที่อีก {len(found) - 1} โครงการเป็นจำนวนเต็มพันบาททุกโครงการ",
            ("projects", index, "budget"),
            "projects.yml",
        )
    rows = item.plan.budget_matrix.rows if item.plan.budget_matrix else ()
    cells = [
        (row, column, cell) for row, one in enumerate(rows) for column, cell in enumerate(one.amounts_baht) if cell
    ]
    strange = [one for one in cells if one[2] % _ROUND]
    if len(cells) > _ENOUGH and len(strange) == 1 and _is_odd(strange[0][2]):
        row, column, cell = strange[0]
        yield Hit(
            f"ตารางงบประมาณมีช่องหนึ่งเป็น {baht(cell)} ขณะที่อีก {len(cells) - 1} ช่องเป็นจำนวนเต็มพันบาททุกช่อง",
            ("budget_matrix", "rows", row, "amounts", column),
        )


def _is_odd(amount: Decimal) -> bool:
    """Return whether an amount looks mistyped among thousands: 2,500 does not, 30,007 and 200 do."""
    return bool(amount % _ROUGHLY_ROUND) or amount < _ROUND


@rule(
    "MONEY-013",
    Severity.WARNING,
    title="งบประมาณเขียนเป็นศูนย์แทนคำว่าไม่ใช้งบประมาณ",
    why="เลขศูนย์อ่านได้ทั้งว่าไม่ใช้เงิน ยังไม่ตั้งงบ หรือกรอกไม่ครบ ผู้อ่านและผู้ประเมินจึงต้องเดา",
    remedy="ถ้าโครงการไม่ใช้เงิน ให้เขียน ไม่ใช้งบประมาณ ถ้าเอกสารไม่ระบุ ให้เว้นว่าง ถ้าเอกสารพิมพ์เลขศูนย์ไว้จริง ให้ชี้แจงใน acknowledged:",
    clause=BUDGET_CLAUSE,
)
def zero(item: PlanItem) -> Iterator[Hit]:
    """Projects with the amount 0; one finding for all of them."""
    zeros = [index for index, project in enumerate(item.projects) if project.budget.total_baht == 0]
    if not zeros:
        return
    first = f"โครงการ {quoted(item.projects[zeros[0]].name)}"
    who = first if len(zeros) == 1 else f"{len(zeros)} โครงการ เช่น {first}"
    said = sum(project.budget.state is BudgetState.NO_BUDGET for project in item.projects)
    others = f" ขณะที่อีก {said} โครงการเขียนว่า ไม่ใช้งบประมาณ" if said else ""
    paths: list[Path] = [("projects", index, "budget") for index in zeros]
    yield Hit(f"{who} ระบุงบประมาณเป็น 0 บาท{others}", paths[0], "projects.yml", also=tuple(paths[1:]))


@rule(
    "MONEY-014",
    Severity.WARNING,
    title="งบประมาณรายปีอยู่ในปีที่ไม่มีระยะเวลาดำเนินการ",
    why="เงินที่ตั้งในปีที่ไม่มีกำหนดดำเนินการใช้ไม่ได้ หรือปีใดปีหนึ่งพิมพ์ผิด",
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
)
def money_without_period(item: ProjectItem) -> Iterator[Hit]:
    """Amounts in years of the cycle in which the project has no quarter, though it has some in others."""
    project = item.project
    if not project.periods.years:
        return
    # Years outside the cycle have their own finding, whatever their period.
    idle = [
        (year, amount)
        for year, amount in (project.budget.by_year or {}).items()
        if amount and not project.periods.runs_in(year) and year in item.of.plan.cycle.years
    ]
    if idle:
        yield Hit(
            f"โครงการ {quoted(project.name)} ตั้งเงิน {listed(f'ปี {year} {baht(amount)}' for year, amount in idle)} "
            "แต่ไม่มีระยะเวลาดำเนินการในปีนั้น",
            ("budget",),
        )


def _amounts(item: PlanItem) -> list[tuple[int, Project, Decimal]]:
    return [(index, one, one.budget.total_baht) for index, one in enumerate(item.projects) if one.budget.total_baht]
