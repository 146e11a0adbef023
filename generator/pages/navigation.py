"""Breadcrumbs and the LAO's own small navigation. Nothing here grows with the number of LAOs."""

from __future__ import annotations

from generator import addresses
from generator.model.content import LaoFolder
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.pages import page_kinds
from generator.pages.page import Crumb, NavItem
from generator.settings import Digits
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.numerals import in_digits
from generator.thai.provinces import province_named

HOME = Crumb("หน้าแรก", addresses.HOME)


def cycle_title(cycle: Cycle, digits: Digits) -> str:
    """Return a plan's name in navigation: `แผน 2567-2569`."""
    return in_digits(f"แผน {cycle.slug}", digits)


def year_title(year: FiscalYear, digits: Digits) -> str:
    """Return the name in navigation of a year of a plan: `ปีงบประมาณ 2567`."""
    return in_digits(f"{page_kinds.YEAR.word} {year}", digits)


def report_title(year: FiscalYear, digits: Digits) -> str:
    """Return the name in navigation of the report on a year: `รายงานผลปีงบประมาณ 2567`."""
    return in_digits(f"{page_kinds.REPORT.word} {year}", digits)


def lao_crumbs(lao: Lao) -> tuple[Crumb, ...]:
    """Return the path down to an LAO's page, without that page."""
    province = province_named(lao.province)
    return (HOME, Crumb(lao.province, addresses.province(province.slug))) if province else (HOME,)


def plan_crumbs(lao: Lao) -> tuple[Crumb, ...]:
    """Return the path down to a plan's overview."""
    return (*lao_crumbs(lao), Crumb(lao.short_name, addresses.lao(lao.code)))


def part_crumbs(lao: Lao, cycle: Cycle, digits: Digits) -> tuple[Crumb, ...]:
    """Return the path down to a page below a plan's overview."""
    return (*plan_crumbs(lao), Crumb(cycle_title(cycle, digits), addresses.plan(lao.code, cycle)))


def lao_nav(lao_folder: LaoFolder, current: str, digits: Digits) -> tuple[NavItem, ...]:
    """Return the pages of one LAO; a plan's are unfolded if the page at `current` belongs to it."""
    items = [
        _item(lao_folder.lao.short_name if lao_folder.lao else lao_folder.code, addresses.lao(lao_folder.code), current)
    ]
    for plan in reversed(lao_folder.plans):
        if isinstance(plan, PlanFolder):
            items.append(_plan_item(lao_folder.code, plan, current, digits))
        else:
            items.append(_item(cycle_title(plan.cycle, digits), addresses.plan(lao_folder.code, plan.cycle), current))
    return tuple(items)


def _plan_item(code: str, files: PlanFolder, current: str, digits: Digits) -> NavItem:
    cycle = files.plan.cycle
    overview = addresses.plan(code, cycle)
    if not current.startswith(overview):
        return _item(cycle_title(cycle, digits), overview, current)
    parts = [_item(kind.word, kind.address(code, cycle), current) for kind in page_kinds.PLAN_PARTS]
    years = [_item(year_title(year, digits), addresses.plan_year(code, cycle, year), current) for year in cycle.years]
    reported = {report.fiscal_year for report in files.results}
    reports = [
        _item(report_title(year, digits), addresses.year_report(code, cycle, year), current)
        for year in cycle.years
        if year in reported
    ]
    return NavItem(cycle_title(cycle, digits), overview, current == overview, (*parts, *years, *reports))


def _item(title: str, address: str, current: str) -> NavItem:
    return NavItem(title, address, address == current)
