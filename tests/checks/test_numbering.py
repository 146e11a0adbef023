"""Parsing of printed numbers, and lists with special numbering."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.numbering.printed_numbers import is_blank_or_bullet, read_printed
from tests.checks.case import Change, findings_of

TACTIC = "{id: s1t2, number: ๒, name: ส่งเสริมการเรียนรู้ด้วยตนเอง}"
LATER_TACTIC = "{id: s2t1, number: ๑, name: ปลูกฝังจริยธรรมในการทำงาน}"


@pytest.mark.parametrize(
    ("printed", "series", "last"),
    [
        ("๑", "", 1),
        ("(๒)", "", 2),
        ("3)", "", 3),
        ("๔.๑.", "4", 1),
        (" ๑.๒.๓) ", "1.2", 3),
        ("ข้อ ๕", "ข้อ", 5),
        ("กลยุทธ์ที่ 12", "กลยุทธ์ที่", 12),
        ("ก.", "ก", 1),
        ("(ค)", "ก", 3),
        ("B)", "a", 2),
        ("iv.", "i", 4),
        ("KM-๐๓", "KM-", 3),
        ("25๖๖", "", 2566),
    ],
)
def test_printed_numbers_are_parsed(printed: str, series: str, last: int) -> None:
    number = read_printed(printed)
    assert number
    assert (number.series, number.last) == (series, last)


@pytest.mark.parametrize(
    "printed", [None, "", "-", "กองคลัง", "๓๐,๐๐๐", "๑-๒", "1/2567", "๑o", "ฃ.", "9" * 5000, "๑." * 5000]
)
def test_other_texts_are_no_numbers(printed: str | None) -> None:
    assert read_printed(printed) is None


def test_bullets_are_no_numbers() -> None:
    assert all(is_blank_or_bullet(mark) for mark in (None, "", " ", "-", "•", "...", "✓"))
    assert not is_blank_or_bullet("๑")


def codes(content: Path, *changes: Change) -> list[str]:
    """Return the codes found by the numbering rules."""
    return sorted(one.code for one in findings_of(content, changes) if one.code.startswith("NUMBER-"))


def test_numbers_may_continue_through_whole_plan(tmp_path: Path) -> None:
    runs_on = [
        Change("projects", "tactic: s1t2\n    number: ๑", "tactic: s1t2\n    number: ๓"),
        Change("projects", "tactic: s2t1\n    number: ๑", "tactic: s2t1\n    number: ๔"),
        Change("projects", "tactic: s2t1\n    number: ๒", "tactic: s2t1\n    number: ๕"),
        Change("plan", LATER_TACTIC, LATER_TACTIC.replace("๑", "๓")),
    ]
    assert codes(tmp_path, *runs_on) == []


def test_numbers_may_contain_parent_number(tmp_path: Path) -> None:
    under = [
        Change("plan", "{id: s1t1, number: ๑", "{id: s1t1, number: ๑.๑"),
        Change("plan", TACTIC, TACTIC.replace("๒", "๑.๒")),
        Change("plan", LATER_TACTIC, LATER_TACTIC.replace("๑", "๒.๑")),
    ]
    assert codes(tmp_path / "right", *under) == []
    wrong = Change("plan", LATER_TACTIC, LATER_TACTIC.replace("๑", "๑.๓"))
    assert codes(tmp_path / "wrong", *under[:2], wrong) == ["NUMBER-006"]


def test_numbers_with_section_are_not_compared_with_parent(tmp_path: Path) -> None:
    sections = [
        Change("plan", "{id: s1t1, number: ๑", "{id: s1t1, number: ๓.๑"),
        Change("plan", TACTIC, TACTIC.replace("๒", "๓.๒")),
        Change("plan", LATER_TACTIC, LATER_TACTIC.replace("๑", "๓.๓")),
    ]
    assert codes(tmp_path, *sections) == []


def test_unreadable_number_makes_no_gap(tmp_path: Path) -> None:
    merged = Change(
        "projects",
        "    number: ๑\n    name: โครงการฝึกอบรมตามตำแหน่ง",
        "    number: ๑-๔\n    name: โครงการฝึกอบรมตามตำแหน่ง",
    )
    fifth = Change(
        "projects", "    number: ๒\n    name: โครงการฝึกอบรมด้านการเงิน", "    number: ๕\n    name: โครงการฝึกอบรมด้านการเงิน"
    )
    assert codes(tmp_path, merged, fifth) == []


def test_same_slip_in_many_positions_is_one_finding(tmp_path: Path) -> None:
    slips = [
        Change("idp", "{number: ๒, text: สมรรถนะประจำผู้บริหาร", "{number: ๓, text: สมรรถนะประจำผู้บริหาร"),
        Change("idp", "{number: ๓, text: สมรรถนะประจำสายงาน,", "{number: ๔, text: สมรรถนะประจำสายงาน,"),
        Change("idp", "{number: ๒, text: สมรรถนะประจำสายงาน,", "{number: ๓, text: สมรรถนะประจำสายงาน,"),
    ]
    [found] = [one for one in findings_of(tmp_path, slips) if one.code == "NUMBER-001"]
    assert "“ปลัดเทศบาล” และอีก 1 ตำแหน่ง" in found.message
    assert len(found.also) == 1
