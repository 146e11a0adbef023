"""Findings of the completeness rules in the plan of Phon Thong, compared with its source text."""

from __future__ import annotations

import datetime
from functools import cache

from generator.checks.runner import check_lao
from generator.findings import Finding
from tests.building_blocks import PUBLISHED
from tests.checks.case import reference
from tests.on_disk import read_on_disk

TODAY = datetime.date(2025, 3, 1)


@cache
def findings() -> tuple[Finding, ...]:
    """Return the findings of the completeness rules in the real plan."""
    content, known = PUBLISHED, reference(TODAY)
    read = read_on_disk("5440502", content / "plans" / "5440502-phon-thong", content, frozenset(known.entries))
    return tuple(one for one in check_lao(read, known) if one.code.startswith("COMPLETE-"))


def of(code: str) -> list[Finding]:
    """Return the findings of a code."""
    return [one for one in findings() if one.code == code]


def test_plan_has_no_other_finding() -> None:
    # Not COMPLETE-021: the two rows without a department are the chief administrator's and the deputy's.
    assert sorted(one.code.removeprefix("COMPLETE-") for one in findings()) == [
        *("009", "013", "014", "019"),
        *("026", "027", "028", "029", "029", "030", "031", "033"),
    ]


def test_one_quantity_target_has_no_quantity() -> None:
    # Source, 3.11: ร้อยละความสำเร็จ; เชิงปริมาณ - จัดทำประกาศเจตจำนงต่อต้านการทุจริต.
    [found] = of("COMPLETE-026")
    assert "1 จาก 22 โครงการ" in found.message
    assert found.subjects[0] == "s2t2-1"


def test_one_target_is_percentage_without_subject() -> None:
    # Source, 3.11, โครงการ จิตอาสาเราทำ ความดีด้วยหัวใจ: เชิงปริมาณ - ร้อยละ ๙๐.
    [found] = of("COMPLETE-027")
    assert "เช่น “ร้อยละ ๙๐”" in found.message
    assert found.subjects[0] == "s3t2-1"


def test_no_position_names_line_competency() -> None:
    # Source, 3.15: twenty rows print สมรรถนะประจำสายงาน, the other ten สมรรถนะประจำผู้บริหาร.
    [found] = of("COMPLETE-028")
    assert "20 ตำแหน่งระบุสมรรถนะประจำสายงานเป็นทั้งกลุ่ม" in found.message
    assert "มี 22 ข้อ" in found.message


def test_two_positions_lack_what_all_others_have() -> None:
    # Source, 3.15: the auditor's three skills are no งานที่จำเป็น; one goal in กองสวัสดิการสังคม differs from all others.
    skill, goal = of("COMPLETE-029")
    assert "29 จาก 30 ตำแหน่งมีทักษะ “งานที่จำเป็นในการปฏิบัติหน้าที่…”" in skill.message
    assert skill.subjects[0] == "idp-10"
    assert "29 จาก 30 ตำแหน่งมีเป้าหมาย “พัฒนาทักษะการทำงานตามมาตรฐานกำหนดตำแหน่ง”" in goal.message
    assert goal.subjects[0] == "idp-29"


def test_one_department_has_no_head() -> None:
    # Source, 3.15, กองช่าง: นายช่างโยธา and ผู้ช่วยเจ้าพนักงานประปา.
    [found] = of("COMPLETE-030")
    assert "“กองช่าง”" in found.message
    assert "อีก 5 แห่งมี" in found.message


def test_monitoring_interval_is_missing() -> None:
    # Source, chapter 4: a committee for three years, and yearly staff appraisal; no interval for the plan itself.
    [found] = of("COMPLETE-031")
    assert found.location.path == ("monitoring", "summary")
