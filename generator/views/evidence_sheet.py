"""The evidence sheet of one plan for one assessment year: items, elements, addresses to submit, where to find them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import urljoin

from generator import addresses
from generator.facts.ita_evidence import (
    ElementState,
    EvidenceCount,
    EvidenceReason,
    ItemFact,
    assessment_years,
    count_evidence,
    evidence_of,
)
from generator.facts.named_documents import plan_documents
from generator.model.assessment import AssessmentYear, LookedUp, LooksAt, RelatedItem
from generator.thai.dates import Cycle, FiscalYear
from generator.views.document_lines import DocumentLine, document_line
from generator.views.downloads import Download, evidence_download
from generator.views.evidence_tables import ShownElement, elements_table, files_table, pages_table
from generator.views.plan_context import PlanContext
from generator.views.tables import Table
from generator.words import evidence, parts


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page of this site to be submitted."""

    name: str
    address: str
    """Site-absolute, for links."""
    submitted: str
    """Absolute URL; the path below the site if the site's URL is unknown."""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One item."""

    fact: ItemFact
    anchor: str
    shown: tuple[ShownElement, ...]
    """Its elements with the places that show them."""
    pages: tuple[SheetPage, ...]
    copied: str
    """Text for the assessment's form; empty if there is nothing to submit."""
    not_yet: str
    """Why there is nothing to submit, in words; empty if there is a text."""

    @property
    def elements_table(self) -> Table:
        """Its elements."""
        return elements_table(self.anchor, self.fact, self.shown)

    @property
    def pages_table(self) -> Table:
        """Addresses to submit."""
        return pages_table(self.anchor, self.fact, [(one.name, one.address, one.submitted) for one in self.pages])


@dataclass(frozen=True, slots=True)
class EvidenceSheetView:
    """One sheet."""

    lao_name: str
    district: str | None
    province: str
    cycle: Cycle
    fiscal_year: FiscalYear
    """Year of the assessment."""
    assessment: AssessmentYear | None
    """None if its items are unknown."""
    counts: EvidenceCount | None
    items: tuple[SheetItem, ...]
    related: tuple[RelatedItem, ...]
    is_draft: bool
    by_third_party: bool
    is_partial: bool
    site_url: str
    """URL of the site; empty if unknown."""
    address: str
    submitted: str
    """URL of the sheet itself."""
    website: str | None
    menu: tuple[str, ...]
    plan_submitted: str
    """URL of the plan."""
    saved: datetime.date | None
    """Day on which the shown data was published; None if not committed."""
    commit: str
    reported: datetime.date | None
    """Day of the newest reported results; None if nothing was reported."""
    files: tuple[DocumentLine, ...]
    """Attached documents and evidence with their hashes."""
    manifest_address: str
    others: tuple[tuple[FiscalYear, str], ...]
    """The other sheets of the plan."""
    book: Download | None
    """The same as a workbook; None if there are no items."""
    national_address: str | None
    """All LAOs in this assessment year; None if there is no such page."""

    @property
    def knows_site(self) -> bool:
        """Whether addresses to submit are absolute URLs."""
        return bool(self.site_url)

    def whole(self, address: str) -> str:
        """Return an address of this site as an absolute URL if the site's URL is known; others unchanged."""
        return _whole(self.site_url, address)

    @property
    def files_table(self) -> Table:
        """Documents with their hashes."""
        return files_table(self.files)


def evidence_sheet_view(context: PlanContext, year: FiscalYear) -> EvidenceSheetView:
    """Return the sheet of an assessment year."""
    assessment = next((one for one in context.assessments if one.fiscal_year == year), None)
    facts = evidence_of(context, assessment) if assessment else ()
    plan, code = context.plan, context.lao.code
    address = addresses.evidence_sheet(code, plan.cycle, year)
    last = context.history.last if context.history.is_saved else None
    return EvidenceSheetView(
        lao_name=context.lao.full_name,
        district=context.lao.district,
        province=context.lao.province,
        cycle=plan.cycle,
        fiscal_year=year,
        assessment=assessment,
        counts=count_evidence(facts, year) if assessment else None,
        items=tuple(_item(context, fact, address) for fact in facts),
        related=assessment.related if assessment else (),
        is_draft=context.is_draft,
        by_third_party=plan.entered_by_third_party,
        is_partial=plan.is_partial,
        site_url=context.site_url,
        address=address,
        submitted=_whole(context.site_url, address),
        website=context.lao.website,
        menu=context.lao.ita_path,
        plan_submitted=_whole(context.site_url, addresses.plan(code, plan.cycle)),
        saved=last.commit.published if last else None,
        commit=last.commit.id if last else "",
        reported=max((one.as_of for one in context.files.results), default=None),
        files=tuple(document_line(context, one) for one in plan_documents(context.files)),
        manifest_address=addresses.lao_manifest(code),
        others=tuple(
            (one, addresses.evidence_sheet(code, plan.cycle, one))
            for one in assessment_years(plan.cycle)
            if one != year
        ),
        book=evidence_download(context, year) if assessment else None,
        national_address=addresses.evidence_year(year) if assessment else None,
    )


