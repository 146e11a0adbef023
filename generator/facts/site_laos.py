"""The LAOs of a site, from their summaries: which are real, and which province each belongs to. For national pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.facts.summary import LaoSummary
from generator.model.lao import Fiction
from generator.thai.provinces import Province
from generator.thai.sorting import thai_sort_key


def site_fiction(summaries: Sequence[LaoSummary]) -> Fiction:
    """Return how much of a whole site is made up; NO as soon as one LAO is real.

    An LAO with an unreadable lao.yml does not count as real, because it may be either.
    """
    kinds = {summary.fiction for summary in summaries if summary.readable or summary.fiction is not Fiction.NO}
    if not kinds or Fiction.NO in kinds:
        return Fiction.NO
    return Fiction.CONTENT if Fiction.CONTENT in kinds else Fiction.ALL


def counted(summaries: Sequence[LaoSummary]) -> Sequence[LaoSummary]:
    """Return the LAOs for national figures: the real ones, or all on a site without real ones."""
    if site_fiction(summaries) is not Fiction.NO:
        return summaries
    if all(summary.fiction is Fiction.NO for summary in summaries):
        return summaries
    return tuple(summary for summary in summaries if summary.fiction is Fiction.NO)


def group_by_province(summaries: Iterable[LaoSummary]) -> tuple[tuple[Province | None, tuple[LaoSummary, ...]], ...]:
    """Return the provinces that have LAOs here, in Thai order, with their sorted LAOs; None, if any, comes last."""
    groups: dict[Province | None, list[LaoSummary]] = {}
    for summary in summaries:
        groups.setdefault(summary.province, []).append(summary)
    order = sorted(groups, key=lambda province: (province is None, thai_sort_key(province.name if province else "")))
    return tuple(
        (province, tuple(sorted(groups[province], key=lambda summary: summary.sort_key))) for province in order
    )
