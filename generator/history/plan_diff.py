"""Compares two versions of a plan, record by record, keyed by id.

Cosmetic differences (digits, spaces, line breaks, order of keys, quotes) are ignored. If a file of one version is
partly unreadable, nothing that may be in the unread part is reported as added or removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.history.change_list import ChangeList, ValuePlace
from generator.history.field_labels import label_of
from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.record_diff import RecordDiff
from generator.history.shown_values import names_in
from generator.model.plan import NarrativeSection, PlanFolder
from generator.model.results import YearResults
from generator.model.roles import FieldRole, Is, Role

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_PROSE = FieldRole("markdown", Is(Role.PRINTED), frozenset(), None, many=False)
_SECTION = FieldRole("source", Is(Role.SECTION), frozenset(), None, many=False)
_YES_OR_NO = FieldRole(
    "is_summary", Is(Role.OWN_WORD, choices=(("yes", "ใช่"), ("no", "ไม่ใช่"))), frozenset(), None, False
)
_NARRATIVE = (_PROSE, _SECTION, _YES_OR_NO)
_PLAN = "แผน"


def plan_changes(
    before: PlanFolder | None, after: PlanFolder | None, departments: Mapping[str, str] = _NO_NAMES
) -> tuple[PlanChange, ...]:
    """Return the changes between two versions of a plan; `departments` are names of the LAO's by id.

    None is a plan that did not exist: the whole plan is one change.
    """
    if before is None or after is None:
        return _whole_plan(before, after)
    changes = ChangeList(names_in(before, departments), names_in(after, departments))
    diff = RecordDiff(changes)
    diff.compare(before.plan, after.plan, _root("plan", _PLAN))
    diff.compare(before.projects, after.projects, _root("projects", label_of(PlanFolder, "projects")))
    diff.compare(before.idp, after.idp, _root("idp", label_of(PlanFolder, "idp")))
    _compare_results(before, after, diff, changes)
    _compare_narrative(before, after, changes)
    found = changes.changes
    if before.unread or after.unread:
        found = [change for change in found if _is_certain(change, before.unread, after.unread)]
    return tuple(found)


def _root(part: str, thing: str) -> ValuePlace:
    return ValuePlace(part, thing, is_root=True)


def _whole_plan(before: PlanFolder | None, after: PlanFolder | None) -> tuple[PlanChange, ...]:
    one = after or before
    if one is None:
        return ()
    kind = PlanChangeKind.ADDED if after else PlanChangeKind.REMOVED
    name = one.plan.title or str(one.plan.cycle)
    old, new = (None, name) if after else (name, None)
    return (PlanChange(kind, "plan", _PLAN, "", name, "", _PLAN, old, new, is_material=after is None),)


def _compare_results(before: PlanFolder, after: PlanFolder, diff: RecordDiff, changes: ChangeList) -> None:
    old, new = ({version.file_of(one): one for one in version.results} for version in (before, after))
    for file in sorted({*old, *new}):
        one, other = old.get(file), new.get(file)
        year = (other or old[file]).fiscal_year
        at = _root(file.removesuffix(".yml"), label_of(PlanFolder, "results"))
        if one and other:
            diff.compare(one, other, at)
        else:
            name = f"{label_of(YearResults, 'fiscal_year')} {year}"
            changes.item(name if one else None, name if other else None, replace(at, name=name), is_thing=True)


def _compare_narrative(before: PlanFolder, after: PlanFolder, changes: ChangeList) -> None:
    old, new = ({one.id: one for one in version.narrative} for version in (before, after))
    root = _root("narrative", label_of(PlanFolder, "narrative"))
    for identifier in dict.fromkeys((*new, *old)):
        one, other = old.get(identifier), new.get(identifier)
        at = replace(root, id=identifier)
        if one and other:
            for field in _NARRATIVE:
                below = at.below(NarrativeSection, field.name)
                changes.value(field, getattr(one, field.name), getattr(other, field.name), below)
        else:
            changes.item(one.markdown if one else None, other.markdown if other else None, at, is_thing=True)


def _is_certain(change: PlanChange, unread_before: frozenset[str], unread_after: frozenset[str]) -> bool:
    """Return whether a missing value is certainly missing, not only unread."""
    file = change.part + (".md" if change.part == "narrative" else ".yml")
    return not (
        (file in unread_before and change.before in (None, "unread"))
        or (file in unread_after and change.after in (None, "unread"))
    )
