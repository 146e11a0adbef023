"""Every field of the model is compared: another value in one field is one change, in whichever file it stands."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from generator.history.plan_change import PlanChangeKind
from generator.history.plan_diff import plan_changes
from tests.history.filled_records import FILES, FILLED, Place, filled, is_key, places, plan_of, with_value

FILE_NAMES = {"fiscal_year"}
"""Another year is another file of results."""


def fields(*, required: bool = True) -> Iterator[Any]:
    for part, model in FILES.items():
        for place in places(model):
            if ".".join(place.path) not in FILE_NAMES and (required or not place.is_required):
                yield pytest.param(part, place, id=f"{part}:{'.'.join(place.path)}")


@pytest.mark.parametrize(("part", "place"), list(fields()))
def test_another_value_is_one_change(part: str, place: Place) -> None:
    changes = plan_changes(FILLED, plan_of(part, with_value(filled(FILES[part]), place.path, place.other)))
    if is_key(place.field):
        official = PlanChangeKind.OFFICIAL_CHANGED
        kinds = [PlanChangeKind.ADDED, PlanChangeKind.REMOVED] if place.path[0] != "amendments" else [official] * 2
        assert [change.kind for change in changes] == kinds
    else:
        assert len(changes) == 1, changes
        assert changes[0].label
        assert changes[0].part == part
        assert changes[0].before != changes[0].after


@pytest.mark.parametrize(("part", "place"), list(fields(required=False)))
def test_a_value_that_goes_is_one_change_that_coming_mirrors(part: str, place: Place) -> None:
    without = plan_of(part, with_value(filled(FILES[part]), place.path, None))
    gone, come = plan_changes(FILLED, without), plan_changes(without, FILLED)
    assert len(gone) == len(come) == 1, gone
    assert (gone[0].before, gone[0].after) == (come[0].after, come[0].before)


def test_a_plan_is_equal_to_itself() -> None:
    assert plan_changes(FILLED, copy.deepcopy(FILLED)) == ()
