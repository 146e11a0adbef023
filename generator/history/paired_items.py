"""Pairs the items of two lists: by key, by position, by name.

Linear time for any items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from generator.history.field_labels import name_field
from generator.history.sequence_match import Stretch, match_sequences
from generator.history.shown_values import shown
from generator.history.value_keys import Keys, keys_of_record, keys_of_value
from generator.model.roles import FieldRole


def match_items(
    field: FieldRole, old: Sequence[Any], new: Sequence[Any], keys: Sequence[Sequence[Keys]]
) -> list[Stretch]:
    """Return the common parts of two lists, in order; swapping the lists gives the mirror image."""
    first = next((at for at, (one, other) in enumerate(zip(*keys, strict=False)) if one != other), None)
    if first is None:
        return match_sequences(*keys)
    one, other = ([shown(field, (items[first],), {}) or "", len(items)] for items in (old, new))
    if one <= other:
        return match_sequences(*keys)
    return [Stretch(stretch.is_same, stretch.after, stretch.before) for stretch in match_sequences(keys[1], keys[0])]


def pair_items(field: FieldRole, gone: list[tuple[int, Any]], come: list[tuple[int, Any]]) -> Iterator[tuple[Any, Any]]:
    """Yield pairs of removed and added items at the same position, None if missing; items come with positions.

    If the numbers differ, records with the same name are paired first, the others in order.
    """
    places: dict[int, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for number, item in gone:
        places[number][0].append(item)
    for number, item in come:
        places[number][1].append(item)
    for number in sorted(places):
        before, after = places[number]
        if field.record and len(before) != len(after):
            yield from _same_name(name_field(field.record), before, after)
        yield from zip_longest(before, after)


def pair_by_key(
    key: FieldRole, old: Sequence[BaseModel], new: Sequence[BaseModel]
) -> Iterator[tuple[str, BaseModel | None, BaseModel | None]]:
    """Yield the records of both versions by key, in the later order, then the removed ones."""
    before, after = (_numbered(key, records) for records in (old, new))
    for numbered, record in after.items():
        yield numbered[0], before.get(numbered), record
    for numbered, record in before.items():
        if numbered not in after:
            yield numbered[0], record, None


def _numbered(key: FieldRole, records: Sequence[BaseModel]) -> dict[tuple[str, int], BaseModel]:
    seen: dict[str, int] = defaultdict(int)
    found = {}
    for record in records:
        identifier = str(getattr(record, key.name))
        found[identifier, seen[identifier]] = record
        seen[identifier] += 1
    return found


def keys_of_item(field: FieldRole, item: Any) -> Keys:
    """Return the keys of one item of a list."""
    if isinstance(item, BaseModel):
        return keys_of_record(item)
    keys: Keys = keys_of_value(field, (item,))
    return keys


def take_out_equal(
    gone: list[tuple[int, int]], come: list[tuple[int, int]], before: Sequence[Hashable], after: Sequence[Hashable]
) -> list[tuple[int, int]]:
    """Remove from both lists the items that are in both in another order; return their positions, before and after."""
    places: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    for one in reversed(come):
        places[after[one[1]]].append(one)
    moved = []
    kept, taken = [], set()
    for one in gone:
        if found := places.get(before[one[1]]):
            other = found.pop()
            moved.append((one[1], other[1]))
            taken.add(other)
        else:
            kept.append(one)
    gone[:] = kept
    come[:] = [one for one in come if one not in taken]
    return moved


def _same_name(name: FieldRole | None, before: list[Any], after: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of records with the same name, and remove them from both lists."""
    if name is None:
        return
    by_name: dict[Hashable, list[Any]] = defaultdict(list)
    for record in reversed(after):
        by_name[keys_of_item(name, getattr(record, name.name))].append(record)
    pairs = []
    rest = []
    for record in before:
        found = by_name.get(keys_of_item(name, getattr(record, name.name)))
        if found:
            pairs.append((record, found.pop()))
        else:
            rest.append(record)
    taken = {id(other) for _, other in pairs}
    before[:] = rest
    after[:] = [record for record in after if id(record) not in taken]
    yield from pairs
