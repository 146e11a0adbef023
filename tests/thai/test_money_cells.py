"""Cells of money as plans print them: the reading of each, and uncertain ones left unread."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.money_cells import MoneyKind, MoneyPer, MoneyReading, read_money
from generator.thai.money_words import whole_number_in_words
from generator.thai.numerals import Digits, format_baht

DIGITS = st.sampled_from(["arabic", "thai"])
WHOLE = st.integers(0, 10**12)
UNITS = st.sampled_from(["", " บาท", "บาท", ".- บาท", ".-", " .-", "฿", " บ.", " บาทถ้วน", " Baht", ".– บาท"])
# Words found in cells, so that the properties test the grammar and not only noise.
WORDS = st.lists(
    st.sampled_from(
        [
            "50,000",
            "๒๐,๐๐๐",
            "3",
            "67",
            "2567",
            "บาท",
            "ถ้วน",
            ".-",
            "-",
            "(",
            ")",
            "ไม่",
            "ใช้",
            "ได้",
            "มี",
            "งบประมาณ",
            "งบ",
            "ประมาณ",
            "ไม่เกิน",
            "ปีละ",
            "คนละ",
            "/คน",
            "ต่อปี",
            "3 ปี",
            "รวม",
            "หนึ่งแสน",
            "ล้าน",
            "แสน",
            "ห้า",
            "สตางค์",
            "งบกลาง",
            "ของ",
            "อบต.",
            "จาก",
            "ตาม",
            "จ่ายจริง",
            "ข้อบัญญัติ",
            "โครงการละ",
            "x",
            "o",
            "✓",
            "…",
            "\n",
            " ",
            ",",
            "/",
            "=",
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "baht"),
    [
        ("๖๐,๐๐๐", "60000"),
        ("๑๐๐,๐๐๐.- บาท", "100000"),
        ("๑๐๐,๐๐๐฿", "100000"),
        ("฿ 100,000", "100000"),
        ("60,000 บ.", "60000"),
        ("60,000 Baht", "60000"),
        ("บาท 30,000", "30000"),
        ("50,000-", "50000"),
        ("50,000.", "50000"),
        ("๖๐,๐๐๐.๐๐ บาท", "60000"),
        ("50,000 บาท 50 สตางค์", "50000.50"),
        ("2 ล้านบาท", "2000000"),
        ("๒.๕ ล้าน", "2500000"),
        ("12.345 ล้านบาท", "12345000"),
        ("1 ล้าน 5 แสนบาท", "1500000"),
        ("๕ หมื่นบาท", "50000"),
        ("3 พันบาทถ้วน", "3000"),
        ("งบประมาณ 50,000 บาท", "50000"),
        ("รวมเป็นเงินทั้งสิ้น 50,000 บาท", "50000"),
        ("จำนวนเงิน ๕๐,๐๐๐.-", "50000"),
        ("(30,000 บาท)", "30000"),
        ("50,000*", "50000"),
        ("0", "0"),
    ],
)
def test_a_plain_amount_is_read_with_any_unit(text: str, baht: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.AMOUNT, Decimal(baht))
    assert str(read_money(text).amount_baht) == baht


@pytest.mark.parametrize(
    ("text", "baht", "in_words"),
    [
        ("๑๐๐,๐๐๐.- บาท (หนึ่งแสนบาทถ้วน)", "100000", "100000"),
        ("๓๗๘,๒๓๐ (สามแสนเจ็ดหมื่นแปดพันสองร้อยสามสิบบาทถ้วน)", "378230", "378230"),
        ("๕๐,๐๐๐ บาท (-ห้าหมื่นบาทถ้วน-)", "50000", "50000"),
        ("(ห้าหมื่นบาทถ้วน) 50,000", "50000", "50000"),
        ("100,000 หนึ่งแสนบาทถ้วน", "100000", "100000"),
        ("50,000 บาท (หกหมื่นบาทถ้วน)", "50000", "60000"),  # both are returned, so that a rule can compare them
        ("หนึ่งแสนบาทถ้วน", "100000", "100000"),
        ("(สองหมื่นห้าพันบาท)", "25000", "25000"),
        ("สองหมื่นห้าพันบาทห้าสิบสตางค์", "25000.50", "25000.50"),
        ("สิบล้านบาทถ้วน", "10000000", "10000000"),
        ("สองแสนห้า บาทถ้วน", "200005", "200005"),
    ],
)
def test_amount_in_words_is_read_beside_figures_and_alone(text: str, baht: str, in_words: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.AMOUNT, Decimal(baht), in_words_baht=Decimal(in_words))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("ปีละ ๕๐,๐๐๐", MoneyPer.YEAR),
        ("50,000 บาท/ปี", MoneyPer.YEAR),
        ("๕๐,๐๐๐ บาท ต่อปีงบประมาณ", MoneyPer.YEAR),
        ("50,000 ทุกปี", MoneyPer.YEAR),
        ("3 ปี ๆ ละ 50,000 บาท", MoneyPer.YEAR),
        ("รวม ๓ ปี 50,000", MoneyPer.CYCLE),
        ("50,000 บาท/3 ปี", MoneyPer.CYCLE),
        ("50,000 (ตลอดทั้งแผน)", MoneyPer.CYCLE),
        ("50,000 บาท/คน", MoneyPer.PERSON),
        ("คนละ 50,000 บาท", MoneyPer.PERSON),
        ("รายละ ๕๐,๐๐๐.-", MoneyPer.PERSON),
        ("50,000 บาทต่อคนต่อปี", MoneyPer.PERSON),
        ("ครั้งละ 50,000", MoneyPer.TIME),
        ("เดือนละ 50,000", MoneyPer.MONTH),
        ("ไตรมาสละ 50,000", MoneyPer.QUARTER),
        ("รุ่นละ 50,000 บาท", MoneyPer.GROUP),
        ("50,000/หลักสูตร", MoneyPer.COURSE),
        ("หมู่บ้านละ 50,000 บาท", MoneyPer.OFFICE),
    ],
)
def test_amount_per_unit_has_its_unit(text: str, per: MoneyPer) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.AMOUNT, Decimal(50000), per)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("๓๐,๐๐๐\n(ตั้งไว้ในข้อบัญญัติ)", "ตั้งไว้ในข้อบัญญัติ"),
        ("งบกลาง 30,000 บาท", "งบกลาง"),
        ("๓๐,๐๐๐ บาท (แผนงานบริหารงานทั่วไป)", "แผนงานบริหารงานทั่วไป"),
        ("30,000 บาท จากงบกลาง", "จากงบกลาง"),
        ("งบ อบต. 30,000 บาท", "งบ อบต."),
        ("30,000 (ข้อบัญญัติปี 2567)", "ข้อบัญญัติปี 2567"),
        ("30,000 บาท โดยเบิกจ่ายจากต้นสังกัด", "โดยเบิกจ่ายจากต้นสังกัด"),
    ],
)
def test_source_beside_an_amount_is_kept_as_printed(text: str, source: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.AMOUNT, Decimal(30000), source=source)


@pytest.mark.parametrize(
    "text",
    [
        "ไม่ใช้งบประมาณ",
        "ไม่ได้ใช้งบประมาณ",
        "ไม่ขอใช้งบประมาณ",
        "ไม่ต้องใช้งบประมาณในการดำเนินการ",
        "ไม่จำเป็นต้องใช้งบประมาณ",
        "ไม่ใช้จ่ายงบประมาณ",
        "ไม่ใช้เงินงบประมาณ",
        "ไม่ใช้งบ",
        "ไม่ใช้ งปม.",
        "ไม่มีการใช้งบประมาณ",
        "ไม่มีค่าใช้จ่ายใด ๆ ทั้งสิ้น",
        "ไม่เสียค่าใช้จ่าย",
        "ไม่คิดค่าใช้จ่าย",
        "ไม่มีงบประมาณ",
        "ไม่มี",
        "มิได้ใช้งบประมาณ",
        "ดําเนินการโดยไม่ใช้งบประมาณ",  # sara am in two parts
        "ไม่ใช้งบประมาณของ อบต.",
        "ไม่ได้ตั้งงบประมาณไว้",
        "ไม่ ใช้งบ\nประมาณ",
        "(ไม่ใช้งบประมาณ)",
        "✓ ไม่ใช้งบประมาณ",
        "- ไม่ใช้งบประมาณ -",
        "ไม่ใช้งบประมาณ.",
        "ไม่ใช้งบประมาณ / ไม่มีค่าใช้จ่าย",
        "0 บาท (ไม่ใช้งบประมาณ)",
        "ฟรี",
        "No budget",
    ],
)
def test_every_wording_of_no_budget_is_read(text: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.NO_BUDGET)


@pytest.mark.parametrize(
    "text",
    [
        "งบกลาง",
        "งบกลาง (เงินสำรองจ่าย)",
        "งบท้องถิ่น",
        "แผนงานบริหารงานทั่วไป",
        "งบประมาณรายจ่ายเพิ่มเติม",
        "งบประมาณของ อบต.",
        "งบประมาณของ อบต.นาดี",
        "งบ อปท.",
        "เบิกจ่ายจากต้นสังกัด",
        "จ่ายตามจริง",
        "ตามที่จ่ายจริง",
        "เบิกจ่ายได้ตามที่จ่ายจริง",
        "ตามค่าใช้จ่ายที่เกิดขึ้นจริง",
        "ตั้งจ่ายตามข้อบัญญัติ",
        "ตามเทศบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ. ๒๕๖๗",
        "ตามข้อบัญญัติ 2567",  # a year, not an amount
        "ค่าใช้จ่ายตามหลักสูตรกำหนด",
        "ตามค่าลงทะเบียน",
        "ตามระเบียบกระทรวงมหาดไทย",
        "ตามงบประมาณที่ได้รับจัดสรร",
        "หน่วยงานผู้จัด",
        "กรมส่งเสริมฯ",
        "เงินอุดหนุนเฉพาะกิจ",
        "เงินรายได้ของเทศบาล",
        "เงินสะสม",
        "จากกองทุนหลักประกันสุขภาพ",
        "ขอรับการสนับสนุนจาก อบจ.",
        "ของบประมาณจากจังหวัด",
        "เทศบาลตำบลสามพร้าว",
    ],
)
def test_source_without_an_amount_is_kept_as_printed(text: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.SOURCE, source=text)


@pytest.mark.parametrize("text", ["-", "–", "—", "- -", "(-)", "...", "…………", "-บาท", ".- บาท", "__"])
def test_sign_in_place_of_an_amount_is_a_dash(text: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.DASH)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b"])
def test_empty_cell_is_empty_and_not_a_dash(text: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.EMPTY)


@pytest.mark.parametrize("text", ["ไม่ระบุ", "เอกสารไม่ระบุ", "ไม่ได้ระบุงบประมาณ", "(ไม่ปรากฏ)", "N/A"])
def test_words_for_not_stated_are_read_as_not_stated(text: str) -> None:
    assert read_money(text) == MoneyReading(MoneyKind.NOT_STATED)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ประมาณ 50,000 บาท", "เป็นจำนวนโดยประมาณ"),
        ("งบประมาณประมาณ 50,000 บาท", "เป็นจำนวนโดยประมาณ"),
        ("ไม่เกิน 50,000 บาท", "เป็นจำนวนโดยประมาณ"),
        ("ภายในวงเงิน 50,000 บาท", "เป็นจำนวนโดยประมาณ"),
        ("10,000-20,000", "เป็นจำนวนโดยประมาณ"),
        ("๑๐,๐๐๐ ถึง ๒๐,๐๐๐ บาท", "เป็นจำนวนโดยประมาณ"),
        ("2-3 ล้านบาท", "เป็นจำนวนโดยประมาณ"),
        ("50,000 ขึ้นไป", "เป็นจำนวนโดยประมาณ"),
        ("100,000 บาทเศษ", "เป็นจำนวนโดยประมาณ"),
        ("๓๐,๐๐", "เครื่องหมายจุลภาคไม่ได้คั่นทุกสามหลัก"),
        ("1,00,000 บาท", "เครื่องหมายจุลภาคไม่ได้คั่นทุกสามหลัก"),
        ("100.000", "มีทศนิยมเกินสองตำแหน่ง"),
        ("9" * 16, "มีตัวเลขเกิน 15 หลัก"),
        ("-100,000", "เป็นจำนวนติดลบ"),
        ("(500)", "เป็นจำนวนติดลบ"),
        ("๑oo,๐๐๐", "มีสิ่งอื่นปนอยู่กับตัวเลข (ตัวอักษร “oo”)"),
        ("200, 000", "มีช่องว่างอยู่กลางจำนวน"),
        ("30,000\n20,000", "มีหลายจำนวน"),
        ("50,000 x 2", "มีหลายจำนวน"),
        ("100,000 (งบ 2566 50,000)", "มีหลายจำนวน"),
        ("ปีละ 30,000 บาท รวม 90,000 บาท", "มีหลายจำนวน"),
        ("โครงการละ 50,000", "เป็นจำนวนต่อโครงการ"),
        ("รวม 2 ปี 60,000 บาท", "เป็นจำนวนรวมของหลายปี"),
        ("ค่าลงทะเบียน 3,900 บาท", "เป็นค่าใช้จ่ายบางรายการ"),
        ("50,000 บาท (ปี 2566)", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("กองคลัง 50,000", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("30 คน", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("ปีละ 1 ครั้ง", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("50,000 งบ 2567", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("งบกลาง 3", "มีสิ่งอื่นปนอยู่กับตัวเลข"),
        ("1) 50,000", "มีหลายจำนวน"),
        ("67) ต่อปี", "วงเล็บไม่ครบคู่"),
        ("แสนบาท", "อ่านจำนวนเงินที่เขียนเป็นตัวหนังสือไม่ได้"),
        ("แสนห้า", "อ่านจำนวนเงินที่เขียนเป็นตัวหนังสือไม่ได้"),
        ("สองสองแสนบาทถ้วน", "อ่านจำนวนเงินที่เขียนเป็นตัวหนังสือไม่ได้"),
        ("ไม่ใช้งบประมาณเกิน 50,000", "มีคำปฏิเสธหรือเงื่อนไขอยู่กับจำนวน"),
        ("ไม่ใช้งบประมาณของ อบต. ใช้งบของ สปสช.", "ไม่มีจำนวนเงิน"),
        ("งบประมาณไม่เพียงพอ", "ไม่มีจำนวนเงิน"),
        ("ยังไม่มีงบประมาณ", "ไม่มีจำนวนเงิน"),
        ("ใช้งบประมาณ", "ไม่มีจำนวนเงิน"),
        ("ตามความเหมาะสม", "ไม่มีจำนวนเงิน"),
        ("☐ ไม่ใช้งบประมาณ", "ไม่มีจำนวนเงิน"),
        ("✓", "ไม่มีจำนวนเงิน"),
        ("ก" * 301, "ยาวเกิน"),
    ],
)
def test_uncertain_cell_is_unread_with_a_reason(text: str, doubt: str) -> None:
    reading = read_money(text)
    assert reading == MoneyReading(MoneyKind.UNREAD, doubt=reading.doubt)
    assert reading.doubt.startswith(doubt)


@given(WHOLE, DIGITS, UNITS)
def test_an_amount_shown_is_read_back_with_any_unit(baht: int, digits: Digits, unit: str) -> None:
    shown = f"{format_baht(Decimal(baht), digits)}{unit}"
    assert read_money(shown) == MoneyReading(MoneyKind.AMOUNT, Decimal(baht))


@given(st.integers(1, 10**9))
def test_an_amount_spelled_out_is_read_back(baht: int) -> None:
    from pythainlp.util import num_to_thaiword

    words = num_to_thaiword(baht)
    assert whole_number_in_words(words, exact=True) == baht
    reading = read_money(f"{baht:,} บาท ({words}บาทถ้วน)")
    assert reading == MoneyReading(MoneyKind.AMOUNT, Decimal(baht), in_words_baht=Decimal(baht))


@given(st.text() | WORDS)
def test_any_text_is_read_and_what_is_unread_has_a_reason(text: str) -> None:
    reading = read_money(text)
    assert (reading.kind is MoneyKind.UNREAD) == bool(reading.doubt)
    assert (reading.kind is MoneyKind.AMOUNT) == (reading.amount_baht is not None)
    if reading.amount_baht is None:
        assert (reading.per, reading.in_words_baht) == (MoneyPer.NOTHING, None)
    else:
        assert reading.amount_baht >= 0
    assert bool(reading.source) or reading.kind is not MoneyKind.SOURCE


@given(WORDS)
def test_how_blanks_are_made_does_not_change_the_reading(text: str) -> None:
    spaced = text.replace(" ", " \u00a0\n\u200b ")
    assert read_money(f"\n{spaced} ") == read_money(text)


@pytest.mark.parametrize("text", ["\u0e48\u0e34 \u0e47", "\u0e47", " \u0e34 "])
def test_marks_without_letters_are_words(text: str) -> None:
    assert read_money(text).kind is MoneyKind.UNREAD
