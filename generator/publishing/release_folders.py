"""Releases on disk: one folder of symlinks into the store each, one of them live; rollback and deletion.

The symlink `current` changes by one rename, so web servers show the whole old or the whole new release. A record is
written before its folder appears, and the folder appears by a rename: a killed builder leaves nothing incomplete.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.publishing.builder_lock import locked
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.part_store import PartStore, link_file
from generator.publishing.site_dir import SiteDir

_UNFINISHED = ".new-"
_GONE = ".old-"


@dataclass(frozen=True, slots=True)
class Held:
    """An LAO for which a release shows earlier data than the commit's."""

    tree: str
    """Git's tree id of the data that is not shown."""
    commit: str
    """The commit of the data that is shown."""
    since: str
    """Day of the commit with the data that is not shown, such as `2026-11-28`."""
    reason: str
    """Reason in Thai."""


@dataclass(frozen=True, slots=True)
class Release:
    """Record of a release."""

    id: str
    """`<time>-<commit>`; ids sort by time."""
    commit: str
    made: str
    """Creation time in UTC, such as `2026-11-28T16:30:05Z`."""
    program: str
    """Fingerprint of the program that made it."""
    parts: Mapping[str, str]
    """Name in the store, by folder of the site; "" is the site's own folder."""
    size: int
    """Bytes of all files; most are shared with other releases."""
    held: Mapping[str, Held] = field(default_factory=dict)
    """LAOs that show earlier data, by code."""
    flawed: Mapping[str, str] = field(default_factory=dict)
    """LAOs whose data cannot be built and that have no earlier data, with the reason."""
    changed: tuple[str, ...] = ()
    """LAOs whose pages differ from the release before."""
    seconds: float = 0.0
    """Time taken to make it."""


def release_from_json(found: Any) -> Release:
    """Return the release of a JSON record."""
    held = {code: Held(**one) for code, one in found["held"].items()}
    return Release(**{**found, "held": held, "changed": tuple(found["changed"])})


class ReleaseFolders:
    """All releases of a site."""

    def __init__(self, site: SiteDir) -> None:
        """Take the folder of the site."""
        self._site = site
        self.parts = PartStore(site.store, site.facts)

    def all(self) -> list[Release]:
        """Return every release, newest first."""
        try:
            names = sorted((entry.name for entry in os.scandir(self._site.releases)), reverse=True)
        except FileNotFoundError:
            return []
        found = (read_json(self._site.records / f"{name}.json") for name in names if not name.startswith("."))
        return [release_from_json(one) for one in found if one]

    def live(self) -> str | None:
        """Return the id of the live release; None before the first."""
        try:
            name = os.path.basename(os.readlink(self._site.current))  # noqa: PTH115, PTH119 - the link's own text
        except OSError:
            return None
        return name if (self._site.releases / name).is_dir() else None

    def add(self, release: Release) -> Path:
        """Create the folder of a release from stored parts, and return it."""
        work = self._site.releases / f"{_UNFINISHED}{release.id}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        try:
            (work / "lao").mkdir()
            for folder, name in release.parts.items():
                if folder:
                    (work / folder).symlink_to(f"{'../' * folder.count('/')}../../store/{name}")
            for file in sorted(self.parts.place(release.parts[""]).iterdir()):
                link_file(file, work / file.name)  # not a symlink: servers look for index.html and 404.html
            write_json(self._site.records / f"{release.id}.json", asdict(release))
            work.rename(self._site.releases / release.id)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        return self._site.releases / release.id

    def switch(self, release: str) -> None:
        """Make a release live by one rename. Call with `switching` held."""
        fresh = self._site.root / f".current-{os.getpid()}"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(f"releases/{release}")
        fresh.replace(self._site.current)

    def switching(self) -> Any:
        """Return the lock for changing `current`, the rollback's marker and old releases."""
        return locked(self._site.state / "switch.lock", wait=True)

    def remove(self, release: str) -> None:
        """Delete a release; its parts stay until `collect`."""
        gone = self._site.releases / f"{_GONE}{release}"
        (self._site.releases / release).rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
        (self._site.records / f"{release}.json").unlink(missing_ok=True)

    def rename_commits(self, new: Mapping[str, str]) -> None:
        """Replace commit ids in records by their new ones after a redaction."""
        for record in sorted(self._site.records.glob("*.json")):
            found = read_json(record)
            if found is None:
                continue
            found["commit"] = new.get(found["commit"], found["commit"])
            for held in found["held"].values():
                held["commit"] = new.get(held["commit"], held["commit"])
            write_json(record, found)

    def keep_only_live(self) -> None:
        """Delete every release that is not live, and the parts that only they had."""
        live = self.live()
        found = self.all()
        for release in found:
            if release.id != live:
                self.remove(release.id)
        self._keep_parts(one for one in found if one.id == live)

    def recover(self) -> None:
        """Delete leftovers of killed builders: unfinished releases and links, records without a folder."""
        for entry in (*self._site.releases.glob(".*"), *self._site.root.glob(".current-*")):
            if entry.is_symlink():
                entry.unlink(missing_ok=True)
            else:
                shutil.rmtree(entry, ignore_errors=True)
        for record in self._site.records.glob("*.json"):
            if not (self._site.releases / record.stem).is_dir():
                record.unlink(missing_ok=True)
        self.parts.recover()

    def collect(self, keep: int, limit: int) -> list[str]:
        """Delete the oldest releases beyond `keep`, and beyond `limit` bytes on disk; return their ids.

        The live release and the newest two always stay. Stored folders are deleted with the last release that uses
        them.
        """
        found, live = self.all(), self.live()
        sizes = {name: facts.size for name in self.parts.names() if (facts := self.parts.facts(name))}
        kept = [one for place, one in enumerate(found) if place < max(keep, 2) or one.id == live]
        while len(kept) > 2 and _disk(kept, sizes) > limit:
            oldest = next((one for one in reversed(kept[2:]) if one.id != live), None)
            if oldest is None:
                break
            kept.remove(oldest)
        gone = [one.id for one in found if one not in kept]
        for release in gone:
            self.remove(release)
        self._keep_parts(kept)
        return gone

    def _keep_parts(self, kept: Iterable[Release]) -> None:
        """Delete the stored folders that none of these releases uses."""
        for name in self.parts.names() - {name for one in kept for name in one.parts.values()}:
            self.parts.remove(name)

    def disk(self) -> int:
        """Return the total bytes of all releases on disk."""
        return sum(facts.size for name in self.parts.names() if (facts := self.parts.facts(name)))


