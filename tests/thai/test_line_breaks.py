"""Text is cut between two Thai words, never inside one."""

from __future__ import annotations

import pytest

from generator.thai.line_breaks import last_word_end


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("โครงการฝึกอบรมพนักงานส่วนตำบล", 20, "โครงการฝึกอบรม"),
        ("การพัฒนาคุณธรรมจริยธรรม", 10, "การพัฒนา"),
        ("อบรม Digital Government", 11, "อบรม "),
        ("ปีงบประมาณ ๒๕๖๗", 13, "ปีงบประมาณ "),
        ("อบรม", 4, "อบรม"),
        ("", 5, ""),
    ],
)
def test_a_cut_is_after_a_word(text: str, most: int, kept: str) -> None:
    assert text[: last_word_end(text, most)] == kept


def test_a_text_of_one_word_has_no_place_for_a_cut() -> None:
    assert last_word_end("ประชาธิปไตย", 6) == 0
