"""What the rules over printed numbers find in the real plan and guidelines, held against the source texts."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from generator.checks.runner import check_lao
from generator.findings import Finding
from tests.building_blocks import PUBLISHED
from tests.checks.case import reference
from tests.on_disk import read_on_disk

TODAY = datetime.date(2025, 3, 1)


@cache
def findings(folder: str) -> tuple[Finding, ...]:
    """What the rules over numbers hold against an LAO."""
    content, known = PUBLISHED, reference(TODAY)
    read = read_on_disk(folder[:7], content / "plans" / folder, content, frozenset(known.entries))
    return tuple(one for one in check_lao(read, known) if one.code.startswith("NUMBER-"))


def of(code: str) -> list[Finding]:
    """The findings of a code in the plan of Phon Thong."""
    return [one for one in findings("5440502-phon-thong") if one.code == code]


def test_nothing_else_is_held_against_it() -> None:
    # ฝึกรอบรม for the legend's ฝึกอบรม, five times, is a slip that the text rules know.
    codes = sorted(one.code for one in findings("5440502-phon-thong"))
    assert codes == ["NUMBER-001", "NUMBER-001", "NUMBER-002", "NUMBER-002", "NUMBER-004", "NUMBER-008", "NUMBER-013"]


def test_two_tactics_have_no_third_project() -> None:
    # Source, 3.11: under the second strategy the first tactic prints ๑ ๒ ๔, the second one ๑ ๒ ๔ ๕.
    found = of("NUMBER-001")
    assert [one.subjects[0] for one in found] == ["s2t1-4", "s2t2-4"]
    assert all("ข้ามจาก “๒” ไป “๔”" in one.message for one in found)


def test_a_list_in_two_columns_runs_backwards_and_lacks_nothing() -> None:
    # Source, 3.13: the last of the 22 competencies are printed ๑๗ ๑๙ ๑๘ ๒๑ ๒๐ ๒๒.
    assert [
        "“๑๙” แล้วตามด้วย “๑๘”" in one.message or "“๒๑” แล้วตามด้วย “๒๐”" in one.message for one in of("NUMBER-002")
    ] == [
        True,
        True,
    ]


def test_two_positions_have_a_skill_without_a_number() -> None:
    # Source, 3.15, กองสวัสดิการสังคม: the head and the community developer print ๑ ๒ ๓ and go on without ๔.
    [found] = of("NUMBER-004")
    assert "ผู้อำนวยการกองสวัสดิการสังคม” และอีก 1 ตำแหน่ง ไม่มีเลขลำดับที่รายการที่ 4" in found.message
    assert [place.path for place in (found.location, *found.also)] == [
        ("rows", 27, "skills", 3),
        ("rows", 29, "skills", 3),
    ]


def test_one_position_gives_a_method_the_number_of_another() -> None:
    # Source, 3.15: the legend has ๔ = พี่เลี้ยง and ๙ = ติดตามผู้มีประสบการณ์; the row prints ๔ = ติดตามผู้มีประสบการณ์.
    [found] = of("NUMBER-008")
    assert "“๔”" in found.message
    assert "“ติดตามผู้มีประสบการณ์” ซึ่งเป็นชื่อของหมายเลข “๙”" in found.message
    assert "“พี่เลี้ยง”" in found.message
    assert found.subjects == ("idp-03", "clerk-office")


def test_one_heading_of_a_strategy_has_no_number() -> None:
    # Source, 3.11: four headings begin with ยุทธศาสตร์ที่; before กลยุทธ์ที่ ๓ the first strategy's name stands alone.
    [found] = of("NUMBER-013")
    assert "ส่วน ๓.๑๑ พิมพ์หัวข้อยุทธศาสตร์ “การพัฒนาคุณภาพชีวิตบุคลากร” โดยไม่มีลำดับ" in found.message
    assert found.location.path == ("strategies", 0, "wordings", 2, "text")


@pytest.mark.parametrize("folder", ["3340102-ubon-ratchathani", "6750306-bang-khae"])
def test_guidelines_are_numbered_as_they_should_be(folder: str) -> None:
    assert findings(folder) == ()
