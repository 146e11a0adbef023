"""Guarantees of every table of data: permanent keys, Thai names, unique rows, words for every choice."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataTable, DataType
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from tests.exports.some_plans import real_plan

ALL = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)


@ALL
def test_keys_are_unique_english_words_with_thai_names(table: DataTable[Any]) -> None:
    columns = identified_columns(table)
    keys = [column.key for column in columns]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", key) for key in keys)
    assert all(re.search("[ก-ฮ]", column.name) and column.description for column in columns)


@ALL
def test_table_names_are_valid_sheet_names(table: DataTable[Any]) -> None:
    assert len(table.name) <= 31
    assert not re.search(r"[\[\]:*?/\\]", table.name)


@ALL
def test_the_first_column_is_unique(table: DataTable[Any]) -> None:
    ids = [row[0] for row in table.rows(real_plan())]
    assert None not in ids
    assert len(set(ids)) == len(ids)


@ALL
def test_words_have_choices_and_years_name_their_era(table: DataTable[Any]) -> None:
    columns = identified_columns(table)
    for row in identified_rows(table, real_plan()):
        for column, value in zip(columns, row, strict=True):
            if column.type is DataType.WORD and value is not None:
                assert value in dict(column.choices), column.key
    assert all(column.key.endswith(("_be", "_ce")) for column in columns if column.type is DataType.YEAR)


def test_projects_are_in_document_order_and_sum_to_the_pages_total() -> None:
    (projects,) = (table for table in TABLES if table.key == "projects")
    places = {column.key: place for place, column in enumerate(projects.columns)}
    rows = list(projects.rows(real_plan()))
    assert [row[places["order"]] for row in rows] == list(range(1, 23))
    assert sum(row[places["budget_baht"]] or 0 for row in rows) == 664_000  # type: ignore[misc]  # cells have several types
    assert {row[places["budget_basis"]] for row in rows} == {"not_stated", None}
