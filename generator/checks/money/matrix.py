"""The department x strategy matrix compared with its own printed totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.items import Path, PlanItem
from generator.checks.memos import IdentityMemo
from generator.checks.money.whole_tables import matrix_is_whole
from generator.checks.money.wording_of_amounts import BUDGET_CLAUSE, SOURCE_REMEDY, baht, difference
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.money import WITHOUT_AMOUNT
from generator.model.strategy import is_printed
from generator.thai.text import quoted

_WHY = "ผู้อ่านและคณะกรรมการไม่อาจรู้ว่าควรเชื่อยอดรวมหรือรายการย่อย เมื่อสองอย่างไม่เท่ากัน"
_SUBTOTALS = Reader(12, "ตารางงบประมาณรายส่วนราชการมียอดรวมย่อยที่ไม่เท่ากับผลบวก {count} แห่ง")
_GRAND: Path = ("budget_matrix", "stated_grand_total")


@dataclass(frozen=True, slots=True)
class _Sums:
    """Differences between printed totals and sums of a matrix, by index; without equal and unprinted totals."""

    rows: dict[int, Decimal]
    columns: dict[int, Decimal]
    grand: Decimal | None
    """None if no grand total is printed, 0 if it agrees."""

    @property
    def cell(self) -> tuple[int, int] | None:
        """Row and column of the one cell that explains everything: its totals and the grand total differ by as much."""
        if len(self.rows) == 1 and list(self.rows.values()) == list(self.columns.values()):
            return None if self.grand == 0 else (next(iter(self.rows)), next(iter(self.columns)))
        return None

    def follows(self, differences: dict[int, Decimal]) -> bool:
        """Return whether the grand total differs only because it adds up these totals as printed."""
        return bool(self.grand) and self.grand == sum(differences.values())


def _sums_of(item: PlanItem) -> _Sums:
    matrix = item.plan.budget_matrix
    # A table with totals but no cells contradicts nothing; nor does one that was cut off.
    printed = any(amount is not None for row in (matrix.rows if matrix else ()) for amount in row.amounts_baht)
    if matrix is None or not printed or not matrix_is_whole(item):
        return _Sums({}, {}, None)
    if any(cell.state in WITHOUT_AMOUNT for row in matrix.rows for cell in row.amounts):
        return _Sums({}, {}, None)  # a cell that cannot be added may explain the difference
    rows = [(row.stated_total_baht, row.computed_total_baht) for row in matrix.rows]
    columns = zip(matrix.stated_column_totals_baht, matrix.computed_column_totals, strict=False)
    stated = matrix.stated_grand_total_baht
    grand = None if stated is None else stated - matrix.computed_grand_total
    return _Sums(_out(rows), _out(columns), grand)


def _out(totals: Iterable[tuple[Decimal | None, Decimal]]) -> dict[int, Decimal]:
    return {
        index: stated - computed
        for index, (stated, computed) in enumerate(totals)
        if stated is not None and stated != computed
    }


_sums = IdentityMemo(_sums_of)


def _column(item: PlanItem, index: int, what: str = "") -> str:
    """Return the name of a column for a message, or its position if it has no heading."""
    columns = item.plan.budget_matrix.columns if item.plan.budget_matrix else ()
    if index < len(columns):
        return f"{what} {quoted(item.department_name(columns[index].department))}"
    return f"คอลัมน์ที่ {index + 1}"


@rule(
    "MONEY-001",
    Severity.WARNING,
    title="ยอดรวมของแถวในตารางงบประมาณไม่เท่ากับผลบวก",
    why=_WHY,
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=_SUBTOTALS,
)
def row_total(item: PlanItem) -> Iterator[Hit]:
    """A strategy whose printed total is not the sum of its row; the message names the cell if one explains it."""
    matrix = item.plan.budget_matrix
    if matrix is None:
        return
    sums = _sums(item)
    also = (_GRAND,) if sums.follows(sums.rows) else ()
    for index in sums.rows:
        row, path = matrix.rows[index], ("budget_matrix", "rows", index)
        stated, computed = row.stated_total_baht or Decimal(0), row.computed_total_baht
        message = (
            f"แถวยุทธศาสตร์ {quoted(item.strategy_name(row.strategy))} พิมพ์ยอดรวม {baht(stated)} "
            f"แต่รายการในแถวรวมได้ {baht(computed)} {difference(stated, computed)}"
        )
        if sums.cell:
            column = sums.cell[1]
            amount = row.amounts_baht[column] if column < len(row.amounts_baht) else None
            message += (
                f" ยอดรวมของ{_column(item, column)} ต่างจากผลบวกเท่ากัน "
                f"จึงอาจผิดที่ช่องของส่วนราชการนี้ในแถวนี้ ซึ่ง{'ว่าง' if amount is None else 'พิมพ์ ' + baht(amount)}"
            )
            also = (*also, (*path, "amounts", column), ("budget_matrix", "stated_column_totals", column))
        yield Hit(message, (*path, "stated_total"), also=also, figures=figures(count=1))


@rule(
    "MONEY-002",
    Severity.WARNING,
    title="ยอดรวมของส่วนราชการในตารางงบประมาณไม่เท่ากับผลบวก",
    why=_WHY,
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=_SUBTOTALS,
)
def column_total(item: PlanItem) -> Iterator[Hit]:
    """A department whose printed total is not the sum of its column."""
    matrix, sums = item.plan.budget_matrix, _sums(item)
    if matrix is None or sums.cell:
        return
    also = (_GRAND,) if sums.follows(sums.columns) and not sums.follows(sums.rows) else ()
    printed, totals = matrix.stated_column_totals_baht, matrix.computed_column_totals
    for index in sums.columns:
        stated, computed = printed[index] or Decimal(0), totals[index]
        yield Hit(
            f"{_column(item, index, 'ส่วนราชการ')} พิมพ์ยอดรวม {baht(stated)} "
            f"แต่รายการในคอลัมน์รวมได้ {baht(computed)} {difference(stated, computed)}",
            ("budget_matrix", "stated_column_totals", index),
            also=also,
            figures=figures(count=1),
        )


@rule(
    "MONEY-003",
    Severity.WARNING,
    title="ยอดรวมทั้งตารางงบประมาณไม่เท่ากับผลบวก",
    why=_WHY,
    remedy=SOURCE_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=Reader(11, "ตารางงบประมาณรายส่วนราชการพิมพ์ยอดรวม {stated} แต่ทุกช่องรวมได้ {computed}"),
)
def grand_total(item: PlanItem) -> Iterator[Hit]:
    """A printed grand total that equals neither the sum of all cells nor the sum of the printed totals that differ."""
    matrix, sums = item.plan.budget_matrix, _sums(item)
    if matrix and sums.grand and not sums.follows(sums.rows) and not sums.follows(sums.columns):
        stated, computed = matrix.stated_grand_total_baht or Decimal(0), matrix.computed_grand_total
        yield Hit(
            f"ตารางงบประมาณพิมพ์ยอดรวมทั้งตาราง {baht(stated)} แต่ทุกช่องรวมได้ {baht(computed)} "
            f"{difference(stated, computed)}",
            _GRAND,
            figures=figures(stated=baht(stated), computed=baht(computed)),
        )


@rule(
    "MONEY-010",
    Severity.NOTICE,
    title="ตารางงบประมาณไม่พิมพ์ยอดรวมทั้งตาราง",
    why="ประชาชนต้องบวกเองจึงจะรู้ว่าแผนตั้งเงินไว้ทั้งหมดเท่าใด และไม่มียอดให้เทียบกับตารางโครงการ",
    remedy="ตรวจว่าเอกสารพิมพ์ยอดรวมไว้หรือไม่ ถ้าพิมพ์ไว้ ให้เติมใน stated_grand_total: ถ้าไม่พิมพ์ ให้คงไว้และเพิ่มในการปรับปรุงแผนครั้งต่อไป",
    clause=BUDGET_CLAUSE,
)
def no_grand_total(item: PlanItem) -> Iterator[Hit]:
    """A matrix of several rows and columns with other totals but no grand total."""
    matrix = item.plan.budget_matrix
    if matrix is None or is_printed(matrix.stated_grand_total) or not matrix_is_whole(item):
        return
    if min(len(matrix.rows), len(matrix.columns)) < 2:
        return
    if any(is_printed(total) for total in (*matrix.stated_column_totals, *(row.stated_total for row in matrix.rows))):
        yield Hit(
            f"ตารางงบประมาณมียอดรวมย่อย แต่ไม่มียอดรวมทั้งตาราง ซึ่งทุกช่องรวมได้ {baht(matrix.computed_grand_total)}",
            _GRAND,
        )
