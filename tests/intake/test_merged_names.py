"""Two projects under one merged cell of names: the values of both rows are in doubt, in Word and Excel files."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest

from generator.intake.doubts import Doubt
from generator.intake.reviewing import Review, review_documents
from generator.reading.content_tree import DiskTree
from generator.thai.years import Cycle
from tests.building_blocks import PUBLISHED
from tests.intake.some_books import saved
from tests.intake.word_files import docx, table, tc

HEADS = ("ที่", "โครงการ", "ตัวชี้วัด", "งบประมาณ", "ผู้รับผิดชอบ")
NUMBERED = [("๑", "อบรมกฎหมาย\nอบรมพัสดุ", "ร้อยละ ๘๐", "๑๐,๐๐๐", "กองคลัง"), ("๒", "", "ร้อยละ ๙๐", "๒๐,๐๐๐", "กองคลัง")]
UNNUMBERED = [NUMBERED[0], ("", *NUMBERED[1][1:])]
LINES = [NUMBERED[0], ("", "", "", "(สองหมื่นบาท)", "")]
Rows = list[tuple[str, ...]]


def word(rows: Rows) -> bytes:
    cells = [[tc(text) for text in row] for row in (HEADS, *rows)]
    cells[1][1] = tc(rows[0][1], merge="restart")
    cells[2][1] = tc(rows[1][1], merge="continue")
    return docx(table(cells))


def workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book[book.sheetnames[0]]
    for row in (HEADS, *rows):
        sheet.append([text or None for text in row])
    sheet.merge_cells("B2:B3")
    return saved(book)


FILES = [("ก.docx", word), ("ก.xlsx", workbook)]


def reviewed(document: bytes, name: str) -> Review:
    return review_documents([(name, document)], DiskTree(PUBLISHED), ("5440502", Cycle.parse("2567-2569")), {})


def doubted(review: Review) -> list[tuple[tuple[str | int, ...], str]]:
    """Return path and cell of each value in doubt because of a merged cell of names."""
    found = [one for one in review.doubts if "ชื่อโครงการเป็นช่องที่รวม" in one.message]
    return [(place.path[1:], cell_of(one)) for one in found if (place := one.place)]


def cell_of(doubt: Doubt) -> str:
    """Return row and column of a doubt's source, `B2`."""
    row, _, column = doubt.source.rpartition(" แถว ")[2].partition(" ช่อง ")
    return f"{'ABCDE'[int(column) - 1]}{row}" if column else doubt.source.rpartition("!")[2]


@pytest.mark.parametrize(("name", "make"), FILES)
def test_numbered_rows_under_one_name_are_two_projects_and_both_are_doubted(
    name: str, make: Callable[[Rows], bytes]
) -> None:
    review = reviewed(make(NUMBERED), name)
    projects = review.content.of("projects")["projects"]
    assert [(one["number"], one["budget"]) for one in projects] == [("๑", "๑๐,๐๐๐"), ("๒", "๒๐,๐๐๐")]
    assert doubted(review) == [((0, "name"), "B2"), ((0, "budget"), "D2"), ((1, "name"), "B2"), ((1, "budget"), "D3")]


@pytest.mark.parametrize(("name", "make"), FILES)
def test_joined_amounts_of_rows_under_one_name_are_doubted_at_both_cells(
    name: str, make: Callable[[Rows], bytes]
) -> None:
    review = reviewed(make(UNNUMBERED), name)
    (project,) = review.content.of("projects")["projects"]
    assert project["budget"] == "๑๐,๐๐๐ ๒๐,๐๐๐"
    assert doubted(review) == [((0, "name"), "B2"), ((0, "budget"), "D2"), ((0, "budget"), "D3")]


@pytest.mark.parametrize(("name", "make"), FILES)
def test_lines_of_one_amount_are_joined_without_a_doubt(name: str, make: Callable[[Rows], bytes]) -> None:
    review = reviewed(make(LINES), name)
    assert review.content.of("projects")["projects"][0]["budget"] == "๑๐,๐๐๐ (สองหมื่นบาท)"
    assert doubted(review) == []
