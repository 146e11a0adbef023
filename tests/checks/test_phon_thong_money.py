"""Findings of the money rules in the plan of Phon Thong, compared with its source text."""

from __future__ import annotations

import datetime
from functools import cache

from generator.checks.runner import check_lao
from generator.findings import Finding, Severity
from tests.building_blocks import PUBLISHED
from tests.checks.case import reference
from tests.on_disk import read_on_disk

TODAY = datetime.date(2025, 3, 1)


@cache
def findings() -> tuple[Finding, ...]:
    """Return the findings of the money rules in the real plan."""
    content, known = PUBLISHED, reference(TODAY)
    read = read_on_disk("5440502", content / "plans" / "5440502-phon-thong", content, frozenset(known.entries))
    return tuple(one for one in check_lao(read, known) if one.code.startswith("MONEY-"))


def of(code: str) -> list[Finding]:
    """Return the findings of a code."""
    return [one for one in findings() if one.code == code]


def test_plan_has_no_other_finding() -> None:
    # Source, 3.10: every column adds up to its printed total, so MONEY-001 to 003 are silent.
    assert sorted(one.code for one in findings()) == [
        "MONEY-004",
        *["MONEY-005"] * 4,
        "MONEY-006",
        "MONEY-007",
        "MONEY-010",
        "MONEY-011",
        "MONEY-016",
        "MONEY-022",
    ]
    assert not [one for one in findings() if one.severity is Severity.ERROR]


def test_whole_plan_has_two_different_sums() -> None:
    # Source: 3.10 prints 260, 109, 69, 56, 56 and 56 thousand; the sixteen amounts of 3.11 add up to 664,000.
    [found] = of("MONEY-004")
    assert "606,000 บาท แต่ตารางโครงการรวมได้ 664,000 บาท ต่างกัน 58,000 บาท" in found.message
    assert "ไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน" in found.message


def test_no_strategy_costs_same_in_both_tables() -> None:
    # Source: rows of 3.10 add up to 510, 42, 32 and 22 thousand; projects of 3.11 to 470, 57, 135 and 2 thousand.
    said = {one.location.path[2]: one.message for one in of("MONEY-005")}
    for row, (stated, projects) in enumerate((("510", "470"), ("42", "57"), ("32", "135"), ("22", "2"))):
        assert f"รวม {stated},000 บาท แต่โครงการรวมได้ {projects},000 บาท" in said[row]
        assert said[row].endswith("เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน")


def test_one_department_has_more_projects_than_money() -> None:
    # Source, 3.11: the eight projects whose cell prints สำนักปลัด cost 100 + 10 + 50 + 300 + 20 + 5 + 2 + 20 thousand.
    [found] = of("MONEY-006")
    assert "“สำนักปลัด” มีเงินในตารางงบประมาณรวม 260,000 บาท" in found.message
    assert "รวมได้ 507,000 บาท ต่างกันอย่างน้อย 247,000 บาท" in found.message


def test_three_departments_have_money_and_no_project() -> None:
    # Source, 3.11: projects of no or all departments cost 5 + 100 + 30 + 5 + 2 thousand, less than the three have.
    [found] = of("MONEY-007")
    assert "“กองช่าง” 69,000 บาท, “กองสาธารณสุขและสิ่งแวดล้อม” 56,000 บาท และ “กองสวัสดิการสังคม” 56,000 บาท" in found.message
    assert "รวม 181,000 บาท" in found.message
    assert "รวมได้เพียง 142,000 บาท" in found.message
    assert [place.path[2] for place in (found.location, *found.also)] == [2, 4, 5]


def test_matrix_has_no_grand_total() -> None:
    # Source, 3.10: the last row has a total per department, and none for the table.
    [found] = of("MONEY-010")
    assert found.severity is Severity.NOTICE
    assert "606,000 บาท" in found.message


def test_one_project_takes_nearly_half_of_money() -> None:
    # Source, 3.11: 300,000 of 664,000; the next ones cost 100,000.
    [found] = of("MONEY-011")
    assert "300,000 บาท คิดเป็นร้อยละ 45" in found.message
    assert "รองลงมาใช้ 100,000 บาท" in found.message
    assert found.subjects[0] == "s1t2-1"


def test_neither_table_states_basis() -> None:
    [found] = of("MONEY-016")
    assert found.location.path == ("budget_basis",)
    assert [place.path for place in found.also] == [("budget_matrix", "basis")]
