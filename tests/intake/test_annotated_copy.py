"""The annotated copy of a workbook has everything that the workbook had, and is refused where the workbook is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.building_blocks import CODE
from tests.building_blocks import CYCLE as OF_THE_PLAN
from tests.intake import office_commands
from tests.intake.office_commands import CYCLE, call
from tests.intake.some_books import read_back, saved
from tests.intake.word_files import docx, paragraph, run, table, tc

pytestmark = pytest.mark.usefixtures("content")
DOUBTS, FOUND, ASKED = "สิ่งที่ต้องดู", "ผลการตรวจ", "ถามความหมายคอลัมน์"
ROWS = [
    ["ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ", "ที่จัด"],
    ["๑", "โครงการอบรม", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง", "ห้องประชุม"],
    ["๒", "โครงการสอง", "", "", "หน่วยที่ไม่มี", ""],
]

Book = Any


def review() -> str:
    """Read an office's document: a doubt about a department, an unknown table, a question about a column."""
    tables = [table([[tc(text) for text in row] for row in rows]) for rows in (ROWS, [["สี", "ขนาด"], ["แดง", "ใหญ่"]])]
    assert office_commands.review(docx(*tables, paragraph(run("ข้อความท้ายเอกสาร"))), "แผน.docx").exit_code == 0
    return "review.xlsx"


def changed(book: str, change: Callable[[Book], object]) -> str:
    opened = openpyxl.load_workbook(book)
    change(opened)
    Path(book).write_bytes(saved(opened))
    return book


def annotated(book: str, copy: str = "copy.xlsx") -> str:
    call("check", book, "--annotate", copy)
    assert Path(copy).is_file()
    return copy


def listed(book: str) -> list[tuple[Any, ...]]:
    """Return the doubts with states and links."""
    return [row[:7] for row in openpyxl.load_workbook(book)[DOUBTS].iter_rows(min_row=3, values_only=True)]


def kept(book: str) -> list[list[tuple[Any, ...]]]:
    opened = openpyxl.load_workbook(book)
    return [list(opened[name].values) for name in opened.sheetnames if name.startswith("ที่ไม่ได้ใช้")]


def asked(book: str) -> list[list[Any]]:
    rows = openpyxl.load_workbook(book)[ASKED].iter_rows(min_row=3, values_only=True)
    return [[cell or "" for cell in row] for row in rows]


def refusal(book: str, *more: str, cycle: str = CYCLE) -> tuple[int, str]:
    result = call("import", book, "--into", f"{CODE}/{cycle}", *more)
    return result.exit_code, result.output


def test_doubts_keep_their_states_and_unused_texts_their_sheets() -> None:
    def look(opened: Book) -> None:
        opened[DOUBTS]["A3"], opened[DOUBTS]["A4"] = "ดูแล้ว", "ถามผู้อำนวยการ"

    book = changed(review(), look)
    copy = annotated(book)
    assert listed(copy) == listed(book) and kept(copy) == kept(book) != []


def test_findings_are_on_a_sheet_of_their_own_and_made_anew_by_the_next_check() -> None:
    first = annotated(review())
    second = annotated(first, "second.xlsx")
    of_first, of_second = (list(openpyxl.load_workbook(book)[FOUND].values)[2:] for book in (first, second))
    assert of_first == of_second and {str(row[5]).startswith("INTAKE") for row in of_first} == {False}
    assert listed(second) == listed(first)


def test_copy_is_refused_with_the_same_doubts_and_accepted_with_the_same_notes() -> None:
    book = review()
    copy = annotated(book)
    assert refusal(copy) == refusal(book)
    assert refusal(copy)[0] == 2
    assert refusal(copy, "--accept-doubts", "--dry-run") == refusal(book, "--accept-doubts", "--dry-run")


def test_questions_are_carried_with_their_answers() -> None:
    book = changed(review(), lambda opened: opened[ASKED].__setitem__("E3", "สถานที่ดำเนินการ"))
    copy = annotated(book)
    of_book, of_copy = asked(book), asked(copy)
    assert of_copy == of_book and of_copy[0][4] == "สถานที่ดำเนินการ"
    assert refusal(copy) == refusal(book)


def copied(opened: Book, name: str) -> None:
    opened.copy_worksheet(opened[name])["B3"] = "แก้ในสำเนา"


