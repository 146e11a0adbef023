"""Tables of data as CSV for Excel, LibreOffice and programs: UTF-8 with BOM, CRLF, RFC 4180.

A text that a spreadsheet would run as a formula, or that starts with an apostrophe, gets an apostrophe as prefix;
`read_csv` removes it, so that nothing is lost.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, Row, Value
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from generator.exports.data_tables.plan_data import PlanData

BOM = b"\xef\xbb\xbf"
"""Without it, Excel decodes Thai with the system's code page."""

# Spreadsheets skip blanks, and accept the full-width forms of the signs too.
_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|\t")


def is_risky(text: str) -> bool:
    """Return whether a spreadsheet may treat a text as a formula."""
    return _RUNS.match(text) is not None


def csv_file(table: DataTable[Any], plan: PlanData) -> bytes:
    """Return a table of one plan as a CSV file."""
    return b"".join(csv_lines(identified_columns(table), identified_rows(table, plan)))


def csv_lines(columns: Iterable[DataColumn[Any]], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a CSV file in pieces, BOM and heading, then each row, so that it need not fit in memory."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")

    def written(cells: list[str]) -> bytes:
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        return line.getvalue().encode("utf-8")

    yield BOM + written([column.key for column in columns])
    for row in rows:
        yield written([csv_cell(value) for value in row])


def csv_cell(value: Value) -> str:
    """Return a value as cell text: days as `2023-10-02`, amounts without separators, None as an empty text."""
    if isinstance(value, str):
        return f"'{value}" if is_risky(value) or value.startswith("'") else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def read_csv(data: bytes, columns: Iterable[DataColumn[Any]]) -> list[Row]:
    """Return the rows of a CSV file that `csv_lines` wrote; raise ValueError if its heading differs."""
    columns = tuple(columns)
    heading, *lines = csv.reader(io.StringIO(data.removeprefix(BOM).decode("utf-8"), newline=""))
    if heading != [column.key for column in columns]:
        raise ValueError("the heading is not that of the table")
    return [
        tuple(_value(text, column.type) for text, column in zip(line, columns, strict=True)) for line in lines if line
    ]


def _value(text: str, kind: DataType) -> Value:
    if not text:
        return None
    if kind in (DataType.INTEGER, DataType.YEAR):
        return int(text)
    if kind is DataType.BAHT:
        return Decimal(text)
    if kind is DataType.DATE:
        return datetime.date.fromisoformat(text)
    return text == "true" if kind is DataType.TRUTH else text.removeprefix("'")
