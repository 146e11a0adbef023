"""Tables of an office's own Excel file: merged cells, lines split into rows, typed numbers, hidden sheets."""

from __future__ import annotations

import base64
import datetime
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from xlsxwriter import Workbook

from generator.intake.doubts import Doubt, code_of_odd
from generator.intake.reviewing import Review, review_documents
from generator.intake.spreadsheets.sheet_drawings import drawings_of
from generator.intake.spreadsheets.sheet_grids import sheets_document
from generator.intake.spreadsheets.xlsx_cells import BookCells, SheetCells
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
"""One pixel."""
HEADS = ("ที่", "โครงการ", "เป้าหมาย", "งบประมาณ", "ผู้รับผิดชอบ")


def reviewed(write: Callable[[Any], None]) -> Review:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    write(book)
    book.close()
    target = ("5440502", Cycle.parse("2570-2572"))
    return review_documents([("แผน.xlsx", out.getvalue())], DiskTree(PUBLISHED), target, {})


def test_lines_of_a_cell_split_into_rows_are_joined() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("โครงการ")
        sheet.write_row(0, 0, HEADS)
        for column, text in ((0, "๑"), (1, "โครงการอบรม"), (3, "๑๐,๐๐๐"), (4, "กองคลัง")):
            sheet.merge_range(1, column, 3, column, text)
        for row, text in enumerate(("เชิงปริมาณ ร้อยละ ๘๐", "เชิงคุณภาพ", "ร้อยละ ๙๐"), start=1):
            sheet.write_string(row, 2, text)

    (project,) = reviewed(write).content.of("projects")["projects"]
    assert project["targets"] == {"quantity": "ร้อยละ ๘๐", "quality": "ร้อยละ ๙๐"}


def test_budget_column_per_year_stays_by_year() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("ผ.02")
        for column, text in enumerate(("ที่", "โครงการ", "ตัวชี้วัด")):
            sheet.merge_range(0, column, 1, column, text)
        sheet.merge_range(0, 3, 0, 5, "งบประมาณ")
        sheet.write_row(1, 3, ("2570", "2571", "2572"))
        sheet.write_row(2, 0, ("1", "อบรม", "ร้อยละ 80"))
        sheet.write_row(2, 3, (10_000, 20_000, 30_000), book.add_format({"num_format": "#,##0"}))

    (project,) = reviewed(write).content.of("projects")["projects"]
    assert project["budget"] == {"2570": "10,000", "2571": "20,000", "2572": "30,000"}


def test_unknown_columns_are_reported_and_kept() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("โครงการ")
        sheet.write_row(0, 0, ("ที่", "โครงการ", "สีประจำโครงการ", "ตัวชี้วัด", "งบประมาณ"))
        sheet.write_row(1, 0, ("๑", "อบรม", "สีเขียว", "ร้อยละ ๘๐", "๑๐,๐๐๐"))

    review = reviewed(write)
    assert [one.source for one in review.doubts if one.code == "INTAKE-001"] == ["โครงการ!C1", "โครงการ!C2"]
    assert any("สีเขียว" in text for one in review.kept_tables for row in one.rows for text in row)


def test_hidden_sheet_is_reported_and_not_read() -> None:
    def write(book: Any) -> None:
        book.add_worksheet("โครงการ").write_row(0, 0, HEADS)
        hidden = book.add_worksheet("ซ่อน")
        hidden.write_string(0, 0, "ความลับ")
        hidden.hide()

    review = reviewed(write)
    assert [one.message for one in review.doubts if one.code == "INTAKE-007"] == ["แผ่นที่ซ่อนอยู่ “ซ่อน”"]
    assert not any("ความลับ" in text for one in review.kept_tables for row in one.rows for text in row)


def a_day_as_budget(year: int, number_format: str) -> Review:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("โครงการ")
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ("๑", "อบรม", "ร้อยละ ๘๐"))
        day = datetime.datetime(year, 9, 1)  # noqa: DTZ001  # spreadsheets store naive dates
        sheet.write_datetime(1, 3, day, book.add_format({"num_format": number_format}))

    return reviewed(write)


def test_meeting_number_converted_to_a_date_is_a_doubt() -> None:
    (doubt,) = [one for one in a_day_as_budget(2023, "m/yyyy").doubts if one.code == "INTAKE-003"]
    assert doubt.place is not None and doubt.place.path == ("projects", 0, "budget")


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [("m/yyyy", "9/2566"), ("mmm-yy", "9/2566"), ("d/m/yyyy", "1/9/2566"), ("d mmm yy", "1/9/2566")],
)
def test_a_day_of_a_buddhist_year_is_shown_as_typed(number_format: str, shown: str) -> None:
    review = a_day_as_budget(2566, number_format)
    assert "INTAKE-003" in [one.code for one in review.doubts]
    assert review.content.of("projects")["projects"][0]["budget"] == shown