def delete_column(opened: Book, name: str, key: str) -> None:
    (column,) = [cell.column for cell in opened[name][1] if cell.value == key]
    opened[name].delete_cols(column)


SLIPS: dict[str, tuple[Callable[[Book], object], str]] = {
    "formula without a value": (lambda opened: opened["โครงการ"].__setitem__("F3", "=1+1"), ""),
    "text beside the columns": (lambda opened: opened["โครงการ"].__setitem__("Z3", "หลงมา"), "หลงมา"),
    "sheet of the officer's": (lambda opened: opened.create_sheet("ของเรา").__setitem__("B2", "จดไว้"), "จดไว้"),
    "tactic without a strategy": (lambda opened: opened["กลยุทธ์"].__setitem__("B3", "ไม่มี"), "ไม่มี"),
    "deleted sheet": (lambda opened: opened.remove(opened["คณะกรรมการ"]), ""),
    "copied sheet": (lambda opened: copied(opened, "โครงการ"), "แก้ในสำเนา"),
    "deleted column": (lambda opened: delete_column(opened, "โครงการ", "budget"), ""),
    "deleted column of values": (lambda opened: delete_column(opened, "แผน", "value"), ""),
    "deleted sheet of the plan": (lambda opened: opened.remove(opened["แผน"]), ""),
}


@pytest.mark.parametrize("name", SLIPS)
def test_what_stops_a_workbook_stops_its_copy_and_no_text_is_lost(name: str) -> None:
    change, text = SLIPS[name]
    call("template", CODE, "--out", "plan.xlsx")
    book = changed("plan.xlsx", change)
    copy = annotated(book)
    assert (refusal(book, cycle=OF_THE_PLAN)[0], refusal(copy, cycle=OF_THE_PLAN)[0]) == (2, 2)
    assert text in "".join(str(cell) for sheet in kept(copy) for row in sheet for cell in row)


def test_copy_of_a_workbook_without_doubts_can_be_imported() -> None:
    call("template", CODE, "--out", "plan.xlsx")
    copy = annotated("plan.xlsx")
    assert DOUBTS not in openpyxl.load_workbook(copy).sheetnames
    assert read_back(Path(copy).read_bytes()).is_whole
    assert refusal(copy, cycle=OF_THE_PLAN)[0] == 0


@pytest.mark.parametrize("how", ["sheet", "rows"])
def test_deleted_list_of_doubts_stops_the_import_and_says_how_to_get_it_back(how: str) -> None:
    def delete(opened: Book) -> None:
        if how == "sheet":
            del opened[DOUBTS]
        else:
            opened[DOUBTS].delete_rows(3, opened[DOUBTS].max_row)

    book = changed(review(), delete)
    code, said = refusal(book)
    assert (code, "ไม่มีแผ่น “สิ่งที่ต้องดู”" in said, "--out ตรวจทานใหม่.xlsx" in said) == (2, True, True)
    assert refusal(annotated(book))[0] == 2


def delete_row(opened: Book, row: int = 3) -> None:
    opened[DOUBTS].delete_rows(row)


def test_single_deleted_row_of_an_open_doubt_counts_as_open_and_is_told_with_a_remedy() -> None:
    book = review()
    before, said_before = refusal(book)
    message = str(listed(book)[0][2])
    code, said = refusal(changed(book, delete_row))
    assert (before, code) == (2, 2)
    assert said.partition("\n")[0] == said_before.partition("\n")[0]  # as many open doubts as before
    assert all(part in said for part in ("แถวที่ถูกลบจากแผ่น “สิ่งที่ต้องดู”", message, "--annotate"))
    checked = call("check", book)
    assert "INTAKE-019" in checked.output and message[:40] in checked.output


def test_deleted_row_still_counts_when_all_others_were_looked_at() -> None:
    def look_and_delete(opened: Book) -> None:
        delete_row(opened)
        for row in opened[DOUBTS].iter_rows(min_row=3):
            row[0].value = "ดูแล้ว"

    code, said = refusal(changed(review(), look_and_delete))
    assert (code, "สิ่งที่ต้องดู 1 แห่ง" in said) == (2, True), said


def test_annotated_copy_has_the_deleted_row_again() -> None:
    book = review()
    rows = listed(book)
    copy = annotated(changed(book, delete_row))
    assert sorted(map(str, listed(copy))) == sorted(map(str, rows))
    assert "INTAKE-019" not in refusal(copy)[1]


