"""A table as data (columns, rows of cells, caption), from which pages, and later files, print the same table.

A cell holds its value (a number, an amount, a day, a year) and its printed text, so that a spreadsheet needs no HTML.
Knows nothing of tags, digits or its page; `parts/table.html.jinja` prints it. Cells are made by the functions of
`table_cells.py`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Value = str | int | Decimal | datetime.date | None


class CellKind(StrEnum):
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
    """A year, a cycle or a number that is not a count."""
    STATE = "state"
    """A state in a word: `value` is the state, `printed` its word."""
    EMPTY = "empty"
    """No value; `printed` says what that means."""
    UNREAD = "unread"
    """A printed text that cannot be interpreted, in `printed`."""
    QUOTE = "quote"
    CODE = "code"
    SMALL = "small"
    """A text or `parts` in small letters; likewise the next two."""
    QUIET = "quiet"
    STRONG = "strong"
    BREAK = "break"
    TOGETHER = "together"
    """All of `parts`, one after the other."""
    ITEMS = "items"
    """A list of `parts`."""


class CellMark(StrEnum):
    """Highlighting of a cell or a row, beside its text."""

    DIFFERS = "differs"
    """Does not agree with another value; the cell says so in words as well."""
    COMPUTED = "computed"
    STATED = "stated"


class Cell(NamedTuple):
    """One cell, or a part of one."""

    kind: CellKind
    value: Value = None
    """Its value; None if not stated or not interpretable."""
    printed: str | None = None
    """Printed text: in place of a value, or beside it if the document says more."""
    address: str | None = None
    """Link target: a page of this site, an anchor of its page (`#...`), or a URL elsewhere (`https://...`)."""
    parts: tuple[Cell, ...] = ()
    mark: CellMark | None = None
    number: str | None = None
    """The number printed before a name."""
    saved_as: str | None = None
    """If the link is to a file of this site: the name for a saved copy."""


class Look(StrEnum):
    """Type of content of a column, as far as width and alignment follow from it."""

    HEAD = "head"
    """What its row is about: every table has exactly one such column."""
    TEXT = "text"
    NUMBER = "number"
    """Figures, aligned at their end."""
    YEAR = "year"
    """What is planned in the year named by the column; on phones those of a row are in one line."""
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
    """Label before a cell on phones; None for name and unit."""
    sorted_as: str | None = None
    """`text` or `number`, if readers may sort by it."""
    group: str | None = None
    """Common heading of adjacent columns, above their names."""

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
    """A heading below a `GROUP`."""
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Row(NamedTuple):
    """Cells from left to right; if fewer than columns, the last one spans the others."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.PLAIN
    anchor: str | None = None
    mark: CellMark | None = None


class Form(StrEnum):
    """Layout of a table: the words are those of the stylesheet (tables.css, `.table--...`)."""

    PLAIN = "plain"
    """Narrow enough for a phone as it is."""
    CARDS = "stack"
    """On phones a block per row."""
    WIDE_PAGE = "stack full"
    """The same, and full page width on desktops."""
    COUNTS = "stack counts"
    """Cards for hundreds of rows: the counts of a row share a line."""
    COMPARED = "compared"
    """Three figures side by side; on phones the name of a row is above them."""
    NAMES = "wide names stack"
    """Long names in the first column, which stays in view; cards on phones."""
    SCROLLS = "wide"
    """More columns than a phone holds: scrolls in its frame, the first column stays in view."""
    SCROLLS_WIDE_PAGE = "wide full"


def head(name: str, *, sorted_as: str | None = None) -> Column:
    """Return the column that says what a row is about."""
    return Column(name, look=Look.HEAD, sorted_as=sorted_as)


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    name: str
    """Unique on its page: the caption's id is this and `-caption`."""
    caption: Cell
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    """Sums of all rows, at the end."""
    form: Form = Form.CARDS
    note: Cell | None = None
    """Below the caption: unit, basis, signs used."""
    filter_label: str | None = None
    """If it is long: label of the box that filters its rows (assets/js/lists.js)."""
