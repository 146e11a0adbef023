"""Converts a record of the model to plain content-file data: texts as printed, with meanings that were given beside
them. Reading it gives the same record.

In: a record. Out: mappings, lists and texts under the keys of the content format. Unstated values are left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from pydantic import BaseModel, ValidationInfo

from generator.exports.record_json import MEANINGS
from generator.model.cells import PrintedCell
from generator.model.money import NOT_STATED, Budget, BudgetState, MoneyCell, read_budget, read_money_cell
from generator.model.periods import NO_PERIODS, PeriodCell, Periods, read_periods
from generator.model.roles import FieldRole, Role, fields_of
from generator.thai.dates import BE_MINUS_CE, Cycle
from generator.thai.period_cells import PeriodKind

Content = dict[str, Any]


def record_content(record: BaseModel, cycle: Cycle) -> Content:
    """Return a record as content-file data; `cycle` is that of its plan, for reading periods."""
    found: Content = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        is_needed = type(record).model_fields[name].is_required()
        if value is None or value in (NOT_STATED, NO_PERIODS) or (value == () and not is_needed):
            continue
        written = _written(value, field, cycle)
        if written is not None:
            found[name] = written
    return found


def _written(value: Any, field: FieldRole, cycle: Cycle) -> Any:
    if isinstance(value, BaseModel):
        return record_content(value, cycle)
    if isinstance(value, PrintedCell):
        return _cell(value)
    if isinstance(value, MoneyCell):
        return _first(_money(value), value, read_money_cell)
    if isinstance(value, Budget):
        return _budget(value)
    if isinstance(value, Periods):
        return _periods(value, cycle)
    if type(value) is tuple:
        return [_written(one, field, cycle) for one in value]
    if field.role is Role.OWN_WORD:
        return _word(value, field)
    return _plain(value)


def _word(value: Any, field: FieldRole) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    # An unreadable word has no form to write.
    return str(value) if str(value) in {choice[0] for choice in field.is_.choices} else None


def _plain(value: Any) -> str:
    if isinstance(value, datetime.date):
        return f"{value.year + BE_MINUS_CE}-{value:%m-%d}"
    if isinstance(value, Cycle):
        return value.slug
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _cell(cell: PrintedCell[Any]) -> str | Content:
    if not cell.is_given:
        return cell.printed
    key = next(key for kind, key in MEANINGS.items() if isinstance(cell.meaning, kind))
    return {"printed": cell.printed, key: _plain(cell.meaning)}


def _first(candidates: Iterator[Any], wanted: object, read: Callable[[Any], Any]) -> Any:
    """Return the shortest form that reads back as the wanted value, else the last one."""
    last = None
    for last in candidates:
        try:
            if read(last) == wanted:
                return last
        except ValueError:
            continue
    return last


def _money(cell: MoneyCell) -> Iterator[Any]:
    """Yield the possible forms of a money cell, shortest first."""
    yield cell.printed
    if cell.state is BudgetState.NO_BUDGET:
        yield {"no_budget": "yes"} | ({"printed": cell.printed} if cell.printed else {})
    basis = {"basis": str(cell.basis)} if cell.basis else {}
    yield {"amount": cell.printed, **basis}
    if cell.amount_baht is None:
        yield {"printed": cell.printed, **basis}
    else:
        yield {"printed": cell.printed, "amount": _plain(cell.amount_baht), **basis}


def _budget(budget: Budget) -> Any:
    if not budget.columns:
        return _first(_money(budget.cell), budget, read_budget)
    columns = {one.heading.printed: _first(_money(one.cell), one.cell, read_money_cell) for one in budget.columns}
    forms = (columns, {"printed": budget.cell.printed, "by_year": columns})
    return _first(iter(forms), budget, read_budget)


def _periods(periods: Periods, cycle: Cycle) -> Any:
    info = cast(ValidationInfo, SimpleNamespace(context=SimpleNamespace(cycle=cycle)))
    columns = {one.heading.printed: _period(one) for one in periods.columns}
    forms = (periods.printed, columns, {"printed": periods.printed, "by_year": columns})
    return _first(iter(forms), periods, lambda form: read_periods(form, info))


def _period(cell: PeriodCell) -> str | Content:
    quarters = ", ".join(map(str, cell.read.quarters))
    if cell.is_given:
        return {"printed": cell.printed, "quarters": quarters}
    is_bare = not cell.printed and cell.read.kind is PeriodKind.QUARTERS
    return {"quarters": quarters} if is_bare else cell.printed


def flattened(content: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of content data with its path: `approval.date`, `strategies[0].tactics[1].name`."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from flattened(value, f"{path}.{key}" if path else key)
    elif isinstance(content, list):
        for index, value in enumerate(content):
            yield from flattened(value, f"{path}[{index}]")
    else:
        yield path, content
