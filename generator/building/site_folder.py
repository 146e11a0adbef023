"""The finished site on disk, and what the last build knows of it, so that a build touches only what has changed.

The record lies with the kept results, not in the site: the site's bytes say nothing of how it was made. It holds for
one very folder, told by the marker file of the build that filled it, and is void from when the folder begins to change.
A build that is killed then leaves whole files, and the next build makes the folder anew from what is kept.
"""

from __future__ import annotations

import hashlib
import json
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
"""Folder of the site with a folder for each LAO."""


@dataclass
class SiteRecord:
    """What is in a site's folder."""

    units: dict[str, Unit] = field(default_factory=dict)
    """Of every LAO, by code."""
    files: dict[str, str] = field(default_factory=dict)
    """Hash of every other published file but the full text, by path."""
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Of LAOs whose folder can be known again without reading it: its signature, and the hash of what was read."""
    stages: dict[str, Any] = field(default_factory=dict)
    """Of later stages (full text, work in the background), what they were made from."""


class SiteFolder:
    """A folder that holds a site, or will."""

    def __init__(self, out: Path, records: Path | None) -> None:
        """Take the folder, and the one in which records are kept; None where nothing is kept."""
        self.out = out
        self.target = out.resolve()
        name = file_hash(str(self.target).encode("utf-8", "surrogateescape"))
        self._file = records and records / f"{name}.json"

    def record(self) -> SiteRecord | None:
        """Return what is known of the folder; None where nothing is, or where somebody else has filled it since."""
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
        """Remember what is in the folder now; where that cannot be kept, the next build makes it anew."""
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
        """Make the record void: the folder is about to change. The marker's time is what tells, on any cache."""
        if (self.target / MARKER).exists():
            (self.target / MARKER).touch()

    def _marker(self) -> list[int]:
        status = (self.target / MARKER).stat()
        return [status.st_dev, status.st_ino, status.st_mtime_ns]


@dataclass(frozen=True)
class Change:
    """What a build changes in a site; new files stand in `stage` under their own paths."""

    stage: Path
    old: Path
    """Where folders go that are taken out."""

    def apply(self, site: Path, changed: Iterable[str], gone: Iterable[str], files: Iterable[str]) -> None:
        """Take out what is gone, and put changed LAOs and files into the site. Every step leaves whole files.

        What is gone goes first: an LAO with a new code leaves files of another kind at its former addresses.
        """
        self.old.mkdir(exist_ok=True)
        for path in gone:
            self._take_out(site, path)
        for code in changed:
            self._swap(site / LAOS / code, self.stage / LAOS / code)
        for path in files:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.stage / path).replace(site / path)

    def _swap(self, place: Path, new: Path) -> None:
        place.parent.mkdir(exist_ok=True)
        if place.exists():
            place.rename(self.old / place.name)
        new.rename(place)

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
def staging(site: SiteFolder, content: Path) -> Iterator[Change]:
    """Hand out an empty folder beside the site for what is new.

    Raises UsageError when the site's folder holds something that no build made, or lies in the content folder.
    """
    refuse_unfit(site.out, site.target, content.resolve())
    with work_folder(site.target) as work:
        stage = work / "new"
        stage.mkdir()
        yield Change(stage, work / "old")


def replace_site(site: SiteFolder, change: Change) -> None:
    """Put the staged folder, which is a whole site, in the place of what stands there."""
    (change.stage / MARKER).touch()
    change_over(change.stage, site.target, change.old, site.out)


def changed_files(old: Mapping[str, str], new: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files whose bytes are not those of the record."""
    return {path: content for path, content in new.items() if old.get(path) != file_hash(content)}


def file_hash(content: bytes) -> str:
    """Return by what a record knows a file."""
    return hashlib.sha256(content).hexdigest()
