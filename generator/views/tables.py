"""A table as data: columns, rows of cells and a caption, from which pages, and later files, print the same table.

A cell holds what it means (a number, an amount, a day, a year) beside what is printed of it, so that a spreadsheet
needs no HTML. Knows nothing of tags, digits or where it stands; `parts/table.html.jinja` prints it. Cells are made by
the functions of `table_cells.py`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Value = str | int | Decimal | datetime.date | None


class Kind(StrEnum):
    """How the value of a cell is written."""

    TEXT = "text"
    """As the document prints it, with its line breaks."""
    WORDS = "words"
    """Words of this site."""
    COUNT = "count"
    BAHT = "baht"
    DAY = "day"
    SHORT_DAY = "short day"
    FIGURE = "figure"
    """A year, a cycle or a number that is no count."""
    STATE = "state"
    """A state in a word: `value` is the state, `printed` its word."""
    EMPTY = "empty"
    """Nothing; `printed` says what that means."""
    UNREAD = "unread"
    """What the document prints and nobody can interpret, in `printed`."""
    QUOTE = "quote"
    CODE = "code"
    SMALL = "small"
    """A text or `parts` in small letters; so for those that follow."""
    QUIET = "quiet"
    STRONG = "strong"
    BREAK = "break"
    TOGETHER = "together"
    """All of `parts`, one behind the other."""
    ITEMS = "items"
    """A list of `parts`."""


class Mark(StrEnum):
    """What is to be noticed of a cell or a row, beside what it says."""

    DIFFERS = "differs"
    """Does not agree with another value; the cell says so in words as well."""
    COMPUTED = "computed"
    STATED = "stated"


class Cell(NamedTuple):
    """One cell, or a part of one."""

    kind: Kind
    value: Value = None
    """What it means, as it is; None where nothing is stated or nobody can tell."""
    printed: str | None = None
    """What is printed: instead of a value, or beside it where the document says more."""
    address: str | None = None
    """Where it leads: a page of this site, an anchor of its page (`#...`), or a place elsewhere (`https://...`)."""
    parts: tuple[Cell, ...] = ()
    mark: Mark | None = None
    number: str | None = None
    """The number that the document prints before a name."""


class Look(StrEnum):
    """What stands in a column, as far as its width and alignment follow from it."""

    HEAD = "head"
    """What its row is of: every table has one such column."""
    TEXT = "text"
    NUMBER = "number"
    """Figures, aligned at their end."""
    YEAR = "year"
    """What is planned in the year that is the column's name; on phones those of a row stand behind each other."""
    ONE_LINE = "one line"
    NAMES = "names"
    """Departments."""
    SENTENCES = "sentences"


class Column(NamedTuple):
    """One column."""

    name: str
    unit: str | None = None
    look: Look = Look.TEXT
    label: str | None = None
    """What stands before a cell on phones; None for name and unit."""
    sorted_as: str | None = None
    """`text` or `number`, where readers may sort by it."""
    group: str | None = None
    """What columns beside each other have in common, above their names."""

    @property
    def heading(self) -> str:
        """Name and unit."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


class RowKind(StrEnum):
    """What a row is."""

    PLAIN = "plain"
    GROUP = "group"
    """A heading over the rows that follow, in one cell."""
    SUBGROUP = "subgroup"
    """A heading below a heading."""
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Row(NamedTuple):
    """Cells from left to right; with fewer than there are columns, the last one spans the rest."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.PLAIN
    anchor: str | None = None
    mark: Mark | None = None


class Form(StrEnum):
    """How a table is laid out: the words are those of the stylesheet (tables.css, `.table--...`)."""

    PLAIN = "plain"
    """Narrow enough for a phone as it is."""
    CARDS = "stack"
    """On phones a block for each row."""
    WIDE_PAGE = "stack full"
    """The same, and on desktops over the whole page."""
    COUNTS = "stack counts"
    """Cards for hundreds of rows: the counts of one share a line."""
    COMPARED = "compared"
    """Three figures beside each other; on phones the name of a row stands above them."""
    NAMES = "wide names stack"
    """Long names in the first column, which stays; cards on phones."""
    SCROLLS = "wide"
    """More columns than a phone holds: scrolls in its frame, the first column stays."""
    SCROLLS_WIDE_PAGE = "wide full"


def head(name: str, *, sorted_as: str | None = None) -> Column:
    """Return the column that says what a row is of."""
    return Column(name, look=Look.HEAD, sorted_as=sorted_as)


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    name: str
    """On its page: the caption's id is this and `-caption`."""
    caption: Cell
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    """Sums of all rows, at the end."""
    form: Form = Form.CARDS
    note: Cell | None = None
    """Below the caption: unit, basis, signs used."""
    filter_label: str | None = None
    """Where it is long: what a box that filters its rows is called (assets/js/lists.js)."""
