"""The pages at the addresses of withdrawn plans and LAOs: a published address never vanishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.facts.ita_evidence import assessment_years
from generator.history.withdrawn_plans import WithdrawnLao, WithdrawnPlan
from generator.model.lao import Fiction, Lao
from generator.pages import navigation, page_kinds
from generator.pages.page import Crumb, Page, PageMeta
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.thai.dates import Cycle
from generator.views.withdrawn import WithdrawnView, withdrawn_lao_view, withdrawn_plan_view
from generator.words import interface


def withdrawn_plan_pages(plans: Iterable[WithdrawnPlan], lao: Lao | None, digits: Digits) -> Iterator[Page]:
    """Yield the page of each withdrawn plan at all its former addresses; `lao` is the LAO as it is now."""
    renderer = Renderer(digits)
    for plan in plans:
        known = lao or plan.lao
        name = known.full_name if known else plan.code
        view = withdrawn_plan_view(plan, name, addresses.lao(plan.code))
        yield from _plan_pages(renderer, plan, view, navigation.plan_crumbs(lao) if lao else (navigation.HOME,))


def withdrawn_lao_pages(laos: Iterable[WithdrawnLao], digits: Digits) -> Iterator[Page]:
    """Yield the page of each withdrawn LAO, and of each of its plans at all their former addresses."""
    renderer = Renderer(digits)
    for lao in laos:
        view = withdrawn_lao_view(lao)
        address = addresses.lao(lao.code)
        yield renderer.render(page_kinds.WITHDRAWN, address, _meta(view, lao.lao, (navigation.HOME,)), view)
        crumbs = (navigation.HOME, Crumb(view.lao_name, address))
        for plan in lao.plans:
            yield from _plan_pages(renderer, plan, withdrawn_plan_view(plan, view.lao_name, address), crumbs)


def _plan_pages(
    renderer: Renderer, plan: WithdrawnPlan, view: WithdrawnView, crumbs: tuple[Crumb, ...]
) -> Iterator[Page]:
    meta = _meta(view, plan.lao, crumbs)
    for address in _addresses(plan.code, plan.cycle):
        yield renderer.render(page_kinds.WITHDRAWN, address, meta, view)


def _meta(view: WithdrawnView, lao: Lao | None, crumbs: tuple[Crumb, ...]) -> PageMeta:
    what = "ข้อมูลของ อปท." if view.is_whole_lao else f"แผน {view.plans[0].cycle.slug}"
    return PageMeta(
        title=f"{what} ถูกนำออกแล้ว {view.lao_name}",
        description=f"{what} ของ{view.lao_name} ที่เคยเผยแพร่ในเว็บไซต์นี้ถูกนำออกแล้ว",
        breadcrumbs=crumbs,
        noindex=True,
        banner=interface.FICTION.get(lao.fictional if lao else Fiction.NO),
    )


def _addresses(code: str, cycle: Cycle) -> Iterator[str]:
    """Yield the addresses of all pages that every plan has, without those of its versions."""
    for kind in (page_kinds.OVERVIEW, *page_kinds.PLAN_PARTS):
        yield kind.address(code, cycle)
    for year in cycle.years:
        yield addresses.plan_year(code, cycle, year)
        yield addresses.year_report(code, cycle, year)
    for year in assessment_years(cycle):
        yield addresses.evidence_sheet(code, cycle, year)
