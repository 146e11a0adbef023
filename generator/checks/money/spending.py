"""Money spent compared with the plan; amounts are judged only if their basis is stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.items import PlanItem, ResultsItem
from generator.checks.memos import IdentityMemo
from generator.checks.money.wording_of_amounts import baht
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, Reader, figures, rule
from generator.facts.project_years import latest_reports
from generator.findings import Severity
from generator.model.money import WITHOUT_AMOUNT, Budget, BudgetBasis, BudgetState
from generator.model.plan import PlanFolder
from generator.model.project import Project
from generator.model.results import ProjectResult, ResultStatus
from generator.thai.text import quoted
from generator.thai.years import FiscalYear

_REMEDY = "ตรวจจำนวนเงินในรายงานผลอีกครั้ง ถ้าถูกต้อง ให้บอกเหตุผลในช่อง problems ของโครงการ หรือชี้แจงใน acknowledged:"


@rule(
    "MONEY-018",
    Severity.WARNING,
    title="เงินที่รายงานว่าใช้ มากกว่างบประมาณของโครงการ",
    why="ประชาชนและผู้ประเมินควรรู้ว่าเหตุใดจึงใช้เงินเกินที่แผนกำหนด",
    remedy=_REMEDY,
    reader=Reader(15, "เงินที่รายงานว่าใช้มากกว่างบประมาณของโครงการ {count} รายการ"),
)
def overspent(item: ResultsItem) -> Iterator[Hit]:
    """More spent on a project than its budget allows in the year, or in all years up to the last reported one."""
    year = item.results.fiscal_year
    for index, project, result in _spent(item):
        allowed = _allowed(item.of, project.budget, year)
        if not allowed:
            continue
        in_year, amount = allowed
        before = Decimal(0) if in_year else _spent_in_other_years(item, project, before=True)
        if not in_year and _spent_in_other_years(item, project, before=False):
            continue  # reported once, at the last amount
        if before + (result.spent_baht or Decimal(0)) > amount:
            span = f"ในปี {year}" if in_year else f"รวมถึงปี {year}"
            basis = "ของปีนั้น" if in_year else "ของทั้งรอบแผน"
            yield Hit(
                f"โครงการ {quoted(project.name)} ใช้เงิน{span} {baht(before + (result.spent_baht or Decimal(0)))} "
                f"เกินงบประมาณ{basis} {baht(amount)}",
                ("projects", index, "spent"),
                figures=figures(count=1),
            )


@rule(
    "MONEY-019",
    Severity.WARNING,
    title="รายงานว่าใช้เงินกับโครงการที่แผนไม่ได้ตั้งงบประมาณ",
    why="แผนบอกว่าไม่ใช้เงินหรือไม่ได้ตั้งเงินไว้ในปีนั้น แต่รายงานผลบอกว่าใช้ ข้อมูลสองแห่งจึงไม่ตรงกัน",
    remedy=_REMEDY,
)
def spent_without_budget(item: ResultsItem) -> Iterator[Hit]:
    """Money spent on a project that needs none by the plan, or none in that year."""
    year = item.results.fiscal_year
    for index, project, result in _spent(item):
        budget = project.budget
        if budget.state is BudgetState.NO_BUDGET:
            plan = f"แผนระบุว่า {quoted(budget.words or 'ไม่ใช้งบประมาณ')}"
        elif budget.total_baht == 0:
            plan = "แผนระบุงบประมาณเป็น 0 บาท"
        elif budget.by_year and not budget.by_year.get(year) and not _speaks_of_money(budget, year):
            plan = f"แผนตั้งเงินไว้เฉพาะปี {listed(one for one, amount in budget.by_year.items() if amount)}"
        else:
            continue
        yield Hit(
            f"โครงการ {quoted(project.name)} รายงานว่าใช้เงินในปี {year} {baht(result.spent_baht or Decimal(0))} แต่{plan}",
            ("projects", index, "spent"),
        )


@rule(
    "MONEY-020",
    Severity.WARNING,
    title="รายงานว่ายังไม่ดำเนินการ แต่ใช้เงินไปแล้ว",
    why="สถานะหรือจำนวนเงินอย่างใดอย่างหนึ่งไม่ตรงความจริง ประชาชนจึงไม่รู้ว่าเงินใช้ไปกับอะไร",
    remedy="ตรวจสถานะและจำนวนเงินในรายงานผล แล้วแก้อย่างที่ผิด ถ้าถูกต้องทั้งสองอย่าง "
    "ให้บอกเหตุผลในช่อง problems หรือชี้แจงใน acknowledged:",
)
def spent_though_not_started(item: ResultsItem) -> Iterator[Hit]:
    """Money spent on a project reported as not started."""
    for index, project, result in _spent(item):
        if result.status is ResultStatus.NOT_STARTED:
            yield Hit(
                f"โครงการ {quoted(project.name)} รายงานว่ายังไม่ดำเนินการ แต่ใช้เงิน {baht(result.spent_baht or Decimal(0))}",
                ("projects", index, "spent"),
                also=(("projects", index, "status"),),
            )


@rule(
    "MONEY-021",
    Severity.NOTICE,
    title="ใช้เงินในปีที่แผนไม่ได้กำหนดให้ดำเนินโครงการ",
    why="โครงการอาจทำก่อนหรือหลังกำหนด หรือรายงานผลผิดปี ผู้อ่านควรรู้เมื่อเทียบกับแผน",
    remedy=_REMEDY,
)
def spent_in_an_idle_year(item: ResultsItem) -> Iterator[Hit]:
    """Money spent in a year in which the project has no quarter, though it has some in others."""
    year = item.results.fiscal_year
    for index, project, result in _spent(item):
        planned = project.periods.years
        if planned and year not in planned and not project.budget.by_year:
            yield Hit(
                f"โครงการ {quoted(project.name)} ใช้เงินในปี {year} {baht(result.spent_baht or Decimal(0))} "
                f"แต่แผนกำหนดให้ดำเนินการในปี {listed(sorted(planned))}",
                ("projects", index, "spent"),
            )


def _spent(item: ResultsItem) -> Iterator[tuple[int, Project, ProjectResult]]:
    """Yield the results with money spent."""
    projects = {one.id: one for one in item.of.projects}
    for index, result in enumerate(item.results.projects):
        project = projects.get(result.project)
        if project and result.spent_baht:
            yield index, project, result


def _speaks_of_money(budget: Budget, year: FiscalYear) -> bool:
    """Return whether the column of a year mentions money without an amount."""
    cell = budget.cell_of(year)
    return cell is not None and cell.state in WITHOUT_AMOUNT


def _allowed(plan: PlanItem, budget: Budget, year: FiscalYear) -> tuple[bool, Decimal] | None:
    """Return whether the allowance is for this year alone, and its amount; None if unknown."""
    if budget.by_year:
        return (True, budget.by_year[year]) if budget.by_year.get(year) else None
    basis = budget.cell.basis or plan.plan.budget_basis
    if not budget.amount_baht or basis is BudgetBasis.NOT_STATED:
        return None
    return basis is BudgetBasis.PER_YEAR, budget.amount_baht


def _spent_in_other_years(item: ResultsItem, project: Project, *, before: bool) -> Decimal:
    """Return the sum reported for the years before, or for those after."""
    year = item.results.fiscal_year
    spent = _SPENT(item.of.files).get(project.id, ())
    return sum((amount for of, amount in spent if (of < year if before else of > year)), Decimal(0))


def _spent_by_project(files: PlanFolder) -> dict[str, list[tuple[FiscalYear, Decimal]]]:
    """Return the amounts in the latest reports by project, with their years."""
    spent: dict[str, list[tuple[FiscalYear, Decimal]]] = {}
    for results in latest_reports(files).values():
        for one in results.projects:
            if one.spent_baht:
                spent.setdefault(one.project, []).append((results.fiscal_year, one.spent_baht))
    return spent


_SPENT = IdentityMemo(_spent_by_project)
