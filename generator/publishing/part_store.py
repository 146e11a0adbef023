"""Immutable folders that releases are made of, named by hash: one per LAO, one per national folder.

A folder is added by hard-linking the files of the new site, verifying them against their manifests, and renaming it
into place. It never changes afterwards: builds replace files and never modify them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.links import OutsideSiteError, Target, ids_of, links_of, target_of
from generator.errors import PhaenError
from generator.publishing.kept_json import read_json, write_json

_UNFINISHED = ".new-"
_GONE = ".old-"


class SpoiltSiteError(PhaenError):
    """A file of the built site differs from its manifest: a disk error, or a manual change."""


@dataclass(frozen=True, slots=True)
class PartFacts:
    """Facts about a stored folder."""

    name: str
    size: int
    """Total bytes."""
    count: int
    """Number of files."""
    broken: tuple[str, ...]
    """Broken links within it, as `page: link`."""
    outward: tuple[Target, ...]
    """Targets of its links to other parts of the site."""


class PartStore:
    """All stored folders, by name."""

    def __init__(self, store: Path, facts: Path) -> None:
        """Take the folder of parts, and the folder of the facts about them."""
        self._store = store
        self._facts = facts

    def place(self, name: str) -> Path:
        """Return the path of a folder."""
        return self._store / name

    def facts(self, name: str) -> PartFacts | None:
        """Return the facts of a folder; None if it is not in the store."""
        found = read_json(self._facts / f"{name}.json")
        if found is None or not self.place(name).is_dir():
            return None
        outward = tuple(Target(*target) for target in found["outward"])
        return PartFacts(name, found["size"], found["count"], tuple(found["broken"]), outward)

    def put(self, site: Path, folder_path: str, hashes: Mapping[str, str], name: str) -> PartFacts:
        """Add a folder of the site unless it is there; return its facts.

        `hashes` has the SHA-256 of every file by path below the site. Raises SpoiltSiteError if a file differs, OSError
        if it cannot be stored.
        """
        known = self.facts(name)
        if known:
            return known
        work = self._store / f"{_UNFINISHED}{name}"
        shutil.rmtree(work, ignore_errors=True)
        if self.place(name).is_dir():  # its facts were lost
            self.remove(name)
        work.mkdir(parents=True)
        try:
            size = _fill(site, folder_path, hashes, work)
            facts = _facts_of(work, folder_path, hashes, name, size)
            content = {"size": size, "count": len(hashes), "broken": facts.broken, "outward": facts.outward}
            write_json(self._facts / f"{name}.json", content)
            work.rename(self.place(name))
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        return facts

    def names(self) -> set[str]:
        """Return the names of all folders."""
        return {entry.name for entry in os.scandir(self._store) if not entry.name.startswith(".")}

    def remove(self, name: str) -> None:
        """Remove a folder: it disappears atomically, before its files are deleted."""
        (self._facts / f"{name}.json").unlink(missing_ok=True)
        gone = self._store / f"{_GONE}{name}"
        shutil.rmtree(gone, ignore_errors=True)
        self.place(name).rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def recover(self) -> None:
        """Delete leftovers of killed builders."""
        for entry in self._store.glob(".*"):
            shutil.rmtree(entry, ignore_errors=True)


def part_name(hashes: Mapping[str, str]) -> str:
    """Return the name of a folder with these files."""
    text = "".join(f"{path}\0{sha256}\n" for path, sha256 in sorted(hashes.items()))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _fill(site: Path, folder_path: str, hashes: Mapping[str, str], work: Path) -> int:
    """Link every file into a folder and verify its hash; return the total bytes."""
    size = 0
    for path, sha256 in hashes.items():
        target = work / path.removeprefix(f"{folder_path}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            link_file(site / path, target)
        except FileNotFoundError as error:
            raise SpoiltSiteError(f"เว็บไซต์ที่สร้างไว้ขาดไฟล์ {path}") from error
        with target.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
                raise SpoiltSiteError(f"ไฟล์ {path} ของเว็บไซต์ที่สร้างไว้ไม่ตรงกับบัญชีไฟล์")
            size += os.fstat(stream.fileno()).st_size
    return size


def link_file(source: Path, target: Path) -> None:
    """Hard-link a file, or copy it if that fails."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:  # another device, or no hard links; if the copy fails too, its error counts
        shutil.copyfile(source, target, follow_symlinks=False)


def _facts_of(work: Path, folder_path: str, hashes: Mapping[str, str], name: str, size: int) -> PartFacts:
    prefix = f"{folder_path}/" if folder_path else ""
    texts = {
        path: (work / path.removeprefix(prefix)).read_text("utf-8", "replace")
        for path in hashes
        if path.endswith(".html") and path != "404.html"  # served at any address
    }
    ids = {path: ids_of(text) for path, text in texts.items()}
    broken: list[str] = []
    outward: set[Target] = set()
    for page, text in texts.items():
        for link in links_of(text):
            try:
                target = target_of(page, link)
            except OutsideSiteError:
                broken.append(f"{page}: {link}")
                continue
            if target is None:
                continue
            if not _is_inside(target.path, folder_path):
                outward.add(target)
            elif target.path not in hashes or (target.anchor and target.anchor not in ids.get(target.path, ())):
                broken.append(f"{page}: {link}")
    return PartFacts(name, size, len(hashes), tuple(sorted(broken)), tuple(sorted(outward)))


def _is_inside(path: str, folder_path: str) -> bool:
    return path.startswith(f"{folder_path}/") if folder_path else "/" not in path


def unmet_links(site: Path, parts: Mapping[str, PartFacts]) -> dict[Target, list[str]]:
    """Return the broken links between parts of a site, with the folders that contain them."""
    wanted: dict[Target, list[str]] = {}
    for folder, facts in parts.items():
        for target in facts.outward:
            wanted.setdefault(target, []).append(folder)
    ids: dict[str, set[str] | None] = {}
    for target in wanted:
        if target.path not in ids or (target.anchor and ids[target.path] == set()):
            ids[target.path] = _ids_in(site / target.path, is_asked=bool(target.anchor))
    return {target: folders for target, folders in wanted.items() if _is_unmet(target, ids[target.path])}


def _ids_in(file: Path, *, is_asked: bool) -> set[str] | None:
    """Return the anchors of a page if needed; None if there is no such file."""
    if not file.is_file():
        return None
    return ids_of(file.read_text("utf-8", "replace")) if is_asked and file.suffix == ".html" else set()


def _is_unmet(target: Target, ids: set[str] | None) -> bool:
    return ids is None or bool(target.anchor and target.path.endswith(".html") and target.anchor not in ids)
