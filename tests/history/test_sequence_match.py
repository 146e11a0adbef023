"""Common parts of two sequences: nothing lost, nothing twice, and linear time for hostile input."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.history.sequence_match import match_sequences


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_stretches_have_every_item_once_and_in_order(before: list[int], after: list[int]) -> None:
    stretches = match_sequences(before, after)
    assert [at for stretch in stretches for at in stretch.before] == list(range(len(before)))
    assert [at for stretch in stretches for at in stretch.after] == list(range(len(after)))
    for stretch in stretches:
        if stretch.is_same:
            same = [
                [items[at] for at in places] for items, places in ((before, stretch.before), (after, stretch.after))
            ]
            assert same[0] == same[1]


def test_an_inserted_item_is_the_only_difference() -> None:
    before = [f"ข้อ {number}" for number in range(1_000)]
    stretches = match_sequences(before, [*before[:500], "ใหม่", *before[500:]])
    assert [stretch.after for stretch in stretches if not stretch.is_same] == [range(500, 501)]


def test_long_sequences_without_anchors_are_not_compared_item_by_item() -> None:
    before, after = ["ก", "ข"] * 50_000, ["ข", "ก"] * 50_000
    assert [stretch.is_same for stretch in match_sequences(before, after)] == [False]


def test_a_reversed_sequence_keeps_one_item() -> None:
    stretches = match_sequences(range(1_000), range(999, -1, -1))
    assert sum(len(stretch.before) for stretch in stretches if stretch.is_same) == 1
