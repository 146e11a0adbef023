"""Any text that is written reads back unchanged and without a finding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.drafting.yaml_writer import Blank, yaml_scalar, yaml_text
from generator.reading.yaml_text import parse_yaml

# Characters with a meaning in YAML or in the reader's advice, then any that a file may contain.
TEXT = st.text(
    st.sampled_from("ก่๑-:#,[]{}'\"“”&*!|>%@` \n\tax~1.\\/_?<=\u00a0\u200b")
    | st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=12,
)


@given(text=TEXT)
@example(text="NULL")
@pytest.mark.parametrize("place", ["value", "item", "entry", "deep"])
def test_any_text_reads_back(place: str, text: str) -> None:
    shapes: dict[str, dict[str, Any]] = {
        "value": {"k": text},
        "item": {"k": [text, "ข"]},
        "entry": {"k": [{"a": text, "b": [text]}, {"a": "ค"}], "l": text},
        "deep": {"k": {"l": {"m": text}}},
    }
    source, findings = parse_yaml(yaml_text(shapes[place]), "f.yml")
    assert findings == []
    assert source is not None and source.data == shapes[place]


def test_it_looks_as_a_person_would_write_it() -> None:
    data: dict[str, Any] = {
        "cycle": "2567-2569",
        "periods": {"2567": "ไตรมาสที่ ๑"},
        "rows": [{"id": "a", "sub": [{"x": "ก: ข"}, {"x": "no"}], "last": ""}, {"id": "b"}],
        "cells": ["", "๑,๐๐๐"],
        "open": Blank(),
        "none": [],
    }
    assert yaml_text(data) == (
        "cycle: 2567-2569\n"
        "periods:\n  2567: ไตรมาสที่ ๑\n"
        "rows:\n"
        "  - id: a\n    sub:\n      - x: 'ก: ข'\n      - x: no\n    last: ''\n"
        "  - id: b\n"
        "cells: ['', '๑,๐๐๐']\n"
        "open:\n"
        "none: []\n"
    )


def test_long_text_is_not_folded() -> None:
    text = "คำ " * 500 + "ท้าย"
    assert yaml_text({"k": text}) == f"k: {text}\n"


def test_characters_that_no_file_may_contain_are_left_out() -> None:
    assert yaml_text({"k": "ก\x00\x1b\ufeff\u2028ข"}) == "k: กข\n"


def test_a_scalar_is_on_the_line_of_its_key() -> None:
    assert [yaml_scalar(text) for text in ("ตัวอย่าง", "ก: ข", "a\nb", "")] == ["ตัวอย่าง", "'ก: ข'", '"a\\nb"', "''"]
