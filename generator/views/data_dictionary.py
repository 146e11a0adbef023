"""The page `/data/dictionary/`: the columns of the data files, and the keys of full records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.views.table_cells import NONE, count, figure, inside, items, lines, phrase, words
from generator.views.tables import Cell, CellKind, Column, Row, Table, head


class ColumnLine(NamedTuple):
    """One column of a table."""

    key: str
    name: str
    description: str
    type: str
    """In Thai words."""
    unit: str | None
    choices: tuple[tuple[str, str], ...]
    """Values with their Thai words."""


class KeyLine(NamedTuple):
    """One key of a record."""

    path: str
    term: str
    type: str


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """One table of data."""

    key: str
    name: str
    description: str
    columns: tuple[ColumnLine, ...]

    @property
    def table(self) -> Table:
        """Its columns."""
        return Table(
            self.key,
            phrase("{} คอลัมน์ของตาราง{}", count(len(self.columns)), words(self.name)),
            (head("คอลัมน์"), Column("ความหมาย"), Column("ชนิด"), Column("ค่าที่มีได้")),
            tuple(_column(one) for one in self.columns),
        )


@dataclass(frozen=True, slots=True)
class DictionaryRecord:
    """One record of `plan.json`, with the keys of the file that it was entered in."""

    name: str
    """Stem of the file, part of the table's id."""
    title: str
    file: str
    keys: tuple[KeyLine, ...]

    @property
    def table(self) -> Table:
        """Its keys."""
        return Table(
            f"record-{self.name}",
            phrase("{} ({})", figure(self.title), Cell(CellKind.CODE, self.file)),
            (head("หัวข้อ"), Column("ความหมาย"), Column("ชนิด")),
            tuple(Row((Cell(CellKind.CODE, one.path), words(one.term), words(one.type))) for one in self.keys),
        )


@dataclass(frozen=True, slots=True)
class DataDictionaryView:
    """What the page shows."""

    tables: tuple[DictionaryTable, ...]
    common: DictionaryTable
    """The columns that all tables end with."""
    records: tuple[DictionaryRecord, ...]

    @property
    def catalogue(self) -> str:
        """Address of the files."""
        return addresses.DATA


def data_dictionary_view(
    tables: Sequence[DictionaryTable], common: DictionaryTable, records: Sequence[DictionaryRecord]
) -> DataDictionaryView:
    """Return what the page shows."""
    return DataDictionaryView(tuple(tables), common, tuple(records))


def _column(one: ColumnLine) -> Row:
    kind = f"{one.type} ({one.unit})" if one.unit else one.type
    values = items((phrase("{} = {}", Cell(CellKind.CODE, value), figure(word)) for value, word in one.choices), NONE)
    return Row(
        (
            lines(Cell(CellKind.CODE, one.key), inside(CellKind.SMALL, figure(one.name))),
            words(one.description),
            words(kind),
            values,
        )
    )
