"""The files that a plan says lie in its `documents/`."""

from __future__ import annotations

import unicodedata

from generator.findings import Finding, Severity
from generator.model.plan import Plan
from generator.reading.content_tree import ContentTree
from generator.reading.yaml_text import YamlSource
from generator.thai.text import closest, quoted

MOST_HINTS = 10
"""So many missing files get a guess at which one was meant: each guess is a search."""


def documents_without_file(plan: Plan, source: YamlSource, tree: ContentTree, folder: str) -> list[Finding]:
    """Return a warning for every document whose file is not in the folder; links in it are reported elsewhere.

    Names are compared with those of the folder and never opened: an officer may write anything there.
    """
    stated = [(index, document.file) for index, document in enumerate(plan.documents) if document.file]
    if not stated:
        return []
    names = {plain_name(entry.name): entry.name for entry in tree.listing(folder).entries}
    missing = [(index, file) for index, file in stated if plain_name(file) not in names]
    return [
        _missing(source, index, file, closest(file, names.values()) if place < MOST_HINTS else None)
        for place, (index, file) in enumerate(missing)
    ]


def plain_name(name: str) -> str:
    """Return the form of a name by which files are compared."""
    # A Mac takes Thai and accented letters apart when it stores a name.
    return unicodedata.normalize("NFC", name)


def _missing(source: YamlSource, index: int, file: str, near: str | None) -> Finding:
    remedy = f"วางไฟล์ไว้ในโฟลเดอร์ documents/ ของรอบแผน{f' หรือหมายถึง {quoted(near)}' if near else ''}"
    place = source.location(("documents", index, "file"))
    return Finding("TREE-010", Severity.WARNING, f"ไม่มีไฟล์ {quoted(file)} ใน documents/", place, remedy)
