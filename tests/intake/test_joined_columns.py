"""Slips in a table of projects that move or join values: each is in doubt at its cell."""

from __future__ import annotations

import openpyxl
import pytest

from generator.intake.reviewing import review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED
from tests.intake.some_books import saved

HEADS = ("ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ")
ROW = ("๑", "อบรมกฎหมาย", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง")
Rows = list[tuple[str, ...]]
SLIPS: dict[str, tuple[Rows, str, str]] = {
    "two headings of one meaning": ([("ที่", "โครงการ", "ชื่อโครงการ", *HEADS[3:]), ROW], "C3", "สองคอลัมน์"),
    "column without a heading": (
        [(*HEADS[:2], "", *HEADS[2:]), (*ROW[:2], "สีแดง", *ROW[2:])],
        "C3",
        "สองคอลัมน์",
    ),
    "two columns of money": ([(*HEADS, "วงเงิน"), (*ROW, "๒๐,๐๐๐")], "F3", "สองคอลัมน์"),
    "text beside the table": ([HEADS, (*ROW, "", "หลงมา")], "G3", "“หลงมา”"),
    "number in the name": ([HEADS, ("", "๑. อบรมกฎหมาย", *ROW[2:])], "B3", "ลำดับอาจพิมพ์อยู่ในช่องชื่อโครงการ"),
    "row that moved by a cell": ([HEADS, ("", *ROW[:4])], "B3", "ชื่อโครงการไม่มีตัวอักษร"),
    "total in the column of names": ([HEADS, ROW, ("", "รวม", "", "๑๐,๐๐๐")], "B4", "แถวยอดรวม"),
}


def doubts(rows: Rows) -> list[tuple[str, str]]:
    book = openpyxl.Workbook()
    sheet = book[book.sheetnames[0]]
    for row in (rows[0], ("ยุทธศาสตร์ที่ ๑ พัฒนาความรู้",), *rows[1:]):
        sheet.append([text or None for text in row])
    document = ("ก.xlsx", saved(book))
    review = review_documents([document], DiskTree(PUBLISHED), ("5440502", Cycle.parse("2567-2569")), {})
    return [(one.source.rpartition("!")[2], one.message) for one in review.doubts if one.is_open]


@pytest.mark.parametrize("name", SLIPS)
def test_slip_is_in_doubt_at_its_cell(name: str) -> None:
    rows, cell, said = SLIPS[name]
    found = doubts(rows)
    assert [one for one in found if one[0] == cell and said in one[1]] != [], found


def test_table_without_slips_has_no_doubt() -> None:
    assert doubts([HEADS, ROW]) == []


def test_total_is_not_joined_to_the_last_project() -> None:
    assert [cell for cell, said in doubts(SLIPS["total in the column of names"][0]) if "แถวยอดรวม" not in said] == []
