"""Every document that a plan names: signed scans beside the plan, and the evidence of its results, in written order.

Comes in: a plan with what lies in its `documents/`. Goes out: kind, title, day, size and hash of each, for the page of
the document, for evidence sheets and for files.
"""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass

from generator.model.cells import Cell
from generator.model.plan import AttachedFile, PlanFolder
from generator.thai.dates import FiscalYear


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
    attached: AttachedFile | None
    """The file itself; None where it is not there, or none is named."""
    sha256: str | None
    """Hash as stated."""
    is_reviewed: bool
    """Whether someone has looked for personal data in it; evidence says nothing of it."""
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
        """Hash of the very file, else the stated one of a file elsewhere, which nobody here has compared."""
        return self.attached.sha256 if self.attached else self.sha256

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

    def lying(name: str | None) -> AttachedFile | None:
        return there.get(_plain(name)) if name else None

    found = [
        NamedDocument(
            one.title,
            one.kind,
            one.date,
            one.address,
            one.file,
            lying(one.file),
            one.sha256,
            one.reviewed_for_personal_data,
        )
        for one in files.plan.documents
    ]
    for report in files.results:
        for result in report.projects:
            found += [
                NamedDocument(
                    one.title,
                    EVIDENCE,
                    None,
                    one.address,
                    one.file,
                    lying(one.file),
                    one.sha256,
                    is_reviewed=False,
                    fiscal_year=report.fiscal_year,
                    project=result.project,
                )
                for one in result.evidence
            ]
    return tuple(found)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
