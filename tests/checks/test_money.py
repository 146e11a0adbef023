"""Money rules: likely false findings, and single causes that show in many places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import Finding
from tests.checks.case import Change, findings_of
from tests.steps import grows_with_its_size

TEXT = "quality: ผ่านการอบรมร้อยละ ๘๐, benefit: ลดข้อผิดพลาดทางการเงิน"
BUDGET = "budget: ๓๐,๐๐๐"


def found(content: Path, *changes: Change) -> list[Finding]:
    """Return the findings of the money rules."""
    return [one for one in findings_of(content, changes) if one.code.startswith("MONEY-")]


def codes(content: Path, *changes: Change) -> list[str]:
    """Return their codes."""
    return sorted(one.code for one in found(content, *changes))


def says(words: str) -> Change:
    """Add a text to the second project, which costs 30,000 baht."""
    return Change("projects", TEXT, TEXT.replace("ผ่านการอบรมร้อยละ ๘๐", f'"{words}"'))


@pytest.mark.parametrize(
    "words",
    [
        "งบประมาณ ๓๐,๐๐๐ บาท",
        "งบประมาณ 30000.- ตลอดรอบแผน",
        "งบประมาณปีละ ๑๐,๐๐๐ บาท",
        "งบประมาณ ๑๐,๐๐๐ บาท ในแต่ละปี",
        "ค่าวิทยากร งบประมาณ ๒๑,๐๐๐ บาท ค่าอาหาร งบประมาณ ๙,๐๐๐ บาท",
        "ค่าลงทะเบียนคนละ ๒,๕๐๐ บาท",
        "งบประมาณ ๕๐๐ บาทต่อคน",
        "ลดงบประมาณ ๕,๐๐๐ บาท",
        "งบประมาณรายจ่ายของเทศบาล ๔๐,๐๐๐,๐๐๐ บาท",
        "เบิกจ่ายงบประมาณ ๑๐๐ เปอร์เซ็นต์",
        "งบประมาณปี ๒๕๖๗ จำนวน ๓๐,๐๐๐ บาท",
        "บางส่วนไม่ใช้งบประมาณ",
        "งบประมาณ ๓๐๐,๐๐ บาท",
    ],
)
def test_words_matching_budget_have_no_finding(words: str, tmp_path: Path) -> None:
    assert codes(tmp_path, says(words)) == []


@pytest.mark.parametrize(
    "words", ["ใช้งบประมาณ ๓๓,๐๐๐ บาท", "วงเงินรวมทั้งสิ้น 300,000 บาท", "งบประมาณ : ๓,๐๐๐.- ต่อรุ่น", "เป็นเงินทั้งสิ้น ๔๐,๐๐๐ บาท"]
)
def test_words_contradicting_budget_are_found(words: str, tmp_path: Path) -> None:
    assert codes(tmp_path, says(words)) == ([] if "ต่อรุ่น" in words else ["MONEY-015"])


def test_remark_on_revised_amount_is_no_contradiction(tmp_path: Path) -> None:
    remark = "    note: เดิมงบประมาณ ๕๐,๐๐๐ บาท ปรับลดในการปรับปรุงแผน ครั้งที่ ๑\n"
    assert codes(tmp_path, Change("projects", f"    {BUDGET}\n", f"    {BUDGET}\n{remark}")) == []


def test_amounts_by_year_cover_whole_cycle(tmp_path: Path) -> None:
    by_year = Change("projects", BUDGET, "budget: {2567: 10000, 2568: 10000, 2569: 10000}")
    assert codes(tmp_path / "whole", by_year) == []
    # The others are per year, and so is the matrix: their sum is unknown.
    per_year = [
        Change("plan", "budget_basis: whole_cycle", "budget_basis: per_year"),
        Change("plan", "  basis: whole_cycle", "  basis: per_year"),
    ]
    assert codes(tmp_path / "mixed", Change("projects", BUDGET, "budget: {2567: 40000}"), *per_year) == []


def test_one_wrong_amount_is_one_finding(tmp_path: Path) -> None:
    # Its strategy, its department and the whole plan differ by the same 5,000 baht.
    [one] = found(tmp_path / "project", Change("projects", BUDGET, "budget: ๓๕,๐๐๐"))
    assert one.code == "MONEY-005"
    assert [place.path for place in one.also] == [("budget_matrix", "rows", 0, "amounts", 1)]
    # One wrong cell makes a row, a column and the whole table wrong.
    row = 'amounts: ["๖๐,๐๐๐", "๓๐,๐๐๐"], stated_total: "๙๐,๐๐๐"'
    [one] = found(tmp_path / "cell", Change("plan", row, row.replace("๓๐", "๓๙")))
    assert one.code == "MONEY-001"
    assert "ซึ่งพิมพ์ 39,000 บาท" in one.message


def test_table_of_totals_only_has_no_finding(tmp_path: Path) -> None:
    empty = [
        Change("plan", '["๖๐,๐๐๐", "๓๐,๐๐๐"]', '["", ""]'),
        Change("plan", '["๒๐,๐๐๐", "๑๐,๐๐๐"]', '["", ""]'),
    ]
    assert codes(tmp_path, *empty) == []


def test_column_for_all_departments_prevents_comparison(tmp_path: Path) -> None:
    everybody = [
        Change("lao", "  - id: finance\n", "  - {id: all, name: ทุกส่วนราชการ, covers_all: yes}\n  - id: finance\n"),
        Change(
            "plan",
            "    - {department: finance, printed: กองคลัง}\n  rows:",
            "    - {department: all, printed: รวม}\n  rows:",
        ),
    ]
    assert codes(tmp_path, *everybody) == []


def test_projects_of_all_departments_may_cover_one(tmp_path: Path) -> None:
    everybody = Change(
        "lao", "  - id: finance\n", "  - {id: all, name: ทุกส่วนราชการ, covers_all: yes}\n  - id: finance\n"
    )
    shared = [
        Change("projects", f"2569: ไตรมาสที่ {quarter}}}\n    responsible: {{departments: [finance], printed: กองคลัง}}",
               f"2569: ไตรมาสที่ {quarter}}}\n    responsible: {{departments: [all], printed: ทุกส่วนราชการ}}")
        for quarter in "๒๔"
    ]  # fmt: skip
    assert codes(tmp_path, everybody, *shared) == []


def test_cost_of_long_text_grows_linearly(tmp_path: Path) -> None:
    def checking(times: int) -> Callable[[], object]:
        hostile = "งบประมาณ" + "รวมทั้งสิ้น" * (2 * times) + "งบประมาณ ๑๐,๐" * (3 * times) + "๑," * (15 * times)
        return lambda: found(tmp_path / str(times), says(hostile))

    assert grows_with_its_size(checking, 500)
