"""Every document that a plan names: signed scans beside the plan, and the evidence of its results, in written order.

Comes in: a plan with what lies in its `documents/`. Goes out: kind, title, day, size and hash of each, for the page of
the document, for evidence sheets and for files.
"""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from generator.model.cells import Cell
from generator.model.plan import AttachedFile, PlanFolder
from generator.thai.dates import FiscalYear

LARGEST_PLAN = 30_000_000
"""Bytes of all published documents of one plan."""


class Withheld(Enum):
    """Why a file of `documents/` is not published."""

    NOT_REVIEWED = auto()
    """No document of the plan says that someone has looked for personal data in it."""
    TOO_LARGE = auto()
    """By itself, or together with the documents before it."""
    OTHER_KIND = auto()
    """Neither PDF nor PNG nor JPEG by its content."""
    SAME_ID = auto()
    """Another file is published under the same id."""


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """One document or piece of evidence."""

    title: str
    kind: str
    """As stated; evidence of results has the kind `หลักฐาน`."""
    date: Cell[datetime.date] | None
    """The day on the document, printed and meant; None where none is stated, as of evidence."""
    address: str | None
    """Where it is published elsewhere."""
    file: str | None
    """Its name in `documents/`, as stated."""
    sha256: str | None
    """Hash as stated."""
    is_reviewed: bool
    """Whether someone has looked for personal data in it; evidence says nothing of it."""
    attached: AttachedFile | None = None
    """The file itself; None where it is not there, or none is named."""
    public_name: str | None = None
    """Name of its file on the site; None where it is not published there."""
    withheld: Withheld | None = None
    """Why its file is not published on the site, where there is a file."""
    fiscal_year: FiscalYear | None = None
    """Of evidence: the year of the results."""
    project: str | None = None
    """Of evidence: the id of the project."""

    @property
    def size(self) -> int | None:
        """Bytes of the file; None where it does not lie in `documents/`."""
        return self.attached.size if self.attached else None

    @property
    def hash_of_file(self) -> str | None:
        """Hash of the very file, else the stated one, with which no file was compared here."""
        computed = self.attached.sha256 if self.attached else None
        return computed or self.sha256

    @property
    def is_computed(self) -> bool:
        """Whether that is the hash of the very file."""
        return self.attached is not None and self.attached.sha256 is not None

    @property
    def differs(self) -> bool:
        """Whether the file has another hash than the plan states."""
        computed = self.attached.sha256 if self.attached else None
        return bool(self.sha256 and computed and self.sha256 != computed)


EVIDENCE = "หลักฐาน"
"""The kind of evidence of results."""


def plan_documents(files: PlanFolder) -> tuple[NamedDocument, ...]:
    """Return the documents of a plan, then the evidence of its results by year, round and project."""
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
        NamedDocument(
            one.title,
            EVIDENCE,
            None,
            one.address,
            one.file,
            one.sha256,
            is_reviewed=False,
            fiscal_year=report.fiscal_year,
            project=result.project,
        )
        for report in files.results
        for result in report.projects
        for one in result.evidence
    ]
    return tuple(map(with_file, found))


def published_documents(files: PlanFolder) -> dict[str, str | Withheld]:
    """Return for each file of `documents/` its name on the site, or why it is not published there.

    A file is published under the id of the first document that names it, as an address that no new title moves.
    """
    reviewed: dict[str, str] = {}
    for one in files.plan.documents:
        if one.file and one.reviewed_for_personal_data:
            reviewed.setdefault(_plain(one.file), one.id)
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