def _disk(releases: list[Release], sizes: Mapping[str, int]) -> int:
    return sum(sizes.get(name, 0) for name in {name for one in releases for name in one.parts.values()})


def new_id(commit: str, seconds: float) -> str:
    """Return the id of a release made now."""
    whole = time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds))
    return f"{whole}{int(seconds % 1 * 1000):03d}Z-{commit[:12]}"


def roll_back(site: SiteDir, steps: int = 1, to: str | None = None) -> tuple[str, str]:
    """Make an earlier release live and stay there; return the ids of the previous and the new live release.

    `steps` counts from the live release; negative numbers go forward. New releases do not go live until an operator
    runs `phaen publish`, so that the next push does not undo the rollback. Raises UsageError if there is no such
    release.
    """
    folders = ReleaseFolders(site)
    with folders.switching():
        ids, live = [one.id for one in folders.all()], folders.live()
        if live is None or live not in ids:
            raise UsageError("ยังไม่มีเว็บไซต์ที่เผยแพร่ จึงย้อนไม่ได้")
        place = ids.index(live) + steps if to is None else _place_of(ids, to)
        if not 0 <= place < len(ids):
            have = f"มีรุ่นเก่ากว่านี้ {len(ids) - 1 - ids.index(live)} รุ่น และใหม่กว่านี้ {ids.index(live)} รุ่น"
            raise UsageError(f"ไม่มีรุ่นนั้น {have} ดูด้วย phaen releases")
        write_json(site.state / "held.json", {"since": time.time(), "release": ids[place], "instead_of": live})
        folders.switch(ids[place])
    return live, ids[place]


def _place_of(ids: list[str], to: str) -> int:
    found = [place for place, one in enumerate(ids) if one == to or (len(to) >= 6 and to in one)]
    if len(found) != 1:
        raise UsageError(f"ไม่มีรุ่น “{to[:60]}” ดูด้วย phaen releases" if not found else f"“{to[:60]}” ตรงกับหลายรุ่น")
    return found[0]
