"""Runs every rule on a workbook: reads its content like files, and gives each finding its cell and the words for it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao, check_personal_data
from generator.findings import Finding, Location, Severity
from generator.intake.overlay_tree import OverlayTree
from generator.intake.plan_content import FILES, PlanContent
from generator.intake.workbook.book_layout import ContentPlace, references_of
from generator.intake.workbook.book_reader import ReadBook
from generator.intake.workbook.book_writer import CellNote
from generator.intake.workbook.remedy_words import in_workbook
from generator.model.content import EntryNames
from generator.reading.content_tree import ContentTree, below
from generator.reading.folders import find_lao_folders
from generator.reading.framework_reader import read_frameworks_with_sources
from generator.reading.lao_codes import as_lao_code
from generator.reading.lao_reader import ReadLao, read_lao

_MOST_LISTED = 30
"""Most further cells of a finding that its note lists; all are marked."""


@dataclass(frozen=True)
class CheckedBook:
    """Result of checking a workbook."""

    read: ReadLao
    folder: str
    findings: tuple[Finding, ...]
    """Findings about this plan and the LAO, with their cells if known."""
    notes: tuple[CellNote, ...]
    """Those of the rules as notes, for a copy of the workbook; doubts of reading are in its own list."""


def lao_folder(tree: ContentTree, code: str) -> str:
    """Return the folder of an LAO, or the path for a new one."""
    if tree.entry("plans") is None or as_lao_code(code) is None:
        return f"plans/{code}-new"
    found = find_lao_folders(tree)[0].get(code)
    return found[0] if found else f"plans/{code}-new"


def laid_over(tree: ContentTree, folder_path: str, content: PlanContent) -> OverlayTree:
    """Return the content tree overlaid with the workbook's files."""
    files = {below(folder_path, name): text.encode() for name, text in content.texts().items()}
    gone = {below(folder_path, content.name(file)) for file in FILES} - files.keys()
    return OverlayTree(tree, files, frozenset(gone))


def check_book(name: str, book: ReadBook, tree: ContentTree, today: datetime.date) -> CheckedBook:
    """Run every rule on a workbook and return the result; `name` is the file name in messages."""
    content = book.content
    folder = lao_folder(tree, content.code)
    frameworks = read_frameworks_with_sources(tree)
    over = laid_over(tree, folder, content)
    ids = frameworks.frameworks.entry_ids()
    read = read_lao(content.code, [folder], over, ids, with_places=True)
    reference = CheckBasis(frameworks.frameworks.documents, today, {}, {})
    found = [*read.lao_folder.findings, *check_lao(read, reference, with_places=True)]
    places = _Cells(name, folder, book, over.files)
    names = references_of(content)
    is_new = tree.entry(below(folder, content.cycle)) is None
    own = [
        in_workbook(one, places.place(one.location), names, is_new=is_new)
        for one in found
        if places.is_own(one.location)
    ]
    doubts = [one.finding(name) for one in book.doubts]
    notes = sorted(map(places.note, own), key=lambda note: list(Severity).index(note.severity))
    return CheckedBook(read, folder, (*(places.at_cells(one) for one in own), *doubts), tuple(notes))


def personal_cells(book: ReadBook, tree: ContentTree, ids: EntryNames | None) -> list[tuple[str, str]]:
    """Return each cell of a workbook with personal data, and the codes of the findings; never the data itself."""
    folder = lao_folder(tree, book.content.code)
    over = laid_over(tree, folder, book.content)
    read = read_lao(book.content.code, [folder], over, ids)
    places = _Cells("", folder, book, over.files)
    found: dict[str, set[str]] = {}
    for one in check_personal_data(read):
        for place in filter(places.is_own, (one.location, *one.also)):
            found.setdefault(places.at_cell(place).cell or place.file, set()).add(one.code)
    return [(cell, ", ".join(sorted(codes))) for cell, codes in found.items()]


class _Cells:
    def __init__(self, name: str, folder_path: str, book: ReadBook, texts: Mapping[str, bytes]) -> None:
        self._name, self._book = name, book
        self._files = {below(folder_path, book.content.name(file)): file for file in FILES}
        self._around = (folder_path, below(folder_path, book.content.cycle))
        narrative = texts.get(below(folder_path, book.content.name("narrative")), b"").decode()
        self._sections = [number for number, line in enumerate(narrative.split("\n"), 1) if line.startswith("## ")]

    def is_own(self, location: Location) -> bool:
        return location.file in self._files or location.file in self._around

    def place(self, location: Location) -> ContentPlace | None:
        file = self._files.get(location.file)
        if file is None:  # about the plan's folder, which is named after its cycle
            return ContentPlace("plan", ("cycle",)) if location.file == self._around[1] else None
        if file == "narrative":
            index = max(sum(start <= location.line for start in self._sections) - 1, 0)
            return ContentPlace(file, ("sections", index, "text"))
        return ContentPlace(file, location.path)

    def at_cell(self, location: Location) -> Location:
        place = self.place(location)
        return Location(self._name, path=location.path, cell=self._book.cell_of(place) if place else "")

    def at_cells(self, finding: Finding) -> Finding:
        also = tuple(self.at_cell(one) for one in finding.also)
        return finding._replace(location=self.at_cell(finding.location), also=also)

    def note(self, finding: Finding) -> CellNote:
        cell = self.at_cell(finding.location).cell
        further = [one for one in finding.also if self.is_own(one)]
        cells = list(dict.fromkeys(name for one in further if (name := self.at_cell(one).cell) and name != cell))
        return CellNote(
            f"{finding.code} {finding.message}{_listed(cells)}",
            finding.severity if finding.severity in Severity else Severity.WARNING,
            finding.remedy,
            cell,
            self.place(finding.location),
            finding.code,
            also=tuple(place for one in further if (place := self.place(one))),
        )


def _listed(cells: list[str]) -> str:
    """Return the sentence that lists further cells of a finding; empty if there are none."""
    if not cells:
        return ""
    more = f" และอีก {len(cells) - _MOST_LISTED:,} ช่อง ซึ่งระบายสีไว้" if len(cells) > _MOST_LISTED else ""
    return f" ช่องอื่นที่เป็นเช่นเดียวกัน: {', '.join(cells[:_MOST_LISTED])}{more}"
