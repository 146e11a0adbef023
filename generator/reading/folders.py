"""Finds folders and files, and the errors in their names, before any file is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.errors import UsageError
from generator.findings import Finding, Location, Severity, printable
from generator.reading.content_tree import ContentTree, EntryKind, FolderEntry, below, kind_of, split
from generator.reading.misnamed import CYCLE_FILES, CYCLE_FOLDERS, misnamed_finding
from generator.reading.misnamed import CYCLE_FOLDER as CYCLE_FOLDER
from generator.reading.misnamed import LAO_FILES as _LAO_NAMES
from generator.reading.misnamed import misnamed_files as misnamed_files
from generator.thai.dates import Cycle
from generator.thai.text import closest, quoted

# Arabic digits only: `๒๕๖๗-๒๕๖๙` beside `2567-2569` would be two plans with one address.
LAO_FOLDER = re.compile(r"([0-9]{7})-[a-z0-9]+(?:-[a-z0-9]+)*")
RESULTS_FILE = re.compile(r"([0-9]{4})(?:-(6|12))?\.yml")
"""Fiscal year, and the round if a year has a file per round (docs/decisions/0019-two-rounds-of-a-year.md)."""
MOST_CYCLES = 40
"""Cycles per LAO; plans are made every three years. Every page of an LAO lists its plans."""
MOST_FILES = 1_000
"""Files per folder of an LAO; only the first are read."""
MOST_LEVELS = 40
"""Nested folders searched for symlinks; the content format has three levels."""
MOST_HINTS = 50
"""Most unread files of a folder to suggest a name for; each suggestion is a search."""

_CYCLE_NAMES = (*CYCLE_FILES, *CYCLE_FOLDERS)
# Files of editors and operating systems, ignored without a finding.
_IGNORED = frozenset({".gitkeep", ".gitattributes", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini", "README.md"})
BACKUP = ".phaen-bak"
"""Suffix of the backups that `phaen fix` makes."""


def find_lao_folders(tree: ContentTree, only: Iterable[str] = ()) -> tuple[dict[str, list[str]], list[Finding]]:
    """Return the LAO folders by code, in order of code, and findings; `only` limits them to some codes.

    Returns every folder of a code, so that two folders with one code are noticed; folders without a code in their name
    become findings. Raises UsageError if plans/ is missing or cannot be listed, or a code of `only` has no folder.
    """
    plans = tree.place("plans")
    kind = kind_of(tree, "plans")
    if kind is EntryKind.SYMLINK:
        raise UsageError(f"{plans} เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต ให้ลบลิงก์ แล้ววางโฟลเดอร์จริงไว้แทน")
    if kind is not EntryKind.FOLDER:
        raise UsageError(f"ไม่พบโฟลเดอร์ {plans} ให้รันคำสั่งที่โฟลเดอร์หลักของโครงการ หรือระบุ --content")
    listing = tree.listing("plans")
    if listing.failure:
        raise UsageError(f"เปิดโฟลเดอร์ {plans} ไม่ได้ ({listing.failure}) ให้ตรวจว่ามีสิทธิ์อ่าน")
    wanted = frozenset(only)
    found: dict[str, list[str]] = {}
    findings: list[Finding] = []
    for entry in listing.entries:
        name = printable(f"plans/{entry.name}")
        match = LAO_FOLDER.fullmatch(entry.name)
        if match and entry.kind in (
            EntryKind.FOLDER,
            EntryKind.SYMLINK,
        ):  # read_lao reports symlinks, on the page of their LAO
            if not wanted or match.group(1) in wanted:
                found.setdefault(match.group(1), []).append(below("plans", entry.name))
        elif entry.kind is EntryKind.SYMLINK:
            findings.append(symlink_finding(name))
        elif not _is_ignored(entry.name):
            findings.append(_wrong_folder(name))
    missing = sorted(wanted - found.keys())
    if missing:
        raise UsageError(f"ไม่พบโฟลเดอร์ของรหัส อปท. {', '.join(missing)} ใน {plans}")
    return dict(sorted(found.items())), findings


def find_symlinks(tree: ContentTree, folder_path: str) -> list[Finding]:
    """Return an error if a folder is a symlink, or per symlink below it; symlinks are never followed.

    Folders that cannot be listed, or are nested too deeply, are errors too.
    """
    if kind_of(tree, folder_path) is EntryKind.SYMLINK:
        return [symlink_finding(printable(folder_path))]
    findings = []
    for path, entries, failure in walk(tree, folder_path):
        findings += [_unlistable(printable(path), failure)] if failure else []
        findings += [
            symlink_finding(printable(below(path, one.name))) for one in entries if one.kind is EntryKind.SYMLINK
        ]
        if _is_too_deep(path, folder_path) and any(one.kind is EntryKind.FOLDER for one in entries):
            findings.append(_too_deep(printable(path)))
    return findings


def walk(tree: ContentTree, folder_path: str) -> Iterator[tuple[str, tuple[FolderEntry, ...], str]]:
    """Yield a folder and those below it, `MOST_LEVELS` deep: path, entries, and why they cannot be listed."""
    waiting = [folder_path] if kind_of(tree, folder_path) is EntryKind.FOLDER else []
    while waiting:
        path = waiting.pop()
        entries, failure = tree.listing(path)
        yield path, entries, failure
        if not _is_too_deep(path, folder_path):
            waiting += [below(path, one.name) for one in reversed(entries) if one.kind is EntryKind.FOLDER]


def _is_too_deep(path: str, folder_path: str) -> bool:
    return path.count("/") - folder_path.count("/") >= MOST_LEVELS


def check_lao_folder(tree: ContentTree, folder_path: str) -> list[Finding]:
    """Return findings for symlinks and for unread files."""
    findings = find_symlinks(tree, folder_path)
    if kind_of(tree, folder_path) is EntryKind.SYMLINK:
        return findings
    misnamed = misnamed_files(tree, folder_path)
    findings += [misnamed_finding(tree, folder_path, meant, actual) for meant, actual in misnamed.items()]
    cycles = 0
    unread = _UnreadFiles(tree)
    for entry in tree.listing(folder_path).entries[:MOST_FILES]:
        path = below(folder_path, entry.name)
        is_folder = entry.kind is EntryKind.FOLDER
        if entry.kind is EntryKind.SYMLINK or _is_ignored(entry.name) or entry.name in misnamed.values():
            continue
        if is_folder and CYCLE_FOLDER.fullmatch(entry.name):
            cycles += 1
            findings += _check_cycle_name(entry.name, path)
            findings += _check_cycle_folder(tree, path)
        elif is_folder and _holds_plan(tree, path):
            findings.append(_misnamed_plan(entry.name, path))
        elif is_folder or entry.name not in _LAO_NAMES:
            hint = "โฟลเดอร์รอบแผนใช้ชื่อเช่น 2567-2569" if is_folder else ""
            findings.append(unread.finding(path, _LAO_NAMES, hint))
    if cycles > MOST_CYCLES:
        findings.append(_many_cycles(folder_path, cycles))
    return findings


def _is_ignored(name: str) -> bool:
    return name in _IGNORED or name.endswith(BACKUP)


def _holds_plan(tree: ContentTree, folder_path: str) -> bool:
    """Return whether a folder with another name than a cycle's contains a plan."""
    return any(is_file_or_link(tree, below(folder_path, name)) for name in ("plan.yml", "projects.yml", "idp.yml"))


