"""Slips that officers make in the workbook, and the cell at which `phaen check` tells of each."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.intake.workbook_check import check_book
from generator.reading.content_tree import DiskTree
from tests.building_blocks import make_lao, make_site
from tests.intake.some_books import book_of, cell_of, read_back, typed, valid_content

TODAY = datetime.date(2024, 1, 1)
PROJECTS, IDP = "โครงการ", "แผนรายบุคคล (IDP)"
SLIPS: dict[str, tuple[str, str, int, Any, str]] = {
    "no name of a project": (PROJECTS, "name", 3, None, "READ-001"),
    "unknown tactic": (PROJECTS, "tactic", 3, "กลยุทธ์ที่ไม่มี", "REF-001"),
    "unknown strategy": (PROJECTS, "strategy", 4, "ยุทธศาสตร์ที่ไม่มี", "REF-001"),
    "unknown department": (PROJECTS, "responsible.departments", 3, "กองที่ไม่มี", "REF-001"),
    "no position": (IDP, "position", 3, None, "READ-001"),
    "unknown department of a position": (IDP, "department", 3, "กองที่ไม่มี", "REF-001"),
    "name of a person in a position": (IDP, "position", 4, "นายสมชาย ใจดี", "PDPA-004"),
    "mobile number in a note": (PROJECTS, "note", 3, "โทร. ๐๘๑-๒๓๔-๕๖๗๘", "PDPA-002"),
    "budget that is a formula": (PROJECTS, "budget", 3, "=1+1", "INTAKE-003"),
    "budget that is a day": (PROJECTS, "budget", 3, datetime.datetime(2023, 9, 1), "INTAKE-003"),  # noqa: DTZ001
    "number that lost its zero": (PROJECTS, "number", 3, 1.1, "INTAKE-003"),
    "unknown state": ("แผน", "value", 11, "ไม่มีสถานะนี้", "READ-003"),
    "day that is none": ("แผน", "value", 12, "31 ก.ย. 2566", ""),
    "tactic without a strategy": ("กลยุทธ์", "_parent", 3, "ไม่มี", "INTAKE-004"),
    "name of a department left out": ("ส่วนราชการ", "name", 4, None, "READ-001"),
    "committee seat without a role": ("คณะกรรมการ", "role", 3, None, "READ-001"),
    "unknown department in the matrix": ("หัวตารางงบประมาณ", "department", 3, "กองที่ไม่มี", "REF-001"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_row(name: str, tmp_path: Path) -> None:
    sheet, key, row, value, code = SLIPS[name]
    content = make_site(tmp_path)
    make_lao(content)
    book = book_of(valid_content(tmp_path / "again"))
    cell = cell_of(book, sheet, key, row)
    read = read_back(typed(book, (sheet, cell, value)))
    checked = check_book("แผน.xlsx", read, DiskTree(content), TODAY)
    places = {one.location.cell for one in checked.findings if one.code.startswith(code)}
    rows = {
        place.rpartition("!")[0] + place.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for place in places
    }
    assert f"{sheet}{row}" in rows, [(one.code, one.location.cell, one.message) for one in checked.findings]


def test_a_name_is_not_repeated_in_a_message(tmp_path: Path) -> None:
    content = make_site(tmp_path)
    make_lao(content)
    book = book_of(valid_content(tmp_path / "again"))
    read = read_back(typed(book, (IDP, cell_of(book, IDP, "position", 3), "นายสมชาย ใจดี")))
    checked = check_book("แผน.xlsx", read, DiskTree(content), TODAY)
    of_privacy = [one.message for one in checked.findings if one.code.startswith("PDPA")]
    assert of_privacy and not [one for one in of_privacy if "สมชาย" in one]
