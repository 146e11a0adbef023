"""Schedules the events of a fictional plan: its cycle, state and results in, dated events out.

All dates depend on the cycle and the random generator, never on the clock.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from generator.demo.plans import NEWEST
from generator.thai.dates import BE_MINUS_CE
from generator.thai.years import Cycle

THAILAND = datetime.timezone(datetime.timedelta(hours=7))
FIRST_DAY = datetime.date(2020, 4, 1)
"""Before the first event."""
_LAST_DAY = datetime.date(2026, 11, 30)
"""Last day with events."""
_BATCHED = 0.25
"""Share of plans committed in one batch with others of their province."""
_DRAFTED_FIRST = 0.35
"""Share of announced plans that were first published as drafts."""
_STEP = 3
"""Fewest days between two revisions of a plan."""
_MOST = 60
"""Most revisions per plan."""


class Happening(StrEnum):
    """Kind of a revision: what a correct reading of the history should find."""

    INTRODUCED = "introduced"
    DRAFT_CHANGED = "draft_changed"
    """Money, periods and projects change; no amendment is needed yet."""
    MADE_OFFICIAL = "made_official"
    """The draft is submitted, approved or announced."""
    AMENDED = "amended"
    """Material changes, and a numbered amendment that covers them."""
    CORRECTED = "corrected"
    """Money changes, with a declared correction that states both values."""
    SILENT = "silent"
    """A material change of an approved plan without declaration."""
    REPORTED = "reported"
    """Results of a year."""
    REWORDED = "reworded"
    """Prose that is not material."""
    DOCUMENT_ADDED = "document_added"
    COSMETIC = "cosmetic"
    """Different bytes, same data."""
    OFFICE_CHANGED = "office_changed"
    """Only lao.yml changes: the contact data."""


_LATER = (
    (Happening.AMENDED, 46),
    (Happening.CORRECTED, 10),
    (Happening.SILENT, 5),
    (Happening.REWORDED, 15),
    (Happening.DOCUMENT_ADDED, 10),
    (Happening.COSMETIC, 11),
    (Happening.OFFICE_CHANGED, 3),
)
"""Events of a plan in force, with their weights."""
_TO_DRAFTS = ((Happening.DRAFT_CHANGED, 8), (Happening.REWORDED, 1), (Happening.COSMETIC, 1))


@dataclass(frozen=True, slots=True)
class Dated:
    """An event on a day."""

    day: datetime.date
    happening: Happening
    results: str = ""
    """For REPORTED: the results file written."""
    is_half: bool = False
    """For REPORTED: whether it is the report of six months, before that of the whole year."""
    is_batched: bool = False
    """For INTRODUCED: whether it is in one commit with other plans of the province."""


def drawn_count(average: int, chance: Random) -> int:
    """Return a random number of revisions for a plan, including its first version, with the given average."""
    drawn = 1 + round(chance.gammavariate(2, (average - 1) / 2)) if average > 1 else 1
    return min(drawn, _MOST)


def plan_calendar(cycle: Cycle, state: str, results: Sequence[str], count: int, chance: Random) -> list[Dated]:
    """Return at most `count` events of a plan, by date; the first introduces it.

    Files in `results` that no event reports exist from the beginning.
    """
    start = cycle.first_day
    if state in ("draft", "submitted") or cycle == NEWEST:
        found = _as_draft(cycle, state, count, chance)
    else:
        reports = _reports(results, count - 1, chance)
        is_drafted = count > 1 + len(reports) and chance.random() < _DRAFTED_FIRST
        early = min(count - 2 - len(reports), chance.randint(0, 2)) if is_drafted else 0
        found = list(_until_official(start, early, chance)) if is_drafted else []
        if not found:
            left_out = [name for name in results if name not in {one.results for one in reports}]
            found = [_introduced(start, left_out, chance)]
        found += reports
        begin = found[early + 1 if is_drafted else 0].day + datetime.timedelta(10)
        end = min(cycle.last_day - datetime.timedelta(10), _LAST_DAY)
        found += _spread(begin, end, count - len(found), _LATER, chance)
    return sorted(found, key=lambda one: (one.day, one.results, one.happening))


def _as_draft(cycle: Cycle, state: str, count: int, chance: Random) -> list[Dated]:
    """Return the events of a plan that stays a draft, or becomes official in its last revision."""
    start = cycle.first_day
    is_official = state != "draft" and count > 1
    if state != "draft" and count == 1:
        return [Dated(start + datetime.timedelta(chance.randint(14, 50)), Happening.INTRODUCED)]
    first = start - datetime.timedelta(chance.randint(100, 150))
    found = [Dated(first, Happening.INTRODUCED)]
    if is_official:
        found.append(Dated(start + datetime.timedelta(chance.randint(14, 50)), Happening.MADE_OFFICIAL))
    ends = start - datetime.timedelta(30) if is_official else min(cycle.last_day, _LAST_DAY)
    return found + _spread(first + datetime.timedelta(_STEP), ends, count - len(found), _TO_DRAFTS, chance)


def _until_official(start: datetime.date, changes: int, chance: Random) -> Iterator[Dated]:
    """Yield a draft's introduction, its changes, and its announcement."""
    yield Dated(start - datetime.timedelta(chance.randint(70, 90)), Happening.INTRODUCED)
    for place in range(changes):
        day = start - datetime.timedelta(60 - 15 * place - chance.randint(0, 10))
        yield Dated(day, Happening.DRAFT_CHANGED)
    yield Dated(start + datetime.timedelta(chance.randint(14, 40)), Happening.MADE_OFFICIAL)


def _introduced(start: datetime.date, results: Sequence[str], chance: Random) -> Dated:
    if results:
        day = report_day(max(results), is_half=False, days=chance.randint(5, 20))
        return Dated(day, Happening.INTRODUCED)
    if chance.random() < _BATCHED:
        return Dated(datetime.date(start.year, 12, 15), Happening.INTRODUCED, is_batched=True)
    return Dated(start + datetime.timedelta(chance.randint(14, 70)), Happening.INTRODUCED)


def _reports(results: Sequence[str], room: int, chance: Random) -> list[Dated]:
    """Return reports of the last years that fit, including six-month reports if there is room."""
    whole = sorted(results)[-room:] if room > 0 else []
    halves = whole[: max(0, room - len(whole))]
    found = []
    for name in whole:
        for is_half in (True, False) if name in halves else (False,):
            day = report_day(name, is_half=is_half, days=chance.randint(0, 30))
            found.append(Dated(day, Happening.REPORTED, name, is_half=is_half))
    return found


def report_day(name: str, *, is_half: bool, days: int) -> datetime.date:
    """Return the publication day of `results/2567.yml`: some weeks after the half-year or the year."""
    year = int(name.rpartition("/")[2].removesuffix(".yml")) - BE_MINUS_CE
    first = datetime.date(year, 4, 20) if is_half else datetime.date(year, 10, 20)
    return first + datetime.timedelta(days)


def _spread(
    begin: datetime.date, end: datetime.date, count: int, kinds: Sequence[tuple[Happening, int]], chance: Random
) -> list[Dated]:
    """Return events on different random days from `begin` to `end`; fewer if there are too few days."""
    steps = range(max(0, (end - begin).days) // _STEP)
    days = [begin + datetime.timedelta(_STEP * step) for step in chance.sample(steps, max(0, min(count, len(steps))))]
    names, weights = [kind for kind, _ in kinds], [weight for _, weight in kinds]
    return [
        Dated(day, happening) for day, happening in zip(days, chance.choices(names, weights, k=len(days)), strict=True)
    ]