def is_file_or_link(tree: ContentTree, path: str) -> bool:
    """Return whether a file exists; a symlink counts, because it is reported as a symlink, not as missing."""
    return kind_of(tree, path) in (EntryKind.FILE, EntryKind.SYMLINK)


def check_file_names(tree: ContentTree, folder_path: str) -> list[Finding]:
    """Return an error per misspelt file name in a cycle; symlinks are reported elsewhere."""
    findings = []
    for inner in (folder_path, below(folder_path, "results")):
        for meant, actual in misnamed_files(tree, inner).items():
            findings.append(misnamed_finding(tree, inner, meant, actual))
    return findings


def _misnamed_plan(folder_name: str, path: str) -> Finding:
    """Return the error for a folder with a plan that is not read because of the folder's name."""
    try:
        remedy = f"เปลี่ยนชื่อโฟลเดอร์เป็น “{Cycle.parse(folder_name).slug}” ชื่อโฟลเดอร์ใช้เลขอารบิกและขีดกลางตัวเดียว"
    except ValueError:
        remedy = "ตั้งชื่อโฟลเดอร์เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569"
    message = f"โฟลเดอร์ {quoted(folder_name)} มีไฟล์ของแผน แต่ชื่อไม่ใช่ช่วงปีที่ระบบรู้จัก จึงไม่ได้อ่านแผนนี้"
    return Finding("TREE-007", Severity.ERROR, message, Location(path), remedy)


