"""Where the original document of a plan is: on this site, elsewhere, or unknown, with the contact to ask."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.facts.named_documents import plan_documents
from generator.model.lao import Lao
from generator.views.downloads import document_saved_as
from generator.views.plan_context import PlanContext


@dataclass(frozen=True, slots=True)
class OriginalDocument:
    """A document to open, or to compare a copy with."""

    title: str
    address: str
    """On this site, or elsewhere; empty if only its hash is known."""
    is_here: bool
    """Whether the file is published on this site."""
    sha256: str
    """Empty if unknown."""
    saved_as: str | None = None
    """Name for a saved copy; None if the file is not on this site."""


@dataclass(frozen=True, slots=True)
class Original:
    """What is known about the original of a plan."""

    documents: tuple[OriginalDocument, ...]
    """Empty if there is no document here and no known address or hash."""
    lao_name: str
    ask_address: str
    """Address of the LAO's own contact."""
    website: str | None
    """The LAO's own website."""


def original(context: PlanContext) -> Original:
    """Return where a plan's original is; evidence of results is no original."""
    lao, cycle = context.lao, context.plan.cycle
    documents = []
    for one in plan_documents(context.files):
        if one.project is not None or one.fiscal_year is not None:
            continue
        here = addresses.plan_document(lao.code, cycle, one.public_name) if one.public_name else ""
        if here or one.address or one.sha256:
            name = document_saved_as(context, one)
            documents.append(OriginalDocument(one.title, here or one.address or "", bool(here), one.sha256 or "", name))
    documents += [
        OriginalDocument(source.document or context.plan.title or "", source.address, is_here=False, sha256="")
        for source in context.plan.sources
        if source.address
    ]
    return Original(tuple(documents), lao.short_name, contact_address(lao), lao.website)


def contact_address(lao: Lao) -> str:
    """Return the address of an LAO's contact section, or of its identity section (official website) if it has none."""
    return f"{addresses.lao(lao.code)}#{'contact' if lao.contact else 'identity'}"
