"""Which folders and files there are, and what is wrong with them before anyone opens one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import UsageError
from generator.findings import Finding, Location, Severity, printable
from generator.reading.misnamed import CYCLE_FILES, CYCLE_FOLDERS, misnamed_finding
from generator.reading.misnamed import LAO_FILES as _LAO_NAMES
from generator.reading.misnamed import misnamed_files as misnamed_files
from generator.thai.dates import Cycle
from generator.thai.text import closest, quoted

# Arabic digits only: `๒๕๖๗-๒๕๖๙` beside `2567-2569` would be two plans with one address.
LAO_FOLDER = re.compile(r"([0-9]{7})-[a-z0-9]+(?:-[a-z0-9]+)*")
CYCLE_FOLDER = re.compile(r"[0-9]{4}-[0-9]{4}")
RESULTS_FILE = re.compile(r"([0-9]{4})\.yml")
MOST_CYCLES = 40
"""Of one LAO; a plan is made every three years. Every page of an LAO lists its plans."""
MOST_FILES = 1_000
"""In one folder of an LAO; of more, only the first are looked at."""
MOST_HINTS = 50
"""So many files of a folder that nothing reads get a guess at what was meant: each guess is a search."""

_CYCLE_NAMES = (*CYCLE_FILES, *CYCLE_FOLDERS)
# What editors and operating systems leave behind: no reason to bother an officer.
_IGNORED = frozenset({".gitkeep", ".gitattributes", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini", "README.md"})
_BACKUP = ".phaen-bak"
"""How the names of files end that `phaen fix` keeps."""


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
        name = printable(f"plans/{entry.name}")
        match = LAO_FOLDER.fullmatch(entry.name)
        if match and (entry.is_symlink() or entry.is_dir()):  # a link is refused on reading, on the page of its LAO
            if not wanted or match.group(1) in wanted:
                found.setdefault(match.group(1), []).append(Path(entry.path))
        elif entry.is_symlink():
            findings.append(symlink_finding(name))
        elif not _is_ignored(entry.name):
            findings.append(_wrong_folder(name))
    missing = sorted(wanted - found.keys())
    if missing:
        raise UsageError(f"ไม่พบโฟลเดอร์ของรหัส อปท. {', '.join(missing)} ใน {plans}")
    return dict(sorted(found.items())), findings


def find_symlinks(folder: Path, content: Path) -> list[Finding]:
    """Return an error for a folder that is a symbolic link, or for every link below it; links are never followed."""
    if folder.is_symlink():
        return [symlink_finding(_name(folder, content))]
    return [symlink_finding(_name(path, content)) for path in _links(folder)]


def _name(path: Path, content: Path) -> str:
    """Return how findings call a file; a name may hold bytes that are no text, or control characters."""
    return printable(path.relative_to(content).as_posix())


def _links(folder: Path) -> Iterator[Path]:
    # Not `os.walk`: before Python 3.12 it calls itself for every level, and folders can be nested a thousand deep.
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        below = []
        for entry in sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name):
            if entry.is_symlink():
                yield Path(entry.path)
            elif entry.is_dir():
                below.append(Path(entry.path))
        waiting += reversed(below)


def check_lao_folder(folder: Path, content: Path) -> list[Finding]:
    """Return findings for symbolic links and for files that nothing reads."""
    findings = find_symlinks(folder, content)
    if folder.is_symlink():
        return findings
    misnamed = misnamed_files(folder)
    findings += [misnamed_finding(folder, meant, actual, content) for meant, actual in misnamed.items()]
    cycles = 0
    unread = _Unread(content)
    for entry in _entries(folder)[:MOST_FILES]:
        name = Path(entry.path).relative_to(content).as_posix()
        if entry.is_symlink() or _is_ignored(entry.name) or entry.name in misnamed.values():
            continue
        if entry.is_dir() and CYCLE_FOLDER.fullmatch(entry.name):
            cycles += 1
            findings += _check_cycle_name(entry.name, name)
            findings += _check_cycle_folder(Path(entry.path), content)
        elif entry.is_dir() and _holds_plan(Path(entry.path)):
            findings.append(_misnamed_plan(entry.name, name))
        elif entry.is_dir() or entry.name not in _LAO_NAMES:
            hint = "โฟลเดอร์รอบแผนใช้ชื่อเช่น 2567-2569" if entry.is_dir() else ""
            findings.append(unread.finding(Path(entry.path), _LAO_NAMES, hint))
    if cycles > MOST_CYCLES:
        findings.append(_many_cycles(folder.relative_to(content).as_posix(), cycles))
    return findings


def _is_ignored(name: str) -> bool:
    return name in _IGNORED or name.endswith(_BACKUP)


def _holds_plan(folder: Path) -> bool:
    """Say whether a folder that is no cycle by its name holds a plan, whatever that is named."""
    return (folder / "plan.yml").is_file() or any((folder / name).is_file() for name in ("projects.yml", "idp.yml"))


def check_file_names(folder: Path, content: Path) -> list[Finding]:
    """Return an error for each file of a cycle that is nearly named like one that is read; links are told elsewhere."""
    findings = []
    for inner in (folder, folder / "results"):
        if inner.is_dir() and not inner.is_symlink():
            for meant, actual in misnamed_files(inner).items():
                findings.append(misnamed_finding(inner, meant, actual, content))
    return findings


def _misnamed_plan(folder: str, name: str) -> Finding:
    """Make the error for a folder that holds a plan and is not read: a plan must not vanish in silence."""
    try:
        remedy = f"เปลี่ยนชื่อโฟลเดอร์เป็น “{Cycle.parse(folder).slug}” ชื่อโฟลเดอร์ใช้เลขอารบิกและขีดกลางตัวเดียว"
    except ValueError:
        remedy = "ตั้งชื่อโฟลเดอร์เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569"
    message = f"โฟลเดอร์ {quoted(folder)} มีไฟล์ของแผน แต่ชื่อไม่ใช่ช่วงปีที่ระบบรู้จัก จึงไม่ได้อ่านแผนนี้"
    return Finding("TREE-007", Severity.ERROR, message, Location(name), remedy)


def _check_cycle_name(cycle: str, name: str) -> list[Finding]:
    try:
        Cycle.parse(cycle)
    except ValueError as error:
        remedy = "ตั้งชื่อโฟลเดอร์เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569"
        return [Finding("TREE-007", Severity.ERROR, str(error), Location(name), remedy)]
    return []


def _check_cycle_folder(folder: Path, content: Path) -> list[Finding]:
    findings = []
    told = (*_CYCLE_NAMES, *misnamed_files(folder).values())
    unread = _Unread(content)
    for entry in _entries(folder)[:MOST_FILES]:
        if not entry.is_symlink() and entry.name not in told and not _is_ignored(entry.name):
            findings.append(unread.finding(Path(entry.path), _CYCLE_NAMES))
    results = results_folder(folder)[:MOST_FILES]
    told = tuple(misnamed_files(folder / "results").values()) if results else ()
    for file in results:
        if not RESULTS_FILE.fullmatch(file.name) and file.name not in told and not _is_ignored(file.name):
            findings.append(unread.finding(file, (), "ไฟล์ผลใช้ชื่อเช่น 2567.yml"))
    return findings


def results_folder(cycle: Path) -> list[Path]:
    """Return what lies in the `results/` of a cycle, by name; a link there is followed by nobody."""
    results = cycle / "results"
    return sorted(results.iterdir()) if results.is_dir() and not results.is_symlink() else []


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


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


def _many_cycles(name: str, cycles: int) -> Finding:
    return Finding(
        "TREE-009",
        Severity.ERROR,
        f"มีโฟลเดอร์รอบแผน {cycles:,} โฟลเดอร์ เกินกว่า {MOST_CYCLES} โฟลเดอร์ที่รับได้",
        Location(name),
        "เก็บไว้เฉพาะโฟลเดอร์ของรอบแผนที่มีจริง",
    )


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
    # `phaen new` writes into no folder that is there already: to point at it alone would lead to another refusal.
    remedy = (
        "นำไฟล์เดิมกลับมาวางไว้ที่เดิม ถ้าไม่มีแล้ว ให้ย้ายโฟลเดอร์นี้ออกไปเก็บนอกโฟลเดอร์ข้อมูลก่อน สั่ง phaen new ให้สร้างโครงใหม่ "
        "แล้วนำไฟล์ที่เก็บไว้มาวางทับ"
    )
    return Finding("TREE-005", Severity.ERROR, f"ไม่มีไฟล์ {name}", Location(name), remedy)


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


class _Unread:
    """Makes the warnings for files that nothing reads."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._hints = MOST_HINTS

    def finding(self, file: Path, known: tuple[str, ...], hint: str = "") -> Finding:
        """Make one; `known` are the names that it may have been meant to have."""
        name, near = _name(file, self._content), None
        if known and self._hints:
            self._hints -= 1
            near = closest(file.name, known)
        remedy = hint or "ลบหรือย้ายออก ถ้าไม่ได้ใช้"
        if near and (file.parent / near).exists():
            remedy = f"มี “{near}” อยู่แล้ว ให้ลบหรือย้ายไฟล์นี้ออก ถ้ามีข้อมูลที่ต้องใช้ ให้นำไปรวมใน “{near}” ก่อน"
        elif near:
            remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้เปลี่ยนชื่อ"
        return Finding("TREE-006", Severity.WARNING, f"ระบบไม่รู้จัก “{name}” จึงไม่ได้อ่าน", Location(name), remedy)
