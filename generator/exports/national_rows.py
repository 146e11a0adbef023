"""The rows of one LAO for national files: CSV and JSON Lines, each a compressed piece that can be put behind others.

A file of several gzip members is a gzip file (RFC 1952, section 2.2): a national file is the members of all LAOs in
order, and none of them is compressed again when another changes.
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
from generator.exports.data_tables.data_table import Column, DataTable, Row, Value
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from generator.exports.data_tables.plan_columns import PLANS, UnreadPlanData
from generator.exports.data_tables.plan_data import PlanData
from generator.model.lao import Fiction

NATIONAL_TABLES: tuple[DataTable[Any], ...] = (PLANS, *TABLES)
"""The tables that are published for the whole nation."""
_LEVEL = 6
_encoded = json.JSONEncoder(ensure_ascii=False).encode


class Piece(NamedTuple):
    """The rows of one LAO in one table."""

    rows: int
    csv: bytes
    """As a gzip member, without the heading."""
    csv_size: int
    """In bytes, before it was compressed."""
    jsonl: bytes
    jsonl_size: int


class Counts(NamedTuple):
    """What an LAO, or a nation, adds to what the catalogue says of all files."""

    plans: int = 0
    drafts: int = 0
    """Plans that are not approved, or of unknown state, and can be read."""
    unread: int = 0
    """Plans that cannot be read."""
    partly_unread: int = 0
    """Plans of which some file cannot be read in full."""
    fictional: int = 0
    """Plans whose content is made up."""
    first_year_be: int | None = None
    """Of the cycles of all plans."""
    last_year_be: int | None = None

    def with_more(self, other: Counts) -> Counts:
        """Return both together."""
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
    """Return content as one gzip member, the same whenever it is made."""
    return gzip.compress(content, _LEVEL, mtime=0)


def columns_of(table: DataTable[Any]) -> tuple[Column[Any], ...]:
    """Return the columns of a national file; `plans` and the others alike say of whom each row is."""
    return identified_columns(table)


def csv_heading(table: DataTable[Any]) -> bytes:
    """Return the beginning of the CSV file of a table."""
    return next(csv_lines(columns_of(table), ()))


def pieces(plans: Sequence[PlanData]) -> dict[str, Piece]:
    """Return the rows of an LAO's plans by the key of their table; tables without a row are left out.

    A plan that cannot be read has a row in `plans` and in no other.
    """
    found = {}
    for table in NATIONAL_TABLES:
        rows = list(chain.from_iterable(identified_rows(table, plan) for plan in plans if _has_rows(table, plan)))
        if rows:
            found[table.key] = _piece(columns_of(table), rows)
    return found


def _has_rows(table: DataTable[Any], plan: PlanData) -> bool:
    return table is PLANS or not isinstance(plan, UnreadPlanData)


def _piece(columns: tuple[Column[Any], ...], rows: Sequence[Row]) -> Piece:
    csv = b"".join(islice(csv_lines(columns, rows), 1, None))
    keys = [json.dumps(column.key) for column in columns]
    jsonl = "".join(_json_line(keys, row) for row in rows).encode()
    return Piece(len(rows), compressed(csv), len(csv), compressed(jsonl), len(jsonl))


def _json_line(keys: Iterable[str], row: Row) -> str:
    return f"{{{','.join(f'{key}:{json_value(value)}' for key, value in zip(keys, row, strict=True))}}}\n"


def json_value(value: Value) -> str:
    """Return a value as JSON: amounts are numbers, exact as written; days are texts."""
    if isinstance(value, str):
        return _encoded(value)
    if value is None:
        return "null"
    return f'"{value}"' if isinstance(value, datetime.date) else csv_cell(value)


def counts(plans: Iterable[PlanData]) -> Counts:
    """Return what the plans of an LAO add to the catalogue's figures."""
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
