"""Writes the manifests: one per LAO with its unit, one for the full text, and the root over all.

Hashes come from making the files: files of unchanged LAOs are not read again.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from generator.building.replacing import MARKER
from generator.building.site_folder import LAOS, SiteRecord, put_file
from generator.building.store import Store, get_object, unpack
from generator.building.unit import Unit
from generator.history.history_index import read_history
from generator.history.manifests import (
    ROOT,
    TEXT,
    LaoManifest,
    LaoMark,
    ManifestError,
    RootManifest,
    lao_manifest_path,
    mark_of,
    read_lao_manifest,
    sha256_of,
    text_manifest,
)
from generator.reading.content_tree import DiskTree
from generator.reading.folders import find_lao_folders
from generator.reading.former_codes import stated_former_codes
from generator.settings import Settings

MANIFEST = "manifest"
"""Key of an LAO's manifest among its stored outputs."""


def with_manifest(
    mark: LaoMark, code: str, published: Mapping[str, Mapping[str, bytes]], before: LaoManifest | None = None
) -> tuple[LaoMark, dict[str, bytes]]:
    """Return the mark of an LAO with its manifest over the published files, and the manifest as a file.

    `before` is the manifest over the outputs made earlier.
    """
    made = {path: mark_of(content) for files in published.values() for path, content in files.items()}
    files = {**(before.files if before else {}), **made}
    content = LaoManifest(code, mark.content, mark.commit, files).to_bytes()
    return mark._replace(manifest=sha256_of(content)), {lao_manifest_path(code): content}


def kept_manifest(store: Store, unit: Unit) -> LaoManifest | None:
    """Return the stored manifest of a unit, None if missing."""
    content = get_object(store, unit.objects[MANIFEST]) if MANIFEST in unit.objects else None
    try:
        return read_lao_manifest(unpack(content)[lao_manifest_path(unit.code)]) if content else None
    except ManifestError:
        return None


def put_root(site: Path, site_url: str, head: str, now: SiteRecord) -> None:
    """Write the root manifest of a site if it changed."""
    content = root_manifest(site_url, head, now)
    try:
        is_there = (site / ROOT).read_bytes() == content
    except OSError:
        is_there = False
    if not is_there:
        put_file(site / ROOT, content)


def root_manifest(site_url: str, head: str, now: SiteRecord) -> bytes:
    """Return the root manifest of a site record; `head` is the last commit, empty if there is none."""
    laos = {code: unit.mark for code, unit in now.units.items()}
    text = now.stages.get("text", {}).get("manifest")
    files = {**now.files, **now.stages.get("data", {}).get("files", {})}
    return RootManifest(site_url, _commit(head, laos), laos, files, text).to_bytes()


def _commit(head: str, laos: Mapping[str, LaoMark]) -> str | None:
    """Return the commit that was built, None if an LAO's folder differs from it."""
    return head if head and all(mark.commit for mark in laos.values() if mark.content) else None


def write_manifests(settings: Settings, site: Path, site_url: str) -> None:
    """Write all manifests of a finished site from its files, for `mkdocs build`, which caches nothing."""
    # Late: both import the readers, which an unchanged build does without.
    from generator.history.saved_commit import saved_commit
    from generator.reading.recorded_folder import fingerprint_folder

    tree = DiskTree(settings.content)
    history, former_codes = read_history(settings.content), stated_former_codes(tree)
    marks = {}
    for code, folders in find_lao_folders(tree, settings.only)[0].items():
        files = {path: (site / path).read_bytes() for path in _files(site, f"{LAOS}/{code}")}
        files.pop(lao_manifest_path(code), None)
        digest = fingerprint_folder(tree, folders[0])
        codes = (*former_codes.get(folders[0].rpartition("/")[2], ()), code)
        mark = LaoMark("", digest, saved_commit(history, codes, folders[0], digest))
        marks[code], manifest = with_manifest(mark, code, {"": files})
        for path, content in manifest.items():
            (site / path).write_bytes(content)
    hashes = {path: sha256_of((site / path).read_bytes()) for path in _files(site, "") if _is_national(path, marks)}
    text = text_manifest({path: hashes.pop(path) for path in list(hashes) if path.startswith("text/")})
    put_file(site / TEXT, text)
    root = RootManifest(site_url, _commit(history.head, marks), marks, hashes, sha256_of(text))
    (site / ROOT).write_bytes(root.to_bytes())


def _is_national(path: str, codes: Container[str]) -> bool:
    folder, _, below = path.partition("/")
    return not (folder == LAOS and below.partition("/")[0] in codes) and path not in (ROOT, TEXT, MARKER)


def _files(site: Path, folder_path: str) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in (site / folder_path).rglob("*") if file.is_file())
