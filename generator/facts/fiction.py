"""Which LAOs of a site are real, for national figures and for the notice on all pages."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.summary import LaoSummary
from generator.model.lao import Fiction


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
