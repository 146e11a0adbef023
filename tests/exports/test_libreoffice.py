"""LibreOffice reads the values back from the workbook and the CSV files."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.exports.csv_file import csv_file
from generator.exports.data_tables.data_table import DataType
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from generator.exports.workbook import workbook
from tests.exports.some_plans import real_plan, table_of

EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, quotation mark, UTF-8, values as stored, not as displayed; one file per sheet."""
UTF_8 = "--infilter=CSV:44,34,76"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Convert the real plan's workbook and projects with LibreOffice once, because it takes seconds to start."""
    soffice = shutil.which("soffice")
    if not soffice:
        # Everything else of a workbook is tested without it; CI has it, and a skip there is a failure.
        pytest.skip("needs LibreOffice: apt-get install --no-install-recommends libreoffice-calc")
    folder = tmp_path_factory.mktemp("libreoffice")
    plan = real_plan()
    (folder / "plan.xlsx").write_bytes(workbook(plan))
    (folder / "projects.csv").write_bytes(csv_file(table_of("projects"), plan))
    common = [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    conversions = (["--convert-to", EVERY_SHEET_AS_CSV], "plan.xlsx"), ([UTF_8, "--convert-to", "xlsx"], "projects.csv")
    for options, name in conversions:
        command = [*common, *options, "--outdir", str(folder / "out"), str(folder / name)]
        subprocess.run(command, check=True, timeout=300)
    yield folder / "out"


def lines_of(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


@pytest.mark.parametrize("key", ["projects", "budget", "idp"])
def test_every_value_of_a_sheet_reads_back_equal(key: str, converted: Path) -> None:
    table, plan = table_of(key), real_plan()
    keys, _, *rows = lines_of(converted / f"plan-{table.name}.csv")
    columns = {column.key: column for column in table.columns}
    items = list(table.items(plan))
    assert len(rows) == len(items) > 0
    for row, item in zip(rows, items, strict=True):
        for shown, name in zip(row, keys, strict=True):
            value = columns[name].value(item)
            if columns[name].type is DataType.WORD and isinstance(value, str):
                value = dict(columns[name].choices)[value]
            if value is None or isinstance(value, bool):
                value = {None: "", True: "TRUE", False: "FALSE"}[value]
            assert shown == str(value), name


def test_a_csv_file_reads_back_without_running_formulas(converted: Path) -> None:
    import openpyxl

    table, plan = table_of("projects"), real_plan()
    sheet = openpyxl.load_workbook(converted / "projects.xlsx").worksheets[0]
    heading, *rows = sheet.iter_rows()
    columns = identified_columns(table)
    assert [cell.value for cell in heading] == [column.key for column in columns]
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]
    places = {column.key: place for place, column in enumerate(columns)}
    amounts = [row[places["budget_baht"]] for row in identified_rows(table, plan)]
    assert [row[places["budget_baht"]].value for row in rows] == amounts
    names = [row[places["name"]] for row in identified_rows(table, plan)]
    assert [row[places["name"]].value for row in rows] == names
