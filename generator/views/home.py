"""The home page: what the site is, its key figures, the way to each LAO. Made from summaries alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.changes import PlanEvent
from generator.facts.legal_state import LegalState
from generator.facts.site_laos import counted, group_by_province
from generator.facts.summary import LaoSummary, PlanSummary, Standing
from generator.model.content import Frameworks
from generator.model.lao import Fiction
from generator.model.money import BudgetBasis
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.province_tiles import COLUMNS, ROWS, TILES
from generator.thai.provinces import Province
from generator.thai.sorting import thai_sort_key
from generator.views.frameworks import FrameworkLine, framework_line
from generator.views.home_first import NoneInForce, SearchExample, none_in_force, search_examples
from generator.views.home_tables import MoneyLine, money_table
from generator.views.tables import Table

_STEP, _GAP = 36, 4
"""Units of the map from tile to tile, and the gap between them: on a phone a tile is large enough for a finger."""
LISTED_CHANGES = 8
LISTED_LAOS = 200
"""Up to this many LAOs are listed on the home page; above, only provinces."""


@dataclass(frozen=True, slots=True)
class LaoLine:
    """One LAO of the list."""

    name: str
    district: str | None
    address: str
    standing: Standing
    lead_cycle: Cycle | None
    fiction: Fiction = Fiction.NO


@dataclass(frozen=True, slots=True)
class ProvinceLine:
    """One province with LAOs here."""

    name: str | None
    """None if the province of the LAOs is unknown."""
    address: str | None
    laos: int
    lines: tuple[LaoLine, ...]
    """Its LAOs; empty if the site has too many to list."""


@dataclass(frozen=True, slots=True)
class RecentEventLine:
    """The last change of one plan."""

    change: PlanEvent
    lao: str
    cycle: Cycle
    address: str
    """The plan's page."""


@dataclass(frozen=True, slots=True)
class MapTile:
    """One province on the map."""

    name: str
    abbreviation: str
    x: int
    """Units from the left of the drawing."""
    y: int
    """Units from its top."""
    laos: int
    address: str | None
    """None if no LAO of the province is on the site."""


@dataclass(frozen=True, slots=True)
class MapView:
    """Thailand as tiles."""

    tiles: tuple[MapTile, ...]
    width: int
    height: int
    tile: int
    """Units across a tile, without the gap."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What a visitor sees first."""

    laos: int
    """Here and in all other figures without made-up LAOs, unless all are made up."""
    made_up: tuple[LaoLine, ...]
    """On a site with real LAOs, those with made-up data; if very many, the first."""
    made_up_laos: int
    search_address: str
    examples: tuple[SearchExample, ...]
    """Words to try in the search box."""
    plans_in_force: int
    none_in_force: NoneInForce | None
    """Why none is; None if one is."""
    plans: int
    """Without drafts."""
    drafts: int
    unreadable_plans: int
    projects: int
    """Without those of drafts."""
    money: tuple[MoneyLine, ...]
    """Without drafts, newest cycle first."""
    changes: tuple[RecentEventLine, ...]
    """The last changes, one per plan; without drafts."""
    provinces: tuple[ProvinceLine, ...]
    """In Thai order."""
    map: MapView
    names_laos: bool
    """Whether LAOs are listed."""
    frameworks: tuple[FrameworkLine, ...]
    frameworks_address: str
    reading_guide_address: str
    about_address: str
    quality_address: str
    evidence_year: FiscalYear | None
    """The latest year of the national assessment (ITA) whose items are known; None if none is."""
    evidence_address: str
    """All LAOs in that year; without one, the page of all years."""
    changes_address: str

    @property
    def money_table(self) -> Table:
        """The table of `money`."""
        return money_table(self.money)


