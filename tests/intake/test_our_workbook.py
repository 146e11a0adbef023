"""The workbook of a plan, written and read: nothing is lost, and every value has its cell."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from generator.errors import UsageError
from generator.intake.plan_content import PlanContent
from generator.intake.template_books import blank_content, template_book
from generator.intake.workbook.book_layout import ContentPlace
from generator.thai.years import Cycle
from tests.intake.some_books import book_of, cell_of, read_back, real_content, saved, typed, valid_content


def test_real_plan_reads_back_unchanged() -> None:
    content = real_content()
    book = read_back(book_of(content))
    assert book.content.files == content.files
    assert book.doubts == []
    assert book.is_whole


def test_valid_plan_reads_back_unchanged(tmp_path: Path) -> None:
    content = valid_content(tmp_path)
    assert read_back(book_of(content)).content.files == content.files


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert book_of(valid_content(tmp_path / "a")) == book_of(valid_content(tmp_path / "b"))


def test_changed_cell_changes_only_its_value(tmp_path: Path) -> None:
    content = valid_content(tmp_path)
    book = book_of(content)
    changed = read_back(typed(book, ("โครงการ", cell_of(book, "โครงการ", "budget", 3), "๑๒,๐๐๐")))
    assert changed.content.files["projects"]["projects"][0].pop("budget") == "๑๒,๐๐๐"
    content.files["projects"]["projects"][0].pop("budget")
    assert changed.content.files == content.files


def test_every_value_has_its_cell(tmp_path: Path) -> None:
    book = book_of(valid_content(tmp_path))
    cell = cell_of(book, "โครงการ", "periods@2567", 3)
    place = ContentPlace("projects", ("projects", 0, "periods", "2567"))
    assert read_back(book).cell_of(place) == f"โครงการ!{cell}"


def test_value_without_a_cell_gets_the_nearest_one(tmp_path: Path) -> None:
    book = read_back(book_of(valid_content(tmp_path)))
    assert book.cell_of(ContentPlace("projects", ("projects", 1, "curricula", 0))).startswith("โครงการ!")


def test_a_value_of_several_columns_has_the_cell_of_the_first(tmp_path: Path) -> None:
    book = book_of(valid_content(tmp_path))
    place = ContentPlace("projects", ("projects", 0, "responsible"))
    cell = cell_of(book, "โครงการ", "responsible.departments", 3)
    assert read_back(book).cell_of(place) == f"โครงการ!{cell}"


def test_sorted_rows_and_renamed_sheets_read_the_same(tmp_path: Path) -> None:
    content = valid_content(tmp_path)
    opened = openpyxl.load_workbook(io.BytesIO(book_of(content)))
    sheet = opened["แผนรายบุคคล (IDP)"]
    sheet.title = "IDP ของเรา"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=4)]
    for number, row in enumerate(reversed(rows), start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    content.files["idp"]["rows"].reverse()
    assert read_back(saved(opened)).content.files == content.files


def test_new_row_gets_a_new_id(tmp_path: Path) -> None:
    book = book_of(valid_content(tmp_path))
    changes = [
        ("โครงการ", cell_of(book, "โครงการ", key, 5), value)
        for key, value in (("tactic", "ส่งเสริมการฝึกอบรม"), ("name", "โครงการใหม่"))
    ]
    project = read_back(typed(book, *changes)).content.files["projects"]["projects"][2]
    assert project == {"id": "s1t1-3", "tactic": "s1t1", "name": "โครงการใหม่"}


def test_text_in_an_unknown_column_is_reported(tmp_path: Path) -> None:
    book = read_back(typed(book_of(valid_content(tmp_path)), ("โครงการ", "Z3", "หลงมา")))
    assert [(one.code, one.source) for one in book.doubts] == [("INTAKE-001", "โครงการ!Z3")]


def test_merged_cells_are_reported_at_the_first(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(book_of(valid_content(tmp_path))))
    book["โครงการ"].merge_cells("D3:D4")
    read = read_back(saved(book))
    assert [(one.code, one.source) for one in read.doubts] == [("INTAKE-005", "โครงการ!D3")]


def test_a_struck_value_is_reported_at_its_cell(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(book_of(valid_content(tmp_path))))
    book["โครงการ"]["D3"].font = Font(strike=True)
    assert [(one.code, one.source) for one in read_back(saved(book)).doubts] == [("INTAKE-007", "โครงการ!D3")]


def test_unknown_sheet_is_reported(tmp_path: Path) -> None:
    opened = openpyxl.load_workbook(io.BytesIO(book_of(valid_content(tmp_path))))
    opened.create_sheet("ของเรา")["B2"] = "ข้อความ"
    assert [one.source for one in read_back(saved(opened)).doubts] == ["ของเรา!B2"]


def test_missing_sheet_is_reported_and_deletes_nothing(tmp_path: Path) -> None:
    opened = openpyxl.load_workbook(io.BytesIO(book_of(valid_content(tmp_path))))
    del opened["โครงการ"]
    book = read_back(saved(opened))
    assert [one.code for one in book.doubts if one.code == "INTAKE-010"] == ["INTAKE-010"]
    assert not book.is_whole


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (260000, "#,##0", "260,000"),
        (260000, "[$-D00041E]#,##0", "๒๖๐,๐๐๐"),
        (1.5, "0.00", "1.50"),
        (50000, "General", "50000"),
    ],
)
def test_number_reads_as_displayed(value: float, number_format: str, text: str, tmp_path: Path) -> None:
    book = book_of(valid_content(tmp_path))
    opened = openpyxl.load_workbook(io.BytesIO(book))
    cell = opened["โครงการ"][cell_of(book, "โครงการ", "budget", 3)]
    cell.value, cell.number_format = value, number_format
    assert read_back(saved(opened)).content.files["projects"]["projects"][0]["budget"] == text


def test_formula_without_a_value_is_reported_at_its_cell(tmp_path: Path) -> None:
    book = book_of(valid_content(tmp_path))
    cell = cell_of(book, "โครงการ", "budget", 3)
    changed = read_back(typed(book, ("โครงการ", cell, "=1+1")))
    assert [(one.code, one.source) for one in changed.doubts] == [("INTAKE-003", f"โครงการ!{cell}")]


def test_text_longer_than_a_cell_reads_back_whole(tmp_path: Path) -> None:
    content = valid_content(tmp_path, projects=("note: หมายเหตุเดิม", "note: " + "ก" * 40_000))
    assert read_back(book_of(content)).content.files == content.files


@pytest.mark.parametrize(
    "text", ["=1+1", "+66", "-5", "@x", "'ก", "  ก ", "–", "๑) ก [core]", "[๑] ก", "ก, ข", "_x0041_"]
)
def test_odd_text_reads_back_unchanged(text: str, tmp_path: Path) -> None:
    content = valid_content(tmp_path)
    project, row = content.files["projects"]["projects"][0], content.files["idp"]["rows"][0]
    project["name"] = project["indicator"] = row["skills"][0]["text"] = row["methods"][0] = text
    content.files["lao"]["departments"][1]["aliases"] = [text]
    assert read_back(book_of(content)).content.files == content.files


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    content = valid_content(tmp_path, projects=("name: โครงการฝึกอบรม", 'name: "=HYPERLINK(1)"'))
    opened = openpyxl.load_workbook(io.BytesIO(book_of(content)))
    assert not [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_blank_workbook_states_only_the_lao_and_the_cycle() -> None:
    book = read_back(template_book(blank_content("5999901", Cycle.parse("2570-2572"))))
    assert (book.content.code, book.content.cycle) == ("5999901", "2570-2572")
    assert set(book.content.files) == {"lao", "plan"}


def test_workbook_without_an_lao_is_refused(tmp_path: Path) -> None:
    content = PlanContent("", "", {"lao": {"name": "ก"}})
    with pytest.raises(UsageError, match="ไม่บอกรหัส"):
        read_back(template_book(content))
