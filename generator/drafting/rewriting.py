"""Replaces a file by its repaired version in one step, keeping a backup beside it.

No other existing file is overwritten; symlinks are rejected, so that nothing elsewhere is written.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from generator.errors import UsageError
from generator.reading.folders import BACKUP

LARGEST = 2_000_000
"""Bytes; a book of a thousand pages in Thai."""
_MOST_BACKUPS = 1_000


def read_bytes(file: Path) -> bytes:
    """Return the bytes of a regular file; raise UsageError, without the name, for a symlink, folder or large file."""
    try:
        kind = file.lstat().st_mode
        if stat.S_ISLNK(kind):
            raise UsageError("เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต ให้ระบุไฟล์จริง")
        if not stat.S_ISREG(kind):
            raise UsageError("ไม่ใช่ไฟล์ ให้ระบุชื่อไฟล์ทีละไฟล์")
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError(f"เปิดไม่ได้ ({reason}) ตรวจว่าเป็นไฟล์ที่มีอยู่จริงและมีสิทธิ์อ่าน") from error
    if len(content) > LARGEST:
        raise UsageError(f"ใหญ่เกิน {LARGEST // 1_000_000} ล้านไบต์ที่แก้ได้ในครั้งเดียว ให้แบ่งเป็นหลายไฟล์")
    return content


def rewrite(file: Path, old: bytes, new: bytes) -> Path:
    """Replace the content of a file, keep the old one as a backup, and return the backup's path.

    Raises UsageError, without a file name, if that fails; the file is then unchanged.
    """
    try:
        mode = stat.S_IMODE(file.lstat().st_mode)
        backup = _write_backup(file, old, mode)
        descriptor, name = tempfile.mkstemp(prefix=".phaen-fix-", dir=file.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(new)
            Path(name).chmod(mode)
            Path(name).replace(file)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise UsageError(f"เขียนไม่ได้ ({error.strerror or type(error).__name__}) ไฟล์ยังเป็นอย่างเดิม") from error
    return backup


def _write_backup(file: Path, content: bytes, mode: int) -> Path:
    for number in range(1, _MOST_BACKUPS):
        backup = file.with_name(f"{file.name}{'' if number == 1 else f'.{number}'}{BACKUP}")
        try:
            with backup.open("xb") as stream:
                stream.write(content)
        except FileExistsError:
            continue
        backup.chmod(mode)
        return backup
    raise UsageError(f"มีไฟล์สำรองอยู่แล้ว {_MOST_BACKUPS - 1:,} ไฟล์ ให้ย้ายไฟล์ที่ลงท้ายด้วย {BACKUP} ไปเก็บที่อื่นก่อน")
