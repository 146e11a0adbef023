"""Are the files of a plan's `documents/` what the plan says of them: small enough to publish, and with that hash?"""

from __future__ import annotations

from generator.findings import Finding, Severity
from generator.model.plan import Plan
from generator.reading.attachments import plain_name
from generator.reading.content_tree import ContentTree, Kind, UnreadableError, below
from generator.reading.yaml_text import YamlSource, unopened
from generator.thai.text import quoted

LARGEST = 5_000_000
"""Bytes of a document that is published here."""


def document_file_misfits(plan: Plan, source: YamlSource, tree: ContentTree, folder: str) -> list[Finding]:
    """Return a warning for every file that is too large or has another SHA-256 than stated.

    Files are found among those of the folder and never by their stated names, which may hold anything; links are
    reported elsewhere. Each is read once, and none that is too large.
    """
    if not any(document.file for document in plan.documents):
        return []
    files = {plain_name(one.name): one for one in tree.listing(folder).entries if one.kind is Kind.FILE}
    hashes: dict[str, str] = {}
    findings = []
    for index, document in enumerate(plan.documents):
        file = files.get(plain_name(document.file)) if document.file else None
        if file is None:
            continue
        if file.size > LARGEST:
            message = f"ไฟล์ {quoted(file.name)} ใหญ่ {file.size:,} ไบต์ เกิน {LARGEST:,} ไบต์ จึงไม่ได้เทียบค่า sha256"
            remedy = "ลดความละเอียดของการสแกนหรือแบ่งไฟล์ หรือเผยแพร่ที่เว็บไซต์ของ อปท. แล้วใส่ address: แทน file:"
            findings.append(_finding("TREE-012", source, index, "file", message, remedy))
        elif document.sha256:
            if file.name not in hashes:
                path = below(folder, file.name)
                try:
                    hashes[file.name] = tree.sha256(path, LARGEST)
                except UnreadableError as error:
                    findings += unopened(path, error)
                    hashes[file.name] = ""
            if hashes[file.name] not in ("", document.sha256):
                message = f"ค่า sha256 ของ {quoted(file.name)} ไม่ตรงกับไฟล์ ค่าของไฟล์คือ {hashes[file.name]}"
                remedy = "ตรวจว่าวางไฟล์ฉบับที่ถูกต้องแล้ว ถ้าถูกต้อง ให้แก้ sha256: เป็นค่าของไฟล์"
                findings.append(_finding("TREE-011", source, index, "sha256", message, remedy))
    return findings


def _finding(code: str, source: YamlSource, index: int, key: str, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.WARNING, message, source.location(("documents", index, key)), remedy)
