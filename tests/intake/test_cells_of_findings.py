"""Officers' mistakes in the workbook, and the cell at which `phaen check` reports each."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.intake.template_books import answer_book
from generator.intake.workbook_check import check_book
from generator.reading.content_tree import DiskTree
from tests.building_blocks import make_lao, make_site
from tests.intake.some_books import book_of, cell_of, read_back, typed, valid_content
from tests.intake.words_of_files import words_of_files

TODAY = datetime.date(2024, 1, 1)
PROJECTS, IDP = "โครงการ", "แผนรายบุคคล (IDP)"
SINGLE, MATRIX, SURVEY, OTHER, PROSE = "แผน", "งบประมาณส่วนราชการ", "สำรวจความต้องการ", "ตารางอื่น", "ข้อความ"
A_DAY = datetime.datetime(2023, 9, 1)  # noqa: DTZ001  # spreadsheets store naive dates
Slip = tuple[str, str, int, Any, str]
SLIPS: dict[str, Slip] = {
    "unknown tactic": (PROJECTS, "tactic", 3, "กลยุทธ์ที่ไม่มี", "REF-001"),
    "unknown strategy": (PROJECTS, "strategy", 4, "ยุทธศาสตร์ที่ไม่มี", "REF-001"),
    "unknown department": (PROJECTS, "responsible.departments", 3, "กองที่ไม่มี", "REF-001"),
    "mobile number in a note": (PROJECTS, "note", 3, "โทร. ๐๘๑-๒๓๔-๕๖๗๘", "PDPA-002"),
    "mobile number in a place": (PROJECTS, "place", 3, "โทร ๐๘๑-๒๓๔-๕๖๗๘", "PDPA-002"),
    "number of an identity card": (PROJECTS, "note", 3, "เลขประจำตัว ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "PDPA-001"),
    "name of a person as responsible": (PROJECTS, "responsible.printed", 3, "นายสมชาย ใจดี", "PDPA-004"),
    "name of a person in an objective": (PROJECTS, "objective", 3, "นางสาวสมหญิง รักเรียน", "PDPA-004"),
    "budget that is a formula": (PROJECTS, "budget", 3, "=1+1", "INTAKE-003"),
    "budget that is a day": (PROJECTS, "budget", 3, A_DAY, "INTAKE-003"),
    "budget that is an error": (PROJECTS, "budget", 3, "#REF!", "INTAKE-003"),
    "budget with a letter for a digit": (PROJECTS, "budget", 3, "1O,000", "CELL-001"),
    "budget below nothing": (PROJECTS, "budget", 3, "-5000", "CELL-001"),
    "budget with a comma in the wrong place": (PROJECTS, "budget", 3, "10,0000", "CELL-001"),
    "budget in words without an amount": (PROJECTS, "budget", 3, "ประมาณหมื่นกว่า", "CELL-001"),
    "number that lost its zero": (PROJECTS, "number", 3, 1.1, "INTAKE-003"),
    "number out of order": (PROJECTS, "number", 3, "๓", "NUMBER-001"),
    "quarter that there is not": (PROJECTS, "periods@2567", 3, "ไตรมาสที่ ๕", "CELL-002"),
    "month of another name": (PROJECTS, "periods@2567", 3, "เดือนสิบ", "CELL-002"),
    "day as a number in a period": (PROJECTS, "periods@2567", 3, 45200, "CELL-002"),
    "bracket that is not closed": (PROJECTS, "name", 3, "โครงการ (ฝึกอบรม", "TEXT-118"),
    "tone mark before the vowel": (PROJECTS, "name", 3, "เพ่ือพัฒนา", "TEXT-102"),
    "sara am torn apart": (PROJECTS, "name", 3, "ประชุมต าบล", "TEXT-101"),
    "markup in a name": (PROJECTS, "name", 3, "<b>โครงการ</b>", "TEXT-113"),
    "more than all": (PROJECTS, "indicator", 3, "ร้อยละ ๑๕๐", "TEXT-112"),
    "digits of two scripts": (PROJECTS, "targets.quantity", 3, "25๖๖", "TEXT-109"),
    "note of an assessment as a result": (PROJECTS, "expected_result", 3, "LPA ด้านที่ ๒", "TEXT-120"),
    "unknown department of a position": (IDP, "department", 3, "กองที่ไม่มี", "REF-001"),
    "name of a person in a position": (IDP, "position", 4, "นายสมชาย ใจดี", "PDPA-004"),
    "name of a person as a category": (IDP, "staff_category", 3, "นายสมชาย ใจดี", "PDPA-004"),
    "mail address in a note": (IDP, "note", 3, "a.b@gmail.com", "PDPA-003"),
    "method without a legend": (IDP, "methods", 3, "๗", "REF-004"),
    "the same method twice": (IDP, "methods", 3, "๑, ๑", "NUMBER-010"),
    "year in words": (IDP, "years", 3, "ปีหน้า", "CELL-003"),
    "year that the heading lacks": (IDP, "years", 3, "๒๕๗๐", "DATE-016"),
    "the same skill twice": (IDP, "skills", 3, "๑) ก\n๑) ก", "NUMBER-011"),
    "code of an LAO that is none": (SINGLE, "value", 3, "123", "READ-003"),
    "LAO without a name": (SINGLE, "value", 5, None, "READ-001"),
    "type of an LAO that there is not": (SINGLE, "value", 4, "หมู่บ้าน", "READ-003"),
    "province that there is not": (SINGLE, "value", 7, "เมืองไม่มี", "NAME-001"),
    "address that runs a script": (SINGLE, "value", 8, "javascript:alert(1)", "READ-003"),
    "cycle of one year": (SINGLE, "value", 9, "2567", "TREE-007"),
    "unknown state": (SINGLE, "value", 11, "ไม่มีสถานะนี้", "READ-003"),
    "day that is none": (SINGLE, "value", 12, "31 ก.ย. 2566", "CELL-003"),
    "meeting left as dots": (SINGLE, "value", 14, "ครั้งที่.../๒๕..", "NAME-016"),
    "unknown value of a strategy": ("ยุทธศาสตร์", "values", 3, "ค่านิยมที่ไม่มี", "REF-001"),
    "unknown local strategy": ("ความสอดคล้อง", "local_strategy", 3, "ไม่มี", "REF-001"),
    "formula as a name": ("ยุทธศาสตร์ท้องถิ่น", "name", 3, "=1+1", "INTAKE-003"),
    "unknown department in the matrix": ("หัวตารางงบประมาณ", "department", 3, "กองที่ไม่มี", "REF-001"),
    "unknown strategy in the matrix": (MATRIX, "strategy", 3, "ไม่มี", "REF-001"),
    "amount in words in the matrix": (MATRIX, "amounts.0", 3, "สิบ", "CELL-001"),
    "total that is not the sum": (MATRIX, "stated_total", 3, "๑", "MONEY-001"),
    "name of a person in the committee": ("คณะกรรมการ", "position", 3, "นายสมชาย ใจดี", "PDPA-004"),
    "unknown department in the survey": (SURVEY, "department", 3, "กองที่ไม่มี", "REF-001"),
    "name of a person above another table": (OTHER, "title", 3, "นายสมชาย ใจดี", "PDPA-004"),
    "mobile number in another table": (OTHER, "rows", 3, "ตุลาคม | โทร ๐๘๑-๒๓๔-๕๖๗๘", "PDPA-002"),
    "script in prose": (PROSE, "text", 3, "<script>alert(1)</script>", "TEXT-113"),
    "mobile number in prose": (PROSE, "text", 3, "ติดต่อ ๐๘๑-๒๓๔-๕๖๗๘", "PDPA-002"),
}
"""Mistakes reported at their own cell."""
BESIDE: dict[str, tuple[Slip, str]] = {
    "row copied with its hidden id": ((PROJECTS, "_row", 4, "s1t1-1", "REF-002"), "โครงการ!E4"),
    "department added to the matrix": (
        ("หัวตารางงบประมาณ", "department", 5, "กองคลัง", "READ-003"),
        "งบประมาณส่วนราชการ!C3",
    ),
    "no name of a project": ((PROJECTS, "name", 3, None, "READ-001"), "โครงการ!B3"),
    "no position": ((IDP, "position", 3, None, "READ-001"), "แผนรายบุคคล (IDP)!B3"),
    "no goals": ((IDP, "goals", 3, None, "COMPLETE-020"), "แผนรายบุคคล (IDP)!D3"),
    "name of a department left out": (("ส่วนราชการ", "name", 4, None, "READ-001"), "ส่วนราชการ!C4"),
    "name of a value left out": (("ค่านิยม", "name", 3, None, "READ-001"), "ค่านิยม!B3"),
    "name of a tactic left out": (("กลยุทธ์", "name", 3, None, "READ-001"), "กลยุทธ์!C3"),
    "tactic without a strategy": (("กลยุทธ์", "_parent", 3, "ไม่มี", "INTAKE-004"), "กลยุทธ์!A3"),
    "committee seat without a role": (("คณะกรรมการ", "role", 3, None, "READ-001"), "คณะกรรมการ!C3"),
    "duty without words": (("หน้าที่คณะกรรมการ", "text", 3, None, "READ-001"), "หน้าที่คณะกรรมการ!B3"),
    "row of the survey without a head": ((SURVEY, "printed", 3, None, "READ-001"), "สำรวจความต้องการ!B3"),
    "method of the legend without a name": (("วิธีการ IDP", "name", 3, None, "READ-001"), "วิธีการ IDP!B3"),
    "number that the legend had": (("วิธีการ IDP", "number", 3, "๙", "REF-004"), "แผนรายบุคคล (IDP)!G3"),
    "amount that spoils a total": ((MATRIX, "amounts.0", 3, "๙๙,๙๙๙", "MONEY-001"), "งบประมาณส่วนราชการ!E3"),
    "another table without rows": ((OTHER, "rows", 3, None, "READ-001"), "ตารางอื่น!C3"),
    "section of prose that there is not": ((PROSE, "id", 3, "หัวข้อที่ไม่มี", "TEXT-004"), "ข้อความ!E3"),
    "department renamed to another": (("ส่วนราชการ", "name", 3, "กองคลัง", "REF-001"), "หัวตารางงบประมาณ!B3"),
}
"""Mistakes reported at another cell: the first of a record that lacks something, the sum that does not match."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_site(tmp_path_factory.mktemp("content"))
    make_lao(made)
    return made


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return book_of(valid_content(tmp_path_factory.mktemp("again")))


