"""Steps grow in proportion to size; seconds are measured by the benchmark."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao
from generator.model.plan import PlanFolder
from generator.pages.lao_pages import LaoPages
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from generator.search.plan_sections import entry_names, lao_sections
from tests.building_blocks import PUBLISHED
from tests.on_disk import read_on_disk
from tests.scale.growing import Shape, grown
from tests.scale.shapes import SHAPES
from tests.soak_marks import some_in_soak
from tests.steps import calls

TODAY = datetime.date(2025, 3, 1)
FEW, MANY = 150, 300
MOST_STEPS = 2.25
"""Most steps for twice the size, as a multiple."""
STEPPED = (
    "name variants",
    "acknowledged, one code",
    "acknowledged, no such code",
    "acknowledged ids",
    "answers to findings that are there",
    "documents without a file",
    "unknown files",
    "unknown files in results/",
    "comments with a person's name",
    "a block text of names",
    "projects with slips",
    "project results",
    "positions with slips",
    "matrix rows",
    "matrix columns",
    "tactics",
    "prose: names, each another",
)
"""Shapes whose steps are counted: those that once grew quadratically, and the large tables."""


@cache
def frameworks() -> Any:
    return read_frameworks(DiskTree(PUBLISHED))


def read(shape: Shape, count: int, content: Path) -> ReadLao:
    return read_on_disk("5999901", grown(shape, count).write(content / "plans"), content, frameworks().entry_ids())


def worked_through(shape: Shape, count: int, content: Path) -> int:
    """Return the number of calls to read, check, show and index an LAO of this shape."""
    folder = grown(shape, count).write(content / "plans")

    def work() -> None:
        lao = read_on_disk("5999901", folder, content, frameworks().entry_ids())
        found = (*lao.lao_folder.findings, *check_lao(lao, CheckBasis(frameworks().documents, TODAY)))
        for _ in LaoPages("arabic", TODAY).pages(lao, found):
            pass
        list(lao_sections(lao.lao_folder, entry_names(frameworks())))

    work()  # so that memoised work is not counted
    return calls(work)


@pytest.mark.parametrize("name", STEPPED)
def test_twice_as_much_takes_twice_as_many_steps(name: str, tmp_path: Path) -> None:
    shape = next(shape for shape in SHAPES if shape.name == name)
    nothing, few, many = (worked_through(shape, count, tmp_path / str(count)) for count in (0, FEW, MANY))
    assert many - nothing < MOST_STEPS * (few - nothing) + 1_000


FAR = [shape for shape in SHAPES if shape.far > shape.most]


@pytest.mark.parametrize(
    "shape", some_in_soak(FAR, [shape for shape in FAR if shape.name in STEPPED]), ids=lambda shape: shape.name
)
def test_a_far_too_large_input_gives_few_findings(shape: Shape, tmp_path: Path) -> None:
    lao = read(shape, min(shape.far, 4 * shape.most), tmp_path)
    found = (*lao.lao_folder.findings, *check_lao(lao, CheckBasis(frameworks().documents, TODAY)))
    assert len(found) < 500


LISTS = ("name variants", "former codes", "acknowledged, one code", "acknowledged ids", "documents without a file")
OTHERS = ("comments that say nothing", "unknown files", "prose: opening tags", "one long text: words", "projects")


@pytest.mark.parametrize("name", [*LISTS, *OTHERS])
def test_an_input_above_the_limit_is_reported(name: str, tmp_path: Path) -> None:
    shape = next(shape for shape in SHAPES if shape.name == name)
    within, beyond = read(shape, shape.most * 9 // 10, tmp_path / "1"), read(shape, shape.most * 2, tmp_path / "2")
    codes = [{finding.code for finding in lao.lao_folder.findings} for lao in (within, beyond)]
    assert ["SIZE-001" in found for found in codes] == [False, True]


def test_too_many_stray_files_leave_the_plan_as_it_is(tmp_path: Path) -> None:
    shape = next(shape for shape in SHAPES if shape.name == "unknown files")
    lao = read(shape, shape.most * 2, tmp_path)
    assert lao.lao_folder.lao
    assert isinstance(lao.lao_folder.plans[0], PlanFolder)
