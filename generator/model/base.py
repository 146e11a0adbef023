"""The base record and the field types of all records, each with its role (`model/roles.py`).

A type converts a YAML value. A printed cell that cannot be interpreted is kept as printed, with its doubt. An unusable
value raises a `problem`: a Thai message with a remedy, to which reading adds file, line and column.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    Strict,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from generator.model.cells import PrintedCell
from generator.model.roles import FieldMark, Is, Role
from generator.model.year_headings import read_year_heading
from generator.thai.dates import Cycle, FiscalYear, parse_thai_date
from generator.thai.numerals import parse_integer, read_count, to_arabic
from generator.thai.text import fold_for_comparison, normalise

T = TypeVar("T")

_IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_LAO_CODE = re.compile(r"[2-9][0-9]{6}")
_WEB_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>/*)(?P<host>[^/?#]*)")
_NOT_IN_ADDRESSES = re.compile(r"[<>\"\\]")
_EMPTY = re.compile(r"\s*[-–—]*\s*")
"""A blank cell, or one with a dash: neither has a meaning, and neither is in doubt."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
LONGEST_CACHED = 60
"""Longer texts are parsed each time, so that hostile input cannot fill the caches."""
LONGEST_WORD = 200
"""Longest accepted word of a fixed list, including stray blanks."""
_SIGNS_IN_WORDS = str.maketrans("", "", "._-\"'“”‘’")
YES = ("yes", "true", "ใช่", "มี", "ตรวจแล้ว")
NO = ("no", "false", "ไม่", "ไม่ใช่", "ไม่มี", "ยังไม่ตรวจ")


class Record(BaseModel):
    """A frozen record that rejects unknown keys."""

    # Built on first use: most records are read only as parts of others.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Names(Protocol):
    """Finds records by id, name or printed number; reading creates one per plan."""

    def find(self, kind: str, text: str, within: str = "") -> str | None:
        """Return the id that a text stands for; None if there is none or more than one."""


def problem(message: str, remedy: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Return the error for a field type to raise: the problem and the remedy, both in Thai.

    `at` is the path inside the field, for errors found only when the whole field is checked.
    """
    return PydanticCustomError("problem", "{message}", {"message": message, "remedy": remedy, "at": at})


def cached(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Return a parser with a cache for short texts: plans repeat the same years, periods and ids."""
    of_short_text = functools.lru_cache(maxsize=4096)(parse)

    def parse_cached(text: str) -> T:
        return of_short_text(text) if len(text) <= LONGEST_CACHED else parse(text)

    return parse_cached


def _parsed(parse: Callable[[str], Any], remedy: str) -> Callable[[Any], Any]:
    """Return a validator that calls a parser raising ValueError with a Thai message; parsed values pass unchanged."""
    parse_cached = cached(parse)

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            if value is None or isinstance(value, (list, dict)):
                raise problem("ตรงนี้ต้องเป็นค่าเดียว แต่พบรายการหรือกลุ่มของค่า", remedy)
            return value
        try:
            return parse_cached(value)
        except ValueError as error:
            raise problem(str(error), remedy) from error

    return validate


def cell_type(read: Callable[[str], PrintedCell[T]], key: str, remedy: str) -> PlainValidator:
    """Return the validator of a printed cell.

    Accepts the text of the cell, or `{printed: ..., KEY: ...}` with the meaning stated.
    """
    read_cached = cached(read)

    def validate(value: Any) -> Any:
        if isinstance(value, str):
            return read_cached(value)
        if isinstance(value, dict):
            return _stated(value)
        if value is None or isinstance(value, list):
            raise problem("ตรงนี้ต้องเป็นค่าเดียว แต่พบรายการ", remedy)
        return value

    def _stated(value: Mapping[str, Any]) -> PrintedCell[T]:
        for name, part in value.items():
            if name not in ("printed", key):
                raise problem(f"ไม่รู้จักหัวข้อ “{name[:60]}”", f"หัวข้อที่ใช้ได้ตรงนี้: printed, {key}", (name,))
            if not isinstance(part, str):
                raise problem("ตรงนี้ต้องเป็นค่าเดียว", remedy, (name,))
        printed = value.get("printed", "")
        if key not in value:
            return read_cached(printed)
        meant = read_cached(value[key])
        if meant.meaning is None:
            raise problem(meant.doubt, remedy, (key,))
        return PrintedCell(printed or value[key], meant.meaning, is_given=bool(printed))

    return PlainValidator(validate)


def _read_with(parse: Callable[[str], T]) -> Callable[[str], PrintedCell[T]]:
    """Return a cell reader that calls a parser raising ValueError with the reason."""

    def read(text: str) -> PrintedCell[T]:
        if _EMPTY.fullmatch(text):
            return PrintedCell(text, None)
        try:
            return PrintedCell(text, parse(text))
        except ValueError as error:
            return PrintedCell(text, None, str(error))

    return read


def _read_count(text: str) -> PrintedCell[int]:
    if _EMPTY.fullmatch(text):
        return PrintedCell(text, None)
    number, doubt = read_count(text)
    return PrintedCell(text, number, doubt)


def _identifier(text: str) -> str:
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"รหัส “{text[:60]}” ใช้ไม่ได้")
    return text


