"""Findings of the date and state rules in the plan of Phon Thong, compared with its source text."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from generator.checks.runner import check_lao
from generator.findings import Finding, Severity
from tests.building_blocks import PUBLISHED
from tests.checks.case import reference
from tests.on_disk import read_on_disk

IN_FORCE = datetime.date(2025, 3, 1)
ENDING = datetime.date(2026, 4, 1)
OVER = datetime.date(2026, 12, 1)
YOUNGER = "DATE-011"
"""Both corrections are dated after the first two of these days and before the third."""


@cache
def findings(today: datetime.date) -> tuple[Finding, ...]:
    """Return the findings of these subjects in the real plan on a day."""
    content, known = PUBLISHED, reference(today)
    read = read_on_disk("5440502", content / "plans" / "5440502-phon-thong", content, frozenset(known.entries))
    return tuple(one for one in check_lao(read, known) if one.code.startswith(("DATE-", "STATE-", "ACK-")))


def one(code: str, today: datetime.date = IN_FORCE) -> Finding:
    """Return the only finding of a code."""
    [found] = [finding for finding in findings(today) if finding.code == code]
    return found


def test_plan_has_no_other_finding() -> None:
    assert sorted(finding.code for finding in findings(IN_FORCE)) == [
        "DATE-007",
        YOUNGER,
        YOUNGER,
        "DATE-013",
        "DATE-015",
        "DATE-022",
        "STATE-007",
    ]


def test_announcement_on_first_working_day_is_not_late() -> None:
    # Source: "มีผลบังคับใช้ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๖", a Sunday, and "ประกาศ ณ วันที่ ๒ เดือน ตุลาคม พ.ศ. ๒๕๖๖".
    assert not [finding for finding in findings(IN_FORCE) if finding.code == "DATE-002"]


def test_stamp_is_week_later_than_announcement() -> None:
    # Source: "วัน/เดือน/ปี ๙ / ๑๐ / ๖๖" at the foot of the announcement of 2 October.
    found = one("DATE-007")
    assert found.severity is Severity.WARNING
    assert "“๙ / ๑๐ / ๖๖” คือ 9 ตุลาคม 2566 หลังวันที่ประกาศซึ่งพิมพ์ว่า 2 ตุลาคม 2566" in found.message


def test_committee_heading_has_two_of_three_years() -> None:
    # Source: "คณะกรรมการจัดทำแผนพัฒนาพนักงานเทศบาล ประจำปีงบประมาณ ๒๕๖๗ -" and on the next line "๒๕๖๘ ดังนี้".
    found = one("DATE-013")
    assert found.location.path == ("committee", "years_printed")
    assert "“๒๕๖๗ - ๒๕๖๘” แต่ชื่อแผนพิมพ์ “๒๕๖๗ - ๒๕๖๙”" in found.message


def test_idp_table_has_years_of_previous_cycle() -> None:
    # Source: "(IDP) ประจำปีงบประมาณ ๒๕๖๔ – ๒๕๖๖", columns ๒๕๖๔ ๒๕๖๕ ๒๕๖๖; thirty positions, all of them ticked.
    found = one("DATE-015")
    assert found.location.file.endswith("idp.yml")
    assert found.location.path == ("years",)
    assert "2564, 2565 และ 2566" in found.message
    assert "“๒๕๖๔ – ๒๕๖๖”" in found.message
    assert "30 ตำแหน่ง" in found.message
    assert len(found.also) == 31


def test_decree_is_cited_with_other_year_than_master_plan() -> None:
    # Source: "พระราชกฤษฎีกา ว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. ๒๕๕๖"; the master plan, 6.4: 2546.
    found = one("DATE-022")
    assert found.location.path == ("announcement", "cited_laws", 0)
    assert "“พ.ศ. ๒๕๕๖”" in found.message
    assert "น่าจะเป็นปี 2546 โปรดตรวจสอบ" in found.message
    assert [place.path[0] for place in found.also] == ["quotations"]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (IN_FORCE, "รอบ 12 เดือนของปีงบประมาณ 2567 ข้อมูล"),
        (ENDING, "รอบ 12 เดือนของปีงบประมาณ 2567 และ 2568 ข้อมูล"),
        (OVER, "รอบ 12 เดือนของปีงบประมาณ 2567, 2568 และ 2569 ข้อมูล"),
    ],
)
def test_results_are_reported_missing_only_here(today: datetime.date, said: str) -> None:
    found = one("STATE-007", today)
    assert found.severity is Severity.NOTICE
    assert found.message.startswith("ในเว็บไซต์นี้ยังไม่มี")
    assert said in found.message
    assert "อปท. อาจเผยแพร่ไว้ที่อื่นแล้ว" in found.message


def test_only_state_findings_change_over_time() -> None:
    timeless = {finding for finding in findings(OVER) if finding.code.startswith("DATE-")}
    for today, state, younger in ((ENDING, "STATE-006", {YOUNGER}), (OVER, "STATE-005", set())):
        dates = {finding for finding in findings(today) if finding.code.startswith("DATE-")}
        assert {finding for finding in dates if finding.code != YOUNGER} == timeless
        states = {finding.code for finding in findings(today)} - {finding.code for finding in timeless}
        assert states == {state, "STATE-007"} | younger


def test_results_are_not_overdue_years_after_end() -> None:
    codes = {finding.code for finding in findings(datetime.date(2028, 1, 1))}
    assert "STATE-007" not in codes
    assert "STATE-005" in codes
