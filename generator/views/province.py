"""One province: its LAOs by district and type, in Thai order. Nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator import addresses
from generator.facts.comparable import compare_by_type
from generator.facts.finding_counts import FindingCounts
from generator.facts.summary import LaoSummary, PlanSummary, Standing
from generator.model.lao import Fiction
from generator.thai.dates import Cycle
from generator.thai.provinces import Province
from generator.views.spreads import SpreadPosition, SpreadsView, places, spreads_view

MOST_CARDS = 60
"""Above this many LAOs, lines replace cards: 334 cards are half a megabyte and 150 screens of a phone."""
PROVINCE_WIDE = "อบจ."
"""The one type whose area is the whole province."""


@dataclass(frozen=True, slots=True)
class LaoCard:
    """One LAO."""

    anchor: str
    name: str
    type: str | None
    code: str
    address: str
    standing: Standing
    lead: PlanSummary | None
    lead_address: str | None
    other_plans: int
    """Further plans of the LAO here, readable or not."""
    unreadable_cycles: tuple[Cycle, ...]
    guidelines: tuple[str, ...]
    findings: FindingCounts
    """All findings in the data of the LAO and its plans."""
    findings_address: str
    """Where the newest of them are shown."""
    fiction: Fiction
    among: tuple[SpreadPosition, ...] = ()
    """Its position among the LAOs of its type in the province."""


@dataclass(frozen=True, slots=True)
class DistrictGroup:
    """The LAOs of one district."""

    anchor: str
    name: str
    cards: tuple[LaoCard, ...]


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """The LAOs of one province that have a page here."""

    name: str
    laos: int
    """Without made-up LAOs, unless all are made up."""
    made_up: int
    """Number of made-up LAOs, if others are real."""
    in_force: int
    """LAOs with a plan in force."""
    as_lines: bool
    """Whether LAOs are lines, being too many for cards."""
    province_wide: tuple[LaoCard, ...]
    """The provincial administrative organisation."""
    districts: tuple[DistrictGroup, ...]
    """In Thai order."""
    without_district: tuple[LaoCard, ...]
    """LAOs without a stated district, including those whose lao.yml could not be read."""
    spreads: SpreadsView
    """Spreads of their figures, by type."""
    compare_address: str


def province_view(province: Province, summaries: Iterable[LaoSummary], *, all_made_up: bool = False) -> ProvinceView:
    """Return the page of a province from the summaries of its LAOs.

    `all_made_up`: no LAO of the whole site is real.
    """
    ordered = sorted(summaries, key=lambda summary: summary.sort_key)
    real = [summary for summary in ordered if all_made_up or summary.fiction is Fiction.NO]
    local = [summary for summary in ordered if summary.type != PROVINCE_WIDE]
    groups = compare_by_type(ordered, all_made_up=all_made_up)
    card = partial(_card, places(groups))
    anchors: set[str] = set()
    districts = []
    for district, below in groupby((one for one in local if one.district), key=lambda summary: summary.district or ""):
        group = list(below)
        anchor = _district_anchor(min(summary.code for summary in group), anchors)
        anchors.add(anchor)
        districts.append(DistrictGroup(anchor, district, tuple(map(card, group))))
    return ProvinceView(
        name=province.name,
        laos=len(real),
        made_up=len(ordered) - len(real),
        in_force=sum(summary.standing is Standing.IN_FORCE for summary in real),
        as_lines=len(ordered) > MOST_CARDS,
        province_wide=tuple(card(summary) for summary in ordered if summary.type == PROVINCE_WIDE),
        districts=tuple(districts),
        without_district=tuple(card(summary) for summary in local if not summary.district),
        spreads=spreads_view(groups, f"ในจังหวัด{province.name}"),
        compare_address=addresses.COMPARE,
    )


def _district_anchor(code: str, taken: set[str]) -> str:
    """Return an anchor from the district's digits: the fourth and fifth of an LAO's code.

    Some LAOs carry the digits of their former district; their anchors use the whole code instead.
    """
    anchor = f"district-{code[3:5]}"
    return f"district-{code}" if anchor in taken else anchor


def _card(among: Mapping[str, tuple[SpreadPosition, ...]], summary: LaoSummary) -> LaoCard:
    lead = summary.lead
    return LaoCard(
        anchor=f"lao-{summary.code}",
        name=summary.full_name,
        type=summary.type,
        code=summary.code,
        address=addresses.lao(summary.code),
        standing=summary.standing,
        lead=lead,
        lead_address=addresses.plan(summary.code, lead.cycle) if lead else None,
        other_plans=len(summary.plans) - bool(lead),
        unreadable_cycles=summary.unreadable_cycles,
        guidelines=summary.guidelines,
        findings=summary.findings,
        findings_address=f"{addresses.plan(summary.code, lead.cycle)}#quality" if lead else addresses.lao(summary.code),
        fiction=summary.fiction,
        among=among.get(summary.code, ()),
    )
