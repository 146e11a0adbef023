"""Office files on the command line: recognises them among targets, and writes a workbook atomically."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from generator.errors import UsageError

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def is_workbook(target: str) -> bool:
    """Return whether a target is a spreadsheet file."""
    return target.lower().endswith(WORKBOOKS)


def write_whole(file: Path, content: bytes) -> None:
    """Write a workbook atomically, replacing an older one; raise UsageError for a name with another extension."""
    if file.suffix.lower() != ".xlsx":
        raise UsageError(f"“{file.name}” ต้องลงท้ายด้วย .xlsx")
    if file.is_symlink() or file.is_dir():
        raise UsageError(f"“{file.name}” เป็นลิงก์หรือโฟลเดอร์ จึงไม่เขียน")
    descriptor, name = tempfile.mkstemp(prefix=".phaen-book-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)
