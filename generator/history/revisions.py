"""Every version of a plan: the steps of an LAO and the objects of git in, numbered revisions with their changes out.

Numbers count from the oldest, so that the address of a revision never moves. Days of decision and of force come from
the data of the version; the day of publication is that of the commit. They are never mixed.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pygit2

from generator.errors import UsageError
from generator.history.commits import CommitFacts, SignatureKind, read_commit
from generator.history.git_steps import Step
from generator.history.git_tree import GitTree
from generator.history.history_index import HistoryIndex, Known
from generator.history.plan_change import PlanChange
from generator.history.plan_diff import plan_changes
from generator.history.redactions import Tombstone, declared_in
from generator.history.silent_edits import awaited_ids, silent_edits
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.lao import Lao
from generator.model.plan import Plan, PlanFolder
from generator.reading.content_tree import ContentTree, Kind, UnreadableError, below
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.last_read import LastReads
from generator.thai.dates import Cycle

_LONGEST_TEXT = 200_000
"""Bytes of a file that are shown as text where the program cannot read the version."""
_SHOWN_AS_TEXT = (".yml", ".yaml", ".md")


@dataclass(frozen=True, slots=True)
class OfficialDays:
    """Days that the data of a version states."""

    decided: datetime.date | None
    """Of the committee's last resolution."""
    in_force: datetime.date | None
    """First day in force of what was decided last."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a plan."""

    number: int
    commit: CommitFacts
    plan: PlanFolder | UnreadablePlan | None
    """As today's program reads it; None where the version took the plan away."""
    lao: Lao | None
    """Whose plan it was, as the version says; None where that cannot be read."""
    days: OfficialDays
    changes: tuple[PlanChange, ...]
    """Against the version before that could be read."""
    compared_with: int | None
    """Number of that version; None for the first."""
    texts: tuple[tuple[str, str], ...] = ()
    """Files of a version that cannot be read, by name, as text."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The code that the LAO had in this version; none where that cannot be read."""
        return (self.lao.code,) if self.lao else ()

    @property
    def is_readable(self) -> bool:
        """Whether today's program can show it as a plan."""
        return isinstance(self.plan, PlanFolder)


class Version(NamedTuple):
    """What was read of one version, before it is compared."""

    commit: CommitFacts
    plan: PlanFolder | UnreadablePlan | None
    lao: Lao | None
    texts: tuple[tuple[str, str], ...] = ()


class Undeclared(NamedTuple):
    """A material change after approval that neither an amendment nor a correction declares."""

    number: int | None
    """Of the version that made it; None for what lies on disk and is not committed yet."""
    change: PlanChange


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """All versions of a plan."""

    known: Known
    revisions: tuple[Revision, ...] = ()
    """The oldest first."""
    is_saved: bool = True
    """Whether the plan as it lies on disk is the last of them."""
    undeclared: tuple[Undeclared, ...] = ()
    """Silent edits, the oldest first (master plan, section 19)."""
    redactions: tuple[Tombstone, ...] = ()
    """Personal data that was taken out of what the LAO published, the oldest first."""

    @property
    def last(self) -> Revision | None:
        """The last version; None where none is known."""
        return self.revisions[-1] if self.revisions else None


NO_HISTORY = PlanHistory(Known.NONE)
"""Of content that lies in no repository."""
NO_HISTORIES: Mapping[str, PlanHistory] = MappingProxyType({})


