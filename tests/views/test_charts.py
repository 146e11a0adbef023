"""Charts show what their tables show: lengths in proportion, nothing lost, no chart of a single value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.charts import MOST_BARS, WIDTH, bar_chart, share_chart, share_label

AMOUNTS = [("ก", Decimal(470_000)), ("ข", Decimal(57_000)), ("ค", Decimal(0))]


def test_the_longest_bar_fills_the_drawing_and_zero_has_no_bar() -> None:
    chart = bar_chart(AMOUNTS)
    assert chart
    assert [bar.length for bar in chart.bars] == [WIDTH, 43, 0]
    assert (chart.total, chart.count, chart.others, chart.largest.label) == (527_000, 3, 0, "ก")


@pytest.mark.parametrize("values", [[], AMOUNTS[:1], [("ก", Decimal(0)), ("ข", Decimal(0))]])
def test_values_that_cannot_be_compared_have_no_chart(values: list[tuple[str, Decimal]]) -> None:
    assert bar_chart(values) is None


def test_of_many_values_the_largest_keep_their_order_and_others_share_a_bar() -> None:
    chart = bar_chart([(str(number), Decimal(number)) for number in (3, 9, 1, 8, 7, 2, 6, 5, 4)])
    assert chart
    assert [bar.label for bar in chart.bars] == ["9", "8", "7", "6", "5", "4", ""]
    assert (chart.bars[-1].value, chart.others, chart.largest.label) == (6, 3, "9")


def test_a_label_is_never_cut_between_a_letter_and_its_mark() -> None:
    chart = bar_chart([("ก" * 28 + "ที่ยาวกว่าที่แสดงได้", Decimal(1)), ("ข", Decimal(1))])
    assert chart
    assert chart.bars[0].label == "ก" * 28 + "…"


def test_a_label_is_cut_between_two_words() -> None:
    chart = bar_chart([("พัฒนาสมรรถนะบุคลากรให้มีความรู้ความสามารถ", Decimal(1)), ("ข", Decimal(1))])
    assert chart
    assert chart.bars[0].label == "พัฒนาสมรรถนะบุคลากรให้…"
    assert share_label("โครงการฝึกอบรมคุณธรรมจริยธรรม") == "โครงการฝึกอบรมคุณธรรม…"


@given(st.lists(st.decimals(0, 10**12, places=2), min_size=2, max_size=40))
def test_no_bar_leaves_the_drawing_and_nothing_is_lost(amounts: list[Decimal]) -> None:
    chart = bar_chart((str(place), amount) for place, amount in enumerate(amounts))
    if chart is None:
        assert not any(amounts)
        return
    assert len(chart.bars) <= MOST_BARS
    assert all(0 <= bar.length <= WIDTH for bar in chart.bars)
    assert sum(bar.value for bar in chart.bars) == chart.total == sum(amounts)


def test_of_many_parts_the_largest_keep_their_order_and_others_share_one() -> None:
    chart = share_chart([("ก", 1), ("ข", 9), ("ค", 0), ("ง", 2), ("จ", 8), ("ฉ", 7)])
    assert chart
    assert [(share.kind, share.value) for share in chart.shares] == [("ข", 9), ("จ", 8), ("ฉ", 7), ("", 3)]
    assert (chart.total, chart.others, chart.largest.kind) == (27, 2, "ข")
    assert chart.parts == (("ก", 1), ("ข", 9), ("ง", 2), ("จ", 8), ("ฉ", 7)), "the table has them all"


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=12))
def test_shares_fill_the_whole_bar(counts: list[int]) -> None:
    chart = share_chart([(str(place), count) for place, count in enumerate(counts)])
    if chart is None:
        assert sum(map(bool, counts)) < 2
        return
    assert chart.shares[0].start == 0
    assert sum(share.length for share in chart.shares) == WIDTH
    assert [share.start for share in chart.shares[1:]] == [share.start + share.length for share in chart.shares[:-1]]
