"""The two totals of one document side by side: both columns add up, and incomparable sums are not compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.views.tables import Cell, CellMark, Row, Table
from generator.views.two_totals import TwoTotals, two_totals
from tests.views.one_plan import one_plan, project

MATRIX: dict[str, Any] = {
    "columns": [{"department": "office"}, {"department": "finance"}],
    "rows": [{"strategy": "s1", "amounts": ["30,000", "5,000"]}],
}


def totals(*projects: dict[str, Any], **plan: Any) -> TwoTotals | None:
    return two_totals(one_plan(plan={"budget_matrix": MATRIX} | plan, projects=list(projects)))


def figures(table: Table) -> list[tuple[Any, Any, Any]]:
    def number(cell: Cell) -> Any:
        return next((part.value for part in cell.parts if isinstance(part.value, Decimal)), cell.value)

    return [tuple(map(number, row.cells[1:])) for row in (*table.rows, *table.totals)]  # type: ignore[misc]  # the tables of this page have three columns of numbers


def names(table: Table) -> list[str]:
    def words(cell: Cell) -> str:
        return "".join(map(words, cell.parts)) if cell.parts else str(cell.value)

    return [words(row.cells[0]) for row in table.rows]


def test_each_strategy_has_both_sums_and_their_difference() -> None:
    found = totals(project(id="a", budget="20,000"))
    assert found
    assert figures(found.by_strategy) == [(35_000, 20_000, -15_000), (35_000, 20_000, -15_000)]


def test_projects_of_several_departments_or_none_have_rows_of_their_own() -> None:
    found = totals(
        project(id="a", budget="30,000"),
        project(id="b", budget="4,000", responsible={"departments": ["office", "finance"], "printed": "ทั้งสอง"}),
        project(id="c", budget="1,000", responsible=None),
    )
    assert found
    assert names(found.by_department) == ["สำนักปลัด", "กองคลัง", "หลายส่วนราชการร่วมกัน", "ไม่ระบุส่วนราชการ"]
    assert figures(found.by_department) == [
        (30_000, 30_000, 0),
        (5_000, "–", -5_000),
        ("–", 4_000, 4_000),
        ("–", 1_000, 1_000),
        (35_000, 35_000, 0),
    ]


def test_only_differences_are_highlighted() -> None:
    found = totals(
        project(id="a", budget="30,000"), project(id="b", budget="5,000", responsible={"departments": ["finance"]})
    )
    assert found

    def marks(rows: tuple[Row, ...]) -> set[CellMark | None]:
        return {row.cells[-1].mark for row in rows}

    assert marks(found.by_department.rows) == {None}


def test_amounts_of_different_bases_are_not_compared() -> None:
    assert totals(project(), budget_basis="per_year", budget_matrix=MATRIX | {"basis": "whole_cycle"}) is None
    assert totals(project(), budget_basis="per_year", budget_matrix=MATRIX | {"basis": "not_stated"})


def test_a_plan_with_one_table_has_no_comparison() -> None:
    assert totals() is None
    assert two_totals(one_plan()) is None
