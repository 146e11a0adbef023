"""Tables of an office's own Excel file: merged cells, lines split into rows, typed numbers, hidden sheets."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from xlsxwriter import Workbook

from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED

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


def test_meeting_number_converted_to_a_date_is_a_doubt() -> None:
    import datetime

    def write(book: Any) -> None:
        sheet = book.add_worksheet("โครงการ")
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ("๑", "อบรม", "ร้อยละ ๘๐"))
        day = datetime.datetime(2023, 9, 1)  # noqa: DTZ001  # spreadsheets store naive dates
        sheet.write_datetime(1, 3, day, book.add_format({"num_format": "m/yyyy"}))

    (doubt,) = [one for one in reviewed(write).doubts if one.code == "INTAKE-003"]
    assert doubt.place is not None and doubt.place.path == ("projects", 0, "budget")


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
