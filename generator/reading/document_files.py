"""Are the files of a plan's `documents/` what the plan says of them: small enough to publish, and with that hash?"""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from generator.findings import Finding, Severity
from generator.model.plan import Plan
from generator.reading.yaml_text import YamlSource
from generator.thai.text import quoted

LARGEST = 5_000_000
"""Bytes of a document that is published here."""


def document_file_misfits(plan: Plan, source: YamlSource, folder: Path) -> list[Finding]:
    """Return a warning for every file that is too large or has another SHA-256 than stated.

    Files are found among those of the folder and never by their stated names, which may hold anything; links are
    reported elsewhere. Each is read once, and none that is too large.
    """
    if not any(document.file for document in plan.documents) or folder.is_symlink() or not folder.is_dir():
        return []
    files = {_plain(file.name): file for file in folder.iterdir() if not file.is_symlink() and file.is_file()}
    hashes: dict[Path, str] = {}
    findings = []
    for index, document in enumerate(plan.documents):
        file = files.get(_plain(document.file)) if document.file else None
        if file is None:
            continue
        if file.stat().st_size > LARGEST:
            message = f"ไฟล์ {quoted(file.name)} ใหญ่ {file.stat().st_size:,} ไบต์ เกิน {LARGEST:,} ไบต์ จึงไม่ได้เทียบค่า sha256"
            remedy = "ลดความละเอียดของการสแกนหรือแบ่งไฟล์ หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:"
            findings.append(_finding("TREE-012", source, index, "file", message, remedy))
        elif document.sha256:
            if file not in hashes:
                hashes[file] = hashlib.sha256(file.read_bytes()).hexdigest()
            if hashes[file] != document.sha256:
                message = f"ค่า sha256 ของ {quoted(file.name)} ไม่ตรงกับไฟล์ ค่าของไฟล์คือ {hashes[file]}"
                remedy = "ตรวจว่าวางไฟล์ฉบับที่ถูกต้องแล้ว ถ้าถูกต้อง ให้แก้ sha256: เป็นค่าของไฟล์"
                findings.append(_finding("TREE-011", source, index, "sha256", message, remedy))
    return findings


def _plain(name: str) -> str:
    # A Mac takes Thai and accented letters apart when it stores a name.
    return unicodedata.normalize("NFC", name)


def _finding(code: str, source: YamlSource, index: int, key: str, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.WARNING, message, source.location(("documents", index, key)), remedy)
