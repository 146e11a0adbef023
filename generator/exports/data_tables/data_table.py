"""A table of data: columns with key, Thai name, description, type and a function from record to value.

In: one publishable plan (`PlanData`). Out: rows of plain values. Independent of file formats. Keys of tables and
columns are permanent, because other programs read them; Thai names may change.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from generator.exports.data_tables.plain_values import clean, exact
from generator.exports.data_tables.plan_data import PlanData

Item = TypeVar("Item")
Value = str | int | Decimal | datetime.date | bool | None
Row = tuple[Value, ...]


class DataType(StrEnum):
    """Types of columns. An empty cell is None in every type: not stated, or not reported."""

    TEXT = "text"
    """Text as printed, or our own names; may have several lines."""
    WORD = "word"
    """One of the column's choices, in English; the workbook shows the Thai word."""
    INTEGER = "integer"
    YEAR = "year"
    """A year as a whole number; the key ends in `_be` or `_ce` for its era."""
    BAHT = "baht"
    """An amount in baht, exact to the satang."""
    DATE = "date"
    """A Gregorian date, `2023-10-02` in text files."""
    TRUTH = "truth"
    """`true` or `false` in text files."""


class InWorkbook(StrEnum):
    """Display of a column in the workbook; CSV and national files show all columns."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    """For programs that read the workbook back."""
    LEFT_OUT = "left out"
    """Shown in a heading or on another sheet of the workbook."""


@dataclass(frozen=True)
class DataColumn(Generic[Item]):
    """One column."""

    key: str
    """Permanent, unique in its table: English, lower case, words joined by `_`."""
    name: str
    """Thai heading. `{year_1}` to `{year_3}` are replaced by the fiscal years of the plan."""
    description: str
    """Thai description of its values, for the data dictionary."""
    of: Callable[[Item], Value]
    """Returns the value of an item."""
    type: DataType = DataType.TEXT
    unit: str | None = None
    """Thai unit of a number."""
    choices: tuple[tuple[str, str], ...] = ()
    """For WORD: every value with its Thai word, in order."""
    in_workbook: InWorkbook = InWorkbook.SHOWN
    width: int = 14
    """Width in the workbook, in characters."""

    def value(self, item: Item) -> Value:
        """Return the value in the form common to all files: no empty text, no control character, exact amounts."""
        found = self.of(item)
        if isinstance(found, str):
            return clean(found) or None
        return exact(found) if isinstance(found, Decimal) else found


@dataclass(frozen=True)
class DataTable(Generic[Item]):
    """One table: `projects`, `idp` ..."""

    key: str
    """Permanent: name of its file, and of its sheet for programs."""
    name: str
    """Thai name, at most 31 characters, without `[]:*?/\\`, as it names a sheet of the workbook."""
    description: str
    """Thai description of a row, with warnings about summing."""
    columns: tuple[DataColumn[Item], ...]
    """The first identifies a row within the plan."""
    items: Callable[[PlanData], Iterable[Item]]
    """Returns the records of a plan that become rows, in document order."""

    @property
    def file(self) -> str:
        """Name of its CSV file."""
        return f"{self.key}.csv"

    def rows(self, plan: PlanData) -> Iterator[Row]:
        """Yield the rows of a plan; values are in the order of `columns`."""
        for item in self.items(plan):
            yield tuple(column.value(item) for column in self.columns)


def choices(words: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    """Return the choices of a WORD from the interface's words for an enum, without the word for None."""
    return tuple((str(value), word) for value, word in words.items() if value is not None)
