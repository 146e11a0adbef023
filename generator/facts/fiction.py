"""Which LAOs of a site are real: what national figures count, and what pages of the whole site have to say."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.summary import LaoSummary
from generator.model.lao import Fiction


def site_fiction(summaries: Sequence[LaoSummary]) -> Fiction:
    """Return how much of a whole site is made up; NO as soon as one LAO on it is real.

    An LAO whose lao.yml could not be read does not count as real: nobody can say.
    """
    kinds = {summary.fiction for summary in summaries if summary.readable or summary.fiction is not Fiction.NO}
    if not kinds or Fiction.NO in kinds:
        return Fiction.NO
    return Fiction.CONTENT if Fiction.CONTENT in kinds else Fiction.ALL


def counted(summaries: Sequence[LaoSummary]) -> Sequence[LaoSummary]:
    """Return the LAOs that figures of the country count: the real ones; on a site without any, all."""
    if site_fiction(summaries) is not Fiction.NO:
        return summaries
    if all(summary.fiction is Fiction.NO for summary in summaries):
        return summaries
    return tuple(summary for summary in summaries if summary.fiction is Fiction.NO)
