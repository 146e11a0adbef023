"""Texts outside the content, for `phaen check --text`: a file name in, its text or an error out."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from generator.drafting.encodings import NO_TEXT
from generator.drafting.rewriting import LARGEST
from generator.errors import UsageError
from generator.findings import printable

STDIN = "-"
"""The name of standard input."""
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input for `-`, with uniform line ends.

    Raises UsageError, worded for the officer, if the file is missing, not a text, or too large.
    """
    shown = "ข้อความที่ส่งเข้ามา" if name == STDIN else f"“{printable(name[:200])}”"
    try:
        content = _content(name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError(f"เปิด {shown} ไม่ได้ ({reason}) ตรวจว่าเป็นไฟล์ที่มีอยู่จริงและมีสิทธิ์อ่าน") from error
    if len(content) > LARGEST:
        raise UsageError(f"{shown} ใหญ่เกิน {LARGEST // 1_000_000} ล้านไบต์ที่ตรวจได้ในครั้งเดียว ให้แบ่งเป็นหลายไฟล์")
    if content.startswith(_OTHER_MARKS):
        raise UsageError(f"{shown} บันทึกเป็นรหัส UTF-16 (Unicode) {_SAVE_AS}")
    if content.startswith(NO_TEXT) or b"\0" in content:
        raise UsageError(f"{shown} ไม่ใช่ไฟล์ข้อความ ให้เปิดในโปรแกรมเดิม แล้วบันทึกเป็นข้อความล้วน (.txt) รหัส UTF-8 ก่อน")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UsageError(f"{shown} ไม่ได้บันทึกเป็นรหัส UTF-8 จึงอ่านไม่ได้ตั้งแต่บรรทัดที่ {line:,} {_SAVE_AS}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


_SAVE_AS = "ให้สั่ง phaen fix กับไฟล์นี้ หรือเปิดในโปรแกรมแก้ไขข้อความ แล้วบันทึกเป็นรหัสตัวอักษร (Encoding) UTF-8"


def _content(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(name).open("rb") as stream:
        return stream.read(LARGEST + 1)
