"""Puts the files of a new folder in place, all or none.

Files are written to a folder beside plans/ and read there; only if that gives no error, the folder is moved into place,
in one step.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.findings import Finding, Severity
from generator.reading.content_tree import DiskTree, below
from generator.reading.lao_reader import read_lao


def place_folder(
    content: Path,
    target: Path,
    files: Mapping[str, str],
    code: str,
    framework_ids: Collection[str] | None,
    new_lao: str | None = None,
) -> list[Finding]:
    """Put a folder of text files at `target`, a folder of an LAO or of a cycle in one, below content/plans.

    `new_lao` replaces the LAO's lao.yml beside the folder of a cycle. Returns the findings of reading, without errors:
    these raise UsageError and leave nothing behind. No other existing file is overwritten.
    """
    if target.exists() or target.is_symlink():
        raise UsageError(f"มี {target} อยู่แล้ว คำสั่งนี้ไม่เขียนทับ")
    plans = content / "plans"
    plans.mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".phaen-new-", dir=content))
    try:
        inside = target.relative_to(plans)
        fresh = work / "plans" / inside
        if len(inside.parts) > 1:
            fresh.parent.mkdir(parents=True)
            if new_lao is None:
                shutil.copyfile(target.parent / "lao.yml", fresh.parent / "lao.yml")
            else:
                (fresh.parent / "lao.yml").write_text(new_lao, "utf-8", newline="\n")
        for name, text in files.items():
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        findings = _read_back(work, code, framework_ids)
        fresh.rename(target)
        if new_lao is not None:
            (fresh.parent / "lao.yml").replace(target.parent / "lao.yml")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return findings


def _read_back(work: Path, code: str, framework_ids: Collection[str] | None) -> list[Finding]:
    tree = DiskTree(work)
    folders = [below("plans", entry.name) for entry in tree.listing("plans").entries]
    findings = list(read_lao(code, folders, tree, framework_ids).lao_folder.findings)
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise UsageError(
                f"ยังไม่ได้สร้าง เพราะข้อมูลที่จะเขียนอ่านกลับไม่ได้: {finding.location} {finding.message} {finding.remedy}"
            )
    return findings
