"""The frame of every PDF of a plan: cover, header, footer, and ร่าง across a draft.

In: one plan and the hashes and version of its data. The footer says on every page that the document is generated from
data and not the signed original, and from which version and content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator import addresses
from generator.exports.data_tables.plan_data import publishable_plan
from generator.exports.pdf_blocks import Block, document
from generator.exports.pdf_text import Run, figure, joined, run
from generator.findings import Finding
from generator.model.lao import Fiction
from generator.model.official import DocumentState
from generator.thai.dates import format_thai_date
from generator.views.plan_context import PlanContext
from generator.words import interface, printing

_SHORT = 16
"""Characters of a hash in the footer; the cover has the whole hash."""


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A plan for typesetting, with the identification of its data."""

    context: PlanContext
    content: str
    """SHA-256 of the LAO's folder as read, as in its manifest; empty if unknown."""
    site_url: str = ""
    """Address of the site; empty if unknown."""

    @property
    def cycle(self) -> str:
        """The cycle in Thai digits: `๒๕๖๗-๒๕๖๙`."""
        return figure(self.context.plan.cycle.slug)

    @property
    def across(self) -> str | None:
        """The watermark of every page; None for an approved plan."""
        if self.context.plan.state is DocumentState.UNREAD:
            return printing.STATE_UNREAD
        return printing.DRAFT if self.context.is_draft else None

    def address(self, page: str) -> str:
        """Return the full address of a page; its path if the site's address is unknown."""
        return self.site_url.rstrip("/") + page if self.site_url else page


def publishable(context: PlanContext, found: Iterable[Finding]) -> PlanContext:
    """Return a plan for files: without findings, and without possible personal data, as files cannot be recalled."""
    data = publishable_plan(context.lao, context.files, context.read.lao_folder.fiction, found)
    return replace(context, lao=data.lao, files=data.files, findings=())


def framed(
    printed: PrintedPlan, title: str, names: Sequence[str], blocks: Sequence[Block], *, page: str, contents: bool
) -> dict[str, Any]:
    """Return a document with the frame around its blocks; `page` is the page of the site with the same content."""
    context = printed.context
    lao = context.lao
    place = [*([f"อำเภอ{lao.district}"] if lao.district else []), f"จังหวัด{lao.province}"]
    return document(
        title=title,
        author=lao.full_name,
        running=title,
        foot=[_foot(printed), _version(printed)],
        across=printed.across,
        cover={
            "names": [*([printed.across] if printed.across else []), *map(_name, names)],
            "lines": [run(lao.full_name), run(" ".join(place)), *_of_cover(context)],
            "notes": list(_notes(printed, page)),
        },
        blocks=blocks,
        contents=contents,
    )


def _name(text: str) -> Run:
    """Return a line of the cover that keeps each year on one line with its era."""
    return run(text.replace("พ.ศ. ", "พ.ศ.\u00a0"))


def _of_cover(context: PlanContext) -> list[Run]:
    cover = context.plan.cover
    return [run(one) for one in (cover.unit, cover.office) if one] if cover else []


def _foot(printed: PrintedPlan) -> Run:
    fiction = interface.MADE_UP.get(printed.context.read.lao_folder.fiction)
    return joined(["strong", f"{fiction} "], printing.NOT_THE_ORIGINAL) if fiction else printing.NOT_THE_ORIGINAL


def _version(printed: PrintedPlan) -> Run:
    said = [_saved(printed, whole=False)]
    if printed.content:
        said.append(f"รหัสข้อมูล {printed.content[:_SHORT]}")
    return " · ".join(said)


def _saved(printed: PrintedPlan, *, whole: bool) -> str:
    """Return the version of the plan with its commit, or that it is unknown because the content is not committed."""
    history = printed.context.history
    last = history.last
    if last is None or not history.is_saved:
        return printing.NO_VERSION
    day = f" เผยแพร่ {format_thai_date(last.commit.published, 'thai')}" if last.commit.published else ""
    commit = last.commit.id if whole else last.commit.id[:_SHORT]
    return f"{printing.VERSION} {figure(last.number)}{day} {printing.COMMIT} {commit}"


def _notes(printed: PrintedPlan, page: str) -> Iterator[Run]:
    context = printed.context
    plan = context.plan
    if context.read.lao_folder.fiction is not Fiction.NO:
        yield ["strong", interface.FICTION[context.read.lao_folder.fiction]]
    if plan.state is DocumentState.UNREAD:
        yield ["strong", printing.STATE_NOTE]
    elif context.is_draft:
        yield ["strong", printing.DRAFT_NOTE]
    else:
        yield f"สถานะเอกสาร: {interface.DOCUMENT_STATE[plan.state]}"
    yield printing.ABOUT
    yield printing.DIGITS
    if plan.is_partial:
        yield printing.PARTIAL_NOTE
    if context.files.unread:
        yield printing.UNREAD_NOTE
    yield _originals(context)
    yield joined("หน้าในเว็บไซต์ที่แสดงข้อมูลเดียวกัน พร้อมข้อสังเกตต่อข้อมูล: ", run(printed.address(page)))
    yield run(_saved(printed, whole=True))
    if printed.content:
        yield joined(f"{printing.HASH} ", run(printed.content), f" {printing.HOW_TO_VERIFY}")


def _originals(context: PlanContext) -> Run:
    documents = [one for one in context.plan.documents if one.file or one.address]
    if not documents:
        return joined(printing.NO_ORIGINAL, run(context.lao.full_name))
    titles = ", ".join(one.title for one in documents)
    return joined(f"{printing.ORIGINAL}: ", run(titles))


def plan_page(context: PlanContext) -> str:
    """Return the address of the plan's overview."""
    return addresses.plan(context.lao.code, context.plan.cycle)
