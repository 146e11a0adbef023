"""Random texts in a plan read back unchanged from its workbook."""

from __future__ import annotations

import copy
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.plan_content import PlanContent
from tests.intake.some_books import book_of, read_back, valid_content

TEXTS = st.text(st.sampled_from("กขค๑๒19 \n=[](),.–-+@'\"&<>:#_xX/✓"), min_size=1, max_size=30)
NAMES = {"strategy", "tactic", "department", "departments", "local_strategy"}
"""References: a number or a name there reads back as its id."""
WORDS = {"state", "basis", "budget_basis", "covers_all"}
KEPT = frozenset({"id", "code", "cycle", "values", *NAMES, *WORDS})


@cache
def content() -> PlanContent:
    with tempfile.TemporaryDirectory() as folder:
        return valid_content(Path(folder))


def leaves(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(data, dict):
        return [leaf for key, one in data.items() if key not in KEPT for leaf in leaves(one, (*path, key))]
    if isinstance(data, list):
        return [leaf for index, one in enumerate(data) for leaf in leaves(one, (*path, index))]
    return [path]


@settings(deadline=None, max_examples=25, derandomize=True)
@given(st.data())
def test_any_text_in_any_place_comes_back(data: st.DataObject) -> None:
    changed = PlanContent(content().code, content().cycle, copy.deepcopy(content().files))
    places = [leaf for leaf in leaves(changed.files) if leaf[0] != "narrative"]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=12)):
        around: Any = changed.files
        for step in place[:-1]:
            around = around[step]
        around[place[-1]] = data.draw(TEXTS)
    assert read_back(book_of(changed)).content.files == changed.files