def test_cleared_row_counts_as_deleted() -> None:
    def clear(opened: Book) -> None:
        for cell in opened[DOUBTS][3][:6]:
            cell.value = None

    assert "แถวที่ถูกลบ" in refusal(changed(review(), clear))[1]


def test_sorted_and_filtered_list_is_not_taken_for_a_deletion() -> None:
    def turn_round(opened: Book) -> None:
        sheet = opened[DOUBTS]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for number, texts in enumerate(reversed(rows), start=3):
            for cell, text in zip(sheet[number], texts, strict=True):
                cell.value = text
        sheet.row_dimensions[4].hidden = True

    book = review()
    before = refusal(book)[1]
    after = refusal(changed(book, turn_round))[1]
    assert after.partition("\n")[0] == before.partition("\n")[0]
    assert "ถูกลบ" not in after


def test_deleted_row_that_was_accepted_is_written_into_a_note(content: Path) -> None:
    book = changed(review(), delete_row)
    result = call("import", book, "--into", f"{CODE}/{CYCLE}", "--accept-doubts")
    assert result.exit_code == 0, result.output
    texts = [file.read_text("utf-8") for file in content.glob(f"plans/*/{CYCLE}/*.yml")]
    assert any("แถวที่ถูกลบ" in text for text in texts)


def test_missing_hidden_copy_of_the_list_is_told() -> None:
    code, said = refusal(changed(review(), lambda opened: opened.remove(opened[f"_{DOUBTS}"])))
    assert (code, "จึงไม่ทราบว่ามีแถวใดถูกลบ" in said) == (2, True)


def test_copy_of_a_sheet_is_told_and_the_first_is_read() -> None:
    call("template", CODE, "--out", "plan.xlsx")
    before = read_back(Path("plan.xlsx").read_bytes()).content
    read = read_back(Path(changed("plan.xlsx", lambda opened: copied(opened, "โครงการ"))).read_bytes())
    assert read.content == before
    assert [one.message for one in read.doubts] == [
        "แผ่น “โครงการ Copy” เป็นสำเนาของแผ่น “โครงการ” อ่านเฉพาะแผ่น “โครงการ” ซึ่งอยู่ก่อน"
    ]


def test_deleted_column_is_told_by_its_heading_and_back_in_the_annotated_copy() -> None:
    call("template", CODE, "--out", "plan.xlsx")
    book = changed("plan.xlsx", lambda opened: delete_column(opened, "โครงการ", "budget"))
    (doubt,) = read_back(Path(book).read_bytes()).doubts
    assert "ไม่มีคอลัมน์ “งบประมาณ" in doubt.message and "ฉบับก่อน" in doubt.remedy
    opened = openpyxl.load_workbook(annotated(book))
    assert "budget" in [cell.value for cell in opened["โครงการ"][1]]


@pytest.mark.parametrize(
    ("sheet", "key", "heading"),
    [("โครงการ", "periods@2568", "ระยะเวลา ปี 2568"), ("งบประมาณส่วนราชการ", "amounts.0", "ส่วนราชการที่ 1")],
)
def test_deleted_column_of_a_year_or_a_department_is_told(sheet: str, key: str, heading: str) -> None:
    call("template", CODE, "--out", "plan.xlsx")
    book = changed("plan.xlsx", lambda opened: delete_column(opened, sheet, key))
    doubts = [one for one in read_back(Path(book).read_bytes()).doubts if one.code == "INTAKE-010"]
    assert [f"ไม่มีคอลัมน์ “{heading}”" in one.message for one in doubts] == [True]


def test_deleted_year_column_without_values_is_no_doubt() -> None:
    call("template", CODE, "--cycle", "2573-2575", "--out", "blank.xlsx")
    book = changed("blank.xlsx", lambda opened: delete_column(opened, "โครงการ", "periods@2574"))
    assert [one.message for one in read_back(Path(book).read_bytes()).doubts] == []


def test_what_a_tenant_writes_into_a_hidden_cell_is_not_repeated() -> None:
    call("template", CODE, "--out", "plan.xlsx")

    def forge(opened: Book) -> None:
        opened["โครงการ"]["A1"] = "#projects:_row:budget@โทร 081-234-5678,name,ชื่อ.1,amounts.99999"

    assert read_back(Path(changed("plan.xlsx", forge)).read_bytes()).doubts == []
