"""The record of what was read has one state of a folder, and its digest covers every visible change."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.reading.content_tree import ContentDigest, DiskTree, FolderEntry, Listing, OutsideError, UnreadableError
from generator.reading.lao_reader import read_lao
from generator.reading.recorded_folder import fingerprint_folder, record_folder
from generator.reading.recording import RecordingTree
from tests.building_blocks import CYCLE, PLAN, PUBLISHED, make_lao
from tests.committed import committed
from tests.symbolic_links import link

CODE = "5999901"
LAO = "plans/5999901-tua-yang"
HASH = hashlib.sha256(b"signed").hexdigest()
DOCUMENTS = f"  - {{id: a, kind: แผน, title: ก, file: แผน.pdf, sha256: {HASH}}}\n"


@dataclass
class CountingTree:
    """A tree that counts requests, and fails for chosen paths."""

    tree: DiskTree
    asked: list[str] = field(default_factory=list)
    gone: tuple[str, ...] = ()
    """Files that vanish between listing and reading."""
    locked: tuple[str, ...] = ()
    """Folders that cannot be listed."""

    def place(self, path: str) -> str:
        return self.tree.place(path)

    def listing(self, folder: str) -> Listing:
        self.asked.append(f"listing {folder}")
        return Listing(failure="Permission denied") if folder in self.locked else self.tree.listing(folder)

    def entry(self, path: str) -> FolderEntry | None:
        self.asked.append(f"entry {path}")
        return self.tree.entry(path)

    def read(self, path: str, limit: int) -> bytes:
        self.asked.append(f"read {path}")
        if path in self.gone:
            raise UnreadableError("No such file or directory")
        return self.tree.read(path, limit)

    def digest(self, path: str, limit: int) -> ContentDigest:
        self.asked.append(f"digest {path}")
        if path in self.gone:
            raise UnreadableError("No such file or directory")
        return self.tree.digest(path, limit)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of an LAO with two attachments, one of them named by the plan."""
    folder = make_lao(tmp_path)
    (folder / CYCLE / "plan.yml").write_text(PLAN + DOCUMENTS, "utf-8")
    documents = folder / CYCLE / "documents"
    documents.mkdir()
    (documents / "แผน.pdf").write_bytes(b"signed")
    (documents / "other.pdf").write_bytes(b"12345")
    return folder


def test_reading_requests_only_what_the_digest_covers(folder: Path, tmp_path: Path) -> None:
    seen = record_folder(DiskTree(tmp_path), LAO)
    digest = seen.recorded().digest
    read_lao(CODE, [LAO], seen, None)
    assert seen.recorded().digest == digest == fingerprint_folder(DiskTree(tmp_path), LAO)


@pytest.mark.parametrize("named_in", ["plan.yml", "results/2567.yml"])
def test_the_digest_covers_a_file_named_without_a_hash(named_in: str, folder: Path, tmp_path: Path) -> None:
    evidence = "projects: [{project: p1, evidence: [{title: ก, file: other.pdf}]}]\n"
    added = "  - {id: b, kind: แผน, title: ข, file: other.pdf}\n" if named_in == "plan.yml" else evidence
    file = folder / CYCLE / named_in
    file.parent.mkdir(exist_ok=True)
    head = "" if named_in == "plan.yml" else "fiscal_year: 2567\nround: 12\nas_of: 30 ก.ย. 2567\n"
    text = file.read_text("utf-8") if named_in == "plan.yml" else head
    file.write_text(text + added, "utf-8")
    seen = record_folder(DiskTree(tmp_path), LAO)
    digest = seen.recorded().digest
    read = read_lao(CODE, [LAO], seen, None)
    assert {one.name for one in read.lao_folder.plans[0].attached} == {"แผน.pdf", "other.pdf"}
    assert seen.recorded().digest == digest


@pytest.mark.parametrize("name", sorted(one.name for one in (PUBLISHED / "plans").iterdir()))
def test_the_digest_of_published_content_covers_its_reading(name: str, tmp_path: Path) -> None:
    seen = record_folder(DiskTree(PUBLISHED), f"plans/{name}")
    digest = seen.recorded().digest
    read_lao(name[:7], [f"plans/{name}"], seen, None)
    assert seen.recorded().digest == digest


def test_each_folder_is_listed_once_and_each_file_read_once(folder: Path, tmp_path: Path) -> None:
    tree = CountingTree(DiskTree(tmp_path))
    read_lao(CODE, [LAO], tree, None)
    assert len(tree.asked) == len(set(tree.asked))
    assert [one for one in tree.asked if one.startswith("digest")] == [f"digest {LAO}/{CYCLE}/documents/แผน.pdf"]


def test_the_hashes_are_of_the_bytes_read(folder: Path, tmp_path: Path) -> None:
    seen = record_folder(DiskTree(tmp_path), LAO)
    (folder / "lao.yml").write_text("code: 1234567\n", "utf-8")
    read = read_lao(CODE, [LAO], seen, None)
    assert read.lao_folder.lao is not None and read.lao_folder.lao.code == CODE
    hashes = {path: digest for path, _, digest in seen.recorded().hashes}
    assert hashes[f"{LAO}/lao.yml"] == hashlib.sha256(seen.read(f"{LAO}/lao.yml", 2_000_000)).hexdigest()
    assert seen.recorded().digest != fingerprint_folder(DiskTree(tmp_path), LAO)


