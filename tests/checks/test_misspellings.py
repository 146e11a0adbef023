"""Typing mistakes that no list knows: how many are found in lines of real official Thai, and what is never told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks.runner import check_text
from generator.checks.text.words import _MISSPELT as LISTED
from generator.findings import Finding
from generator.thai.misspelling import misspellings
from tests.checks.typing_lines import clean_lines, wrong_lines
from tests.steps import grows_with_its_size

FOUND_AT_LEAST = 0.7
"""Of 300 lines; 0.78 to 0.84 when this was written, with any of five seeds."""
FALSE_AT_MOST = 1 / 200
"""Of clean lines."""


def told(text: str) -> list[Finding]:
    return [one for one in check_text("draft.txt", text) if one.code == "TEXT-130"]


def messages(text: str) -> list[str]:
    return [one.message for one in check_text("draft.txt", text) if one.code.startswith("TEXT")]


def test_most_wrong_letters_are_found() -> None:
    lines = wrong_lines(300, seed=1)
    found = [line for line in lines if set(messages(line.text)) - set(messages(line.right))]
    assert len(found) >= FOUND_AT_LEAST * len(lines), f"{len(found)} of {len(lines)}"


def test_hardly_any_clean_line_is_told_of() -> None:
    lines = clean_lines()
    alarms = [one.message for line in lines for one in told(line)]
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
def test_a_word_near_a_common_one_is_told_with_it(wrong: str, right: str) -> None:
    assert _repaired(wrong) == right
    assert all(one.suggestion in right for one in told(wrong))


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
def test_names_short_forms_and_slips_of_conversion_are_not_misspelt(text: str) -> None:
    assert [one.message for one in told(text)] == []


@pytest.mark.parametrize("wrong", LISTED)
def test_the_list_has_no_slip_that_the_dictionary_tells(wrong: str) -> None:
    right = LISTED[wrong]
    contexts = ("{}", "การ{}", "ให้มี{}ของ", "เพื่อ{}ที่ดี", "และ{} ในการ")
    repaired = [_repaired(context.format(wrong)) == context.format(right) for context in contexts]
    assert not all(repaired)


def _repaired(text: str) -> str:
    for one in reversed([*misspellings(text)]):
        text = text[: one.start] + one.meant + text[one.end :]
    return text


@pytest.mark.parametrize("letters", ["ก", "การ", "คักยภาพ", "คัก", "ประ", "มุ่", "าา", "แลแ"])
def test_time_grows_with_the_text_only(letters: str) -> None:
    def looking(size: int) -> Callable[[], object]:
        text = letters * (size // len(letters))
        return lambda: list(misspellings(text))

    assert grows_with_its_size(looking, 50_000)


def test_a_slip_at_any_place_of_a_long_run_is_found_once() -> None:
    run = "การพัฒนาบุคลากร" * 40
    for at in range(0, len(run), 15):
        text = f"{run[:at]}คักยภาพ{run[at:]}"
        assert [one[:2] for one in misspellings(text)] == [(at, at + 7)]


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("มัคนายก", "มัคบายก"), ("กฐินทาน", "กฐิบทาน"), ("พุทธาภิเษก", "พุทธาภิเศก"), ("วิสัญญี", "วิสัฐญี"), ("นิติเวช", "นิติเวบ")],
)
def test_a_rare_word_may_be_meant_where_the_document_has_it_often(word: str, wrong: str) -> None:
    line = f"ส่ง{wrong}เข้าอบรม"
    document = f"งาน{word}ของกอง\nให้{word}ทำหน้าที่\nงาน{word}ได้รับการอบรม\n{line}"
    assert [one.suggestion for one in told(document)] == [word]
    assert told(line) == []
    assert told(f"{document}\n{line}\nและ{wrong}ของกอง") == [], "what stands there more than once is another word"
