"""The finished site on disk, and the last build's record of it, so that a build writes only what changed.

The record is in the cache, not in the site: the site's bytes do not depend on how it was made. It is valid for one
folder, identified by the marker file of the build that filled it, and is invalidated before the folder changes. A
killed build leaves whole files, and the next build makes the folder again from the cache. Files that may be in use are
replaced atomically.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.building.replacing import MARKER, change_over, refuse_unfit, work_folder
from generator.building.unit import Unit, unit_from_record

_FORMAT = 3
LAOS = "lao"
"""Folder of the site with one folder per LAO."""


@dataclass
class SiteRecord:
    """Contents of a site's folder."""

    units: dict[str, Unit] = field(default_factory=dict)
    """Unit of every LAO, by code."""
    files: dict[str, str] = field(default_factory=dict)
    """Hash of every other published file apart from the full text, by path."""
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Signature of an LAO's folder, to recognise it without reading it, and the hash of what was read."""
    stages: dict[str, Any] = field(default_factory=dict)
    """Keys of later stages (full text, background outputs)."""


class SiteFolder:
    """The folder of a site, existing or new."""

    def __init__(self, out: Path, records: Path | None) -> None:
        """Take the site's folder and the folder of records, None if nothing is cached."""
        self.out = out
        self.target = out.resolve()
        name = file_hash(str(self.target).encode("utf-8", "surrogateescape"))
        self._file = records and records / f"{name}.json"

    def record(self) -> SiteRecord | None:
        """Return the record of the folder, None if there is none or another program has filled the folder since."""
        if self._file is None:
            return None
        try:
            written = json.loads(self._file.read_text("utf-8"))
            if written["format"] != _FORMAT or written["marker"] != self._marker():
                return None
            units = {code: unit_from_record(key, rest) for code, key, rest in written["units"]}
            here = {entry.name for entry in (self.target / LAOS).iterdir()} if units else set()
            moved = {path.split("/")[1] for path in written["files"] if path.startswith(f"{LAOS}/")}
            whole = here == set(units) | moved and all((self.target / path).is_file() for path in written["files"])
            seen = {code: (signature, digest) for code, signature, digest in written["seen"]}
            return SiteRecord(units, written["files"], seen, written["stages"]) if whole else None
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def keep(self, record: SiteRecord) -> None:
        """Write the record; if that fails, the next build makes the folder again."""
        if self._file is None:
            return
        units = [[code, unit.key, unit.to_record()] for code, unit in sorted(record.units.items()) if unit.key]
        written = {
            "format": _FORMAT,
            "marker": self._marker(),
            "units": units,
            "files": record.files,
            "seen": [[code, *seen] for code, seen in sorted(record.seen.items())],
            "stages": record.stages,
        }
        part = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(written), "utf-8")
            part.replace(self._file)
        except OSError:
            return

    def forget(self) -> None:
        """Invalidate the record before the folder changes, by the marker's time, which works with any cache."""
        if (self.target / MARKER).exists():
            (self.target / MARKER).touch()

    def _marker(self) -> list[int]:
        status = (self.target / MARKER).stat()
        return [status.st_dev, status.st_ino, status.st_mtime_ns]


@dataclass(frozen=True)
class SiteChange:
    """Changes of a build to a site; new files are in `stage` under their final paths."""

    stage: Path
    old: Path
    """Folder for removed files."""

    def apply(self, site: Path, changed: Iterable[str], gone: Iterable[str], files: Iterable[str]) -> None:
        """Delete `gone` and move changed LAOs and files into the site; every step leaves whole files.

        `gone` goes first: an LAO with a new code leaves files of another kind at its former addresses.
        """
        self.old.mkdir(exist_ok=True)
        for path in gone:
            self._take_out(site, path)
        for code in changed:
            self._swap(site / LAOS / code, self.stage / LAOS / code)
        for path in files:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.stage / path).replace(site / path)

    def _swap(self, path: Path, new: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            path.rename(self.old / path.name)
        new.rename(path)

    def _take_out(self, site: Path, path: str) -> None:
        place = site / path
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == site or any(folder.iterdir()):
                return
            folder.rmdir()


@contextmanager
def staging(site: SiteFolder, content: Path) -> Iterator[SiteChange]:
    """Yield an empty staging folder beside the site.

    Raises UsageError if the site's folder holds files that no build wrote, or is inside the content folder.
    """
    refuse_unfit(site.out, site.target, content.resolve())
    with work_folder(site.target) as work:
        stage = work / "new"
        stage.mkdir()
        yield SiteChange(stage, work / "old")


def replace_site(site: SiteFolder, change: SiteChange) -> None:
    """Replace the site's folder by the staged one, which is a whole site."""
    (change.stage / MARKER).touch()
    change_over(change.stage, site.target, change.old, site.out)


def changed_files(old: Mapping[str, str], new: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files whose bytes differ from the record."""
    return {path: content for path, content in new.items() if old.get(path) != file_hash(content)}


def file_hash(content: bytes) -> str:
    """Return the hash of a file for the record."""
    return hashlib.sha256(content).hexdigest()


TEXT_FOLDER = "text"
"""Folder of the full text."""
DATA_FOLDER = "data"
"""Folder of the national data files."""


def put_file(file: Path, content: bytes) -> None:
    """Replace a file atomically, as it may be in use."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(file)


def keep_full_text(old: Path, fresh: Path) -> None:
    """Let a new site serve the full text of the replaced site until its own is written.

    The files are hard links where the file system allows: writing replaces a file and never modifies it.
    """
    if (old / TEXT_FOLDER).is_dir() and not (old / TEXT_FOLDER).is_symlink():
        shutil.copytree(old / TEXT_FOLDER, fresh / TEXT_FOLDER, dirs_exist_ok=True, symlinks=True, copy_function=_link)


def keep_data_files(old: Path, fresh: Path) -> None:
    """Let a new site serve the national data files of the replaced site until its own are written."""
    for file in sorted((old / DATA_FOLDER).rglob("*")):
        target = fresh / file.relative_to(old)
        if file.is_file() and not file.is_symlink() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(str(file), str(target))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        # No hard links (another device, FAT), or none without following symlinks (Windows): copy. If copying fails too,
        # the build ends.
        shutil.copy2(source, target, follow_symlinks=False)
