"""Manifests are read back as written, and their hashes are computed as in earlier versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.building.replacing import MARKER
from generator.history.manifests import (
    LEFT_OUT,
    SCHEMA,
    LaoManifest,
    ManifestError,
    SchemaError,
    mark_of,
    read_lao_manifest,
    read_root_manifest,
    read_text_manifest,
)
from generator.reading.content_tree import DiskTree
from generator.reading.recorded_folder import fingerprint_folder


def test_a_manifest_round_trips() -> None:
    manifest = LaoManifest("5999901", "0" * 64, None, {"lao/5999901/index.html": mark_of(b"x")})
    assert read_lao_manifest(manifest.to_bytes()) == manifest


@pytest.mark.parametrize("read", [read_lao_manifest, read_root_manifest, read_text_manifest])
@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'{"schema":1}', b'{"schema":1,"laos":{"1":2},"files":{"a":1},"left_out":{}}'],
)
def test_invalid_manifests_raise(read: type, content: bytes) -> None:
    with pytest.raises(ManifestError):
        read(content)


@pytest.mark.parametrize("commit", ["--output=x", "HEAD", "1" * 39, 5])
def test_an_invalid_commit_id_is_rejected(commit: object) -> None:
    manifest = LaoManifest("5999901", "", None, {}).to_bytes()
    with pytest.raises(ManifestError):
        read_lao_manifest(manifest.replace(b"null", json.dumps(commit).encode()))


def test_another_schema_raises_its_own_error() -> None:
    with pytest.raises(SchemaError):
        read_lao_manifest(b'{"schema":99,"files":{}}')


def test_the_marker_file_of_a_site_is_not_hashed() -> None:
    assert MARKER in LEFT_OUT


def test_the_hash_of_a_folder_is_stable(tmp_path: Path) -> None:
    """If this fails, earlier manifests cannot be compared with commits: increase SCHEMA."""
    folder = tmp_path / "plans" / "5999901-x"
    (folder / "2567-2569" / "results").mkdir(parents=True)
    for name in ("lao.yml", "2567-2569/plan.yml", "2567-2569/projects.yml", "2567-2569/results/2567.yml"):
        (folder / name).write_bytes(name.encode())
    assert SCHEMA == 1
    assert fingerprint_folder(DiskTree(tmp_path), "plans/5999901-x") == (
        "801a0cc8d6f7c1df85f47bd70113739c1c735e0c897f771b067fc83f0dccd68e"
    )
