"""Cells of time as plans print them: quarters, months, days, years and ticks, and cells left unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.numerals import to_thai
from generator.thai.period_cells import PeriodKind, PeriodReading, read_period, read_year_period
from generator.thai.years import Cycle, FiscalYear

YEAR = FiscalYear(2567)
CYCLE = Cycle.parse("2567-2569")
ALL = (1, 2, 3, 4)
FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
FULL = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
WORDS = st.lists(
    st.sampled_from(
        [
            "ต.ค.",
            "ม.ค.",
            "มีนาคม",
            "กย",
            "66",
            "67",
            "2567",
            "๒๕๖๘",
            "พ.ศ.",
            "ปี",
            "ปีงบประมาณ",
            "ไตรมาส",
            "ไตรมาสที่",
            "Q",
            "1",
            "๒",
            "4",
            "15",
            "31",
            "-",
            "–",
            "ถึง",
            "และ",
            ",",
            "/",
            "(",
            ")",
            "✓",
            "↔",
            "x",
            "ตลอดปี",
            "ทุกปี",
            "ครึ่งปีแรก",
            "เดือน",
            "วันที่",
            "ตั้งแต่",
            "ภายใน",
            "\n",
            " ",
            ".",
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "quarters"),
    [
        ("ไตรมาสที่ ๑-๔", ALL),
        ("✓ (ไตรมาส ๑-๒)", (1, 2)),
        ("✓ (ไตรมาสที่๑-๔)", ALL),
        ("ไตรมาสที่ 1 ไตรมาสที่ 2", (1, 2)),
        ("ไตรมาส ๑ และ ๓", (1, 3)),
        ("ไตรมาส 1, 2 และ 4", (1, 2, 4)),
        ("ไตรมาสที่ 1 ถึงไตรมาสที่ 3", (1, 2, 3)),
        ("Q1-Q4", ALL),
        ("Q1, Q3", (1, 3)),
        ("๑,๓", (1, 3)),
        ("1 2 3 4", ALL),
        ("ไตรมาส 1/2567", (1,)),
        ("ไตรมาส 1-2/67", (1, 2)),
        ("ปี 2567 ไตรมาส 1-2", (1, 2)),
        ("ไตรมาส 3 ปีงบประมาณ พ.ศ ๒๕๖๗", (3,)),
        ("ตลอดปี", ALL),
        ("ตลอดทั้งปี", ALL),
        ("ทั้งปี", ALL),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๗", ALL),
        ("ดำเนินการต่อเนื่องตลอดปี", ALL),
        ("ทุกไตรมาส", ALL),
        ("ทุกเดือน", ALL),
        ("ทั้ง 4 ไตรมาส", ALL),
        ("12 เดือน", ALL),
        ("ครึ่งปีแรก", (1, 2)),
        ("๖ เดือนหลัง", (3, 4)),
        ("ไตรมาสแรก", (1,)),
        ("ไตรมาสที่สองและไตรมาสสุดท้าย", (2, 4)),
        ("ไตรมาสที่หนึ่งถึงสี่", ALL),
        ("ไตรมาส I-III", (1, 2, 3)),
        ("ไตรมาสที่ ๒ ถึงที่ ๔", (2, 3, 4)),
        ("ครบทุกไตรมาส", ALL),
        ("- ไตรมาสที่ ๑-๓", (1, 2, 3)),
    ],
)
def test_quarters_are_read_in_the_column_of_a_year(text: str, quarters: tuple[int, ...]) -> None:
    assert read_year_period(text, YEAR) == PeriodReading(PeriodKind.QUARTERS, quarters)


@pytest.mark.parametrize(
    ("text", "quarters", "months"),
    [
        ("ม.ค.", (2,), (1,)),
        ("เดือนมีนาคม 2567", (2,), (3,)),
        ("มี.ค.-มิ.ย.", (2, 3), (3, 4, 5, 6)),
        ("มีค.-มิย.67", (2, 3), (3, 4, 5, 6)),
        ("ต.ค./2566", (1,), (10,)),
        ("ต.ค.-66 - ก.ย.-67", ALL, FISCAL_MONTHS),
        ("ต.ค. 66 - ก.ย. 67", ALL, FISCAL_MONTHS),
        ("ตุลาคม-กันยายน", ALL, FISCAL_MONTHS),
        ("ต.ค. - ธ.ค. 66", (1,), (10, 11, 12)),
        ("ธ.ค. - ก.พ. 67", (1, 2), (12, 1, 2)),
        ("ต.ค. 66 พ.ย. 66 ธ.ค. 66", (1,), (10, 11, 12)),
        ("มกราคม กุมภาพันธ์ และมีนาคม", (2,), (1, 2, 3)),
        ("ม.ค./เม.ย.", (2, 3), (1, 4)),
        ("ระหว่างเดือนมกราคม - มีนาคม 2567", (2,), (1, 2, 3)),
        ("ไตรมาส 1\nต.ค. - ธ.ค. 66", (1,), (10, 11, 12)),
        ("วันที่ ๑ ตุลาคม ๒๕๖๖ ถึงวันที่ ๓๑ ธันวาคม ๒๕๖๖", (1,), (10, 11, 12)),
        ("ตั้งแต่ ต.ค. 66 ถึง ธ.ค. 66", (1,), (10, 11, 12)),
        ("๑ ต.ค. ๖๖ – ๓๐ ก.ย. ๖๗", ALL, FISCAL_MONTHS),
        ("1/10/2566 - 31/12/2566", (1,), (10, 11, 12)),
        ("15-17 มีนาคม 2567", (2,), (3,)),
        ("วันศุกร์ที่ 15 มี.ค. 67", (2,), (3,)),
        ("กรกฏาคม", (4,), (7,)),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 66)", (1,), (10, 11, 12)),
        ("ต.ค. - ธ.ค. (ไตรมาส 1)", (1,), (10, 11, 12)),
        ("ปีงบประมาณ 2567 (ต.ค. 66 - ก.ย. 67)", ALL, FISCAL_MONTHS),
        ("✓ ม.ค.", (2,), (1,)),
    ],
)
def test_months_and_days_are_read_with_their_quarters(
    text: str, quarters: tuple[int, ...], months: tuple[int, ...]
) -> None:
    assert read_year_period(text, YEAR) == PeriodReading(PeriodKind.QUARTERS, quarters, months)


@pytest.mark.parametrize(
    "text",
    [
        "✓",
        "✔",
        "√",
        "/",
        "☑",
        "●",
        "↔",
        "→",
        "⟷",
        "←→",
        "<---->",
        "──►",
        "ü",
        "P",
        "\uf0fc",
        "(✓)",
        "2567",
        "พ.ศ.๒๕๖๗",
        "ปีงบประมาณ2567",
        "ทุกปี",
        "✓ ✓",
        "ปีงบประมาณ พ.ศ 2567",
    ],
)
def test_tick_arrow_and_year_mean_the_year_without_a_quarter(text: str) -> None:
    assert read_year_period(text, YEAR) == PeriodReading(PeriodKind.YEAR)


@pytest.mark.parametrize("text", ["-", "–", "- -", "(-)", "ไม่ดำเนินการ", "ไม่มีการดำเนินการ"])
def test_a_hyphen_means_not_run(text: str) -> None:
    assert read_year_period(text, YEAR) == read_period(text, CYCLE) == PeriodReading(PeriodKind.NOT_RUN)


@pytest.mark.parametrize("text", ["", "\n", "\u200b"])
def test_an_empty_cell_is_empty(text: str) -> None:
    assert read_year_period(text, YEAR) == read_period(text, CYCLE) == PeriodReading(PeriodKind.EMPTY)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("x", "กากบาท"),
        ("✗", "กากบาท"),
        ("ไตรมาส 5", "ไม่มีไตรมาสที่ 5"),
        ("ไตรมาส 12", "ไม่มีไตรมาสที่ 12"),
        ("4-1", "เรียงกลับกัน"),
        ("1-2-3", "รูปแบบ"),
        ("1/2567", "รูปแบบ"),  # the first quarter, or January
        ("ปี 2568", "ของปีงบประมาณ 2568 ไม่ใช่ปีงบประมาณ 2567"),
        ("ปีงบประมาณ 2567-2569", "ของปีงบประมาณ 2568, 2569"),
        ("ต.ค. 67", "ของปีงบประมาณ 2568"),
        ("ต.ค. 2567 - ธ.ค. 2567", "ของปีงบประมาณ 2568"),
        ("ม.ค. - ธ.ค.", "ข้ามปีงบประมาณ"),
        ("ต.ค. ปี 2567", "ปีปฏิทินหรือปีงบประมาณ"),
        ("ก.ย. 67 - ต.ค. 66", "เรียงกลับกัน"),
        ("ปี 2568 ม.ค. 67", "ปีที่ระบุไม่ตรงกับเดือน"),
        ("ไตรมาส 2 (ต.ค. - ธ.ค.)", "วงเล็บ"),
        ("ก.ย. ตลอดปี", "ไม่ตรงกัน"),
        ("เดือน 1-3", "รูปแบบ"),  # month numbers are not quarters
        ("วันที่ 2", "รูปแบบ"),
        ("สองไตรมาสแรก", "ถ้อยคำ"),
        ("2 ไตรมาสแรก", "รูปแบบ"),
        ("- ไตรมาสที่ ๑ - ไตรมาสที่ ๓", "รูปแบบ"),  # a range or two items
        ("31 ก.ย. 67", "เดือนกันยายนไม่มีวันที่ 31"),
        ("ต.ค. 2023", "พุทธศักราช"),
        ("ตั้งแต่ ต.ค. 66", "เพียงเวลาเริ่ม"),
        ("ต.ค. 66 เป็นต้นไป", "ถ้อยคำ"),
        ("ภายในเดือน มี.ค. 67", "ถ้อยคำ"),
        ("ประมาณ มี.ค.", "ถ้อยคำ"),
        ("ปีละ 1 ครั้ง", "ถ้อยคำ"),
        ("ตามแผน", "ถ้อยคำ"),
        ("ไม่ระบุ", "ไม่ได้ระบุ"),
        ("......", "จุด"),
        ("ก" * 301, "ยาวเกิน"),
    ],
)
def test_uncertain_cell_is_unread_with_a_reason(text: str, doubt: str) -> None:
    reading = read_year_period(text, YEAR)
    assert reading == PeriodReading(PeriodKind.UNREAD, doubt=reading.doubt)
    assert doubt in reading.doubt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ต.ค. 66 - ก.ย. 67", {2567: ALL}),
        ("ต.ค. 66 - ก.ย. 69", {2567: ALL, 2568: ALL, 2569: ALL}),
        ("ก.ค. - ธ.ค. 67", {2567: (4,), 2568: (1,)}),
        ("ต.ค. พ.ย. ธ.ค. 66", {2567: (1,)}),
        ("ไตรมาส 1/2567", {2567: (1,)}),
        ("ไตรมาส 4/2567 - ไตรมาส 1/2568", {2567: (4,), 2568: (1,)}),
        ("ไตรมาส 2 (ม.ค. - มี.ค. 2568)", {2568: (2,)}),
        ("ปี 2567 ไตรมาส 1-2", {2567: (1, 2)}),
        ("ปี 2567 ไตรมาส 1 ปี 2568 ไตรมาส 3", {2567: (1,), 2568: (3,)}),
        ("ไตรมาส 1 ปี 2567 และไตรมาส 3 ปี 2568", {2567: (1,), 2568: (3,)}),
        ("ไตรมาส 1 ของทุกปี", {2567: (1,), 2568: (1,), 2569: (1,)}),
        ("ตลอดปี", {2567: ALL, 2568: ALL, 2569: ALL}),
        ("ตลอดปีงบประมาณ 2567 - 2568", {2567: ALL, 2568: ALL}),
        ("ปีงบประมาณ 2567-2569", {2567: (), 2568: (), 2569: ()}),
        ("2567, 2569", {2567: (), 2569: ()}),
        ("ทุกปี", {2567: (), 2568: (), 2569: ()}),
    ],
)
def test_cell_for_the_whole_project_is_read_by_year(text: str, shown: dict[int, tuple[int, ...]]) -> None:
    readings = read_period(text, CYCLE)
    assert isinstance(readings, dict)
    assert {year.be: reading.quarters for year, reading in readings.items()} == shown
    assert all((reading.kind is PeriodKind.YEAR) == (not reading.quarters) for reading in readings.values())


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("✓", "ปีใด"),
        ("ไตรมาส 1", "ปีใด"),
        ("มี.ค.-มิ.ย.", "ปีใด"),
        ("ต.ค., ม.ค. 67", "ปีใด"),
        ("ม.ค. 67 ปี 2568 ตลอดปี", "ปีของเวลาใด"),
        ("ทุกปี มีนาคม 67", "ทุกปี"),
        ("ปี 2570", "นอกรอบแผน"),
        ("ต.ค. 68 - ธ.ค. 69", "นอกรอบแผน"),
    ],
)
def test_cell_without_a_certain_year_is_unread(text: str, doubt: str) -> None:
    reading = read_period(text, CYCLE)
    assert isinstance(reading, PeriodReading)
    assert reading.kind is PeriodKind.UNREAD
    assert doubt in reading.doubt


@given(st.integers(1, 12), st.sampled_from([SHORT, FULL]), st.booleans())
def test_a_month_lies_in_its_quarter_with_its_calendar_year_or_without(
    month: int, names: list[str], with_year: bool
) -> None:
    be = YEAR.be - (month >= 10)
    text = to_thai(f"{names[month - 1]} {be}") if with_year else names[month - 1]
    assert read_year_period(text, YEAR) == PeriodReading(PeriodKind.QUARTERS, ((month - 10) % 12 // 3 + 1,), (month,))


@given(st.integers(0, 11), st.integers(0, 11))
def test_a_range_of_months_is_every_month_between(first: int, last: int) -> None:
    first, last = sorted((first, last))
    months = FISCAL_MONTHS[first : last + 1]
    reading = read_year_period(f"{SHORT[months[0] - 1]} - {SHORT[months[-1] - 1]}", YEAR)
    assert reading.months == (months if first < last else months[:1])
    assert reading.quarters == tuple(sorted({order // 3 + 1 for order in range(first, last + 1)}))


@given(st.text() | WORDS)
def test_any_text_is_read_and_what_is_unread_has_a_reason(text: str) -> None:
    whole = read_period(text, CYCLE)
    for reading in (read_year_period(text, YEAR), *(whole.values() if isinstance(whole, dict) else (whole,))):
        assert (reading.kind is PeriodKind.UNREAD) == bool(reading.doubt)
        assert (reading.kind is PeriodKind.QUARTERS) == bool(reading.quarters)
        assert set(reading.quarters) <= set(ALL)
        if reading.months:
            assert {(month - 10) % 12 // 3 + 1 for month in reading.months} <= set(reading.quarters)


@given(WORDS)
def test_how_blanks_are_made_does_not_change_the_reading(text: str) -> None:
    spaced = text.replace(" ", " \u00a0\n\u200b ")
    assert read_year_period(f"\n{spaced} ", YEAR) == read_year_period(text, YEAR)
    assert read_period(f"\n{spaced} ", CYCLE) == read_period(text, CYCLE)
