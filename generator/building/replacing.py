"""Fills a folder beside the target and swaps it in when complete.

Target path in, empty work folder out. On any failure the target is restored.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import UsageError
from generator.history.site_integrity import MARKER as MARKER

_WAITS = (0.1, 0.3, 0.6, 1.0)
"""Seconds between attempts: on Windows a virus scanner that reads new files blocks renaming."""


@contextmanager
def replacing(out: Path, content: Path) -> Iterator[Path]:
    """Yield an empty folder beside `out`; move it to `out` if the block raises nothing.

    Raises UsageError if `out` holds files that no build wrote, is inside the content folder, or is in use.
    """
    target = out.resolve()
    refuse_unfit(out, target, content.resolve())
    with work_folder(target) as work:
        fresh = work / "new"
        fresh.mkdir()
        yield fresh
        (fresh / MARKER).touch()
        change_over(fresh, target, work / "old", out)


@contextmanager
def work_folder(target: Path) -> Iterator[Path]:
    """Yield a folder beside `target`, on the same file system; delete it on exit."""
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def refuse_unfit(out: Path, target: Path, content: Path) -> None:
    """Raise UsageError if `out` holds files that no build wrote, is inside the content folder, or is in use."""
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or (target / MARKER).is_file())):
        raise UsageError(f"{out} มีอยู่แล้วและไม่ใช่โฟลเดอร์ที่คำสั่งนี้สร้างไว้ จึงไม่เขียนทับ ให้เลือกโฟลเดอร์อื่นหรือลบโฟลเดอร์นี้เอง")
    if target.is_relative_to(content):
        raise UsageError(f"{out} อยู่ในโฟลเดอร์ข้อมูล {content} ซึ่งเก็บเฉพาะข้อมูลที่กรอก ให้เลือกโฟลเดอร์ผลลัพธ์อื่น เช่น site")
    if Path.cwd().is_relative_to(target):
        raise UsageError(f"แทนที่ {out} ไม่ได้ เพราะท่านกำลังอยู่ในโฟลเดอร์นี้ ให้ออกจากโฟลเดอร์นี้ก่อน หรือเลือกโฟลเดอร์อื่น")


def change_over(fresh: Path, target: Path, old: Path, out: Path) -> None:
    """Move `target` to `old` and `fresh` to `target`; on failure restore both."""
    try:
        if target.exists():
            _move(target, old)
        _move(fresh, target)
    except BaseException as error:
        if old.exists() and not target.exists():
            _move(old, target)
        if isinstance(error, PermissionError):
            raise UsageError(
                f"แทนที่ {out} ไม่ได้ เพราะไม่มีสิทธิ์ หรือมีโปรแกรมอื่นเปิดไฟล์ในโฟลเดอร์นี้อยู่ ของเดิมยังอยู่ครบ "
                "ให้ปิดโปรแกรมนั้น (เช่น โปรแกรมดูเว็บไซต์ในเครื่อง หรือหน้าต่างที่เปิดโฟลเดอร์นี้ค้างไว้) แล้วสั่งซ้ำ หรือระบุ --out เป็นโฟลเดอร์อื่น"
            ) from error
        raise


def _move(source: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.rename(target)
