"""The workbook of a plan, read with openpyxl: typed cells, permanent keys, same plan same bytes."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataColumn, DataTable, DataType, InWorkbook, Value
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.long_texts import LONGEST
from generator.exports.workbook import workbook
from tests.exports.some_plans import real_plan, table_of, valid_plan


def opened(plan: PlanData) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(plan)))


def sheet_of(book: openpyxl.Workbook, key: str) -> Worksheet:
    """Return a table's sheet, found as programs do: by the defined name of its cells, not by the sheet's name."""
    ((sheet, _),) = book.defined_names[f"phaen_{key}"].destinations
    return book[sheet]


def rows_of(book: openpyxl.Workbook, table: DataTable[Any]) -> list[dict[str, Value]]:
    """Return the rows of a table: keys from the hidden first row, words by the choices of their column."""
    sheet = sheet_of(book, table.key)
    columns = {column.key: column for column in table.columns}
    keys = [str(cell.value) for cell in sheet[1]]
    return [
        {key: read(cell, columns[key]) for key, cell in zip(keys, row, strict=True)}
        for row in sheet.iter_rows(min_row=3, values_only=True)
        if any(cell is not None for cell in row)
    ]


def read(cell: Any, column: DataColumn[Any]) -> Value:
    if cell is None:
        return None
    if column.type is DataType.WORD:
        return {word: value for value, word in column.choices}[cell]
    if column.type is DataType.BAHT:
        return Decimal(str(cell))
    return cell.date() if isinstance(cell, datetime.datetime) else cell  # type: ignore[no-any-return]


def meant(table: DataTable[Any], plan: PlanData) -> list[dict[str, Value]]:
    shown = [column for column in table.columns if column.in_workbook is not InWorkbook.LEFT_OUT]
    return [{column.key: column.value(item) for column in shown} for item in table.items(plan)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_the_real_plan_reads_back_equal(table: DataTable[Any]) -> None:
    plan = real_plan()
    assert rows_of(opened(plan), table) == meant(table, plan)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_the_valid_plan_reads_back_equal(table: DataTable[Any], tmp_path: Path) -> None:
    plan = valid_plan(tmp_path)
    assert rows_of(opened(plan), table) == meant(table, plan)


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert workbook(valid_plan(tmp_path / "a")) == workbook(valid_plan(tmp_path / "b"))


def test_headings_are_thai_and_frozen_with_filters(tmp_path: Path) -> None:
    sheet = sheet_of(opened(valid_plan(tmp_path)), "projects")
    headings = [cell.value for cell in sheet[2]]
    assert "งบประมาณ (บาท)" in headings
    assert "ไตรมาส ปี 2567" in headings
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == f"A2:{sheet.cell(4, sheet.max_column).coordinate}"


def test_keys_and_ids_are_hidden(tmp_path: Path) -> None:
    sheet = sheet_of(opened(valid_plan(tmp_path)), "projects")
    assert sheet.row_dimensions[1].hidden
    assert sheet["A1"].value == "project_id"
    assert sheet.column_dimensions["A"].hidden


def test_numbers_are_numbers_and_days_are_days(tmp_path: Path) -> None:
    book = opened(valid_plan(tmp_path))
    keys = [cell.value for cell in sheet_of(book, "projects")[1]]
    assert sheet_of(book, "projects").cell(3, keys.index("budget_baht") + 1).value == 10_000
    keys = [cell.value for cell in sheet_of(book, "results")[1]]
    assert isinstance(sheet_of(book, "results").cell(3, keys.index("as_of") + 1).value, datetime.datetime)


def test_every_column_is_in_the_dictionary(tmp_path: Path) -> None:
    sheet = sheet_of(opened(valid_plan(tmp_path)), "dictionary")
    described = {row[0] for row in sheet.iter_rows(min_row=3, values_only=True)}
    assert described >= {f"{table.key}.{column.key}" for table in TABLES for column in table.columns}


def test_every_other_value_of_the_plan_is_listed_by_its_path(tmp_path: Path) -> None:
    sheet = sheet_of(opened(valid_plan(tmp_path)), "fields")
    values = {row[0]: row[2] for row in sheet.iter_rows(min_row=3, values_only=True)}
    assert values["plan:approval.meeting"] == "๙/๒๕๖๖"
    assert values["plan:strategies[0].tactics[0].name"] == "ส่งเสริมการฝึกอบรม"
    assert values["lao:departments[1].aliases[0]"] == "คลัง"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK(\\"http://x\\")', "{=1}"])
def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    plan = valid_plan(tmp_path, projects=("name: โครงการฝึกอบรม", f'name: "{text}"'))
    book = opened(plan)
    for sheet in book:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]
    assert rows_of(book, table_of("projects"))[0]["name"] == text.replace("\\", "")


def test_a_text_too_long_for_a_cell_is_complete_on_its_own_sheet(tmp_path: Path) -> None:
    text = "ก" * 32_768
    plan = valid_plan(tmp_path, projects=("indicator: ร้อยละของผู้ผ่านการอบรม", f"indicator: {text}"))
    book = opened(plan)
    cut = rows_of(book, table_of("projects"))[0]["indicator"]
    assert isinstance(cut, str)
    assert len(cut) <= LONGEST
    pieces = list(sheet_of(book, "long_texts").iter_rows(min_row=3, values_only=True))
    assert {piece[:3] for piece in pieces if piece[2] == "indicator"} >= {("projects", "s1t1-1", "indicator")}
    assert "".join(str(piece[4]) for piece in pieces if piece[:3] == ("projects", "s1t1-1", "indicator")) == text


def test_the_first_sheet_warns_about_sums_and_drafts(tmp_path: Path) -> None:
    plan = valid_plan(tmp_path, plan=("state: announced", "state: draft"))
    notes = {row[0]: row[1] for row in opened(plan).worksheets[0].iter_rows(values_only=True)}
    assert notes["ร่างแผน"].startswith("ยังไม่ได้รับความเห็นชอบ")
    assert notes["เป็นจำนวนเงินของ"] == "ต่อปีงบประมาณ"
    assert notes["ผลรวมที่ระบุ (บาท)"] == 10_000
