"""The base record and the field types that all records share.

Every type turns the text of a YAML scalar into a value, or raises a `problem`: a Thai message with a remedy that
reading joins with the file, line and column.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, PlainValidator, Strict
from pydantic_core import PydanticCustomError

from generator.thai.dates import Cycle, FiscalYear, parse_quarters, parse_thai_date
from generator.thai.numerals import parse_amount, parse_integer, to_arabic
from generator.thai.text import normalise

_IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_LAO_CODE = re.compile(r"[2-9][0-9]{6}")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\/?#][^\s<>\"'\\]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
LONGEST_REMEMBERED = 60
"""Longer texts are parsed anew each time: nobody shall fill the memory with them."""
_YES = frozenset({"yes", "true", "ใช่", "มี"})
_NO = frozenset({"no", "false", "ไม่", "ไม่ใช่", "ไม่มี"})


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def problem(message: str, remedy: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Make the error that a field type raises: what is wrong and what to do, both in Thai.

    `at` is where in the field, for what is found only when the whole of it is looked at.
    """
    return PydanticCustomError("problem", "{message}", {"message": message, "remedy": remedy, "at": at})


def _parsed(parse: Callable[[str], Any], remedy: str) -> Callable[[Any], Any]:
    """Make a validator of a parser that raises ValueError with a Thai message; values already parsed pass."""
    # Plans say the same short things over and over: `๒๕๖๗`, `ไตรมาสที่ ๑-๔`, ids of departments. Results are immutable.
    remembered = functools.lru_cache(maxsize=4096)(parse)

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            if isinstance(value, (list, dict)):
                raise problem("ตรงนี้ต้องเป็นค่าเดียว แต่พบรายการหรือกลุ่มของค่า", remedy)
            return value
        try:
            return remembered(value) if len(value) <= LONGEST_REMEMBERED else parse(value)
        except ValueError as error:
            raise problem(str(error), remedy) from error

    return validate


def _blank_is_none(validate: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def validate_cell(value: Any) -> Any:
        return None if value is None or value == "" else validate(value)

    return validate_cell


def _identifier(text: str) -> str:
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"รหัส “{text[:60]}” ใช้ไม่ได้")
    return text


def _lao_code(text: str) -> str:
    text = to_arabic(text)
    if not _LAO_CODE.fullmatch(text):
        raise ValueError(f"รหัส อปท. “{text[:20]}” ต้องเป็นตัวเลข 7 หลัก")
    return text


def _truth(text: str) -> bool:
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(f"“{text[:60]}” ไม่ใช่คำตอบว่าใช่หรือไม่")


def _address(text: str) -> str:
    # Printable: a mark that turns the reading direction shows another address than the one the link leads to.
    if not _WEB_ADDRESS.fullmatch(text) or not text.isprintable():
        raise ValueError(f"“{text[:60]}” ไม่ใช่ที่อยู่เว็บไซต์ที่ขึ้นต้นด้วย http:// หรือ https://")
    return text


def _sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise ValueError("ค่า sha256 ต้องเป็นเลขฐานสิบหกตัวพิมพ์เล็ก 64 ตัว")
    return text


def choice(options: dict[str, str], remedy: str) -> BeforeValidator:
    """Make a validator for a fixed set of words: written form -> stored value."""

    def validate(value: Any) -> Any:
        if isinstance(value, str) and value in options:
            return options[value]
        if isinstance(value, str) and value in options.values():
            return value
        shown = value[:60] if isinstance(value, str) else "รายการหรือกลุ่มของค่า"
        raise problem(f"“{shown}” ไม่ใช่ค่าที่ใช้ได้ตรงนี้", f"{remedy}: {', '.join(dict.fromkeys(options))}")

    return BeforeValidator(validate)


_IDENTIFIER_REMEDY = (
    "ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลขอารบิก และขีดกลาง ไม่เกิน 60 ตัว เช่น s1t1-1 "
    "ถ้าต้องการอ้างถึงส่วนราชการ ยุทธศาสตร์ หรือกลยุทธ์ ให้ใช้ id ที่ตั้งไว้ ไม่ใช่ชื่อ"
)


