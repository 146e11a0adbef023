"""The files of a plan that belong to a page: their content, size and name when saved.

In: a plan with the sizes of its files. Out: links with words. The files themselves are made in `exports/`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator import addresses
from generator.facts.named_documents import EVIDENCE, NamedDocument
from generator.thai.dates import FiscalYear
from generator.views.plan_context import PlanContext
from generator.words.plan_files import DRAFT, EVIDENCE_BOOK, FILES, YEAR_PDF, FileWords

_OF_PAGES = {
    "overview": tuple(FILES),
    "strategy": ("plan.xlsx", "budget.csv", "plan.stratml.xml"),
    "projects": ("plan.xlsx", "projects.csv", "budget.csv", "plan.json"),
    "idp": ("plan.xlsx", "idp.csv", "plan.json"),
    "monitoring": ("plan.xlsx", "results.csv", "staff.csv", "plan.json"),
    "report": ("plan.xlsx", "results.csv", "staff.csv", "plan.json"),
    "year": ("plan.xlsx", "projects.csv", "budget.csv", "results.csv"),
}
_FIRST = 2
"""Files offered at once; the others are folded below."""
_LONGEST_NAME = 40
"""Characters of an LAO's name in a file name: systems allow 255 bytes, and a Thai letter takes three."""
_LONGEST_KIND = 20
"""Characters of a kind of document, likewise."""
# Characters that Windows forbids in names; unprintable ones are removed as well.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')


class Download(NamedTuple):
    """One file."""

    address: str
    format: str
    """Word for its format."""
    part: str
    """Which part of the plan it holds, in a word or two."""
    what: str
    """The same in a sentence."""
    bytes: int | None
    """Its size; None if it is made after the pages."""
    saved_as: str
    """Name for a saved copy."""

    @property
    def kilobytes(self) -> int | None:
        """Its size, rounded up."""
        return None if self.bytes is None else -(-self.bytes // 1024)


class Downloads(NamedTuple):
    """The files of a page."""

    first: tuple[Download, ...]
    """Offered at once."""
    listed: tuple[Download, ...]
    """All of them."""
    is_draft: bool


def downloads(context: PlanContext, page: str, year: FiscalYear | None = None) -> Downloads:
    """Return the files of a page, by the name of its kind, without tables that have no rows.

    The page of a year offers the plan of that year first.
    """
    listed = tuple(_download(context, name, FILES[name]) for name in _OF_PAGES[page] if _has_rows(context, name))
    if year and context.has_pdf:
        listed = (_download(context, f"plan-{year}.pdf", YEAR_PDF), *listed)
    return Downloads(listed[:_FIRST], listed, context.is_draft)


def evidence_download(context: PlanContext, year: FiscalYear) -> Download:
    """Return the workbook of the evidence sheet of an assessment year."""
    name = addresses.evidence_book(context.lao.code, context.plan.cycle, year).rpartition("/")[2]
    return _download(context, name, EVIDENCE_BOOK)


def _download(context: PlanContext, name: str, words: FileWords) -> Download:
    address = addresses.plan_file(context.lao.code, context.plan.cycle, name)
    size = context.sizes.get(address.removeprefix("/"))
    return Download(address, words.format, words.part, words.what, size, saved_as(context, name, words))


def saved_as(context: PlanContext, name: str, words: FileWords) -> str:
    """Return the file name of a saved copy (LAO, plan, part and code), valid on every system."""
    year = f"-{name.partition('.')[0][-4:]}" if words in (YEAR_PDF, EVIDENCE_BOOK) else ""
    return _saved_as(context, words.part.replace(" ", "-") + year, name.partition(".")[2])


def document_saved_as(context: PlanContext, document: NamedDocument) -> str | None:
    """Return the file name of a saved copy of a document (LAO, plan, kind and code); None if it is not on this site."""
    if document.public_name is None:
        return None
    year = f"-{document.fiscal_year}" if document.fiscal_year else ""
    kind = _plain(document.kind, _LONGEST_KIND) or EVIDENCE
    return _saved_as(context, kind + year, document.public_name.rpartition(".")[2])


def _saved_as(context: PlanContext, part: str, ending: str) -> str:
    lao, draft = context.lao, f"-{DRAFT}" if context.is_draft else ""
    return f"{_plain(lao.short_name)}-แผน-{context.plan.cycle.slug}-{part}{draft}-{lao.code}.{ending}"


def _plain(text: str, longest: int = _LONGEST_NAME) -> str:
    """Return the visible text without characters that some system forbids in names."""
    visible = "".join(one for one in text if one.isprintable())[:longest]
    return _FORBIDDEN.sub("-", visible).strip("-. ")


def _has_rows(context: PlanContext, name: str) -> bool:
    files = context.files
    rows: dict[str, object] = {
        "projects.csv": context.projects,
        "budget.csv": context.projects or context.plan.budget_matrix,
        "idp.csv": files.idp and files.idp.rows,
        "results.csv": any(report.projects for report in files.results),
        "plan.pdf": context.has_pdf,
        "staff.csv": any(report.staff for report in files.results),
    }
    return bool(rows.get(name, True))