def told_at(content: Path, book: bytes, slip: Slip) -> tuple[set[str], str]:
    """Return the cells at which the code of a slip is reported, and the cell of the slip."""
    sheet, key, row, value, code = slip
    cell = cell_of(book, sheet, key, row)
    checked = check_book("แผน.xlsx", read_back(typed(book, (sheet, cell, value))), DiskTree(content), TODAY)
    said = {f"{one.code} {one.remedy}" for one in checked.findings}
    said |= {f"{one.code} {one.message}" for one in checked.findings if one.code.startswith(("READ", "REF", "TREE"))}
    assert {text: words_of_files(text) for text in said if words_of_files(text)} == {}
    return {one.location.cell for one in checked.findings if one.code == code}, f"{sheet}!{cell}"


@pytest.mark.parametrize("name", SLIPS)
def test_slip_is_reported_at_its_cell(name: str, content: Path, book: bytes) -> None:
    cells, own = told_at(content, book, SLIPS[name])
    assert own in cells


@pytest.mark.parametrize("name", BESIDE)
def test_missing_or_inconsistent_value_is_reported_where_it_shows(name: str, content: Path, book: bytes) -> None:
    slip, expected = BESIDE[name]
    cells, _ = told_at(content, book, slip)
    assert expected in cells


def test_unchanged_workbook_has_none_of_the_findings(content: Path, book: bytes) -> None:
    found = check_book("แผน.xlsx", read_back(book), DiskTree(content), TODAY).findings
    reported = {(one.code, one.location.cell) for one in found}
    slips = [(code, f"{sheet}!{cell_of(book, sheet, key, row)}") for sheet, key, row, _, code in SLIPS.values()]
    assert [one for one in [*slips, *((slip[4], cell) for slip, cell in BESIDE.values())] if one in reported] == []


