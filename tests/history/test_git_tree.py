"""Cases specific to commits: submodules, missing objects, crafted trees, several versions."""

from __future__ import annotations

from pathlib import Path

import pygit2
import pytest
from pygit2.enums import FileMode, ObjectType

from generator.errors import UsageError
from generator.history.git_tree import GitTree
from generator.reading.content_tree import EntryKind, FolderEntry, Listing, OutsideError, UnreadableError
from generator.reading.lao_reader import read_lao
from tests.building_blocks import make_lao
from tests.committed import WHO, commit_tree, committed

LAO = "plans/5999901-tua-yang"


def repository(path: Path, **entries: tuple[bytes, FileMode]) -> pygit2.Repository:
    """Return a repository with one commit of these files."""
    made = pygit2.init_repository(str(path), bare=True)
    builder = made.TreeBuilder()
    for name, (content, mode) in entries.items():
        builder.insert(name, made.create_blob(content), mode)
    commit_tree(made, builder.write())
    return made


def lose(repository: Path, oid: pygit2.Oid) -> None:
    """Delete an object from a repository."""
    file = repository / "objects" / str(oid)[:2] / str(oid)[2:]
    file.chmod(0o600)
    file.unlink()


def test_every_version_is_read_unchanged(tmp_path: Path) -> None:
    made = repository(tmp_path, lao=(b"first", FileMode.BLOB))
    first = str(made.head.target)
    builder = made.TreeBuilder()
    builder.insert("lao", made.create_blob(b"second"), FileMode.BLOB)
    made.create_commit("HEAD", WHO, WHO, "content", builder.write(), [made.head.target])
    assert GitTree(tmp_path, first).read("lao", 10) == b"first"
    assert GitTree(tmp_path, "HEAD").read("lao", 10) == b"second"
    assert GitTree(tmp_path, "HEAD~1").commit == first


def test_the_content_folder_may_be_below_the_repository_root(tmp_path: Path) -> None:
    make_lao(tmp_path / "work" / "content")
    committed(tmp_path / "work", tmp_path / "repository.git")
    tree = GitTree(tmp_path / "repository.git", "HEAD", "content")
    assert tree.entry(LAO) == FolderEntry("5999901-tua-yang", EntryKind.FOLDER)
    assert tree.place("plans") == f"{tree.commit[:12]}:content/plans"
    with pytest.raises(OutsideError):
        GitTree(tmp_path / "repository.git", "HEAD", "../content")


def test_an_executable_is_a_file_and_a_symlink_is_not(tmp_path: Path) -> None:
    repository(tmp_path, run=(b"12", FileMode.BLOB_EXECUTABLE), link=(b"run", FileMode.LINK))
    tree = GitTree(tmp_path, "HEAD")
    assert tree.listing("").entries == (FolderEntry("link", EntryKind.SYMLINK), FolderEntry("run", EntryKind.FILE, 2))
    assert tree.read("run", 10) == b"12"


def test_a_submodule_is_reported_and_never_entered(tmp_path: Path) -> None:
    made = repository(tmp_path, lao=(b"x", FileMode.BLOB))
    builder = made.TreeBuilder()
    builder.insert("module", made.head.target, FileMode.COMMIT)  # an existing commit
    commit = made.create_commit(None, WHO, WHO, "content", builder.write(), [])
    tree = GitTree(tmp_path, str(commit))
    assert tree.listing("").entries == (FolderEntry("module", EntryKind.OTHER),)
    assert tree.listing("module") == Listing()
    assert tree.entry("module/lao") is None
    with pytest.raises(UnreadableError):
        tree.read("module", 10)


def test_a_missing_file_object_is_a_finding(tmp_path: Path) -> None:
    make_lao(tmp_path / "content")
    found = committed(tmp_path / "content", tmp_path / "repository.git")
    oid = pygit2.Repository(str(tmp_path / "repository.git")).revparse_single(f"HEAD:{LAO}/2567-2569/projects.yml").id
    lose(tmp_path / "repository.git", oid)
    tree = GitTree(tmp_path / "repository.git", found.commit)
    assert tree.entry(f"{LAO}/2567-2569/projects.yml") == FolderEntry("projects.yml", EntryKind.FILE)
    read = read_lao("5999901", [LAO], tree, None)
    assert ("YAML-013", f"{LAO}/2567-2569/projects.yml") in {
        (one.code, one.location.file) for one in read.lao_folder.findings
    }
    assert read.lao_folder.lao is not None


def test_a_missing_tree_object_is_a_finding_and_not_a_missing_file(tmp_path: Path) -> None:
    make_lao(tmp_path / "content")
    found = committed(tmp_path / "content", tmp_path / "repository.git")
    lose(
        tmp_path / "repository.git",
        pygit2.Repository(str(tmp_path / "repository.git")).revparse_single(f"HEAD:{LAO}/2567-2569").id,
    )
    read = read_lao("5999901", [LAO], GitTree(tmp_path / "repository.git", found.commit), None)
    [plan] = read.lao_folder.plans
    assert [one.code for one in read.lao_folder.findings] == [one.code for one in plan.findings] == ["YAML-013"]


def test_a_crafted_tree_leads_to_no_file_outside(tmp_path: Path) -> None:
    made = repository(tmp_path, lao=(b"x", FileMode.BLOB))
    blob = made.create_blob(b"x").raw
    raw = b"".join(b"100644 " + name + b"\0" + blob for name in (b".", b"..", b"a/b", b"lao"))
    commit = made.create_commit(None, WHO, WHO, "content", made.write(ObjectType.TREE, raw), [])
    assert GitTree(tmp_path, str(commit)).listing("").entries == (FolderEntry("lao", EntryKind.FILE, 1),)


@pytest.mark.parametrize("commit", ["none", "", "HEAD:lao", "0" * 40, "\0", "-x"])
def test_a_missing_commit_raises(tmp_path: Path, commit: str) -> None:
    repository(tmp_path, lao=(b"x", FileMode.BLOB))
    with pytest.raises(UsageError):
        GitTree(tmp_path, commit)


def test_a_folder_without_repository_raises(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        GitTree(tmp_path, "HEAD")