class LaoHistory:
    """Reads the versions of one LAO's plans; each version of its folder is read once."""

    def __init__(self, index: HistoryIndex, codes: Sequence[str], framework_ids: Collection[str] | None = None) -> None:
        """Take the index and the codes that the LAO has had, the oldest first."""
        self._index = index
        self._steps = index.of(codes)
        self._codes = tuple(codes)
        self._ids = framework_ids
        self._read: dict[tuple[str, frozenset[str]], LaoFolder | None] = {}
        self._reads = LastReads()
        self._repository = pygit2.Repository(index.repository) if self._steps else None

    def cycles(self) -> list[str]:
        """Return the folders of all plans that there ever were, by name."""
        return sorted({cycle for step in self._steps for cycle, _ in step.cycles})

    def of(self, cycle: str, current: PlanFolder | UnreadablePlan | None = None) -> PlanHistory:
        """Return all versions of a plan; `current` is what lies on disk now, where that is to be compared."""
        versions = [self.version(step, cycle) for step in changing(self._steps, cycle)]
        history = plan_history(self._index.known, compared(versions), current)
        return replace(history, redactions=self.redactions)

    @cached_property
    def redactions(self) -> tuple[Tombstone, ...]:
        """Every declared redaction of what the LAO published, the oldest first, whichever of its files it altered."""
        messages = (self.commit(step).message for step in self._steps)
        return tuple(dict.fromkeys(one for message in messages for one in declared_in(message, self._codes)))

    def on_disk(self, tree: ContentTree, cycle: str) -> PlanFolder | UnreadablePlan | None:
        """Return a plan as it lies in another tree now."""
        folder = next((step.folder for step in reversed(self._steps) if step.tree), None)
        if folder is None:
            return None
        read = read_lao(folder[:7], [below("plans", folder)], tree, self._ids, only={cycle})
        return next((one for one in read.folder.plans if slug_of(one) == cycle), None)

    def version(self, step: Step, cycle: str) -> Version:
        """Return a plan as it was after a step."""
        touched = frozenset(name for name, _ in step.cycles)
        folder = self._folder(step, touched if cycle in touched else frozenset({cycle}))
        plan = next((one for one in folder.plans if slug_of(one) == cycle), None) if folder else None
        return Version(
            self.commit(step),
            plan,
            folder.lao if folder else None,
            self._texts(step, cycle) if isinstance(plan, UnreadablePlan) else (),
        )

    def commit(self, step: Step) -> CommitFacts:
        """Return what the commit of a step says of itself."""
        assert self._repository is not None  # noqa: S101  # there are steps
        found = read_commit(self._repository, step.commit)
        return found or CommitFacts(step.commit, None, "", "", SignatureKind.NONE)

    def _folder(self, step: Step, cycles: frozenset[str]) -> LaoFolder | None:
        """Return the LAO with some of its plans after a step; None where its folder was gone, or is not readable."""
        key = step.commit, cycles
        if key not in self._read:
            self._read[key] = None
            if step.tree:
                path = below("plans", step.folder)
                tree = self._tree(step.commit)
                self._read[key] = read_lao(step.folder[:7], [path], tree, self._ids, self._reads, only=cycles).folder
        return self._read[key]

    def _tree(self, commit: str) -> GitTree:
        return GitTree(Path(self._index.repository), commit, self._index.prefix)

    def _texts(self, step: Step, cycle: str) -> tuple[tuple[str, str], ...]:
        """Return the files of a plan that cannot be read, as text; what is no text is named without one."""
        found = []
        try:
            tree = self._tree(step.commit)
        except UsageError:
            return ()
        folder = below(below("plans", step.folder), cycle)
        for entry in tree.listing(folder).entries:
            if entry.kind is Kind.FILE and entry.name.endswith(_SHOWN_AS_TEXT):
                try:
                    content = tree.read(below(folder, entry.name), _LONGEST_TEXT)
                    found.append((entry.name, content.decode("utf-8")))
                except (UnreadableError, UnicodeDecodeError):
                    found.append((entry.name, ""))
        return tuple(found)


def compared(versions: Iterable[Version]) -> tuple[Revision, ...]:
    """Number versions from the oldest, and compare each with the one before it that could be read."""
    revisions: list[Revision] = []
    before: Revision | None = None
    for number, version in enumerate(versions, start=1):
        old = before.plan if before and isinstance(before.plan, PlanFolder) else None
        new = version.plan if isinstance(version.plan, PlanFolder) else None
        revisions.append(
            Revision(
                number,
                version.commit,
                version.plan,
                version.lao,
                official_days(new.plan) if new else OfficialDays(None, None),
                plan_changes(old, new, department_names(before, version)) if new and old else (),
                before.number if before and new else None,
                version.texts,
            )
        )
        before = revisions[-1] if new else before
    return tuple(revisions)


