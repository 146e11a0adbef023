"""Reformatting a file is no change: digits, spaces, quotes, order of keys, comments."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.history.cosmetic import cosmetic_key
from generator.history.plan_diff import plan_changes
from generator.model.plan import PlanFolder
from generator.thai.numerals import to_arabic, to_thai
from tests.building_blocks import FILES
from tests.history.two_versions import version

REORDERED = {"projects", "rows", "strategies", "tactics", "values", "departments"}
"""Lists of records with ids or names; lists of references of the same name contain no records and are left alone."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ปี ๒๕๖๗", "ปี  2567 "),
        ("ร้อยละ ๘๐", "ร้อยละ80"),
        ("บรรทัดแรก\r\nบรรทัดสอง", "บรรทัดแรก บรรทัดสอง"),
        ("กำหนด", "ก\u0e4d\u0e32หนด"),
        ("น้ำ", "น\u0e49\u0e4d\u0e32"),
        ("ที่", "ท\u0e48\u0e35"),
        ("๒๕๖๗ – ๒๕๖๙", "2567-2569"),
        ("กข\u200bค", "กขค"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_cosmetic_differences_give_the_same_key(one: str, other: str) -> None:
    assert cosmetic_key(one) == cosmetic_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ข้อ 1 2", "ข้อ 12"), ("LPA ITA", "LPAITA"), ("ITA", "ita"), ("ปี ๒๕๖๗", "ปี ๒๕๖๘"), ("มาก", "มา ก็")],
)
def test_other_differences_give_another_key(one: str, other: str) -> None:
    assert cosmetic_key(one) != cosmetic_key(other)


def rewritten(value: Any, chance: random.Random, key: str = "") -> Any:
    """Return plain data with different formatting."""
    if isinstance(value, dict):
        items = [(text(name, chance, is_key=True), rewritten(one, chance, name)) for name, one in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        items = [rewritten(one, chance) for one in value]
        if key in REORDERED - {"rows", "values"} or (key == "rows" and all("id" in one for one in items)):
            chance.shuffle(items)
        return items
    written = text(value, chance)
    return {"printed": written} if key == "budget" and chance.random() < 0.5 else written


def text(value: str, chance: random.Random, *, is_key: bool = False) -> str:
    """Return a text with other digits and spaces; ids and addresses are unchanged."""
    if any(letter.isascii() and letter.isalpha() for letter in value):
        return value
    value = chance.choice([to_arabic, to_thai])(value)
    if is_key or not value:
        return value
    return (
        chance.choice(["", " "]) + value.replace(" ", chance.choice([" ", "  ", "\u200b "])) + chance.choice(["", "  "])
    )


def file_anew(name: str, seed: int) -> str:
    """Return the valid file with different formatting."""
    chance = random.Random(seed)  # noqa: S311
    data = rewritten(yaml.load(FILES[name][1], yaml.BaseLoader), chance)  # noqa: S506, as all scalars are texts
    dumped = yaml.safe_dump(
        data,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=chance.choice([True, False]),
        default_style=chance.choice(["'", '"']),
        width=chance.choice([40, 200]),
    )
    return "# หมายเหตุ\n" + dumped.replace("\n", chance.choice(["\n", "\r\n"]))


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> PlanFolder:
    return version(tmp_path_factory.mktemp("valid"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_reformatted_plan_has_no_changes(valid: PlanFolder, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {name: file_anew(name, seed) for name in ("plan", "projects", "idp", "results")}
        other = version(Path(folder), **files)
        assert not other.unread
        assert other != valid
        assert plan_changes(valid, other) == ()
