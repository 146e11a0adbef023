"""Changes in Thai: one sentence per change, one line for all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.words.plan_changes import NO_CHANGES, sentence, summary

Kind = PlanChangeKind


def change(kind: PlanChangeKind, before: str | None, after: str | None, **other: object) -> PlanChange:
    values = {
        "part": "projects",
        "thing": "โครงการ",
        "id": "p1",
        "name": "อบรม",
        "field": "budget",
        "label": "งบประมาณ",
    }
    return PlanChange(kind, before=before, after=after, **(values | other))  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once


def money(kind: PlanChangeKind, before: int, after: int) -> PlanChange:
    return change(
        kind,
        str(before),
        str(after),
        difference_baht=Decimal(after - before),
        before_baht=Decimal(before),
        after_baht=Decimal(after),
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            money(Kind.BUDGET_RAISED, 100_000, 150_000),
            "โครงการ ‘อบรม’: งบประมาณเพิ่มจาก 100,000 บาท เป็น 150,000 บาท (+50,000 บาท)",
        ),
        (money(Kind.BUDGET_LOWERED, 2_000, 500), "โครงการ ‘อบรม’: งบประมาณลดจาก 2,000 บาท เป็น 500 บาท (−1,500 บาท)"),
        (change(Kind.BUDGET_CHANGED, "๑๐๐", "งบกลาง"), "โครงการ ‘อบรม’: งบประมาณเปลี่ยนจาก ‘๑๐๐’ เป็น ‘งบกลาง’"),
        (change(Kind.BUDGET_CHANGED, None, "๑๐๐"), "โครงการ ‘อบรม’: เพิ่มงบประมาณ ‘๑๐๐’"),
        (change(Kind.BUDGET_CHANGED, "๑๐๐", None), "โครงการ ‘อบรม’: ตัดงบประมาณ ‘๑๐๐’ ออก"),
        (change(Kind.ADDED, None, "รหัส p1"), "เพิ่มโครงการ ‘อบรม’"),
        (change(Kind.REMOVED, "รหัส p1", None), "ตัดโครงการ ‘อบรม’ ออก"),
        (change(Kind.ADDED, None, "ทำงานเป็นทีม", thing="วัตถุประสงค์", name=""), "เพิ่มวัตถุประสงค์ ‘ทำงานเป็นทีม’"),
        (change(Kind.MOVED, "ก", "ข"), "โครงการ ‘อบรม’: ย้ายจาก ‘ก’ ไป ‘ข’"),
        (change(Kind.RENAMED, "เดิม", "อบรม"), "โครงการ: เปลี่ยนชื่อจาก ‘เดิม’ เป็น ‘อบรม’"),
        (change(Kind.REWORDED, "ก", "ข", label="ตัวชี้วัด"), "โครงการ ‘อบรม’: แก้ถ้อยคำของตัวชี้วัดจาก ‘ก’ เป็น ‘ข’"),
        (change(Kind.REWORDED, "ก" * 999, "ข", label="ตัวชี้วัด"), "โครงการ ‘อบรม’: แก้ถ้อยคำของตัวชี้วัด"),
        (
            change(Kind.REWORDED, "ก", "ข", part="narrative", thing="ส่วนบรรยาย", id="idp", name="", label="เนื้อความ"),
            "ส่วนบรรยาย ‘แผนพัฒนารายบุคคล (IDP)’: แก้ถ้อยคำของเนื้อความจาก ‘ก’ เป็น ‘ข’",
        ),
        (
            change(Kind.CHANGED, "๓๐", "๔๐", part="results/2568", thing="ผลรายโครงการ", label="จำนวนผู้เข้าร่วม"),
            "ผลรายโครงการ ปีงบประมาณ 2568 ‘อบรม’: จำนวนผู้เข้าร่วมเปลี่ยนจาก ‘๓๐’ เป็น ‘๔๐’",
        ),
    ],
)
def test_each_change_gives_its_sentence(one: PlanChange, said: str) -> None:
    assert sentence(one) == said


def test_our_numbers_use_the_requested_digits() -> None:
    assert "เพิ่มจาก ๑,๐๐๐ บาท เป็น ๑,๕๐๐ บาท (+๕๐๐ บาท)" in sentence(money(Kind.BUDGET_RAISED, 1_000, 1_500), "thai")


def test_hostile_text_stays_inside_its_quotation_marks() -> None:
    said = sentence(change(Kind.ADDED, None, "", name="ก\n\u202e\x1b[31m" + "ข" * 5_000_000))
    assert said.isprintable()
    assert len(said) < 200


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_sentence_and_is_counted(kind: PlanChangeKind) -> None:
    one = change(kind, "ก", "ข")
    assert sentence(one)
    assert "1" in summary([one])


def test_a_list_is_summarised_on_one_line() -> None:
    changes = [
        *[change(Kind.ADDED, None, "ก")] * 2,
        change(Kind.REMOVED, "ก", None, thing="วัตถุประสงค์"),
        *[money(Kind.BUDGET_RAISED, 1, 2), money(Kind.BUDGET_LOWERED, 2, 1), change(Kind.BUDGET_CHANGED, "1", "ก")],
        change(Kind.REWORDED, "ก", "ข"),
    ]
    assert summary(changes) == "เพิ่ม 2 โครงการ ตัดวัตถุประสงค์ 1 รายการ แก้งบประมาณ 3 รายการ แก้ถ้อยคำ 1 แห่ง"
    assert summary([]) == NO_CHANGES
