"""Limits the number of an LAO's files, their total size, and the comments per file.

Files in, findings out. Whatever exceeds a limit is skipped; everything else is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.findings import Finding
from generator.reading.content_tree import ContentTree, EntryKind, below
from generator.reading.extent import size_finding
from generator.reading.folders import CYCLE_FOLDER, MOST_CYCLES, MOST_FILES
from generator.reading.yaml_text import YamlSource
from generator.reading.yaml_text.refusals import MAX_BYTES

MOST_COMMENTS = 2_000
"""Comment lines of a YAML file."""
MOST_RESULTS = 20
"""Files in results/; a plan has three years."""
MOST_BYTES = 2_000_000
"""Bytes of all YAML files of an LAO; a plan of forty pages has a fifteenth of it."""

_COMMENT = re.compile(r"^[ \t]*#", re.MULTILINE)


@dataclass(slots=True)
class ByteBudget:
    """Remaining bytes of YAML to read for an LAO."""

    used: int = 0

    def allows(self, size: int) -> bool:
        """Count a file of this size, and return whether it may be read."""
        self.used += size if size <= MAX_BYTES else 0  # a larger file is rejected by its own size and not read
        return self.used <= MOST_BYTES


def check_files_extent(tree: ContentTree, folder_path: str) -> list[Finding]:
    """Return an error per folder of an LAO with too many files; the first files are still read."""
    cycles = [one.name for one in tree.listing(folder_path).entries if one.kind is EntryKind.FOLDER]
    cycles = [below(folder_path, name) for name in cycles if CYCLE_FOLDER.fullmatch(name)][-MOST_CYCLES:]
    inner = [one for cycle in cycles for one in (cycle, below(cycle, "results"), below(cycle, "documents"))]
    findings = []
    for one in (folder_path, *inner):
        count = len(tree.listing(one).entries)
        if count > MOST_FILES:
            message = f"โฟลเดอร์นี้มี {count:,} ไฟล์ เกินกว่า {MOST_FILES:,} ไฟล์ จึงดูเพียงไฟล์แรก ๆ"
            findings.append(size_finding(one, message, "ลบหรือย้ายไฟล์ที่ไม่ใช่ข้อมูลของแผนออก"))
    return findings


def check_source_extent(source: YamlSource) -> list[Finding]:
    """Return an error for a file with too many comments."""
    comments = len(_COMMENT.findall(source.text))
    if comments <= MOST_COMMENTS:
        return []
    message = f"มีหมายเหตุ (บรรทัดที่ขึ้นต้นด้วย #) {comments:,} บรรทัด เกินกว่า {MOST_COMMENTS:,} บรรทัด"
    return [size_finding(source.file, message, "ลบหมายเหตุที่ไม่ใช้แล้วออก")]


def too_many_results(folder_path: str, count: int) -> Finding:
    """Return the error for a results/ with more files than years."""
    return size_finding(folder_path, f"มีไฟล์ผล {count:,} ไฟล์ เกินกว่า {MOST_RESULTS} ไฟล์", "เก็บไว้เฉพาะไฟล์ผลของปีในรอบแผน")


def too_many_bytes(file: str) -> Finding:
    """Return the error for a file skipped because the LAO's byte budget is used up."""
    message = f"ไม่ได้อ่านไฟล์นี้ เพราะไฟล์ข้อมูลของ อปท. นี้รวมกันเกินกว่า {MOST_BYTES:,} ไบต์"
    return size_finding(file, message, "ตรวจว่าไม่มีข้อความหรือรายการที่วางซ้ำ ถ้าข้อมูลมีมากถึงเพียงนี้จริง โปรดแจ้งผู้ดูแลเว็บไซต์")
