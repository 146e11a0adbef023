"""Every version of a plan: the steps of an LAO and git objects in, numbered revisions with their changes out.

Numbers count from the oldest, so that a revision's address never changes. Days of decision and of effect come from the
version's data; the day of publication is the commit's. They are never mixed.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import UsageError
from generator.history.commits import CommitFacts, SignatureKind, read_commit
from generator.history.git_steps import FolderStep
from generator.history.history_index import HistoryIndex, Known
from generator.history.plan_change import PlanChange
from generator.history.plan_diff import plan_changes
from generator.history.redactions import Tombstone, declared_in
from generator.history.silent_edits import awaited_ids, silent_edits
from generator.model.content import LaoFolder, UnreadablePlan
from generator.model.lao import Lao
from generator.model.plan import Plan, PlanFolder
from generator.reading.content_tree import ContentTree, EntryKind, UnreadableError, below
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.last_read import LastReads
from generator.thai.dates import Cycle

if TYPE_CHECKING:
    from generator.history.git_tree import GitTree

_LONGEST_TEXT = 200_000
"""Most bytes of a file shown as text if the version is unreadable."""
_SHOWN_AS_TEXT = (".yml", ".yaml", ".md")


@dataclass(frozen=True, slots=True)
class OfficialDays:
    """Days stated in the data of a version."""

    decided: datetime.date | None
    """Day of the committee's last resolution."""
    in_force: datetime.date | None
    """First day in force of the last decision."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a plan."""

    number: int
    commit: CommitFacts
    plan: PlanFolder | UnreadablePlan | None
    """As read by the current program; None if the version deleted the plan."""
    lao: Lao | None
    """The LAO in this version; None if unreadable."""
    days: OfficialDays
    changes: tuple[PlanChange, ...]
    """Compared with the previous readable version."""
    compared_with: int | None
    """Number of that version; None for the first."""
    texts: tuple[tuple[str, str], ...] = ()
    """Files of an unreadable version, by name, as text."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of the LAO in this version; none if unreadable."""
        return (self.lao.code,) if self.lao else ()

    @property
    def is_readable(self) -> bool:
        """Whether the current program can show it as a plan."""
        return isinstance(self.plan, PlanFolder)


class ReadVersion(NamedTuple):
    """A version as read, before comparison."""

    commit: CommitFacts
    plan: PlanFolder | UnreadablePlan | None
    lao: Lao | None
    texts: tuple[tuple[str, str], ...] = ()


class Undeclared(NamedTuple):
    """A material change after approval without amendment or correction."""

    number: int | None
    """Number of the version with the change; None for uncommitted files on disk."""
    change: PlanChange


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """All versions of a plan."""

    known: Known
    revisions: tuple[Revision, ...] = ()
    """Oldest first."""
    is_saved: bool = True
    """Whether the plan on disk equals the last of them."""
    undeclared: tuple[Undeclared, ...] = ()
    """Silent edits, oldest first (master plan, section 19)."""
    redactions: tuple[Tombstone, ...] = ()
    """Redactions of personal data in the LAO's publications, oldest first."""

    @property
    def last(self) -> Revision | None:
        """The last version; None if none is known."""
        return self.revisions[-1] if self.revisions else None


NO_HISTORY = PlanHistory(Known.NONE)
"""History of content outside a repository."""
NO_HISTORIES: Mapping[str, PlanHistory] = MappingProxyType({})


