"""The history of one fictional LAO: its data in, its revisions out, each with changed files and a message.

The first revision of a plan is the plan as `phaen demo` generates it, without later additions.
`OfficerCommit.happening` states what each revision is, so that tests can compare it with the history's findings.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from generator.demo import story_words
from generator.demo.lao_in_hand import LaoInHand
from generator.demo.offices import Office
from generator.demo.plan_story import PlanStory
from generator.demo.planted_errors import BREAKS, BROKEN
from generator.demo.story_calendar import THAILAND, Happening

_Break: TypeAlias = Callable[[dict[str, bytes]], dict[str, bytes]]


@dataclass(frozen=True, slots=True)
class OfficerCommit:
    """One commit of an LAO's officer."""

    when: datetime.datetime
    happening: Happening
    cycle: str
    """Folder of the plan; empty if the LAO has none."""
    message: str
    changed: Mapping[str, bytes]
    """New content of files, by path below the LAO's folder."""
    removed: tuple[str, ...] = ()
    batch: str = ""
    """Revisions of the same batch form one commit; empty for a separate commit."""
    ids: tuple[str, ...] = ()
    """Projects changed, added or deleted."""
    is_broken: bool = False
    """Whether one of its files is unreadable: the next revision fixes it."""


def lao_story(office: Office, seed: int, entries: Mapping[str, str], average: int) -> list[OfficerCommit]:
    """Return the revisions of an LAO, oldest first; plans have `average` of them, including their first version."""
    lao = LaoInHand(office, seed, entries)
    plans = [PlanStory(lao, slug, average) for slug in lao.slugs]
    return list(_revisions(lao, plans)) if plans else [_guidelines_alone(lao)]


def _guidelines_alone(lao: LaoInHand) -> OfficerCommit:
    day = datetime.date(2024, 1, 15) + datetime.timedelta(lao.chance.randint(0, 300))
    files = {name: lao.written(name) for name in lao.names}
    message = story_words.introduced(lao.office, "")
    return OfficerCommit(_moment(day, lao.chance), Happening.INTRODUCED, "", message, files)


def _revisions(lao: LaoInHand, plans: list[PlanStory]) -> Iterator[OfficerCommit]:
    """Yield the revisions in order; events of two plans on the same day are two commits."""
    happenings = sorted(
        ((dated, plan) for plan in plans for dated in plan.calendar), key=lambda pair: (pair[0].day, pair[1].slug)
    )
    broken_at, broken = _drawn_break(len(happenings), lao.chance)
    shown: dict[str, bytes] = {}
    clean: dict[str, bytes] = {}
    was_broken = False
    for place, (dated, plan) in enumerate(happenings):
        said = plan.happens(dated)
        if place == 0:
            clean |= {name: lao.written(name) for name in lao.names if "/" not in name}
        clean |= {name: lao.written(name) for name in plan.touched}
        before, shown = shown, broken(clean) if place == broken_at else dict(clean)
        changed = {name: text for name, text in shown.items() if before.get(name) != text}
        removed = tuple(sorted(before.keys() - shown.keys()))
        if not changed and not removed:
            continue
        yield OfficerCommit(
            when=_moment(dated.day, None if dated.is_batched else lao.chance),
            happening=plan.happened,
            cycle=plan.slug,
            message=said + (story_words.MENDED if was_broken else ""),
            changed=changed,
            removed=removed,
            batch=f"{lao.office.province}/{plan.slug}" if dated.is_batched else "",
            ids=plan.ids,
            is_broken=shown != clean,
        )
        was_broken = shown != clean


def _drawn_break(count: int, chance: Random) -> tuple[int, _Break]:
    """Return the revision in which a file breaks, and how; the next revision fixes it."""
    drawn, ways = int(chance.random() / BROKEN), list(BREAKS.values())
    if drawn >= len(ways):
        return -1, dict
    # Half of them break in the last revision, so that they stay broken.
    return (count - 1 if chance.random() < 0.5 else chance.randrange(count)), ways[drawn]


def _moment(day: datetime.date, chance: Random | None) -> datetime.datetime:
    """Return a time in office hours, 9:00 without a random generator."""
    start = datetime.datetime.combine(day, datetime.time(9), THAILAND)
    return start + datetime.timedelta(minutes=chance.randint(1, 449) if chance else 0)
