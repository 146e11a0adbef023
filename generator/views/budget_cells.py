"""Table cells on money: a project's budget, sums, amounts that disagree."""

from __future__ import annotations

from decimal import Decimal

from generator.facts.money_sums import MoneySummary
from generator.model.money import Budget, YearMoneyCell
from generator.views.table_cells import BREAK, baht, empty, figure, lines, money, small, text, together, words
from generator.views.tables import Cell, CellMark
from generator.words import interface

_NO_AMOUNT = empty("ไม่ระบุจำนวนเงิน")
_NO_PROJECT = empty("ไม่มีโครงการ")
_NO_BUDGET = words("ไม่ใช้งบประมาณ")


def sum_cell(summary: MoneySummary) -> Cell:
    """Return the sum of some projects, or words if none of them states an amount."""
    if summary.with_amount:
        return baht(summary.total_baht)
    if not summary.projects:
        return _NO_PROJECT
    return _NO_BUDGET if summary.no_budget == summary.projects else _NO_AMOUNT


def budget_cell(budget: Budget) -> Cell:
    """Return the money of one project: its amount and basis, else the printed text."""
    if budget.total_baht is None:
        return _columns(budget.columns) if budget.columns else money(budget.cell)
    basis = budget.cell.basis if not budget.columns else None
    return lines(
        baht(budget.total_baht),
        small(interface.BUDGET_BASIS[basis]) if basis else None,
        small("ไม่รวมช่องที่ตีความไม่ได้") if budget.leaves_out else None,
    )


def _columns(columns: tuple[YearMoneyCell, ...]) -> Cell:
    parts: list[Cell] = []
    for column in columns:
        heading = column.heading
        parts.append(words(", " if parts else "("))
        parts += [words("ปี "), figure(heading.printed)] if heading.years else [text(heading.printed)]
        parts += [words(" "), money(column.cell)]
    return together(words(""), *parts, words(")"))


def compared(amount: Decimal, other: Decimal, said: str, finding: str | None = None) -> Cell:
    """Return an amount; if it differs from the other, highlighted and with `said` as the reason."""
    if amount == other:
        return baht(amount)
    return together(baht(amount, mark=CellMark.DIFFERS), BREAK, small(said, f"#{finding}" if finding else None))
