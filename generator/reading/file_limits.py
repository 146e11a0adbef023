"""How many files an LAO may have, how large they may be together, and how many comments one may hold.

Files in, findings out. What is beyond a limit is not looked at; everything else is read all the same.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.findings import Finding
from generator.reading.extent import size_finding
from generator.reading.folders import CYCLE_FOLDER, MOST_CYCLES, MOST_FILES
from generator.reading.yaml_text import YamlSource

MOST_COMMENTS = 2_000
"""Lines of a YAML file that are comments."""
MOST_RESULTS = 20
"""Files in a results/; a plan has three years."""
MOST_BYTES = 2_000_000
"""Of all YAML files of an LAO; a plan of forty pages is a fifteenth of it."""

_COMMENT = re.compile(r"^[ \t]*#", re.MULTILINE)


def check_files_extent(folder: Path, content: Path) -> list[Finding]:
    """Return an error for each folder of an LAO that holds too many files; the first of them are read all the same."""
    folders = [folder, *(cycle / below for cycle in _cycles(folder) for below in ("", "results", "documents"))]
    findings = []
    for one in folders:
        count = 0 if one.is_symlink() or not one.is_dir() else sum(1 for _ in one.iterdir())
        if count > MOST_FILES:
            message = f"โฟลเดอร์นี้มี {count:,} ไฟล์ เกินกว่า {MOST_FILES:,} ไฟล์ จึงดูเพียงไฟล์แรก ๆ"
            findings.append(size_finding(one.relative_to(content).as_posix(), message, "ลบหรือย้ายไฟล์ที่ไม่ใช่ข้อมูลของแผนออก"))
    return findings


def _cycles(folder: Path) -> list[Path]:
    found = [entry for entry in folder.iterdir() if CYCLE_FOLDER.fullmatch(entry.name) and not entry.is_symlink()]
    return sorted(entry for entry in found if entry.is_dir())[-MOST_CYCLES:]


def check_source_extent(source: YamlSource) -> list[Finding]:
    """Return an error for a file with too many comments."""
    comments = len(_COMMENT.findall(source.text))
    if comments <= MOST_COMMENTS:
        return []
    message = f"มีหมายเหตุ (บรรทัดที่ขึ้นต้นด้วย #) {comments:,} บรรทัด เกินกว่า {MOST_COMMENTS:,} บรรทัด"
    return [size_finding(source.file, message, "ลบหมายเหตุที่ไม่ใช้แล้วออก")]


def too_many_results(folder: str, count: int) -> Finding:
    """Make the error for a results/ with more files than there can be years."""
    return size_finding(folder, f"มีไฟล์ผล {count:,} ไฟล์ เกินกว่า {MOST_RESULTS} ไฟล์", "เก็บไว้เฉพาะไฟล์ผลของปีในรอบแผน")


def too_many_bytes(file: str) -> Finding:
    """Make the error for a file that is not read because the files before it are as large as an LAO's may be."""
    message = f"ไม่ได้อ่านไฟล์นี้ เพราะไฟล์ข้อมูลของ อปท. นี้รวมกันเกินกว่า {MOST_BYTES:,} ไบต์"
    return size_finding(file, message, "ตรวจว่าไม่มีข้อความหรือรายการที่วางซ้ำ ถ้าข้อมูลมีมากถึงเพียงนี้จริง โปรดแจ้งผู้ดูแลเว็บไซต์")
