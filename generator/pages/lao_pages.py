"""All pages of one LAO: its own, and for each plan the overview, the parts and the years."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator import addresses
from generator.facts.finding_counts import cycle_folder
from generator.facts.ita_evidence import assessment_years
from generator.facts.legal_state import fiscal_year_today, legal_state
from generator.findings import Finding
from generator.history.revisions import NO_HISTORIES, NO_HISTORY, PlanHistory
from generator.history.withdrawn_plans import WithdrawnPlan
from generator.model.assessment import AssessmentYear
from generator.model.content import UnreadablePlan
from generator.model.lao import Fiction, Lao
from generator.model.official import DocumentState
from generator.pages import navigation, page_kinds
from generator.pages.page import Crumb, Page, PageMeta, VersionMark
from generator.pages.page_kinds import PageKind
from generator.pages.renderer import Renderer
from generator.reading.lao_reader import ReadLao
from generator.settings import Digits
from generator.thai.dates import FiscalYear, format_thai_date
from generator.thai.numerals import in_digits
from generator.thai.unbroken import unbroken_day
from generator.views.downloads import downloads
from generator.views.lao import LaoView, lao_view
from generator.views.original import contact_address
from generator.views.page_subject import PlanDocument, organisation_of, plan_document
from generator.views.plan_context import PlanContext
from generator.views.unreadable import unreadable_view
from generator.words import interface

NO_SIZES: Mapping[str, int] = {}
DRAFT_BANNER = interface.DRAFT_NOTE
UNREAD_BANNER = "ข้อมูลบางส่วนของหน้านี้อ่านไม่ได้ในขณะนี้ หน้านี้แสดงเท่าที่อ่านได้ ยอดรวมและจำนวนจึงอาจไม่ครบ"
STATE_BANNER = interface.STATE_NOTE


def _document(context: PlanContext) -> PlanDocument:
    """Return the plan as the subject of its overview, with its files."""
    return plan_document(context, (one.address for one in downloads(context, "overview").listed))


def _banners(context: PlanContext, kind: PageKind) -> Iterator[str]:
    """Yield what a reader must know first on a page of the plan."""
    if context.read.lao_folder.fiction is not Fiction.NO:
        yield interface.FICTION[context.read.lao_folder.fiction]
    if context.plan.state is DocumentState.UNREAD:
        yield STATE_BANNER
    elif context.is_draft:
        yield DRAFT_BANNER
    if any(kind == page_kinds.OVERVIEW or page_kinds.telling_of(file) == kind.name for file in context.files.unread):
        yield UNREAD_BANNER


class LaoPages:
    """Makes the pages of LAOs, one LAO at a time."""

    def __init__(
        self,
        digits: Digits,
        today: datetime.date,
        *,
        has_pdf: bool = False,
        assessments: tuple[AssessmentYear, ...] = (),
        site_url: str = "",
    ) -> None:
        """Take the digits of the site and the day that decides legal states.

        `has_pdf`: whether there are PDFs to offer; `assessments`: the items of ITA by year; `site_url`: the URL of the
        site, for addresses to be submitted.
        """
        self._has_pdf = has_pdf
        self._assessments = assessments
        self._site_url = site_url
        self._digits = digits
        self._today = today
        self._renderer = Renderer(digits)
        self._names = page_kinds.plan_page_names()

    def pages(
        self,
        read: ReadLao,
        found: tuple[Finding, ...],
        histories: Mapping[str, PlanHistory] = NO_HISTORIES,
        sizes: Mapping[str, int] = NO_SIZES,
        withdrawn: tuple[WithdrawnPlan, ...] = (),
    ) -> Iterator[Page]:
        """Yield every page of an LAO; `found` are all findings in its data, including those of reading.

        `histories` are the versions of its plans by cycle, `sizes` those of its data files by path below the site,
        `withdrawn` the plans that a commit removed, which its own page lists.
        Data that could not be read gets a page that says so.
        """
        folder = read.lao_folder
        by_cycle: dict[str, list[Finding]] = {}
        for finding in found:
            by_cycle.setdefault(cycle_folder(finding), []).append(finding)
        of_lao = 0
        if folder.lao is None:
            yield self._unreadable(read, addresses.lao(folder.code), None, found, ())
        else:
            view = lao_view(read, folder.lao, self._today, found, withdrawn)
            of_lao = view.findings.counts.total
            yield self._lao(read, folder.lao, view)
        for plan in folder.plans:
            if isinstance(plan, UnreadablePlan):
                crumbs = navigation.plan_crumbs(folder.lao) if folder.lao else ()
                findings = (*plan.findings, *by_cycle.get(plan.cycle.slug, []))
                yield self._unreadable(read, addresses.plan(folder.code, plan.cycle), plan, findings, crumbs)
            elif folder.lao:
                findings = tuple(by_cycle.get(plan.plan.cycle.slug, []))
                legal = legal_state(plan.plan, self._today)
                history = histories.get(plan.plan.cycle.slug, NO_HISTORY)
                context = PlanContext(folder.lao, plan, read, legal, findings, of_lao, self._names, history, sizes)
                yield from self._plan(
                    replace(
                        context,
                        has_pdf=self._has_pdf,
                        assessments=self._assessments,
                        site_url=self._site_url,
                        fiscal_year_today=fiscal_year_today(self._today, plan.plan.cycle.last),
                    )
                )

    def _lao(self, read: ReadLao, lao: Lao, view: LaoView) -> Page:
        meta = PageMeta(
            title=lao.full_name,
            description=f"แผนพัฒนาบุคลากรของ{lao.full_name} จังหวัด{lao.province}",
            breadcrumbs=navigation.lao_crumbs(lao),
            nav=navigation.lao_nav(read.lao_folder, addresses.lao(lao.code), self._digits),
            source_file=f"{read.lao_folder.path}/lao.yml",
            noindex=read.lao_folder.fiction is not Fiction.NO,
            banner=interface.FICTION.get(read.lao_folder.fiction),
            subject=organisation_of(lao),
        )
        return self._renderer.render(page_kinds.LAO, addresses.lao(lao.code), meta, view)

    def _plan(self, context: PlanContext) -> Iterator[Page]:
        lao, cycle = context.lao, context.plan.cycle
        plan = navigation.cycle_title(cycle, self._digits)
        above = navigation.plan_crumbs(lao)
        below = navigation.part_crumbs(lao, cycle, self._digits)
        overview = page_kinds.OVERVIEW
        address = overview.address(lao.code, cycle)
        yield self._plan_page(context, overview, address, f"{plan} {lao.short_name}", above, overview.view(context))
        for kind in page_kinds.PLAN_PARTS:
            title = f"{kind.word} {plan} {lao.short_name}"
            address = kind.address(lao.code, cycle)
            yield self._plan_page(context, kind, address, title, below, kind.view(context))
        for year in cycle.years:
            title = f"{navigation.year_title(year, self._digits)} {lao.short_name}"
            address = addresses.plan_year(lao.code, cycle, year)
            view = page_kinds.YEAR.view(context, year)
            yield self._plan_page(context, page_kinds.YEAR, address, title, below, view)
            yield self._year_report(context, year)
        sheets = (*below, Crumb(page_kinds.EVIDENCE.word, page_kinds.EVIDENCE.address(lao.code, cycle)))
        for year in assessment_years(cycle):
            title = f"{page_kinds.EVIDENCE_SHEET.word} {in_digits(str(year), self._digits)} {plan} {lao.short_name}"
            address = addresses.evidence_sheet(lao.code, cycle, year)
            view = page_kinds.EVIDENCE_SHEET.view(context, year)
            yield self._plan_page(context, page_kinds.EVIDENCE_SHEET, address, title, sheets, view)
        inside = (*below, Crumb(page_kinds.HISTORY.word, addresses.plan_history(lao.code, cycle)))
        for revision in context.history.revisions:
            number = in_digits(str(revision.number), self._digits)
            title = f"{page_kinds.REVISION.word} {number} {plan} {lao.short_name}"
            address = addresses.plan_revision(lao.code, cycle, revision.number)
            view = page_kinds.REVISION.view(context, revision)
            yield self._plan_page(context, page_kinds.REVISION, address, title, inside, view)

    def _year_report(self, context: PlanContext, year: FiscalYear) -> Page:
        lao, cycle = context.lao, context.plan.cycle
        number = in_digits(str(year), self._digits)
        of_year = Crumb(navigation.year_title(year, self._digits), addresses.plan_year(lao.code, cycle, year))
        return self._plan_page(
            context,
            page_kinds.REPORT,
            addresses.year_report(lao.code, cycle, year),
            f"{page_kinds.REPORT.word} {number} {lao.short_name}",
            (*navigation.part_crumbs(lao, cycle, self._digits), of_year),
            page_kinds.REPORT.view(context, year),
        )

    def _plan_page(
        self, context: PlanContext, kind: PageKind, address: str, title: str, crumbs: tuple[Crumb, ...], view: object
    ) -> Page:
        lao = context.lao
        district = f"อำเภอ{lao.district} " if lao.district else ""
        meta = PageMeta(
            title=title,
            description=f"{title} {district}จังหวัด{lao.province}",
            breadcrumbs=crumbs,
            nav=navigation.lao_nav(context.read.lao_folder, address, self._digits),
            source_file=f"{context.folder}/{kind.source_file}",
            noindex=context.is_draft or context.read.lao_folder.fiction is not Fiction.NO,
            banner=" ".join(_banners(context, kind)) or None,
            script=_script(kind, context),
            subject=_document(context) if kind == page_kinds.OVERVIEW else None,
            version=self._version(context) if kind != page_kinds.REVISION else None,
            plan_contact=Crumb(lao.short_name, contact_address(lao)),
        )
        return self._renderer.render(kind, address, meta, view)

    def _version(self, context: PlanContext) -> VersionMark | None:
        """Return the version that the pages of a plan show, or None if it is not committed."""
        last = context.history.last
        if last is None or not context.history.is_saved:
            return None
        words = f"รุ่นที่ {in_digits(str(last.number), self._digits)}"
        if last.commit.published:
            words += f" เผยแพร่ {unbroken_day(format_thai_date(last.commit.published, self._digits))}"
        return VersionMark(
            words, last.commit.id, addresses.plan_revision(context.lao.code, context.plan.cycle, last.number)
        )

    def _unreadable(
        self,
        read: ReadLao,
        address: str,
        plan: UnreadablePlan | None,
        findings: tuple[Finding, ...],
        crumbs: tuple[Crumb, ...],
    ) -> Page:
        view = unreadable_view(read, plan, findings)
        meta = PageMeta(
            title=f"อ่านข้อมูลไม่ได้ {read.lao_folder.code}",
            description="ข้อมูลของหน้านี้อ่านไม่ได้ในขณะนี้",
            breadcrumbs=crumbs or (navigation.HOME,),
            nav=navigation.lao_nav(read.lao_folder, address, self._digits),
            source_file=read.lao_folder.path,
            noindex=True,
            banner=interface.FICTION.get(read.lao_folder.fiction),
        )
        return self._renderer.render(page_kinds.UNREADABLE, address, meta, view)


def _script(kind: PageKind, context: PlanContext) -> str:
    """Return the script that a page needs in addition to those of all pages."""
    if kind == page_kinds.HISTORY:
        return "compare" if len(context.history.revisions) > 1 else ""
    return "status" if kind in (page_kinds.OVERVIEW, page_kinds.YEAR) else ""
