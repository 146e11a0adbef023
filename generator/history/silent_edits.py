"""Finds undeclared material changes after approval: changes and both versions of `plan.yml` in, changes out.

A change of a thing with an id is covered by an amendment or correction that names the id; a change of a part without id
by any amendment, or by a correction without ids. Both cover the changes of the version that first names the id, or the
next ones, once, because officers may record an amendment before its changes.
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
"""Stands for the parts of a plan without id."""
_NOTHING: frozenset[str] = frozenset()


class ComparedVersion(NamedTuple):
    """One version of a plan with its changes."""

    before: Plan | None
    """The version before; None without a readable one."""
    after: Plan
    changes: Sequence[PlanChange]


def silent_edits(
    changes: Iterable[PlanChange], before: Plan | None, after: Plan, awaited: frozenset[str] = _NOTHING
) -> tuple[PlanChange, ...]:
    """Return the uncovered material changes; none if the plan was not approved.

    `awaited` are ids that earlier versions declared without changing them, from `awaited_ids`.
    """
    if before is None or before.is_draft:
        return ()
    covered = declared_ids(before, after) | awaited
    return tuple(change for change in changes if change.is_material and change.id not in covered)


def awaited_ids(
    changes: Iterable[PlanChange], before: Plan | None, after: Plan, awaited: frozenset[str] = _NOTHING
) -> frozenset[str]:
    """Return the ids declared up to a version whose material changes are still to come."""
    if before is None:
        return _NOTHING  # a plan that starts with amendments already includes their changes
    touched = {change.id for change in changes if change.is_material}
    return (awaited | declared_ids(before, after)) - touched - {NO_ID}


def declared_ids(before: Plan | None, after: Plan) -> frozenset[str]:
    """Return the ids that a version declares as changed and the previous one did not; NO_ID for other parts."""
    new = Counter(_declarations(after)) - Counter(_declarations(before) if before else ())
    return frozenset(identifier for _, identifier in new)


def new_amendments(before: Plan | None, after: Plan) -> tuple[Amendment, ...]:
    """Return the amendments, by number, that a version has and the previous one lacks."""
    known = {amendment_number(one) for one in before.amendments} if before else set()
    return tuple(one for one in after.amendments if amendment_number(one) not in known)


def removed_amendments(before: Plan | None, after: Plan) -> tuple[Amendment, ...]:
    """Return the amendments, by number, that a version lacks and the previous one had; announced ones must stay."""
    return new_amendments(after, before) if before else ()


def idle_amendments(steps: Sequence[ComparedVersion]) -> tuple[Amendment, ...]:
    """Return the amendments of the last version that changed nothing in any version.

    Takes all versions, oldest first. An amendment in the plan's first version has changes that are not visible here.
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
    """Return the pairs of consecutive amendments of which the second was decided first.

    The order of days within an amendment, and of the numbers, is checked by rules in `checks/`.
    """
    dated = [(day, one) for one in plan.amendments if (day := _decided(one))]
    return tuple((one, other) for (day, one), (later, other) in pairwise(dated) if later < day)


def amendment_number(amendment: Amendment) -> str:
    """Return the number of an amendment in normalised form."""
    return cosmetic_key(amendment.number).removeprefix("ครั้งที่").strip(".")


def _decided(amendment: Amendment) -> datetime.date | None:
    return amendment.resolution_day or amendment.announcement_day


def _declarations(plan: Plan) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the declarations of changes with the ids that they name."""
    for amendment in plan.amendments:
        for identifier in (*amendment.touched, NO_ID):
            yield ("amendment", amendment_number(amendment)), identifier
    for correction in plan.corrections:
        for identifier in correction.ids or (NO_ID,):
            yield ("correction", f"{correction.date} {correction.kind}"), identifier