class LaoHistory:
    """Reads the versions of one LAO's plans; each version of its folder is read once."""

    def __init__(self, index: HistoryIndex, codes: Sequence[str], framework_ids: Collection[str] | None = None) -> None:
        """Take the index and the codes that the LAO has had, oldest first."""
        import pygit2  # late: the records above are for all, and a browser has no git

        self._index = index
        self._steps = index.of(codes)
        self._codes = tuple(codes)
        self._ids = framework_ids
        self._read: dict[tuple[str, frozenset[str]], LaoFolder | None] = {}
        self._reads = LastReads()
        self._repository = pygit2.Repository(index.repository) if self._steps else None

    def cycles(self) -> list[str]:
        """Return the folder names of all plans that ever existed."""
        return sorted({cycle for step in self._steps for cycle, _ in step.cycles})

    def of(self, cycle: str, current: PlanFolder | UnreadablePlan | None = None) -> PlanHistory:
        """Return all versions of a plan; `current` is the plan on disk, to compare it as well."""
        versions = [self.version(step, cycle) for step in changing(self._steps, cycle)]
        history = plan_history(self._index.known, compared(versions), current)
        return replace(history, redactions=self.redactions)

    @cached_property
    def redactions(self) -> tuple[Tombstone, ...]:
        """Every declared redaction of the LAO's publications, oldest first, for any of its files."""
        messages = (self.commit(step).message for step in self._steps)
        return tuple(dict.fromkeys(one for message in messages for one in declared_in(message, self._codes)))

    def on_disk(self, tree: ContentTree, cycle: str) -> PlanFolder | UnreadablePlan | None:
        """Return the current plan in another tree."""
        folder = next((step.folder for step in reversed(self._steps) if step.tree), None)
        if folder is None:
            return None
        read = read_lao(folder[:7], [below("plans", folder)], tree, self._ids, only={cycle})
        return next((one for one in read.lao_folder.plans if slug_of(one) == cycle), None)

    def version(self, step: FolderStep, cycle: str) -> ReadVersion:
        """Return a plan after a step."""
        touched = frozenset(name for name, _ in step.cycles)
        folder = self._folder(step, touched if cycle in touched else frozenset({cycle}))
        plan = next((one for one in folder.plans if slug_of(one) == cycle), None) if folder else None
        return ReadVersion(
            self.commit(step),
            plan,
            folder.lao if folder else None,
            self._texts(step, cycle) if isinstance(plan, UnreadablePlan) else (),
        )

    def commit(self, step: FolderStep) -> CommitFacts:
        """Return the facts of the commit of a step."""
        assert self._repository is not None  # noqa: S101  # there are steps
        found = read_commit(self._repository, step.commit)
        return found or CommitFacts(step.commit, None, "", "", SignatureKind.NONE)

    def _folder(self, step: FolderStep, cycles: frozenset[str]) -> LaoFolder | None:
        """Return the LAO with some of its plans after a step; None if its folder was missing or unreadable."""
        key = step.commit, cycles
        if key not in self._read:
            self._read[key] = None
            if step.tree:
                path = below("plans", step.folder)
                tree = self._tree(step.commit)
                self._read[key] = read_lao(
                    step.folder[:7], [path], tree, self._ids, self._reads, only=cycles
                ).lao_folder
        return self._read[key]

    def _tree(self, commit: str) -> GitTree:
        from generator.history.git_tree import GitTree

        return GitTree(Path(self._index.repository), commit, self._index.prefix)

    def _texts(self, step: FolderStep, cycle: str) -> tuple[tuple[str, str], ...]:
        """Return the unreadable files of a plan as text; binary files by name only."""
        found = []
        try:
            tree = self._tree(step.commit)
        except UsageError:
            return ()
        folder = below(below("plans", step.folder), cycle)
        for entry in tree.listing(folder).entries:
            if entry.kind is EntryKind.FILE and entry.name.endswith(_SHOWN_AS_TEXT):
                try:
                    content = tree.read(below(folder, entry.name), _LONGEST_TEXT)
                    found.append((entry.name, content.decode("utf-8")))
                except (UnreadableError, UnicodeDecodeError):
                    found.append((entry.name, ""))
        return tuple(found)


def compared(versions: Iterable[ReadVersion]) -> tuple[Revision, ...]:
    """Number versions from the oldest, and compare each with the previous readable one; return the revisions."""
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


def department_names(*versions: ReadVersion | Revision | None) -> dict[str, str]:
    """Return the names of all departments of some versions by id; the last name of a renamed one."""
    return {one.id: one.name for version in versions if version and version.lao for one in version.lao.departments}


def plan_history(
    known: Known, revisions: Sequence[Revision], current: PlanFolder | UnreadablePlan | None
) -> PlanHistory:
    """Return the history of a plan from its versions; `current` is the plan on disk."""
    if not revisions:
        return PlanHistory(known)
    is_saved = _is_same(revisions[-1].plan, current)
    return PlanHistory(known, tuple(revisions), is_saved, tuple(_undeclared(revisions, None if is_saved else current)))


def _undeclared(revisions: Sequence[Revision], current: PlanFolder | UnreadablePlan | None) -> Iterator[Undeclared]:
    """Yield the silent edits of every version, and of the plan on disk if it differs."""
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
    """Return the histories of an LAO's plans, by folder name of the cycle, without deleted plans."""
    if not index.of(codes):
        return {slug_of(plan): PlanHistory(index.known) for plan in read.lao_folder.plans}
    history = LaoHistory(index, codes, framework_ids)
    return {slug_of(plan): history.of(slug_of(plan), plan) for plan in read.lao_folder.plans}


def changing(steps: Sequence[FolderStep], cycle: str) -> Iterator[FolderStep]:
    """Yield the steps that changed the content of a plan's folder; renaming the LAO's folder does not count."""
    before = ""
    for step in steps:
        for name, tree in step.cycles:
            if name == cycle and tree != before:
                before = tree
                yield step


def official_days(plan: Plan) -> OfficialDays:
    """Return the days of a plan's last decision and of its effect."""
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
    """Return the folder name of a plan."""
    cycle: Cycle = plan.cycle if isinstance(plan, UnreadablePlan) else plan.plan.cycle
    return cycle.slug


def _is_same(last: PlanFolder | UnreadablePlan | None, current: PlanFolder | UnreadablePlan | None) -> bool:
    if isinstance(last, PlanFolder) and isinstance(current, PlanFolder):
        return not plan_changes(last, current)
    return type(last) is type(current)
