"""The folder of a site that is published by pushes, and what the operator decided when it was set up.

current      link to the release that is live; the web server's root
releases/    one folder a release, of links into store/
records/     what is known of each release: commit, time, parts
store/       immutable folders by hash, shared by releases; facts/ tells what is in each
previews/    drafts at unguessable addresses; the web server shows them below /preview/
queue/       accepted pushes that wait
state/       last failure, rollback, what was built last
work/        checkouts and the site as it was built last; cache/ results of earlier builds. Both may be deleted
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from generator.errors import UsageError
from generator.publishing.kept_json import read_json, write_json

_SETTINGS = "site.json"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the operator decided; kept in `site.json`."""

    repository: str
    """The bare repository that officers push to."""
    config: str
    """The installed mkdocs.yml: nothing pushed replaces it."""
    access: str = ""
    """The access file: who may push what."""
    site_url: str = ""
    """Where the site stands; empty where mkdocs.yml says it, or nobody does."""
    keep: int = 20
    """Releases that are kept at most."""
    limit: int = 10_000_000_000
    """Bytes that releases may take; the oldest go first."""
    preview_days: int = 14
    """Days after which a preview of a draft is gone."""
    preview_url: str = ""
    """Address below which the web server shows previews/, with a slash at the end."""


@dataclass(frozen=True, slots=True)
class SiteDir:
    """Paths in the folder of a site."""

    root: Path

    @property
    def current(self) -> Path:
        """Link to the release that is live."""
        return self.root / "current"

    @property
    def releases(self) -> Path:
        """One folder a release."""
        return self.root / "releases"

    @property
    def records(self) -> Path:
        """One file a release."""
        return self.root / "records"

    @property
    def store(self) -> Path:
        """Immutable folders by hash."""
        return self.root / "store"

    @property
    def facts(self) -> Path:
        """One file for each folder of the store."""
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
        """Files of the builder."""
        return self.root / "state"

    @property
    def work(self) -> Path:
        """What may be deleted while no builder runs."""
        return self.root / "work"

    @property
    def cache(self) -> Path:
        """Results of earlier builds."""
        return self.root / "cache"

    def settings(self) -> SiteSettings:
        """Return what the operator decided; raise UsageError for a folder that was not set up."""
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
        """Make the folder and keep what the operator decided. Raises OSError."""
        for folder in (self.releases, self.records, self.store, self.facts, self.queue, self.state, self.previews):
            folder.mkdir(parents=True, exist_ok=True)
        write_json(self.root / _SETTINGS, asdict(settings))


def store_of(release: Path) -> Path | None:
    """Return the store that a release's links lead into; None for a folder that is no release."""
    site = release.resolve().parent.parent
    return site / "store" if (site / _SETTINGS).is_file() and release.resolve().parent.name == "releases" else None
