"""Replaces possible personal data in records, found by the privacy rules (`checks/privacy.py`).

In: a record. Out: the same record with every matching text replaced completely, and the number of replacements. A
printed cell loses its meaning too: an amount may be a card number.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.checks.items import Passage, Path
from generator.checks.rule import made_rules
from generator.model.cells import PrintedCell
from generator.model.lao import Lao
from generator.model.money import Budget, BudgetState, MoneyCell
from generator.model.periods import Periods
from generator.model.roles import FieldMark, FieldRole, Role, fields_of

R = TypeVar("R", bound=BaseModel)

WITHHELD = "(ไม่เผยแพร่ในไฟล์นี้ เพราะอาจเป็นข้อมูลส่วนบุคคล)"
"""Replacement for such a text."""


class Cleaner:
    """Cleans the records of one LAO, and counts replacements."""

    def __init__(self, lao: Lao) -> None:
        """Take the LAO, whose own office may be named."""
        self._lao = lao
        self._rules = [rule for rule in made_rules().values() if rule.subject == "PDPA" and rule.pattern]
        self._ids: dict[str, str] = {}
        self.count = 0
        """Number of replaced texts."""

    def record(self, record: R, path: Path = ()) -> R:
        """Return a record without personal data."""
        changed = {}
        for name, field in fields_of(type(record)).items():
            value = getattr(record, name)
            cleaned = self._value(value, field, (*path, name))
            if cleaned is not value:
                changed[name] = cleaned
        return record.model_copy(update=changed) if changed else record

    def text(self, text: str) -> str:
        """Return a text of several lines with those that contain personal data replaced."""
        return "\n".join(WITHHELD if self._is_personal(line, None, ()) else line for line in text.split("\n"))

    def _value(self, value: Any, field: FieldRole, path: Path) -> Any:
        if isinstance(value, str):
            return self._replaced(value, field) if self._is_personal(value, field, path) else value
        if isinstance(value, BaseModel):
            return self.record(value, path)
        if type(value) is tuple:  # excludes years and cycles, which are named tuples
            found = tuple(self._value(one, field, path) for one in value)
            return found if any(new is not old for new, old in zip(found, value, strict=True)) else value
        if isinstance(value, PrintedCell | MoneyCell | Budget | Periods):
            return self._cell(value, field, path)
        return value

    def _cell(self, cell: Any, field: FieldRole, path: Path) -> Any:
        if not any(self._is_personal(text, field, path) for text in _texts(cell)):
            return cell
        self.count += 1
        if isinstance(cell, PrintedCell):
            return PrintedCell(WITHHELD, None)
        if isinstance(cell, Periods):
            return Periods(WITHHELD)
        withheld = MoneyCell(WITHHELD, BudgetState.UNREAD)
        return Budget(withheld) if isinstance(cell, Budget) else withheld

    def _replaced(self, text: str, field: FieldRole) -> str:
        self.count += 1
        if field.role in (Role.ID, Role.REFERENCE):
            return self._ids.setdefault(text, f"withheld-{len(self._ids) + 1}")
        return WITHHELD

    def _is_personal(self, text: str, field: FieldRole | None, path: Path) -> bool:
        may_hold = field is not None and FieldMark.MAY_HOLD_PERSONAL_DATA in field.marks
        passage = Passage(text, field.name if field else "", path, self._lao, may_hold_personal_data=may_hold)
        return any(
            True
            for rule in self._rules
            if rule.pattern
            for match in rule.pattern.finditer(text)
            for _ in rule.find(passage, match)
        )


def _texts(value: Any) -> list[str]:
    """Return every text in a printed cell, with its amounts: they may be spelled as a number."""
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [text for one in dataclasses.fields(value) for text in _texts(getattr(value, one.name))]
    return [text for one in value for text in _texts(one)] if isinstance(value, tuple) else []