def _whole(site_url: str, address: str) -> str:
    return urljoin(site_url, address.removeprefix("/")) if site_url and address.startswith("/") else address


def _item(context: PlanContext, fact: ItemFact, sheet: str) -> SheetItem:
    of_plan = fact.item.looks_at is LooksAt.YEAR and not _is_report(fact)
    code, cycle = context.lao.code, context.plan.cycle
    pages = [("แบบแสดงหลักฐานฉบับนี้", sheet)]
    in_cycle = fact.fiscal_year in cycle.years
    if in_cycle and not of_plan:
        name = f"รายงานผลปีงบประมาณ {fact.fiscal_year}"
        pages.append((name, addresses.year_report(code, cycle, fact.fiscal_year)))
    elif in_cycle:
        pages.append((f"แผนประจำปีงบประมาณ {fact.fiscal_year}", addresses.plan_year(code, cycle, fact.fiscal_year)))
    if of_plan:
        pages.append((f"แผนพัฒนาบุคลากร {cycle.slug} ทั้งฉบับ", addresses.plan(code, cycle)))
    elif in_cycle:
        pages.append((parts.MONITORING_PAGE, addresses.plan_part(code, cycle, "monitoring")))
    listed = tuple(SheetPage(name, address, _whole(context.site_url, address)) for name, address in pages)
    not_yet = _not_yet(fact, in_cycle=in_cycle)
    return SheetItem(
        fact,
        addresses.evidence_anchor(fact.item.id),
        tuple(_shown(context, fact, index) for index in range(len(fact.elements))),
        listed,
        "" if not_yet else _copied(context, fact, listed),
        not_yet,
    )


def _not_yet(fact: ItemFact, *, in_cycle: bool) -> str:
    """Return why nothing should be submitted for an item: nobody is invited to submit an empty page."""
    if not in_cycle:
        return evidence.TEXT_OUTSIDE_CYCLE
    if any(one.state is ElementState.MET for one in fact.elements):
        return ""
    if any(one.reason in (EvidenceReason.NO_REPORT, EvidenceReason.REPORT_TOO_SHORT) for one in fact.elements):
        return evidence.TEXT_NO_REPORT.format(fact.fiscal_year)
    return evidence.TEXT_NOTHING_MET


def _is_report(fact: ItemFact) -> bool:
    return any(one.element.looked_up is LookedUp.RESULTS for one in fact.elements)


def _shown(context: PlanContext, fact: ItemFact, index: int) -> ShownElement:
    """Return an element with the exact place that shows it, and the projects that lack it."""
    one = fact.elements[index]
    names = {project.id: project for project in context.projects}
    code, cycle = context.lao.code, context.plan.cycle

    def named(ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((names[id].name, addresses.project(code, cycle, id)) for id in ids)

    return ShownElement(one, *_place(context, fact, one.element.looked_up), named(one.lacking), named(one.doubtful))


def _place(context: PlanContext, fact: ItemFact, looked_up: LookedUp) -> tuple[str, str]:
    code, cycle, year = context.lao.code, context.plan.cycle, fact.fiscal_year
    if looked_up in (LookedUp.ANNOUNCED, LookedUp.IN_FORCE):
        return "ประกาศใช้แผน", f"{addresses.plan_part(code, cycle, 'document')}#announcement"
    if year not in cycle.years:
        return "", ""
    if looked_up in (LookedUp.PROJECTS, LookedUp.BUDGETS, LookedUp.PERIODS):
        return "โครงการของปี", f"{addresses.plan_year(code, cycle, year)}#quarters"
    if looked_up in (LookedUp.RESULTS, LookedUp.SPENDING):
        return "ผลของปี", f"{addresses.plan_year(code, cycle, year)}#results"
    reported = any(one.fiscal_year == year for one in context.files.results)
    anchor = addresses.results_anchor(year) if reported else "results"
    return "การติดตามและผล", f"{addresses.plan_part(code, cycle, 'monitoring')}#{anchor}"


def _copied(context: PlanContext, fact: ItemFact, pages: tuple[SheetPage, ...]) -> str:
    """Return the text for the form, with Arabic digits like those of the addresses in it."""
    lao, item = context.lao, fact.item
    lines = [f"ข้อ {item.number} {item.name}", f"หลักฐานส่วนการพัฒนาบุคลากรของ{lao.full_name}: {item.evidences}"]
    lines += ["ที่อยู่ (URL)", *(f"- {one.name}: {one.submitted}" for one in pages)]
    steps = [*([f"เปิดเว็บไซต์ {lao.website}"] if lao.website else []), *(f"เลือกเมนู {label}" for label in lao.ita_path)]
    if lao.website:
        steps.append(f"เปิดหน้าแบบแสดงหลักฐาน {pages[0].submitted}")
        lines += ["คำอธิบาย", *(f"{number}. {step}" for number, step in enumerate(steps, 1))]
    return "\n".join(" ".join(line.split()) for line in lines)
