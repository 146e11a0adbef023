"""The rows of one LAO for national files, CSV and JSON Lines, as compressed pieces that can be concatenated.

A file of several gzip members is a gzip file (RFC 1952, section 2.2): a national file is the members of all LAOs in
order, so that members of unchanged LAOs are not compressed again.
"""

from __future__ import annotations

import datetime
import gzip
import json
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from generator.exports.csv_file import csv_cell, csv_lines
from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataColumn, DataTable, Row, Value
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from generator.exports.data_tables.plan_columns import PLANS, UnreadPlanData
from generator.exports.data_tables.plan_data import PlanData
from generator.model.lao import Fiction

NATIONAL_TABLES: tuple[DataTable[Any], ...] = (PLANS, *TABLES)
"""The tables published for the whole nation."""
_LEVEL = 6
_encoded = json.JSONEncoder(ensure_ascii=False).encode


class LaoRows(NamedTuple):
    """The rows of one LAO in one table."""

    rows: int
    csv: bytes
    """A gzip member, without the heading."""
    csv_size: int
    """Uncompressed size in bytes."""
    jsonl: bytes
    jsonl_size: int


class Counts(NamedTuple):
    """Counts of an LAO or a nation for the catalogue's description of all files."""

    plans: int = 0
    drafts: int = 0
    """Readable plans that are not approved, or of unknown state."""
    unread: int = 0
    """Unreadable plans."""
    partly_unread: int = 0
    """Plans with a partly unreadable file."""
    fictional: int = 0
    """Plans with made-up content."""
    first_year_be: int | None = None
    """First year of the cycles of all plans."""
    last_year_be: int | None = None

    def with_more(self, other: Counts) -> Counts:
        """Return the sum of both."""
        firsts = [year for year in (self.first_year_be, other.first_year_be) if year is not None]
        lasts = [year for year in (self.last_year_be, other.last_year_be) if year is not None]
        return Counts(
            self.plans + other.plans,
            self.drafts + other.drafts,
            self.unread + other.unread,
            self.partly_unread + other.partly_unread,
            self.fictional + other.fictional,
            min(firsts, default=None),
            max(lasts, default=None),
        )


def compressed(content: bytes) -> bytes:
    """Return content as one gzip member, with the same bytes every time."""
    return gzip.compress(content, _LEVEL, mtime=0)


def columns_of(table: DataTable[Any]) -> tuple[DataColumn[Any], ...]:
    """Return the columns of a national file, including those that identify the plan."""
    return identified_columns(table)


def csv_heading(table: DataTable[Any]) -> bytes:
    """Return the BOM and heading of a table's CSV file."""
    return next(csv_lines(columns_of(table), ()))


def pieces(plans: Sequence[PlanData]) -> dict[str, LaoRows]:
    """Return the rows of an LAO's plans by table key; tables without rows are left out.

    An unreadable plan has a row in `plans` only.
    """
    found = {}
    for table in NATIONAL_TABLES:
        rows = list(chain.from_iterable(identified_rows(table, plan) for plan in plans if _has_rows(table, plan)))
        if rows:
            found[table.key] = _piece(columns_of(table), rows)
    return found


def _has_rows(table: DataTable[Any], plan: PlanData) -> bool:
    return table is PLANS or not isinstance(plan, UnreadPlanData)


def _piece(columns: tuple[DataColumn[Any], ...], rows: Sequence[Row]) -> LaoRows:
    csv = b"".join(islice(csv_lines(columns, rows), 1, None))
    keys = [json.dumps(column.key) for column in columns]
    jsonl = "".join(_json_line(keys, row) for row in rows).encode()
    return LaoRows(len(rows), compressed(csv), len(csv), compressed(jsonl), len(jsonl))


def _json_line(keys: Iterable[str], row: Row) -> str:
    return f"{{{','.join(f'{key}:{json_value(value)}' for key, value in zip(keys, row, strict=True))}}}\n"


def json_value(value: Value) -> str:
    """Return a value as JSON: amounts as exact numbers, days as texts."""
    if isinstance(value, str):
        return _encoded(value)
    if value is None:
        return "null"
    return f'"{value}"' if isinstance(value, datetime.date) else csv_cell(value)


def counts(plans: Iterable[PlanData]) -> Counts:
    """Return the counts of an LAO's plans for the catalogue."""
    found = Counts()
    for plan in plans:
        unread, cycle = isinstance(plan, UnreadPlanData), plan.plan.cycle
        one = Counts(
            plans=1,
            drafts=not unread and plan.plan.is_draft,
            unread=unread,
            partly_unread=not unread and bool(plan.files.unread),
            fictional=plan.fiction is not Fiction.NO,
            first_year_be=cycle.first.be,
            last_year_be=cycle.last.be,
        )
        found = found.with_more(one)
    return found
