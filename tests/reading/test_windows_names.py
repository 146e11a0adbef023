"""Names that Windows cannot store are reported, for files of documents/ and for ids that become file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.pushed_paths import wrong_name
from generator.reading.content_tree import DiskTree
from generator.reading.lao_reader import read_lao
from generator.reading.windows_names import MOST_TOLD, fits_windows
from tests.building_blocks import CODE, CYCLE, make_lao


def reported(content: Path) -> list[str]:
    folder = next((content / "plans").iterdir()).name
    read = read_lao(CODE, [f"plans/{folder}"], DiskTree(content), None)
    return [one.location.file for one in read.lao_folder.findings if one.code == "TREE-015"]


@pytest.mark.parametrize("name", ["CON.pdf", "a:b?.pdf", "nul", "com1.tar.gz", "แผน .", "แผน|1.pdf", " แผน.pdf"])
def test_the_check_and_the_push_refuse_the_same_names(name: str) -> None:
    assert not fits_windows(name)
    assert wrong_name(name) == "ใช้กับ Windows ไม่ได้"


@pytest.mark.parametrize("name", ["contract.pdf", "แผน ลงนาม.pdf", "nullable.pdf", "com10.pdf", "a.con.pdf"])
def test_similar_names_are_fine(name: str) -> None:
    assert fits_windows(name)
    assert wrong_name(name) == ""


@pytest.mark.parametrize("identifier", ["con", "nul"])
def test_an_id_that_becomes_a_file_name_is_reported(tmp_path: Path, identifier: str) -> None:
    make_lao(tmp_path, plan=("id: signed-plan", f"id: {identifier}"))
    assert reported(tmp_path) == [f"plans/{CODE}-tua-yang/{CYCLE}/plan.yml"]


def test_only_the_first_of_many_files_are_reported(tmp_path: Path) -> None:
    documents = make_lao(tmp_path) / CYCLE / "documents"
    documents.mkdir()
    for number in range(MOST_TOLD + 1):
        (documents / f"สแกน {number}?.pdf").write_bytes(b"%PDF-")
    assert len(reported(tmp_path)) == MOST_TOLD
