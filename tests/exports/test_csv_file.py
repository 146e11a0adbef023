"""CSV for spreadsheets and programs: nothing is lost, nothing is run as a formula."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.exports.csv_file import csv_cell, csv_file, read_csv
from generator.exports.data_tables.all_tables import TABLES
from generator.exports.data_tables.data_table import DataTable
from generator.exports.data_tables.identity_columns import identified_columns, identified_rows
from generator.exports.data_tables.plain_values import clean
from generator.exports.data_tables.plan_data import PlanData
from generator.exports.plan_files import publishable_plans
from tests.checks.random_plans import lao_files, write_files
from tests.exports.some_plans import read_and_checked, real_plan, table_of, valid_plan

ALL = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)


def reads_back(table: DataTable[Any], plan: PlanData) -> None:
    assert read_csv(csv_file(table, plan), identified_columns(table)) == list(identified_rows(table, plan))


@ALL
def test_the_real_plan_reads_back_equal(table: DataTable[Any]) -> None:
    reads_back(table, real_plan())


@ALL
def test_the_valid_plan_reads_back_equal(table: DataTable[Any], tmp_path: Path) -> None:
    reads_back(table, valid_plan(tmp_path))


@settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(lao_files())
def test_any_plan_reads_back_equal(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        read, found = read_and_checked(Path(name), write_files(Path(name), files))
        for plan in publishable_plans(read.lao_folder, found):
            for table in TABLES:
                reads_back(table, plan)


def test_a_csv_file_has_a_bom_and_crlf_line_ends(tmp_path: Path) -> None:
    data = csv_file(table_of("projects"), valid_plan(tmp_path))
    assert data.startswith(b"\xef\xbb\xbfproject_id,order,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 3


def cells(plan: PlanData, table: str = "projects") -> dict[str, str]:
    """Return the first row of a table as a generic program reads it."""
    text = csv_file(table_of(table), plan).decode("utf-8-sig")
    return next(csv.DictReader(io.StringIO(text, newline="")))


RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1+1", '=HYPERLINK("http://x","ก")', "'=1"]


@pytest.mark.parametrize("text", RISKY)
def test_a_risky_text_is_escaped_for_every_spreadsheet(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "- รายการ", "@ก", "+66"])
def test_a_risky_text_of_a_plan_reads_back_equal(text: str, tmp_path: Path) -> None:
    plan = valid_plan(tmp_path, projects=("name: โครงการฝึกอบรม", f'name: "{text}"'))
    assert cells(plan)["name"] == f"'{text}"
    reads_back(table_of("projects"), plan)


@pytest.mark.parametrize(
    ("text", "kept"), [("ก\x00ข", "ก\ufffdข"), ("ก\ud800", "ก\ufffd"), ("ก\r\nข\rค", "ก\nข\nค"), (" ก ", "ก")]
)
def test_only_forbidden_characters_are_replaced(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_a_text_longer_than_an_excel_cell_is_complete(tmp_path: Path) -> None:
    plan = valid_plan(tmp_path, projects=("indicator: ร้อยละของผู้ผ่านการอบรม", "indicator: " + "ก" * 32_768))
    assert cells(plan)["indicator"] == "ก" * 32_768


def test_values_have_arabic_digits_both_eras_and_the_printed_text(tmp_path: Path) -> None:
    row = cells(valid_plan(tmp_path))
    assert (row["budget_baht"], row["budget_printed"], row["budget_state"]) == ("10000", "๑๐,๐๐๐", "amount")
    assert (row["number"], row["number_printed"]) == ("1", "๑")
    assert (row["year_1_be"], row["year_1_ce"], row["year_1_quarters"]) == ("2567", "2024", "1; 2; 3; 4")
    assert (row["budget_basis"], row["strategy"], row["departments"]) == ("per_year", "พัฒนาความรู้", "สำนักปลัด")
    assert (row["source_section"], row["is_draft"]) == ("๓.๑๑", "false")


def test_money_without_amount_is_blank_not_zero(tmp_path: Path) -> None:
    row = cells(valid_plan(tmp_path, projects=("budget: ๑๐,๐๐๐", "budget: งบกลาง")))
    assert (row["budget_baht"], row["budget_state"], row["budget_printed"]) == ("", "source", "งบกลาง")


def test_a_draft_says_so_in_every_row(tmp_path: Path) -> None:
    row = cells(valid_plan(tmp_path, plan=("state: announced", "state: draft")))
    assert (row["is_draft"], row["document_state"]) == ("true", "draft")


def test_a_file_with_another_heading_is_rejected(tmp_path: Path) -> None:
    data = csv_file(table_of("idp"), valid_plan(tmp_path))
    with pytest.raises(ValueError, match="heading"):
        read_csv(data, identified_columns(table_of("projects")))
