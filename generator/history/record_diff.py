"""Compares two versions of a record field by field, by the roles of the fields (`model/roles.py`).

Records with ids are compared by id, in any order; other lists by their items. Names no field itself except the two
cells of Responsible, which print one fact, and the columns of the budget matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from generator.history.change_list import ChangeList, ValuePlace, has_material
from generator.history.field_labels import key_of, label_of, name_field
from generator.history.paired_items import keys_of_item, match_items, pair_by_key, pair_items, take_out_equal
from generator.history.plan_change import PlanChangeKind
from generator.history.shown_values import shown
from generator.history.value_keys import keys_of_value
from generator.model.project import Responsible
from generator.model.roles import FieldRole, Role, fields_of
from generator.model.strategy import BudgetMatrix
from generator.reading.names import BUDGET_MATRIX

_Kind = PlanChangeKind
_PLACED_BY = ("strategy", "tactic", "department")
"""Kinds of parent records: a different reference to one is a move."""


class RecordDiff:
    """Compares two versions of a file's record and adds the differences to a list of changes."""

    def __init__(self, changes: ChangeList) -> None:
        """Take the list of changes."""
        self._changes = changes
        self._columns: tuple[list[str], list[str]] = ([], [])

    def compare(self, before: BaseModel | None, after: BaseModel | None, at: ValuePlace) -> None:
        """Compare two versions of a record; if one is None, only its lists, whose items are all new or removed."""
        one = after if after is not None else before
        if one is None or before == after:
            return
        model = type(one)
        if isinstance(before, BudgetMatrix) and isinstance(after, BudgetMatrix):
            self._columns = ([c.department for c in before.columns], [c.department for c in after.columns])
        placing = [] if at.is_official or not at.id or at.path else list(_placing(model))
        for field in fields_of(model).values():
            old = getattr(before, field.name) if before is not None else () if field.many else None
            new = getattr(after, field.name) if after is not None else () if field.many else None
            if old == new or field in placing or (at.id and not at.path and field is key_of(model)):
                continue
            is_list = field.role is Role.RECORD and field.many
            if is_list or (before is not None and after is not None):
                self._field(model, field, old, new, at)
        if placing and before is not None and after is not None:
            self._moved(placing, before, after, at)

    def _field(self, model: type[BaseModel], field: FieldRole, old: Any, new: Any, at: ValuePlace) -> None:
        below = at.below(model, field.name)
        is_placed_in_root = at.is_root and not below.is_official
        if field.role is Role.RECORD and field.many:
            key = key_of(field.record) if field.record else None
            if key:
                self._keyed(key, old, new, below, label_of(model, field.name), is_own=is_placed_in_root)
            else:
                self._sequence(field, old, new, below, is_own=is_placed_in_root)
        elif field.role is Role.RECORD:
            self._one(field, old, new, below, is_own=is_placed_in_root)
        elif field.many and field.role is Role.MONEY:
            self._cells(field, old, new, below)
        elif field.many and field.role in (Role.REFERENCE, Role.YEAR):
            self._set(field, old, new, below)
        elif field.many:
            self._sequence(field, old, new, below, is_own=is_placed_in_root)
        else:
            is_name = bool(at.id) and not at.path and field == name_field(model)
            self._changes.value(field, old, new, below, _Kind.RENAMED if is_name else None)

    def _moved(self, placing: list[FieldRole], before: BaseModel, after: BaseModel, at: ValuePlace) -> None:
        """Add one move for all references to a record's parents."""
        moved = [one for one in placing if getattr(before, one.name) != getattr(after, one.name)]
        if not moved:
            return
        texts = [
            " › ".join(text for one in moved if (text := shown(one, getattr(record, one.name), names)))
            for record, names in ((before, self._changes.names_before), (after, self._changes.names_after))
        ]
        if texts[0] == texts[1]:  # two with the same name
            texts = [
                " › ".join(filter(None, (getattr(record, one.name) for one in moved))) for record in (before, after)
            ]
        below = at.below(type(after), moved[-1].name)
        below = replace(below, labels=tuple(label_of(type(after), one.name) for one in moved))
        kind = _Kind.OFFICIAL_CHANGED if at.is_official else _Kind.MOVED
        self._changes.add(kind, below, texts[0] or None, texts[1] or None)

    def _one(self, field: FieldRole, old: Any, new: Any, below: ValuePlace, *, is_own: bool) -> None:
        """Compare a group of fields."""
        if is_own:
            identifier = field.name if field.name == BUDGET_MATRIX else ""
            below = replace(below, thing=below.label, labels=(), id=identifier, name=self._changes.name(old, new))
        if field.record is Responsible:
            self._responsible(old or Responsible(), new or Responsible(), below)
        elif old is None or new is None:
            is_material = below.is_material or has_material(old or new)
            at = replace(below, is_material=is_material and not below.is_official)
            self._changes.record(old, new, at, is_thing=is_own)
        else:
            self.compare(old, new, below)

    def _responsible(self, old: Responsible, new: Responsible, below: ValuePlace) -> None:
        """Compare who is responsible: departments and printed text state one fact."""
        fields = fields_of(Responsible)
        for name in fields.keys() - {"departments", "printed"}:
            self._field(Responsible, fields[name], getattr(old, name), getattr(new, name), below)
        is_same = set(old.departments) == set(new.departments)
        is_printed_alike = keys_of_value(fields["printed"], old.printed) == keys_of_value(
            fields["printed"], new.printed
        )
        if is_same and is_printed_alike:
            return
        at = replace(below.below(Responsible, "printed"), path=below.path, labels=below.labels)
        kind = _Kind.REWORDED if is_same and old.departments else _Kind.RESPONSIBLE_CHANGED
        texts = [
            (not is_printed_alike and record.printed) or shown(fields["departments"], record.departments, names)
            for record, names in ((old, self._changes.names_before), (new, self._changes.names_after))
        ]
        self._changes.add(kind, at, texts[0] or None, texts[1] or None)

    def _keyed(
        self,
        key: FieldRole,
        old: Sequence[BaseModel],
        new: Sequence[BaseModel],
        below: ValuePlace,
        thing: str,
        *,
        is_own: bool,
    ) -> None:
        """Compare records by id; the nth record with an id is compared with the nth."""
        has_own_id = not below.is_official and (key.role is Role.ID or key.is_.of == "project")
        for identifier, before, after in pair_by_key(key, old, new):
            at = below
            if has_own_id:
                name = self._changes.name(before, after)
                at = replace(below, thing=thing, id=identifier, name=name, path=(), labels=())
            if before is not None and after is not None:
                self.compare(before, after, at)
            else:
                self._changes.record(before, after, at, is_thing=has_own_id or is_own)

    def _sequence(
        self, field: FieldRole, old: Sequence[Any], new: Sequence[Any], below: ValuePlace, *, is_own: bool
    ) -> None:
        """Compare a list by its items."""
        keys = [[keys_of_item(field, one) for one in items] for items in (old, new)]
        gone: list[tuple[int, int]] = []
        come: list[tuple[int, int]] = []
        for number, stretch in enumerate(match_items(field, old, new, keys)):
            if not stretch.is_same:
                gone += [(number, at) for at in stretch.before]
                come += [(number, at) for at in stretch.after]
        moved = take_out_equal(gone, come, keys[0], keys[1])
        if moved:
            at = replace(below, labels=(*below.labels[:-1], f"ลำดับของ{below.labels[-1] if below.labels else ''}"))
            kind = _Kind.OFFICIAL_CHANGED if below.is_official else _Kind.CHANGED
            texts = [
                shown(field, tuple(items[at] for at in sorted(moved)), names)
                for items, names, moved in (
                    (old, self._changes.names_before, [one for one, _ in moved]),
                    (new, self._changes.names_after, [other for _, other in moved]),
                )
            ]
            self._changes.add(kind, at, *texts)
        for before, after in pair_items(field, [(n, old[at]) for n, at in gone], [(n, new[at]) for n, at in come]):
            self._item(field, before, after, below, is_own=is_own)

    def _item(self, field: FieldRole, before: Any, after: Any, below: ValuePlace, *, is_own: bool) -> None:
        is_record = isinstance(before, BaseModel) or isinstance(after, BaseModel)
        if is_record and below.id == BUDGET_MATRIX:
            below = replace(below, name=self._changes.name(before, after), labels=())
        if is_own:
            name = self._changes.name(before, after) if is_record else ""
            below = replace(below, thing=below.label, name=name, labels=() if is_record else below.labels)
        if before is not None and after is not None and is_record:
            self.compare(before, after, below)
        elif is_record:
            self._changes.record(before, after, below, is_thing=is_own)
        elif before is not None and after is not None:
            self._changes.value(field, before, after, below)
        else:
            texts = (
                shown(field, before, self._changes.names_before),
                shown(field, after, self._changes.names_after),
            )
            self._changes.item(*texts, below, is_thing=is_own)

    def _set(self, field: FieldRole, old: Any, new: Any, below: ValuePlace) -> None:
        """Compare references or years as one value, ignoring their order."""
        one, other = (tuple(sorted(items, key=lambda item: str(keys_of_item(field, item)))) for items in (old, new))
        kind = _Kind.PERIOD_MOVED if field.role is Role.YEAR and not below.is_official else None
        if keys_of_value(field, one) != keys_of_value(field, other):
            self._changes.value(field, old, new, below, kind)

    def _cells(self, field: FieldRole, old: Sequence[Any], new: Sequence[Any], below: ValuePlace) -> None:
        """Compare a row of money cells by column; by department if both versions have the same departments."""
        columns, others = self._columns
        has_same = len(set(columns)) == len(columns) == len(others) and set(columns) == set(others)
        if has_same and len(old) == len(columns) and len(new) == len(others):
            by_column = dict(zip(others, new, strict=True))
            new, others = [by_column[column] for column in columns], columns
        names = self._changes.names_after.get("department", {})
        for index, (before, after) in enumerate(zip_longest(old, new)):
            column = next((known[index] for known in (others, columns) if index < len(known)), "")
            name = " / ".join(part for part in (below.name, names.get(column, column)) if part)
            self._changes.value(field, before, after, replace(below, name=name))


def _placing(model: type[BaseModel]) -> Iterator[FieldRole]:
    for field in fields_of(model).values():
        if field.role is Role.REFERENCE and not field.many and field.is_.of in _PLACED_BY:
            yield field