def _lao_code(text: str) -> str:
    text = to_arabic(text)
    if not _LAO_CODE.fullmatch(text):
        raise ValueError(f"รหัส อปท. “{text[:20]}” ต้องเป็นตัวเลข 7 หลัก")
    return text


def own_word_key(word: str) -> str:
    """Return a word of ours in comparable form: folded, without the dots of abbreviations, hyphens and quotes."""
    return fold_for_comparison(word).translate(_SIGNS_IN_WORDS)


_TRUTH = {own_word_key(word): True for word in YES} | {own_word_key(word): False for word in NO}


def _truth(text: str) -> bool:
    word = _TRUTH.get(own_word_key(text))
    if word is None:
        raise ValueError(f"“{text[:60]}” ไม่ใช่คำตอบว่าใช่หรือไม่")
    return word


def _address(text: str) -> str:
    shown = f"“{text[:60]}”"
    if any(character.isspace() for character in text):
        raise ValueError(f"{shown} มีวรรคอยู่ในที่อยู่ วรรคในที่อยู่เขียนเป็น %20")
    # A bidirectional control character would make the shown address differ from the link's target.
    if hidden := next((character for character in text if not character.isprintable()), ""):
        raise ValueError(f"“{text[:60].replace(hidden, '�')}” มีตัวอักษรที่มองไม่เห็น (U+{ord(hidden):04X}) ให้ลบออก")
    parts = _WEB_ADDRESS.match(text)
    if not parts or (not parts["slashes"] and "." in parts["scheme"]):  # www.example.go.th:8080 has no scheme
        raise ValueError(f"{shown} ไม่ได้ขึ้นต้นด้วย http:// หรือ https://")
    if parts["scheme"].lower() not in ("http", "https"):
        raise ValueError(f"{shown} ขึ้นต้นด้วย {parts['scheme'][:20]}: แต่รับเฉพาะ http:// และ https://")
    if len(parts["slashes"]) < 2:
        raise ValueError(f"{shown} หลัง {parts['scheme']}: ต้องมีเครื่องหมาย / สองตัว")
    if len(parts["slashes"]) > 2 or not parts["host"].strip(":@."):
        raise ValueError(f"{shown} ไม่มีชื่อเว็บไซต์หลัง {parts['scheme']}://")
    if wrong := _NOT_IN_ADDRESSES.search(text) or re.search("'", parts["host"]):
        raise ValueError(f"{shown} มีเครื่องหมาย {wrong[0]} ซึ่งใช้ในที่อยู่ไม่ได้")
    return text


def _sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise ValueError("ค่า sha256 ต้องเป็นเลขฐานสิบหกตัวพิมพ์เล็ก 64 ตัว")
    return text


_AN_OWN_WORD = Is(Role.OWN_WORD)


@dataclass(frozen=True)
class OneOf(BeforeValidator):
    """Annotates a field as one word of a fixed list, and parses it."""

    is_: Is = _AN_OWN_WORD
    stand_in: str | None = None
    """Stored value of an unreadable word in records that are shown anyway."""


