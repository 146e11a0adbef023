"""Personal data is found in any format, and never in positions, trades or places."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.runner import check_text
from tests.checks.case import Change, findings_of


def codes(text: str) -> set[str]:
    return {finding.code for finding in check_text("draft.txt", text) if finding.code.startswith("PDPA")}


@pytest.mark.parametrize(
    "text",
    [
        "นายสมมุติ นามตัวอย่าง",
        "(นายสมมุติ นามตัวอย่าง)",
        "โดยนางสมมุติ  นามตัวอย่าง เป็นผู้ประสานงาน",
        "นางสาวสมมุติ นามตัวอย่าง",
        "น.ส. สมมุติ นามตัวอย่าง",
        "ว่าที่ร้อยตรีสมมุติ นามตัวอย่าง",
        "ว่าที่ ร.ต.หญิง สมมุติ นามตัวอย่าง",
        "พ.จ.อ.สมมุติ นามตัวอย่าง",
        "แต่งตั้งนายกฤษณะ นามตัวอย่าง",
        "ผู้รับผิดชอบ: นายสมมุติ",
        "Mr. Sommut Namtuayang",
    ],
)
def test_name_with_title_is_found(text: str) -> None:
    assert codes(text) == {"PDPA-004"}


@pytest.mark.parametrize(
    "text",
    [
        "นายกเทศมนตรีตำบลตัวอย่าง เป็นประธาน",
        "นายกองค์การบริหารส่วนตำบล อนุมัติ",
        "เสนอนายก อบต. พิจารณา",
        "ให้นายกอนุมัติ เห็นด้วยกับการนำเอา",
        "นายกฯ ลงนาม",
        "นายช่างโยธา ปฏิบัติงาน",
        "นายอำเภอเชียงยืน จังหวัดมหาสารคาม",
        "นายทะเบียนท้องถิ่น อำเภอ",
        "นายแพทย์ ชำนาญการ",
        "นายสัตวแพทย์ ปฏิบัติการ",
        "อำเภอนางรอง จังหวัดบุรีรัมย์",
        "ผู้ลงนาม นาย................................",
        "เจ้านาย และลูกน้อง",
        "นางพยาบาล วิชาชีพ",
    ],
)
def test_text_without_name_has_no_finding(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("๑๑๐๑๗๐๐๒๓๐๗๐๘", {"PDPA-001"}),
        ("1 1017 00230 70 8", {"PDPA-001"}),
        ("1101700230709", set()),
        ("เลขที่หนังสือ 12345678901234", set()),
        ("This reverts commit abc1101700230708def0812345678aabbccddeef.", set()),
        ("เลข abc1101700230708def", {"PDPA-001"}),
        ("๐๘๑๒๓๔๕๖๗๘", {"PDPA-002"}),
        ("+66 81 234 5678", {"PDPA-002"}),
        ("โทร. 0 4370 6875", set()),
        ("๐๔๓-๗๐๖๘๗๕", set()),
        ("somchai@example.com", {"PDPA-003"}),
        ("saraban-dla@example.go.th", set()),
        ("บ้านเลขที่ ๑", {"PDPA-005"}),
        ("งบประมาณ 200,000 บาท ปี 2567-2569", set()),
    ],
)
def test_numbers_and_addresses_are_found(text: str, found: set[str]) -> None:
    assert codes(text) == found


def test_only_signatory_may_be_named(tmp_path: Path) -> None:
    signed = Change(
        "plan", "signatory: {position: นายกเทศมนตรีตำบลตัวอย่าง}", "signatory: {position: นายก, name: นายสมมุติ นามตัวอย่าง}"
    )
    found = findings_of(
        tmp_path,
        [
            signed,
            Change(
                "projects", "printed: สำนักปลัดเทศบาล}\n  - id: s1t1-2", "printed: นายสมมุติ นามตัวอย่าง}\n  - id: s1t1-2"
            ),
        ],
    )
    assert [(one.code, one.location.file.rpartition("/")[2]) for one in found if one.code == "PDPA-004"] == [
        ("PDPA-004", "projects.yml")
    ]


@pytest.mark.parametrize(
    "text",
    ["นาย " * 25_000, "1" * 100_000, "0" * 100_000, "a" * 100_000, "a@" * 50_000, "บัญชี" * 20_000, "นายกก" * 20_000],
)
def test_hostile_text_is_checked(text: str) -> None:
    codes(text)
