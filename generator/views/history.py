"""The pages of a plan's history: the list of versions, and one version with its changes.

Three days are kept apart: decided and in force come from the data of the version, published from the commit. Author
and reason come from the commit as well, and pass the rules on personal data before they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator import addresses
from generator.checks.shown_history import shown_author, shown_changes, shown_message, shown_text, shown_tombstones
from generator.facts.money_sums import summarise_money
from generator.facts.plan_in_lao import PlanInLao
from generator.history.field_labels import label_of
from generator.history.history_index import Known
from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.plan_diff import plan_changes
from generator.history.redactions import Tombstone, declared_in
from generator.history.revisions import Revision, Undeclared, department_names
from generator.model.plan import PlanFolder
from generator.thai.dates import Cycle
from generator.views.charts import BarChart, bar_chart
from generator.views.history_tables import VersionLine, revision_idp_table, revision_projects_table, versions_table
from generator.views.plan_context import PlanContext
from generator.views.recent_versions import what_changed
from generator.views.tables import Table
from generator.words.plan_changes import summary
from generator.words.reworded import RewordedPiece, word_pieces

MOST_CHANGES = 300
"""Most changes on a page; the others are counted, and are in the JSON."""
_MOST_TOTALS = 7
"""Bars of the chart of totals."""


class ChangeLine(NamedTuple):
    """One change; if a text was reworded, with its changed words highlighted."""

    change: PlanChange
    pieces: tuple[RewordedPiece, ...]


class ChangeGroup(NamedTuple):
    """The changes of one file of the plan."""

    part: str
    lines: tuple[ChangeLine, ...]


class UndeclaredLine(NamedTuple):
    """A material change that no amendment or correction declares."""

    number: int | None
    """Number of the version that made it; None if not committed yet."""
    address: str | None
    change: PlanChange


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What the page of all versions shows."""

    known: Known
    is_saved: bool
    cycle: Cycle
    lao_name: str
    versions: tuple[VersionLine, ...]
    """The newest first."""
    undeclared: tuple[UndeclaredLine, ...]
    """Silent edits, the oldest first."""
    redactions: tuple[Tombstone, ...] = ()
    """Redactions of personal data in the LAO's publications, oldest first."""

    @property
    def results_word(self) -> str:
        """Word for the results of a year as a whole."""
        return label_of(PlanFolder, "results")

    @property
    def versions_table(self) -> Table:
        """All versions with the days and figures of each."""
        return versions_table(self.versions)

    @property
    def totals_chart(self) -> BarChart | None:
        """The total of the projects' money in each version that changed it, oldest first.

        None if it never changed. If there are too many, the first and the newest are drawn.
        """
        totals: list[tuple[str, Decimal]] = []
        for version in reversed(self.versions):
            if version.money and (not totals or totals[-1][1] != version.money.total_baht):
                totals.append((f"รุ่นที่ {version.number}", version.money.total_baht))
        return bar_chart(totals if len(totals) <= _MOST_TOTALS else [totals[0], *totals[1 - _MOST_TOTALS :]])


@dataclass(frozen=True, slots=True)
class RevisionView:
    """What the page of one version shows."""

    version: VersionLine
    cycle: Cycle
    lao_name: str
    history_address: str
    plan_address: str
    previous: VersionLine | None
    next: VersionLine | None
    changes: tuple[ChangeGroup, ...]
    left_out: int
    """Number of changes not shown."""
    since: tuple[ChangeGroup, ...]
    """Changes from this version to the current one."""
    since_left_out: int
    since_summary: str
    is_comparable: bool
    """Whether this version could be compared with the current one."""
    texts: tuple[tuple[str, str], ...]
    plan: PlanInLao | None
    marks: tuple[PlanChange, ...]

    @property
    def projects_table(self) -> Table | None:
        """The projects in this version, with its changes."""
        return revision_projects_table(self.plan, self.marks) if self.plan and self.plan.projects else None

    @property
    def idp_table(self) -> Table | None:
        """The IDP positions in this version, with its changes."""
        return revision_idp_table(self.plan, self.marks) if self.plan and self.plan.files.idp else None


