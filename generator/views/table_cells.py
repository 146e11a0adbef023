"""Makes table cells from the values of views: texts, counts, amounts, printed cells, links, lists."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

from generator.model import cells
from generator.model.money import BudgetState, MoneyCell
from generator.thai.dates import Cycle, FiscalYear
from generator.views.tables import Cell, CellKind, CellMark
from generator.words import interface

DASH = "–"
BLANK = Cell(CellKind.WORDS, "")
BREAK = Cell(CellKind.BREAK)


def words(value: str, address: str | None = None) -> Cell:
    """Return words of this site."""
    return Cell(CellKind.WORDS, value, None, address)


def empty(word: str) -> Cell:
    """Return a cell without a value, with a word for what that means."""
    return Cell(CellKind.EMPTY, None, word)


NOT_STATED = empty(interface.NOT_STATED)
NOT_REPORTED = empty("ไม่ได้รายงาน")
"""A value that the report of a project leaves out."""
NONE = words(DASH)


def text(value: str | None, instead: Cell = NONE, address: str | None = None) -> Cell:
    """Return a text as printed."""
    return Cell(CellKind.TEXT, value, None, address) if value else instead


def count(value: int | None, instead: Cell = NONE) -> Cell:
    """Return a number of things."""
    return instead if value is None else Cell(CellKind.COUNT, value)


def baht(value: Decimal | None, instead: Cell = NOT_STATED, mark: CellMark | None = None) -> Cell:
    """Return an amount."""
    return instead if value is None else Cell(CellKind.BAHT, value, mark=mark)


def day(value: datetime.date | None, instead: Cell = NOT_STATED) -> Cell:
    """Return a day."""
    return instead if value is None else Cell(CellKind.DAY, value)


def figure(value: int | str, address: str | None = None) -> Cell:
    """Return a number that is not a count, or words of this site with numbers."""
    return Cell(CellKind.FIGURE, value, None, address)


def year(value: FiscalYear) -> Cell:
    """Return a year of the Buddhist era."""
    return Cell(CellKind.FIGURE, value.be)


def cycle(value: Cycle, address: str | None = None) -> Cell:
    """Return a cycle by its years."""
    return Cell(CellKind.FIGURE, value.slug, None, address)


def state(value: str, word: str) -> Cell:
    """Return a state with its word."""
    return Cell(CellKind.STATE, value, word)


def unread(printed: str) -> Cell:
    """Return a printed text that cannot be interpreted."""
    return Cell(CellKind.UNREAD, None, printed)


def printed_day(cell: cells.PrintedCell[datetime.date] | None) -> Cell:
    """Return a day as printed and as interpreted."""
    return _printed(CellKind.DAY, cell, NOT_STATED)


def printed_count(cell: cells.PrintedCell[int] | None, instead: str) -> Cell:
    """Return a number as printed and as interpreted."""
    return _printed(CellKind.COUNT, cell, empty(instead))


def _printed(
    kind: CellKind, cell: cells.PrintedCell[datetime.date] | cells.PrintedCell[int] | None, instead: Cell
) -> Cell:
    if cell is None or not cell.is_stated:
        return instead
    if cell.meaning is None:
        return unread(cell.printed) if cell.is_unread else Cell(CellKind.TEXT, cell.printed)
    return Cell(kind, cell.meaning, cell.printed if cell.is_given else None)


def money(cell: MoneyCell) -> Cell:
    """Return the money stated in a printed cell."""
    if cell.state is BudgetState.AMOUNT:
        return Cell(CellKind.BAHT, cell.amount_baht, cell.printed if cell.says_more else None)
    if cell.state in (BudgetState.UNREAD, BudgetState.UNIT):
        return unread(cell.printed)
    if cell.printed:
        return text(cell.printed)
    return words(interface.BUDGET_STATE[cell.state]) if cell.state is BudgetState.NO_BUDGET else NOT_STATED


def numbered(number: str | None, name: str, address: str | None = None) -> Cell:
    """Return a name after its printed number."""
    return Cell(CellKind.TEXT, name, None, address, number=number)


def small(value: str, address: str | None = None) -> Cell:
    """Return words in small letters."""
    return Cell(CellKind.SMALL, value, None, address)


def quote(value: str) -> Cell:
    """Return a text between quotation marks."""
    return Cell(CellKind.QUOTE, value)


def inside(kind: CellKind, *parts: Cell, address: str | None = None) -> Cell:
    """Return parts in small, quiet or strong letters."""
    return Cell(kind, None, None, address, parts)


def together(*parts: Cell) -> Cell:
    """Return parts one after the other; value and kind come from the first."""
    return Cell(CellKind.TOGETHER, parts[0].value, None, None, parts, parts[0].mark)


def lines(*parts: Cell | None) -> Cell:
    """Return parts below each other, without those that are None."""
    first, *others = (part for part in parts if part)
    return together(first, *(one for part in others for one in (BREAK, part))) if others else first


def phrase(said: str, *parts: Cell) -> Cell:
    """Return words of this site with a cell in place of each `{}`."""
    between = said.split("{}")
    found = [words(between[0]), *(one for pair in zip(parts, map(words, between[1:]), strict=True) for one in pair)]
    return Cell(CellKind.TOGETHER, None, None, None, tuple(one for one in found if one.value != "" or one.printed))


def items(parts: Iterable[Cell], instead: Cell = NOT_STATED) -> Cell:
    """Return a list."""
    listed = tuple(parts)
    return Cell(CellKind.ITEMS, None, None, None, listed) if listed else instead
