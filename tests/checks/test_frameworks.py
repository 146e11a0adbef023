"""FRAME: a small national document without findings, and one change per rule."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.checks.all_rules import RULES
from generator.checks.items import CheckBasis
from generator.checks.runner import check_framework
from generator.findings import Finding, Severity
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks_with_sources
from tests.building_blocks import PUBLISHED

TODAY = datetime.date(2025, 3, 1)
AFTER = datetime.date(2026, 10, 1)
"""The day after the last one of the small document."""

DOCUMENT = """\
id: sample-plan-2567-2569
title: แผนตัวอย่าง ๓ ปี ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ - ๒๕๖๙
short_title: แผนตัวอย่าง
issuer: คณะกรรมการตัวอย่าง
valid_from: ๑ ตุลาคม ๒๕๖๖
valid_to: ๓๐ กันยายน ๒๕๖๙
source: {document: แผนตัวอย่าง, extent: full, entered_by: third_party}
resolutions:
  - {body: คณะกรรมการตัวอย่าง, meeting: ๖/๒๕๖๖, date: ๒๙ มิถุนายน ๒๕๖๖}
dates:
  - {label: มติเห็นชอบ ครั้งที่ ๖/๒๕๖๖, printed: เมื่อวันที่ ๒๙ มิถุนายน ๒๕๖๖, date: ๒๙ มิถุนายน ๒๕๖๖}
  - {label: วันประกาศตามที่พิมพ์ท้ายประกาศ, printed: ๑ กรกฎาคม ๒๕๖๖, date: ๑ กรกฎาคม ๒๕๖๖, section: ประกาศ}
  - {label: วันประกาศตามที่หนังสือนำส่งอ้าง, printed: ลงวันที่ ๑ กรกฎาคม ๒๕๖๖, date: ๑ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง}
letters:
  - {number: มท ๐๘๐๙/ว ๖๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, section: สิ่งที่ส่งมาด้วย}
  - {number: มท ๐๘๐๙/ว ๖๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง}
cited:
  - {title: ยุทธศาสตร์ที่ยังใช้อยู่}
"""
GROUP = """\
id: things
order: 1
title: รายการตัวอย่าง
section: ข้อ ๑
summary: เอกสารกำหนดไว้ ๓ เรื่อง ให้เลือกอย่างน้อย ๒ เรื่อง
minimum: 2
entries:
  - id: thing-1
    number: "(๑)"
    name: เรื่องแรก
    entries:
      - {id: thing-1-1, number: ๑.๑, name: เรื่องย่อยแรก}
      - {id: thing-1-2, number: ๑.๒, name: เรื่องย่อยที่สอง}
  - {id: thing-2, number: "(๒)", name: เรื่องที่สอง}
  - {id: thing-3, number: "(๓)", name: ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒)}
