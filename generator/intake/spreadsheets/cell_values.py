"""Converts a spreadsheet cell's value to the text shown to the officer, with remarks on doubtful values.

Spreadsheets convert typed text to numbers and dates: `1.10` becomes 1.1, `9/2566` a date. The text is made from the
value and its number format; if it may differ from what was typed, a remark says why to check it.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from generator.thai.dates import format_thai_date
from generator.thai.numerals import to_thai

_THAI_DIGITS = re.compile(r"\[\$-[Dd][0-9A-Fa-f]*41E\]|^t(?=[0#])", re.IGNORECASE)
_FIRST_BUDDHIST = 2400
"""No plan names a day of this Common Era year: the year was typed in the Buddhist era."""
A_DAY = "ช่องนี้เก็บเป็นวันที่ อาจเป็นเลขที่หรือครั้งที่ประชุมที่โปรแกรมเปลี่ยนให้"
A_FRACTION = "ช่องนี้เก็บเป็นตัวเลขทศนิยม เลขศูนย์ท้ายจุดทศนิยมอาจหายไป"
NO_VALUE = "สูตรในช่องนี้ไม่มีผลคำนวณเก็บไว้ ให้เปิดไฟล์แล้วบันทึกอีกครั้ง หรือพิมพ์ค่าทับ"
AN_ERROR = "ช่องนี้เป็นค่าผิดพลาดของสูตร"


def cell_text(value: Any, number_format: str = "General") -> tuple[str, str]:
    """Return the text of a cell's value and a remark, empty if there is none."""
    if value is None:
        return "", ""
    if isinstance(value, str):
        text = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return text, AN_ERROR if re.fullmatch(r"#(?:REF|VALUE|NAME|DIV/0|N/A|NUM|NULL)[!?]?", text) else ""
    if isinstance(value, bool):
        return "yes" if value else "no", ""
    if isinstance(value, datetime.datetime | datetime.date):
        day = value.date() if isinstance(value, datetime.datetime) else value
        thai = bool(_THAI_DIGITS.search(number_format))
        if day.year >= _FIRST_BUDDHIST:
            text = _as_shown(day, number_format)
            return to_thai(text) if thai else text, A_DAY
        return format_thai_date(day, "thai" if thai else "arabic"), A_DAY
    if isinstance(value, int | float | Decimal):
        return _number_text(value, number_format)
    return str(value), ""


def _as_shown(day: datetime.date, number_format: str) -> str:
    """Return a day as its cell shows it, or as it was typed: `9/2566` is stored as a day of the year 2566."""
    parts = {"d": str(day.day), "m": str(day.month), "y": str(day.year)}
    shown = re.sub(r"\[[^]]*\]|;.*", "", number_format.lower())
    if re.fullmatch(r"[dmy/. -]*m[dmy/. -]*", shown) and "mmm" not in shown:
        return re.sub(r"d+|m+|y+", lambda match: parts[match[0][0]], shown).strip()
    return f"{day.day}/{day.month}/{day.year}" if "d" in shown else f"{day.month}/{day.year}"


def _number_text(value: float | Decimal, number_format: str) -> tuple[str, str]:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    is_whole = exact == exact.to_integral_value()
    decimals = re.search(r"\.([0#?]+)", number_format)
    places = len(decimals[1]) if decimals else 0
    if decimals and exact == round(exact, places):
        text = f"{exact:,.{places}f}" if "," in number_format else f"{exact:.{places}f}"
    elif is_whole:
        text = f"{int(exact):,}" if "," in number_format else str(int(exact))
    else:
        text = f"{exact:,f}" if "," in number_format else f"{exact:f}"
    if number_format.endswith("%"):
        text = f"{exact * 100:f}".rstrip("0").rstrip(".") + "%"
    text = to_thai(text) if _THAI_DIGITS.search(number_format) else text
    return text, "" if is_whole or decimals else A_FRACTION
