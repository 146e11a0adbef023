"""Where the original document of a plan is: on this site, elsewhere, or not known, and whom to ask for it then."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.facts.documents import plan_documents
from generator.model.lao import Lao
from generator.views.plan_context import PlanContext


@dataclass(frozen=True, slots=True)
class OriginalDocument:
    """A document that one can open, or hold a copy against."""

    title: str
    address: str
    """On this site, or elsewhere; empty where only its hash is known."""
    is_here: bool
    """Whether the file is published on this site."""
    sha256: str
    """Empty where none is known."""


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of the original of a plan."""

    documents: tuple[OriginalDocument, ...]
    """Empty where no document is here and no address or hash is known."""
    lao_name: str
    ask_address: str
    """Where the LAO's own contact stands."""
    website: str | None
    """The LAO's own website."""


def original(context: PlanContext) -> Original:
    """Return where a plan's original is; evidence of results is none of it."""
    lao, cycle = context.lao, context.plan.cycle
    documents = []
    for one in plan_documents(context.files):
        if one.project is not None or one.fiscal_year is not None:
            continue
        here = addresses.plan_document(lao.code, cycle, one.public_name) if one.public_name else ""
        if here or one.address or one.sha256:
            documents.append(OriginalDocument(one.title, here or one.address or "", bool(here), one.sha256 or ""))
    documents += [
        OriginalDocument(source.document or context.plan.title or "", source.address, is_here=False, sha256="")
        for source in context.plan.sources
        if source.address
    ]
    return Original(tuple(documents), lao.short_name, contact_address(lao), lao.website)


def contact_address(lao: Lao) -> str:
    """Return where an LAO's own contact stands; where it has none, where its official website stands."""
    return f"{addresses.lao(lao.code)}#{'contact' if lao.contact else 'identity'}"
