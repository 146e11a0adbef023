"""Error messages for YAML-001 to YAML-013."""

from __future__ import annotations

from generator.reading.yaml_text.advice import Advice
from generator.reading.yaml_text.file_findings import FileFindings
from generator.reading.yaml_text.source import Position, ValuePath
from generator.reading.yaml_text.special_characters import clean, shorten

MAX_BYTES = 2_000_000
"""A real plan has 60 KB; a larger file is not a plan."""
MAX_DEPTH = 40
"""The content format has 8 levels."""


# A whole file.


def refuse_encoding(report: FileFindings, encoding: str | None, line: int, column: int) -> None:
    """Report that the file is not UTF-8, and its probable encoding."""
    guess = f" ลักษณะเป็นรหัส {encoding}" if encoding else ""
    report.add(
        "YAML-001",
        f"ไฟล์นี้ไม่ได้บันทึกเป็นรหัส UTF-8 จึงอ่านไม่ได้ตั้งแต่บรรทัดที่ {line}{guess}",
        "เปิดไฟล์ในโปรแกรมแก้ไขข้อความ เลือก “บันทึกเป็น” (Save As) แล้วเลือกรหัสตัวอักษร (Encoding) เป็น UTF-8",
        line,
        column,
    )


def refuse_empty(report: FileFindings) -> None:
    """Report an empty file."""
    report.add(
        "YAML-002",
        "ไฟล์นี้ว่างเปล่า ไม่มีข้อมูลใดนอกจากที่ว่างหรือหมายเหตุ",
        "กรอกข้อมูลตามรูปแบบใน docs/content-format.md หรือหากยังไม่ใช้ไฟล์นี้ ให้ลบออก",
        1,
    )


def refuse_size(report: FileFindings, size: int) -> None:
    """Report a file that is too large to be a plan."""
    report.add(
        "YAML-003",
        f"ไฟล์นี้มีขนาด {size / 1_000_000:,.1f} ล้านไบต์ เกินกว่า {MAX_BYTES // 1_000_000} ล้านไบต์ที่ระบบรับได้ จึงไม่ได้อ่าน",
        "ตรวจว่าวางไฟล์ถูกต้อง ไฟล์ข้อมูลแผนมีแต่ข้อความ ส่วนไฟล์ PDF หรือภาพสแกนให้วางในโฟลเดอร์ documents/",
    )


def too_deep(line: int, column: int) -> Advice:
    """Return the advice on values nested too deeply."""
    return Advice(
        "YAML-004",
        line,
        column,
        f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น จึงไม่ได้อ่านส่วนนี้",
        "ตรวจย่อหน้าและวงเล็บ [ { ที่เปิดซ้อนกัน รูปแบบข้อมูลแผนใช้ไม่เกิน 8 ชั้น",
    )


def refuse_document(report: FileFindings, position: Position) -> None:
    """Report a second document, which is not read."""
    report.add(
        "YAML-010",
        "ไฟล์นี้มีเอกสารมากกว่าหนึ่งชุด (คั่นด้วย --- หรือ ...) ข้อมูลตั้งแต่ตรงนี้ไปไม่ได้อ่าน",
        "ลบเครื่องหมายที่คั่นออก หรือแยกข้อมูลส่วนหลังเป็นอีกไฟล์หนึ่ง",
        *position,
    )


def refuse_opening(report: FileFindings, reason: str | None) -> None:
    """Report that the file cannot be opened, with the system's reason, or that it is not a file."""
    if reason is None:
        report.add("YAML-013", "สิ่งนี้ไม่ใช่ไฟล์ข้อมูล จึงเปิดอ่านไม่ได้", "ลบออก แล้วสร้างเป็นไฟล์ข้อความชื่อเดียวกัน")
    else:
        report.add("YAML-013", f"เปิดไฟล์นี้ไม่ได้ ({reason})", "ตรวจว่าไฟล์ยังอยู่ที่เดิมและมีสิทธิ์อ่าน")


# A key.


