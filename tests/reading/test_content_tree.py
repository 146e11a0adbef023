"""Content trees on disk and in a commit give the same answers and the same LAO."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.findings import Finding
from generator.reading.content_tree import (
    ContentDigest,
    ContentTree,
    DiskTree,
    EntryKind,
    FolderEntry,
    Listing,
    OutsideError,
    TooLargeError,
    UnreadableError,
)
from generator.reading.folders import find_lao_folders, find_symlinks
from generator.reading.former_codes import stated_former_codes
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao, read_lao
from tests.building_blocks import CYCLE, PLAN, PUBLISHED, make_lao
from tests.committed import committed
from tests.symbolic_links import link

TREES = ("disk", "commit")
LAO = "plans/5999901-tua-yang"
DOCUMENTS = """\
  - {id: a, kind: แผน, title: ก, file: แผน.pdf, sha256: SHA}
  - {id: b, kind: แผน, title: ข, file: large.pdf}
  - {id: c, kind: แผน, title: ค, file: none.pdf}
"""


@pytest.fixture(params=TREES)
def tree_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Path], ContentTree]:
    """Return a function that makes a tree of a folder: the folder itself, or a commit of it."""

    def made(content: Path) -> ContentTree:
        return DiskTree(content) if request.param == "disk" else committed(content, tmp_path / "repository.git")

    return made


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one LAO and everything that must not be read."""
    content = tmp_path / "content"
    folder = make_lao(content)
    documents = folder / CYCLE / "documents"
    documents.mkdir()
    (documents / "แผน.pdf").write_bytes(b"signed")
    with (documents / "large.pdf").open("wb") as stream:
        stream.truncate(5_000_001)
    plan = folder / CYCLE / "plan.yml"
    plan.write_text(PLAN + DOCUMENTS.replace("SHA", hashlib.sha256(b"draft").hexdigest()), "utf-8")
    plan.chmod(0o755)
    (folder / CYCLE / "Projects.YML").write_text("x", "utf-8")
    (folder / CYCLE / "idp.yml").rename(folder / CYCLE / "idp.yml.txt")
    (folder / CYCLE / "narrative.md").write_bytes(b"## idp\n\n" * 100_000)
    (folder / CYCLE / "results" / "2568.yml").write_bytes(b"# 2 MB\n" * 400_000)
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "notes.txt").write_text("x", "utf-8")
    (folder / "๒๕๗๐-๒๕๗๒").mkdir()
    (folder / "๒๕๗๐-๒๕๗๒" / "plan.yml").write_text(PLAN, "utf-8")
    link(folder / "guidelines.yml", folder / "lao.yml")
    link(folder / "2570-2572", folder / CYCLE)
    link(folder / "gone", tmp_path / "none")
    return content


def answers(tree: ContentTree, content: Path) -> dict[str, object]:
    """Return all answers of a tree about a content folder."""
    said: dict[str, object] = {}
    waiting = [""]
    while waiting:
        path = waiting.pop()
        said[path] = (tree.entry(path), tree.listing(path))
        for one in tree.listing(path).entries:
            inner = f"{path}/{one.name}" if path else one.name
            waiting.append(inner)
            if one.kind is EntryKind.FILE:
                said[f"bytes of {inner}"] = tree.read(inner, 10_000_000) == (content / inner).read_bytes()
    return said


def read_all(tree: ContentTree) -> list[ReadLao]:
    """Return every LAO of a tree, as read."""
    ids = read_frameworks(tree).entry_ids()
    return [read_lao(code, folders, tree, ids) for code, folders in find_lao_folders(tree)[0].items()]


def test_a_commit_gives_the_same_answers_as_the_disk(content: Path, tmp_path: Path) -> None:
    said = answers(DiskTree(content), content)
    assert answers(committed(content, tmp_path / "repository.git"), content) == said
    assert all(one for name, one in said.items() if name.startswith("bytes of "))


def test_an_lao_is_the_same_from_disk_and_from_a_commit(content: Path, tmp_path: Path) -> None:
    from_disk, from_commit = read_all(DiskTree(content)), read_all(committed(content, tmp_path / "repository.git"))
    assert from_disk == from_commit
    codes = {finding.code for read in from_disk for finding in read.lao_folder.findings}
    assert codes >= {"TREE-001", "TREE-006", "TREE-007", "TREE-010", "TREE-011", "TREE-012", "TREE-013", "TEXT-003"}


def test_published_content_is_the_same_from_disk_and_from_a_commit(tmp_path: Path) -> None:
    disk, commit = DiskTree(PUBLISHED), committed(PUBLISHED, tmp_path / "repository.git")
    assert read_frameworks(disk) == read_frameworks(commit)
    assert read_all(disk) == read_all(commit)
    assert stated_former_codes(disk) == stated_former_codes(commit)
    assert find_symlinks(disk, "pages") == find_symlinks(commit, "pages")