def department_names(*versions: Version | Revision | None) -> dict[str, str]:
    """Return the names of all departments of some versions by id; of one that was renamed, the last name."""
    return {one.id: one.name for version in versions if version and version.lao for one in version.lao.departments}


def plan_history(
    known: Known, revisions: Sequence[Revision], current: PlanFolder | UnreadablePlan | None
) -> PlanHistory:
    """Return the versions of a plan with what they tell together; `current` is what lies on disk."""
    if not revisions:
        return PlanHistory(known)
    is_saved = _is_same(revisions[-1].plan, current)
    return PlanHistory(known, tuple(revisions), is_saved, tuple(_undeclared(revisions, None if is_saved else current)))


def _undeclared(revisions: Sequence[Revision], current: PlanFolder | UnreadablePlan | None) -> Iterator[Undeclared]:
    """Yield the silent edits of every version, and of what lies on disk where it is another one."""
    versions: list[tuple[int | None, PlanFolder]] = [
        (one.number, one.plan) for one in revisions if isinstance(one.plan, PlanFolder)
    ]
    if isinstance(current, PlanFolder):
        versions.append((None, current))
    changes = {one.number: one.changes for one in revisions}
    awaited: frozenset[str] = frozenset()
    for (_, before), (number, after) in pairwise(versions):
        made = changes[number] if number is not None else plan_changes(before, after, department_names(*revisions[-1:]))
        for change in silent_edits(made, before.plan, after.plan, awaited):
            yield Undeclared(number, change)
        awaited = awaited_ids(made, before.plan, after.plan, awaited)


def plan_histories(
    read: ReadLao, index: HistoryIndex, codes: Sequence[str], framework_ids: Collection[str] | None
) -> dict[str, PlanHistory]:
    """Return all versions of the plans of an LAO, by name of the cycle's folder; plans that are gone are left out."""
    if not index.of(codes):
        return {slug_of(plan): PlanHistory(index.known) for plan in read.folder.plans}
    history = LaoHistory(index, codes, framework_ids)
    return {slug_of(plan): history.of(slug_of(plan), plan) for plan in read.folder.plans}


def changing(steps: Sequence[Step], cycle: str) -> Iterator[Step]:
    """Yield the steps after which a plan's folder held something else; a folder of the LAO that was renamed is none."""
    before = ""
    for step in steps:
        for name, tree in step.cycles:
            if name == cycle and tree != before:
                before = tree
                yield step


def official_days(plan: Plan) -> OfficialDays:
    """Return the days on which what a plan says was decided last, and since when it is in force."""
    approval, announcement = plan.approval, plan.announcement
    decided = [approval.day if approval else None, *(one.resolution_day for one in plan.amendments)]
    in_force = [
        (announcement.effective_day or announcement.day) if announcement else None,
        *(one.effective_day for one in plan.amendments),
    ]
    return OfficialDays(_last(decided), _last(in_force))


def _last(days: Sequence[datetime.date | None]) -> datetime.date | None:
    return next((day for day in reversed(days) if day), None)


def slug_of(plan: PlanFolder | UnreadablePlan) -> str:
    """Return the name of a plan's folder."""
    cycle: Cycle = plan.cycle if isinstance(plan, UnreadablePlan) else plan.plan.cycle
    return cycle.slug


def _is_same(last: PlanFolder | UnreadablePlan | None, current: PlanFolder | UnreadablePlan | None) -> bool:
    if isinstance(last, PlanFolder) and isinstance(current, PlanFolder):
        return not plan_changes(last, current)
    return type(last) is type(current)
