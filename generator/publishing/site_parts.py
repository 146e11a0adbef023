"""Splits a built site into folders: the files of each with hashes, and its name in the store.

All hashes come from the manifests of the build; the store verifies every new file against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.history.manifests import (
    ROOT,
    TEXT,
    ManifestError,
    RootManifest,
    lao_manifest_path,
    read_lao_manifest,
    read_root_manifest,
    read_text_manifest,
    sha256_of,
)
from generator.publishing.part_store import PartFacts, PartStore, SpoiltSiteError, part_name

_LAOS = "lao"
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class SiteParts:
    """The stored folders of a site."""

    names: dict[str, str]
    """Name in the store, by folder."""
    facts: dict[str, PartFacts]
    """Facts, by folder."""

    @property
    def broken(self) -> dict[str, tuple[str, ...]]:
        """Broken links within folders, by folder."""
        return {folder: facts.broken for folder, facts in self.facts.items() if facts.broken}


def put_parts(site: Path, store: PartStore) -> SiteParts:
    """Store every folder of a site; return the parts.

    Raises SpoiltSiteError if a file differs from its manifest, OSError if it cannot be stored.
    """
    root_bytes = _bytes(site, ROOT)
    try:
        root = read_root_manifest(root_bytes)
        national = _national(site, root, sha256_of(root_bytes))
        facts: dict[str, PartFacts] = {}
        for code, mark in root.laos.items():
            folder = f"{_LAOS}/{code}"
            extra = national.pop(folder, {})
            name = part_name({lao_manifest_path(code): mark.manifest, **extra})
            known = store.facts(name)
            facts[folder] = known or store.put(site, folder, {**_of_lao(site, code, mark.manifest), **extra}, name)
        for folder, hashes in national.items():
            facts[folder] = store.put(site, folder, hashes, part_name(hashes))
    except ManifestError as error:
        raise SpoiltSiteError(f"อ่านบัญชีไฟล์ของเว็บไซต์ที่สร้างไว้ไม่ได้ ({error})") from error
    return SiteParts({folder: one.name for folder, one in facts.items()}, facts)


def _national(site: Path, root: RootManifest, own: str) -> dict[str, dict[str, str]]:
    """Return the files of no LAO, by folder; files below `lao/` here belong to former LAOs."""
    found: dict[str, dict[str, str]] = {}
    for path, sha256 in (*root.files.items(), *_of_text(site, root), (ROOT, own)):
        found.setdefault(_folder(path), {})[path] = sha256
    return found


def _folder(path: str) -> str:
    first, _, rest = path.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first == _LAOS else first if rest else ""


def _of_text(site: Path, root: RootManifest) -> Iterator[tuple[str, str]]:
    if root.text:
        yield TEXT, root.text
        yield from read_text_manifest(_checked(site, TEXT, root.text)).items()


def _of_lao(site: Path, code: str, manifest: str) -> dict[str, str]:
    path = lao_manifest_path(code)
    files = read_lao_manifest(_checked(site, path, manifest)).files
    return {path: manifest, **{name: mark.sha256 for name, mark in files.items()}}


def _checked(site: Path, path: str, sha256: str) -> bytes:
    content = _bytes(site, path)
    if sha256_of(content) != sha256:
        raise SpoiltSiteError(f"ไฟล์ {path} ของเว็บไซต์ที่สร้างไว้ไม่ตรงกับบัญชีไฟล์")
    return content


def _bytes(site: Path, path: str) -> bytes:
    try:
        return (site / path).read_bytes()
    except FileNotFoundError as error:
        raise SpoiltSiteError(f"เว็บไซต์ที่สร้างไว้ขาดไฟล์ {path}") from error
