"""Difficult inputs for the year rules: correct texts that look like slips, and slips in unusual forms."""

from __future__ import annotations

import pytest

from generator.checks.dates.claims import wrong_in_heading, wrong_in_sentence
from generator.checks.printed_years import (
    KNOWN_LAWS,
    day_in,
    fiscal_years,
    known_law,
    law_named,
    listed,
    spans,
    year_of_number,
)
from generator.checks.runner import check_text
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.thai.dates import Cycle
from generator.thai.numerals import to_arabic
from generator.thai.text import fold_for_comparison
from tests.building_blocks import PUBLISHED

CYCLE = Cycle.parse("2567-2569")
DECREE = "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี"


def codes(text: str) -> list[str]:
    return [one.code for one in check_text("draft.txt", text) if one.code.startswith("DATE-")]


# Printed years.


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("พ.ศ. ๒๕๖๗ - ๒๕๖๙", ["๒๕๖๗ - ๒๕๖๙"]),
        ("๒๕๖๗–๒๕๖๙ และ 2570 ถึง 2572", ["๒๕๖๗–๒๕๖๙", "2570 ถึง 2572"]),
        ("พ.ศ. ๒๕๖๗ ถึง พ.ศ. ๒๕๖๙", ["๒๕๖๗ ถึง พ.ศ. ๒๕๖๙"]),
        ("ปีงบประมาณ ๒๕๖๗ - ปีงบประมาณ ๒๕๖๙", ["๒๕๖๗ - ปีงบประมาณ ๒๕๖๙"]),
        ("ว ๑๒/๒๕๖๗ - ๒๕๖๙", []),
        ("2566-09-30", []),
        ("๐๔๓-๗๐๖๘๗๕", []),
    ],
)
def test_spans_are_parsed(text: str, printed: list[str]) -> None:
    assert [span.printed for span in spans(text)] == printed


def test_spans_give_no_single_fiscal_years() -> None:
    assert [year.first for year in fiscal_years("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")] == [2566]
    assert fiscal_years("ประจำปีงบประมาณ ๒๕๖๗ - ๒๕๖๙") == []
    assert fiscal_years("พระราชบัญญัติ พ.ศ. ๒๕๔๒") == []


@pytest.mark.parametrize(
    ("text", "year"),
    [("๙/๒๕๖๖", 2566), ("ครั้งที่ 12 / 2566", 2566), ("มค ๗๑๙๐๑/๓๙๔", None), ("๙/๖๖", None), ("วาระ ๒๕๖๖", None)],
)
def test_year_of_number_is_parsed(text: str, year: int | None) -> None:
    assert year_of_number(text) == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("๙ / ๑๐ / ๖๖", "2023-10-09"),
        ("ประกาศ ณ วันที่ ๒ เดือน ตุลาคม พ.ศ. ๒๕๖๖", "2023-10-02"),
        ("- 6 พ.ย. ๒๕๖๑", "2018-11-06"),
        ("ระหว่าง ๑ ต.ค. ๒๕๖๖ ถึง ๓๐ ก.ย. ๒๕๖๗", None),
        ("ภายในเดือนกันยายน ๒๕๖๖", None),
        ("๓๑ กุมภาพันธ์ ๒๕๖๖", None),
        (".....", None),
    ],
)
def test_day_among_words_is_parsed(text: str, day: str | None) -> None:
    found = day_in(text)
    assert (found.isoformat() if found else None) == day


def test_lists_are_joined_in_thai() -> None:
    assert listed([2564]) == "2564"
    assert listed([2564, 2565, 2566]) == "2564, 2565 และ 2566"


# Years of the plan.


@pytest.mark.parametrize(
    "text",
    [
        "โครงการ ประจำปีงบประมาณ ๒๕๖๗ - ๒๕๖๘",
        "แผนพัฒนาบุคลากร ๓ ปี ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ - ๒๕๖๖",
        "ตารางของปีงบประมาณ ๒๕๗๐",
        "๒๕๖๗ - ๒๕๖๘",
    ],
)
def test_headings_with_other_years_are_found(text: str) -> None:
    assert wrong_in_heading(text, CYCLE)


@pytest.mark.parametrize(
    "text",
    [
        "โครงการ ประจำปีงบประมาณ 2567 – 2569",
        "โครงการ ประจำปีงบประมาณ ๒๕๖๘",
        "ความสอดคล้องกับยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐)",
        "ความสอดคล้องกับแผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐) ของเทศบาล",
        "อัตรากำลังตามแผนอัตรากำลัง ๓ ปี ปีงบประมาณ ๒๕๖๔ - ๒๕๖๖",
        "คำสั่งที่ ๓๙๔/๒๕๖๖",
        "ตามพระราชบัญญัติ พ.ศ. ๒๕๔๒",
    ],
)
def test_headings_with_correct_years_have_no_finding(text: str) -> None:
    assert wrong_in_heading(text, CYCLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "จัดทำแผนพัฒนาพนักงานเทศบาล ๓ ปี ประจำปีงบประมาณ ๒๕๖๔ - ๒๕๖๖ ให้สอดคล้องกับแผนอัตรากำลัง",
        "จัดทำแผนสามปี (๒๕๖๖- ๒๕๖๘) ให้ตรงกับแผนอัตรากำลัง",
        "ใช้แผนการพัฒนาบุคลากร พ.ศ. ๒๕๖๗ - ๒๕๖๘ ดังต่อไปนี้",
    ],
)
def test_sentences_with_other_years_are_found(text: str) -> None:
    assert wrong_in_sentence(text, CYCLE)


