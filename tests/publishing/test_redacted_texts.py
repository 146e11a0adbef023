"""A leaked text is found in every spelling, and other texts are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.publishing.redacted_texts import pattern_of, read_texts


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("1234567890121", "1-2345-67890-12-1"),
        ("1-2345-67890-12-1", "1234567890121"),
        ("1234567890121", "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑"),
        ("นายสมมุติ ไม่มีตัวตน", "นายสมมุติ\n    ไม่มีตัวตน"),
        ("บ้านคำน้ำ", "บ้านคํานํ้า"),
        ("บ้านคำน้ำ", "บ้านคำน้ํา"),
        ("สมมุติ", "สม\u200bมุติ"),
        ("Someone@Example.com", "someone@example.com"),
        ("081-234-5678", "081–2345678"),
    ],
)
def test_a_text_is_found_in_every_spelling(text: str, typed: str) -> None:
    pattern = pattern_of([text])
    assert pattern
    assert pattern.sub("", f"ก่อน {typed} หลัง") == "ก่อน  หลัง"


@pytest.mark.parametrize(("text", "other"), [("1234567890121", "91234567890121"), ("สมมุติ ก", "สมมุติก")])
def test_other_texts_stay(text: str, other: str) -> None:
    pattern = pattern_of([text])
    assert pattern
    assert not pattern.search(other)


@pytest.mark.parametrize("content", [b"", b"\n\n", "กข\n".encode(), b"\xff\xfe", b"abcd\n" * 201])
def test_an_unfit_list_is_refused_without_repeating_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(content)
    with pytest.raises(UsageError) as refused:
        read_texts(file)
    assert "abcd" not in str(refused.value)
    assert "กข" not in str(refused.value)
