"""Our own words have no line break inside a number with its unit, a day, a span of years, a compound word."""

from __future__ import annotations

import pytest

from generator.thai.unbroken import unbroken, unbroken_day, unbroken_years


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("แผน ๓ ปี ของ", "แผน ๓\u00a0ปี ของ"),
        ("รวม 3 ปี", "รวม 3\u00a0ปี"),
        ("พ.ศ. 2567 ปีถัดไป", "พ.ศ. 2567\u00a0ปีถัดไป".replace("\u00a0", " ")),
        ("วางไว้คู่กัน", "วางไว้คู่\u2060กัน"),
        ("ปีงบประมาณ สิ้นสุดแล้ว", "ปีงบประมาณ สิ้น\u2060สุดแล้ว"),
        ("ประกาศและเนื้อความของแผน", "ประกาศและเนื้อ\u2060ความของแผน"),
        ("2567–2569", "2567–\u20602569"),
        ("{{ first }}–{{ last }}", "{{ first }}–\u2060{{ last }}"),
        ("ก – ข", "ก – ข"),
        ("{{ n | count }} โครงการ", "{{ n | count }}\u00a0โครงการ"),
        ('<span class="num">{{ sum | baht }}</span> บาท', '<span class="num">{{ sum | baht }}</span>\u00a0บาท'),
        ("{{ n | count }} (ร้อยละ)", "{{ n | count }} (ร้อยละ)"),
    ],
)
def test_own_words_get_no_break_characters(text: str, kept: str) -> None:
    assert unbroken(text) == kept
    assert unbroken(kept) == kept


def test_day_gets_no_break_spaces() -> None:
    assert unbroken_day("30 กันยายน 2569") == "30\u00a0กันยายน\u00a02569"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("รอบแผน 2567-2569", "รอบแผน 2567-\u20602569"),
        ("๒๕๖๗-๒๕๖๙", "๒๕๖๗-\u2060๒๕๖๙"),
        ("043-706875", "043-706875"),
        ("2024-09-30", "2024-09-30"),
    ],
)
def test_span_of_years_with_a_hyphen_is_not_broken(text: str, kept: str) -> None:
    assert unbroken_years(text) == kept
