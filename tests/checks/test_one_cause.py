"""One slip of an officer gives one finding: what cannot be read is not reported as missing too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.checks.runner import check_lao
from tests.checks.case import BLAMELESS, CODE, FOLDER, NAMES, TODAY, reference
from tests.on_disk import read_on_disk

BUDGET = "    budget: ๖๐,๐๐๐\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("projects", BUDGET, "    budget = ๖๐,๐๐๐\n", "YAML-029"),
        ("projects", BUDGET, "    budget：๖๐,๐๐๐\n", "YAML-029"),
        ("projects", BUDGET, "\tbudget: ๖๐,๐๐๐\n", "YAML-022"),
        ("projects", BUDGET, '    budget: "๖๐,๐๐๐\n', "YAML-027"),
        ("projects", BUDGET, "    งบประมาณ: ๖๐,๐๐๐\n", "READ-002"),
        ("projects", BUDGET, "    buget: ๖๐,๐๐๐\n", "READ-002"),
        ("projects", BUDGET + "    periods: {", BUDGET + "    periods: {{", "YAML-025"),
        ("projects", "ปฏิบัติงานได้ตามมาตรฐาน}", "ปฏิบัติงานได้ตามมาตรฐาน}}", "YAML-025"),
        ("plan", "state: announced", "state: มีผลแล้ว", "READ-003"),
        ("plan", "budget_basis: whole_cycle", "budget_basis: รวมกัน", "READ-003"),
        ("results", "{project: s1t1-1, status: done", "{project: s1t1-1, status: เลื่อน", "READ-003"),
    ],
)
def test_what_cannot_be_read_is_not_reported_as_missing(
    file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert codes(tmp_path, file, old, new) == [code]


def test_a_reference_to_nothing_is_not_compared_with_names_and_sums(tmp_path: Path) -> None:
    text = (BLAMELESS / NAMES["projects"]).read_text("utf-8")
    old = text[: text.index("  - id: s1t1-2")]
    assert codes(tmp_path, "projects", old, old.replace("[clerk-office]", "[clerk-office; finance]")) == ["REF-001"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("projects", "strategy: s1\n    tactic: s1t2", "strategy: ความรู้\n    tactic: s1t2", "REF-001"),
        ("results", "{project: s1t1-1", "{project: s1t1-11", "REF-001"),
    ],
)
def test_sums_and_lists_of_an_unknown_reference_are_not_judged(
    file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert codes(tmp_path, file, old, new) == [code]


def codes(content: Path, file: str, old: str, new: str) -> list[str]:
    """Return the codes of all findings, of reading and of the rules, after one change."""
    folder = content / "plans" / FOLDER
    shutil.copytree(BLAMELESS, folder)
    path = folder / NAMES[file]
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    known = reference(TODAY)
    read = read_on_disk(CODE, folder, content, frozenset(known.entries))
    return [one.code for one in (*read.lao_folder.findings, *check_lao(read, known))]
