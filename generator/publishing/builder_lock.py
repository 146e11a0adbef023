"""Locks between processes that the system releases when their holder ends, even if killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import UsageError

try:
    import fcntl
except ImportError:  # Windows: publishing by push needs Linux or a BSD
    fcntl = None  # type: ignore[assignment]  # a module elsewhere


@contextmanager
def locked(file: Path, *, wait: bool) -> Iterator[bool]:
    """Hold a lock during the block; yield whether it is held.

    With `wait`, blocks until it is. Raises OSError if the file cannot be created, UsageError on Windows.
    """
    if fcntl is None:
        raise UsageError("การเผยแพร่ด้วย git push ใช้ได้บนเครื่องแม่ข่าย Linux เท่านั้น")
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(handle)  # also releases the lock
