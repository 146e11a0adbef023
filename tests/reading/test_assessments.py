"""ITA items are read by year, separately from the national documents; an unreadable year is left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.model.assessment import Confidence
from generator.model.content import Frameworks
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from tests.building_blocks import PUBLISHED, ROOT


def read(content: Path) -> Frameworks:
    return read_frameworks(DiskTree(content))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(PUBLISHED / "frameworks" / "ita", tmp_path / "frameworks" / "ita")
    return tmp_path


def test_years_are_in_order_and_are_not_documents(content: Path) -> None:
    found = read(content)
    assert [str(one.fiscal_year) for one in found.assessments] == ["2566", "2567", "2568", "2569"]
    assert (found.documents, found.findings) == ((), ())


def test_no_year_claims_an_official_manual() -> None:
    years = read(ROOT / "content").assessments
    stated = [one for year in years for item in year.items for one in (year, item, *item.elements)]
    assert Confidence.MANUAL not in {one.confidence for one in stated}
    assert all(one.source for one in stated)


@pytest.mark.parametrize(
    ("old", "new"),
    [("fiscal_year: 2568", "fiscal_year: 2567"), ("looked_up: budgets", "looked_up: money"), ("items:", "itmes:")],
)
def test_an_invalid_year_is_left_out_with_a_finding(old: str, new: str, content: Path) -> None:
    file = content / "frameworks" / "ita" / "2568.yml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    found = read(content)
    assert [str(one.fiscal_year) for one in found.assessments] == ["2566", "2567", "2569"]
    assert found.findings[0].location.file == "frameworks/ita/2568.yml"
