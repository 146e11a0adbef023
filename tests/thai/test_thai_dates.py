"""Dates as offices write them: accepted and refused texts, and round trips."""

from __future__ import annotations

import datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.dates import BE_MINUS_CE, format_thai_date, parse_thai_date
from generator.thai.numerals import Digits, to_thai

DAYS = st.dates(datetime.date(2400 - BE_MINUS_CE, 1, 1), datetime.date(2700 - BE_MINUS_CE, 12, 31))
SHORT_YEAR_DAYS = st.dates(datetime.date(2500 - BE_MINUS_CE, 1, 1), datetime.date(2599 - BE_MINUS_CE, 12, 31))
DIGITS = st.sampled_from(["arabic", "thai"])
STYLES = st.sampled_from(["full", "short"])

FULL = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
SPOKEN = "มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา สิงหา กันยา ตุลา พฤศจิกา ธันวา"


@pytest.mark.parametrize(
    "text",
    [
        "๓๐ กันยายน พ.ศ. ๒๕๖๖",
        "30 กันยายน 2566",
        "30 กันยายน พุทธศักราช 2566",
        "30 ก.ย. 2566",
        "30 ก.ย. 66",
        "30ก.ย.66",
        "30 ก. ย. 2566",
        "30 กย 2566",
        "๓๐ เดือน กันยายน พ.ศ. ๒๕๖๖",
        "๓๐ เดือนกันยายน พ.ศ.๒๕๖๖",
        "วันที่ 30 ก.ย. 2566",
        "ลงวันที่ ๓๐ กันยายน ๒๕๖๖",
        "ณ วันที่ ๓๐ กันยายน ๒๕๖๖",
        "เมื่อวันที่ 30 กันยายน 25๖๖",
        "30 กันยายน พ.ศ 2566",
        "30 กันยายน พศ 2566",
        "30 กันยายน พ ศ. ๒๕๖๖",
        "30 กันยายน พ . ศ . 2566",
        "๓๐ กันยายน ปี พ.ศ. ๒๕๖๖",
        "วันเสาร์ที่ ๓๐ กันยายน ๒๕๖๖",
        "วัน เสาร์ ที่ ๓๐ เดือนกันยายน พ.ศ ๒๕๖๖",
        "เมื่อวันเสาร์ที่ 30 ก.ย. 66",
        "เสาร์ 30 ก.ย. 66",
        "2566-09-30",
        "๒๕๖๖-๐๙-๓๐",
        "30/9/2566",
        "30-09-2566",
        "30.9.2566",
        "๓๐ / ๐๙ / ๖๖",
        "2566/09/30",
        "30-ก.ย.-66",
        "30/ก.ย./2566",
        "๓๐ เดือน ๙ พ.ศ. ๒๕๖๖",
        "ประกาศ ณ วันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๖",
        "ตั้งแต่วันที่ ๓๐ กันยายน ๒๕๖๖ เป็นต้นไป",
        "ครั้งที่ ๙/๒๕๖๖ เมื่อวันที่ ๓๐ กันยายน ๒๕๖๖",
        "30 กันยายน 2566 เวลา 09.30 น.",
        "(30 กันยายน 2566)",
        "2566-09-30 00:00:00",
        " 30\u00a0กันยายน\u200b 2566 ",
    ],
)
def test_date_as_officers_write_it_is_read(text: str) -> None:
    assert parse_thai_date(text) == datetime.date(2023, 9, 30)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("๒ เดือน ตุลาคม พ.ศ. ๒๕๖๖", "2023-10-02"),
        ("๙ / ๑๐ / ๖๖", "2023-10-09"),
        ("6 พ.ย. ๒๕๖๑", "2018-11-06"),
        ("29 ก.พ. 2567", "2024-02-29"),
        ("31 ธ.ค. 2566", "2023-12-31"),
        ("๑ กรกฏาคม ๒๕๖๖", "2023-07-01"),
        ("1 พ.ค. พ.ศ. 2566", "2023-05-01"),
    ],
)
def test_dates_of_real_documents_are_read(text: str, iso: str) -> None:
    assert parse_thai_date(text) == datetime.date.fromisoformat(iso)


