"""Which folders and files there are, and what is wrong with them before anyone opens one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import UsageError
from generator.findings import Finding, Location, Severity
from generator.thai.dates import Cycle
from generator.thai.text import closest

LAO_FOLDER = re.compile(r"(\d{7})-[a-z0-9]+(?:-[a-z0-9]+)*")
CYCLE_FOLDER = re.compile(r"\d{4}-\d{4}")
RESULTS_FILE = re.compile(r"(\d{4})\.yml")

_LAO_NAMES = ("lao.yml", "guidelines.yml")
_CYCLE_NAMES = ("plan.yml", "projects.yml", "idp.yml", "narrative.md", "results", "documents")
# What editors and operating systems leave behind: no reason to bother an officer.
_IGNORED = frozenset({".gitkeep", ".gitattributes", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini", "README.md"})


def find_lao_folders(content: Path, only: Iterable[str] = ()) -> tuple[dict[str, list[Path]], list[Finding]]:
    """List the LAO folders by code, in order of code; `only` limits them to some codes.

    Returns every folder of a code, so that two folders with one code are seen; folders whose names hold no code become
    findings. Raises UsageError when there is no content/plans, or when `only` names a code that has no folder.
    """
    plans = content / "plans"
    if plans.is_symlink():
        raise UsageError(f"{plans} เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต ให้ลบลิงก์ แล้ววางโฟลเดอร์จริงไว้แทน")
    if not plans.is_dir():
        raise UsageError(f"ไม่พบโฟลเดอร์ {plans} ให้รันคำสั่งที่โฟลเดอร์หลักของโครงการ หรือระบุ --content")
    wanted = frozenset(only)
    found: dict[str, list[Path]] = {}
    findings: list[Finding] = []
    for entry in sorted(os.scandir(plans), key=lambda entry: entry.name):
        name = f"plans/{entry.name}"
        match = LAO_FOLDER.fullmatch(entry.name)
        if match and (entry.is_symlink() or entry.is_dir()):  # a link is refused on reading, on the page of its LAO
            if not wanted or match.group(1) in wanted:
                found.setdefault(match.group(1), []).append(Path(entry.path))
        elif entry.is_symlink():
            findings.append(symlink_finding(name))
        elif entry.name not in _IGNORED:
            findings.append(_wrong_folder(name))
    missing = sorted(wanted - found.keys())
    if missing:
        raise UsageError(f"ไม่พบโฟลเดอร์ของรหัส อปท. {', '.join(missing)} ใน {plans}")
    return dict(sorted(found.items())), findings


def find_symlinks(folder: Path, content: Path) -> list[Finding]:
    """Return an error for a folder that is a symbolic link, or for every link below it; links are never followed."""
    if folder.is_symlink():
        return [symlink_finding(folder.relative_to(content).as_posix())]
    return [symlink_finding(path.relative_to(content).as_posix()) for path in _links(folder)]


def _links(folder: Path) -> Iterator[Path]:
    for directory, directories, files in os.walk(folder, followlinks=False):
        directories.sort()
        for name in sorted([*directories, *files]):
            path = Path(directory, name)
            if path.is_symlink():
                yield path


def check_lao_folder(folder: Path, content: Path) -> list[Finding]:
    """Return findings for symbolic links and for files that nothing reads."""
    findings = find_symlinks(folder, content)
    if folder.is_symlink():
        return findings
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        name = Path(entry.path).relative_to(content).as_posix()
        if entry.is_symlink() or entry.name in _IGNORED:
            continue
        if entry.is_dir() and CYCLE_FOLDER.fullmatch(entry.name):
            findings += _check_cycle_name(entry.name, name)
            findings += _check_cycle_folder(Path(entry.path), content)
        elif entry.is_dir() or entry.name not in _LAO_NAMES:
            findings.append(
                _unread(name, entry.name, _LAO_NAMES, "โฟลเดอร์รอบแผนใช้ชื่อเช่น 2567-2569" if entry.is_dir() else "")
            )
    return findings


def _check_cycle_name(cycle: str, name: str) -> list[Finding]:
    try:
        Cycle.parse(cycle)
    except ValueError as error:
        remedy = "ตั้งชื่อโฟลเดอร์เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569"
        return [Finding("TREE-007", Severity.ERROR, str(error), Location(name), remedy)]
    return []


def _check_cycle_folder(folder: Path, content: Path) -> list[Finding]:
    findings = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_symlink() and entry.name not in (*_CYCLE_NAMES, *_IGNORED):
            name = Path(entry.path).relative_to(content).as_posix()
            findings.append(_unread(name, entry.name, _CYCLE_NAMES, ""))
    results = folder / "results"
    if results.is_dir() and not results.is_symlink():
        for file in sorted(results.iterdir()):
            if not RESULTS_FILE.fullmatch(file.name) and file.name not in _IGNORED:
                findings.append(_unread(file.relative_to(content).as_posix(), file.name, (), "ไฟล์ผลใช้ชื่อเช่น 2567.yml"))
    return findings


def repeated_code(code: str, folders: list[Path], content: Path) -> list[Finding]:
    """Return an error for each of several folders with one code; none when there is only one."""
    if len(folders) == 1:
        return []
    names = [folder.relative_to(content).as_posix() for folder in folders]
    return [
        Finding(
            "TREE-003",
            Severity.ERROR,
            f"รหัส อปท. {code} มีมากกว่าหนึ่งโฟลเดอร์: {', '.join(names)}",
            Location(name),
            "เก็บไว้โฟลเดอร์เดียว แล้วย้ายรอบแผนของอีกโฟลเดอร์เข้ามารวมกัน",
        )
        for name in names
    ]


def folder_mismatch(file: str, stated: str, expected: str, location: Location) -> Finding:
    """Make the error for a file whose content contradicts the name of the folder or file it stands in."""
    return Finding(
        "TREE-004",
        Severity.ERROR,
        f"{file} เขียนว่า “{stated}” แต่ชื่อโฟลเดอร์หรือไฟล์เป็น “{expected}”",
        location,
        "แก้ให้ตรงกัน ถ้าชื่อผิด ให้เปลี่ยนชื่อโฟลเดอร์หรือไฟล์ ถ้าค่าในไฟล์ผิด ให้แก้ค่า",
    )


def outside_cycle(file: str, fiscal_year: str, cycle: str, location: Location) -> Finding:
    """Make the error for results of a year that does not belong to the plan's cycle."""
    return Finding(
        "TREE-008",
        Severity.ERROR,
        f"{file} เป็นผลของปีงบประมาณ {fiscal_year} ซึ่งอยู่นอกรอบแผน {cycle}",
        location,
        "ตรวจปีงบประมาณ หรือย้ายไฟล์ไปไว้ในโฟลเดอร์ของรอบแผนที่ถูกต้อง",
    )


