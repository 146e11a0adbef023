"""The pages at the addresses of withdrawn plans and LAOs: a published address never vanishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator import addresses
from generator.facts.ita_evidence import assessment_years
from generator.history.withdrawn_plans import WithdrawnLao, WithdrawnPlan
from generator.model.lao import Fiction, Lao
from generator.pages import navigation, page_kinds
from generator.pages.page import Crumb, Page, PageMeta
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.thai.provinces import PROVINCES, Province, province_named
from generator.views.withdrawn import (
    WithdrawnView,
    withdrawn_lao_view,
    withdrawn_plan_view,
    withdrawn_province_view,
)
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


def withdrawn_provinces(laos: Iterable[WithdrawnLao], present: Collection[str]) -> dict[Province, list[WithdrawnLao]]:
    """Return the provinces that had LAOs and have none now; `present` are the slugs of those that have."""
    provinces: dict[Province, list[WithdrawnLao]] = {}
    for lao in laos:
        named = province_named(lao.lao.province) if lao.lao else None
        province = named or PROVINCES.get(lao.code[1:3])
        if province and province.slug not in present:
            provinces.setdefault(province, []).append(lao)
    return provinces


def withdrawn_province_pages(provinces: Mapping[Province, Iterable[WithdrawnLao]], digits: Digits) -> Iterator[Page]:
    """Yield the page of each province without LAOs."""
    renderer = Renderer(digits)
    for province, laos in provinces.items():
        meta = PageMeta(
            title=f"จังหวัด{province.name} ไม่มี อปท. ในเว็บไซต์นี้แล้ว",
            description=f"อปท. ของจังหวัด{province.name} ที่เคยเผยแพร่ในเว็บไซต์นี้ถูกนำออกแล้ว",
            breadcrumbs=(navigation.HOME,),
            noindex=True,
        )
        view = withdrawn_province_view(province, laos)
        yield renderer.render(page_kinds.WITHDRAWN_PROVINCE, addresses.province(province.slug), meta, view)


def _plan_pages(
    renderer: Renderer, plan: WithdrawnPlan, view: WithdrawnView, crumbs: tuple[Crumb, ...]
) -> Iterator[Page]:
    meta = _meta(view, plan.lao, crumbs)
    for address in _addresses(plan):
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


def _addresses(plan: WithdrawnPlan) -> Iterator[str]:
    """Yield the addresses of all pages that the plan has had, and of the folders of its files.

    Its removal is a version too, which feeds link to.
    """
    code, cycle = plan.code, plan.cycle
    for kind in (page_kinds.OVERVIEW, *page_kinds.PLAN_PARTS):
        yield kind.address(code, cycle)
    for year in cycle.years:
        yield addresses.plan_year(code, cycle, year)
        yield addresses.year_report(code, cycle, year)
    for year in assessment_years(cycle):
        yield addresses.evidence_sheet(code, cycle, year)
    yield from addresses.plan_folders(code, cycle)
    for number in range(1, plan.versions + 2):
        yield addresses.plan_revision(code, cycle, number)
