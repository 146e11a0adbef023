"""An attached document or a piece of evidence as pages and sheets show it: where to open it, or why it is not here."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from generator import addresses
from generator.facts.named_documents import NamedDocument
from generator.model.cells import meaning
from generator.views.downloads import document_saved_as
from generator.views.plan_context import PlanContext
from generator.words import interface


class DocumentLine(NamedTuple):
    """A document."""

    title: str
    kind: str
    day: datetime.date | None
    size: int | None
    """Bytes of its file; None if it is not in `documents/`."""
    address: str | None
    """Where to open it: on this site, else elsewhere."""
    sha256: str | None
    is_computed: bool
    """Whether the hash was computed from the file, not taken from the plan."""
    file: str | None = None
    """Name of its file in `documents/`, as stated."""
    why_absent: str = ""
    """Why its file is not on this site, in words; empty if it is, or if no file is named."""
    saved_as: str | None = None
    """Name for a saved copy of its file; None if it is not on this site."""


def document_line(context: PlanContext, one: NamedDocument) -> DocumentLine:
    """Return a document as shown."""
    code, cycle = context.lao.code, context.plan.cycle
    return DocumentLine(
        one.title,
        one.kind,
        meaning(one.date),
        one.size,
        addresses.plan_document(code, cycle, one.public_name) if one.public_name else one.address,
        one.hash_of_file,
        one.is_computed,
        one.file,
        why_absent(one),
        document_saved_as(context, one),
    )


def why_absent(one: NamedDocument) -> str:
    """Return why the file of a document is not on this site; empty if it is, or if no file is named."""
    if one.withheld:
        return interface.WITHHELD[one.withheld]
    return interface.FILE_MISSING if one.file and not one.attached else ""
