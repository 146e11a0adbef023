"""Typing errors in no list: the share found in lines of real official Thai, and texts without findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks.runner import check_text
from generator.checks.text.wrong_words import _MISSPELT as LISTED
from generator.findings import Finding
from generator.thai.misspelling import misspellings
from tests.checks.typing_lines import clean_lines, wrong_lines
from tests.steps import grows_with_its_size

FOUND_AT_LEAST = 0.7
"""Share of 300 lines; 0.78 to 0.84 when this was written, with any of five seeds."""
FALSE_AT_MOST = 1 / 200
"""Share of clean lines."""


def findings_in(text: str) -> list[Finding]:
    return [one for one in check_text("draft.txt", text) if one.code == "TEXT-130"]


def messages(text: str) -> list[str]:
    return [one.message for one in check_text("draft.txt", text) if one.code.startswith("TEXT")]


def test_most_wrong_letters_are_found() -> None:
    lines = wrong_lines(300, seed=1)
    found = [line for line in lines if set(messages(line.text)) - set(messages(line.right))]
    assert len(found) >= FOUND_AT_LEAST * len(lines), f"{len(found)} of {len(lines)}"


def test_clean_lines_have_hardly_any_finding() -> None:
    lines = clean_lines()
    alarms = [one.message for line in lines for one in findings_in(line)]
    assert len(alarms) <= FALSE_AT_MOST * len(lines), alarms


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("พัฒนาคักยภาพของบุคลากร", "พัฒนาศักยภาพของบุคลากร"),
        ("การบริหารงานบุคคงของท้องถิ่น", "การบริหารงานบุคคลของท้องถิ่น"),
        ("ปฎิทินการทำงาน", "ปฏิทินการทำงาน"),
        ("ปฏิบัติตามกฏหมาย", "ปฏิบัติตามกฎหมาย"),
        ("เพิ่มประสิทธฺภาพในการทำงาน", "เพิ่มประสิทธิภาพในการทำงาน"),
        ("ธรรมมาภิบาลในหน่วยงาน", "ธรรมาภิบาลในหน่วยงาน"),
        ("ระบบติจิทัลสมัยใหม่", "ระบบดิจิทัลสมัยใหม่"),
        ("แผนยุทธศาตร์", "แผนยุทธศาสตร์"),
        ("ทรัพยาการบุคคล", "ทรัพยากรบุคคล"),
        ("ประสิธภาพของงาน", "ประสิทธิภาพของงาน"),
        ("คักยภาพและกฏหมาย", "ศักยภาพและกฎหมาย"),
    ],
)
def test_word_near_common_one_is_repaired(wrong: str, right: str) -> None:
    assert _repaired(wrong) == right
    assert all(one.suggestion in right for one in findings_in(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "บุคลากรท้องถิ่นมีสมรรถนะและธรรมาภิบาล",
        "เทศบาลตำบลทุ่งท่าช้าง อำเภอเชียงยืน บ้านคักยภาพ",
        "นายสมชาย บุคคงดี ปลัดเทศบาล",
        "ก.พ. ก.พ.ร. มี.ค. กรกฎาค. ครม. ทปษ.",
        "โค้ดดิ้งและแพลตฟอร์มออนไลน์",
        "วิธีการหนึ่ งหรือหลายวิธี และจัดท าแผน พร้อมทั้งอ านวยความสะดวก",
        "เพ่ือประชาชน ท่ี่ดี",
    ],
)
def test_names_short_forms_and_conversion_slips_are_not_misspelt(text: str) -> None:
    assert [one.message for one in findings_in(text)] == []


@pytest.mark.parametrize("wrong", LISTED)
def test_list_has_no_slip_found_by_dictionary(wrong: str) -> None:
    right = LISTED[wrong]
    contexts = ("{}", "การ{}", "ให้มี{}ของ", "เพื่อ{}ที่ดี", "และ{} ในการ")
    repaired = [_repaired(context.format(wrong)) == context.format(right) for context in contexts]
    assert not all(repaired)


def _repaired(text: str) -> str:
    for one in reversed([*misspellings(text)]):
        text = text[: one.start] + one.meant + text[one.end :]
    return text


@pytest.mark.parametrize("letters", ["ก", "การ", "คักยภาพ", "คัก", "ประ", "มุ่", "าา", "แลแ"])
def test_time_grows_linearly(letters: str) -> None:
    def looking(size: int) -> Callable[[], object]:
        text = letters * (size // len(letters))
        return lambda: list(misspellings(text))

    assert grows_with_its_size(looking, 50_000)


def test_slip_anywhere_in_long_run_is_found_once() -> None:
    run = "การพัฒนาบุคลากร" * 40
    for at in range(0, len(run), 15):
        text = f"{run[:at]}คักยภาพ{run[at:]}"
        assert [one[:2] for one in misspellings(text)] == [(at, at + 7)]


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("มัคนายก", "มัคบายก"), ("กฐินทาน", "กฐิบทาน"), ("พุทธาภิเษก", "พุทธาภิเศก"), ("วิสัญญี", "วิสัฐญี"), ("นิติเวช", "นิติเวบ")],
)
def test_rare_word_is_suggested_if_frequent_in_document(word: str, wrong: str) -> None:
    line = f"ส่ง{wrong}เข้าอบรม"
    document = f"งาน{word}ของกอง\nให้{word}ทำหน้าที่\nงาน{word}ได้รับการอบรม\n{line}"
    assert [one.suggestion for one in findings_in(document)] == [word]
    assert findings_in(line) == []
    assert findings_in(f"{document}\n{line}\nและ{wrong}ของกอง") == [], "a word printed more than once is another word"
