"""Names that Windows cannot store: of files in `documents/`, and of documents whose id becomes a file name on the site.

A repository with such a file cannot be checked out on Windows, and a reader cannot save it there.
"""

from __future__ import annotations

import re

from generator.findings import Finding, Location, Severity, printable
from generator.model.plan import Plan
from generator.reading.content_tree import ContentTree, EntryKind, below
from generator.reading.yaml_text import YamlSource
from generator.thai.text import quoted

MOST_TOLD = 20
"""Most findings per plan; someone who unpacked an archive has hundreds."""
_NOT_ON_WINDOWS = re.compile(r'[\\:*?"<>|]|[ .]$|^ |^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE)


def fits_windows(name: str) -> bool:
    """Return whether Windows can store a file or folder of this name."""
    return not _NOT_ON_WINDOWS.search(name)


def names_not_on_windows(plan: Plan, source: YamlSource, tree: ContentTree, folder_path: str) -> list[Finding]:
    """Return an error per file of `documents/`, and per id of a document, that Windows cannot store."""
    findings = [
        _finding(Location(printable(below(folder_path, entry.name))), f"ชื่อไฟล์ {quoted(printable(entry.name))}", _RENAME)
        for entry in tree.listing(folder_path).entries
        if entry.kind is not EntryKind.SYMLINK and not fits_windows(entry.name)
    ]
    findings += [
        _finding(source.location(("documents", index, "id")), f"id {quoted(one.id)} ซึ่งเป็นชื่อไฟล์บนเว็บไซต์", _OTHER_ID)
        for index, one in enumerate(plan.documents)
        if not fits_windows(one.id)
    ]
    return findings[:MOST_TOLD]


_RENAME = "เปลี่ยนชื่อไฟล์ แล้วแก้ file: ให้ตรง"
_OTHER_ID = "ใช้ id: อื่น เช่น signed-plan"


def _finding(place: Location, what: str, remedy: str) -> Finding:
    message = f"{what} ใช้กับ Windows ไม่ได้ เครื่อง Windows รับข้อมูลชุดนี้หรือเก็บไฟล์นี้ไม่ได้"
    return Finding("TREE-015", Severity.ERROR, message, place, remedy)