def test_the_digest_does_not_depend_on_the_order_of_requests(folder: Path, tmp_path: Path) -> None:
    one, other = RecordingTree(DiskTree(tmp_path), LAO), RecordingTree(DiskTree(tmp_path), LAO)
    names = [f"{LAO}/lao.yml", f"{LAO}/{CYCLE}/plan.yml"]
    for seen, order in ((one, names), (other, names[::-1])):
        for name in order:
            seen.read(name, 1_000_000)
    assert one.recorded().digest == other.recorded().digest


def test_a_commit_has_the_same_digest_as_the_disk(folder: Path, tmp_path: Path) -> None:
    link(folder / "gone", tmp_path / "none")
    shutil.copytree(tmp_path / "plans", tmp_path / "content" / "plans", symlinks=True)
    tree = committed(tmp_path / "content", tmp_path / "repository.git")
    assert fingerprint_folder(tree, LAO) == fingerprint_folder(DiskTree(tmp_path), LAO)


def rename(old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: (folder / old).rename(folder / new)


def write(name: str, text: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(text)


def to_link(name: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        (folder / name).rename(folder.parents[1] / "elsewhere")
        link(folder / name, folder.parents[1] / "elsewhere")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    **{
        f"a byte of {name}": lambda folder, name=name: (folder / name).write_bytes((folder / name).read_bytes() + b"\n")
        for name in ("lao.yml", *(f"{CYCLE}/{one}" for one in ("plan.yml", "projects.yml", "idp.yml", "narrative.md")))
    },
    "a byte of results": write(f"{CYCLE}/results/2567.yml", b"x: 1"),
    "a file that nothing reads": write("notes.txt", b""),
    "a file in a folder that nothing reads": lambda folder: (folder / "a" / "b").mkdir(parents=True),
    "a name": rename(f"{CYCLE}/idp.yml", f"{CYCLE}/Idp.yml"),
    "the name of a cycle": rename(CYCLE, "2570-2572"),
    "a link for a file": to_link("lao.yml"),
    "a link for a cycle": to_link(CYCLE),
    "an attachment whose hash is stated": write(f"{CYCLE}/documents/แผน.pdf", b"forged"),
    "the size of another attachment": write(f"{CYCLE}/documents/other.pdf", b"1234567"),
    "a file less": lambda folder: (folder / CYCLE / "narrative.md").unlink(),
    "the folder itself": shutil.rmtree,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_visible_change_changes_the_digest(
    change: Callable[[Path], object], folder: Path, tmp_path: Path
) -> None:
    before = fingerprint_folder(DiskTree(tmp_path), LAO)
    change(folder)
    assert fingerprint_folder(DiskTree(tmp_path), LAO) != before


def test_an_invisible_change_keeps_the_digest(folder: Path, tmp_path: Path) -> None:
    before = fingerprint_folder(DiskTree(tmp_path), LAO)
    (folder / CYCLE / "documents" / "other.pdf").write_bytes(b"54321")  # same size as before, and no stated hash
    os.utime(folder / "lao.yml", (1, 1))
    (tmp_path / "plans" / "5999902-x").mkdir()
    assert fingerprint_folder(DiskTree(tmp_path), LAO) == before


@pytest.mark.parametrize("path", ["", "plans", "plans/5999902-x/lao.yml", f"{LAO}/../5999902-x", f"{LAO}x"])
def test_paths_outside_the_folder_raise(path: str, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutsideError):
        RecordingTree(DiskTree(tmp_path), LAO).entry(path)


# A folder that changes while it is read.


@pytest.mark.parametrize(
    "name", ["lao.yml", f"{CYCLE}/plan.yml", f"{CYCLE}/narrative.md", f"{CYCLE}/documents/แผน.pdf"]
)
def test_a_file_that_vanishes_after_listing_is_a_finding(name: str, folder: Path, tmp_path: Path) -> None:
    tree = CountingTree(DiskTree(tmp_path), gone=(f"{LAO}/{name}",))
    read = read_lao(CODE, [LAO], tree, None)
    assert [one.location.file for one in read.lao_folder.findings if one.code == "YAML-013"] == [f"{LAO}/{name}"]
    assert fingerprint_folder(tree, LAO) != fingerprint_folder(DiskTree(tmp_path), LAO)


@pytest.mark.parametrize("inner", ["", f"/{CYCLE}", f"/{CYCLE}/results"])
def test_an_unlistable_folder_is_a_finding_and_not_a_missing_file(inner: str, folder: Path, tmp_path: Path) -> None:
    read = read_lao(CODE, [LAO], CountingTree(DiskTree(tmp_path), locked=(LAO + inner,)), None)
    codes = [(one.code, one.location.file) for one in read.lao_folder.findings]
    assert ("YAML-013", LAO + inner) in codes
    assert "TREE-005" not in [code for code, _ in codes]


def test_a_vanished_lao_has_missing_files(tmp_path: Path) -> None:
    read = read_lao(CODE, [LAO], DiskTree(tmp_path), None)
    assert [one.code for one in read.lao_folder.findings] == ["TREE-005"]
    assert read.lao_folder.lao is None
