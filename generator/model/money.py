"""Money as plans state it: an amount, none needed, only words, or nothing at all. The four never collapse into 0."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.base import Record, problem
from generator.thai.dates import FiscalYear
from generator.thai.numerals import parse_amount
from generator.thai.text import fold_for_comparison

_REMEDY = (
    "เขียนจำนวนเงิน (เช่น ๑๐๐,๐๐๐) หรือ ไม่ใช้งบประมาณ หรือถ้อยคำที่รู้จัก เช่น ตามที่จ่ายจริง หรือแยกรายปี เช่น {2567: 10000, 2568: 10000} "
    "ถ้าเอกสารไม่ระบุ ให้เว้นว่างไว้"
)
_NO_BUDGET = frozenset(map(fold_for_comparison, ("ไม่ใช้งบประมาณ", "ไม่ใช้งบ", "ไม่มีค่าใช้จ่าย", "ไม่ใช้งบประมาณดำเนินการ")))
_NOT_STATED = frozenset(map(fold_for_comparison, ("ไม่ระบุ", "เอกสารไม่ระบุ", "ไม่ได้ระบุ")))
# How offices write "whatever it comes to": each is the beginning of the cell.
_WORDS = tuple(
    map(
        fold_for_comparison,
        (
            "ตามที่จ่ายจริง",
            "ตามจ่ายจริง",
            "ตามที่เบิกจ่ายจริง",
            "ตามจริง",
            "จ่ายจริง",
            "เบิกจ่ายตามจริง",
            "เบิกจ่ายตามระเบียบ",
            "ตามระเบียบ",
            "ตามที่ได้รับจัดสรร",
            "ตามงบประมาณที่ได้รับจัดสรร",
            "ตามที่ตั้งไว้",
            "ตามข้อบัญญัติ",
            "ตามเทศบัญญัติ",
            "งบประมาณตามข้อบัญญัติ",
            "งบประมาณตามเทศบัญญัติ",
        ),
    )
)


class BudgetBasis(StrEnum):
    """ฐานของจำนวนเงิน: what the amounts of a document are amounts of."""

    PER_YEAR = "per_year"
    WHOLE_CYCLE = "whole_cycle"
    NOT_STATED = "not_stated"


class BudgetState(StrEnum):
    """สถานะงบประมาณ: the four ways in which a document speaks of a project's money."""

    AMOUNT = "amount"
    NO_BUDGET = "no_budget"
    WORDS = "words"
    NOT_STATED = "not_stated"


class Budget(Record):
    """งบประมาณของโครงการ: what the document says of one project's money."""

    state: BudgetState = BudgetState.NOT_STATED
    """สถานะ: which of the four states; decides which of the other fields have a value."""
    amount_baht: Decimal | None = None
    """จำนวนเงิน (บาท): as stated in one sum; None when stated by year or not as an amount."""
    by_year: dict[FiscalYear, Decimal] | None = None
    """จำนวนเงินรายปีงบประมาณ (บาท): where the document has a column for each year."""
    words: str | None = None
    """ถ้อยคำ: the words that stand for an amount, as printed."""

    @property
    def total_baht(self) -> Decimal | None:
        """The stated amount, or the sum of the stated years, in baht; None in the three states without an amount."""
        if self.by_year:
            return sum(self.by_year.values(), Decimal(0))
        return self.amount_baht


NOT_STATED = Budget()
"""The document says nothing about money."""


def read_budget(value: Any) -> Any:
    """Turn what stands after `budget:` into a Budget.

    Takes the text of a cell or a mapping of fiscal years to amounts; raises a `problem` for anything that is neither
    an amount nor one of the known forms of words.
    """
    if value is None:
        return NOT_STATED
    if isinstance(value, dict):
        return Budget(state=BudgetState.AMOUNT, by_year=_amounts_by_year(value))
    if not isinstance(value, str):
        return value
    folded = fold_for_comparison(value)
    if not folded or folded in _NOT_STATED:
        return NOT_STATED
    if folded in _NO_BUDGET:
        return Budget(state=BudgetState.NO_BUDGET, words=value)
    if folded.startswith(_WORDS):
        return Budget(state=BudgetState.WORDS, words=value)
    try:
        return Budget(state=BudgetState.AMOUNT, amount_baht=parse_amount(value))
    except ValueError as error:
        raise problem(f"งบประมาณ “{value[:60]}” ไม่ใช่จำนวนเงินและไม่ใช่ถ้อยคำที่รู้จัก", _REMEDY) from error


def _amounts_by_year(value: dict[str, Any]) -> dict[FiscalYear, Decimal]:
    amounts: dict[FiscalYear, Decimal] = {}
    for year, amount in value.items():
        try:
            if not isinstance(amount, str):
                raise ValueError(f"งบประมาณของปี {year} ไม่ใช่จำนวนเงิน")
            amounts[FiscalYear.parse(year)] = parse_amount(amount)
        except ValueError as error:
            raise problem(str(error), _REMEDY) from error
    if not amounts:
        raise problem("งบประมาณรายปีไม่มีปีใดเลย", _REMEDY)
    return amounts


BudgetCell = Annotated[Budget, BeforeValidator(read_budget)]
"""A project's budget as a YAML value: amount, amounts by year, known words, or nothing."""


def sum_baht(budgets: Iterable[Budget]) -> Decimal:
    """Add up the stated amounts, in baht; budgets without an amount add nothing."""
    return sum((budget.total_baht or Decimal(0) for budget in budgets), Decimal(0))
