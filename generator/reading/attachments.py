"""The files that a plan and its results say lie in `documents/`: which there are, and what each name is compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.findings import Finding, Severity
from generator.model.plan import Plan
from generator.model.results import YearResults
from generator.reading.content_tree import ContentTree
from generator.reading.yaml_text import YamlSource
from generator.thai.text import closest, quoted

MOST_HINTS = 10
"""So many missing files get a guess at which one was meant: each guess is a search."""


class NamedFile(NamedTuple):
    """A place that names a file of `documents/`."""

    source: YamlSource
    path: tuple[str | int, ...]
    """Of the group that names it."""
    file: str
    sha256: str | None
    """As stated."""


def named_files(
    plan: Plan, source: YamlSource, results: Iterable[tuple[YearResults, YamlSource]] = ()
) -> list[NamedFile]:
    """Return every place of plan.yml and of the results that names a file, in written order."""
    return list(_named_files(plan, source, results))


def _named_files(
    plan: Plan, source: YamlSource, results: Iterable[tuple[YearResults, YamlSource]]
) -> Iterator[NamedFile]:
    for index, document in enumerate(plan.documents):
        if document.file:
            yield NamedFile(source, ("documents", index), document.file, document.sha256)
    for report, of_report in results:
        for index, result in enumerate(report.projects):
            for place, one in enumerate(result.evidence):
                if one.file:
                    path = ("projects", index, "evidence", place)
                    yield NamedFile(of_report, path, one.file, one.sha256)


def documents_without_file(named: Iterable[NamedFile], tree: ContentTree, folder: str) -> list[Finding]:
    """Return a warning for every named file that is not in the folder; links in it are reported elsewhere.

    Names are compared with those of the folder and never opened: an officer may write anything there.
    """
    stated = list(named)
    if not stated:
        return []
    names = {plain_name(entry.name): entry.name for entry in tree.listing(folder).entries}
    missing = [one for one in stated if plain_name(one.file) not in names]
    return [
        _missing(one, closest(one.file, names.values()) if place < MOST_HINTS else None)
        for place, one in enumerate(missing)
    ]


def plain_name(name: str) -> str:
    """Return the form of a name by which files are compared."""
    # A Mac takes Thai and accented letters apart when it stores a name.
    return unicodedata.normalize("NFC", name)


def _missing(one: NamedFile, near: str | None) -> Finding:
    remedy = f"วางไฟล์ไว้ในโฟลเดอร์ documents/ ของรอบแผน{f' หรือหมายถึง {quoted(near)}' if near else ''}"
    place = one.source.location((*one.path, "file"))
    return Finding("TREE-010", Severity.WARNING, f"ไม่มีไฟล์ {quoted(one.file)} ใน documents/", place, remedy)
