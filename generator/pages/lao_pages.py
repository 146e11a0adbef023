"""All pages of one LAO: its own, and of each plan the overview, the parts and the years."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator import addresses
from generator.facts.finding_counts import cycle_folder
from generator.facts.legal_state import legal_state
from generator.findings import Finding
from generator.model.content import UnreadablePlan
from generator.model.lao import Fiction, Lao
from generator.model.official import DocumentState
from generator.pages import navigation
from generator.pages.page import Crumb, Page, PageMeta
from generator.pages.renderer import Renderer
from generator.reading.lao_reader import ReadLao
from generator.settings import Digits
from generator.thai.numerals import in_digits
from generator.views.document import document_view
from generator.views.idp import idp_view
from generator.views.lao import LaoView, lao_view
from generator.views.monitoring import monitoring_view
from generator.views.overview import overview_view
from generator.views.plan_context import PlanContext
from generator.views.projects import projects_view
from generator.views.strategy import strategy_view
from generator.views.unreadable import unreadable_view
from generator.views.year import year_view
from generator.words import interface

PART_VIEWS = {
    "strategy": strategy_view,
    "projects": projects_view,
    "idp": idp_view,
    "monitoring": monitoring_view,
    "document": document_view,
}
"""View function of each page below a plan's overview; the template has the same name."""

SOURCE_FILES = {"projects": "projects.yml", "year": "projects.yml", "idp": "idp.yml"}
"""File that a page is mostly made from, where that is not plan.yml."""

DRAFT_BANNER = "ร่างแผน ยังไม่ได้รับความเห็นชอบและยังไม่ประกาศใช้ ข้อมูลอาจเปลี่ยนแปลง"


UNREAD_BANNER = "ข้อมูลบางส่วนของหน้านี้อ่านไม่ได้ในขณะนี้ หน้านี้แสดงเท่าที่อ่านได้ ยอดรวมและจำนวนจึงอาจไม่ครบ"
STATE_BANNER = "อ่านสถานะของเอกสารไม่ได้ จึงยังไม่ทราบว่าแผนนี้เป็นร่างหรือประกาศใช้แล้ว"


def _banners(context: PlanContext, template: str) -> Iterator[str]:
    """Yield what a reader must know before anything else on a page of the plan."""
    if context.read.folder.fiction is not Fiction.NO:
        yield interface.FICTION[context.read.folder.fiction]
    if context.plan.state is DocumentState.UNREAD:
        yield STATE_BANNER
    elif context.is_draft:
        yield DRAFT_BANNER
    if any(template == "overview" or _page_of(file) == template for file in context.files.unread):
        yield UNREAD_BANNER


def _page_of(file: str) -> str:
    """Return the page that is mostly made from a file of the plan."""
    return {"projects.yml": "projects", "idp.yml": "idp"}.get(file, "monitoring" if "/" in file else "document")


class LaoPages:
    """Makes the pages of one LAO after another."""

    def __init__(self, digits: Digits, today: datetime.date) -> None:
        """Take the digits of the site and the day that decides legal states."""
        self._digits = digits
        self._today = today
        self._renderer = Renderer(digits)

    def pages(self, read: ReadLao, found: tuple[Finding, ...]) -> Iterator[Page]:
        """Yield every page of an LAO; `found` is everything found in its data, what reading found included.

        What could not be read becomes a page that says so.
        """
        folder = read.folder
        by_cycle: dict[str, list[Finding]] = {}
        for finding in found:
            by_cycle.setdefault(cycle_folder(finding), []).append(finding)
        of_lao = 0
        if folder.lao is None:
            yield self._unreadable(read, addresses.lao(folder.code), None, found, ())
        else:
            view = lao_view(read, folder.lao, self._today, found)
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
                yield from self._plan(PlanContext(folder.lao, plan, read, legal, findings, of_lao))

    def _lao(self, read: ReadLao, lao: Lao, view: LaoView) -> Page:
        meta = PageMeta(
            title=lao.full_name,
            description=f"แผนพัฒนาบุคลากรของ{lao.full_name} จังหวัด{lao.province}",
            breadcrumbs=navigation.lao_crumbs(lao),
            nav=navigation.lao_nav(read.folder, addresses.lao(lao.code), self._digits),
            source_file=f"{read.folder.folder}/lao.yml",
            noindex=read.folder.fiction is not Fiction.NO,
            banner=interface.FICTION.get(read.folder.fiction),
        )
        return self._renderer.render("lao", addresses.lao(lao.code), meta, view=view)

    def _plan(self, context: PlanContext) -> Iterator[Page]:
        lao, cycle = context.lao, context.plan.cycle
        shown = navigation.cycle_title(cycle, self._digits)
        above = navigation.plan_crumbs(lao)
        below = navigation.part_crumbs(lao, cycle, self._digits)
        title = f"{shown} {lao.short_name}"
        yield self._plan_page(
            context, "overview", addresses.plan(lao.code, cycle), title, above, overview_view(context)
        )
        for part, make_view in PART_VIEWS.items():
            title = f"{interface.PLAN_PART[part]} {shown} {lao.short_name}"
            yield self._plan_page(
                context, part, addresses.plan_part(lao.code, cycle, part), title, below, make_view(context)
            )
        for year in cycle.years:
            title = f"{in_digits(f'ปีงบประมาณ {year}', self._digits)} {lao.short_name}"
            view = year_view(context, year)
            yield self._plan_page(context, "year", addresses.plan_year(lao.code, cycle, year), title, below, view)

    def _plan_page(
        self, context: PlanContext, template: str, address: str, title: str, crumbs: tuple[Crumb, ...], view: object
    ) -> Page:
        lao = context.lao
        district = f"อำเภอ{lao.district} " if lao.district else ""
        meta = PageMeta(
            title=title,
            description=f"{title} {district}จังหวัด{lao.province}",
            breadcrumbs=crumbs,
            nav=navigation.lao_nav(context.read.folder, address, self._digits),
            source_file=f"{context.folder}/{SOURCE_FILES.get(template, 'plan.yml')}",
            noindex=context.is_draft or context.read.folder.fiction is not Fiction.NO,
            banner=" ".join(_banners(context, template)) or None,
        )
        return self._renderer.render(template, address, meta, view=view)

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
            title=f"อ่านข้อมูลไม่ได้ {read.folder.code}",
            description="ข้อมูลของหน้านี้อ่านไม่ได้ในขณะนี้",
            breadcrumbs=crumbs or (navigation.HOME,),
            nav=navigation.lao_nav(read.folder, address, self._digits),
            source_file=read.folder.folder,
            noindex=True,
            banner=interface.FICTION.get(read.folder.fiction),
        )
        return self._renderer.render("unreadable", address, meta, view=view)
