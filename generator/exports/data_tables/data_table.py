"""A table of data: columns with key, Thai name, description, type and how each is taken from a record of the plan.

In: one plan as it may be published (`PlanData`). Out: rows of plain values. Knows no file format. Keys of tables and
columns are for ever, because other programs read them; Thai names may change.
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
    """What the values of a column are. An empty cell is None in every type: not stated, or not reported."""

    TEXT = "text"
    """As the document prints it, or names of ours; may have several lines."""
    WORD = "word"
    """One of the column's choices, in English; the workbook shows the Thai word."""
    INTEGER = "integer"
    YEAR = "year"
    """A year as a whole number; the key ends in `_be` or `_ce` and says of which era."""
    BAHT = "baht"
    """An amount in baht, exact to the satang."""
    DATE = "date"
    """A day of the Gregorian calendar, `2023-10-02` in text files."""
    TRUTH = "truth"
    """`true` or `false` in text files."""


class InWorkbook(StrEnum):
    """How a column stands in the workbook; in CSV and national files every column is alike."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    """There for programs that read the workbook back."""
    LEFT_OUT = "left out"
    """Said by a heading or another sheet of the workbook."""


@dataclass(frozen=True)
class Column(Generic[Item]):
    """One column."""

    key: str
    """For ever, unique in its table: English, lower case, words joined by `_`."""
    name: str
    """Thai heading. `{year_1}` to `{year_3}` stand for the fiscal years of the plan at hand."""
    description: str
    """What stands in it, in Thai, for the data dictionary."""
    of: Callable[[Item], Value]
    """Takes the value from an item."""
    type: DataType = DataType.TEXT
    unit: str | None = None
    """Thai unit of a number."""
    choices: tuple[tuple[str, str], ...] = ()
    """Of a WORD: every value with its Thai word, in order."""
    in_workbook: InWorkbook = InWorkbook.SHOWN
    width: int = 14
    """In the workbook, in characters."""

    def value(self, item: Item) -> Value:
        """Return the value in the one form that all files hold: no empty text, no control character, exact amounts."""
        found = self.of(item)
        if isinstance(found, str):
            return clean(found) or None
        return exact(found) if isinstance(found, Decimal) else found


@dataclass(frozen=True)
class DataTable(Generic[Item]):
    """One table: `projects`, `idp` ..."""

    key: str
    """For ever: name of its file and of its sheet for programs."""
    name: str
    """Thai name, at most 31 characters, without `[]:*?/\\`: it names a sheet of the workbook."""
    description: str
    """What a row is and what to know before adding anything up, in Thai."""
    columns: tuple[Column[Item], ...]
    """The first one identifies a row within the plan."""
    items: Callable[[PlanData], Iterable[Item]]
    """The records of a plan that become rows, in order of the document."""

    @property
    def file(self) -> str:
        """Name of its CSV file."""
        return f"{self.key}.csv"

    def rows(self, plan: PlanData) -> Iterator[Row]:
        """Yield the rows of a plan, values in the order of `columns`."""
        for item in self.items(plan):
            yield tuple(column.value(item) for column in self.columns)


def choices(words: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    """Return the choices of a WORD from the interface's words for an enum, without the word for None."""
    return tuple((str(value), word) for value, word in words.items() if value is not None)
