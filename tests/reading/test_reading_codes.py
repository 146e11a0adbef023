"""Every code used by reading is explained, and its YAML examples behave as described."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.findings import Severity
from generator.reading.codes import READING_CODES, ReadingCode
from generator.reading.content_tree import DiskTree
from generator.reading.narrative import read_narrative
from generator.reading.yaml_text import parse_yaml

FOLDER = Path(__file__).parents[2] / "generator" / "reading"
NO_LINE = {"YAML-001", "YAML-003", "YAML-013"}
"""Codes of the whole file, which no line can show."""


def test_every_code_in_use_is_explained_and_no_other() -> None:
    used = {
        code
        for module in FOLDER.rglob("*.py")
        if module.parent.name != "codes"
        for code in re.findall(r"\"([A-Z]{2,8}-\d{3})\"", module.read_text("utf-8"))
    }
    assert used == READING_CODES.keys()


@pytest.mark.parametrize("one", READING_CODES.values(), ids=lambda one: one.code)
def test_an_explanation_is_complete(one: ReadingCode) -> None:
    for words in (one.title, one.why, one.remedy):
        assert re.search("[ก-ฮ]", words) and not re.search("[ก-๙]!", words)
    assert len(one.title) <= 70
    assert one.wrong and one.right and one.wrong != one.right
    assert one.severity is not Severity.NOTICE


@pytest.mark.parametrize(
    "one", [one for one in READING_CODES.values() if one.code.startswith("YAML") and one.code not in NO_LINE], ids=str
)
def test_yaml_examples_behave_as_described(one: ReadingCode) -> None:
    assert one.code in {finding.code for finding in parse_yaml(one.wrong, "x.yml")[1]}
    assert parse_yaml(one.right, "x.yml")[1] == []


@pytest.mark.parametrize("code", ["TEXT-001", "TEXT-004", "TEXT-005"])
def test_narrative_examples_behave_as_described(code: str, tmp_path: Path) -> None:
    one = READING_CODES[code]
    for text, codes in ((one.wrong, [code]), (one.right, [])):
        file = tmp_path / "narrative.md"
        file.write_text(text, "utf-8")
        assert [finding.code for finding in read_narrative(DiskTree(tmp_path), "narrative.md")[1]] == codes
