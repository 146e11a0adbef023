"""Different ways of typing the same thing have the same key."""

from __future__ import annotations

import pytest

from generator.thai.searching import search_key, without_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("แผน ๒๕๖๗", "แผน 2567"),
        ("KM", "km"),
        ("ทำ", "ท\u0e4d\u0e32"),
        ("น้ำ", "น\u0e49\u0e4d\u0e32"),
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("ทำ", "ท ำ"),
        ("แผน", "เเผน"),
        ("เพื่อ", "เพ\u0e48\u0e37อ"),
        ("ที่", "ที่\u0e48"),
        ("จัดซื้อ-จัดจ้าง", "จัดซื้อ จัดจ้าง"),
        ("อบต.บางแค", "องค์การบริหารส่วนตำบลบางแค"),
        ("อบต บางแค", "องค์การบริหารส่วนตำบลบางแค"),
        ("ทต.โพนทอง อ.เชียงยืน จ.มหาสารคาม", "เทศบาลตำบลโพนทอง อำเภอเชียงยืน จังหวัดมหาสารคาม"),
        ("ผอ.กองคลัง", "ผู้อำนวยการกองคลัง"),
        ("\u200bแผน\u00ad", "แผน"),
    ],
)
def test_different_typing_has_the_same_key(one: str, other: str) -> None:
    assert search_key(one).whole == search_key(other).whole


@pytest.mark.parametrize("text", ["ทนายความ", "ทมิฬ", "ต้นไม้", "อบจนสุก", "ผอม", "อาหาร"])
def test_word_that_starts_like_an_abbreviation_is_not_expanded(text: str) -> None:
    assert search_key(text).whole == text.replace("ำ", "\u0e4d\u0e32")


def test_words_start_after_spaces_and_signs() -> None:
    key = search_key("แผน (ใหม่) ปี 2567")
    assert key.words == ("แผน", "ใหม่", "ปี", "2567")
    assert key.starts == {0, 3, 7, 9}


def test_tone_marks_can_be_left_out() -> None:
    assert without_marks(search_key("ก้าวหน้า").whole) == "กาวหนา"
