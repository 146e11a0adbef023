"""Files with nearly the right name are reported with the right one; other files are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading.content_tree import DiskTree
from generator.reading.folders import misnamed_files

CYCLE, LAO, RESULTS = "2567-2569", "5999901-tua-yang", "results"


def folder_with(parent: Path, folder: str, *names: str) -> Path:
    made = parent / folder
    made.mkdir()
    for name in names:
        (made / name).write_text("")
    return made


def misnamed_in(folder: Path) -> dict[str, str]:
    return misnamed_files(DiskTree(folder.parent), folder.name)


@pytest.mark.parametrize(
    ("folder", "name", "meant"),
    [
        (CYCLE, "projects.yml.txt", "projects.yml"),
        (CYCLE, "projects.yaml", "projects.yml"),
        (CYCLE, "projects .yml", "projects.yml"),
        (CYCLE, "Projects.YML", "projects.yml"),
        (CYCLE, "project.yml", "projects.yml"),
        (CYCLE, "plan.yml.bak", "plan.yml"),
        (CYCLE, "plan - Copy.yml", "plan.yml"),
        (CYCLE, "สำเนาของ plan.yml", "plan.yml"),
        (CYCLE, "ipd.yml", "idp.yml"),
        (CYCLE, "idp", "idp.yml"),
        (CYCLE, "โครงการ.yml", "projects.yml"),
        (CYCLE, "Narrative.md.txt", "narrative.md"),
        (LAO, "lao.yaml", "lao.yml"),
        (LAO, "guideline.yml", "guidelines.yml"),
        (RESULTS, "2567.yaml", "2567.yml"),
        (RESULTS, "๒๕๖๗.yml", "2567.yml"),
        (RESULTS, "ปี 2567.yml.txt", "2567.yml"),
        (RESULTS, "results-2567.yml", "2567.yml"),
        (RESULTS, "67.yml", "2567.yml"),
        (RESULTS, "ผลการดำเนินงานปี 2567-6.yaml", "2567-6.yml"),
        (CYCLE, "projects.json", "projects.yml"),
    ],
)
def test_a_nearly_right_name_is_reported_with_the_right_one(tmp_path: Path, folder: str, name: str, meant: str) -> None:
    assert misnamed_in(folder_with(tmp_path, folder, name)) == {meant: name}


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (CYCLE, "plan.docx"),
        (CYCLE, "map.yml"),
        (CYCLE, "notes.txt"),
        (CYCLE, "planning.yml"),
        (RESULTS, "2567.pdf"),
        (RESULTS, "25.yml"),
    ],
)
def test_an_unrelated_name_is_not_reported(tmp_path: Path, folder: str, name: str) -> None:
    assert misnamed_in(folder_with(tmp_path, folder, name)) == {}


def test_a_copy_beside_the_right_file_is_not_reported(tmp_path: Path) -> None:
    assert misnamed_in(folder_with(tmp_path, CYCLE, "plan.yml", "plan.yml.bak")) == {}


def test_a_folder_can_be_misnamed_too(tmp_path: Path) -> None:
    (folder_with(tmp_path, CYCLE) / "Result").mkdir()
    assert misnamed_in(tmp_path / CYCLE) == {"results": "Result"}
