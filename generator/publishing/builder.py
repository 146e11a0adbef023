"""The single builder of a site: takes all accepted pushes off the queue and makes one release of them.

Pushes during a build are in the next release, so a hundred pushes in a minute cause a few builds. If it is killed, the
next run resumes: a push leaves the queue only when live, and a tip of main without a release is built even if the
queue was lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import PhaenError
from generator.findings import printable_lines
from generator.publishing.access import read_landing_access
from generator.publishing.builder_lock import locked
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.landing import land, waiting_refs
from generator.publishing.part_store import SpoiltSiteError
from generator.publishing.previews import make_previews, take_out_expired
from generator.publishing.pushed_objects import open_push
from generator.publishing.pushed_refs import MAIN
from generator.publishing.queue import moment, remove_pushes, waiting_pushes
from generator.publishing.release_making import Made, ReleaseMaker
from generator.publishing.site_dir import SiteDir

_LONGEST_REST = 10.0
"""Longest pause, in seconds, between the starts of consecutive builds."""
_REST = 2.0
"""Seconds added to the pause per consecutive build: a single push is built at once, many together."""

_LOOK = 0.25
"""Seconds between polls of the queue."""
_LONGEST_PATIENCE = 60.0
"""Longest pause, in seconds, between attempts after failures."""

Say = Callable[[str], None]


@dataclass
class Builder:
    """The builder of one site. Tests replace `sleep` and `clock`."""

    site: SiteDir
    maker: ReleaseMaker
    say: Say = lambda _: None
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    made: list[Made] = field(default_factory=list)
    """Results of this run, one per build."""

    def run(self, *, by_hand: bool = False) -> bool:
        """Build until the queue is empty; return False if another builder is running, which then builds.

        `by_hand` builds main in any case and ends a rollback. Raises PhaenError or OSError if a build fails; the queue
        is unchanged then.
        """
        if by_hand:
            self.request()
        while self.is_needed():
            with locked(self.site.state / "builder.lock", wait=False) as is_ours:
                if not is_ours:
                    return False
                self._build_all()
            # Pushes that came while the lock was held found it taken and left their work in the queue: check it again.
        return True

    def follow(self, *, rounds: int | None = None) -> None:
        """Run for ever: build every push, and on each new day; after failures retry with growing pauses.

        `rounds` limits the number of polls, for tests.
        """
        patience = _LOOK
        while rounds is None or rounds > 0:
            rounds = None if rounds is None else rounds - 1
            try:
                self.run()
                patience = _LOOK
            except (PhaenError, OSError) as error:
                self.say(f"สร้างไม่สำเร็จ: {error}")
                patience = min(_LONGEST_PATIENCE, max(1.0, patience * 2))
            self.sleep(patience)

    def request(self) -> None:
        """Request a build by hand: ends a rollback, and builds main even if the queue is empty."""
        with self.maker.folders.switching():
            (self.site.state / "held.json").unlink(missing_ok=True)
        write_json(self.site.state / "requested.json", {"when": moment(self.clock())})

    def is_needed(self) -> bool:
        """Return whether there is anything to do."""
        return self._is_requested() or bool(waiting_pushes(self.site.queue)) or self._is_behind()

    def _is_requested(self) -> bool:
        return (self.site.state / "requested.json").exists()

    def _is_behind(self) -> bool:
        """Return whether main or the day differs from the last build and from the last failed one."""
        tip, day = self.maker.checkout.tip(MAIN), self.maker.today().isoformat()
        known = [self._state("built"), self._state("failure")]
        return tip is not None and not any((one.get("commit"), one.get("day")) == (tip, day) for one in known)

    def _build_all(self) -> None:
        self.maker.recover()
        self._land_waiting()
        in_a_row = 0
        while self.is_needed():
            started = self.clock()
            self._build()
            in_a_row += 1
            if waiting_pushes(self.site.queue):
                rest = min(_LONGEST_REST, _REST * in_a_row) - (self.clock() - started)
                self.sleep(max(0.0, rest))

    def _land_waiting(self) -> None:
        """Merge pushes into main that were accepted when the server died, unless only the hooks may write there."""
        if not self.maker.settings.access:
            return
        objects = open_push(Path(self.maker.settings.repository), {})
        try:
            access = read_landing_access(Path(self.maker.settings.access))
        except PhaenError as error:
            self.say(f"เพิ่มสิ่งที่รับไว้ลงใน main ไม่ได้: {error}")
            return
        for ref, tip in waiting_refs(objects):
            try:
                land(objects, access, ref, tip)
            except (PhaenError, OSError) as error:  # the others still land
                self.say(f"เพิ่ม {ref} ลงใน main ไม่ได้: {error}")

    def _build(self) -> None:
        """Make one release of all queued pushes, and previews of drafts."""
        is_asked = self._is_requested() or self._is_behind()
        (self.site.state / "requested.json").unlink(missing_ok=True)
        waiting = waiting_pushes(self.site.queue)  # before reading the tip: later pushes stay in the queue
        drafts = [one for one in waiting if one.push.is_draft]
        commit = self.maker.checkout.tip(MAIN)
        try:
            if commit and (is_asked or len(drafts) < len(waiting)):
                self._release(commit)
            failed = make_previews(self.site, self.maker, [one.push for one in drafts], self.clock())
        except Exception as error:
            self._remember_failure(commit, error)
            raise
        remove_pushes(waiting)
        for reason in failed:
            self.say(reason)
            self._remember_failure(commit, PhaenError(reason))
        with suppress(OSError):
            take_out_expired(self.site, self.maker.checkout, self.maker.settings.preview_days, self.clock())

    def _release(self, commit: str) -> None:
        started = self.clock()
        self.say(f"กำลังสร้างรุ่นใหม่จากเวอร์ชัน {commit[:12]}")
        try:
            made = self.maker.make(commit)
        except SpoiltSiteError:
            self.maker.forget_site()  # built again from the cache
            made = self.maker.make(commit)
        self.made.append(made)
        seconds = round(self.clock() - started, 3)
        write_json(
            self.site.state / "built.json",
            {
                "commit": commit,
                "day": self.maker.today().isoformat(),
                "release": made.release.id,
                "when": moment(self.clock()),
                "seconds": round(made.seconds, 3),
            },
        )
        (self.site.state / "failure.json").unlink(missing_ok=True)
        word = "เผยแพร่แล้ว" if made.is_live else "สร้างแล้ว แต่ยังไม่เผยแพร่ เพราะมีการย้อนรุ่นไว้"
        self.say(f"{word} {made.release.id} ใช้เวลา {made.seconds:.1f} วินาที (รวมข้อมูลเปิดระดับชาติ {seconds:.1f})")
        settings = self.maker.settings
        with self.maker.folders.switching():
            self.maker.folders.collect(settings.keep, settings.limit)

    def _remember_failure(self, commit: str | None, error: Exception) -> None:
        reason = printable_lines(str(error) if isinstance(error, PhaenError) else f"{type(error).__name__}: {error}")
        with suppress(OSError):  # the disk may be full
            write_json(
                self.site.state / "failure.json",
                {
                    "commit": commit,
                    "day": self.maker.today().isoformat(),
                    "when": moment(self.clock()),
                    "reason": reason[:1000],
                },
            )

    def _state(self, name: str) -> dict[str, Any]:
        found = read_json(self.site.state / f"{name}.json")
        return found if isinstance(found, dict) else {}