def doubts_of(write: Callable[[Any], None]) -> list[Doubt]:
    """Return the doubts about a sheet, but for the strategy that its projects lack."""
    return [one for one in reviewed(write).doubts if "ไม่พบหัวข้อยุทธศาสตร์" not in one.message]


def one_project(book: Any) -> Any:
    sheet = book.add_worksheet("โครงการ")
    sheet.write_row(0, 0, HEADS)
    sheet.write_row(1, 0, ("๑", "อบรม", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง"))
    return sheet


def a_picture_instead_of_a_value(book: Any) -> None:
    sheet = one_project(book)
    sheet.write_blank(1, 3, None)
    sheet.insert_image(1, 3, "amount.png", {"image_data": io.BytesIO(PICTURE)})


def a_picture_beside_a_value(book: Any) -> None:
    one_project(book).insert_image(1, 3, "stamp.png", {"image_data": io.BytesIO(PICTURE)})


def a_text_box(book: Any) -> None:
    one_project(book).insert_textbox(1, 3, "ยกเลิกแล้ว")


def a_struck_value(book: Any) -> None:
    one_project(book).write_string(1, 3, "๑๐,๐๐๐", book.add_format({"font_strikeout": True}))


def a_partly_struck_value(book: Any) -> None:
    struck = book.add_format({"font_strikeout": True})
    one_project(book).write_rich_string(1, 3, struck, "๑๐,๐๐๐", " ๒๐,๐๐๐")


def a_hidden_column(book: Any) -> None:
    one_project(book).set_column(3, 3, None, None, {"hidden": True})


def a_picture_in_a_merged_cell(book: Any) -> None:
    sheet = one_project(book)
    sheet.merge_range(1, 3, 2, 3, "๑๐,๐๐๐")
    sheet.insert_image(2, 3, "stamp.png", {"image_data": io.BytesIO(PICTURE)})


@pytest.mark.parametrize(
    ("write", "remark"),
    [
        (a_picture_instead_of_a_value, "รูปภาพ"),
        (a_picture_beside_a_value, "รูปภาพ"),
        (a_picture_in_a_merged_cell, "รูปภาพ"),
        (a_text_box, "กล่องข้อความหรือรูปวาดที่วางไว้ที่ช่องนี้: “ยกเลิกแล้ว”"),
        (a_struck_value, "ข้อความที่ขีดฆ่า"),
        (a_partly_struck_value, "ข้อความที่ขีดฆ่า"),
        (a_hidden_column, "คอลัมน์ที่ซ่อนอยู่ เริ่มจากคอลัมน์นี้"),
    ],
)
def test_what_only_a_reader_sees_is_a_doubt_at_its_cell(write: Callable[[Any], None], remark: str) -> None:
    sources = [one.source for one in doubts_of(write) if remark in one.message]
    assert sources in (["โครงการ!D2"], ["โครงการ!D1"])  # a hidden column is reported at its heading


def test_hidden_rows_in_a_run_are_one_doubt() -> None:
    def write(book: Any) -> None:
        sheet = one_project(book)
        sheet.write_row(2, 0, ("๒", "สัมมนา", "ร้อยละ ๘๐", "๒๐,๐๐๐"))
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})

    (doubt,) = doubts_of(write)
    assert ("แถวที่ซ่อนอยู่" in doubt.message, doubt.source) == (True, "โครงการ!A2")


def test_a_drawing_beside_the_table_is_a_doubt_and_no_column() -> None:
    def write(book: Any) -> None:
        one_project(book).insert_image(30, 12, "stamp.png", {"image_data": io.BytesIO(PICTURE)})

    assert [one.source for one in doubts_of(write)] == ["โครงการ!M31"]
    assert len(reviewed(write).content.of("projects")["projects"]) == 1


