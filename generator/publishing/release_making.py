"""Makes one release, from the tip of main until it is live; data that fails is replaced by earlier data.

1 content     of the tip, written to disk; the rest of the commit is ignored
2 site        built by the installed program with the installed configuration
3 parts       stored, each file verified against its manifest, each link checked
4 held back   LAOs with errors get their earlier data, then again from 2
5 release     a folder of links, renamed into place
6 live        by one rename, unless rolled back; first without waiting for new national data files
"""

from __future__ import annotations

import datetime
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.building.build import build
from generator.building.build_report import BuildReport
from generator.building.cache import Cache
from generator.building.fingerprint import program_fingerprint
from generator.building.outputs.kinds import ALL, Output
from generator.building.unit import Unit
from generator.engine.mkdocs_engine import MkDocsEngine, stated_settings
from generator.errors import PhaenError
from generator.publishing.content_checkout import ContentCheckout
from generator.publishing.kept_json import read_json
from generator.publishing.part_store import unmet_links
from generator.publishing.queue import moment
from generator.publishing.release_folders import Held, Release, ReleaseFolders, new_id
from generator.publishing.site_dir import SiteDir
from generator.publishing.site_parts import SiteParts, put_parts
from generator.settings import BANGKOK, HeldBack, Settings

_ROUNDS = 3
"""Most builds per release: each holds back LAOs that failed in the previous one."""
_PROGRAM_FAILED = "ระบบทำหน้าเว็บจากข้อมูลชุดนี้ไม่สำเร็จ"
_HAS_ERRORS = "ข้อมูลชุดนี้มีข้อผิดพลาด"
_HAS_BROKEN_LINKS = "หน้าเว็บจากข้อมูลชุดนี้มีลิงก์ที่เปิดไม่ได้"


class ReleaseRefusedError(PhaenError):
    """The built site failed its checks, and holding back LAOs does not help."""


@dataclass(frozen=True, slots=True)
class Made:
    """Result of making a release."""

    release: Release
    is_new: bool
    """Whether it differs from the previous one; without changes none is made."""
    is_live: bool
    """Whether it went live; not during a rollback."""
    seconds: float = 0.0
    """Time until it went live, without national data files."""


