"""Several LAOs at a time: nothing is lost, and what takes turns keeps its order."""

from __future__ import annotations

import gc

import pytest

from generator.building.collector import RARELY, collecting_rarely
from generator.building.groups import abreast, in_groups


def test_groups_hold_everything_in_order() -> None:
    assert list(in_groups(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(in_groups([], 2)) == []


def test_the_longer_goes_on_alone() -> None:
    assert list(abreast(["ab", "", "cde"])) == ["a", "c", "b", "d", "e"]


def test_nothing_is_left_out_for_being_empty() -> None:
    assert list(abreast([[None, ""], [0]])) == [None, 0, ""]


def test_the_collector_is_as_before_afterwards_even_when_something_fails() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), collecting_rarely():
        assert gc.get_threshold()[0] == RARELY
        raise RuntimeError
    assert gc.get_threshold() == before