def test_a_drawing_wrapped_for_newer_programs_is_found_once() -> None:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    a_text_box(book)
    book.close()
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    part = "xl/drawings/drawing1.xml"
    head, anchor, tail = re.split(r"(<xdr:twoCellAnchor.*</xdr:twoCellAnchor>)", parts[part], flags=re.DOTALL)
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choices = f"<mc:Choice>{anchor}</mc:Choice><mc:Fallback>{anchor}</mc:Fallback>"
    parts[part] = f"{head}<mc:AlternateContent {space}>{choices}</mc:AlternateContent>{tail}"
    wrapped = io.BytesIO()
    with zipfile.ZipFile(wrapped, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (drawing,) = drawings_of(wrapped.getvalue())["โครงการ"]
    assert (drawing.row, drawing.column, "ยกเลิกแล้ว" in drawing.remark) == (2, 4, True)


def test_a_person_named_in_a_drawing_or_a_footer_is_taken_out() -> None:
    def write(book: Any) -> None:
        sheet = one_project(book)
        sheet.insert_textbox(1, 3, "อนุมัติโดย นายสมมุติ นามตัวอย่าง")
        sheet.set_footer("&Cผู้จัดทำ นายสมมุติ นามตัวอย่าง")

    doubts = doubts_of(write)
    assert "นามตัวอย่าง" not in repr(doubts)
    assert sum(one.code == "INTAKE-006" for one in doubts) == 2


def test_header_and_footer_are_doubts() -> None:
    def write(book: Any) -> None:
        one_project(book).set_footer("&Cปรับปรุงครั้งที่ ๑")

    (doubt,) = doubts_of(write)
    assert "ปรับปรุงครั้งที่ ๑" in doubt.message


def test_a_format_read_without_what_lies_over_its_cells_says_so() -> None:
    sheets = [SheetCells("โครงการ", {(1, 1): "ที่"})]
    partly, wholly = (sheets_document("แผน.ods", BookCells(sheets, values_only=one)) for one in (True, False))
    assert wholly.odd == []
    ((said, source),) = partly.odd
    assert ("บันทึกเป็น .xlsx" in said, source, code_of_odd(said)) == (True, "แผน.ods", "INTAKE-007")


def test_an_amount_merged_over_two_projects_is_a_doubt() -> None:
    def write(book: Any) -> None:
        sheet = one_project(book)
        sheet.write_row(2, 0, ("๒", "สัมมนา", "ร้อยละ ๘๐"))
        sheet.merge_range(1, 3, 2, 3, "๑๐๐,๐๐๐")

    (doubt,) = doubts_of(write)
    assert doubt.place is not None
    assert (doubt.code, doubt.source, doubt.place.path) == ("INTAKE-005", "โครงการ!D2", ("projects", 1))


def test_a_heading_repeated_without_its_years_keeps_them() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("โครงการ")
        for row, rows in ((0, 2), (3, 1)):
            for column, text in enumerate(("ที่", "โครงการ", "ตัวชี้วัด")):
                if rows > 1:
                    sheet.merge_range(row, column, row + 1, column, text)
                else:
                    sheet.write_string(row, column, text)
            sheet.merge_range(row, 3, row, 5, "งบประมาณ")
        sheet.write_row(1, 3, ("2570", "2571", "2572"))
        sheet.write_row(2, 0, ("1", "อบรม", "ร้อยละ 80", "1,000", "2,000", "3,000"))
        sheet.write_row(4, 0, ("2", "สัมมนา", "ร้อยละ 80", "4,000", "5,000", "6,000"))

    budgets = [one["budget"] for one in reviewed(write).content.of("projects")["projects"]]
    assert budgets[1] == {"2570": "4,000", "2571": "5,000", "2572": "6,000"}


def test_line_without_a_number_is_an_item_of_its_own_and_a_doubt() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("รายบุคคล")
        sheet.write_row(0, 0, ("ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "เป้าหมายการพัฒนา", "วิธีการพัฒนา"))
        sheet.write_row(1, 0, ("ปลัดเทศบาล", "๑. ดิจิทัล\nงานช่าง\nฯลฯ", "๑. ครบ", "๑ = อบรม"))

    review = reviewed(write)
    (row,) = review.content.of("idp")["rows"]
    assert row["skills"] == [{"number": "๑", "text": "ดิจิทัล"}, {"text": "งานช่าง ฯลฯ"}]
    (doubt,) = [one for one in review.doubts if one.code == "INTAKE-005"]
    assert doubt.place is not None and doubt.place.path == ("rows", 0, "skills")


def test_amounts_merged_down_over_tactics_count_once() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("งบประมาณ")
        sheet.write_row(0, 0, ("ยุทธศาสตร์", "กลยุทธ์", "งบประมาณ"))
        sheet.merge_range(1, 0, 2, 0, "ยุทธศาสตร์ที่ ๑ ก")
        sheet.write_column(1, 1, ("กลยุทธ์ที่ ๑ ข", "กลยุทธ์ที่ ๒ ค"))
        sheet.merge_range(1, 2, 2, 2, "๑๐,๐๐๐")

    (row,) = reviewed(write).content.of("plan")["budget_matrix"]["rows"]
    assert row == {"strategy": "s1", "amounts": ["๑๐,๐๐๐"]}
