"""By what national data files are known: the rows of all LAOs, and what else enters them. Light: loads no export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version

from generator.building.fingerprint import digest_of
from generator.building.unit import Unit


def data_digest(units: Mapping[str, Unit], more: Iterable[object]) -> str:
    """Return the key of the data files; another DuckDB, or none, writes other Parquet files."""
    rows = sorted((code, unit.objects.get("rows")) for code, unit in units.items())
    return digest_of([rows, *more, _duckdb()])


def _duckdb() -> str:
    try:
        return version("duckdb")
    except PackageNotFoundError:
        return ""
