"""Advice on values whose first character is a YAML indicator, usually meant as text."""

from __future__ import annotations

import re

from generator.reading.yaml_text.advice import Advice
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.special_characters import in_quotes, shorten

CLOSING = {"[": ("]", "รายการ"), "{": ("}", "กลุ่มหัวข้อ")}
MEANINGS = {
    "-": "(เริ่มรายการ)",
    "*": "(อ้างถึงค่าที่อื่น)",
    "&": "(ตั้งชื่อให้ค่า)",
    "!": "(กำหนดชนิดของค่า)",
    "%": "(คำสั่งของ YAML)",
    "@": "(สงวนไว้)",
    "`": "(สงวนไว้)",
    "[": "(เริ่มรายการ)",
    "]": "(ปิดรายการ)",
    "{": "(เริ่มกลุ่มหัวข้อ)",
    "}": "(ปิดกลุ่มหัวข้อ)",
    "|": "(เริ่มข้อความหลายบรรทัด ต้องขึ้นบรรทัดใหม่ทันที)",
    ">": "(เริ่มข้อความหลายบรรทัด ต้องขึ้นบรรทัดใหม่ทันที)",
    ",": "(คั่นรายการ)",
    "?": "(เริ่มหัวข้อแบบซับซ้อน)",
    ":": "(คั่นหัวข้อกับค่า)",
}


def value_at(source: SourceText, number: int, column: int) -> str:
    """Return the value at a column of line `number` (both from 0), up to the next comma within brackets."""
    entry, rest = source.entry(number), source.line(number)[column:].rstrip()
    if column > entry.start and entry.value[:1] in CLOSING:
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0].rstrip() or rest
    return rest


def special_start(value: str, line: int, column: int) -> Advice:
    """Explain a value whose first character is a YAML indicator."""
    meaning = f"ค่า “{shorten(value)}” ขึ้นต้นด้วยเครื่องหมาย {value[0]} ซึ่งมีความหมายพิเศษใน YAML {MEANINGS[value[0]]}"
    if value[0] in CLOSING and not _is_closed(value):
        meaning += f" แต่ไม่มีเครื่องหมายปิด {CLOSING[value[0]][0]}"
    elif surplus := _surplus(value):
        meaning += f" และมีเครื่องหมายปิด {surplus} เกินมา"
    return Advice("YAML-025", line, column, meaning, _remedy_of_start(value))


def _remedy_of_start(value: str) -> str:
    """Return the remedy for a value that begins with a YAML indicator, meant as text or not."""
    mark, remedy = value[0], quote_it(value)
    if mark == "-":
        return f"{remedy} หรือหากเป็นรายการ ให้ขึ้นบรรทัดใหม่แล้วเยื้องเข้าไปก่อนเครื่องหมาย -"
    if mark not in CLOSING:
        return remedy
    closing, kind = CLOSING[mark]
    if value == mark:
        return f"ปิด{kind}ด้วยเครื่องหมาย {closing} หลังค่าสุดท้าย"
    if surplus := _surplus(value):
        return f"ลบเครื่องหมาย {surplus} ที่เกินมาท้ายค่า หรือหากเป็นข้อความ ให้{remedy}"
    if _is_closed(value):
        return f"{remedy} หรือหากเป็น{kind} ต้องไม่มีข้อความต่อท้ายเครื่องหมาย {closing}"
    return f"ปิด{kind}ด้วยเครื่องหมาย {closing} หลังค่าสุดท้าย หรือหากเป็นข้อความ ให้{remedy}"


def _surplus(value: str) -> str:
    """Return the bracket at the end of a value that closes nothing; empty if there is none."""
    bare = value.partition(" #")[0].rstrip()
    closing = bare[-1:]
    opening = {"]": "[", "}": "{"}.get(closing, "")
    return closing if opening and bare[:1] in CLOSING and bare.count(closing) > bare.count(opening) else ""


def _is_closed(value: str) -> bool:
    """Return whether the brackets of a value are closed before its comment."""
    return balanced(value.partition(" #")[0])


def balanced(text: str) -> bool:
    """Return whether as many brackets are closed as opened."""
    return text.count("[") <= text.count("]") and text.count("{") <= text.count("}")


def quote_it(value: str) -> str:
    """Return the remedy for a value that YAML does not parse as text: quote it."""
    return f"ใส่ค่านี้ทั้งหมดไว้ในเครื่องหมายคำพูด เช่น {in_quotes(value)}"
