"""Money as plans state it: an amount, none needed, its source, a dash, nothing. A missing amount never becomes 0.

One printed cell is a `MoneyCell`; a project's budget is one cell, or one per fiscal year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainValidator

from generator.model.base import cached, own_word_key, problem
from generator.model.roles import FieldMark, Is, Role
from generator.model.year_headings import YearHeading, read_year_headings
from generator.thai.dates import FiscalYear
from generator.thai.money_cells import MoneyKind, MoneyPer, MoneyReading, read_money

_REMEDY = (
    "เขียนตามที่พิมพ์ เช่น ๑๐๐,๐๐๐ หรือ ไม่ใช้งบประมาณ ถ้าแยกรายปีให้เขียนแต่ละปีในบรรทัดของตัวเองใต้ budget: "
    "ถ้ารู้ความหมายของข้อความที่ตีความไม่ได้ ให้เขียน printed: และ amount: หรือ by_year: ไว้ด้วยกัน"
)


class BudgetBasis(StrEnum):
    """ฐานของจำนวนเงิน: basis of the amounts of a document."""

    PER_YEAR = "per_year"
    WHOLE_CYCLE = "whole_cycle"
    NOT_STATED = "not_stated"


class BudgetState(StrEnum):
    """สถานะงบประมาณ: how a document states money."""

    AMOUNT = "amount"
    NO_BUDGET = "no_budget"
    SOURCE = "source"
    """Only the source of the money: งบกลาง, ตามที่จ่ายจริง."""
    UNIT = "unit"
    """An amount per person, per time or per other unit, not of the project."""
    UNREAD = "unread"
    """A text whose meaning is not certain."""
    DASH = "dash"
    """Only a dash."""
    NOT_STATED = "not_stated"


WITHOUT_AMOUNT = frozenset({BudgetState.SOURCE, BudgetState.UNIT, BudgetState.UNREAD})
"""States with money that cannot be summed."""

_STATES = {
    MoneyKind.AMOUNT: BudgetState.AMOUNT,
    MoneyKind.NO_BUDGET: BudgetState.NO_BUDGET,
    MoneyKind.SOURCE: BudgetState.SOURCE,
    MoneyKind.DASH: BudgetState.DASH,
    MoneyKind.EMPTY: BudgetState.NOT_STATED,
    MoneyKind.NOT_STATED: BudgetState.NOT_STATED,
    MoneyKind.UNREAD: BudgetState.UNREAD,
}
_BASES = {MoneyPer.YEAR: BudgetBasis.PER_YEAR, MoneyPer.CYCLE: BudgetBasis.WHOLE_CYCLE}
BASES = {
    "per_year": "per_year",
    "ต่อปี": "per_year",
    "ต่อปีงบประมาณ": "per_year",
    "ปีละ": "per_year",
    "รายปี": "per_year",
    "whole_cycle": "whole_cycle",
    "รวมทั้งแผน": "whole_cycle",
    "รวมทั้งรอบแผน": "whole_cycle",
    "รวมตลอดรอบแผน": "whole_cycle",
    "รวม 3 ปี": "whole_cycle",
    "รวมสามปี": "whole_cycle",
    "not_stated": "not_stated",
    "ไม่ระบุ": "not_stated",
    "เอกสารไม่ระบุ": "not_stated",
    "ตามเอกสาร ไม่ระบุว่าต่อปีหรือรวม ๓ ปี": "not_stated",
}
"""Written form -> budget basis."""
_WRITTEN_BASES = {
    own_word_key(word): BudgetBasis(value) for word, value in BASES.items() if value != BudgetBasis.NOT_STATED
}
"""Written form -> basis of one cell; NOT_STATED cannot be written there."""


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """ช่องจำนวนเงิน: one printed cell about money."""

    printed: str
    """ข้อความตามที่พิมพ์: empty if the cell is."""
    state: BudgetState
    """สถานะ: only AMOUNT and UNIT have an amount."""
    amount_baht: Decimal | None = None
    """จำนวนเงิน (บาท): of the cell, or of one unit."""
    basis: BudgetBasis | None = None
    """ฐานของจำนวนเงิน: if the cell itself states per year or whole cycle."""
    in_words_baht: Decimal | None = None
    """จำนวนเงินตามตัวหนังสือ (บาท): the amount in words beside the figures."""
    doubt: str = ""
    """เหตุที่ตีความไม่ได้: the reason in Thai."""
    says_more: bool = False
    """พิมพ์มากกว่าจำนวนเงิน: whether the text says more than its amount, so that both are shown."""

    @property
    def counted_baht(self) -> Decimal | None:
        """The amount that enters sums, in baht; None without one."""
        return self.amount_baht if self.state is BudgetState.AMOUNT else None


@dataclass(frozen=True, slots=True)
class YearMoneyCell:
    """จำนวนเงินของปีหนึ่ง: the cell in the column of a fiscal year, or of several years together."""

    heading: YearHeading
    """หัวคอลัมน์: the year or years, as printed."""
    cell: MoneyCell
    """ช่อง: the cell."""


@dataclass(frozen=True, slots=True)
class Budget:
    """งบประมาณของโครงการ: the money of one project."""

    cell: MoneyCell
    """ช่องงบประมาณ: the cell as a whole; with year columns, their combination."""
    columns: tuple[YearMoneyCell, ...] = ()
    """รายปีงบประมาณ: in written order, if the document has a column per year."""

    @property
    def state(self) -> BudgetState:
        """The combined state."""
        return self.cell.state

    @property
    def printed(self) -> str:
        """The cell as printed; empty if only year columns are printed."""
        return self.cell.printed

    @property
    def amount_baht(self) -> Decimal | None:
        """The amount stated as one sum, in baht; None if it is stated by year or not as an amount."""
        return None if self.columns else self.cell.counted_baht

    @property
    def by_year(self) -> dict[FiscalYear, Decimal] | None:
        """Amounts by fiscal year, in baht; None without year columns."""
        if not self.columns:
            return None
        amounts = {}
        for column in self.columns:
            if column.heading.year is not None and column.cell.counted_baht is not None:
                amounts[column.heading.year] = column.cell.counted_baht
        return amounts

    @property
    def words(self) -> str | None:
        """The printed words in place of an amount; None without any."""
        return self.cell.printed or None if self.state is not BudgetState.AMOUNT else None

    @property
    def total_baht(self) -> Decimal | None:
        """The stated amount, or the sum of the stated years, in baht; None in states without an amount."""
        return self.cell.counted_baht

    @property
    def leaves_out(self) -> bool:
        """Whether the cell or a year column has money that cannot be summed."""
        return any(cell.state in WITHOUT_AMOUNT for cell in self.cells)

    @property
    def cells(self) -> tuple[MoneyCell, ...]:
        """Every printed cell."""
        return tuple(column.cell for column in self.columns) or (self.cell,)

    def cell_of(self, year: FiscalYear) -> MoneyCell | None:
        """Return the cell in the column of a year; None without such a column."""
        return next((column.cell for column in self.columns if column.heading.covers(year)), None)


NOTHING = MoneyCell("", BudgetState.NOT_STATED)
"""An empty cell."""

NOT_STATED = Budget(NOTHING)
"""The budget of a project without any statement about money."""


def _cell(text: str) -> MoneyCell:
    return _cell_of(text, read_money(text))


def _cell_of(printed: str, read: MoneyReading) -> MoneyCell:
    state = _STATES[read.kind]
    basis = _BASES.get(read.per)
    if state is BudgetState.AMOUNT and basis is None and read.per is not MoneyPer.NOTHING:
        state = BudgetState.UNIT
    doubt = read.doubt or ("เป็นจำนวนต่อหน่วย ไม่ใช่จำนวนเงินของทั้งโครงการ" if state is BudgetState.UNIT else "")
    says_more = bool(read.source) or read.in_words_baht is not None or read.per is not MoneyPer.NOTHING
    return MoneyCell(printed, state, read.amount_baht, basis, read.in_words_baht, doubt, says_more)


_read_cell = cached(_cell)


def read_money_cell(value: Any) -> Any:
    """Return the MoneyCell of a YAML value.

    Accepts the text of a cell, or `{printed: ..., amount: ..., basis: ...}` with the meaning stated.
    """
    if isinstance(value, str):
        return _read_cell(value)
    if isinstance(value, dict):
        return _stated_cell(value)
    if value is None:
        return NOTHING
    if isinstance(value, list):
        raise problem("ช่องจำนวนเงินต้องเป็นค่าเดียว แต่พบรายการ", _REMEDY)
    return value


_CELL_KEYS = ("printed", "amount", "basis", "no_budget")


def _stated_cell(value: Mapping[str, Any]) -> MoneyCell:
    for key, part in value.items():
        if key not in _CELL_KEYS:
            raise problem(f"ไม่รู้จักหัวข้อ “{key[:60]}”", f"หัวข้อที่ใช้ได้ตรงนี้: {', '.join(_CELL_KEYS)}, by_year", (key,))
        if not isinstance(part, str):
            raise problem("ตรงนี้ต้องเป็นค่าเดียว", _REMEDY, (key,))
    printed = value.get("printed", "")
    if own_word_key(value.get("no_budget", "")) in ("yes", "true", "ใช่"):
        return MoneyCell(printed, BudgetState.NO_BUDGET, says_more=bool(printed))
    basis = value.get("basis")
    if basis is not None and own_word_key(basis) not in _WRITTEN_BASES:
        raise problem(f"“{basis[:60]}” ไม่ใช่ค่าที่ใช้ได้ตรงนี้", "ใช้ per_year (ต่อปี) หรือ whole_cycle (รวมทั้งแผน)", ("basis",))
    cell = _read_cell(value.get("amount", printed))
    if "amount" in value and cell.state is not BudgetState.AMOUNT:
        raise problem(f"อ่านจำนวนเงิน “{value['amount'][:60]}” ไม่ได้ {cell.doubt}".strip(), _REMEDY, ("amount",))
    return MoneyCell(
        printed or cell.printed,
        cell.state,
        cell.amount_baht,
        _WRITTEN_BASES[own_word_key(basis)] if basis else cell.basis,
        cell.in_words_baht,
        cell.doubt,
        says_more=bool(printed),
    )


def read_budget(value: Any) -> Any:
    """Return the Budget of the YAML value under `budget:`.

    Accepts the text of the cell, a mapping of fiscal years to cells, or `printed:` with `amount:` or `by_year:`.
    """
    if value is None:
        return NOT_STATED
    if isinstance(value, dict):
        if not value:
            return NOT_STATED
        if "by_year" in value:
            return _printed_by_year(value)
        if not (value.keys() & {*_CELL_KEYS}):
            return _by_year(value, "")
    cell = read_money_cell(value)
    return Budget(cell) if isinstance(cell, MoneyCell) else cell


def _printed_by_year(value: Mapping[str, Any]) -> Budget:
    for key in value:
        if key not in ("printed", "by_year"):
            raise problem(f"ไม่รู้จักหัวข้อ “{key[:60]}”", "หัวข้อที่ใช้ได้ตรงนี้: printed, by_year", (key,))
    if not isinstance(value["by_year"], dict):
        raise problem("by_year ต้องเป็นกลุ่มของ “ปี: จำนวนเงิน”", _REMEDY, ("by_year",))
    printed = value.get("printed", "")
    return _by_year(value["by_year"], printed if isinstance(printed, str) else "", ("by_year",))


def _by_year(value: Mapping[str, Any], printed: str, at: tuple[str, ...] = ()) -> Budget:
    columns = []
    for heading in read_year_headings(value):
        cell = value[heading.printed]
        if not isinstance(cell, str | dict | None):
            raise problem(f"งบประมาณของปี {heading.printed[:20]} ต้องเป็นค่าเดียว", _REMEDY, (*at, heading.printed))
        columns.append(YearMoneyCell(heading, read_money_cell(cell)))
    return Budget(_together(columns, printed), tuple(columns))


def _together(columns: list[YearMoneyCell], printed: str) -> MoneyCell:
    """Return the combination of the columns: their sum, or the statement that all of them share."""
    amounts = [one.cell.counted_baht for one in columns if one.cell.counted_baht is not None]
    if amounts:
        return MoneyCell(printed, BudgetState.AMOUNT, sum(amounts, Decimal(0)), BudgetBasis.WHOLE_CYCLE)
    said = [one.cell for one in columns if one.cell.state is not BudgetState.NOT_STATED]
    if not said:
        return MoneyCell(printed, BudgetState.NOT_STATED)
    states = {cell.state for cell in said}
    state = said[0].state if len(states) == 1 else BudgetState.UNREAD
    doubt = said[0].doubt if len(states) == 1 else "แต่ละปีระบุต่างกัน และไม่มีปีใดระบุจำนวนเงิน"
    return MoneyCell(printed or said[0].printed, state, doubt=doubt)


MoneyField = Annotated[
    MoneyCell,
    PlainValidator(read_money_cell),
    Is(
        Role.MONEY,
        forms=(
            "๒๐๐,๐๐๐",
            "200,000.- บาท",
            "ไม่ใช้งบประมาณ",
            "งบกลาง",
            '"-"',
            '""',
            "printed: ๑๐,๐๐๐ บาท/โครงการ\namount: ๑๐,๐๐๐",
            "printed: ห้าหมื่นเศษทุกปี\namount: ๕๐,๐๐๐\nbasis: per_year",
            "printed: กองช่างรับไปดำเนินการ\nno_budget: yes",
        ),
    ),
]
"""A money cell as the document prints it."""

BudgetField = Annotated[
    Budget,
    PlainValidator(read_budget),
    Is(
        Role.MONEY,
        forms=(
            "๑๐๐,๐๐๐",
            "ปีละ ๕๐,๐๐๐ บาท",
            "ไม่ใช้งบประมาณ",
            "งบกลาง",
            '"-"',
            '""',
            "2567: ๑๐,๐๐๐\n2568: งบกลาง",
            "2567-2569: ๓๐,๐๐๐",
            "printed: ๑๐,๐๐๐ บาท/โครงการ\namount: ๑๐,๐๐๐",
            "printed: ห้าหมื่นเศษทุกปี\namount: ๕๐,๐๐๐\nbasis: per_year",
            "printed: ปีละหมื่นเศษ\nby_year:\n  2567: ๑๐,๐๐๐\n  2568: ๑๒,๐๐๐",
            "printed: กองช่างรับไปดำเนินการ\nno_budget: yes",
        ),
    ),
    FieldMark.MATERIAL,
]
"""A project's budget: one cell, or a cell per fiscal year."""


def sum_baht(budgets: Iterable[Budget]) -> Decimal:
    """Return the sum of the stated amounts, in baht; budgets without an amount add nothing."""
    return sum((budget.total_baht or Decimal(0) for budget in budgets), Decimal(0))
