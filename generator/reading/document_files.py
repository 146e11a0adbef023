"""Sizes and hashes of the files in a plan's `documents/` that it names, and whether the hashes are as stated."""

from __future__ import annotations

from collections.abc import Iterable

from generator.findings import Finding, Severity
from generator.model.plan import AttachedFile, FileKind
from generator.reading.attachments import NamedFile, plain_name
from generator.reading.content_tree import ContentTree, EntryKind, UnreadableError, below
from generator.reading.yaml_text import unopened
from generator.thai.text import quoted

LARGEST = 5_000_000
"""Largest published document, in bytes."""
MOST_FILES_READ = 60
"""Most files hashed per plan, to bound build time."""

_STARTS = {FileKind.PDF: b"%PDF-", FileKind.PNG: b"\x89PNG\r\n\x1a\n", FileKind.JPEG: b"\xff\xd8\xff"}
"""First bytes of each kind of file."""


def read_document_files(
    named: Iterable[NamedFile], tree: ContentTree, folder_path: str
) -> tuple[tuple[AttachedFile, ...], list[Finding]]:
    """Return the named files that exist, and a warning per file that is too large or has another hash than stated.

    Files are looked up in the folder's listing, never opened by their stated names, which may be any text; symlinks are
    reported elsewhere. Each file is read once, except those that are too large.
    """
    stated = list(named)
    if not stated:
        return (), []
    files = {plain_name(one.name): one for one in tree.listing(folder_path).entries if one.kind is EntryKind.FILE}
    names = {plain_name(one.file) for one in stated}
    hashed = [name for name, entry in files.items() if name in names and entry.size <= LARGEST][:MOST_FILES_READ]
    found: dict[str, AttachedFile] = {}
    findings: list[Finding] = []
    for one in stated:
        entry = files.get(plain_name(one.file))
        if entry is None:
            continue
        if entry.size > LARGEST:
            found[entry.name] = AttachedFile(entry.name, entry.size, None, None)
            message = f"ไฟล์ {quoted(entry.name)} ใหญ่ {entry.size:,} ไบต์ เกิน {LARGEST:,} ไบต์ จึงไม่ได้เทียบค่า sha256"
            remedy = "ลดความละเอียดของการสแกนหรือแบ่งไฟล์ หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:"
            findings.append(_finding("TREE-012", one, "file", message, remedy))
            continue
        if entry.name not in found:
            known, kind = None, None
            if plain_name(entry.name) in hashed:
                path = below(folder_path, entry.name)
                try:
                    known, start = tree.digest(path, LARGEST)
                    kind = _kind(start)
                except UnreadableError as error:
                    findings += unopened(path, error)
            found[entry.name] = AttachedFile(entry.name, entry.size, known, kind)
        known = found[entry.name].sha256
        if one.sha256 and known and known != one.sha256:
            message = f"ค่า sha256 ของ {quoted(entry.name)} ไม่ตรงกับไฟล์ ค่าของไฟล์คือ {known}"
            remedy = "ตรวจว่าวางไฟล์ฉบับที่ถูกต้องแล้ว ถ้าถูกต้อง ให้แก้ sha256: เป็นค่าของไฟล์"
            findings.append(_finding("TREE-011", one, "sha256", message, remedy))
    return tuple(found[name] for name in sorted(found)), findings


def _kind(start: bytes) -> FileKind | None:
    return next((kind for kind, begins in _STARTS.items() if start.startswith(begins)), None)


def _finding(code: str, one: NamedFile, key: str, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.WARNING, message, one.source.location((*one.path, key)), remedy)
