"""Writes a fictional nation to disk, LAO by LAO, in constant memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random

from generator.demo.offices import Office
from generator.demo.plans import lao_files
from generator.demo.planted_errors import slipped
from generator.errors import UsageError

MARKER = ".phaen-demo"
"""Marks a folder made by this command, which it may overwrite."""
GIT_MARKER = "phaen-demo"
"""Marks, in `.git/`, a repository made by this command."""
_OURS = frozenset({MARKER, "plans", "frameworks"})


def prepare_folder(out: Path, frameworks: Path) -> None:
    """Make an empty folder with the marker file and a copy of the national documents.

    Raises UsageError if `out` has files that this command did not make, or is not writable.
    """
    target = out.resolve()
    if target.is_relative_to(frameworks.resolve()):
        raise UsageError(f"{out} อยู่ในโฟลเดอร์เอกสารกลาง {frameworks} ให้เลือกโฟลเดอร์อื่น")
    if out.is_symlink():
        raise UsageError(f"{out} เป็นลิงก์ ให้ระบุโฟลเดอร์จริง")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{out} เป็นไฟล์ ให้ระบุชื่อโฟลเดอร์")
    try:
        if target.is_dir():
            _clear(out, target)
        target.mkdir(parents=True, exist_ok=True)
        # First: an interrupted run leaves a folder that the next run may overwrite.
        (target / MARKER).write_text("ข้อมูลสมมุติ สร้างด้วยคำสั่ง phaen demo\n", "utf-8")
        shutil.copytree(frameworks, target / "frameworks")
    except OSError as error:
        raise UsageError(f"เขียน {out} ไม่ได้ ({error.strerror or type(error).__name__}) ให้เลือกโฟลเดอร์อื่น") from error


def _clear(out: Path, target: Path) -> None:
    names = {entry.name for entry in target.iterdir()}
    if not names:
        return
    if MARKER not in names:
        raise UsageError(f"{out} มีไฟล์อยู่แล้วและไม่ใช่โฟลเดอร์ที่คำสั่งนี้สร้างไว้ จึงไม่เขียนทับ ให้ระบุโฟลเดอร์ใหม่")
    ours = _OURS | ({".git"} if (target / ".git" / GIT_MARKER).is_file() else set())
    if names - ours:
        others = ", ".join(sorted(names - ours)[:3])
        raise UsageError(f"{out} มีสิ่งที่คำสั่งนี้ไม่ได้สร้าง ({others}) จึงไม่เขียนทับ ให้ย้ายออกก่อน หรือระบุโฟลเดอร์ใหม่")
    for name in ("plans", "frameworks", ".git"):
        # A symlink at this path is deleted, never followed.
        (target / name).unlink() if (target / name).is_symlink() else shutil.rmtree(target / name, ignore_errors=True)


def write_nation(out: Path, all_offices: Iterable[Office], seed: int, entries: Mapping[str, str]) -> None:
    """Write the LAOs below `out/plans/`; `entries` are those of the national frameworks, by id."""
    for office in all_offices:
        folder = out / "plans" / f"{office.code}-{office.slug}"
        chance = Random(f"{seed}/{office.code}/slips")  # noqa: S311  # not for security
        files, _ = slipped(lao_files(office, seed, entries), chance)
        made: set[Path] = set()
        for name, content in files.items():
            path = folder / name
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            path.write_bytes(content)
