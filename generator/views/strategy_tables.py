"""The table of the budget by department and strategy: as printed, with stated sums beside computed sums.

Begins with the records of the table; the view fills them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.findings import Location
from generator.model.money import BudgetBasis, MoneyCell
from generator.views.budget_cells import compared
from generator.views.charts import BarChart
from generator.views.projects_tables import named
from generator.views.table_cells import BLANK, baht, empty, inside, lines, money, phrase, text, unread, words
from generator.views.tables import Cell, CellKind, CellMark, Column, Form, Look, Row, RowKind, Table, head

_NO_AMOUNT = empty("ว่าง")
_NO_TOTAL = empty("ไม่ได้พิมพ์ยอด")


@dataclass(frozen=True, slots=True)
class Total:
    """A total as computed, and as stated if the document prints one."""

    computed_baht: Decimal
    stated_baht: Decimal | None
    printed: str | None = None
    """The stated one as printed, if it is no amount."""
    finding: str | None = None
    """Anchor of the finding on the stated total."""

    @property
    def disagrees(self) -> bool:
        """Whether the stated total differs from the computed one."""
        return self.stated_baht is not None and self.stated_baht != self.computed_baht


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One strategy of the matrix."""

    number: str | None
    name: str
    amounts: tuple[MoneyCell, ...]
    """One cell per column, as printed."""
    total: Total
    projects_baht: Decimal | None
    """Sum of the strategy's projects, for comparison; None if the plan has no project table."""
    finding: str | None
    """Anchor of the finding on the line as a whole."""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The department x strategy budget."""

    title: str | None
    section: str | None
    basis: BudgetBasis
    columns: tuple[str, ...]
    lines: tuple[MatrixLine, ...]
    column_totals: tuple[Total, ...]
    grand_total: Total
    department_chart: BarChart | None
    """Computed money of each department, by registered name; None if fewer than two can be compared."""
    projects_baht: Decimal | None
    left_out: int
    """Number of cells on money that are in no sum."""
    location: Location

    @property
    def table(self) -> Table:
        """The matrix as printed, with its sums."""
        return matrix_table(self)


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
