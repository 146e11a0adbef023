"""Equality of field values: by meaning and by printed form, each as a key.

Cosmetic differences change neither key. Other words with the same meaning change only the second.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from pydantic import BaseModel

from generator.history.cosmetic import cosmetic_key
from generator.model.cells import PrintedCell
from generator.model.money import Budget, BudgetState, MoneyCell
from generator.model.periods import PeriodCell, Periods
from generator.model.roles import TEXTS, FieldRole, Role, fields_of
from generator.thai.period_cells import PeriodKind

Keys = tuple[Hashable, Hashable]
"""Key of the meaning, and key of the printed form; None for unstated values."""

NOTHING: Keys = (None, None)
_CERTAIN = frozenset({BudgetState.AMOUNT, BudgetState.NO_BUDGET, BudgetState.DASH, BudgetState.NOT_STATED})


def keys_of_value(field: FieldRole, value: Any) -> Keys:
    """Return both keys of a field's value, or of a list of values."""
    if value is None:
        return NOTHING
    if field.many and isinstance(value, tuple):
        each = [_keys_of_one(field, one) for one in value]
        if not each:
            return NOTHING
        return tuple(key for key, _ in each), tuple(key for _, key in each)
    return _keys_of_one(field, value)


def keys_of_record(record: BaseModel) -> Keys:
    """Return both keys of a record, from all its stated fields."""
    each = [(name, keys_of_value(field, getattr(record, name))) for name, field in fields_of(type(record)).items()]
    stated = [(name, keys) for name, keys in each if keys != NOTHING]
    if not stated:
        return NOTHING
    return tuple((name, key) for name, (key, _) in stated), tuple((name, key) for name, (_, key) in stated)


def is_certain(value: Any) -> bool:
    """Return whether a cell's meaning is known, or nothing is stated."""
    if isinstance(value, PrintedCell):
        return not value.is_unread
    if isinstance(value, MoneyCell):
        return value.state is not BudgetState.UNREAD
    if isinstance(value, Budget):
        return all(map(is_certain, value.cells))
    return not (isinstance(value, Periods) and value.unread())


def _keys_of_one(field: FieldRole, value: Any) -> Keys:
    if isinstance(value, BaseModel):
        return keys_of_record(value)
    if isinstance(value, PrintedCell):
        return _cell_keys(value)
    if isinstance(value, MoneyCell):
        return _money_keys(value)
    if isinstance(value, Budget):
        return _budget_keys(value)
    if isinstance(value, Periods):
        return _period_keys(value)
    if isinstance(value, str):
        key = cosmetic_key(value) if field.role in TEXTS - {Role.FILE} else value.strip()
        return (key, key) if key else NOTHING
    return (value, None) if value is not None else NOTHING


def _cell_keys(cell: PrintedCell[Any]) -> Keys:
    printed = cosmetic_key(cell.printed)
    if cell.meaning is not None:
        return (True, cell.meaning), printed
    return ((False, printed), printed) if printed else NOTHING


def _money_keys(cell: MoneyCell) -> Keys:
    printed = cosmetic_key(cell.printed)
    if cell.state is BudgetState.NOT_STATED and not printed:
        return NOTHING
    words = "" if cell.state in _CERTAIN else printed
    return (cell.state, cell.amount_baht, cell.basis, words), printed


def _budget_keys(budget: Budget) -> Keys:
    if not budget.columns:
        return _money_keys(budget.cell)
    each = [
        ([year.be for year in column.heading.years], cosmetic_key(column.heading.printed), _money_keys(column.cell))
        for column in budget.columns
    ]
    stated = [one for one in each if one[2] != NOTHING]
    printed = cosmetic_key(budget.cell.printed)
    if not stated and not printed:
        return NOTHING
    meant = frozenset((tuple(years) or heading, keys[0]) for years, heading, keys in stated)
    return ("by year", meant), (printed, frozenset((heading, keys[1]) for _, heading, keys in stated))


def _period_keys(periods: Periods) -> Keys:
    printed = cosmetic_key(periods.printed)
    stated = [cell for cell in periods.columns if cell.read.kind is not PeriodKind.EMPTY or cell.printed.strip()]
    if not stated:
        return ((False, printed), printed) if printed else NOTHING
    meant = frozenset(key for cell in stated for key in _column_keys(cell))
    return (True, meant), (
        printed,
        frozenset((cosmetic_key(c.heading.printed), cosmetic_key(c.printed)) for c in stated),
    )


def _column_keys(cell: PeriodCell) -> list[Hashable]:
    """Return a key per year of a column: what runs in it, or the text if that is uncertain."""
    read = cell.read
    words = cosmetic_key(cell.printed) if read.kind is PeriodKind.UNREAD or not cell.heading.years else ""
    years: list[Hashable] = [*(year.be for year in cell.heading.years)] or [cosmetic_key(cell.heading.printed)]
    return [(year, read.kind, read.quarters, read.months, words) for year in years]
