"""No LAO folder, however large, can crash or stall a build: excess is reported as an error at once."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.markdown_folder import write_pages
from generator.building.site import gather_pages
from generator.reading.codes import READING_CODES
from generator.reading.folders import MOST_CYCLES
from generator.settings import Settings
from tests.building_blocks import CYCLE, IDP, LAO, PLAN, PROJECTS, PUBLISHED, Change, make_lao
from tests.shown import html_of
from tests.soak_marks import some_in_soak
from tests.symbolic_links import link

MOST_LISTED = 2_000
"""Most findings that any case gives; time is measured by `tests/scale/bench_growth.py`."""

SURVEY_ROW = '    - {department: clerk-office, printed: สำนักปลัด, cells: [ต้องการ, ""]}\n'
METHODS = "".join(f"- {{number: '{number}', name: ก}}\n" for number in range(8_000))
POSITIONS = "".join(f"- {{id: a{number}, position: ก}}\n" for number in range(2_500))


def projects(count: int, more: str = "") -> str:
    rows = (f"- {{id: 'p{number}', strategy: s1, tactic: s1t1, name: ก{more}}}\n" for number in range(count))
    return f"projects:\n{''.join(rows)}"


def ids(identifier: str, count: int) -> str:
    return ", ".join([identifier] * count)


BOMBS: dict[str, dict[str, Change]] = {
    "projects": {"projects": projects(9_000), "results": None},
    "a long name beside every project": {
        "lao": LAO.replace("กองคลัง", "ก" * 300_000),
        "projects": projects(1_000, ", responsible: {departments: [finance]}"),
        "results": None,
    },
    "one department ten thousand times": {
        "projects": PROJECTS.replace("[clerk-office]", f"[{ids('finance', 30_000)}]"),
    },
    "unknown departments": {
        "projects": PROJECTS.replace("[clerk-office]", f"[{', '.join(f'x{number}' for number in range(15_000))}]"),
    },
    "a project amended ten thousand times": {
        "plan": PLAN.replace("ปรับงบประมาณ, ids: [s1t1-1]", f"ปรับงบประมาณ, ids: [{ids('s1t1-1', 30_000)}]"),
    },
    "positions by methods": {"idp": f"methods:\n{METHODS}rows:\n{POSITIONS}"},
    "methods of one position": {
        "idp": "methods:\n- {number: '1', name: ก}\nrows:\n- id: a\n  position: ก\n  methods: "
        f"[{ids('{number: 1, printed: ข}', 25_000)}]\n",
    },
    "unknown methods": {"idp": IDP.replace("methods: [๑]", f"methods: [{ids('ก', 15_000)}]")},
    "survey of empty cells": {
        "plan": PLAN.replace("[ด้านบริหาร, ด้านเทคโนโลยี]", f"[{ids('ก', 10_000)}]").replace(
            SURVEY_ROW, "    - {printed: ก, cells: []}\n" * 5_000
        ),
    },
    "misfits": {"plan": PLAN.replace("quotations:\n", "quotations:\n" + "  - {sectiom: ก, text: ข}\n" * 9_000)},
    "unknown keys": {"plan": PLAN + "".join(f"key{number}: ก\n" for number in range(15_000))},
    "name of the LAO": {"lao": LAO.replace("name: ตัวอย่าง", f"name: {'ก' * 600_000}")},
    "nested lists": {"narrative": "## idp\n" + "\n".join("    " * level + "- ก" for level in range(200))},
    "brackets": {"narrative": "## idp\n" + "[" * 90_000},
    "links": {"narrative": "## idp\n" + "[ก](ข " * 9_000},
    "quotations": {"narrative": "## idp\n" + ">" * 90_000},
    "elements": {"narrative": "## idp\n" + "<ul><li>" * 11_000},
    "open elements": {"narrative": "## idp\n" + "<a " * 30_000},
    "asterisks": {"narrative": "## idp\n" + "*_" * 45_000},
    "backticks": {"narrative": "## idp\n" + " ".join("`" * length for length in range(400))},
    "cells": {"narrative": "## idp\n" + "|ก" * 200 + "\n" + "|-" * 200 + "\n" + "|\n" * 40_000},
}


def gathered(content: Path) -> set[str]:
    """Return the codes of a build's findings; fail if there are too many of them, or of pages."""
    for name in ("frameworks", "pages"):
        shutil.copytree(PUBLISHED / name, content / name)
    site = gather_pages(Settings(content=content, today=datetime.date(2025, 1, 31)))
    assert site.counts.total() < MOST_LISTED
    assert sum(len(html_of(page)) for page in site.pages) < 50_000_000
    addresses = [page.address for page in site.pages]
    assert len(addresses) == len(set(addresses))
    return {code for _, code in site.counts if code in READING_CODES}


