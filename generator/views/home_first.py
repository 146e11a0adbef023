"""What the home page shows first: example searches, and why no plan is in force."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.facts.legal_state import LegalState
from generator.facts.summary import LaoSummary, PlanSummary
from generator.model.content import Frameworks

_LONGEST = 40
"""Most letters of a term: it must fit one line on a phone."""


@dataclass(frozen=True, slots=True)
class SearchExample:
    """Words that find something on this site."""

    words: str
    address: str
    """The search page with these words."""


@dataclass(frozen=True, slots=True)
class NoneInForce:
    """Why no plan is in force: the number of plans in each other state. All 0 if there is no plan."""

    expired: int
    last_day: datetime.date | None
    """Last day of the plan that expired last."""
    not_yet_in_force: int
    not_announced: int


def search_examples(summaries: Sequence[LaoSummary], frameworks: Frameworks) -> tuple[SearchExample, ...]:
    """Return a name, a project and a framework term, each of the first LAO whose plan has one."""
    found = (next(_names(summaries), None), next(_projects(summaries), None), next(_terms(summaries, frameworks), None))
    return tuple(SearchExample(words, addresses.search_for(words)) for words in found if words)


def none_in_force(adopted: Sequence[PlanSummary]) -> NoneInForce | None:
    """Return why no plan is in force, or None if one is. `adopted` are all plans except drafts."""
    states = [plan.legal for plan in adopted]
    if LegalState.IN_FORCE in states:
        return None
    return NoneInForce(
        states.count(LegalState.EXPIRED),
        max((plan.cycle.last_day for plan in adopted if plan.legal is LegalState.EXPIRED), default=None),
        states.count(LegalState.NOT_YET_IN_FORCE),
        states.count(LegalState.NOT_ANNOUNCED),
    )


def _names(summaries: Sequence[LaoSummary]) -> Iterator[str]:
    yield from (summary.short_name for summary in summaries if _adopted(summary))
    yield from (summary.short_name for summary in summaries)


def _projects(summaries: Sequence[LaoSummary]) -> Iterator[str]:
    """Yield the shortest title of each plan, as it must fit one line on a phone."""
    for summary in summaries:
        for plan in _adopted(summary):
            if plan.titles:
                yield min((project.title for project in plan.titles), key=len)


def _terms(summaries: Sequence[LaoSummary], frameworks: Frameworks) -> Iterator[str]:
    names = {
        entry.id: entry.name for document in frameworks.documents for group in document.groups for entry in group.walk()
    }
    for summary in summaries:
        adopted = {plan.cycle for plan in _adopted(summary)}
        for use in summary.framework_uses:
            name = names.get(use.reference)
            if use.cycle in adopted and name and len(name) <= _LONGEST:
                yield name


def _adopted(summary: LaoSummary) -> list[PlanSummary]:
    return [plan for plan in summary.plans if not plan.is_draft]
