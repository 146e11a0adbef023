"""Lists the documents that a plan names: signed scans beside the plan, and evidence of its results, in written order.

A plan with its `documents/` in; kind, title, day, size and hash of each out, for the document page, evidence sheets and
published files.
"""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice

from generator.model.cells import PrintedCell
from generator.model.plan import AttachedFile, PlanFolder
from generator.model.results import EvidenceFile, ProjectResult, YearResults
from generator.thai.dates import FiscalYear

_ID_DIGITS = 12
"""Digits of the hash of a file's name in the address of evidence; names may hold personal data and any letters."""
LARGEST_PLAN = 30_000_000
"""Bytes of all published documents of one plan."""


class Withheld(Enum):
    """Reasons why a file of `documents/` is not published."""

    NOT_REVIEWED = auto()
    """Nothing in the plan and its results states that this file was reviewed for personal data."""
    TOO_LARGE = auto()
    """Too large, by itself or with the documents before it."""
    OTHER_KIND = auto()
    """Its content is neither PDF nor PNG nor JPEG."""
    SAME_ID = auto()
    """Another file is published under the same id."""


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """One document or piece of evidence."""

    title: str
    kind: str
    """As stated; evidence of results without a kind has the kind `หลักฐาน`."""
    date: PrintedCell[datetime.date] | None
    """The day on the document, printed and parsed; None if not stated."""
    address: str | None
    """Its address elsewhere."""
    file: str | None
    """Its name in `documents/`, as stated."""
    sha256: str | None
    """Hash as stated."""
    is_reviewed: bool
    """Whether it was reviewed for personal data."""
    attached: AttachedFile | None = None
    """The file itself; None if missing or not named."""
    public_name: str | None = None
    """Name of its file on the site; None if not published there."""
    withheld: Withheld | None = None
    """Why its file, if any, is not published on the site."""
    fiscal_year: FiscalYear | None = None
    """Year of the results; evidence only."""
    project: str | None = None
    """Id of the project; evidence only."""

    @property
    def size(self) -> int | None:
        """Size of the file in bytes; None if it is not in `documents/`."""
        return self.attached.size if self.attached else None

    @property
    def hash_of_file(self) -> str | None:
        """Hash of the file, else the stated hash, which is unchecked."""
        computed = self.attached.sha256 if self.attached else None
        return computed or self.sha256

    @property
    def is_computed(self) -> bool:
        """Whether `hash_of_file` is computed from the file."""
        return self.attached is not None and self.attached.sha256 is not None

    @property
    def differs(self) -> bool:
        """Whether the file's hash differs from the stated one."""
        computed = self.attached.sha256 if self.attached else None
        return bool(self.sha256 and computed and self.sha256 != computed)


EVIDENCE = "หลักฐาน"
"""The kind of evidence of results that states none."""


def plan_documents(files: PlanFolder) -> tuple[NamedDocument, ...]:
    """Return the documents of a plan, then the evidence of its results by year, round and project."""
    found = [
        NamedDocument(
            one.title,
            one.kind,
            one.date,
            one.address,
            one.file,
            one.sha256,
            one.reviewed_for_personal_data,
        )
        for one in files.plan.documents
    ]
    found += [
        _evidence(one, report, result)
        for report in files.results
        for result in report.projects
        for one in result.evidence
    ]
    return with_files(files, found)


def result_documents(
    files: PlanFolder, report: YearResults, results: Iterable[ProjectResult]
) -> Iterator[tuple[NamedDocument, ...]]:
    """Yield the evidence of each result of a report."""
    listed = [[_evidence(one, report, result) for one in result.evidence] for result in results]
    found = iter(with_files(files, [one for of_result in listed for one in of_result]))
    for of_result in listed:
        yield tuple(islice(found, len(of_result)))


def with_files(files: PlanFolder, documents: Iterable[NamedDocument]) -> tuple[NamedDocument, ...]:
    """Return documents with their files in `documents/`."""
    there = {_plain(one.name): one for one in files.attached}
    published = published_documents(files)

    def with_file(document: NamedDocument) -> NamedDocument:
        attached = there.get(_plain(document.file)) if document.file else None
        if attached is None:
            return document
        known = published.get(attached.name)
        if isinstance(known, Withheld):
            return replace(document, attached=attached, withheld=known)
        return replace(document, attached=attached, public_name=known)

    return tuple(map(with_file, documents))


def _evidence(one: EvidenceFile, report: YearResults, result: ProjectResult) -> NamedDocument:
    return NamedDocument(
        one.title,
        one.kind or EVIDENCE,
        one.date,
        one.address,
        one.file,
        one.sha256,
        one.reviewed_for_personal_data,
        fiscal_year=report.fiscal_year,
        project=result.project,
    )


def published_documents(files: PlanFolder) -> dict[str, str | Withheld]:
    """Return, per file of `documents/`, its name on the site or the reason why it is not published.

    A file is published under the id of the first document that names it, so that a new title does not move its address.
    Evidence has no id: its address follows from the name of its file, so that another order or year does not move it.
    """
    reviewed: dict[str, str] = {}
    for one in files.plan.documents:
        if one.file and one.reviewed_for_personal_data:
            reviewed.setdefault(_plain(one.file), one.id)
    for report in files.results:
        for result in report.projects:
            for evidence in result.evidence:
                if evidence.file and evidence.reviewed_for_personal_data:
                    name = _plain(evidence.file)
                    reviewed.setdefault(name, f"evidence-{hashlib.sha256(name.encode()).hexdigest()[:_ID_DIGITS]}")
    found: dict[str, str | Withheld] = {}
    used, size = set(), 0
    for attached in files.attached:
        id_ = reviewed.get(_plain(attached.name))
        if id_ is None:
            found[attached.name] = Withheld.NOT_REVIEWED
        elif attached.sha256 is None or size + attached.size > LARGEST_PLAN:
            found[attached.name] = Withheld.TOO_LARGE
        elif attached.kind is None:
            found[attached.name] = Withheld.OTHER_KIND
        elif id_ in used:
            found[attached.name] = Withheld.SAME_ID
        else:
            found[attached.name] = f"{id_}.{attached.kind}"
            used.add(id_)
            size += attached.size
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
