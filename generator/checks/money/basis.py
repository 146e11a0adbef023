"""The basis of amounts: a year or the whole cycle. Without it, amounts cannot be added or compared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.items import PlanItem
from generator.checks.money.wording_of_amounts import BASES, BUDGET_CLAUSE, SOURCE_REMEDY
from generator.checks.rule import Hit, Path, Reader, figures, rule
from generator.findings import Severity
from generator.model.money import BudgetBasis


@rule(
    "MONEY-016",
    Severity.WARNING,
    title="ไม่ระบุว่าจำนวนเงินเป็นต่อปีหรือรวมทั้งรอบแผน",
    why="จำนวนเงินเดียวกันอาจหมายถึงเงินของปีเดียวหรือของทุกปีรวมกัน จึงเปรียบเทียบกับ อปท. อื่นหรือบอกว่าใช้เกินงบไม่ได้",
    remedy="ถ้าเอกสารบอกไว้ ให้เขียน budget_basis: per_year หรือ whole_cycle ถ้าเอกสารไม่บอก ให้คงไว้ และระบุให้ชัดในแผนรอบต่อไป",
    clause=BUDGET_CLAUSE,
    reader=Reader(20, "เอกสารไม่ระบุว่าจำนวนเงินเป็นเงินต่อปีหรือรวมทั้งรอบแผน จึงนำไปเทียบกับแผนอื่นไม่ได้"),
)
def not_stated(item: PlanItem) -> Iterator[Hit]:
    """Amounts without a stated basis; amounts by year state it themselves."""
    in_one_sum = any(one.budget.amount_baht for one in item.projects)
    matrix = item.plan.budget_matrix
    found: list[tuple[str, Path]] = []
    if "plan.yml" in item.files.unread:
        return  # a basis may be written there that could not be read
    if in_one_sum and item.plan.budget_basis is BudgetBasis.NOT_STATED:
        found.append(("ตารางโครงการ", ("budget_basis",)))
    if matrix and matrix.computed_grand_total and matrix.basis is BudgetBasis.NOT_STATED:
        found.append(("ตารางงบประมาณรายส่วนราชการ", ("budget_matrix", "basis")))
    if found:
        yield Hit(
            f"{'และ'.join(name for name, _ in found)}มีจำนวนเงิน แต่ไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน",
            found[0][1],
            also=tuple(path for _, path in found[1:]),
            figures=figures(count=1),
        )


@rule(
    "MONEY-017",
    Severity.NOTICE,
    title="สองตารางใช้ฐานของจำนวนเงินต่างกัน",
    why="ตารางหนึ่งเป็นเงินต่อปี อีกตารางเป็นเงินรวม ผู้อ่านที่นำมาเทียบกันจะเข้าใจผิด",
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=Reader(21, "ตารางเงินสองตารางใช้ฐานต่างกัน ตารางหนึ่งเป็นเงินต่อปี อีกตารางเป็นเงินรวมทั้งรอบแผน"),
)
def bases_differ(item: PlanItem) -> Iterator[Hit]:
    """Different bases stated in the matrix and the projects."""
    matrix, own = item.plan.budget_matrix, item.plan.budget_basis
    if matrix is None or own not in BASES or matrix.basis not in BASES or matrix.basis is own:
        return
    if matrix.computed_grand_total and any(one.budget.amount_baht for one in item.projects):
        yield Hit(
            f"ตารางโครงการเป็นเงิน{BASES[own]} แต่ตารางงบประมาณรายส่วนราชการเป็นเงิน{BASES[matrix.basis]}",
            ("budget_matrix", "basis"),
            also=(("budget_basis",),),
            figures=figures(count=1),
        )