def choice(options: Mapping[str, str], remedy: str, *, stand_in: str | None = None) -> OneOf:
    """Return the annotation of a field with a fixed list of words: written form -> stored value.

    Sara am in two parts, blanks, case, invisible characters, dots, hyphens and quotes make no difference.
    """
    known = {own_word_key(word): value for word, value in options.items()}
    known |= {own_word_key(value): value for value in options.values()}

    def validate(value: Any) -> Any:
        if value is STAND_IN and stand_in is not None:
            return stand_in
        if isinstance(value, str) and len(value) <= LONGEST_WORD:
            found = known.get(own_word_key(value))
            if found is not None:
                return found
        shown = value[:60] if isinstance(value, str) else "รายการหรือกลุ่มของค่า"
        raise problem(f"“{shown}” ไม่ใช่ค่าที่ใช้ได้ตรงนี้", f"{remedy}: {', '.join(dict.fromkeys(options))}")

    written: dict[str, list[str]] = {value: [value] for value in options.values()}
    for word, value in options.items():
        written[value] += [word] if word != value else []
    choices = tuple(map(tuple, written.values()))
    return OneOf(validate, is_=Is(Role.OWN_WORD, choices=choices), stand_in=stand_in)


class _StandIn:
    """Placeholder for an unreadable word while reading continues."""


STAND_IN = _StandIn()


def reference(kind: str) -> PlainValidator:
    """Return the validator of a reference: an id, or the name or printed number of the target.

    An unresolved reference stays as written; reading reports it and pages show it as written.
    """

    def validate(value: Any, info: ValidationInfo) -> str:
        if not isinstance(value, str):
            raise problem("ตรงนี้ต้องเป็นรหัสหรือชื่อเดียว", "เขียนรหัส (id) ที่ตั้งไว้ หรือชื่อตามที่พิมพ์")
        names: Names | None = info.context
        return (names.find(kind, value) if names is not None else None) or value.strip()

    return PlainValidator(validate)


_IDENTIFIER_REMEDY = "ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลขอารบิก และขีดกลาง ไม่เกิน 60 ตัว เช่น s1t1-1"


def _own_name(text: str) -> str:
    if not normalise(text):
        raise problem("ชื่อว่างอยู่ แต่ต้องมีชื่อ", "ใส่ชื่อตามทะเบียน โดยไม่ต้องมีประเภทนำหน้า เช่น โพนทอง")
    return text


# Texts written by a person, by role.

Printed = Annotated[str, Strict(), Is(Role.PRINTED)]
"""Text as the document prints it, with its spaces."""

Number = Annotated[str, Strict(), Is(Role.NUMBER)]
"""The number of an item as the document prints it."""

Section = Annotated[str, Strict(), Is(Role.SECTION)]
"""A section of the document, as printed."""

Summary = Annotated[str, Strict(), Is(Role.SUMMARY)]
"""What the document says, in the words of the person who entered the data."""

Remark = Annotated[str, Strict(), Is(Role.REMARK), FieldMark.NOT_OF_THE_DOCUMENT]
"""A remark about the document by the person who entered the data."""

Statement = Annotated[str, Strict(), Is(Role.STATEMENT)]
"""Text by the LAO itself: a reason, an answer, a result."""

Name = Annotated[str, Strict(), Is(Role.NAME)]
"""A name of an organisation, a place or a department."""

OwnName = Annotated[str, Strict(), AfterValidator(_own_name), Is(Role.NAME)]
"""A name that is not blank."""

FileName = Annotated[str, Strict(), Is(Role.FILE)]
"""The name of a file in `documents/`."""

# Values for the program.

Identifier = Annotated[str, PlainValidator(_parsed(_identifier, _IDENTIFIER_REMEDY)), Is(Role.ID), FieldMark.LIST_KEY]
"""An id: lower-case ASCII letters, digits and hyphens, at most 60; never reused."""

LaoCode = Annotated[
    str, PlainValidator(_parsed(_lao_code, "ใช้รหัส อปท. 7 หลักของกรมส่งเสริมการปกครองท้องถิ่น เช่น 5440502")), Is(Role.CODE)
]
"""Seven-digit code of the Department of Local Administration."""

RuleCode = Annotated[str, Strict(), Is(Role.CODE)]
"""Code of a finding, such as MONEY-001."""

Truth = Annotated[bool, PlainValidator(_parsed(_truth, "เขียน yes หรือ no")), Is(Role.OWN_WORD, choices=(YES, NO))]
"""Yes or no."""

Address = Annotated[str, PlainValidator(_parsed(_address, "คัดลอกที่อยู่เต็มจากช่องที่อยู่ของเบราว์เซอร์")), Is(Role.ADDRESS)]
"""A web address, http or https only."""

