"""The national files and their catalogue data: one record for page, data package and DCAT."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from generator import addresses
from generator.exports.data_tables.data_table import DataTable
from generator.exports.national_rows import Counts
from generator.model.lao import Fiction
from generator.settings import Publisher
from generator.words import interface, open_data

CSV_GZ, CSV, JSONL_GZ, PARQUET = "csv.gz", "csv", "jsonl.gz", "parquet"
"""Extensions. Compressed files always exist, a plain CSV file only if it is small."""
LARGEST_PLAIN = 30_000_000
"""Largest CSV file, in bytes, that is also published uncompressed."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One published file."""

    name: str
    """File name below `/data/`: permanent."""
    size: int
    sha256: str

    @property
    def kind(self) -> str:
        """The file's extension: CSV_GZ, CSV, JSONL_GZ or PARQUET."""
        return self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One national table with its files."""

    table: DataTable[Any]
    rows: int
    files: tuple[DataFile, ...]

    def file(self, kind: str) -> DataFile | None:
        """Return the file of a kind; None if there is none."""
        return next((file for file in self.files if file.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All national files."""

    sets: tuple[DataSet, ...]
    counts: Counts
    laos: int
    """LAOs with a page."""
    publisher: Publisher
    fiction: Fiction = Fiction.NO
    """How much of the whole site is made up."""
    site_url: str = ""
    """Address of the site; empty if unknown."""

    @property
    def folder_url(self) -> str:
        """The address of the folder of the files; empty if the site's is unknown."""
        return urljoin(self.site_url, addresses.DATA.removeprefix("/")) if self.site_url else ""

    @property
    def title(self) -> str:
        """The title, which says so if everything is made up."""
        made_up = interface.MADE_UP.get(self.fiction)
        return f"{made_up}: {open_data.TITLE}" if made_up else open_data.TITLE

    @property
    def description(self) -> str:
        """The description, which says so too."""
        if self.fiction is Fiction.NO:
            return open_data.DESCRIPTION
        return f"{interface.SITE_FICTION[self.fiction]} {open_data.DESCRIPTION}"
