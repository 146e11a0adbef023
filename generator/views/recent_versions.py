"""The newest versions of an LAO's plans, for its summary: histories in, lines for national lists out."""

from __future__ import annotations

from collections.abc import Mapping

from generator.facts.summary import RecentVersion
from generator.history.revisions import PlanHistory, Revision
from generator.model.content import UnreadablePlan
from generator.thai.dates import Cycle
from generator.words.history import FIRST_VERSION, REMOVED_PLAN, UNREADABLE_VERSION
from generator.words.plan_changes import summary


def recent_versions(histories: Mapping[str, PlanHistory]) -> tuple[RecentVersion, ...]:
    """Return all dated versions, newest first; within a day by descending number."""
    found = [
        RecentVersion(Cycle.parse(cycle), revision.number, revision.commit.published, what_changed(revision))
        for cycle, history in histories.items()
        for revision in history.revisions
        if revision.commit.published
    ]
    return tuple(sorted(found, key=lambda one: (one.published, one.cycle.slug, one.number), reverse=True))


def what_changed(revision: Revision) -> str:
    """Return a version's changes in one line."""
    if revision.plan is None:
        return REMOVED_PLAN
    if isinstance(revision.plan, UnreadablePlan):
        return UNREADABLE_VERSION
    return summary(revision.changes) if revision.compared_with else FIRST_VERSION
