"""Reads and writes digits, whole numbers and amounts of money, Thai or Arabic.

In: text as officers type it (`๒๐๐,๐๐๐`, `200,000.- บาท`). Out: `Decimal` baht or `int`, and text with separators.
Digits are converted with `str.translate`, which is as fast as pythainlp's table and needs no import.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from generator.thai.characters import TO_ARABIC, TO_HYPHEN, TO_THAI
from generator.thai.money_words import MOST_DIGITS, NUMBER_WORD, power_of, whole_number_in_words
from generator.thai.text import join_sara_am, normalise, quoted

Digits = Literal["arabic", "thai"]
"""Which digits to write a text in."""

_THAI_DIGIT = re.compile("[\u0e50-\u0e59]").search
_AMOUNT = re.compile(
    r"(?:฿ ?)?(?P<whole>[0-9][0-9,]*)"
    r"(?:\.(?P<satang>[0-9]+)| ?\. ?-)?"  # 200,000.50 or 200,000.-
    r"(?: ?บาท(?: ?ถ้วน)?)?"
)
_INTEGER = re.compile(r"[0-9][0-9,]*")
_COUNTED = (
    "(?:คน|ราย|ท่าน|อัตรา|ตำแหน่ง|ครั้ง|รุ่น|ชุด|กลุ่ม|ทีม|คณะ|แห่ง|หน่วยงาน|ส่วนราชการ|กอง|สำนัก|หมู่บ้าน|ชุมชน|ตำบล|ครัวเรือน"
    "|โครงการ|กิจกรรม|หลักสูตร|เรื่อง|รายการ|บทเรียน|เล่ม|ฉบับ|แผ่น|ป้าย|วัน|ชั่วโมง|รูป|นาย)?"
)
_PEOPLE = (
    "(?:บุคลากร|(?:พนักงาน|ข้าราชการ|ลูกจ้าง)(?:เทศบาล|ส่วนตำบล|ส่วนท้องถิ่น|ส่วนจังหวัด|จ้าง|ประจำ)?"
    "|ผู้เข้า(?:รับการ)?(?:อบรม|ร่วม)(?:โครงการ|อบรม)?)?"
)
_IN_WORDS = f"(?:{NUMBER_WORD})+"
_COUNT = re.compile(
    f"{_PEOPLE} ?(?:จำนวน|รวม|ทั้งสิ้น)? ?"
    # 12.0 comes out of spreadsheets; 1.000 could be a thousand.
    rf"(?:(?P<number>[0-9][0-9,]*)(?:\.00?)?(?: ?\((?P<beside>{_IN_WORDS})\))?|(?P<words>{_IN_WORDS})) ?{_COUNTED}"
    rf"(?: ?\((?P<after>{_IN_WORDS}){_COUNTED}\))?"
    "(?: ?(?:ทั้งสิ้น|ทั้งหมด))?[.*]?"
)
_PERCENT = re.compile("ร้อยละ|%|เปอร์เซ็น|ร้อย ละ")
_ABOUT = re.compile(
    "ประมาณ|ราว|ไม่เกิน|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่มากกว่า|อย่างน้อย|อย่างมาก|เกือบ|กว่า|ขึ้นไป|ลงมา|ถึง|เฉลี่ย|เศษ"
    "|[~≈±<>≤≥]|[0-9] ?- ?[0-9]"
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_LONGEST_COUNT = 300
"""Most characters of a count."""

_SATANG = Decimal("0.01")


def to_arabic(text: str) -> str:
    """Return the text with Thai digits replaced by Arabic ones."""
    return text.translate(TO_ARABIC) if _THAI_DIGIT(text) else text


def number_key(number: str) -> str:
    """Return a printed number in comparable form: Arabic digits, no space around them."""
    # Every row of an IDP table repeats the same few method numbers; longer texts are no numbers and are not cached.
    return _short_number_key(number) if len(number) <= MOST_DIGITS else to_arabic(number).strip()


@lru_cache(maxsize=1024)
def _short_number_key(number: str) -> str:
    return to_arabic(number).strip()


def to_thai(text: str) -> str:
    """Return the text with Arabic digits replaced by Thai ones."""
    return text.translate(TO_THAI)


_LATIN_NAME = re.compile(r"([A-Za-z]+-?[0-9]+)")


# Pages repeat the same few years and counts, and plans the same amounts.
@lru_cache(maxsize=4096)
def in_digits(text: str, digits: Digits) -> str:
    """Return the text with all digits, Thai and Arabic, in the requested digits; Latin names keep theirs (`UTF-8`)."""
    if digits == "arabic":
        return to_arabic(text)
    return "".join(part if at % 2 else to_thai(part) for at, part in enumerate(_LATIN_NAME.split(text)))


def format_integer(value: int, digits: Digits) -> str:
    """Return a count with separators: `1,234`. For years and other labels use `in_digits(str(value), ...)`."""
    return in_digits(f"{value:,}", digits)


@lru_cache(maxsize=4096)
def format_baht(amount: Decimal, digits: Digits) -> str:
    """Return an amount in baht with separators, with two decimals only if there are satang: `1,234`, `0.50`.

    Fractions of a satang (in an average, say) are rounded half up. The unit is not added. Raises ValueError for NaN and
    infinity.
    """
    if not amount.is_finite():
        raise ValueError("จำนวนเงินต้องเป็นตัวเลขที่มีค่าแน่นอน")
    rounded = amount.quantize(_SATANG, ROUND_HALF_UP)
    if not rounded:
        return in_digits("0", digits)  # never "-0"
    return in_digits(f"{rounded:,.2f}".removesuffix(".00"), digits)


def parse_amount(text: str) -> Decimal:
    """Return an amount in baht: not negative, at most 15 digits and satang; equal amounts have equal digits.

    Accepts Thai and Arabic digits, separators every three digits, `.-`, `฿`, `บาท` and `บาทถ้วน`. Other text raises
    ValueError with a Thai reason.
    """
    match = _AMOUNT.fullmatch(_plain(text))
    if not match:
        raise _refusal("จำนวนเงิน", text, _why_not_a_number(text))
    whole = _whole_number("จำนวนเงิน", text, match["whole"])
    satang = match["satang"] or ""
    if len(satang) > 2:
        raise _refusal("จำนวนเงิน", text, "มีทศนิยมเกินสองตำแหน่ง")
    return Decimal(f"{whole}.{satang:0<2}") if satang.strip("0") else Decimal(whole)


def parse_integer(text: str) -> int:
    """Return a whole number: not negative, at most 15 digits; Thai or Arabic digits, separators every three digits.

    Other text, including a unit after it, raises ValueError with a Thai reason.
    """
    match = _INTEGER.fullmatch(_plain(text))
    if not match:
        raise _refusal("จำนวน", text, _why_not_a_number(text))
    return _whole_number("จำนวน", text, match[0])


def read_count(text: str) -> tuple[int | None, str]:
    """Return the count in a cell, with or without unit, and "", or None and a Thai reason; never raises.

    Percentages and approximations are not counts.
    """
    if len(text) > _LONGEST_COUNT:
        return None, "ยาวเกินกว่าจะเป็นจำนวน"
    plain = join_sara_am(_plain(text))
    match = _COUNT.fullmatch(plain)
    try:
        if match:
            return _agreed_count(text, match)
    except ValueError as error:
        return None, str(error).rpartition("เพราะ")[2]
    if _PERCENT.search(plain):
        return None, "เป็นร้อยละ ไม่ใช่จำนวน"
    if re.search("[0-9]", plain) and _ABOUT.search(plain):
        return None, "เป็นจำนวนโดยประมาณ"
    if len(re.findall("[0-9][0-9,.]*", plain)) > 1:
        return None, "มีหลายจำนวน"
    return None, _why_not_a_number(text)


def _agreed_count(text: str, match: re.Match[str]) -> tuple[int | None, str]:
    """Return the count of a match in figures or in words, or a reason if the two do not agree."""
    stated = [_in_words(words) for words in match.group("words", "beside", "after") if words]
    if match["number"]:
        stated.append(_whole_number("จำนวน", text, match["number"]))
    if None in stated:
        return None, "อ่านจำนวนที่เขียนเป็นตัวหนังสือไม่ได้"
    return (stated[0], "") if len(set(stated)) == 1 else (None, "ตัวเลขกับตัวหนังสือไม่ตรงกัน")


def _in_words(words: str) -> int | None:
    """Return the number in words; a unit alone (`ร้อย`) could be several, or the start of `ร้อยละ`."""
    return None if power_of(words) else whole_number_in_words(words, exact=True)


def _plain(text: str) -> str:
    return to_arabic(normalise(text)).translate(TO_HYPHEN)


def _whole_number(what: str, text: str, digits: str) -> int:
    if "," in digits and not _GROUPED.fullmatch(digits):
        raise _refusal(what, text, "เครื่องหมายจุลภาคไม่ได้คั่นทุกสามหลัก")
    bare = digits.replace(",", "")
    if len(bare) > MOST_DIGITS:
        raise _refusal(what, text, f"มีตัวเลขเกิน {MOST_DIGITS} หลัก")
    return int(bare)


def _why_not_a_number(text: str) -> str:
    plain = _plain(text)
    if not plain:
        return "ไม่มีตัวเลข"
    if re.match(r"- ?[0-9]|\( ?[0-9]", plain):
        return "เป็นจำนวนติดลบ"
    if re.search("[0-9]", plain):
        return "มีสิ่งอื่นปนอยู่กับตัวเลข"
    return "ไม่ใช่ตัวเลข"


def _refusal(what: str, text: str, reason: str) -> ValueError:
    return ValueError(f"อ่าน{what} {quoted(text)} ไม่ได้ เพราะ{reason}")