def _check_cycle_name(cycle: str, path: str) -> list[Finding]:
    try:
        Cycle.parse(cycle)
    except ValueError as error:
        remedy = "ตั้งชื่อโฟลเดอร์เป็นปีงบประมาณแรกและปีสุดท้าย เช่น 2567-2569"
        return [Finding("TREE-007", Severity.ERROR, str(error), Location(path), remedy)]
    return []


def _check_cycle_folder(tree: ContentTree, folder_path: str) -> list[Finding]:
    findings = []
    known = (*_CYCLE_NAMES, *misnamed_files(tree, folder_path).values())
    unread = _UnreadFiles(tree)
    for entry in tree.listing(folder_path).entries[:MOST_FILES]:
        if entry.kind is not EntryKind.SYMLINK and entry.name not in known and not _is_ignored(entry.name):
            findings.append(unread.finding(below(folder_path, entry.name), _CYCLE_NAMES))
    results = below(folder_path, "results")
    known = tuple(misnamed_files(tree, results).values())
    for entry in tree.listing(results).entries[:MOST_FILES]:
        if not RESULTS_FILE.fullmatch(entry.name) and entry.name not in known and not _is_ignored(entry.name):
            findings.append(unread.finding(below(results, entry.name), (), "ไฟล์ผลใช้ชื่อเช่น 2567.yml หรือ 2567-6.yml"))
    return findings


def cycle_folders(tree: ContentTree, folder_path: str) -> list[tuple[Cycle, str]]:
    """Return the cycles of an LAO to read, with their folders: the last `MOST_CYCLES`, in order."""
    cycles = []
    for entry in tree.listing(folder_path).entries:
        if entry.kind is EntryKind.FOLDER and CYCLE_FOLDER.fullmatch(entry.name):
            try:
                cycles.append((Cycle.parse(entry.name), below(folder_path, entry.name)))
            except ValueError:
                continue  # reported by check_lao_folder
    return sorted(cycles, key=lambda pair: pair[0].slug)[-MOST_CYCLES:]  # having more is reported as an error


def results_files(tree: ContentTree, folder_path: str) -> list[str]:
    """Return the valid names of results files in a results/, in order."""
    return [entry.name for entry in tree.listing(folder_path).entries if RESULTS_FILE.fullmatch(entry.name)]


