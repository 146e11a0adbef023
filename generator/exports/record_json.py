"""A record of the model as JSON data: every field by its English name, printed cells with their meanings.

The role of a field (`model/roles.py`) decides its form, so that no field is forgotten. `record_from_json.py` reads it
back. Amounts are numbers, exact to the satang; days are `2023-10-02`; years are of the Buddhist era.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import singledispatch
from typing import Any

from pydantic import BaseModel

from generator.model.cells import PrintedCell
from generator.model.money import Budget, MoneyCell
from generator.model.periods import PeriodCell, Periods
from generator.model.roles import fields_of
from generator.model.year_headings import YearHeading
from generator.thai.dates import Cycle, FiscalYear

Json = dict[str, Any]

MEANINGS = {datetime.date: "date", FiscalYear: "year", int: "number"}
"""Key of a printed cell's meaning, by its type, as in the content format."""


def record_json(record: BaseModel) -> Json:
    """Return a record with all its fields, in the order of the model; unstated ones are None or empty lists."""
    return {name: _value(getattr(record, name)) for name in fields_of(type(record))}


@singledispatch
def _value(value: Any) -> Any:
    return value  # None, a number, a bool


_value.register(BaseModel, record_json)


@_value.register
def _(text: str) -> str:
    return str(text)  # words of ours are enums


@_value.register
def _(several: tuple) -> list[Any]:  # type: ignore[type-arg]  # singledispatch needs a plain class
    return [_value(one) for one in several]


@_value.register
def _(year: FiscalYear) -> int:
    return year.be


@_value.register
def _(cycle: Cycle) -> str:
    return cycle.slug


@_value.register
def _(day: datetime.date) -> str:
    return day.isoformat()


@_value.register
def _(budget: Budget) -> Json:
    columns = [{"heading": _heading(one.heading), "cell": _value(one.cell)} for one in budget.columns]
    return {**_value(budget.cell), "columns": columns}


@_value.register
def _(periods: Periods) -> Json:
    return {"printed": periods.printed, "columns": list(map(_period, periods.columns))} | _said(doubt=periods.doubt)


@_value.register
def _(cell: PrintedCell) -> Json:  # type: ignore[type-arg]  # singledispatch
    meaning = cell.meaning
    key = next((key for kind, key in MEANINGS.items() if isinstance(meaning, kind)), "meaning")
    return {"printed": cell.printed, key: _value(meaning)} | _said(doubt=cell.doubt, given=cell.is_given)


@_value.register
def _(cell: MoneyCell) -> Json:
    return {"printed": cell.printed, "state": str(cell.state), "amount_baht": amount_json(cell.amount_baht)} | _said(
        basis=str(cell.basis or ""),
        in_words_baht=amount_json(cell.in_words_baht),
        doubt=cell.doubt,
        says_more=cell.says_more,
    )


def _period(cell: PeriodCell) -> Json:
    found = {"heading": _heading(cell.heading), "printed": cell.printed, "kind": str(cell.read.kind)}
    return (
        found
        | {"quarters": list(cell.read.quarters)}
        | _said(months=list(cell.read.months), doubt=cell.read.doubt, given=cell.is_given)
    )


def _heading(heading: YearHeading) -> Json:
    return {"printed": heading.printed, "years": [year.be for year in heading.years]}


def _said(**parts: Any) -> Json:
    """Return the parts without unstated ones: most cells have few."""
    return {key: value for key, value in parts.items() if value or (value == 0 and value is not False)}


def amount_json(amount: Decimal | None) -> int | float | str | None:
    """Return an amount as a number; as a text if no usual JSON number is exact."""
    if amount is None:
        return None
    if amount == amount.to_integral_value():
        return int(amount)
    return float(amount) if Decimal(repr(float(amount))) == amount else f"{amount:f}"
