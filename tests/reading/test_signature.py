"""A folder's signature is equal only if nothing below it can have changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading import content_tree
from generator.reading.content_tree import DiskTree
from tests.building_blocks import CYCLE, make_lao


@pytest.fixture
def lao(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(content_tree, "_SETTLED_NS", 0)
    return make_lao(tmp_path)


def signature(lao: Path) -> str | None:
    return DiskTree(lao.parents[1]).signature(f"plans/{lao.name}")


def same_size_and_time(lao: Path) -> None:
    file = lao / CYCLE / "projects.yml"
    before = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.replace("๑๐,๐๐๐", "๒๐,๐๐๐"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "same size, time set back": same_size_and_time,
    "a new file": lambda lao: (lao / CYCLE / "notes.txt").write_text("", "utf-8"),
    "a file renamed": lambda lao: (lao / CYCLE / "idp.yml").rename(lao / CYCLE / "idp.yml.txt"),
    "a file gone": lambda lao: (lao / CYCLE / "results/2567.yml").unlink(),
    "a new folder": lambda lao: (lao / "2570-2572").mkdir(),
    "a link": lambda lao: (lao / "link.yml").symlink_to("lao.yml"),
    "another file in its place": lambda lao: (lao / "lao.yml").write_bytes((lao / "lao.yml").read_bytes()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_changes_the_signature(name: str, lao: Path) -> None:
    before = signature(lao)
    assert before == signature(lao)
    CHANGES[name](lao)
    assert signature(lao) != before


def test_a_just_changed_folder_has_no_signature(lao: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_tree, "_SETTLED_NS", 60_000_000_000)
    assert signature(lao) is None


def test_a_missing_folder_has_no_signature(lao: Path) -> None:
    assert DiskTree(lao.parents[1]).signature("plans/nobody") is None
