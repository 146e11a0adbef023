"""Changed words of a text; the later text can always be rebuilt from the pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.history.cosmetic import cosmetic_key
from generator.words.reworded import PieceMark, word_pieces

TEXTS = st.text(st.sampled_from("กขาม่ำ ๑1a.\n"), max_size=60)


def test_a_replaced_word_is_removed_and_added() -> None:
    assert word_pieces("พัฒนาบุคลากรของเทศบาลทุกคน", "พัฒนาบุคลากรแห่งเทศบาลทุกคน") == (
        ("พัฒนาบุคลากร", PieceMark.SAME),
        ("ของ", PieceMark.REMOVED),
        ("แห่ง", PieceMark.ADDED),
        ("เทศบาลทุกคน", PieceMark.SAME),
    )


def test_differences_in_digits_and_spaces_are_ignored() -> None:
    assert word_pieces("ปี ๒๕๖๗  เดิม", "ปี 2567 ใหม่") == (
        ("ปี 2567 ", PieceMark.SAME),
        ("เดิม", PieceMark.REMOVED),
        ("ใหม่", PieceMark.ADDED),
    )


def test_equal_texts_are_one_piece() -> None:
    assert word_pieces("ข้อความ", "ข้อความ") == (("ข้อความ", PieceMark.SAME),)
    assert word_pieces("", "") == ()
    assert word_pieces("", "ใหม่") == (("ใหม่", PieceMark.ADDED),)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_rebuilt_from_the_pieces(before: str, after: str) -> None:
    pieces = word_pieces(before, after)
    assert "".join(piece.text for piece in pieces if piece.mark is not PieceMark.REMOVED) == after
    old = "".join(piece.text for piece in pieces if piece.mark is not PieceMark.ADDED)
    assert cosmetic_key(old).replace(" ", "") == cosmetic_key(before).replace(" ", "")


def test_a_word_in_the_middle_of_two_megabytes_is_found() -> None:
    half = "บุคลากรของเทศบาล " * 50_000
    changed = [piece for piece in word_pieces(half + half, f"{half}ใหม่ {half}") if piece.mark is not PieceMark.SAME]
    assert [piece.mark for piece in changed] == [PieceMark.ADDED]
    assert "ใหม่" in changed[0].text
