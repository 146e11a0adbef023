"""A table as data: a cell holds its value and its printed text."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.model import cells
from generator.model.money import BudgetBasis, read_budget
from generator.views.budget_cells import budget_cell, compared
from generator.views.document import document_view
from generator.views.monitoring import monitoring_view
from generator.views.overview import overview_view
from generator.views.projects import projects_view
from generator.views.strategy import strategy_view
from generator.views.table_cells import (
    BREAK,
    NONE,
    NOT_STATED,
    baht,
    count,
    day,
    items,
    lines,
    numbered,
    phrase,
    printed_count,
    printed_day,
    small,
    text,
    unread,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, CellMark, Look, RowKind, Table
from generator.words import interface
from tests.views.one_plan import FY2567, one_plan, project, results

DAY = datetime.date(2024, 6, 1)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (baht(Decimal("10000.50")), Decimal("10000.50")),
        (count(3), 3),
        (day(DAY), DAY),
        (text("กองคลัง"), "กองคลัง"),
        (lines(baht(Decimal(5)), small("ต่อปีงบประมาณ")), Decimal(5)),
        (numbered("๑.", "อบรม"), "อบรม"),
        (NOT_STATED, None),
        (unread("ตามความเหมาะสม"), None),
    ],
)
def test_a_cell_keeps_its_plain_value(cell: Cell, value: object) -> None:
    assert cell.value == value


def test_a_cell_without_value_says_not_stated() -> None:
    assert text(None) == text("") == NONE
    assert baht(None) == day(None) == NOT_STATED
    assert printed_count(None, "ไม่ได้นับ") == Cell(CellKind.EMPTY, None, "ไม่ได้นับ")


def test_a_printed_cell_keeps_the_printed_text_if_it_says_more() -> None:
    assert printed_day(cells.PrintedCell("๑ มิ.ย. ๖๗", DAY)) == Cell(CellKind.DAY, DAY)
    assert printed_day(cells.PrintedCell("ต้นเดือน", DAY, is_given=True)) == Cell(CellKind.DAY, DAY, "ต้นเดือน")
    assert printed_day(cells.PrintedCell("ต้นเดือน", None, "ไม่ใช่วันที่")) == Cell(CellKind.UNREAD, None, "ต้นเดือน")


def test_a_phrase_puts_cells_into_words() -> None:
    assert phrase("ปรับปรุง {} ครั้ง", count(2)).parts == (words("ปรับปรุง "), count(2), words(" ครั้ง"))
    with pytest.raises(ValueError, match="zip"):
        phrase("{} แถว {} ด้าน", count(2))


def test_lines_omit_none() -> None:
    assert lines(words("ก"), None) == words("ก")
    assert lines(words("ก"), None, words("ข")).parts == (words("ก"), BREAK, words("ข"))


def test_a_list_without_items_is_not_a_list() -> None:
    assert items([]) == NOT_STATED
    assert items([words("ก")]).parts == (words("ก"),)


def test_an_amount_is_highlighted_only_if_it_differs() -> None:
    assert compared(Decimal(5), Decimal(5), "ไม่เท่ากัน") == baht(Decimal(5))
    cell = compared(Decimal(5), Decimal(6), "ไม่เท่ากัน", "f-1")
    assert (cell.value, cell.mark) == (Decimal(5), CellMark.DIFFERS)
    assert cell.parts[-1] == small("ไม่เท่ากัน", "#f-1")


def test_a_budget_cell_states_its_basis() -> None:
    assert budget_cell(read_budget("๑๐,๐๐๐")) == baht(Decimal(10000))
    cell = budget_cell(read_budget("ปีละ ๑๐,๐๐๐ บาท"))
    assert cell.value == Decimal(10000)
    assert cell.parts[-1].kind is CellKind.SMALL
    assert cell.parts[-1].value == interface.BUDGET_BASIS[BudgetBasis.PER_YEAR]


def test_the_table_of_a_chart_has_all_its_values() -> None:
    years = {str(year): "๑,๐๐๐" for year in (2567, 2568, 2569)}
    view = overview_view(one_plan(projects=[project(budget=years)]))
    assert view.year_chart
    assert view.years_table
    assert [(row.cells[0].value, row.cells[1].value) for row in view.years_table.rows] == list(view.year_chart.values)


def test_the_money_of_strategies_ends_with_the_sum_of_the_plan() -> None:
    view = overview_view(one_plan(projects=[project()]))
    (total,) = view.strategies_table.totals
    assert total.kind is RowKind.TOTAL
    assert [cell.value for cell in total.cells] == ["รวมทั้งแผน", 1, 0, Decimal(10000)]


MATRIX = {
    "columns": [{"department": "office"}, {"department": "finance"}],
    "rows": [{"strategy": "s1", "amounts": ["๘,๐๐๐", "๑,๐๐๐"], "stated_total": "๙,๕๐๐"}],
    "stated_column_totals": ["๘,๐๐๐", "๒,๐๐๐"],
}


def tables_of(view: object) -> list[Table]:
    """Return every table that a view defines itself."""
    names = [name for name in dir(type(view)) if isinstance(getattr(type(view), name), property)]
    return [table for name in names if isinstance(table := getattr(view, name), Table)]


def test_every_table_has_one_head_column_and_no_row_too_wide() -> None:
    plan = one_plan(plan={"budget_matrix": MATRIX}, results=[results()])
    strategy, monitoring = strategy_view(plan), monitoring_view(plan)
    assert strategy.matrix
    views = (overview_view(plan), projects_view(plan), document_view(plan), strategy.matrix, *monitoring.years)
    tables = [table for view in views for table in tables_of(view)]
    assert len(tables) >= 15
    for table in tables:
        assert [column.look for column in table.columns].count(Look.HEAD) == 1, table.name
        for row in (*table.rows, *table.totals):
            assert 0 < len(row.cells) <= len(table.columns), (table.name, row)


def test_the_budget_matrix_highlights_disagreement_and_keeps_both_amounts() -> None:
    matrix = strategy_view(one_plan(plan={"budget_matrix": MATRIX})).matrix
    assert matrix
    (row,), (computed, stated) = matrix.table.rows, matrix.table.totals
    assert [cell.value for cell in row.cells[1:]] == [Decimal(8000), Decimal(1000), Decimal(9000), Decimal(10000)]
    assert row.cells[3].mark is CellMark.COMPUTED
    assert row.cells[3].parts[-1].parts == (words("เอกสารพิมพ์ "), baht(Decimal(9500)))
    assert row.cells[4].mark is CellMark.DIFFERS
    assert [cell.mark for cell in stated.cells[1:3]] == [None, CellMark.DIFFERS]
    assert (computed.mark, stated.mark) == (CellMark.COMPUTED, CellMark.STATED)


def test_a_year_is_a_plain_number() -> None:
    assert year(FY2567) == Cell(CellKind.FIGURE, 2567)
