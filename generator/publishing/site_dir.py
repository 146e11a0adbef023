"""The folder of a site published by pushes, and the operator's settings.

current      symlink to the live release; the web server's root
releases/    one folder per release, of symlinks into store/
records/     one record per release: commit, time, parts
store/       immutable folders by hash, shared by releases; facts/ describes each
previews/    drafts at unguessable addresses; the web server shows them below /preview/
queue/       accepted pushes that wait
state/       last failure, rollback, last build
work/        checkouts and the last built site; cache/ results of earlier builds. Both may be deleted
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from generator.errors import UsageError
from generator.publishing.kept_json import read_json, write_json

_SETTINGS = "site.json"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Settings of the operator, stored in `site.json`."""

    repository: str
    """The bare repository that officers push to."""
    config: str
    """The installed mkdocs.yml; pushes cannot replace it."""
    access: str = ""
    """The access file with the permissions of pushes."""
    site_url: str = ""
    """Address of the site; empty if mkdocs.yml states it, or if unknown."""
    keep: int = 20
    """Most releases to keep."""
    limit: int = 10_000_000_000
    """Most bytes of releases on disk; the oldest are deleted first."""
    preview_days: int = 14
    """Days until a preview of a draft is deleted."""
    preview_url: str = ""
    """Address at which the web server shows previews/, with a trailing slash."""


@dataclass(frozen=True, slots=True)
class SiteDir:
    """Paths in the folder of a site."""

    root: Path

    @property
    def current(self) -> Path:
        """Symlink to the live release."""
        return self.root / "current"

    @property
    def releases(self) -> Path:
        """One folder per release."""
        return self.root / "releases"

    @property
    def records(self) -> Path:
        """One file per release."""
        return self.root / "records"

    @property
    def store(self) -> Path:
        """Immutable folders by hash."""
        return self.root / "store"

    @property
    def facts(self) -> Path:
        """One file per stored folder."""
        return self.root / "facts"

    @property
    def previews(self) -> Path:
        """Drafts by their unguessable names."""
        return self.root / "previews"

    @property
    def queue(self) -> Path:
        """Accepted pushes that wait."""
        return self.root / "queue"

    @property
    def state(self) -> Path:
        """State files of the builder."""
        return self.root / "state"

    @property
    def work(self) -> Path:
        """Work files; may be deleted while no builder runs."""
        return self.root / "work"

    @property
    def cache(self) -> Path:
        """Results of earlier builds."""
        return self.root / "cache"

    def settings(self) -> SiteSettings:
        """Return the operator's settings; raise UsageError if the folder was not set up."""
        found = read_json(self.root / _SETTINGS)
        if not isinstance(found, dict) or not all(isinstance(found.get(key), str) for key in ("repository", "config")):
            raise UsageError(
                f"{self.root} ยังไม่ได้ตั้งเป็นโฟลเดอร์เว็บไซต์ ตั้งด้วย phaen hooks install คลังข้อมูล --site {self.root}"
            )
        known = {field.name: field.type for field in fields(SiteSettings)}
        kinds = {name: int if kind == "int" else str for name, kind in known.items()}
        wrong = [name for name, value in found.items() if name in kinds and type(value) is not kinds[name]]
        if wrong:
            raise UsageError(f"{self.root / _SETTINGS}: ค่าของ {wrong[0]} ใช้ไม่ได้")
        return SiteSettings(**{name: value for name, value in found.items() if name in known})

    def set_up(self, settings: SiteSettings) -> None:
        """Create the folder and store the operator's settings. Raises OSError."""
        for folder in (self.releases, self.records, self.store, self.facts, self.queue, self.state, self.previews):
            folder.mkdir(parents=True, exist_ok=True)
        write_json(self.root / _SETTINGS, asdict(settings))


def store_of(release: Path) -> Path | None:
    """Return the store that a release's links refer to; None if the folder is not a release."""
    site = release.resolve().parent.parent
    return site / "store" if (site / _SETTINGS).is_file() and release.resolve().parent.name == "releases" else None
