"""Concatenates the cached rows of all LAOs into the national data files, in constant memory.

Comes in: the files of `outputs/rows.py` of each LAO, in order of code. Goes out: files in `data/` of a site, each
replaced atomically, and a record of them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from generator.building.outputs.rows import INDEX
from generator.exports.data_files import CSV, CSV_GZ, JSONL_GZ, LARGEST_PLAIN, PARQUET, Catalogue, DataFile, DataSet
from generator.exports.data_tables.data_table import DataTable
from generator.exports.national_rows import NATIONAL_TABLES, Counts, columns_of, compressed, csv_heading
from generator.exports.parquet import can_write_parquet, write_parquet
from generator.model.lao import Fiction
from generator.settings import Publisher

_AT_ONCE = 1 << 20
_UNFINISHED = ".part"


class _Growing:
    """A file written in pieces and moved into place when complete."""

    def __init__(self, target: Path, stack: ExitStack) -> None:
        self.target = target
        self._part = target.with_name(target.name + _UNFINISHED)
        self._stream: IO[bytes] = stack.enter_context(self._part.open("wb"))

    def add(self, piece: bytes) -> None:
        self._stream.write(piece)

    def finish(self) -> DataFile:
        self._stream.close()
        return _placed(self._part, self.target)


class _TableFiles:
    """The files of one table, while rows are added."""

    def __init__(self, table: DataTable[Any], folder: Path, stack: ExitStack) -> None:
        self.table = table
        self.rows = 0
        heading = csv_heading(table)
        self._size = len(heading)
        self._folder = folder
        self._csv = _Growing(folder / f"{table.key}.{CSV_GZ}", stack)
        self._jsonl = _Growing(folder / f"{table.key}.{JSONL_GZ}", stack)
        self._csv.add(compressed(heading))

    def add(self, files: Mapping[str, bytes], rows: int, csv_size: int) -> None:
        self.rows += rows
        self._size += csv_size
        self._csv.add(files[f"{self.table.key}.{CSV_GZ}"])
        self._jsonl.add(files[f"{self.table.key}.{JSONL_GZ}"])

    def finish(self) -> DataSet:
        """Move the files into place, and make the files derived from them."""
        if not self.rows:
            self._jsonl.add(compressed(b""))  # a gzip file cannot be empty
        found = [self._csv.finish(), self._jsonl.finish()]
        if self._size <= LARGEST_PLAIN:
            found.append(_unpacked(self._csv.target, self._folder / f"{self.table.key}.{CSV}"))
        if can_write_parquet():
            target = self._folder / f"{self.table.key}.{PARQUET}"
            part = target.with_name(target.name + _UNFINISHED)
            write_parquet(self._jsonl.target, columns_of(self.table), part)
            found.append(_placed(part, target))
        return DataSet(self.table, self.rows, tuple(found))


def write_data_files(
    folder: Path, laos: Iterable[Mapping[str, bytes]], publisher: Publisher, site_url: str
) -> Catalogue:
    """Write the national data files into a folder and return their catalogue.

    `laos` are the files of `outputs/rows.py` of every LAO that has any, in order of code; `site_url` is the address of
    the site, empty if unknown.
    """
    folder.mkdir(parents=True, exist_ok=True)
    total, readable, kinds = Counts(), 0, set()
    with ExitStack() as stack:
        tables = {table.key: _TableFiles(table, folder, stack) for table in NATIONAL_TABLES}
        for files in laos:
            index = json.loads(files[INDEX])
            for key, (rows, csv_size, _) in index["tables"].items():
                tables[key].add(files, rows, csv_size)
            total = total.with_more(Counts(*index["counts"]))
            fiction = Fiction(index["fiction"])
            readable += index["readable"]
            if index["readable"] or fiction is not Fiction.NO:  # as facts/site_laos.py counts
                kinds.add(fiction)
        sets = tuple(table.finish() for table in tables.values())
    return Catalogue(sets, total, readable, publisher, _of_site(kinds), site_url)


def _of_site(kinds: set[Fiction]) -> Fiction:
    if not kinds or Fiction.NO in kinds:
        return Fiction.NO
    return Fiction.CONTENT if Fiction.CONTENT in kinds else Fiction.ALL


def _unpacked(packed: Path, target: Path) -> DataFile:
    part = target.with_name(target.name + _UNFINISHED)
    with gzip.open(packed) as source, part.open("wb") as stream:
        shutil.copyfileobj(source, stream, _AT_ONCE)
    return _placed(part, target)


def _placed(part: Path, target: Path) -> DataFile:
    with part.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size = part.stat().st_size
    part.replace(target)
    return DataFile(target.name, size, digest)
