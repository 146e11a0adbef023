"""How a site that is published by pushes is doing, as one record for people and for monitoring."""

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
    """What `phaen status` tells."""

    queue: int
    """Accepted pushes that wait."""
    waiting_since: str | None
    """When the oldest of them was accepted, in UTC."""
    is_building: bool
    live: str | None
    """Id of the release that is live."""
    live_commit: str | None
    live_since: str | None
    """When it was made."""
    rolled_back: bool
    """Whether an operator has rolled back, so that new releases do not go live."""
    built: dict[str, Any] | None
    """The last build that succeeded: commit, release, when, seconds."""
    failure: dict[str, Any] | None
    """The last build that failed, if none has succeeded since: commit, when, reason."""
    held: dict[str, Any]
    """LAOs that show earlier data: since, reason, by code."""
    flawed: dict[str, str]
    """LAOs whose data cannot be built and that have no earlier data, with the reason."""
    previews: dict[str, str]
    """Addresses of previews of drafts, by code of the LAO: secrets, for the operator alone."""
    releases: int
    disk: int
    """Bytes that all releases take."""
    free: int
    """Bytes that are free where they lie."""

    @property
    def is_well(self) -> bool:
        """Whether nothing needs an operator."""
        return self.live is not None and self.failure is None and not self.rolled_back

    def to_record(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {"well": self.is_well, **asdict(self)}


def site_status(site: SiteDir) -> SiteStatus:
    """Return how a site is doing; raise UsageError for a folder that was not set up."""
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
