"""A registry of LAOs as a CSV file, such as officers download and save from a spreadsheet: rows in, `Stated` out."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from generator.drafting.identity import Stated
from generator.errors import UsageError
from generator.thai.numerals import to_arabic
from generator.thai.provinces import PROVINCES
from generator.thai.text import closest, normalise

COLUMNS = ("dla_code", "type_th", "name_th", "province_code", "district_name_th")
"""Columns that a registry must have, in any order; others are ignored."""

_SHOWN = 3
_LARGEST = 50_000_000


def read_registry(file: Path) -> dict[str, Stated]:
    """Return what a registry says, by code.

    Understands UTF-8 with or without a byte order mark, Windows' Thai code page, and any line ends. Raises UsageError
    when the file is no such table.
    """
    rows = csv.DictReader(io.StringIO(_text(file), newline=""))
    try:
        missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise UsageError(f"{file}: ไม่มีคอลัมน์ {', '.join(missing)} บรรทัดแรกต้องเป็นชื่อคอลัมน์ {','.join(COLUMNS)}")
        return {to_arabic(row["dla_code"] or "").strip(): _stated(row) for row in rows}
    except csv.Error as error:
        raise UsageError(f"{file}:{rows.line_num}: อ่านเป็นตาราง CSV ไม่ได้ ({error})") from error


def look_up(code: str, name: str, registry: Mapping[str, Stated], file: Path) -> Stated:
    """Return the row of a code; raise UsageError that names the codes that may be meant."""
    if code in registry:
        return registry[code]
    message = f"ไม่มีรหัส อปท. {code} ใน {file}"
    if near := _near(code, name, registry):
        raise UsageError(f"{message} อาจหมายถึง {' หรือ '.join(_shown(other, registry) for other in near)}")
    raise UsageError(f"{message} ตรวจรหัสกับทะเบียนของกรมส่งเสริมการปกครองท้องถิ่น")


def _near(code: str, name: str, registry: Mapping[str, Stated]) -> list[str]:
    """Return codes that may be meant: of the same name, of another type at the same place, or typed alike."""
    named = [other for other, stated in registry.items() if name and stated.name == normalise(name)]
    # An LAO that was upgraded keeps the last six digits.
    upgraded = [other for other in registry if other[1:] == code[1:]]
    province = [other for other in registry if other[1:3] == code[1:3]]
    alike = closest(code, province) or closest(code, registry)
    return (named or upgraded or ([alike] if alike else []))[:_SHOWN]


def _stated(row: Mapping[str, str | None]) -> Stated:
    province = PROVINCES.get(to_arabic(row["province_code"] or "").strip())
    return Stated(
        type=normalise(row["type_th"] or ""),
        name=normalise(row["name_th"] or ""),
        district=normalise(row["district_name_th"] or ""),
        province=province.name if province else "",
    )


def _shown(code: str, registry: Mapping[str, Stated]) -> str:
    row = registry[code]
    return f"{code} ({row.type} {row.name} อ.{row.district} จ.{row.province})"


def _text(file: Path) -> str:
    if not file.is_file():
        raise UsageError(f"ไม่พบไฟล์ทะเบียน {file}")
    if file.stat().st_size > _LARGEST:
        raise UsageError(f"{file}: ไฟล์ใหญ่เกินกว่าจะเป็นทะเบียน อปท.")
    content = file.read_bytes()
    for encoding in ("utf-8-sig", "cp874"):  # the second is what "CSV" means to a spreadsheet on a Thai Windows
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{file}: ไม่ได้บันทึกเป็น UTF-8 ให้บันทึกใหม่เป็น “CSV UTF-8”")
