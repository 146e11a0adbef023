"""Finds files that are not read because of a misspelt name: a folder in, right and actual names out.

Notepad hides the extension `.txt` that it adds, Windows ignores case in `Projects.yml`, and `.yaml` is common
elsewhere. Only names are checked, and only if the right file is missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz.distance import OSA

from generator.findings import Finding, Location, Severity, printable
from generator.reading.content_tree import ContentTree, EntryKind, below, kind_of, split
from generator.thai.characters import INVISIBLE, TO_ARABIC, TO_HYPHEN
from generator.thai.text import quoted

LAO_FILES = ("lao.yml", "guidelines.yml")
CYCLE_FILES = ("plan.yml", "projects.yml", "idp.yml", "narrative.md")
CYCLE_FOLDERS = ("results", "documents")

CYCLE_FOLDER = re.compile(r"[0-9]{4}-[0-9]{4}")
_YEAR = re.compile(
    r"(?:results?|report|ผลการดำเนินงาน|รายงานผล|รายงาน|ผล)?[-_]?(?:ปีงบประมาณ|ปี|fy)?(?:พ\.?ศ\.?)?"
    r"((?:25)?[5-9][0-9](?:-(?:6|12))?)(?:[-_]?results?)?"
)
_ENDINGS = {"yml": ("yml", "yaml"), "md": ("md", "markdown", "mdown", "mkd")}
_OF_DATA = frozenset({"json", "xml", "csv", "toml", "ini"})
"""Extensions of other data formats, which a file with one of our names may have been given."""
_ADDED = frozenset({"txt", "text", "bak", "old", "orig", "copy", "tmp"})
"""Extensions that editors add after the right one, or instead of it."""
_COPY = re.compile(r"copyof|copy|สำเนาของ|สำเนา|backup|final|\([0-9]+\)|[-_]+(?=$)|^[-_]+")
_BLANKS = re.compile(rf"[\s{INVISIBLE}~#]+")
_THAI = {"แผน": "plan", "โครงการ": "projects", "อปท": "lao", "ผล": "results", "ผลการดำเนินงาน": "results"}
"""Thai words for the file names, which an officer may have translated."""


def misnamed_files(tree: ContentTree, folder_path: str) -> dict[str, str]:
    """Return the files and folders with nearly the right name: right name -> actual name.

    Takes the folder of an LAO, of a cycle or of results, recognised by its name. Existing right names are left out.
    """
    entries = [entry for entry in tree.listing(folder_path).entries if entry.kind is not EntryKind.SYMLINK]
    names = {entry.name for entry in entries}
    found: dict[str, str] = {}
    for entry in entries:
        meant = _meant(split(folder_path)[1], entry.name, entry.kind is EntryKind.FOLDER)
        if meant is not None and meant not in names and meant not in found:
            found[meant] = entry.name
    return found


def misnamed_finding(tree: ContentTree, folder_path: str, meant: str, actual: str) -> Finding:
    """Return the error for a file with a misspelt name."""
    path = below(folder_path, actual)
    remedy = f"เปลี่ยนชื่อเป็น “{meant}”"
    if "." in meant:
        remedy += " ใน Windows ให้เปิดการแสดงนามสกุลไฟล์ก่อน (File Explorer > View > File name extensions)"
    what = "โฟลเดอร์" if kind_of(tree, path) is EntryKind.FOLDER else "ไฟล์"
    message = f"{what} {quoted(actual)} ยังไม่ได้อ่าน เพราะชื่อไม่ตรงกับ “{meant}” ข้อมูลใน{what}นี้จึงไม่ปรากฏบนเว็บไซต์"
    return Finding("TREE-013", Severity.ERROR, message, Location(printable(path)), remedy)


def _meant(folder_path: str, name: str, is_folder: bool) -> str | None:
    """Return the intended name; None for a correct name, and for an unrelated one."""
    stem, endings = _taken_apart(name)
    if folder_path == "results":
        year = _YEAR.fullmatch(stem)
        meant = (
            f"25{year[1].removeprefix('25')}.yml"
            if year and not is_folder and _fits("yml", endings, exact=True)
            else None
        )
    elif is_folder:
        folders = CYCLE_FOLDERS if CYCLE_FOLDER.fullmatch(folder_path) else ()
        meant = _nearest(stem, folders) if not endings else None
    else:
        known = CYCLE_FILES if CYCLE_FOLDER.fullmatch(folder_path) else LAO_FILES
        near = _nearest(stem, [one.partition(".")[0] for one in known])
        meant = next((one for one in known if one.partition(".")[0] == near), None)
        if meant and not _fits(meant.partition(".")[2], endings, exact=stem == near):
            meant = None
    return None if meant == name else meant


def _taken_apart(name: str) -> tuple[str, list[str]]:
    """Return a name without additions of copying and typing, and its extensions, in lower case."""
    folded = _BLANKS.sub("", name.translate(TO_ARABIC).translate(TO_HYPHEN)).casefold()
    stem, *endings = folded.split(".")
    bare = _COPY.sub("", _COPY.sub("", stem))
    return _THAI.get(bare, bare), [_COPY.sub("", ending) or ending for ending in endings if ending]


def _fits(ending: str, endings: list[str], *, exact: bool) -> bool:
    """Return whether a file with these extensions may be meant as one with `ending`."""
    right = _ENDINGS[ending]
    first = endings[0] if endings else ""
    if first in right or (ending == "yml" and OSA.distance(first, "yml") == 1 and first.startswith("y")):
        return set(endings[1:]) <= _ADDED | set(right)
    return exact and set(endings) <= _ADDED | _OF_DATA | set(right)


def _nearest(stem: str, known: Collection[str]) -> str | None:
    """Return the known name within one edit of a stem, or two edits for a long one."""
    if stem in known:
        return stem
    near = [one for one in known if stem[:1] == one[0] and OSA.distance(stem, one) <= (1 if len(one) <= 4 else 2)]
    return near[0] if len(near) == 1 else None
