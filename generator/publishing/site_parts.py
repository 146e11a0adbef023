"""A built site in, its folders out: which files each has by hash, and under which name the store keeps it.

Everything is taken from the manifests that the build wrote; the store holds every new file against them.
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
    """The folders of a site, put into the store."""

    names: dict[str, str]
    """Name in the store by folder."""
    facts: dict[str, PartFacts]
    """What is known of each, by folder."""

    @property
    def broken(self) -> dict[str, tuple[str, ...]]:
        """Links within folders that lead nowhere, by folder."""
        return {folder: facts.broken for folder, facts in self.facts.items() if facts.broken}


def put_parts(site: Path, store: PartStore) -> SiteParts:
    """Put every folder of a site into the store.

    Raises SpoiltSiteError where a file is not what the manifests say, OSError where the store cannot take it.
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
    """Return the files that belong to no LAO, by folder; those below `lao/` are of LAOs that the site has no more."""
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
