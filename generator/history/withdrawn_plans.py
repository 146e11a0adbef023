"""Published plans and LAOs whose folders were deleted: their last content, and the deleting commit.

A published address never vanishes; pages made from these records say what was there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.history.commits import CommitFacts
from generator.history.git_steps import FolderStep
from generator.history.history_index import HistoryIndex
from generator.history.revisions import LaoHistory, PlanHistory, ReadVersion, changing
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.thai.dates import Cycle


@dataclass(frozen=True, slots=True)
class WithdrawnPlan:
    """A plan whose folder was deleted."""

    code: str
    """Code of the LAO when the plan was deleted."""
    cycle: Cycle
    versions: int
    """Number of published versions."""
    first: CommitFacts
    """The commit that first published it."""
    last: CommitFacts
    """The commit with its last published version."""
    removal: CommitFacts
    """The commit that deleted it."""
    lao: Lao | None
    """Its LAO; None if the last version is unreadable."""
    plan: PlanFolder | None
    """Its last version; None if unreadable."""


@dataclass(frozen=True, slots=True)
class WithdrawnLao:
    """An LAO whose folder was deleted and that has no other code since."""

    code: str
    removal: CommitFacts
    lao: Lao | None
    """Its last version; None if unreadable."""
    plans: tuple[WithdrawnPlan, ...]


def withdrawn_plans(
    index: HistoryIndex,
    codes: Sequence[str],
    present: Collection[str],
    framework_ids: Collection[str] | None = None,
) -> tuple[WithdrawnPlan, ...]:
    """Return the deleted plans of an LAO, oldest cycle first.

    `codes` are those that the LAO has had, oldest first; `present` are the folder names of its current plans. Reads
    nothing if none is deleted.
    """
    steps = index.of(codes)
    gone = {name for step in steps for name, _ in step.cycles}.difference(present)
    if not gone:
        return ()
    history = LaoHistory(index, codes, framework_ids)
    found = (_withdrawn(history, codes[-1], name, steps) for name in sorted(gone))
    return tuple(one for one in found if one)


def _withdrawn(history: LaoHistory, code: str, name: str, steps: Sequence[FolderStep]) -> WithdrawnPlan | None:
    """Return one plan; None if its folder is in the last commit, or its name is no cycle."""
    *published, removal = changing(steps, name)
    if dict(removal.cycles)[name] or not published:
        return None
    try:
        cycle = Cycle.parse(name)
    except ValueError:
        return None
    last = history.version(published[-1], name)
    plan = last.plan if isinstance(last.plan, PlanFolder) else None
    facts = history.commit
    days = (facts(published[0]), facts(published[-1]), facts(removal))
    return WithdrawnPlan(code, cycle, len(published), *days, last.lao, plan)


def withdrawn_histories(
    index: HistoryIndex,
    codes: Sequence[str],
    plans: Iterable[WithdrawnPlan],
    framework_ids: Collection[str] | None = None,
) -> dict[str, PlanHistory]:
    """Return all versions of an LAO's withdrawn plans, by folder name of the cycle; the last one is the removal."""
    history = None
    histories: dict[str, PlanHistory] = {}
    for plan in plans:
        history = history or LaoHistory(index, codes, framework_ids)
        histories[plan.cycle.slug] = history.of(plan.cycle.slug)
    return histories


def withdrawn_laos(index: HistoryIndex, codes: Iterable[str]) -> tuple[WithdrawnLao, ...]:
    """Return the LAOs that the index lists as deleted (`HistoryIndex.gone`)."""
    return tuple(_withdrawn_lao(index, code) for code in codes)


def _withdrawn_lao(index: HistoryIndex, code: str) -> WithdrawnLao:
    history, steps = LaoHistory(index, (code,)), index.of((code,))
    plans = withdrawn_plans(index, (code,), ())
    before = next((step for step in reversed(steps) if step.tree), None)
    last: ReadVersion | None = history.version(before, "") if before else None
    return WithdrawnLao(code, history.commit(steps[-1]), last.lao if last else None, plans)