def history_view(context: PlanContext) -> HistoryView:
    """Return what the page of all versions shows."""
    history = context.history
    versions = tuple(_version(context, revision) for revision in reversed(history.revisions))
    undeclared = tuple(_undeclared(context, one) for one in history.undeclared[:MOST_CHANGES])
    return HistoryView(
        history.known,
        history.is_saved,
        context.plan.cycle,
        context.lao.full_name,
        versions,
        undeclared,
        shown_tombstones(history.redactions),
    )


def _undeclared(context: PlanContext, one: Undeclared) -> UndeclaredLine:
    address = addresses.plan_revision(context.lao.code, context.plan.cycle, one.number) if one.number else None
    return UndeclaredLine(one.number, address, shown_changes((one.change,))[0])


def revision_view(context: PlanContext, revision: Revision) -> RevisionView:
    """Return what the page of one version shows."""
    code, cycle = context.lao.code, context.plan.cycle
    revisions = context.history.revisions
    place = revision.number - 1
    plan = revision.plan if isinstance(revision.plan, PlanFolder) else None
    names = {one.id: one.name for one in context.lao.departments}
    since = plan_changes(plan, context.files, department_names(revision) | names) if plan else ()
    return RevisionView(
        version=_version(context, revision),
        cycle=cycle,
        lao_name=context.lao.full_name,
        history_address=addresses.plan_history(code, cycle),
        plan_address=addresses.plan(code, cycle),
        previous=_version(context, revisions[place - 1]) if place else None,
        next=_version(context, revisions[place + 1]) if place + 1 < len(revisions) else None,
        changes=_groups(shown_changes(revision.changes[:MOST_CHANGES])),
        left_out=max(0, len(revision.changes) - MOST_CHANGES),
        since=_groups(shown_changes(since[:MOST_CHANGES])),
        since_left_out=max(0, len(since) - MOST_CHANGES),
        since_summary=summary(since),
        is_comparable=plan is not None,
        texts=tuple((name, shown_text(content)) for name, content in revision.texts),
        plan=PlanInLao(revision.lao or context.lao, plan) if plan else None,
        marks=shown_changes(revision.changes),
    )


def _version(context: PlanContext, revision: Revision) -> VersionLine:
    plan = revision.plan if isinstance(revision.plan, PlanFolder) else None
    projects = plan.projects.projects if plan and plan.projects else None
    return VersionLine(
        number=revision.number,
        address=addresses.plan_revision(context.lao.code, context.plan.cycle, revision.number),
        published=revision.commit.published,
        days=revision.days,
        author=shown_author(revision.commit.author),
        message=shown_message(revision.commit.message),
        redactions=shown_tombstones(declared_in(revision.commit.message, {context.lao.code, *revision.codes})),
        commit=revision.commit.id,
        signature=revision.commit.signature,
        is_last=revision.number == len(context.history.revisions),
        is_readable=plan is not None,
        is_removal=revision.plan is None,
        compared_with=revision.compared_with,
        summary=what_changed(revision),
        money=summarise_money(projects, plan.plan.budget_basis) if plan and projects is not None else None,
    )


def _groups(changes: Iterable[PlanChange]) -> tuple[ChangeGroup, ...]:
    return tuple(
        ChangeGroup(part, tuple(map(_line, of_part))) for part, of_part in groupby(changes, lambda change: change.part)
    )


def _line(change: PlanChange) -> ChangeLine:
    is_reworded = change.kind is PlanChangeKind.REWORDED and change.before and change.after
    pieces = word_pieces(change.before, change.after) if is_reworded and change.before and change.after else ()
    return ChangeLine(change, pieces)
