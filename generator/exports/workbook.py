"""One plan as a workbook, `plan.xlsx`: a sheet per table, for people and for programs that read it back.

Row 1 of each sheet is hidden and has the keys of the columns, row 2 their Thai headings; the first column is the hidden
id of the row. A defined name `phaen_<table>` refers to the cells of each table, even if its sheet is renamed. The same
plan gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.exports.book_style import FONT, HEADING, WRAPPED, row_height
from generator.exports.csv_file import is_risky
from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook, Row, Value
from generator.exports.data_tables.other_columns import DICTIONARY_COLUMNS, FIELDS, Described
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.long_texts import LONG_TEXTS, LongTexts
from generator.exports.workbook_notes import workbook_notes

SCHEMA = 1
"""Version of the layout of sheets and keys; in the workbook's properties."""
FIRST_ROW = 2
"""First row of a table's data, counted from 0."""
_LAST_EXACT = 10**15
"""Spreadsheets are exact to fifteen digits."""
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Before it, spreadsheets disagree on day numbers."""
_TYPE_OF_NOTE = {str: DataType.TEXT, int: DataType.INTEGER, Decimal: DataType.BAHT}
_LONGEST_LIST = 255
"""Most characters of a list of choices."""


def workbook(plan: PlanData) -> bytes:
    """Return a plan as a workbook."""
    return _PlanBook(plan).made()


class _PlanBook:
    def __init__(self, plan: PlanData) -> None:
        self.plan = plan
        self._file = io.BytesIO()
        # A copy: XlsxWriter modifies its argument.
        self._book = Workbook(self._file, {"in_memory": True, "default_format_properties": dict(FONT)})
        cycle = plan.plan.cycle
        # Workbooks need a creation date: the plan's first day, so that the same plan gives the same bytes.
        self._book.set_properties(
            {
                "title": f"แผนพัฒนาบุคลากร ๓ ปี {cycle.slug} {plan.lao.full_name}",
                "author": plan.lao.full_name,
                "created": datetime.datetime.combine(cycle.first.first_day, datetime.time()),
            }
        )
        self._book.set_custom_property("phaen_schema", SCHEMA, "number")
        self._book.set_custom_property("phaen_lao_code", plan.lao.code, "text")
        self._book.set_custom_property("phaen_cycle", cycle.slug, "text")
        self._long = LongTexts()
        self._heading = self._format(**HEADING)
        self._text, self._risky = self._format(), self._format(quote_prefix=True)
        self._numbers = {
            DataType.INTEGER: self._format(num_format="#,##0", align="right"),
            DataType.YEAR: self._format(num_format="0", align="center"),
            DataType.BAHT: self._format(num_format="#,##0", align="right"),
        }
        self._satang = self._format(num_format="#,##0.00", align="right")
        self._day = self._format(num_format="yyyy-mm-dd", align="center")
        self._centre = self._format(align="center")

    def _format(self, **properties: Any) -> Format:
        return self._book.add_format({**WRAPPED, **properties})

    def made(self) -> bytes:
        """Return the whole workbook."""
        self._notes()
        for table in TABLES:
            self._table(table, table.rows(self.plan))
        self._table(FIELDS, FIELDS.rows(self.plan))
        described = [Described(table, column) for table in (*TABLES, FIELDS) for column in table.columns]
        rows = (tuple(column.value(one) for column in DICTIONARY_COLUMNS) for one in described)
        self._sheet("dictionary", "คำอธิบายข้อมูล", DICTIONARY_COLUMNS, rows)
        if self._long.rows:
            self._sheet("long_texts", "ข้อความยาว", LONG_TEXTS, self._long.rows)
        self._book.close()
        return self._file.getvalue()

    def _notes(self) -> None:
        sheet = self._book.add_worksheet("อ่านก่อน")
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 80)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for row, (label, value) in enumerate(workbook_notes(self.plan)):
            is_heading = value == ""
            sheet.set_row(row, row_height(((label, 34), (str(value), 80))))
            sheet.write_string(row, 0, label, self._heading if is_heading else self._text)
            self._write(sheet, row, 1, None if is_heading else value, _TYPE_OF_NOTE[type(value)])

    def _table(self, table: DataTable[Any], rows: Iterable[Row]) -> None:
        shown = [column.in_workbook is not InWorkbook.LEFT_OUT for column in table.columns]
        columns = tuple(column for column, is_shown in zip(table.columns, shown, strict=True) if is_shown)
        kept = (tuple(value for value, is_shown in zip(row, shown, strict=True) if is_shown) for row in rows)
        self._sheet(table.key, table.name, columns, kept)

    def _sheet(self, key: str, name: str, columns: tuple[DataColumn[Any], ...], rows: Iterable[Row]) -> None:
        sheet = self._book.add_worksheet(name)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.key, self._text)
            sheet.write_string(1, place, self._named(column), self._heading)
            is_hidden = column.in_workbook is InWorkbook.HIDDEN
            sheet.set_column(place, place, column.width, self._text, {"hidden": is_hidden})
        last = FIRST_ROW - 1
        for last, row in enumerate(rows, start=FIRST_ROW):
            sheet.set_row(last, row_height(_texts(row, columns)))
            for place, (value, column) in enumerate(zip(row, columns, strict=True)):
                self._cell(sheet, last, place, value, column, key, str(row[0]))
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, row_height((self._named(column), column.width) for column in columns))
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.autofilter(1, 0, max(last, FIRST_ROW), len(columns) - 1)
        for place, column in enumerate(columns):
            self._choices(sheet, place, column, last)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(1)
        sheet.fit_to_pages(1, 0)
        end = _cell_name(max(last, FIRST_ROW - 1), len(columns) - 1)
        self._book.define_name(f"phaen_{key}", f"='{name}'!$A$1:{end}")

    def _named(self, column: DataColumn[Any]) -> str:
        years = [str(year) for year in self.plan.plan.cycle.years]
        name = column.name
        for number in (1, 2, 3):
            name = name.replace(f"{{year_{number}}}", years[number - 1] if number <= len(years) else "–")
        return f"{name} ({column.unit})" if column.unit else name

    def _choices(self, sheet: Worksheet, index: int, column: DataColumn[Any], last: int) -> None:
        words = [word for _, word in column.choices]
        if words and last >= FIRST_ROW and len(",".join(words)) <= _LONGEST_LIST:
            sheet.data_validation(
                FIRST_ROW, index, last, index, {"validate": "list", "source": words, "error_type": "warning"}
            )

    def _cell(
        self, sheet: Worksheet, row: int, index: int, value: Value, column: DataColumn[Any], table: str, row_id: str
    ) -> None:
        if isinstance(value, str) and column.type is DataType.WORD:
            value = dict(column.choices).get(value, value)
        if isinstance(value, str):
            value = self._long.fitted(value, table, row_id, column.key)
        self._write(sheet, row, index, value, column.type)

    def _write(self, sheet: Worksheet, row: int, index: int, value: Value, kind: DataType) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, index, value, self._centre)
        elif isinstance(value, datetime.date):
            if value < _FIRST_DAY:
                sheet.write_string(row, index, value.isoformat(), self._centre)
            else:
                sheet.write_datetime(row, index, datetime.datetime.combine(value, datetime.time()), self._day)
        elif isinstance(value, str):
            # If an officer edits such a cell it would become a formula; the prefix keeps it a text.
            sheet.write_string(row, index, value, self._risky if is_risky(value) else self._text)
        else:
            self._number(sheet, row, index, value, kind)

    def _number(self, sheet: Worksheet, row: int, index: int, value: int | Decimal, kind: DataType) -> None:
        if not -_LAST_EXACT < value < _LAST_EXACT or Decimal(repr(float(value))) != value:
            sheet.write_string(row, index, f"{value:f}" if isinstance(value, Decimal) else str(value), self._text)
            return
        is_whole = value == int(value)
        sheet.write_number(
            row, index, int(value) if is_whole else float(value), self._numbers[kind] if is_whole else self._satang
        )


def _texts(row: Row, columns: tuple[DataColumn[Any], ...]) -> Iterable[tuple[str, float]]:
    """Yield the texts of a row with the widths of their columns; choices are short, so that their keys will do."""
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, str) and column.in_workbook is not InWorkbook.HIDDEN:
            yield value, column.width


def _cell_name(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"${letters}${row + 1}"