@pytest.mark.parametrize(
    "text",
    [
        "จัดทำแผนสามปี (๒๕๖๗- ๒๕๖๙) ให้ตรงกับแผนอัตรากำลัง",
        "แผนพัฒนาบุคลากร ปีงบประมาณ ๒๕๖๔ - ๒๕๖๖ สิ้นสุดแล้ว",
        "แผนพัฒนาบุคลากรรอบถัดไป (ปีงบประมาณ ๒๕๗๐ - ๒๕๗๒)",
        "แผนพัฒนาบุคลากรสอดคล้องกับยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐)",
        "แผนพัฒนาบุคลากรสอดคล้องกับแผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ พ.ศ. ๒๕๖๖ - ๒๕๗๐",
        "สถิติการฝึกอบรม พ.ศ. ๒๕๖๔ - ๒๕๖๖",
    ],
)
def test_sentences_with_correct_years_have_no_finding(text: str) -> None:
    assert wrong_in_sentence(text, CYCLE) == []


# Years in any text.


@pytest.mark.parametrize(
    "text",
    [
        "แผนพัฒนาบุคลากร ๓ ปี ในรอบถัดไป (ปีงบประมาณ พ.ศ. ๒๕๗๐ - ๒๕๗๓)",
        "แผนพัฒนาบุคลากร 3 ปี พ.ศ. 2567 – 2568",
        "แผนสามปี (๒๕๖๙ - ๒๕๖๗)",
        "แผนพัฒนาบุคลากรสามปี ประจำปีงบประมาณ พ.ศ. 2567 ถึง พ.ศ. 2570",
    ],
)
def test_wrong_three_years_are_found(text: str) -> None:
    assert codes(text) == ["DATE-020"]


@pytest.mark.parametrize(
    "text",
    [
        "แผนพัฒนาบุคลากร ๓ ปี พ.ศ. ๒๕๖๗ - ๒๕๖๙",
        "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ ๒๓ ปี พ.ศ. ๒๕๖๑ - ๒๕๘๓",
        "แผนพัฒนาบุคลากร ๓ ปี ตามแผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
        "แผนพัฒนาบุคลากร ๓ ปี สอดคล้องกับยุทธศาสตร์ชาติ พ.ศ. ๒๕๖๑ - ๒๕๘๐",
        "ปฏิบัติงานมาแล้ว ๓ ปี (๒๕๖๔ - ๒๕๖๗)",
        "แผนทบทวนทุก ๓ ปี ตั้งแต่ พ.ศ. ๒๕๖๑ - ๒๕๗๐",
    ],
)
def test_correct_three_years_have_no_finding(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("ประจำปีงบประมาณ 2024", "2567"),
        ("พ.ศ. ๒๐๒๔", "๒๕๖๗"),
        ("เมื่อวันที่ 30 กันยายน 2023", "2566"),
        ("เมื่อ 30 ก.ย. 2023", "2566"),
        ("ลงวันที่ 30/9/2023", "2566"),
    ],
)
def test_common_era_years_are_found(text: str, suggestion: str) -> None:
    [found] = [one for one in check_text("draft.txt", text) if one.code == "DATE-021"]
    assert found.suggestion == suggestion


@pytest.mark.parametrize(
    "text",
    [
        "ปี ค.ศ. 2024",
        "เป้าหมายการพัฒนาที่ยั่งยืน ปี 2030",
        "มาตรฐาน ISO 9001:2015",
        "ว 2024",
        "งบประมาณ 2024 บาท",
        "โทร. ๐๔๓-๗๐๒๐๑๕",
        "ประจำปีงบประมาณ ๒๕๖๗",
    ],
)
def test_other_numbers_are_not_common_era(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"ตาม{DECREE} พ.ศ. ๒๕๕๖",
        "พระราชกฤษฎีกา ว่าด้วยหลักเกณฑ์และวิธีการ บริหารกิจการบ้านเมืองที่ดี พ.ศ. 2456",
        "พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น พ.ศ. ๒๕๔๓",
        "พ.ร.บ. ระเบียบบริหารงานบุคคลส่วนท้องถิ่น พุทธศักราช ๒๕๔๓",
    ],
)
def test_laws_with_other_year_are_found(text: str) -> None:
    assert codes(text) == ["DATE-023"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DECREE} พ.ศ. ๒๕๔๖",
        f"{DECREE} (ฉบับที่ ๒) พ.ศ. ๒๕๖๒",
        f"{DECREE} และที่แก้ไขเพิ่มเติม พ.ศ. ๒๕๖๒",
        "พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖",
        "พ.ศ. ๒๕๖๗",
    ],
)
def test_laws_with_own_year_have_no_finding(text: str) -> None:
    assert codes(text) == []


def test_law_name_ends_at_its_year() -> None:
    text = "ตามพระราชบัญญัติเทศบาล และพระราชบัญญัติสมมติ พ.ศ. ๒๔๙๖"
    assert law_named(text, text.index("พ.ศ.")) == "พระราชบัญญัติสมมติ"
    amending = "พระราชบัญญัติสมมติ (ฉบับที่ ๒) พ.ศ. ๒๕๑๐"
    assert law_named(amending, amending.index("พ.ศ.")) == ""


def test_known_laws_match_master_plan() -> None:
    documents = read_frameworks(DiskTree(PUBLISHED)).documents
    [master_plan] = [one for one in documents if one.document.id == "master-plan-2567-2569"]
    cited = {fold_for_comparison(one.title): to_arabic(one.section or "") for one in master_plan.document.cited}
    for law in KNOWN_LAWS:
        section = cited[fold_for_comparison(f"{law.name} พ.ศ. {law.year}")]
        assert section.rpartition(" ")[2] in to_arabic(law.cited_in)
        assert known_law(f"{law.name} พ.ศ.", len(law.name) + 1) is law
