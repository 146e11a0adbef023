"""Reads a record from the JSON data that `record_json.py` writes. Raises ValueError for anything else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.exports.record_json import Json
from generator.model.base import STAND_IN
from generator.model.cells import PrintedCell
from generator.model.money import Budget, BudgetBasis, BudgetState, MoneyCell, YearMoneyCell
from generator.model.periods import PeriodCell, Periods
from generator.model.roles import FieldRole, Role, fields_of
from generator.model.year_headings import YearHeading
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.period_cells import PeriodKind, PeriodReading

R = TypeVar("R", bound=BaseModel)


def record_from_json(model: type[R], data: Json) -> R:
    """Return the record; raise ValueError if a field is missing, unknown or of another kind."""
    return model.model_validate(_fields(model, data))


def _fields(model: type[BaseModel], data: Json) -> dict[str, Any]:
    known = fields_of(model)
    return {name: _field(known[name], value) if name in known else value for name, value in data.items()}


def _field(field: FieldRole, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(_field(field, one) for one in value)
    if field.record:
        return _fields(field.record, value)
    if field.role is Role.OWN_WORD:
        return _word(field, value)
    read = _READERS.get(field.role)
    return read(value) if read else value


def _word(field: FieldRole, value: Any) -> Any:
    stored = {choice[0] for choice in field.is_.choices}
    return STAND_IN if field.has_stand_in and value not in stored else value


def _date(value: Any) -> Any:
    return _cell(value, "date", _day) if isinstance(value, dict) else _day(value)


def _day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value)


def _year(value: Any) -> Any:
    if isinstance(value, dict):
        return _cell(value, "year", FiscalYear)
    return Cycle.parse(value) if isinstance(value, str) else FiscalYear(value)


def _count(value: Any) -> Any:
    return _cell(value, "number", int) if isinstance(value, dict) else value


def _cell(data: Json, key: str, read: Callable[[Any], Any]) -> PrintedCell[Any]:
    meaning = read(data[key]) if key in data else None
    return PrintedCell(data["printed"], meaning, data.get("doubt", ""), data.get("given", False))


def _money(data: Any) -> Any:
    cell = MoneyCell(
        data["printed"],
        BudgetState(data["state"]),
        _amount(data["amount_baht"]),
        BudgetBasis(data["basis"]) if "basis" in data else None,
        _amount(data.get("in_words_baht")),
        data.get("doubt", ""),
        data.get("says_more", False),
    )
    if "columns" not in data:
        return cell
    return Budget(cell, tuple(YearMoneyCell(_heading(one["heading"]), _money(one["cell"])) for one in data["columns"]))


def _amount(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _period(data: Any) -> Periods:
    return Periods(data["printed"], tuple(map(_year_period, data["columns"])), data.get("doubt", ""))


def _year_period(data: Json) -> PeriodCell:
    quarters, months = tuple(data["quarters"]), tuple(data.get("months", ()))
    read = PeriodReading(PeriodKind(data["kind"]), quarters, months, data.get("doubt", ""))
    return PeriodCell(_heading(data["heading"]), data["printed"], read, data.get("given", False))


def _heading(data: Json) -> YearHeading:
    return YearHeading(data["printed"], tuple(map(FiscalYear, data["years"])))


_READERS: dict[Role, Callable[[Any], Any]] = {
    Role.DATE: _date,
    Role.YEAR: _year,
    Role.COUNT: _count,
    Role.MONEY: _money,
    Role.PERIOD: _period,
}
