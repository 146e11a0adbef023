"""Dictionary order: the Royal Institute's rules one by one, and a total order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.sorting import thai_sort_key

THAI = st.text(alphabet="กขนหเแไาิ็่้์ํำฯๆ๑1 aB")


def _in_order(*words: str) -> bool:
    shuffled = list(words)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - not for secrets
    return sorted(shuffled, key=thai_sort_key) == list(words)


@pytest.mark.parametrize(
    "words",
    [
        ("กา", "เกาะ", "ไก่", "ขา", "เขา"),  # a leading vowel counts after its consonant
        ("เกง", "เก็ง", "เก่ง", "เก้ง", "เก๋ง", "เกณฑ์"),  # marks count only if the letters are equal
        ("หนาที่", "หนาที้", "หน่าที่", "หน้าที่"),  # the first position where the marks differ decides
        ("กก", "กก้", "ก้ก"),
        ("การ", "การณ์", "การะ"),
        ("ต่าง", "ต่างๆ", "ต่างกัน"),
        ("กรม", "กรรม", "กฤษ", "กลม"),  # ru after ro ruea
        ("หมู่ 9", "หมู่ ๑๐", "หมู่ 11"),  # numbers by value
        ("โพน ทอง", "โพนทอง"),
        ("2567", "LPA", "กก"),
    ],
)
def test_words_sort_as_in_the_dictionary(words: tuple[str, ...]) -> None:
    assert _in_order(*words)


def test_provinces_sort_as_in_pythainlp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import provinces
    from pythainlp.util import collate

    names = sorted(str(name) for name in provinces())
    assert len(names) == 77
    assert sorted(names, key=thai_sort_key) == collate(names)


def test_a_split_sara_am_does_not_move_a_word() -> None:
    assert _in_order("น\u0e49\u0e32", "น\u0e4d\u0e49\u0e32ก", "น\u0e49\u0e33ข")


@given(st.lists(THAI), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_before(words: list[str], chance: random.Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=thai_sort_key) == sorted(words, key=thai_sort_key)


@given(THAI, THAI)
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (thai_sort_key(one) == thai_sort_key(other)) == (one == other)


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert thai_sort_key(text)[2] == text