def missing_file(name: str) -> Finding:
    """Make the error for a file that must be there."""
    return Finding("TREE-005", Severity.ERROR, f"ไม่มีไฟล์ {name}", Location(name), "สร้างไฟล์นี้ คำสั่ง phaen new สร้างโครงให้ได้")


def symlink_finding(name: str) -> Finding:
    """Make the error for a symbolic link, which could lead out of the content folder."""
    return Finding(
        "TREE-001",
        Severity.ERROR,
        f"“{name}” เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต",
        Location(name),
        "ลบลิงก์ แล้ววางไฟล์จริงไว้แทน",
    )


def _wrong_folder(name: str) -> Finding:
    return Finding(
        "TREE-002",
        Severity.ERROR,
        f"“{name}” ไม่ใช่ชื่อโฟลเดอร์ของ อปท.",
        Location(name),
        "ตั้งชื่อโฟลเดอร์เป็นรหัส อปท. 7 หลัก ขีด และชื่ออังกฤษตัวเล็ก เช่น 5440502-phon-thong",
    )


def _unread(name: str, base: str, known: tuple[str, ...], hint: str) -> Finding:
    near = closest(base, known)
    remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้เปลี่ยนชื่อ" if near else hint or "ลบหรือย้ายออก ถ้าไม่ได้ใช้"
    return Finding("TREE-006", Severity.WARNING, f"ระบบไม่รู้จัก “{name}” จึงไม่ได้อ่าน", Location(name), remedy)
