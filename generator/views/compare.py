"""`/compare/`: two to four LAOs side by side, chosen in the browser; without scripts, spreads and links."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.facts.comparable import Measure, compare_by_type
from generator.facts.site_laos import counted, group_by_province, site_fiction
from generator.facts.summary import LaoSummary
from generator.findings import Severity
from generator.model.lao import Fiction
from generator.views.spreads import SpreadsView, spreads_view
from generator.words import comparing, interface


@dataclass(frozen=True, slots=True)
class ProvinceLink:
    """A province with LAOs here."""

    name: str
    address: str
    laos: int


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the page shows before a choice."""

    words: str
    """Words of measures, reasons and states for the script, as JSON: their single source."""
    spreads: SpreadsView
    """Spreads in the whole country, by type."""
    provinces: tuple[ProvinceLink, ...]
    """In Thai order."""


def compare_view(summaries: Sequence[LaoSummary]) -> CompareView:
    """Return the page; as on every national page, made-up data is not counted if there are real LAOs."""
    all_made_up = site_fiction(summaries) is not Fiction.NO
    summaries = counted(summaries)
    groups = compare_by_type(summaries, all_made_up=all_made_up)
    return CompareView(
        words=_words(),
        spreads=spreads_view(groups, "ทั้งประเทศ"),
        provinces=tuple(
            ProvinceLink(
                province.name,
                addresses.province(province.slug) + ("#spreads" if any(one.type for one in below) else ""),
                len(below),
            )
            for province, below in group_by_province(summaries)
            if province
        ),
    )


def _words() -> str:
    return json.dumps(
        {
            "measures": {measure: [comparing.MEASURE[measure], measure in comparing.IN_BAHT] for measure in Measure},
            "reasons": comparing.LEFT_OUT,
            "where": comparing.WHERE,
            "few": comparing.FEW,
            "basis": {basis or "": words for basis, words in interface.BUDGET_BASIS.items()},
            "state": interface.DOCUMENT_STATE,
            "legal": interface.LEGAL_STATE,
            "standing": interface.STANDING,
            "severity": [interface.SEVERITY[kind] for kind in Severity],
            "made_up": interface.MADE_UP,
            "not_stated": interface.NOT_STATED,
            "outside": interface.OUTSIDE_RECEIVED,
            "not_here": interface.NOT_HERE,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
