"""Which national files there are, and what the catalogues say of them: one record for page, data package and DCAT."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.exports.data_tables.data_table import DataTable
from generator.exports.national_rows import Counts
from generator.model.lao import Fiction
from generator.settings import Publisher
from generator.words import interface, open_data

CSV_GZ, CSV, JSONL_GZ, PARQUET = "csv.gz", "csv", "jsonl.gz", "parquet"
"""Ends of names. Those that are compressed are always there; a plain CSV file, while it is small."""
LARGEST_PLAIN = 30_000_000
"""Bytes up to which a CSV file is published uncompressed as well."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One published file."""

    name: str
    """Below `/data/`: for ever."""
    size: int
    sha256: str

    @property
    def kind(self) -> str:
        """The end of its name: CSV_GZ, CSV, JSONL_GZ or PARQUET."""
        return self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One table for the whole nation, with its files."""

    table: DataTable[Any]
    rows: int
    files: tuple[DataFile, ...]

    def file(self, kind: str) -> DataFile | None:
        """Return the file of a kind; None where there is none."""
        return next((file for file in self.files if file.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All national files."""

    sets: tuple[DataSet, ...]
    counts: Counts
    laos: int
    """LAOs that have a page."""
    publisher: Publisher
    fiction: Fiction = Fiction.NO
    """How much of the whole site is made up."""

    @property
    def title(self) -> str:
        """Its title, which says so where all is made up."""
        made_up = interface.MADE_UP.get(self.fiction)
        return f"{made_up}: {open_data.TITLE}" if made_up else open_data.TITLE

    @property
    def description(self) -> str:
        """What it is, which says so as well."""
        if self.fiction is Fiction.NO:
            return open_data.DESCRIPTION
        return f"{interface.SITE_FICTION[self.fiction]} {open_data.DESCRIPTION}"
