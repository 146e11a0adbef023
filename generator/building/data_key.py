"""The cache key of the national data files. Imports no export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version

from generator.building.fingerprint import digest_of
from generator.building.unit import Unit


def data_digest(units: Mapping[str, Unit], more: Iterable[object]) -> str:
    """Return the key: all rows, `more`, and the DuckDB version or its absence, on which the Parquet files depend."""
    rows = sorted((code, unit.objects.get("rows")) for code, unit in units.items())
    return digest_of([rows, *more, _duckdb()])


def _duckdb() -> str:
    try:
        return version("duckdb")
    except PackageNotFoundError:
        return ""