def test_entries_are_sorted_by_name_with_kinds_and_sizes(
    tree_of: Callable[[Path], ContentTree], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    (content / "a" / "folder").mkdir(parents=True)
    (content / "a" / "folder" / "x").touch()
    (content / "a" / "ข").write_bytes(b"12")
    (content / "a" / "b.yml").write_bytes(b"12345")
    link(content / "a" / "link", content / "a" / "b.yml")
    listing = Listing(
        (
            FolderEntry("b.yml", EntryKind.FILE, 5),
            FolderEntry("folder", EntryKind.FOLDER),
            FolderEntry("link", EntryKind.SYMLINK),
            FolderEntry("ข", EntryKind.FILE, 2),
        )
    )
    tree = tree_of(content)
    assert tree.listing("a") == listing
    assert tuple(tree.entry(f"a/{one.name}") for one in listing.entries) == listing.entries


def test_a_missing_folder_has_no_entries(tree_of: Callable[[Path], ContentTree], content: Path) -> None:
    tree = tree_of(content)
    for path in ("none", "none/none", f"{LAO}/lao.yml", f"{LAO}/lao.yml/x"):
        assert tree.listing(path) == Listing()
    assert tree.entry("none") is None
    assert tree.entry(f"{LAO}/lao.yml/x") is None
    with pytest.raises(UnreadableError):
        tree.read("none", 10)


def test_nothing_is_read_through_a_symbolic_link(tree_of: Callable[[Path], ContentTree], content: Path) -> None:
    tree = tree_of(content)
    with pytest.raises(UnreadableError) as refused:
        tree.read(f"{LAO}/guidelines.yml", 10_000)
    assert refused.value.reason is None
    assert tree.listing(f"{LAO}/2570-2572") == Listing()
    assert tree.entry(f"{LAO}/2570-2572/plan.yml") is None
    with pytest.raises(UnreadableError):
        tree.read(f"{LAO}/2570-2572/plan.yml", 10_000)


def test_reading_a_folder_as_a_file_raises(tree_of: Callable[[Path], ContentTree], content: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        tree_of(content).read(LAO, 10)
    assert refused.value.reason is None


def test_a_file_above_the_limit_is_not_read(tree_of: Callable[[Path], ContentTree], content: Path) -> None:
    tree = tree_of(content)
    size = (content / LAO / "lao.yml").stat().st_size
    assert len(tree.read(f"{LAO}/lao.yml", size)) == size
    assert tree.digest(f"{LAO}/lao.yml", size) == ContentDigest.of((content / LAO / "lao.yml").read_bytes())
    with pytest.raises(TooLargeError) as refused:
        tree.read(f"{LAO}/lao.yml", size - 1)
    assert refused.value.size == size


@pytest.mark.parametrize(
    "path",
    ["..", "plans/..", "plans/../../etc/passwd", "/etc/passwd", "plans//x", "./plans", "plans/.", "a\0b", "plans/"],
)
def test_no_path_leads_out_of_the_content_folder(
    tree_of: Callable[[Path], ContentTree], content: Path, path: str
) -> None:
    tree = tree_of(content)
    for ask in (tree.listing, tree.entry, lambda path: tree.read(path, 10), lambda path: tree.digest(path, 10)):
        with pytest.raises(OutsideError):
            ask(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_are_not_utf8_are_listed_and_read(tree_of: Callable[[Path], ContentTree], tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    name = os.fsdecode(b"x\xff\n.yml")
    (content / name).write_bytes(b"a: 1")
    tree = tree_of(content)
    assert tree.listing("").entries == (FolderEntry(name, EntryKind.FILE, 4),)
    assert tree.read(name, 10) == b"a: 1"


def test_without_plans_the_error_names_the_searched_folder(
    tree_of: Callable[[Path], ContentTree], tmp_path: Path
) -> None:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "index.md").touch()
    tree = tree_of(tmp_path / "content")
    with pytest.raises(UsageError) as raised:
        find_lao_folders(tree)
    assert tree.place("plans") in str(raised.value)


# Specific to a disk.


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_reported_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yml")
    assert DiskTree(tmp_path).entry("plan.yml") == FolderEntry("plan.yml", EntryKind.OTHER)
    with pytest.raises(UnreadableError):
        DiskTree(tmp_path).read("plan.yml", 10)


def test_a_content_folder_may_be_reached_by_a_symlink(content: Path, tmp_path: Path) -> None:
    link(tmp_path / "way", content)
    assert DiskTree(tmp_path / "way").listing("plans") == DiskTree(content).listing("plans")


def test_a_disk_tree_can_be_pickled(content: Path) -> None:
    tree = DiskTree(content)
    assert pickle.loads(pickle.dumps(tree)) == tree  # noqa: S301  # our own bytes


def test_folders_below_the_search_depth_are_an_error(tmp_path: Path) -> None:
    folder = make_lao(tmp_path)
    folder.joinpath(*"a" * 60).mkdir(parents=True)
    found: list[Finding] = find_symlinks(DiskTree(tmp_path), LAO)
    assert [finding.code for finding in found] == ["SIZE-001"]
