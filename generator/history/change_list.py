"""Collects changes while two versions are compared: the position of each, and its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.history.field_labels import label_of
from generator.history.plan_change import PlanChange, PlanChangeKind
from generator.history.shown_values import Names, name_of, shown, shown_record, stated_baht, with_meaning
from generator.history.value_keys import is_certain, keys_of_value
from generator.model.money import Budget, BudgetBasis, MoneyCell
from generator.model.roles import TEXTS, FieldMark, FieldRole, Role, fields_of

_Kind = PlanChangeKind
_WORDED = TEXTS - {Role.NUMBER, Role.SECTION, Role.FILE}
"""Roles with worded values: a different value is a different wording."""


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Position of a value in a version."""

    part: str
    thing: str
    id: str = ""
    name: str = ""
    path: tuple[str, ...] = ()
    """Fields from the thing, or from the file if the thing has no id."""
    labels: tuple[str, ...] = ()
    """Their Thai names, starting at the thing."""
    is_root: bool = False
    """Whether it is the file itself, whose lists and groups are separate things."""
    is_material: bool = False
    """Whether the enclosing records are material."""
    is_official: bool = False

    def below(self, model: type, name: str) -> ValuePlace:
        """Return the position of a field of the record at this position."""
        official = self.is_official or _is_official(model, name)
        return ValuePlace(
            self.part,
            self.thing,
            self.id,
            self.name,
            (*self.path, name),
            (*self.labels, label_of(model, name)),
            is_material=not official and _is_material(model, name, self.is_material),
            is_official=official,
        )

    @property
    def label(self) -> str:
        """The Thai name of the field at this position."""
        return " ".join(self.labels) or self.thing


@cache
def _is_official(model: type, name: str) -> bool:
    return issubclass(model, BaseModel) and FieldMark.OFFICIAL in fields_of(model)[name].marks


@cache
def _is_material(model: type, name: str, around: bool) -> bool:
    if not issubclass(model, BaseModel):
        return False
    field = fields_of(model)[name]
    if FieldMark.MATERIAL in field.marks:
        return True
    if not around or FieldMark.NOT_OF_THE_DOCUMENT in field.marks or field.role is Role.SECTION:
        return False
    if field.role is Role.NUMBER and not model.model_fields[field.name].is_required():
        return False  # a plain count of list items; a required one identifies the item
    # A record with marked fields decides by its marks which ones are material; so do groups of such fields.
    return not any(FieldMark.MATERIAL in own.marks for own in fields_of(model).values())


def has_material(record: BaseModel) -> bool:
    """Return whether a record states anything in a field marked as material."""
    fields = fields_of(type(record))
    return any(FieldMark.MATERIAL in field.marks and getattr(record, name) for name, field in fields.items())


@dataclass(slots=True)
class ChangeList:
    """The changes between two versions."""

    names_before: Names
    names_after: Names
    changes: list[PlanChange] = field(default_factory=list)

    def value(
        self, role: FieldRole, before: Any, after: Any, at: ValuePlace, kind: PlanChangeKind | None = None
    ) -> None:
        """Add the change of a value, or of several that belong together; none if the difference is cosmetic.

        `kind` is the kind if the meaning differs; other words with the same meaning are always a rewording.
        """
        keys_before, keys_after = keys_of_value(role, before), keys_of_value(role, after)
        if keys_before == keys_after:
            return
        text_before, text_after = shown(role, before, self.names_before), shown(role, after, self.names_after)
        if role.role in TEXTS or keys_before[0] != keys_after[0]:
            kind = kind or _kind(role, before, after, at)
        else:
            kind = _Kind.REWORDED
        is_material = at.is_material
        if text_before == text_after and role.role is Role.REFERENCE:
            text_before, text_after = shown(role, before, {}), shown(role, after, {})  # two with the same name
        elif text_before == text_after:
            # Same printed text: only the stated meaning was added, which does not change the document.
            is_material = is_material and is_certain(before) and is_certain(after)
            text_before, text_after = with_meaning(text_before, before), with_meaning(text_after, after)
        self.add(kind, at, text_before, text_after, before, after, is_material=is_material)

    def add(
        self,
        kind: PlanChangeKind,
        at: ValuePlace,
        text_before: str | None,
        text_after: str | None,
        before: Any = None,
        after: Any = None,
        *,
        is_material: bool | None = None,
    ) -> None:
        """Add a change."""
        baht_before, baht_after = stated_baht(before), stated_baht(after)
        difference = _difference_baht(before, after)
        if kind is _Kind.BUDGET_CHANGED and difference:
            kind = _Kind.BUDGET_RAISED if difference > 0 else _Kind.BUDGET_LOWERED
        is_whole = kind in (_Kind.ADDED, _Kind.REMOVED)
        self.changes.append(
            PlanChange(
                kind,
                at.part,
                at.thing,
                at.id,
                at.name,
                "" if is_whole else ".".join(at.path),
                at.thing if is_whole else at.label,
                text_before,
                text_after,
                difference,
                at.is_material if is_material is None else is_material,
                baht_before,
                baht_after,
            )
        )

    def record(self, before: BaseModel | None, after: BaseModel | None, at: ValuePlace, *, is_thing: bool) -> None:
        """Add a new or removed record: as a separate thing, or as a change of its parent."""
        says_nothing = at.id if is_thing else ""
        text_before = (shown_record(before, self.names_before) or says_nothing) if before else None
        text_after = (shown_record(after, self.names_after) or says_nothing) if after else None
        self.item(text_before or None, text_after or None, at, is_thing=is_thing)

    def item(self, text_before: str | None, text_after: str | None, at: ValuePlace, *, is_thing: bool) -> None:
        """Add an item that is in one version only: as a separate thing, or as a change of its parent."""
        if text_before == text_after:
            return
        if at.is_official:
            kind = _Kind.OFFICIAL_CHANGED
        elif is_thing:
            kind = _Kind.REMOVED if text_after is None else _Kind.ADDED
        else:
            kind = _Kind.CHANGED
        self.add(kind, at, text_before, text_after)

    def name(self, before: BaseModel | None, after: BaseModel | None) -> str:
        """Return the name of a record, in the later version if it is in both."""
        if after is not None:
            return name_of(after, self.names_after)
        return name_of(before, self.names_before) if before is not None else ""


def _difference_baht(before: Any, after: Any) -> Decimal | None:
    """Return the difference in stated money; None if unknown."""
    if not isinstance(before, Budget | MoneyCell) or not isinstance(after, Budget | MoneyCell):
        return None
    old, new = stated_baht(before), stated_baht(after)
    if old is None or new is None or _what_else(before) != _what_else(after):
        return None
    return new - old


def _what_else(value: Budget | MoneyCell) -> Any:
    """Return the basis of an amount, and the money beside it that cannot be summed."""
    if isinstance(value, MoneyCell):
        return value.basis
    uncounted = frozenset(
        (column.heading.years, column.cell.state, column.cell.amount_baht, column.cell.printed)
        for column in value.columns
        if column.cell.counted_baht is None and column.cell.printed.strip()
    )
    return value.cell.basis, uncounted


def _kind(role: FieldRole, before: Any, after: Any, at: ValuePlace) -> PlanChangeKind:
    if at.is_official:
        return _Kind.OFFICIAL_CHANGED
    if at.is_material and (role.role is Role.MONEY or isinstance(after, BudgetBasis)):
        return _Kind.BUDGET_CHANGED
    if role.role is Role.PERIOD:
        return _Kind.PERIOD_MOVED
    if role.role in _WORDED and _is_text(before) and _is_text(after):
        return _Kind.REWORDED
    return _Kind.CHANGED


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