def repeated_code(code: str, folders: list[str]) -> list[Finding]:
    """Return an error per folder if several have the same code."""
    if len(folders) == 1:
        return []
    return [
        Finding(
            "TREE-003",
            Severity.ERROR,
            f"รหัส อปท. {code} มีมากกว่าหนึ่งโฟลเดอร์: {', '.join(folders)}",
            Location(name),
            "เก็บไว้โฟลเดอร์เดียว แล้วย้ายรอบแผนของอีกโฟลเดอร์เข้ามารวมกัน",
        )
        for name in folders
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
    """Return the error for a file whose content contradicts the name of its folder or file."""
    return Finding(
        "TREE-004",
        Severity.ERROR,
        f"{file} เขียนว่า “{stated}” แต่ชื่อโฟลเดอร์หรือไฟล์เป็น “{expected}”",
        location,
        "แก้ให้ตรงกัน ถ้าชื่อผิด ให้เปลี่ยนชื่อโฟลเดอร์หรือไฟล์ ถ้าค่าในไฟล์ผิด ให้แก้ค่า",
    )


def outside_cycle(file: str, fiscal_year: str, cycle: str, location: Location) -> Finding:
    """Return the error for results of a year outside the plan's cycle."""
    return Finding(
        "TREE-008",
        Severity.ERROR,
        f"{file} เป็นผลของปีงบประมาณ {fiscal_year} ซึ่งอยู่นอกรอบแผน {cycle}",
        location,
        "ตรวจปีงบประมาณ หรือย้ายไฟล์ไปไว้ในโฟลเดอร์ของรอบแผนที่ถูกต้อง",
    )


def reported_twice(file: str, fiscal_year: str, months: str, other: str, location: Location) -> Finding:
    """Return the error for results of a round that another file already has."""
    return Finding(
        "TREE-014",
        Severity.ERROR,
        f"{file} เป็นผลรอบ {months} เดือนของปีงบประมาณ {fiscal_year} ซึ่งมีใน {other} แล้ว จึงไม่ได้อ่านไฟล์นี้",
        location,
        f"แก้ round: ถ้าเป็นคนละรอบ ถ้าเป็นรอบเดียวกัน ให้รวมไว้ใน {other} แล้วลบไฟล์นี้",
    )


def missing_file(name: str) -> Finding:
    """Return the error for a missing required file."""
    # `phaen new` does not write into existing folders: suggesting it alone would lead to another error.
    remedy = (
        "นำไฟล์เดิมกลับมาวางไว้ที่เดิม ถ้าไม่มีแล้ว ให้ย้ายโฟลเดอร์นี้ออกไปเก็บนอกโฟลเดอร์ข้อมูลก่อน สั่ง phaen new ให้สร้างโครงใหม่ "
        "แล้วนำไฟล์ที่เก็บไว้มาวางทับ"
    )
    return Finding("TREE-005", Severity.ERROR, f"ไม่มีไฟล์ {name}", Location(name), remedy)


def symlink_finding(name: str) -> Finding:
    """Return the error for a symlink, which could lead out of the content folder."""
    return Finding(
        "TREE-001",
        Severity.ERROR,
        f"“{name}” เป็นลิงก์ (symbolic link) ซึ่งไม่อนุญาต",
        Location(name),
        "ลบลิงก์ แล้ววางไฟล์จริงไว้แทน",
    )


def _unlistable(name: str, reason: str) -> Finding:
    message = f"เปิดโฟลเดอร์นี้ไม่ได้ ({reason})"
    return Finding("YAML-013", Severity.ERROR, message, Location(name), "ตรวจว่ามีสิทธิ์อ่านโฟลเดอร์นี้")


def _too_deep(name: str) -> Finding:
    message = f"โฟลเดอร์ซ้อนกันลึกเกิน {MOST_LEVELS} ชั้น จึงไม่ได้ดูโฟลเดอร์ที่ลึกกว่านี้"
    return Finding("SIZE-001", Severity.ERROR, message, Location(name), "ลบหรือย้ายโฟลเดอร์ที่ไม่ใช่ข้อมูลของแผนออก")


def _wrong_folder(name: str) -> Finding:
    return Finding(
        "TREE-002",
        Severity.ERROR,
        f"“{name}” ไม่ใช่ชื่อโฟลเดอร์ของ อปท.",
        Location(name),
        "ตั้งชื่อโฟลเดอร์เป็นรหัส อปท. 7 หลัก ขีด และชื่ออังกฤษตัวเล็ก เช่น 5440502-phon-thong",
    )


class _UnreadFiles:
    """Creates warnings for unread files."""

    def __init__(self, tree: ContentTree) -> None:
        self._tree = tree
        self._hints = MOST_HINTS

    def finding(self, path: str, known: tuple[str, ...], hint: str = "") -> Finding:
        """Return a warning; `known` are the names to suggest from."""
        name, near = printable(path), None
        folder, own_name = split(path)
        if known and self._hints:
            self._hints -= 1
            near = closest(own_name, known)
        remedy = hint or "ลบหรือย้ายออก ถ้าไม่ได้ใช้"
        if near and self._tree.entry(below(folder, near)):
            remedy = f"มี “{near}” อยู่แล้ว ให้ลบหรือย้ายไฟล์นี้ออก ถ้ามีข้อมูลที่ต้องใช้ ให้นำไปรวมใน “{near}” ก่อน"
        elif near:
            remedy = f"หมายถึง “{near}” หรือไม่ ถ้าใช่ให้เปลี่ยนชื่อ"
        return Finding("TREE-006", Severity.WARNING, f"ระบบไม่รู้จัก “{name}” จึงไม่ได้อ่าน", Location(name), remedy)