"""
OTHER = """\
id: another-plan
title: แผนอีกฉบับ พ.ศ. ๒๕๖๑ - ๒๕๖๖
short_title: แผนอีกฉบับ
issuer: คณะกรรมการตัวอย่าง
valid_to: ๓๐ กันยายน ๒๕๖๖
source: {extent: full, entered_by: third_party}
"""


@dataclass(frozen=True)
class Change:
    """A change that triggers a rule, and a similar one that does not."""

    code: str
    old: str
    """Text found in the document or its group exactly once."""
    new: str
    says: str
    line: str
    silent: str
    today: datetime.date = TODAY


CHANGES = [
    Change("FRAME-001", "๒๕๗๐ - ๒๕๗๒", "๒๕๗๐ - ๒๕๗๓", "“๒๕๗๐ - ๒๕๗๓” ซึ่งนับได้ 4 ปี", "thing-3", "2570 – 2572"),
    Change("FRAME-001", "๒๕๗๐ - ๒๕๗๒", "๒๕๗๑ - ๒๕๗๓", "เริ่มปี 2571", "thing-3", "๒๕๗๐ ถึง ๒๕๗๒"),
    Change(
        "FRAME-001",
        "ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒)",
        "รอบแผนใหม่ พ.ศ. ๒๕๗๐ - ๒๕๗๔",
        "นับได้ 5 ปี",
        "thing-3",
        "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๗๑ - ๒๕๗๕)",
    ),
    Change(
        "FRAME-002", "๓๐ กันยายน ๒๕๖๙", "๒๙ กันยายน ๒๕๖๙", "29 กันยายน 2569", "valid_to", "๑ ตุลาคม ๒๕๖๙", today=AFTER
    ),
    Change("FRAME-003", "๓๐ กันยายน ๒๕๖๙", "๓๐ กันยายน ๒๕๗๐", "30 กันยายน 2570", "valid_to", "๓๑ ธันวาคม ๒๕๖๙"),
    Change("FRAME-003", "from: ๑ ตุลาคม ๒๕๖๖", "from: ๑ ตุลาคม ๒๕๖๕", "1 ตุลาคม 2565", "from", "from: ๑ มกราคม ๒๕๖๗"),
    Change("FRAME-003", "๓๐ กันยายน ๒๕๖๙", "๓๐ กันยายน ๒๕๖๕", "ก่อนวันที่เริ่มมีผล", "valid_to", "30 ก.ย. 2569"),
    Change("FRAME-003", "พ.ศ. ๒๕๖๗ - ๒๕๖๙", "พ.ศ. ๒๕๖๗ - ๒๕๖๘", "“sample-plan-2567-2569”", "id: sample", "๒๕๖๗ – ๒๕๖๙"),
    Change(
        "FRAME-004",
        "printed: ๑ กรกฎาคม ๒๕๖๖, date: ๑ กรกฎาคม ๒๕๖๖",
        "printed: ๑๖ กรกฎาคม ๒๕๖๖, date: ๑๖ กรกฎาคม ๒๕๖๖",
        "“๑๖ กรกฎาคม ๒๕๖๖” (ประกาศ) และ “ลงวันที่ ๑ กรกฎาคม ๒๕๖๖” (หนังสือนำส่ง)",
        "๑๖ กรกฎาคม",
        "printed: 1 ก.ค. 2566, date: 1 ก.ค. 2566",
    ),
    Change(
        "FRAME-005",
        "ว ๖๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง",
        "ว ๒๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง",
        "“มท ๐๘๐๙/ว ๒๓๐๕” ในหนังสือนำส่ง",
        "๒๓๐๕",
        "ว ๗๑๑๙, date: ๕ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง",
    ),
    Change("FRAME-006", "meeting: ๖/๒๕๖๖", "meeting: ๖/๒๕๖๕", "“๖/๒๕๖๕” เป็นของปี 2565", "๖/๒๕๖๕", "meeting: 6/2566"),
    Change(
        "FRAME-007",
        "printed: ลงวันที่ ๑ กรกฎาคม ๒๕๖๖",
        "printed: ลงวันที่ ๑๑ กรกฎาคม ๒๕๖๖",
        "“ลงวันที่ ๑๑ กรกฎาคม ๒๕๖๖” แต่บันทึกเป็นวันที่ 1 กรกฎาคม 2566",
        "ลงวันที่ ๑๑",
        "printed: ภายในเดือนกรกฎาคม ๒๕๖๖",
    ),
    Change(
        "FRAME-007",
        "printed: เมื่อวันที่ ๒๙ มิถุนายน ๒๕๖๖, date: ๒๙ มิถุนายน ๒๕๖๖",
        "printed: ๓๐ มิถุนายน ๒๕๖๖, date: ๓๐ มิถุนายน ๒๕๖๖",
        "ลงวันที่ 29 มิถุนายน 2566",
        "๓๐ มิถุนายน",
        "printed: 29 มิ.ย. 2566, date: 29 มิ.ย. 2566",
    ),
    Change("FRAME-008", 'number: "(๒)"', 'number: "(๔)"', "ข้ามเลข 2", "(๔)", 'number: "(2)"'),
    Change("FRAME-008", 'number: "(๒)"', 'number: "(๑)"', "ข้ามเลข 2 และมีเลข 1 ซ้ำ", "(๑)", 'number: "๒)"'),
    Change("FRAME-008", "number: ๑.๒", "number: ๑.๓", "“๑.๑” “๑.๓”", "๑.๓", "number: ๒"),
    Change("FRAME-009", "กำหนดไว้ ๓ เรื่อง", "กำหนดไว้ ๔ เรื่อง", "“๔ เรื่อง” แต่กลุ่มนี้มี 3 รายการ", "summary", "กำหนดไว้หลายเรื่อง"),
    Change("FRAME-009", "minimum: 2", "minimum: 4", "อย่างน้อย 4 รายการ", "minimum", "minimum: 3"),
    Change("FRAME-010", "id: thing-2", "id: shared-1", "“shared-1”", "shared-1", "id: thing-two"),
    Change("FRAME-011", 'thing-2, number: "(๒)"', "thing-2", "“เรื่องที่สอง” ไม่มีเลข", "thing-2", "thing-2, number: ๒"),
    Change("FRAME-012", 'number: "(๒)"', 'number: "(2)"', "“(2)” กับ “(๑)”", "(2)", 'number: "(๒.๑)"'),
    Change(
        "FRAME-013",
        "      - {id: thing-1-2, number: ๑.๒, name: เรื่องย่อยที่สอง}\n",
        "      - {id: thing-1-2, number: ๑.๒, name: เรื่องสองข้อ}\n"
        "      - {id: thing-1-3, number: ๑.๓, name: ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒)}\n"
        "  - id: thing-4\n    number: \"(๔)\"\n    name: พิมพ์อีกแห่ง\n    entries:\n"
        "      - {id: thing-4-1, number: ๑.๑, name: เรื่องย่อยแรก}\n"
        "      - {id: thing-4-2, number: ๑.๒, name: เรื่องสองข้อ ๆ}\n"
        "      - {id: thing-4-3, number: ๑.๓, name: ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๒)}\n",
        "“เรื่องสองข้อ ๆ” แต่ในรายการชุดเดียวกันอีกแห่งพิมพ์ว่า “เรื่องสองข้อ”",
        "thing-4-2",
        "      - {id: thing-1-2, number: ๑.๒, name: เรื่องที่สอง}\n",
    ),
    Change("FRAME-014", "title: ยุทธศาสตร์ที่ยังใช้อยู่", "title: แผนอีกฉบับ", "30 กันยายน 2566", "แผนอีกฉบับ", "title: แผนฉบับอื่น"),
    Change(
        "FRAME-014",
        "title: ยุทธศาสตร์ที่ยังใช้อยู่",
        "title: แผนปฏิรูป (พ.ศ. ๒๕๖๑ - ๒๕๖๖)",
        "ใช้ถึงปี 2566",
        "แผนปฏิรูป",
        "title: แผนปฏิรูป (พ.ศ. ๒๕๖๑ - ๒๕๖๗)",
    ),
    Change(
        "FRAME-015",
        "name: เรื่องย่อยแรก}\n      - {id: thing-1-2, number: ๑.๒, name: เรื่องย่อยที่สอง",
        "name: ทำงานยังไม่เกิน 2 ปี}\n      - {id: thing-1-2, number: ๑.๒, name: ทำงานไม่น้อยกว่า ๒ ปี",
        "รวม 2 ปี พอดีไว้ทั้งคู่",
        "thing-1-2",
        "name: ทำงานยังไม่เกิน 2 ปี}\n      - {id: thing-1-2, number: ๑.๒, name: ทำงานไม่น้อยกว่า ๓ ปี",
    ),
]  # fmt: skip


def findings_of(content: Path, old: str = "", new: str = "", today: datetime.date = TODAY) -> tuple[Finding, ...]:
    """Write the small document with one change; return the findings of all rules."""
    texts = {
        "sample-plan-2567-2569/document.yml": DOCUMENT,
        "sample-plan-2567-2569/things.yml": GROUP,
        "another-plan/document.yml": OTHER,
        "another-plan/shared.yml": "id: shared\norder: 1\ntitle: ร่วมกัน\nsection: ข้อ ๑\nentries:\n"
        "  - {id: shared-1, name: เรื่องร่วม}\n",
    }
    if old:
        assert sum(text.count(old) for text in texts.values()) == 1, f"not exactly once: {old}"
    for name, text in texts.items():
        file = content / "frameworks" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new) if old else text, "utf-8")
    return checked(content, today)["sample-plan-2567-2569"]


def checked(content: Path, today: datetime.date) -> dict[str, tuple[Finding, ...]]:
    """Read and check all documents in a content folder; return the findings by id."""
    read = read_frameworks_with_sources(DiskTree(content))
    assert read.frameworks.findings == ()
    reference = CheckBasis(read.frameworks.documents, today)
    return {
        one.document.id: check_framework(
            one, {name: source for name, source in read.sources.items() if name.startswith(f"{one.path}/")}, reference
        )
        for one in read.frameworks.documents
    }


def reported(findings: Sequence[Finding]) -> list[str]:
    """Return codes and messages of the rules for national documents."""
    return [f"{one.code} {one.message}" for one in findings if one.code.startswith("FRAME-")]


def test_small_document_has_no_finding(tmp_path: Path) -> None:
    assert reported(findings_of(tmp_path)) == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.code} {change.says}")
def test_rule_fires_on_its_case(change: Change, tmp_path: Path) -> None:
    findings = findings_of(tmp_path, change.old, change.new, change.today)
    [found] = [one for one in findings if one.code == change.code and change.says in one.message]
    line = (tmp_path / found.location.file).read_text("utf-8").split("\n")[found.location.line - 1]
    assert change.line in line


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.code} {change.says}")
def test_rule_is_silent_on_correct_case(change: Change, tmp_path: Path) -> None:
    findings = findings_of(tmp_path, change.old, change.silent, change.today)
    assert [one for one in reported(findings) if one.startswith(change.code)] == []


def test_every_framework_rule_has_case() -> None:
    assert {change.code for change in CHANGES} == {code for code in RULES if code.startswith("FRAME-")}


def test_two_letters_on_one_matter_with_other_numbers_are_found(tmp_path: Path) -> None:
    old = "{number: มท ๐๘๐๙/ว ๖๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, section: หนังสือนำส่ง}"
    new = (
        "{number: มท ๐๘๐๙/ว ๖๓๐๕, date: ๕ กรกฎาคม ๒๕๖๖, subject: แผนตัวอย่าง}\n"
        "  - {number: มท ๐๘๐๙/ว ๙๙, date: ๕ กรกฎาคม ๒๕๖๖, subject: แผน ตัวอย่าง}"
    )
    [found] = reported(findings_of(tmp_path, old, new))
    assert "“มท ๐๘๐๙/ว ๙๙”" in found


def test_master_plan_has_known_findings() -> None:
    found = checked(PUBLISHED, TODAY)["master-plan-2567-2569"]
    own = [one for one in found if one.code.startswith(("FRAME-", "DATE-"))]
    assert [(one.code, one.location.file.rpartition("/")[2]) for one in own] == [
        ("FRAME-001", "approval.yml"),
        ("FRAME-014", "document.yml"),
        ("FRAME-014", "document.yml"),
        ("FRAME-012", "process.yml"),
        ("FRAME-013", "process.yml"),
        ("FRAME-013", "responsibilities-17.yml"),
        ("FRAME-012", "responsibilities-17.yml"),
        ("FRAME-015", "target-groups.yml"),
        ("FRAME-012", "theories.yml"),
        ("FRAME-012", "theories.yml"),
    ]
    # Section 18 of the source: "ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๓)".
    assert "“๒๕๗๐ - ๒๕๗๓” ซึ่งนับได้ 4 ปี แต่รอบของเอกสารนี้คือ “๒๕๖๗ - ๒๕๖๙”" in own[0].message
    assert own[0].severity is Severity.WARNING


def test_hr_strategy_has_known_findings() -> None:
    found = checked(PUBLISHED, TODAY)["hr-strategy-2561-2565"]
    own = {one.code: one for one in found if one.code.startswith(("FRAME-", "DATE-"))}
    assert sorted(own) == ["FRAME-002", "FRAME-004", "FRAME-005"]
    assert "31 ธันวาคม 2565" in own["FRAME-002"].message
    # The end of the announcement compared with the enclosure line of the ministry's letter.
    assert "“ประกาศ ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๑” (ประกาศ)" in own["FRAME-004"].message
    assert "“ลงวันที่ ๑๖ ตุลาคม ๒๕๖๑”" in own["FRAME-004"].message
    # The province's enclosure line compared with the ministry's letter itself; both of 1 November.
    assert "“มท ๐๒๐๙.๓/ว ๖๓๐๕”" in own["FRAME-005"].message
    assert "“มท ๐๒๐๙.๓/ว ๒๓๐๕”" in own["FRAME-005"].message


def test_master_plan_expires_after_last_fiscal_year() -> None:
    last_day = checked(PUBLISHED, datetime.date(2026, 9, 30))["master-plan-2567-2569"]
    day_after = checked(PUBLISHED, AFTER)["master-plan-2567-2569"]
    assert "FRAME-002" not in {one.code for one in last_day}
    assert "FRAME-002" in {one.code for one in day_after}
