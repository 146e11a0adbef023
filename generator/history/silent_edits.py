"""Which material changes after approval nobody declared: changes and both versions of `plan.yml` in, changes out.

A change of something with an id is covered by an amendment or a correction that names the id; one of a part without an
id by any amendment, or by a correction that names no id. Both cover from the version on in which they first name it:
the changes of that version, or the next ones, once, since officers may record an amendment before what it changed.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.history.cosmetic import cosmetic_key
from generator.history.plan_change import PlanChange
from generator.model.official import Amendment
from generator.model.plan import Plan

NO_ID = ""
"""Among ids: the parts of a plan that have none."""
_NOTHING: frozenset[str] = frozenset()


class Step(NamedTuple):
    """One version of a plan and what it changed."""

    before: Plan | None
    """The version before it; None where there is none that can be read."""
    after: Plan
    changes: Sequence[PlanChange]


def silent_edits(
    changes: Iterable[PlanChange], before: Plan | None, after: Plan, awaited: frozenset[str] = _NOTHING
) -> tuple[PlanChange, ...]:
    """Return the material changes that nothing declared covers; none while the plan was not approved.

    `awaited` are the ids that earlier versions declared and did not change, as `awaited_ids` returned them.
    """
    if before is None or before.is_draft:
        return ()
    covered = declared_ids(before, after) | awaited
    return tuple(change for change in changes if change.is_material and change.id not in covered)


def awaited_ids(
    changes: Iterable[PlanChange], before: Plan | None, after: Plan, awaited: frozenset[str] = _NOTHING
) -> frozenset[str]:
    """Return the ids that are declared up to a version and that no material change has touched since."""
    if before is None:
        return _NOTHING  # a plan that comes with amendments has their changes in it
    touched = {change.id for change in changes if change.is_material}
    return (awaited | declared_ids(before, after)) - touched - {NO_ID}


def declared_ids(before: Plan | None, after: Plan) -> frozenset[str]:
    """Return the ids that a version declares as changed and the version before it did not; NO_ID for other parts."""
    new = Counter(_declarations(after)) - Counter(_declarations(before) if before else ())
    return frozenset(identifier for _, identifier in new)


def new_amendments(before: Plan | None, after: Plan) -> tuple[Amendment, ...]:
    """Return the amendments, by their numbers, that a version has and the version before it had not."""
    known = {amendment_number(one) for one in before.amendments} if before else set()
    return tuple(one for one in after.amendments if amendment_number(one) not in known)


def removed_amendments(before: Plan | None, after: Plan) -> tuple[Amendment, ...]:
    """Return the amendments, by their numbers, that a version no longer has: what was announced cannot be undone so."""
    return new_amendments(after, before) if before else ()


def idle_amendments(steps: Sequence[Step]) -> tuple[Amendment, ...]:
    """Return the amendments of the last version that changed nothing in any version.

    Takes all versions, the oldest first. An amendment with which the plan first came changed what nobody can see here.
    """
    if not steps:
        return ()
    touched = {change.id for step in steps for change in step.changes if change.is_material}
    came = {amendment_number(one) for step in steps if step.before for one in new_amendments(step.before, step.after)}
    return tuple(
        one
        for one in steps[-1].after.amendments
        if amendment_number(one) in came and (touched.isdisjoint(one.touched) if one.touched else not touched)
    )


def amendments_out_of_order(plan: Plan) -> tuple[tuple[Amendment, Amendment], ...]:
    """Return each amendment that was decided before the one that stands before it, after that one.

    The order of the days within one amendment, and that of the numbers, are rules of `checks/`.
    """
    dated = [(day, one) for one in plan.amendments if (day := _decided(one))]
    return tuple((one, other) for (day, one), (later, other) in pairwise(dated) if later < day)


def amendment_number(amendment: Amendment) -> str:
    """Return the number of an amendment in the form in which numbers are equal."""
    return cosmetic_key(amendment.number).removeprefix("ครั้งที่").strip(".")


def _decided(amendment: Amendment) -> datetime.date | None:
    return amendment.resolution_day or amendment.announcement_day


def _declarations(plan: Plan) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what declares a change, and the id that it names."""
    for amendment in plan.amendments:
        for identifier in (*amendment.touched, NO_ID):
            yield ("amendment", amendment_number(amendment)), identifier
    for correction in plan.corrections:
        for identifier in correction.ids or (NO_ID,):
            yield ("correction", f"{correction.date} {correction.kind}"), identifier
