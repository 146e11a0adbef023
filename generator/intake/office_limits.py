"""Limits for office files: detects the kind from the bytes, and refuses what cannot be read safely.

In: name and bytes. Out: the kind, or UsageError with a Thai reason. Sizes are checked before unpacking.
"""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import Path

from generator.errors import UsageError

LARGEST = 20_000_000
"""In bytes, per file."""
_LARGEST_UNPACKED = 200_000_000
_MOST_PARTS = 5_000
_RATIO = 200
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class OfficeKind(StrEnum):
    """Actual kind of a file, whatever its name."""

    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    DOC = "doc"
    ODS = "ods"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"


def read_office_file(file: Path) -> bytes:
    """Return the bytes of a regular file; UsageError above the limit."""
    if not file.is_file():
        raise UsageError(f"ไม่พบไฟล์ “{file}”")
    if file.stat().st_size > LARGEST:
        size = f"“{file.name}” ใหญ่เกิน {LARGEST // 1_000_000} ล้านไบต์"
        if file.suffix.lower() == ".pdf":
            raise UsageError(
                f"{size} ถ้าเป็นภาพสแกน ให้สั่ง phaen template แล้วกรอกในสมุดงานโดยเปิดภาพสแกนไว้ข้างกัน "
                "ถ้ามีข้อความ ให้แยกเฉพาะหน้าของแผน"
            )
        raise UsageError(f"{size} ให้ลบรูปภาพออกหรือแบ่งไฟล์ก่อน")
    return file.read_bytes()


def kind_of_office_file(name: str, content: bytes) -> OfficeKind:
    """Return the kind of a file; UsageError if it is not an office file, damaged, encrypted, or has macros."""
    if not content:
        raise UsageError(f"“{name}” เป็นไฟล์ว่าง อาจคัดลอกหรือดาวน์โหลดไม่ครบ ให้คัดลอกใหม่ หรือขอไฟล์จากผู้จัดทำอีกครั้ง")
    if content[:1024].lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(b"%PDF"):
        return OfficeKind.PDF
    if content.startswith(b"{\\rtf"):
        return OfficeKind.RTF
    if content.startswith(_OLE):
        return _kind_of_ole(name, content)
    if content.startswith(b"PK"):
        return _kind_of_zip(name, content)
    raise UsageError(
        f"“{name}” ไม่ใช่ไฟล์ Word, Excel, OpenDocument หรือ PDF แม้ชื่อจะลงท้ายอย่างนั้น "
        "ให้เปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็น .docx หรือ .xlsx"
    )


def misnamed(name: str, content: bytes) -> str:
    """Return a note on a file whose ending differs from its kind; empty without a difference or an ending."""
    kind, ending = kind_of_office_file(name, content), Path(name).suffix
    if not ending or ending.lower() == f".{kind}":
        return ""
    return f"“{name}” เป็นไฟล์ .{kind} แม้ชื่อลงท้ายด้วย {ending} จึงอ่านเป็น .{kind}"


def _kind_of_ole(name: str, content: bytes) -> OfficeKind:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UsageError(f"“{name}” มีรหัสผ่าน ให้เปิดแล้วบันทึกโดยไม่ใส่รหัสผ่านก่อน")
    if "WordDocument".encode("utf-16-le") in content:
        return OfficeKind.DOC
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return OfficeKind.XLS
    raise UsageError(f"“{name}” เป็นไฟล์รุ่นเก่าที่ไม่รู้จัก ให้บันทึกเป็น .docx หรือ .xlsx ก่อน")


def _kind_of_zip(name: str, content: bytes) -> OfficeKind:
    damaged = f"“{name}” เสียหาย เปิดไม่ได้ ให้ขอไฟล์ใหม่ หรือเปิดด้วยโปรแกรมเดิมแล้วบันทึกอีกครั้ง"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            unpacked = sum(part.file_size for part in parts)
            if (
                len(parts) > _MOST_PARTS
                or unpacked > _LARGEST_UNPACKED
                or unpacked > _RATIO * max(len(content), 100_000)
            ):
                raise UsageError(f"“{name}” คลายออกแล้วใหญ่ผิดปกติ จึงไม่เปิด")
            if any(part.flag_bits & 1 for part in parts):
                raise UsageError(f"“{name}” มีรหัสผ่าน ให้เปิดแล้วบันทึกโดยไม่ใส่รหัสผ่านก่อน")
            if any(one.rsplit("/", 1)[-1].lower() == "vbaproject.bin" for one in names):
                raise UsageError(f"“{name}” มีมาโคร ให้บันทึกเป็นไฟล์ .docx หรือ .xlsx ซึ่งไม่มีมาโคร")
            kind = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        # zipfile's errors for a damaged archive, an unknown compression (NotImplementedError), and an encrypted part
        # whose flag is not set (RuntimeError). In each case the officer needs another file.
        raise UsageError(damaged) from error
    if "word/document.xml" in names:
        return OfficeKind.DOCX
    if "xl/workbook.xml" in names:
        return OfficeKind.XLSX
    if kind.endswith("opendocument.spreadsheet"):
        return OfficeKind.ODS
    if kind.endswith("opendocument.text"):
        return OfficeKind.ODT
    raise UsageError(f"“{name}” ไม่ใช่ไฟล์ Word, Excel หรือ OpenDocument")
