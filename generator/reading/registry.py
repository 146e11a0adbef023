"""Reads a registry of LAOs from a CSV file, as officers download it and save it from a spreadsheet.

Accepts what spreadsheets do to such a table; errors are reported once per table.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import UsageError
from generator.findings import printable
from generator.model.lao import LAO_TYPES, RegisteredLao
from generator.reading.lao_codes import as_lao_code
from generator.thai.numerals import to_arabic
from generator.thai.provinces import PROVINCES
from generator.thai.text import normalise, quoted

_DISTRICT = re.compile(r"^(?:อำเภอ|กิ่งอ\.|อ\.) ?(?=.)")
COLUMNS = ("dla_code", "type_th", "name_th", "province_code", "district_name_th")
"""Required columns, in any order; others are ignored."""

_LARGEST = 50_000_000
_SPECIAL = ("ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา")
"""The registry's form of the one LAO of a special kind: a type of its own, and our type as its name."""
_SEPARATORS = ",;\t|"
_HEADING_WITHIN = 10
"""Lines searched for the column names: lists have a title above them."""
_SHOWN = 5
"""Lines per kind of error that a message names."""
_Row = tuple[int, Sequence[str]]
"""Line number in the file, and the cells."""


def read_registry(file: Path) -> dict[str, RegisteredLao]:
    """Return the entries of a registry, by code.

    Accepts UTF-8 with or without a byte order mark, UTF-16, Windows' Thai code page, any line ends, cells separated by
    commas, semicolons or tabs, and codes in every form in which spreadsheets save them. Raises UsageError if the file
    is not such a table, has no rows, has a row with an invalid code, or contradicts itself about a code.
    """
    text = _text(file)
    columns, rows = _table(file, text)
    found: dict[str, tuple[int, RegisteredLao]] = {}
    no_codes: list[str] = []
    twice: list[str] = []
    for line, cells in rows:
        row = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        code = as_lao_code(row["dla_code"])
        if code is None:
            # A row without a name is a remark, such as a total below the list; a repeated heading row starts a page.
            if normalise(row["name_th"]) and _heading(row["dla_code"]) != "dla_code":
                no_codes.append(f"บรรทัด {line:,} {quoted(printable(row['dla_code'].strip()[:40]))}")
            continue
        lao = _registered(row)
        if code in found and found[code][1] != lao:
            twice.append(f"รหัส {code} ที่บรรทัด {found[code][0]:,} และ {line:,}")
        found.setdefault(code, (line, lao))
    if no_codes:
        raise UsageError(
            f"{file}: มีแถวที่รหัส อปท. ไม่ใช่ตัวเลข 7 หลัก {len(no_codes):,} แถว: {_first(no_codes)}\n"
            "ถ้าตารางคำนวณปัดรหัส ให้จัดรูปแบบคอลัมน์ dla_code เป็นข้อความ แล้วบันทึกเป็น CSV ใหม่"
        )
    if twice:
        raise UsageError(
            f"{file}: มีรหัสที่ซ้ำกันแต่ข้อมูลไม่เหมือนกัน {len(twice):,} คู่: {_first(twice)}\nตรวจว่าแถวใดถูก แล้วลบอีกแถวหนึ่ง"
        )
    if not found:
        raise UsageError(f"{file}: ไม่มีแถวของ อปท. มีแต่ชื่อคอลัมน์ จึงไม่มีอะไรให้เทียบ")
    return {code: lao for code, (_, lao) in found.items()}


def _first(places: list[str]) -> str:
    return ", ".join(places[:_SHOWN]) + (f" และอีก {len(places) - _SHOWN:,} แห่ง" if len(places) > _SHOWN else "")


def _table(file: Path, text: str) -> tuple[dict[str, int], Iterator[_Row]]:
    """Return the column positions by name, and the rows below the heading."""
    best: list[str] = []
    for separator in _SEPARATORS:
        rows = _rows(file, text, separator)
        for _, (_, cells) in zip(range(_HEADING_WITHIN), rows, strict=False):
            names = [_heading(cell) for cell in cells]
            if set(COLUMNS) <= set(names):
                return {name: names.index(name) for name in COLUMNS}, rows
            if len(set(names) & set(COLUMNS)) > len(set(best) & set(COLUMNS)):
                best = names
    missing = [column for column in COLUMNS if column not in best]
    found = ", ".join(name for name in best if name)
    raise UsageError(
        f"{file}: ไม่มีคอลัมน์ {', '.join(missing)}{f' (พบ {printable(found[:200])})' if found else ''} "
        f"บรรทัดแรกต้องเป็นชื่อคอลัมน์ {','.join(COLUMNS)}"
    )


def _rows(file: Path, text: str, separator: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{file}:{reader.line_num}: อ่านเป็นตาราง CSV ไม่ได้ ({error})") from error


def _heading(cell: str) -> str:
    return normalise(cell).casefold().replace(" ", "_")


def _registered(row: Mapping[str, str]) -> RegisteredLao:
    number = re.sub(r"[\s'’]|\.0+$", "", to_arabic(row["province_code"]))
    province = PROVINCES.get(number)
    kind, name = normalise(row["type_th"]), normalise(row["name_th"])
    if (kind, name) == _SPECIAL:
        kind, name = "เมืองพัทยา", "พัทยา"
    return RegisteredLao(
        type=LAO_TYPES.get(kind, kind),
        name=name,
        district=_DISTRICT.sub("", normalise(row["district_name_th"])),
        province=province.name if province else "",
    )


def _text(file: Path) -> str:
    if not file.is_file():
        raise UsageError(f"ไม่พบไฟล์ทะเบียน {file}")
    if file.stat().st_size > _LARGEST:
        raise UsageError(f"{file}: ไฟล์ใหญ่เกินกว่าจะเป็นทะเบียน อปท.")
    content = file.read_bytes()
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UsageError(f"{file}: เป็นไฟล์ของโปรแกรมตารางคำนวณ ให้เปิดแล้วบันทึกเป็น “CSV UTF-8”")
    # The last is "CSV" for a spreadsheet on a Thai Windows; UTF-16 is its "Unicode text".
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp874"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{file}: ไม่ได้บันทึกเป็น UTF-8 ให้บันทึกใหม่เป็น “CSV UTF-8”")
