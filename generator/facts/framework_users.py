"""The plans that reference an entry of the national frameworks, from summaries alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.facts.summary import LaoSummary
from generator.thai.dates import Cycle
from generator.thai.sorting import thai_sort_key


class FrameworkUser(NamedTuple):
    """An LAO and its plan that reference an entry."""

    summary: LaoSummary
    cycle: Cycle
    is_draft: bool


FrameworkUsers = Mapping[str, tuple[FrameworkUser, ...]]
"""Users of an entry, by its id or by the name of a whole kind."""


def find_framework_users(summaries: Iterable[LaoSummary]) -> FrameworkUsers:
    """Return the users of each entry, by LAO name in Thai order, newest plan first."""
    users: dict[str, list[FrameworkUser]] = {}
    for summary in sorted(summaries, key=lambda summary: (thai_sort_key(summary.full_name), summary.code)):
        drafts = {plan.cycle: plan.is_draft for plan in summary.plans}
        for use in sorted(summary.framework_uses, key=lambda use: use.cycle, reverse=True):
            users.setdefault(use.reference, []).append(FrameworkUser(summary, use.cycle, drafts[use.cycle]))
    return {reference: tuple(found) for reference, found in users.items()}
