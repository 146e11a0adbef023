"""A content tree overlaid with a workbook's files."""

from __future__ import annotations

from pathlib import Path

from generator.intake.overlay_tree import OverlayTree
from generator.reading.content_tree import ContentDigest, DiskTree, EntryKind


def a_tree(folder: Path) -> OverlayTree:
    (folder / "plans" / "a").mkdir(parents=True)
    (folder / "plans" / "a" / "old.yml").write_bytes(b"old")
    (folder / "plans" / "a" / "plan.yml").write_bytes(b"old")
    files = {"plans/a/plan.yml": b"new", "plans/b/lao.yml": b"b"}
    return OverlayTree(DiskTree(folder), files, frozenset({"plans/a/old.yml"}))


def test_overlaid_files_are_read_from_memory_and_others_from_disk(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    (tmp_path / "plans" / "a" / "idp.yml").write_bytes(b"disk")
    assert (tree.read("plans/a/plan.yml", 9), tree.read("plans/a/idp.yml", 9)) == (b"new", b"disk")
    assert tree.digest("plans/a/idp.yml", 9) == ContentDigest.of(b"disk")
    assert tree.digest("plans/a/plan.yml", 9) == ContentDigest.of(b"new")


def test_listing_merges_both_and_omits_hidden_files(tmp_path: Path) -> None:
    tree = a_tree(tmp_path)
    assert [one.name for one in tree.listing("plans").entries] == ["a", "b"]
    assert [one.name for one in tree.listing("plans/a").entries] == ["plan.yml"]
    entry = tree.entry("plans/b")
    assert entry is not None and entry.kind is EntryKind.FOLDER
    assert tree.entry("plans/a/old.yml") is None
