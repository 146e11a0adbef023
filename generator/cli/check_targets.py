"""Parses the targets of `phaen check`: codes, folders and files in, a `Scope` out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.building.checking import EVERYTHING, Scope
from generator.cli.finding_files import shown_path
from generator.errors import UsageError
from generator.reading.folders import LAO_FOLDER
from generator.reading.lao_codes import as_lao_code


def read_targets(targets: Iterable[str], content: Path) -> Scope:
    """Return the combined scope of the targets; everything if there are none.

    Raises UsageError for a target that does not exist or is not in the content folder.
    """
    scopes = [_scope_of(target, content) for target in targets] or [EVERYTHING]
    if any(scope.everything for scope in scopes):
        return EVERYTHING
    return Scope(
        everything=False,
        frameworks=any(scope.frameworks for scope in scopes),
        codes=tuple(dict.fromkeys(code for scope in scopes for code in scope.codes)),
        parts=tuple(dict.fromkeys(part for scope in scopes for part in scope.parts)),
        entries=tuple(entry for scope in scopes for entry in scope.entries),
    )


def _scope_of(target: str, content: Path) -> Scope:
    if code := as_lao_code(target):
        return Scope(everything=False, codes=(code,))
    candidates = (Path(target), content / target, content / "plans" / target)
    path = next((path for path in candidates if path.is_symlink() or path.exists()), None)
    if path is None:
        raise UsageError(f"ไม่พบ “{target[:100]}” ให้ระบุรหัส อปท. 7 หลัก หรือโฟลเดอร์หรือไฟล์ที่มีอยู่ใน {content}")
    # Do not follow a symlink in the last part: the symlink may be the error.
    absolute = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    root = content.resolve()
    if not absolute.is_relative_to(root) and absolute.resolve() != root:
        raise UsageError(
            f"“{target[:100]}” ไม่ได้อยู่ในโฟลเดอร์ข้อมูล {shown_path(content)} ถ้าต้องการตรวจข้อความทั่วไป ให้ใช้ --text"
        )
    parts = absolute.relative_to(root).parts if absolute.is_relative_to(root) else ()
    if parts[:1] == ("frameworks",):
        return Scope(everything=False, frameworks=True)
    if len(parts) >= 2 and parts[0] == "plans":
        match = LAO_FOLDER.fullmatch(parts[1])
        if match and len(parts) > 2:
            return Scope(everything=False, parts=((match[1], "/".join(parts)),))
        if match:
            return Scope(everything=False, codes=(match[1],))
        return Scope(everything=False, entries=(f"plans/{parts[1]}",))
    return EVERYTHING