def test_message_does_not_repeat_a_persons_name(tmp_path: Path) -> None:
    content = make_site(tmp_path)
    make_lao(content)
    book = book_of(valid_content(tmp_path / "again"))
    read = read_back(typed(book, (IDP, cell_of(book, IDP, "position", 3), "นายสมชาย ใจดี")))
    checked = check_book("แผน.xlsx", read, DiskTree(content), TODAY)
    of_privacy = [one.message for one in checked.findings if one.code.startswith("PDPA")]
    assert of_privacy and not [one for one in of_privacy if "สมชาย" in one]


@pytest.mark.parametrize("count", [51, 70])
def test_every_cell_of_a_repeated_finding_is_marked_and_the_list_says_where(
    content: Path, tmp_path: Path, count: int
) -> None:
    plan = valid_content(tmp_path)
    (first, *_) = plan.of("projects")["projects"]
    plan.files["projects"]["projects"] = [
        {**first, "id": f"many-{one}", "number": str(one), "name": f"โครงการที่ {one}", "periods": {"2567": "เดือนสิบ"}}
        for one in range(1, count + 1)
    ]
    read = read_back(book_of(plan))
    checked = check_book("แผน.xlsx", read, DiskTree(content), TODAY)
    copy = openpyxl.load_workbook(io.BytesIO(answer_book(read, checked.notes)))
    column = cell_of(book_of(plan), PROJECTS, "periods@2567", 3)[:-1]
    cells = [copy[PROJECTS][f"{column}{row}"] for row in range(3, count + 3)]
    assert {cell.value for cell in cells} == {"เดือนสิบ"}
    assert [cell.coordinate for cell in cells if cell.comment is None or "CELL-002" not in cell.comment.text] == []
    assert {cell.fill.fgColor.rgb for cell in cells} == {"FFFFF2B8"}
    listed = [row for row in copy["ผลการตรวจ"].iter_rows(min_row=3, values_only=True) if row[5] == "CELL-002"]
    said = " ".join(str(cell) for row in listed for cell in row)
    assert [cell.coordinate for cell in cells if f"{PROJECTS}!{cell.coordinate}" not in said] == []
    assert len(listed) == 51 and (count == 51 or "อีก 20 แห่ง" in said)


def test_all_places_of_one_finding_are_marked(content: Path, book: bytes) -> None:
    name = cell_of(book, PROJECTS, "name", 3)
    same = [cell_of(book, PROJECTS, "name", row) for row in (4, 5)]
    value = openpyxl.load_workbook(io.BytesIO(book))[PROJECTS][name].value
    read = read_back(typed(book, *((PROJECTS, cell, value) for cell in same)))
    checked = check_book("แผน.xlsx", read, DiskTree(content), TODAY)
    copy = openpyxl.load_workbook(io.BytesIO(answer_book(read, checked.notes)))[PROJECTS]
    comments = [copy[cell].comment for cell in (name, *same)]
    assert all(one is not None and "NUMBER-012" in one.text for one in comments)
