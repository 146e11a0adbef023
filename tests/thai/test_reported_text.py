"""A blank, a statement that there is none, and a text that states something are told apart."""

from __future__ import annotations

import pytest

from generator.thai.reported_text import Reported, reported


@pytest.mark.parametrize("text", [None, "", " ", "-", "–", " - ", "--", "...", "_", "…"])
def test_blanks_and_signs_report_nothing(text: str | None) -> None:
    assert reported(text) is Reported.NOTHING


@pytest.mark.parametrize(
    "text", ["ไม่มี", " ไม่มี ", "- ไม่มี -", "ไม่มี.", "ไม่มีปัญหา", "ไม่มีปัญหา/อุปสรรค", "ไม่พบปัญหาและอุปสรรคใด ๆ", "ไม่มีข้อเสนอแนะ"]
)
def test_a_statement_that_there_is_none(text: str) -> None:
    assert reported(text) is Reported.NONE


@pytest.mark.parametrize("text", ["ไม่มีงบประมาณ", "ไม่มีผู้สมัคร", "งบประมาณไม่พอ", "0", "ไม่", "no"])
def test_everything_else_states_something(text: str) -> None:
    assert reported(text) is Reported.SOMETHING
