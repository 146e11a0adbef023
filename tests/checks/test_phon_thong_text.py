"""Findings of the typing rules in the real plan of Phon Thong, each compared with the source by hand."""

from __future__ import annotations

import datetime

import pytest

from generator.checks.runner import check_lao
from generator.findings import Finding
from tests.building_blocks import PUBLISHED
from tests.checks.case import reference
from tests.conftest import SEEDS
from tests.on_disk import read_on_disk

TODAY = datetime.date(2025, 3, 1)
SEED = SEEDS / "003_08aeb92528486cbc.txt"


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    """Return the findings of the typing rules, and of the two about the same cells."""
    content, known = PUBLISHED, reference(TODAY)
    read = read_on_disk("5440502", content / "plans" / "5440502-phon-thong", content, frozenset(known.entries))
    return [
        one
        for one in check_lao(read, known)
        if one.code.startswith("TEXT") or one.code in {"NUMBER-009", "COMPLETE-014"}
    ]


SLIPS = [
    ("TEXT-117", "idp", "จัดทำนิติกร", 0),
    ("TEXT-130", "idp", "ฝึกรอบรม", 4),
    ("TEXT-117", "idp", "การช่วย ภัย", 1),
    ("TEXT-117", "idp", "อพปร.", 1),
    ("TEXT-117", "idp", "ฎีกา ไปสำคัญ", 1),
    ("TEXT-117", "idp", "พื้นฟู", 0),
    ("TEXT-122", "idp", "ฯฯ", 1),
    ("TEXT-117", "plan", "สำเนาฉบับ", 0),
    ("TEXT-121", "plan", "การการ", 2),
    ("TEXT-121", "plan", "รับรับ", 0),
    ("TEXT-130", "plan", "อยอมรับ", 0),
    ("TEXT-117", "plan", "และภาพประชาชน", 1),
    ("TEXT-116", "plan", "พิจารณา", 0),
    ("TEXT-119", "plan", "ของที่", 0),
    ("TEXT-117", "plan", "ควมมี", 0),
    ("TEXT-117", "plan", "เป็นผู้รอบ รู้ลึก", 0),
    ("TEXT-113", "plan", "<ol …>", 0),
    ("TEXT-115", "plan", "| ๑๗. การสั่งสมความรู้", 0),
    ("TEXT-117", "plan", "มหาลัย", 0),
    ("TEXT-113", "plan", "<p>", 0),
    ("TEXT-113", "plan", "<input …>", 0),
    ("TEXT-117", "plan", "มีใจในฐานะหัวหน้า", 0),
    ("TEXT-130", "projects", "ธรรมมาภิบาล", 0),
    ("TEXT-117", "projects", "แผนพับ", 0),
    ("COMPLETE-014", "projects", "(LPA ด้านที่ ๕", 7),
    ("TEXT-118", "projects", ")", 0),
    ("TEXT-117", "projects", "ความต้องการ ฝึกรวม", 0),
]
"""Code, file, text in the message, and number of further places."""


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[0]} {slip[2]}")
def test_each_slip_is_reported_once(slip: tuple[str, str, str, int], findings: list[Finding]) -> None:
    code, file, said, others = slip
    found = [one for one in findings if one.code == code and f"{said}" in one.message]
    assert [(one.location.file.rpartition("/")[2], len(one.also)) for one in found] == [(f"{file}.yml", others)]


def test_there_is_no_other_finding(findings: list[Finding]) -> None:
    assert sorted(one.code for one in findings) == sorted(code for code, *_ in SLIPS)


def test_quotations_are_evidence_without_findings(findings: list[Finding]) -> None:
    quoted = [one for one in findings if one.location.path[0] == "quotations"]
    residue = [one for one in quoted if one.code in {"TEXT-113", "TEXT-115"}]
    assert len(residue) == 4
    assert all(one.remedy.startswith("เครื่องหมายนี้เกิดจากการแปลงเอกสาร") for one in residue)
    # Slips missing in the plan's data are reported in the quotation.
    assert {one.suggestion for one in quoted if one not in residue} == {
        "เป็นผู้รู้รอบ รู้ลึก",
        "มหาวิทยาลัยต่าง",
        "มิใช่ในฐานะหัวหน้าทีม",
    }
    assert not any(place.path[0] == "quotations" for one in findings for place in one.also)


def test_suggestion_contains_no_other_slip(findings: list[Finding]) -> None:
    assert "ยอมรับ" in {one.suggestion for one in findings}
    assert not any("การการ" in one.suggestion or "รับรับ" in one.suggestion for one in findings)


# The documents are public, but we may not republish them: the tests must pass without them.
@pytest.mark.skipif(not SEED.is_file(), reason="source text is missing")
@pytest.mark.parametrize(
    ("words", "times"),
    [("ฝึกรอบรม", 5), ("จัดทำนิติกร ", 1), ("การช่วย ภัย", 1), ("การช่วยภัย", 1), ("พื้นฟู", 1), ("มหาลัย", 1), ("-สำเนาฉบับ-", 1),
     ("ฎีกา ไปสำคัญ", 2), ("อพปร.", 2), ("มีใจในฐานะหัวหน้า", 1), ("ความต้องการ ฝึกรวม", 1), ("เป็นผู้รอบ รู้ลึก", 1)],
)  # fmt: skip
def test_source_contains_words(words: str, times: int) -> None:
    assert SEED.read_text("utf-8").count(words) == times
