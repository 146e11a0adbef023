"""Finds undeclared material changes after approval: changes and both versions of `plan.yml` in, changes out.

A change of a thing with an id is covered by an amendment or correction that names the id; a change of a part without id
by any amendment, or by a correction without ids. Both cover the changes of the version that first names the id, or the
next ones, once, because officers may record an amendment before its changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.history.cosmetic import cosmetic_key
from generator.history.plan_change import PlanChange
from generator.model.official import Amendment
from generator.model.plan import Plan

NO_ID = ""
"""Stands for the parts of a plan without id."""
_NOTHING: frozenset[str] = frozenset()


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


def amendment_number(amendment: Amendment) -> str:
    """Return the number of an amendment in normalised form."""
    return cosmetic_key(amendment.number).removeprefix("ครั้งที่").strip(".")


def _declarations(plan: Plan) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the declarations of changes with the ids that they name."""
    for amendment in plan.amendments:
        for identifier in (*amendment.touched, NO_ID):
            yield ("amendment", amendment_number(amendment)), identifier
    for correction in plan.corrections:
        for identifier in correction.ids or (NO_ID,):
            yield ("correction", f"{correction.date} {correction.kind}"), identifier