@pytest.mark.parametrize("names", [FULL, SHORT, SHORT.replace(".", ""), SPOKEN])
def test_every_month_is_read_in_every_form(names: str) -> None:
    months = [parse_thai_date(f"1 {name} 2567").month for name in names.split()]
    assert months == list(range(1, 13))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 ก.ย. 2566", "เดือนกันยายนมี 30 วัน ไม่มีวันที่ 31"),
        ("29 ก.พ. 2566", "2566 ไม่ใช่ปีอธิกสุรทิน"),
        ("30 ก.พ. 2567", "เดือนกุมภาพันธ์มี 29 วัน"),
        ("0 ก.ย. 2566", "ไม่มีวันที่ 0"),
        ("1/13/2566", "ไม่มีเดือนที่ 13"),
        ("1/0/2566", "ไม่มีเดือนที่ 0"),
        ("30 กันยยาน 2566", "อาจหมายถึงกันยายน"),
        ("1 พ.ศ. 2566", "ไม่มีเดือนชื่อ"),
        ("2023-09-30", r"คริสต์ศักราช.*พ\.ศ\. 2566"),
        ("30 กันยายน 2023", "คริสต์ศักราช"),
        ("30 กันยายน ค.ศ. 2023", "คริสต์ศักราช"),
        ("วันศุกร์ที่ 30 กันยายน 2566", "วันนั้นเป็นวันเสาร์ ไม่ใช่วันศุกร์"),
        ("30 กันยายน 1000", "นอกช่วง"),
        ("30 กันยายน 2999", "นอกช่วง"),
        ("09-10-66", "รูปแบบ"),  # could start with the year
        ("30 กันยายน 566", "รูปแบบ"),
        ("30/9-2566", "รูปแบบ"),
        ("25-30 กันยายน 2566", "รูปแบบ"),
        ("ภายในวันที่ 30 ก.ย. 2566", "รูปแบบ"),
        ("25 เดือน 13 พ.ศ. 2566", "ไม่มีเดือนที่ 13"),
        ("กันยายน 2566", "รูปแบบ"),
        ("๓๐ กันยายน ๒๕๖o", "รูปแบบ"),
        ("", "ไม่มีข้อความ"),
        ("1 " + "ก" * 10_000, "ยาวเกิน"),
    ],
)
def test_text_that_is_no_date_is_refused_with_a_thai_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"อ่านวันที่.*{reason}"):
        parse_thai_date(text)


@pytest.mark.parametrize(
    ("digits", "style", "shown"),
    [
        ("arabic", "full", "30 กันยายน 2566"),
        ("arabic", "short", "30 ก.ย. 2566"),
        ("thai", "full", "๓๐ กันยายน ๒๕๖๖"),
        ("thai", "short", "๓๐ ก.ย. ๒๕๖๖"),
    ],
)
def test_a_date_is_shown_with_its_buddhist_year(digits: Digits, style: Literal["full", "short"], shown: str) -> None:
    assert format_thai_date(datetime.date(2023, 9, 30), digits, style) == shown


@given(DAYS, DIGITS, STYLES)
def test_a_date_shown_is_read_back_as_it_was(
    day: datetime.date, digits: Digits, style: Literal["full", "short"]
) -> None:
    assert parse_thai_date(format_thai_date(day, digits, style)) == day


@given(DAYS)
def test_a_date_in_figures_is_read_back_as_it_was(day: datetime.date) -> None:
    be = day.year + BE_MINUS_CE
    for shown in (f"{be}-{day.month:02}-{day.day:02}", f"{day.day}/{day.month}/{be}"):
        assert parse_thai_date(shown) == parse_thai_date(to_thai(shown)) == day


@given(SHORT_YEAR_DAYS)
def test_a_two_digit_year_is_of_the_2500s(day: datetime.date) -> None:
    short = f"{(day.year + BE_MINUS_CE) % 100:02}"
    assert parse_thai_date(f"{day.day}/{day.month}/{short}") == day


@given(st.text() | st.text(alphabet="0๑29๕6/-. กยันาพศ.คเดือนวันที่"))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        parse_thai_date(text)
    except ValueError as error:
        assert str(error).startswith("อ่านวันที่")
