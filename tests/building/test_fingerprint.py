"""Everything that changes pages changes the fingerprint: bytes, names, links, the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.fingerprint import folder_digest, program_fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.yml").write_text("ก", "utf-8")
    (tmp_path / "two.yml").write_text("ข", "utf-8")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "bytes": lambda folder: (folder / "two.yml").write_text("ค", "utf-8"),
    "a name": lambda folder: (folder / "two.yml").rename(folder / "three.yml"),
    "a new file": lambda folder: (folder / "a" / "x").touch(),
    "a new folder": lambda folder: (folder / "b").mkdir(),
    "a link": lambda folder: (folder / "link.yml").symlink_to("two.yml"),
    "a file gone": lambda folder: (folder / "two.yml").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_of_a_folder_changes_its_digest(name: str, folder: Path) -> None:
    before = folder_digest(folder)
    assert before == folder_digest(folder)
    CHANGES[name](folder)
    assert folder_digest(folder) != before


def test_a_missing_folder_has_another_digest_than_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert folder_digest(tmp_path / "empty") != folder_digest(tmp_path / "nothing")


def test_the_program_fingerprint_is_stable() -> None:
    assert program_fingerprint() == program_fingerprint()
    assert len(program_fingerprint()) == 64
