"""LAOs by province, in Thai order."""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.summary import LaoSummary
from generator.thai.provinces import Province
from generator.thai.sorting import thai_sort_key


def group_by_province(summaries: Iterable[LaoSummary]) -> tuple[tuple[Province | None, tuple[LaoSummary, ...]], ...]:
    """Return the provinces that have LAOs here, in Thai order, with their sorted LAOs; None, if any, comes last."""
    groups: dict[Province | None, list[LaoSummary]] = {}
    for summary in summaries:
        groups.setdefault(summary.province, []).append(summary)
    order = sorted(groups, key=lambda province: (province is None, thai_sort_key(province.name if province else "")))
    return tuple(
        (province, tuple(sorted(groups[province], key=lambda summary: summary.sort_key))) for province in order
    )
