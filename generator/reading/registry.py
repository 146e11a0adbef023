"""A registry of LAOs as a CSV file, such as officers download and save from a spreadsheet: rows in, records out."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.model.lao import LAO_TYPES
from generator.model.registered import RegisteredLao
from generator.thai.numerals import to_arabic
from generator.thai.provinces import PROVINCES
from generator.thai.text import normalise

COLUMNS = ("dla_code", "type_th", "name_th", "province_code", "district_name_th")
"""Columns that a registry must have, in any order; others are ignored."""

_LARGEST = 50_000_000
_SPECIAL = ("ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา")
"""How the registry has the one LAO of a special kind: a type of its own, and what is our type as the name."""


def read_registry(file: Path) -> dict[str, RegisteredLao]:
    """Return what a registry says, by code.

    Understands UTF-8 with or without a byte order mark, Windows' Thai code page, and any line ends. Raises UsageError
    when the file is no such table.
    """
    rows = csv.DictReader(io.StringIO(_text(file), newline=""))
    try:
        missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise UsageError(f"{file}: ไม่มีคอลัมน์ {', '.join(missing)} บรรทัดแรกต้องเป็นชื่อคอลัมน์ {','.join(COLUMNS)}")
        return {to_arabic(row["dla_code"] or "").strip(): _registered(row) for row in rows}
    except csv.Error as error:
        raise UsageError(f"{file}:{rows.line_num}: อ่านเป็นตาราง CSV ไม่ได้ ({error})") from error


def _registered(row: Mapping[str, str | None]) -> RegisteredLao:
    province = PROVINCES.get(to_arabic(row["province_code"] or "").strip())
    kind, name = normalise(row["type_th"] or ""), normalise(row["name_th"] or "")
    if (kind, name) == _SPECIAL:
        kind, name = "เมืองพัทยา", "พัทยา"
    return RegisteredLao(
        type=LAO_TYPES.get(kind, kind),
        name=name,
        district=normalise(row["district_name_th"] or ""),
        province=province.name if province else "",
    )


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