def _own_name(text: str) -> str:
    if not normalise(text):
        raise problem("ชื่อว่างอยู่ แต่ต้องมีชื่อ", "ใส่ชื่อตามทะเบียน โดยไม่ต้องมีประเภทนำหน้า เช่น โพนทอง")
    return text


Text = Annotated[str, Strict()]
"""Text as written, spaces and all; what a list or group of values in its place most likely is, reading explains."""

OwnName = Annotated[str, Strict(), AfterValidator(_own_name)]
"""A name by which something is known everywhere: text that is more than spaces."""

Identifier = Annotated[str, PlainValidator(_parsed(_identifier, _IDENTIFIER_REMEDY))]
"""An id: lower-case ASCII letters, digits and hyphens, at most 60; never reused."""

LaoCode = Annotated[str, PlainValidator(_parsed(_lao_code, "ใช้รหัส อปท. 7 หลักของกรมส่งเสริมการปกครองท้องถิ่น เช่น 5440502"))]
"""Seven-digit code of the Department of Local Administration."""

Truth = Annotated[bool, PlainValidator(_parsed(_truth, "เขียน yes หรือ no"))]
"""Yes or no."""

Address = Annotated[str, PlainValidator(_parsed(_address, "คัดลอกที่อยู่เต็มจากช่องที่อยู่ของเบราว์เซอร์"))]
"""A web address, http or https only."""

Sha256 = Annotated[
    str, PlainValidator(_parsed(_sha256, "คำนวณค่าใหม่จากไฟล์จริง (Windows: certutil -hashfile ไฟล์ SHA256)"))
]
"""SHA-256 of a file, 64 lower-case hexadecimal digits."""

OfficialDate = Annotated[
    datetime.date,
    PlainValidator(_parsed(parse_thai_date, "เขียนวัน เดือน และปี พ.ศ. เช่น 30 ก.ย. 2566 หรือ ๓๐ กันยายน ๒๕๖๖")),
]
"""A day, written in the Buddhist era, kept as a Gregorian date."""

Year = Annotated[
    FiscalYear,
    PlainValidator(_parsed(FiscalYear.parse, "เขียนปีงบประมาณเป็น พ.ศ. สี่หลัก เช่น 2567")),
    PlainSerializer(str, return_type=str),
]
"""Fiscal year in the Buddhist era: FY 2567 runs from 1 October 2566 to 30 September 2567."""

PlanCycle = Annotated[
    Cycle,
    PlainValidator(_parsed(Cycle.parse, "เขียนปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569")),
    PlainSerializer(str, return_type=str),
]
"""First and last fiscal year of a plan."""

Quarters = Annotated[
    tuple[int, ...], PlainValidator(_parsed(parse_quarters, "เขียนไตรมาสระหว่าง 1 ถึง 4 เช่น ไตรมาสที่ ๑-๔ หรือ 1, 3"))
]
"""Quarters of one fiscal year, ascending, each from 1 (October to December) to 4 (July to September)."""

Baht = Annotated[
    Decimal, PlainValidator(_parsed(parse_amount, "เขียนจำนวนเงินเป็นตัวเลข เช่น ๒๐๐,๐๐๐ หรือ 200000 หน่วยเป็นบาท"))
]
"""An amount of money in baht."""

BahtCell = Annotated[
    Decimal | None,
    PlainValidator(
        _blank_is_none(_parsed(parse_amount, 'เขียนจำนวนเงินเป็นตัวเลข เช่น ๒๐๐,๐๐๐ หน่วยเป็นบาท ช่องที่ว่างในเอกสารให้เขียน ""'))
    ),
]
"""An amount of money in baht in a table, or None for a cell that is empty in the document."""

Count = Annotated[int, PlainValidator(_parsed(parse_integer, "เขียนจำนวนเป็นตัวเลขจำนวนเต็ม เช่น 30"))]
"""A number of people or things."""
