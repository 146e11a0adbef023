"""The page `/data/`: the national data files, their content and their terms of use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.settings import Publisher
from generator.views.page_subject import DataFiles, OpenData
from generator.views.table_cells import count, empty, items, lines, phrase, small, words
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, Table, head
from generator.words import open_data

_KILO = 1000


class DataFileLine(NamedTuple):
    """One file."""

    name: str
    """Below `/data/`."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class DataSetLine:
    """One national table."""

    key: str
    name: str
    description: str
    rows: int
    files: tuple[DataFileLine, ...]
    fields: Mapping[str, object]
    """The 14 fields of the government catalogue, by name; None if only the operator can fill it in."""


@dataclass(frozen=True, slots=True)
class DataCatalogueView:
    """What the page shows."""

    sets: tuple[DataSetLine, ...]
    laos: int
    plans: int
    drafts: int
    unread: int
    fictional: int
    publisher: Publisher
    schemas: tuple[tuple[str, str], ...]
    """Files of the content format with the addresses of their schemas."""

    @property
    def files_table(self) -> Table:
        """The data sets with their files."""
        return Table(
            "files",
            words("ไฟล์ของทั้งประเทศ แยกตามชุดข้อมูล"),
            (head("ชุดข้อมูล"), Column("จำนวนแถว", look=Look.NUMBER), Column("ไฟล์")),
            tuple(_row(one) for one in self.sets),
        )

    @property
    def fields_table(self) -> Table:
        """The 14 fields; between data sets only name, notes and formats differ."""
        return Table(
            "fields",
            phrase("รายการเมทาดาทาบังคับ {} รายการ ของบัญชีข้อมูลภาครัฐ", count(14)),
            (head("รายการ"), Column("ค่า")),
            tuple(Row((Cell(CellKind.CODE, name), self._value(name))) for name in self._names),
            form=Form.PLAIN,
        )

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.sets[0].fields) if self.sets else ()

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Addresses of the machine-readable metadata, each with a description."""
        return (
            (f"{addresses.DATA}datapackage.json", "Data Package (Frictionless) พร้อมชนิดของทุกคอลัมน์"),
            (f"{addresses.DATA}catalogue.jsonld", "DCAT (JSON-LD)"),
            (f"{addresses.DATA}data-go-th.json", "เมทาดาทาบังคับสำหรับบัญชีข้อมูลภาครัฐ (data.go.th) แยกตามชุดข้อมูล"),
        )

    @property
    def subject(self) -> OpenData:
        """The data sets for search engines."""
        tables = (
            DataFiles(one.key, one.name, one.description, tuple(f"{addresses.DATA}{file.name}" for file in one.files))
            for one in self.sets
        )
        return OpenData(open_data.TITLE, open_data.DESCRIPTION, self.publisher, tuple(tables))

    @property
    def citation(self) -> str:
        """How to cite the data."""
        return open_data.citation(self.publisher)

    @property
    def what_to_know(self) -> tuple[str, ...]:
        """What to know before adding up."""
        return open_data.WHAT_TO_KNOW

    @property
    def updated(self) -> str:
        """How often files change."""
        return open_data.UPDATED

    @property
    def unlicensed(self) -> str:
        """Text shown if no licence is stated."""
        return open_data.UNLICENSED

    @property
    def not_set(self) -> str:
        """Text shown in place of what the operator has not stated."""
        return open_data.NOT_SET

    @property
    def dictionary(self) -> str:
        """Address of the data dictionary."""
        return addresses.DATA_DICTIONARY

    def _value(self, name: str) -> Cell:
        values = list(dict.fromkeys(_said(one.fields[name]) for one in self.sets))
        if values == [""]:
            return empty(open_data.NOT_SET)
        return words(values[0]) if len(values) == 1 else items(words(value) for value in values)


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _row(one: DataSetLine) -> Row:
    about = lines(words(one.name, f"{addresses.DATA_DICTIONARY}#{one.key}"), small(one.description))
    return Row((about, count(one.rows), items(_file(file) for file in one.files)))


def _file(file: DataFileLine) -> Cell:
    link = words(file.name, f"{addresses.DATA}{file.name}")
    return phrase("{} {}", link, size(file.size))


def size(size_bytes: int) -> Cell:
    """Return a file size in words, in brackets: kilobytes up to a thousand, else megabytes."""
    if size_bytes < _KILO * _KILO:
        return phrase("({}\u00a0KB)", count(max(1, round(size_bytes / _KILO))))
    return phrase("({}\u00a0MB)", count(round(size_bytes / _KILO / _KILO)))


def data_catalogue_view(
    sets: Sequence[DataSetLine],
    figures: Mapping[str, int],
    publisher: Publisher,
    schemas: Sequence[tuple[str, str]],
) -> DataCatalogueView:
    """Return the page; the keys of `figures` are laos, plans, drafts, unread and fictional."""
    return DataCatalogueView(tuple(sets), publisher=publisher, schemas=tuple(schemas), **figures)