@dataclass
class ReleaseMaker:
    """Makes releases of a site. Call with the builder's lock held."""

    site: SiteDir
    outputs: tuple[Output, ...] = ALL
    jobs: int | None = None
    day: str | None = None
    """The current day, for tests; None for that of mkdocs.yml or the calendar."""
    folders: ReleaseFolders = field(init=False)

    def __post_init__(self) -> None:
        """Read the operator's settings."""
        self.settings = self.site.settings()
        self.folders = ReleaseFolders(self.site)
        self.checkout = ContentCheckout(Path(self.settings.repository), self.site.work / "checkout")

    def make(self, commit: str) -> Made:
        """Make a release of a commit and let it go live; return the result.

        Raises PhaenError if the site cannot be built or fails its checks, OSError if the disk is full; the live release
        then stays live.
        """
        started = time.time()
        before = next(iter(self.folders.all()), None)
        trees = self.checkout.lao_trees(commit)
        held = self._still_held(before, trees)
        early: list[Made] = []

        def when_live(units: Mapping[str, Unit]) -> None:
            parts = put_parts(self.site.work / "site", self.folders.parts)
            failing = {unit.code for unit in units.values() if unit.errors or unit.failure}
            failing |= _with_broken_links(self.site.work / "site", parts)
            if not any(self._stand_in(before, trees, code) for code in failing - held.keys()):
                flawed = dict.fromkeys(failing, _HAS_ERRORS)
                early[:] = [self._release(commit, started, before, parts, held, flawed)]

        for _ in range(_ROUNDS):
            parts, failing = self._built(commit, held, when_live)
            flawed = {code: reason for code, reason in failing.items() if code in held}
            fresh = {}
            for code, reason in failing.items():
                good = self._stand_in(before, trees, code)
                if code not in held and good:
                    fresh[code] = Held(trees[code], good, self._day(commit).isoformat(), reason)
                else:
                    flawed[code] = reason
            if not fresh:
                break
            held |= fresh
        if before and parts.names == before.parts:
            return Made(before, is_new=False, is_live=self._go_live(before), seconds=time.time() - started)
        made = self._release(commit, time.time() if early else started, before, parts, held, flawed)
        if early:
            self._replace(early[0].release)
            return replace(made, seconds=early[0].seconds)
        return made

    def _release(
        self,
        commit: str,
        started: float,
        before: Release | None,
        parts: SiteParts,
        held: Mapping[str, Held],
        flawed: Mapping[str, str],
    ) -> Made:
        """Make a release of a built site and let it go live; return the result."""
        release = Release(
            id=new_id(commit, started),
            commit=commit,
            made=moment(started),
            program=program_fingerprint(),
            parts=parts.names,
            size=sum(facts.size for facts in parts.facts.values()),
            held=held,
            flawed=flawed,
            changed=_changed(before, parts.names),
            seconds=round(time.time() - started, 3),
        )
        self.folders.add(release)
        is_live = self._go_live(release)
        return Made(release, is_new=True, is_live=is_live, seconds=time.time() - started)

    def _replace(self, early: Release) -> None:
        """Delete the release that went live before its national data files were ready, unless an operator chose it."""
        with self.folders.switching():
            if self.folders.live() != early.id:
                self.folders.remove(early.id)

    def _stand_in(self, before: Release | None, trees: Mapping[str, str], code: str) -> str | None:
        """Return the commit with earlier, good data of an LAO; None if there is none."""
        return _good_commit(before, code) if code in trees else None

    def today(self) -> datetime.date:
        """Return the day in Thailand, for the legal state of plans unless mkdocs.yml states a day."""
        return datetime.date.fromisoformat(self.day) if self.day else datetime.datetime.now(BANGKOK).date()

    def recover(self) -> None:
        """Delete leftovers of killed builders."""
        self.folders.recover()
        for left in self.site.work.glob(".*"):
            shutil.rmtree(left, ignore_errors=True)

    def forget_site(self) -> None:
        """Delete the last built site: the next build makes it again from the cache."""
        shutil.rmtree(self.site.work / "site", ignore_errors=True)

    def build_settings(self, content: Path, cache: Cache) -> Settings:
        """Return the settings for building some content: the installation's, except for the content."""
        settings = stated_settings(Path(self.settings.config), cache.store())
        pages = content / "pages"
        return replace(
            settings,
            content=content,
            pages=pages if pages.is_dir() else None,
            only=(),
            today=datetime.date.fromisoformat(self.day) if self.day else settings.today,
            site_url=self.settings.site_url,
        )

    def _built(
        self, commit: str, held: Mapping[str, Held], when_live: Callable[[Mapping[str, Unit]], None]
    ) -> tuple[SiteParts, dict[str, str]]:
        """Build the site and store it; return its parts, and failing LAOs with the reason."""
        self.checkout.place(commit, {code: one.commit for code, one in held.items()})
        cache = Cache(str(self.site.cache))
        held_back = tuple(
            HeldBack(code, datetime.date.fromisoformat(one.since), one.reason) for code, one in sorted(held.items())
        )
        settings = replace(self.build_settings(self.checkout.content, cache), held_back=held_back)
        out = self.site.work / "site"
        report = build(
            *(settings, Path(self.settings.config), out),
            engine=MkDocsEngine(),
            cache=cache,
            jobs=self.jobs,
            outputs=self.outputs,
            when_live=when_live,
        )
        parts = put_parts(out, self.folders.parts)
        failing = _failing(report)
        for code in _with_broken_links(out, parts):
            failing.setdefault(code, _HAS_BROKEN_LINKS)
        return parts, failing

    def _still_held(self, before: Release | None, trees: Mapping[str, str]) -> dict[str, Held]:
        """Return the LAOs still to be held back: their data and the program are unchanged."""
        if before is None or before.program != program_fingerprint():
            return {}
        return {code: one for code, one in before.held.items() if trees.get(code) == one.tree}

    def _day(self, commit: str) -> datetime.date:
        return datetime.datetime.fromtimestamp(self.checkout.day(commit), BANGKOK).date()

    def _go_live(self, release: Release) -> bool:
        with self.folders.switching():
            if read_json(self.site.state / "held.json"):
                return False
            if self.folders.live() != release.id:
                self.folders.switch(release.id)
            return True


def _with_broken_links(site: Path, parts: SiteParts) -> set[str]:
    """Return the LAOs whose pages have broken links, or lack link targets.

    Raises ReleaseRefusedError for broken links between national pages, which no LAO causes.
    """
    found = {folder[4:] for folder in parts.broken if folder.startswith("lao/")}
    refused = [link for folder, links in parts.broken.items() if not folder.startswith("lao/") for link in links]
    for target, folders in unmet_links(site, parts.facts).items():
        of_laos = {folder[4:] for folder in folders if folder.startswith("lao/")}
        if target.path.startswith("lao/"):
            found.add(target.path.split("/")[1])
        elif len(of_laos) == len(folders):
            found |= of_laos
        else:
            refused.append(f"{folders[0]}: {target.path}#{target.anchor}".rstrip("#"))
    if refused:
        raise ReleaseRefusedError(f"เว็บไซต์ที่สร้างมีลิงก์ที่เปิดไม่ได้ จึงไม่เผยแพร่: {', '.join(sorted(refused)[:5])}")
    return found


def _failing(report: BuildReport) -> dict[str, str]:
    errors = {code: f"{_HAS_ERRORS} ({finding.code})" for code, finding in report.erring.items()}
    return errors | {code: _PROGRAM_FAILED for code, _ in report.failed}


def _good_commit(before: Release | None, code: str) -> str | None:
    """Return the commit of an LAO's good data in the previous release; None if it has none."""
    if before is None or code in before.flawed or f"lao/{code}" not in before.parts:
        return None
    return before.held[code].commit if code in before.held else before.commit


def _changed(before: Release | None, parts: Mapping[str, str]) -> tuple[str, ...]:
    old = before.parts if before else {}
    return tuple(
        sorted(one[4:] for one in parts.keys() | old.keys() if one[:4] == "lao/" and parts.get(one) != old.get(one))
    )