def refuse_duplicate(report: FileFindings, key: str, first_line: int, position: Position, path: ValuePath) -> None:
    """Report a duplicate key in a mapping."""
    report.add(
        "YAML-005",
        f"หัวข้อ “{shorten(key)}” ซ้ำ มีอยู่แล้วที่บรรทัด {first_line} และมีอีกที่บรรทัด {position[0]}",
        "เก็บไว้เพียงหัวข้อเดียว หากเป็นคนละรายการ ให้ตรวจว่าแต่ละรายการขึ้นต้นด้วยเครื่องหมาย -",
        *position,
        path,
    )


def refuse_merge(report: FileFindings, position: Position, path: ValuePath) -> None:
    """Report `<<`."""
    report.add(
        "YAML-008",
        "มีหัวข้อ << (การผสานข้อมูลจากที่อื่น) ซึ่งระบบไม่รับ",
        "ลบหัวข้อ << แล้วเขียนข้อมูลลงตรงนี้ให้ครบทุกหัวข้อ",
        *position,
        path,
    )


def refuse_key(report: FileFindings, text: str, position: Position, path: ValuePath) -> None:
    """Report a key that is empty or not a text."""
    report.add(
        "YAML-011",
        f"ชื่อหัวข้อใน “{shorten(text)}” ไม่ใช่ข้อความ",
        "ชื่อหัวข้อต้องเป็นคำภาษาอังกฤษตามรูปแบบ เช่น name: ตามด้วยวรรคและค่า หากเป็นรายการข้อความ ให้ใส่ค่าไว้ในเครื่องหมายคำพูด",
        *position,
        path,
    )


# A value.


def refuse_anchor(report: FileFindings, name: str, position: Position, path: ValuePath) -> None:
    """Report `&name`."""
    report.add(
        "YAML-006",
        f"มีการตั้งชื่อให้ค่า “&{shorten(name)}” ซึ่งระบบไม่รับ",
        "ลบคำที่ขึ้นต้นด้วย & ออก หาก & เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
        *position,
        path,
    )


def refuse_alias(report: FileFindings, name: str, position: Position, path: ValuePath) -> None:
    """Report `*name`."""
    report.add(
        "YAML-007",
        f"มีการอ้างถึงค่าที่อื่น “*{shorten(name)}” ซึ่งระบบไม่รับ",
        "เขียนค่าจริงลงตรงนี้แทน แม้จะซ้ำกับที่อื่น",
        *position,
        path,
    )


def refuse_tag(report: FileFindings, text: str, position: Position, path: ValuePath) -> None:
    """Report `!tag` and `%TAG`."""
    report.add(
        "YAML-009",
        f"มีป้ายกำกับชนิดข้อมูล (tag) ใน “{shorten(text)}” ซึ่งระบบไม่รับ",
        "ลบคำที่ขึ้นต้นด้วย ! ออก หาก ! เป็นส่วนหนึ่งของข้อความ ให้ใส่ค่าทั้งหมดไว้ในเครื่องหมายคำพูด",
        *position,
        path,
    )


def refuse_character(report: FileFindings, character: str, line_text: str, position: Position) -> None:
    """Report an invisible character that YAML forbids."""
    report.add(
        "YAML-012",
        f"มีอักขระควบคุมที่มองไม่เห็น (U+{ord(character):04X}) ใน “{shorten(clean(line_text))}”",
        "ลบอักขระนี้ออก หากมองไม่เห็น ให้ลบข้อความทั้งบรรทัดแล้วพิมพ์ใหม่ หรือวางข้อความแบบไม่มีรูปแบบ",
        *position,
    )


def refuse_escape(report: FileFindings, character: str, value: str, position: Position, path: ValuePath) -> None:
    """Report such a character written as an escape."""
    report.add(
        "YAML-012",
        f"ค่า “{shorten(clean(value))}” มีอักขระควบคุม (U+{ord(character):04X}) ที่เขียนด้วยเครื่องหมาย \\",
        "ลบเครื่องหมาย \\ และรหัสที่ตามมาออก หรือใช้เครื่องหมายคำพูดเดี่ยว (') แทนเครื่องหมายคำพูดคู่",
        *position,
        path,
    )