def home_view(summaries: Sequence[LaoSummary], frameworks: Frameworks, today: datetime.date) -> HomeView:
    """Return the home page; drafts are counted separately and in no other figure."""
    all_laos, summaries = summaries, counted(summaries)
    made_up = [] if summaries is all_laos else [one for one in all_laos if one.fiction is not Fiction.NO]
    plans = [plan for summary in summaries for plan in summary.plans]
    adopted = [plan for plan in plans if not plan.is_draft]
    names_laos = len(summaries) <= LISTED_LAOS
    by_province = group_by_province(summaries)
    assessed = max((one.fiscal_year for one in frameworks.assessments), default=None)
    return HomeView(
        laos=len(summaries),
        made_up_laos=len(made_up),
        made_up=tuple(map(_lao_line, made_up[:LISTED_LAOS])),
        search_address=addresses.SEARCH,
        examples=search_examples(summaries, frameworks),
        none_in_force=none_in_force(adopted),
        plans_in_force=sum(plan.legal is LegalState.IN_FORCE for plan in adopted),
        plans=len(adopted),
        drafts=len(plans) - len(adopted),
        unreadable_plans=sum(len(summary.unreadable_cycles) for summary in summaries),
        projects=sum(plan.projects or 0 for plan in adopted),
        money=_money(adopted),
        changes=_changes(summaries),
        provinces=tuple(_province_line(province, below, names_laos) for province, below in by_province),
        map=_map({province: len(below) for province, below in by_province}),
        names_laos=names_laos,
        frameworks=tuple(framework_line(framework, today) for framework in frameworks.documents),
        frameworks_address=addresses.FRAMEWORKS,
        reading_guide_address=addresses.READING_GUIDE,
        about_address=addresses.ABOUT,
        quality_address=addresses.QUALITY,
        evidence_year=assessed,
        evidence_address=addresses.evidence_year(assessed) if assessed else addresses.EVIDENCE,
        changes_address=addresses.CHANGES,
    )


def _changes(summaries: Iterable[LaoSummary]) -> tuple[RecentEventLine, ...]:
    lines = [
        RecentEventLine(plan.latest, summary.full_name, plan.cycle, addresses.plan(summary.code, plan.cycle))
        for summary in summaries
        for plan in summary.plans
        if plan.latest and not plan.is_draft
    ]
    # Within a day in Thai order of names: the sort is stable.
    by_name = sorted(lines, key=lambda line: (thai_sort_key(line.lao), line.address))
    return tuple(sorted(by_name, key=lambda line: line.change.day, reverse=True)[:LISTED_CHANGES])


def _map(laos: Mapping[Province | None, int]) -> MapView:
    tiles = tuple(
        MapTile(
            name=tile.province.name,
            abbreviation=tile.abbreviation,
            x=tile.column * _STEP,
            y=tile.row * _STEP,
            laos=laos.get(tile.province, 0),
            address=addresses.province(tile.province.slug) if tile.province in laos else None,
        )
        for tile in TILES
    )
    return MapView(tiles, COLUMNS * _STEP - _GAP, ROWS * _STEP - _GAP, _STEP - _GAP)


def _money(plans: Iterable[PlanSummary]) -> tuple[MoneyLine, ...]:
    amounts: dict[tuple[Cycle, BudgetBasis | None], list[Decimal]] = {}
    for plan in plans:
        if plan.total_baht is not None:
            amounts.setdefault((plan.cycle, plan.basis), []).append(plan.total_baht)
    bases: list[BudgetBasis | None] = [*BudgetBasis, None]
    order = sorted(amounts, key=lambda key: (-key[0].last.be, -key[0].first.be, bases.index(key[1])))
    return tuple(_money_line(cycle, basis, amounts[cycle, basis]) for cycle, basis in order)


def _money_line(cycle: Cycle, basis: BudgetBasis | None, amounts: list[Decimal]) -> MoneyLine:
    may_add = basis not in (BudgetBasis.NOT_STATED, None) or len(amounts) == 1
    return MoneyLine(cycle, basis, len(amounts), sum(amounts, Decimal(0)) if may_add else None)


def _province_line(province: Province | None, below: tuple[LaoSummary, ...], names_laos: bool) -> ProvinceLine:
    return ProvinceLine(
        name=province.name if province else None,
        address=addresses.province(province.slug) if province else None,
        laos=len(below),
        # Without a province page, these LAOs are listed nowhere else.
        lines=tuple(_lao_line(summary) for summary in below) if names_laos or not province else (),
    )


def _lao_line(summary: LaoSummary) -> LaoLine:
    return LaoLine(
        name=summary.full_name,
        district=summary.district,
        address=addresses.lao(summary.code),
        standing=summary.standing,
        lead_cycle=summary.lead.cycle if summary.lead else None,
        fiction=summary.fiction,
    )