Sha256 = Annotated[
    str,
    PlainValidator(_parsed(_sha256, "คำนวณค่าใหม่จากไฟล์จริง (Windows: certutil -hashfile ไฟล์ SHA256)")),
    Is(Role.HASH),
]
"""SHA-256 of a file, 64 lower-case hexadecimal digits."""

# References, by kind of their target.

DepartmentRef = Annotated[str, reference("department"), Is(Role.REFERENCE, "department")]
"""A department of lao.yml: its id, name or alias."""

StrategyRef = Annotated[str, reference("strategy"), Is(Role.REFERENCE, "strategy")]
"""A strategy of the plan: its id, name or printed number."""

TacticRef = Annotated[str, reference("tactic"), Is(Role.REFERENCE, "tactic")]
"""A tactic of the plan: its id, name or, under a known strategy, its printed number."""

ValueRef = Annotated[str, reference("value"), Is(Role.REFERENCE, "value")]
"""A shared value: its id, name or printed number."""

LocalStrategyRef = Annotated[str, reference("local_strategy"), Is(Role.REFERENCE, "local_strategy")]
"""A strategy of the local development plan: its id, name or printed number."""

ProjectRef = Annotated[str, reference("project"), Is(Role.REFERENCE, "project")]
"""A project of the plan: its id or name."""

FrameworkRef = Annotated[str, reference("framework"), Is(Role.REFERENCE, "framework")]
"""An entry of a national framework: its id or name."""

ItemRef = Annotated[str, reference("item"), Is(Role.REFERENCE, "item")]
"""Anything of the plan with an id: a project, an IDP row, a strategy, a document, or `budget_matrix`."""

# Days and years.

_DATE_REMEDY = "เขียนวัน เดือน และปี พ.ศ. เช่น 30 ก.ย. 2566 หรือ ๓๐ กันยายน ๒๕๖๖"

EnteredDate = Annotated[datetime.date, PlainValidator(_parsed(parse_thai_date, _DATE_REMEDY)), Is(Role.DATE)]
"""A day stated by the LAO itself, written in the Buddhist era, stored as a Gregorian date."""

DateCell = Annotated[
    PrintedCell[datetime.date],
    cell_type(_read_with(parse_thai_date), "date", _DATE_REMEDY),
    Is(Role.DATE, forms=("30 ก.ย. 2566", "๓๐ กันยายน พ.ศ. ๒๕๖๖", "printed: วันที่ ๓๐ เดือนเก้า ๒๕๖๖\ndate: 30 ก.ย. 2566")),
]
"""A day as the document prints it; the meaning is a Gregorian date."""

_YEAR_REMEDY = "เขียนปีงบประมาณเป็น พ.ศ. สี่หลัก เช่น 2567"

Year = Annotated[
    FiscalYear,
    PlainValidator(_parsed(FiscalYear.parse, _YEAR_REMEDY)),
    PlainSerializer(str, return_type=str),
    Is(Role.YEAR),
]
"""Fiscal year in the Buddhist era: FY 2567 runs from 1 October 2566 to 30 September 2567."""


def _year(text: str) -> FiscalYear:
    """Return the year of a printed cell, also as column headings print it: `๖๗`, `ปีที่ ๑ (๒๕๖๗)`."""
    return read_year_heading(text).year or FiscalYear.parse(text)


YearCell = Annotated[
    PrintedCell[FiscalYear],
    cell_type(_read_with(_year), "year", _YEAR_REMEDY),
    Is(Role.YEAR, forms=("๒๕๖๗", "พ.ศ. 2567", "printed: ปีที่ ๑\nyear: 2567")),
]
"""A fiscal year as the document prints it."""

PlanCycle = Annotated[
    Cycle,
    PlainValidator(_parsed(Cycle.parse, "เขียนปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569")),
    PlainSerializer(str, return_type=str),
    Is(Role.YEAR),
]
"""First and last fiscal year of a plan."""

# Numbers.

Count = Annotated[int, PlainValidator(_parsed(parse_integer, "เขียนจำนวนเป็นตัวเลขจำนวนเต็ม เช่น 30")), Is(Role.COUNT)]
"""A plain number."""

CountCell = Annotated[
    PrintedCell[int],
    cell_type(_read_count, "number", "เขียนจำนวนเป็นตัวเลขจำนวนเต็ม เช่น 30"),
    Is(Role.COUNT, forms=("30", "๓๐ คน", "printed: บุคลากรทุกคน\nnumber: 30")),
]
"""A number of people or things, as stated."""
