"""The two totals of one document side by side: the budget table and the projects, by strategy and by department.

Projects that name several departments, or none, have rows of their own, so that both columns add up to the totals of
the overview. Nothing is compared if the two tables state different bases.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.facts.strategy_money import strategy_money, unplaced_money
from generator.model.money import BudgetBasis, sum_baht
from generator.model.project import Project
from generator.model.strategy import BudgetMatrix
from generator.views.plan_context import PlanContext
from generator.views.projects_tables import named
from generator.views.table_cells import NONE, baht, text, together, words
from generator.views.tables import Cell, CellMark, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

_SEVERAL = "หลายส่วนราชการร่วมกัน"
_NOBODY = "ไม่ระบุส่วนราชการ"
_NOTHING = Decimal(0)


class TwoSums(NamedTuple):
    """The sums of both tables for one strategy or department."""

    name: Cell
    table_baht: Decimal | None
    """None if the budget table has no such row or column."""
    projects_baht: Decimal | None
    """None if it has no project."""


class TwoTotals(NamedTuple):
    """Both totals, broken down."""

    by_strategy: Table
    by_department: Table


def two_totals(context: PlanContext) -> TwoTotals | None:
    """Return the comparison, or None if the plan has only one of the tables or their bases differ."""
    matrix, projects = context.plan.budget_matrix, context.projects
    if matrix is None or not projects or _of_other_basis(matrix.basis, context.plan.budget_basis):
        return None
    whole = TwoSums(words("รวม"), matrix.computed_grand_total, sum_baht(one.budget for one in projects))
    return TwoTotals(
        _table("by-strategy", "ยุทธศาสตร์", _strategies(context, matrix), whole),
        _table("by-department", "ส่วนราชการ", _departments(context, matrix, projects), whole),
    )


def _of_other_basis(one: BudgetBasis, other: BudgetBasis) -> bool:
    return one is not other and BudgetBasis.NOT_STATED not in (one, other)


def _strategies(context: PlanContext, matrix: BudgetMatrix) -> Iterable[TwoSums]:
    in_table = {row.strategy: row.computed_total_baht for row in matrix.rows}
    for strategy, money in strategy_money(context):
        name = named("ยุทธศาสตร์", strategy.number, strategy.name)
        yield TwoSums(name, in_table.pop(strategy.id, None), money.total_baht if money.projects else None)
    for written, amount in in_table.items():
        yield TwoSums(text(written), amount, None)
    if rest := unplaced_money(context):
        yield TwoSums(words(interface.NO_STRATEGY), None, rest.total_baht)


def _departments(context: PlanContext, matrix: BudgetMatrix, projects: Iterable[Project]) -> Iterable[TwoSums]:
    of_one: dict[str, list[Project]] = {}
    several: list[Project] = []
    nobody: list[Project] = []
    for project in projects:
        who = dict.fromkeys(project.responsible.departments) if project.responsible else {}
        place = of_one.setdefault(next(iter(who)), []) if len(who) == 1 else several if who else nobody
        place.append(project)
    totals = matrix.computed_column_totals
    headed = matrix.columns[: len(totals)]
    for column, amount in zip(headed, totals, strict=False):
        known = context.departments.get(column.department)
        name = known.name if known else column.printed or column.department
        yield TwoSums(text(name), amount, _sum(of_one.pop(column.department, [])))
    if beyond := sum(totals[len(headed) :], _NOTHING):
        yield TwoSums(words("ไม่มีหัวคอลัมน์"), beyond, None)
    for department, found in of_one.items():
        yield TwoSums(text(context.department_name(department)), None, _sum(found))
    for word, found in ((_SEVERAL, several), (_NOBODY, nobody)):
        if found:
            yield TwoSums(words(word), None, _sum(found))


def _sum(projects: list[Project]) -> Decimal | None:
    return sum_baht(one.budget for one in projects) if projects else None


def _table(name: str, kind: str, lines: Iterable[TwoSums], whole: TwoSums) -> Table:
    return Table(
        name,
        words(f"ยอดของสองตาราง จำแนกตาม{kind} (บาท)"),
        (
            head(kind),
            Column("ตาราง", look=Look.NUMBER),
            Column("โครงการ", look=Look.NUMBER),
            Column("ต่าง", look=Look.NUMBER),
        ),
        tuple(map(_row, lines)),
        (_row(whole, RowKind.TOTAL),),
        form=Form.COMPARED,
        note=words("ตาราง คือตารางงบประมาณรายส่วนราชการ ต่าง คือยอดของโครงการลบด้วยยอดของตาราง"),
    )


def _row(sums: TwoSums, kind: RowKind = RowKind.PLAIN) -> Row:
    difference = (sums.projects_baht or _NOTHING) - (sums.table_baht or _NOTHING)
    mark = CellMark.DIFFERS if difference else None
    signed = together(words("+"), baht(difference)) if difference > 0 else baht(difference)
    return Row(
        (sums.name, baht(sums.table_baht, NONE), baht(sums.projects_baht, NONE), signed._replace(mark=mark)), kind
    )
