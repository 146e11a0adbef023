"""Remedies for a draft: fix it directly; for a plan in force: declare a correction or amend."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.all_rules import RULES
from generator.checks.remedies import remedy_in_draft
from generator.checks.rule import Rule
from generator.checks.text.residue import _REMEDY_OF_QUOTATION
from tests.checks.case import Change, findings_of

DRAFT = [
    Change("plan", "state: announced", "state: draft"),
    Change("plan", 'stated_total: "๓๐,๐๐๐"', 'stated_total: "๓๑,๐๐๐"'),
]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_draft_remedy_asks_for_no_correction_or_amendment(rule: Rule) -> None:
    said = remedy_in_draft(rule.remedy)
    assert "corrections" not in said
    assert "ปรับปรุงแผนครั้งต่อไป" not in said and "ปรับปรุงแผนตามขั้นตอน" not in said


def test_draft_remedy_is_whole_sentence() -> None:
    assert (
        remedy_in_draft(
            "เทียบกับเอกสาร ถ้าคัดลอกผิด ให้แก้และประกาศไว้ใน corrections: ถ้าเอกสารพิมพ์ไว้เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged:"
        )
        == "เทียบกับเอกสาร ถ้าคัดลอกผิด ให้แก้ แผนนี้ยังเป็นร่าง ถ้าร่างเป็นเช่นนั้นจริง ให้แก้ในร่างได้เลย"
    )
    assert remedy_in_draft("เพิ่มช่อง") == "เพิ่มช่อง"
    assert "corrections" not in remedy_in_draft(_REMEDY_OF_QUOTATION)


@pytest.mark.parametrize("draft", [False, True], ids=["announced", "draft"])
def test_plan_state_selects_remedy(draft: bool, tmp_path: Path) -> None:
    found = findings_of(tmp_path, DRAFT if draft else DRAFT[1:])
    remedies = [one.remedy for one in found if one.code.startswith("MONEY-")]
    assert remedies
    assert all(("corrections:" in remedy) != draft for remedy in remedies)
