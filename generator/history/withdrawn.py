"""Plans and LAOs that were published and whose folders are gone: what was there, and which commit took it out.

An address, once published, never vanishes; a page made from these says what stood there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.history.commits import CommitFacts
from generator.history.git_steps import Step
from generator.history.history_index import HistoryIndex
from generator.history.revisions import LaoHistory, Version, changing
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.thai.dates import Cycle


@dataclass(frozen=True, slots=True)
class WithdrawnPlan:
    """A plan whose folder is gone."""

    code: str
    """Of the LAO, as it was when the plan went."""
    cycle: Cycle
    versions: int
    """How many were published."""
    first: CommitFacts
    """Which commit published it first."""
    removal: CommitFacts
    """Which commit took it out."""
    lao: Lao | None
    """Whose it was; None where the last version cannot be read."""
    plan: PlanFolder | None
    """Its last version; None where that cannot be read."""


@dataclass(frozen=True, slots=True)
class WithdrawnLao:
    """An LAO whose whole folder is gone, and that goes on under no other code."""

    code: str
    removal: CommitFacts
    lao: Lao | None
    """As it was last; None where that cannot be read."""
    plans: tuple[WithdrawnPlan, ...]


def withdrawn_plans(
    index: HistoryIndex,
    codes: Sequence[str],
    present: Collection[str],
    framework_ids: Collection[str] | None = None,
) -> tuple[WithdrawnPlan, ...]:
    """Return the plans of an LAO that a commit took out, the oldest cycle first.

    `codes` are those that the LAO has had, the oldest first; `present` names the folders of the plans that it has now.
    Nothing is read where none is gone.
    """
    steps = index.of(codes)
    gone = {name for step in steps for name, _ in step.cycles}.difference(present)
    if not gone:
        return ()
    history = LaoHistory(index, codes, framework_ids)
    found = (_withdrawn(history, codes[-1], name, steps) for name in sorted(gone))
    return tuple(one for one in found if one)


def _withdrawn(history: LaoHistory, code: str, name: str, steps: Sequence[Step]) -> WithdrawnPlan | None:
    """Return one plan; None where its folder is in the last commit, or its name is no cycle."""
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
    return WithdrawnPlan(code, cycle, len(published), facts(published[0]), facts(removal), last.lao, plan)


def withdrawn_laos(index: HistoryIndex, codes: Iterable[str]) -> tuple[WithdrawnLao, ...]:
    """Return LAOs that the index knows to be gone (`HistoryIndex.gone`)."""
    return tuple(_withdrawn_lao(index, code) for code in codes)


def _withdrawn_lao(index: HistoryIndex, code: str) -> WithdrawnLao:
    history, steps = LaoHistory(index, (code,)), index.of((code,))
    plans = withdrawn_plans(index, (code,), ())
    before = next((step for step in reversed(steps) if step.tree), None)
    last: Version | None = history.version(before, "") if before else None
    return WithdrawnLao(code, history.commit(steps[-1]), last.lao if last else None, plans)
