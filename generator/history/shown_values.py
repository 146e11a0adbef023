"""Values of fields as text for readers: as printed if printed, else in Thai words; names for ids.

For display; `value_keys.py` compares.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.history.field_labels import label_of, name_field
from generator.model.cells import PrintedCell
from generator.model.money import Budget, BudgetState, MoneyCell
from generator.model.periods import Periods
from generator.model.plan import PlanFolder
from generator.model.roles import FieldRole, Role, fields_of
from generator.thai.dates import format_thai_date
from generator.thai.numerals import format_baht

Names = Mapping[str, Mapping[str, str]]
"""Kind of record, as in references -> id -> name."""


def names_in(files: PlanFolder | None, departments: Mapping[str, str]) -> Names:
    """Return the names of everything that a plan can reference, except framework entries."""
    found: dict[str, Mapping[str, str]] = {"department": departments}
    if files:
        plan = files.plan
        found["strategy"] = {one.id: one.name for one in plan.strategies}
        found["tactic"] = {tactic.id: tactic.name for _, tactic in plan.tactics()}
        found["value"] = {one.id: one.name for one in plan.values}
        found["local_strategy"] = {one.id: one.name for one in plan.local_strategies}
        found["project"] = {one.id: one.name for one in files.projects.projects} if files.projects else {}
    return found


def shown(field: FieldRole, value: Any, names: Names) -> str | None:
    """Return the text of a value; None if not stated."""
    if value is None:
        return None
    if field.many and isinstance(value, tuple):
        return ", ".join(text for one in value if (text := _shown_one(field, one, names))) or None
    return _shown_one(field, value, names) or None


def shown_record(record: BaseModel, names: Names) -> str:
    """Return a record as text: terms with values, without the id; only its name if there is nothing else."""
    fields = {name: field for name, field in fields_of(type(record)).items() if field.role is not Role.ID}
    each = {name: text for name, field in fields.items() if (text := shown(field, getattr(record, name), names))}
    named = name_field(type(record))
    if len(each) == 1 and named and named.name in each:
        return each[named.name]
    return "; ".join(f"{label_of(type(record), name)} {text}" for name, text in each.items())


def name_of(record: BaseModel, names: Names) -> str:
    """Return the name of a record; empty if it has none."""
    field = name_field(type(record))
    return (shown(field, getattr(record, field.name), names) or "") if field else ""


def stated_baht(value: Any) -> Decimal | None:
    """Return the amount that a money cell states as one sum, in baht."""
    if isinstance(value, Budget):
        return value.total_baht
    return value.counted_baht if isinstance(value, MoneyCell) else None


def with_meaning(text: str | None, value: Any) -> str | None:
    """Return the text of a cell with its meaning, for cells with the same text and different meanings."""
    meant = _meaning_in_words(value)
    return f"{text} ({meant})" if text and meant else text or meant or None


def _shown_one(field: FieldRole, value: Any, names: Names) -> str:
    if isinstance(value, BaseModel):
        return shown_record(value, names)
    if isinstance(value, PrintedCell):
        return str(value.printed).strip() or _meaning_in_words(value)
    if isinstance(value, MoneyCell):
        return value.printed.strip() or _meaning_in_words(value)
    if isinstance(value, Budget):
        return _budget(value)
    if isinstance(value, Periods):
        return _periods(value)
    if isinstance(value, datetime.date):
        return format_thai_date(value, "arabic")
    if field.role is Role.OWN_WORD:
        return _own_word(field, value)
    if field.role is Role.REFERENCE and isinstance(value, str):
        return names.get(field.is_.of, {}).get(value) or value
    return str(value).strip() if value is not None else ""


def _own_word(field: FieldRole, value: Any) -> str:
    """Return the first Thai word of a stored value."""
    if isinstance(value, bool):
        words = field.is_.choices[0 if value else 1] if len(field.is_.choices) > 1 else ()
    else:
        words = next((choice for choice in field.is_.choices if choice[0] == str(value)), ())
    return next((word for word in words if not word.isascii()), str(value))


def _meaning_in_words(value: Any) -> str:
    if isinstance(value, PrintedCell):
        meant = value.meaning
        if isinstance(meant, datetime.date):
            return format_thai_date(meant, "arabic")
        return "" if meant is None else str(meant)
    if isinstance(value, Budget):
        return _columns(value) if value.columns else _meaning_in_words(value.cell)
    if isinstance(value, MoneyCell):
        if value.amount_baht is not None:
            return f"{format_baht(value.amount_baht, 'arabic')} บาท"
        return "ไม่ใช้งบประมาณ" if value.state is BudgetState.NO_BUDGET else ""
    if isinstance(value, Periods):
        return ", ".join(
            f"{cell.heading.printed} ไตรมาสที่ {', '.join(map(str, cell.read.quarters))}"
            for cell in value.columns
            if cell.read.quarters
        )
    return ""


def _budget(budget: Budget) -> str:
    return budget.printed.strip() or _meaning_in_words(budget)


def _columns(budget: Budget) -> str:
    return ", ".join(
        f"{column.heading.printed.strip()} {column.cell.printed.strip() or _meaning_in_words(column.cell)}"
        for column in budget.columns
        if column.cell.state is not BudgetState.NOT_STATED or column.cell.printed.strip()
    )


def _periods(periods: Periods) -> str:
    if periods.printed.strip():
        return periods.printed.strip()
    each = [(cell.heading.printed.strip(), cell.printed.strip()) for cell in periods.columns]
    return ", ".join(f"{heading} {text}" for heading, text in dict.fromkeys(each) if text)
