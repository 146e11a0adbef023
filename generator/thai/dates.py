"""Reads and writes dates as Thai offices do: Buddhist years in text, Gregorian `datetime.date` in values.

Fiscal years, cycles and quarters have modules of their own and are re-exported here, so that one import covers the
calendar. pythainlp's `thai_strptime` needs a fixed format and accepts Common Era years; officers type without fixed
format, and a wrong era must be refused. Public holidays, which move a deadline, come from `holidays`, lunar ones and
substitutes included.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Literal

from generator.thai.characters import TO_HYPHEN
from generator.thai.months import FULL, MONTHS, SHORT
from generator.thai.numerals import Digits, in_digits, to_arabic
from generator.thai.quarters import format_quarters, months_of, parse_quarters, quarters_in_words
from generator.thai.text import closest, normalise, quoted
from generator.thai.years import BE_MINUS_CE, ERA, Cycle, FiscalYear, fiscal_be, reason_against_year

__all__ = [
    "BE_MINUS_CE",
    "Cycle",
    "FiscalYear",
    "fiscal_be",
    "format_quarters",
    "format_thai_date",
    "months_of",
    "parse_quarters",
    "parse_thai_date",
    "quarters_in_words",
]

_EARLIEST, _LATEST = 2400, 2700
_LONGEST = 100
_SATURDAY = 5
_ONE = datetime.timedelta(days=1)

_WEEKDAYS = {
    "จันทร์": 0,
    "อังคาร": 1,
    "พุธ": 2,
    "พฤหัสบดี": 3,
    "พฤหัส": 3,
    "ศุกร์": 4,
    "เสาร์": 5,
    "อาทิตย์": 6,
}
_WEEKDAY = "|".join(_WEEKDAYS)
_MEETING = "(?:(?:การ)?ประชุม ?)?ครั้งที่ ?[0-9]{1,3} ?/ ?[0-9]{2,4} ?(?=เมื่อ|วัน)"
_PREFIX = re.compile(
    rf"(?:{_MEETING})?(?:(?:ประกาศ|ให้ไว้|สั่ง) ?(?=ณ))?(?:ณ ?)?(?:ลง|เมื่อ|ตั้งแต่)? ?"
    rf"(?:วัน ?(?P<weekday>{_WEEKDAY})?|(?P<bare>{_WEEKDAY})) ?(?:ที่)?[ ,]*"
)
# An effective date goes on for ever, a meeting has an hour, and spreadsheets add midnight.
_SUFFIX = re.compile(
    r" ?(?:เป็นต้นไป|(?:เวลา ?)?[0-9]{1,2}[.:][0-9]{2}(?: ?- ?[0-9]{1,2}[.:][0-9]{2})? ?น\.?|[T ]00:00:00(?:\.0+)?)$"
)
_IN_WORDS = re.compile(
    r"(?P<day>[0-9]{1,2}) ?[-/.]? ?(?:เดือน ?(?:ที่ ?)?(?P<number>[0-9]{1,2}) |(?:เดือน ?)?"
    r"(?P<name>[\u0e01-\u0e4e][\u0e01-\u0e4e. ]*?)) ?[-/]? ?(?:ปี ?)?"
    rf"(?P<era>{ERA})? ?"
    r"(?P<year>[0-9]{2}|[0-9]{4})"
)
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-/])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2}) ?(?P<sign>[/.-]) ?(?P<month>[0-9]{1,2}) ?(?P=sign) ?(?P<year>[0-9]{4})")
# Only slashes: 09-10-66 could also start with the year.
_DAY_FIRST_SHORT = re.compile(r"(?P<day>[0-9]{1,2}) ?/ ?(?P<month>[0-9]{1,2}) ?/ ?(?P<year>[0-9]{2})")


def parse_thai_date(text: str) -> datetime.date:
    """Return the day named in the text, with Buddhist years; ValueError with a Thai reason for other text.

    Understands `๓๐ กันยายน พ.ศ. ๒๕๖๖`, `2 เดือน ตุลาคม 2566`, `30 ก.ย. 66` (two digits are 25xx), `30-ก.ย.-66`,
    `2566-09-30`, `30/9/2566` and `๙ / ๑๐ / ๖๖`, optionally after `วันที่`, `วันศุกร์ที่`, `ประกาศ ณ วันที่` or
    `ครั้งที่ ๙/๒๕๖๖ เมื่อวันที่`, and before an hour or `เป็นต้นไป`; a weekday that does not match the date is refused,
    because one of the two is wrong.
    """
    if len(text) > _LONGEST:
        raise _refusal(text, "ยาวเกินกว่าจะเป็นวันที่")
    plain = to_arabic(normalise(text)).translate(TO_HYPHEN)
    plain = _SUFFIX.sub("", plain.removeprefix("(").removesuffix(")") if plain.startswith("(") else plain)
    prefix = _PREFIX.match(plain)
    day = _plain_date(text, (plain[prefix.end() :] if prefix else plain).removesuffix("."))
    weekday = (prefix["weekday"] or prefix["bare"]) if prefix else None
    if weekday and _WEEKDAYS[weekday] != day.weekday():
        shown = next(name for name, number in _WEEKDAYS.items() if number == day.weekday())
        raise _refusal(text, f"วันนั้นเป็นวัน{shown} ไม่ใช่วัน{weekday}")
    return day


def format_thai_date(day: datetime.date, digits: Digits, style: Literal["full", "short"] = "full") -> str:
    """Return the day with its Buddhist year: `30 กันยายน 2566`, or `30 ก.ย. 2566` in the short style."""
    month = (FULL if style == "full" else SHORT)[day.month - 1]
    return in_digits(f"{day.day} {month} {day.year + BE_MINUS_CE}", digits)


def _plain_date(text: str, plain: str) -> datetime.date:
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _DAY_FIRST_SHORT):
        if match := pattern.fullmatch(plain):
            return _day(text, match["year"], int(match["month"]), int(match["day"]))
    if match := _IN_WORDS.fullmatch(plain):
        if (match["era"] or "").startswith("ค"):
            raise _refusal(text, "ระบุเป็นคริสต์ศักราช แต่ที่นี่ใช้พุทธศักราช")
        month = int(match["number"]) if match["number"] else _month(text, match["name"])
        return _day(text, match["year"], month, int(match["day"]))
    raise _refusal(text, "รูปแบบไม่ใช่วัน เดือน และปี พ.ศ." if plain else "ไม่มีข้อความ")


def _month(text: str, name: str) -> int:
    bare = name.replace(".", "").replace(" ", "")
    if number := MONTHS.get(bare):
        return number
    guess = closest(bare, FULL)
    hint = f" อาจหมายถึง{guess}" if guess else ""
    raise _refusal(text, f"ไม่มีเดือนชื่อ {quoted(name)}{hint}")


def _day(text: str, year: str, month: int, day: int) -> datetime.date:
    be = int(year) + (2500 if len(year) == 2 else 0)
    if reason := reason_against_year(be, _EARLIEST, _LATEST):
        raise _refusal(text, reason)
    if not 1 <= month <= 12:
        raise _refusal(text, f"ไม่มีเดือนที่ {month}")
    date_ce = datetime.date(be - BE_MINUS_CE, month, 1)
    last = _last_of_month(date_ce)
    if day < 1:
        raise _refusal(text, "ไม่มีวันที่ 0")
    if month == 2 and day == 29 and last == 28:
        raise _refusal(text, f"ปี พ.ศ. {be} ไม่ใช่ปีอธิกสุรทิน เดือนกุมภาพันธ์จึงมี 28 วัน")
    if day > last:
        raise _refusal(text, f"เดือน{FULL[month - 1]}มี {last} วัน ไม่มีวันที่ {day}")
    return date_ce.replace(day=day)


def _last_of_month(first: datetime.date) -> int:
    following = first.replace(day=28) + datetime.timedelta(days=4)
    return (following - datetime.timedelta(days=following.day)).day


def _refusal(text: str, reason: str) -> ValueError:
    return ValueError(f"อ่านวันที่ {quoted(text)} ไม่ได้ เพราะ{reason}")


def is_late(day: datetime.date, deadline: datetime.date) -> bool:
    """Return whether a day is after a deadline, which moves to the next working day."""
    while deadline < day:
        if deadline.weekday() < _SATURDAY and deadline not in _holidays(deadline.year):
            return True
        deadline += _ONE
    return False


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[datetime.date]:
    # Late: importing takes a fifth of a check, and few plans need it.
    from holidays.countries.thailand import Thailand

    return frozenset(Thailand(years=year))  # type: ignore[no-untyped-call]  # the package annotates only some of its functions
