"""Decodes a text file: bytes in, its text and encoding name out; other files are rejected.

Valid UTF-8 is never decoded otherwise. TIS-620 is read as Windows-874, a superset.
"""

from __future__ import annotations

import codecs

from generator.errors import UsageError

UTF_8 = "UTF-8"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 ที่มีเครื่องหมายนำ (BOM)"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
"""Byte order mark, Python's name of the encoding, and its common name."""
NO_TEXT = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
"""First bytes of PDF, Word, Excel and picture files."""
_THAI = frozenset((*range(0xA1, 0xDB), *range(0xDF, 0xFC)))
_MOSTLY = 0.98


def decode_text(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding; raise UsageError if it is no text."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content, codec, name)
    if content.startswith(NO_TEXT):
        raise UsageError("ไม่ใช่ไฟล์ข้อความ ให้เปิดในโปรแกรมเดิม แล้วบันทึกเป็นข้อความล้วน (.txt) ก่อน")
    if b"\0" in content:
        # In UTF-16, each pair of a Thai or ASCII character has a small byte at the same position.
        codec = "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
        text, name = _decoded(content, codec, "UTF-16")
        if "\0" in text or any(one >= "\ud800" for one in text):
            raise UsageError("ไม่ใช่ไฟล์ข้อความ หรือเสียหายจนอ่านไม่ได้")
        return text, name
    try:
        return content.decode("utf-8"), UTF_8
    except UnicodeDecodeError:
        pass
    high = [byte for byte in content if byte >= 0x80]
    if sum(byte in _THAI for byte in high) >= _MOSTLY * len(high) and content.count(b"\xe0\xb8") <= 2:
        return _decoded(content, "cp874", "TIS-620 (Windows-874)")
    raise UsageError("อ่านไม่ออก เพราะไม่ใช่ UTF-8, UTF-16 หรือ TIS-620 ให้เปิดในโปรแกรมเดิม แล้วบันทึกเป็นรหัส UTF-8")


def _decoded(content: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return content.decode(codec), name
    except UnicodeDecodeError as error:
        raise UsageError(f"ดูเป็นรหัส {name} แต่มีส่วนที่เสียหาย จึงไม่ได้แปลง") from error
