"""Which cases of a long test `make test` runs; `make soak` runs the others."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def some_in_soak(cases: Iterable[object], always: Iterable[object]) -> list[object]:
    """Return the cases of a parametrised test; those not in `always` run only in `make soak`."""
    kept = list(always)
    listed = list(cases)
    assert all(one in listed for one in kept), "a case that is no case"
    return [one if one in kept else _in_soak(one) for one in listed]


def _in_soak(case: object) -> object:
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, marks=pytest.mark.soak)
