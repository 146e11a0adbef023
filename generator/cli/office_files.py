"""Office files on the command line: recognises them among targets, and writes files, never over other content."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from generator.cli.finding_files import shown_path
from generator.errors import UsageError

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def is_workbook(target: str) -> bool:
    """Return whether a target is a spreadsheet file."""
    return target.lower().endswith(WORKBOOKS)


def write_whole(file: Path, content: bytes, endings: tuple[str, ...] = (".xlsx",)) -> None:
    """Write a workbook, or a file with other endings, atomically.

    Raises UsageError for a name with another extension, and for an existing file with other bytes: nothing shows
    whether an officer edited it.
    """
    if file.suffix.lower() not in endings:
        raise UsageError(f"“{file.name}” ต้องลงท้ายด้วย {endings[0]}")
    if file.is_symlink() or file.is_dir():
        raise UsageError(f"“{file.name}” เป็นลิงก์หรือโฟลเดอร์ จึงไม่เขียน")
    if not file.parent.is_dir():
        raise UsageError(
            f"ไม่มีโฟลเดอร์ “{shown_path(file.parent)}” จึงสร้าง {shown_path(file)} ไม่ได้ ให้สร้างโฟลเดอร์ก่อน หรือระบุที่อื่น"
        )
    try:
        if file.exists():
            _refuse_other(file, content)
            return
        _write(file, content)
    except OSError as error:
        raise UsageError(
            f"เขียน {shown_path(file)} ไม่ได้ ({error.strerror}) ให้ปิดไฟล์ที่เปิดอยู่ ตรวจสิทธิ์และที่ว่างของโฟลเดอร์ หรือระบุที่อื่น"
        ) from error


def refuse_own_input(out: Path, read: Path) -> None:
    """Raise UsageError if a workbook would be written over the one that is read."""
    if out.resolve() == read.resolve() or (out.exists() and read.exists() and out.samefile(read)):
        raise UsageError(f"{shown_path(out)} คือสมุดงานที่สั่งให้ตรวจ จึงไม่เขียนทับ ให้ระบุชื่ออื่นหลัง --annotate เช่น คำตอบ.xlsx")


def _refuse_other(file: Path, content: bytes) -> None:
    if file.stat().st_size != len(content) or file.read_bytes() != content:
        raise UsageError(
            f"มี {shown_path(file)} อยู่แล้ว และไม่ตรงกับที่จะเขียน อาจมีสิ่งที่แก้ไว้ จึงไม่เขียนทับ "
            "ให้ระบุชื่ออื่น หรือลบไฟล์เดิมถ้าไม่ใช้แล้ว แล้วสั่งใหม่"
        )


def _write(file: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".phaen-book-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)