REPORTED = ("projects", "positions by methods", "name of the LAO", "survey of empty cells")


@pytest.mark.parametrize("name", some_in_soak(BOMBS, BOMBS.keys() - set(REPORTED)))  # those are gathered below too
def test_excess_is_rejected_or_shown_and_never_stalls_a_build(name: str, tmp_path: Path) -> None:
    make_lao(tmp_path, **BOMBS[name])
    gathered(tmp_path)


@pytest.mark.parametrize("name", REPORTED)
def test_excess_is_reported(name: str, tmp_path: Path) -> None:
    make_lao(tmp_path, **BOMBS[name])
    assert "SIZE-001" in gathered(tmp_path)


def cycles(folder: Path) -> None:
    for first in range(2500, 2500 + MOST_CYCLES + 1):
        cycle = folder / f"{first}-{first + 9}"
        cycle.mkdir(exist_ok=True)
        (cycle / "plan.yml").write_text(f"cycle: {cycle.name}\nstate: draft\n", "utf-8")


def unread_files(folder: Path) -> None:
    for number in range(3_000):
        (folder / f"x{number}").touch()


FOLDERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "too many cycles": (cycles, "TREE-009"),
    "a cycle in Thai digits beside the same in Arabic ones": (
        lambda folder: shutil.copytree(folder / CYCLE, folder / "๒๕๖๗-๒๕๖๙"),
        "TREE-007",
    ),
    "results in Thai digits": (
        lambda folder: shutil.copy(folder / CYCLE / "results/2567.yml", folder / CYCLE / "results/๒๕๖๗.yml"),
        "TREE-006",
    ),
    "a code in Thai digits": (
        lambda folder: shutil.copytree(folder, folder.with_name("5๙๙๙๙๐๑-tua-yang")),
        "TREE-002",
    ),
    "files that nothing reads": (unread_files, "TREE-006"),
}


@pytest.mark.parametrize(("prepare", "code"), FOLDERS.values(), ids=FOLDERS.keys())
def test_excess_folders_are_reported(prepare: Callable[[Path], object], code: str, tmp_path: Path) -> None:
    prepare(make_lao(tmp_path))
    assert code in gathered(tmp_path)


def test_column_totals_must_match_the_columns(tmp_path: Path) -> None:
    make_lao(tmp_path, plan=('stated_column_totals: ["๑๐,๐๐๐", ""]', 'stated_column_totals: ["๑๐,๐๐๐"]'))
    assert gathered(tmp_path) == {"READ-003"}


def test_hostile_file_names_are_harmless(tmp_path: Path) -> None:
    """Names may contain cursor movements, bidirectional controls and invalid bytes."""
    content = tmp_path / "content"
    folder = make_lao(content)
    names = ["x\x1b[2J\r\n\u202e<img src=x>.yml"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"x\xff\xfe"))
    for name in names:
        try:
            (folder / name).touch()
        except OSError as error:
            # A name that cannot be created here cannot be in a content folder on this system either.
            pytest.skip(f"this file system refuses such names: {error}")
        link(folder / f"{name}-link", folder / "lao.yml")
        (content / "plans" / name).mkdir()
    (content / "pages").mkdir()
    settings = Settings(content=content, today=datetime.date(2025, 1, 31))
    report = write_pages(settings, tmp_path / "out")
    assert {code for _, code in report.counts} >= {"TREE-001", "TREE-002", "TREE-006"}
    for finding in report.findings:
        assert (finding.message + finding.location.file).isprintable()


def test_folders_a_thousand_deep_are_reported(tmp_path: Path) -> None:
    """Deeper than Python's recursion limit."""
    folder = make_lao(tmp_path)
    names = ["a"] * 1_200
    here = Path.cwd()
    try:
        os.chdir(folder)
        for name in names:
            Path(name).mkdir()
            os.chdir(name)
    except OSError as error:
        # The same: skipped where such a path cannot be created.
        pytest.skip(f"this file system refuses paths so long: {error}")
    finally:
        os.chdir(here)
    assert "TREE-006" in gathered(tmp_path)
    while names:  # by halves, because removal recurses too
        names = names[: len(names) // 2]
        deep = folder.joinpath(*names)
        below = deep / "a"
        if below.exists():
            below.rename(folder / f"cut-{len(names)}")
    for cut in [*folder.glob("cut-*"), folder / "a"]:
        if cut.exists():
            shutil.rmtree(cut)
