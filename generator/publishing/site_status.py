"""State of a site published by pushes, as one record for people and for monitoring."""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass
from typing import Any

from generator.publishing.builder_lock import locked
from generator.publishing.kept_json import read_json
from generator.publishing.previews import previews
from generator.publishing.queue import waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.site_dir import SiteDir


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """Data of `phaen status`."""

    queue: int
    """Number of queued pushes."""
    waiting_since: str | None
    """Time, in UTC, when the oldest of them was accepted."""
    is_building: bool
    live: str | None
    """Id of the live release."""
    live_commit: str | None
    live_since: str | None
    """Its creation time."""
    rolled_back: bool
    """Whether an operator has rolled back, so that new releases do not go live."""
    built: dict[str, Any] | None
    """The last successful build: commit, release, time, seconds."""
    failure: dict[str, Any] | None
    """The last failed build, if none has succeeded since: commit, time, reason."""
    held: dict[str, Any]
    """LAOs that show earlier data, by code: since, reason."""
    flawed: dict[str, str]
    """LAOs whose data cannot be built and that have no earlier data, with the reason."""
    previews: dict[str, str]
    """Addresses of previews of drafts, by code of the LAO: secret, only for the operator."""
    releases: int
    disk: int
    """Bytes of all releases on disk."""
    free: int
    """Free bytes on that disk."""

    @property
    def is_well(self) -> bool:
        """Whether nothing needs the operator's attention."""
        return self.live is not None and self.failure is None and not self.rolled_back

    def to_record(self) -> dict[str, Any]:
        """Return the status as JSON values."""
        return {"well": self.is_well, **asdict(self)}


def site_status(site: SiteDir) -> SiteStatus:
    """Return the status of a site; raise UsageError if the folder was not set up."""
    site.settings()
    folders = ReleaseFolders(site)
    waiting = waiting_pushes(site.queue)
    found = folders.all()
    live = folders.live()
    shown = next((one for one in found if one.id == live), None)
    with locked(site.state / "builder.lock", wait=False) as is_free:
        is_building = not is_free
    return SiteStatus(
        queue=len(waiting),
        waiting_since=waiting[0].push.accepted if waiting else None,
        is_building=is_building,
        live=live,
        live_commit=shown.commit if shown else None,
        live_since=shown.made if shown else None,
        rolled_back=read_json(site.state / "held.json") is not None,
        built=read_json(site.state / "built.json"),
        failure=read_json(site.state / "failure.json"),
        held={code: {"since": one.since, "reason": one.reason} for code, one in shown.held.items()} if shown else {},
        flawed=dict(shown.flawed) if shown else {},
        previews=previews(site),
        releases=len(found),
        disk=folders.disk(),
        free=shutil.disk_usage(site.root).free,
    )
