"""The table of the budget by department and strategy: as printed, with stated sums beside computed sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.money import MoneyCell
from generator.views.budget_cells import compared
from generator.views.projects_tables import named
from generator.views.table_cells import BLANK, baht, empty, inside, lines, money, phrase, text, unread, words
from generator.views.tables import Cell, CellKind, CellMark, Column, Form, Look, Row, RowKind, Table, head

if TYPE_CHECKING:
    from generator.views.strategy import MatrixLine, MatrixView, Total

_NO_AMOUNT = empty("ว่าง")
_NO_TOTAL = empty("ไม่ได้พิมพ์ยอด")


def matrix_table(matrix: MatrixView) -> Table:
    """Return the matrix, with the sums of projects beside it if the plan has any."""
    last = (Column("ผลรวมของโครงการ", look=Look.NUMBER),) if matrix.projects_baht is not None else ()
    return Table(
        "matrix",
        phrase("{} (บาท)", text(matrix.title or "งบประมาณจำแนกตามยุทธศาสตร์และส่วนราชการ")),
        (
            head("ยุทธศาสตร์"),
            *(Column(column, look=Look.NUMBER, group="ส่วนราชการ") for column in matrix.columns),
            Column("รวมแถว (คำนวณ)", look=Look.NUMBER),
            *last,
        ),
        tuple(map(_line, matrix.lines)),
        (_computed(matrix), _stated(matrix)),
        Form.SCROLLS_WIDE_PAGE,
    )


def _line(line: MatrixLine) -> Row:
    of_projects = line.projects_baht
    beside = () if of_projects is None else (compared(of_projects, line.total.computed_baht, "ไม่เท่ากัน", line.finding),)
    return Row((named("ยุทธศาสตร์", line.number, line.name), *map(_amount, line.amounts), _of_row(line.total), *beside))


def _amount(cell: MoneyCell) -> Cell:
    return money(cell) if cell.printed or cell.amount_baht is not None else _NO_AMOUNT


def _of_row(total: Total) -> Cell:
    return lines(
        baht(total.computed_baht, mark=CellMark.COMPUTED),
        unread(total.printed) if total.printed else None,
        inside(
            CellKind.STRONG,
            words("เอกสารพิมพ์ "),
            baht(total.stated_baht),
            address=f"#{total.finding}" if total.finding else None,
        )
        if total.disagrees
        else None,
    )


def _computed(matrix: MatrixView) -> Row:
    grand = matrix.grand_total.computed_baht
    beside = () if matrix.projects_baht is None else (compared(matrix.projects_baht, grand, "ไม่เท่ากัน"),)
    sums = (baht(total.computed_baht) for total in matrix.column_totals)
    return Row((words("รวม (คำนวณ)"), *sums, baht(grand), *beside), RowKind.TOTAL, mark=CellMark.COMPUTED)


def _stated(matrix: MatrixView) -> Row:
    grand = matrix.grand_total
    beside = () if matrix.projects_baht is None else (BLANK,)
    cells = (words("รวมตามเอกสาร"), *map(_of_column, matrix.column_totals), _as_stated(grand), *beside)
    return Row(cells, RowKind.TOTAL, mark=CellMark.STATED)


def _as_stated(total: Total) -> Cell:
    return unread(total.printed) if total.printed else baht(total.stated_baht, _NO_TOTAL)


def _of_column(total: Total) -> Cell:
    if total.printed or total.stated_baht is None:
        return _as_stated(total)
    return compared(total.stated_baht, total.computed_baht, "ไม่ตรงกับผลรวม", total.finding)
