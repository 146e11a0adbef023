"""Tables of data as Parquet with typed columns, if DuckDB is installed (`pip install phaen[data]`).

In: a compressed JSON Lines file. Out: a Parquet file with the same rows in the same order, with the same bytes from the
same version of DuckDB. Memory is bounded for any size.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.exports.data_tables.data_table import DataColumn, DataType

_TYPES = {
    DataType.INTEGER: "BIGINT",
    DataType.YEAR: "SMALLINT",
    DataType.BAHT: "DECIMAL(38, 2)",
    DataType.DATE: "DATE",
    DataType.TRUTH: "BOOLEAN",
}
"""Types of non-text columns. A value that does not fit its type, such as a number of forty digits, is left empty."""
_MEMORY = "256MB"
_LONGEST_ROW = 64 * 1024 * 1024
"""In bytes; the limits of reading keep rows far smaller."""


def can_write_parquet() -> bool:
    """Return whether DuckDB is installed."""
    return find_spec("duckdb") is not None


def write_parquet(jsonl: Path, columns: Iterable[DataColumn[Any]], target: Path) -> None:
    """Write the rows of a gzipped JSON Lines file as Parquet."""
    import duckdb  # late: an optional extra that takes half a second

    columns = tuple(columns)
    read = ", ".join(f"'{column.key}': 'VARCHAR'" for column in columns)
    taken = ", ".join(_taken(column) for column in columns)
    settings: dict[str, Any] = {
        "threads": 1,  # with more threads, row groups depend on timing
        "memory_limit": _MEMORY,
        "preserve_insertion_order": True,
        "autoinstall_known_extensions": False,  # no network access
        "temp_directory": str(target.parent),
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute(
            f"COPY (SELECT {taken} FROM read_json({_quoted(jsonl)}, format='newline_delimited', compression='gzip', "  # noqa: S608
            f"columns={{{read}}}, maximum_object_size={_LONGEST_ROW})) TO {_quoted(target)} "
            "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)"
        )


def _taken(column: DataColumn[Any]) -> str:
    kind = _TYPES.get(column.type)
    return f'TRY_CAST("{column.key}" AS {kind}) AS "{column.key}"' if kind else f'"{column.key}"'


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
