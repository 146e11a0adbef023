"""One release, from the tip of main to the moment it is live. The order of it, and what stands in for what fails.

1 content     of the tip, written to disk; nothing else of the commit is looked at
2 site        built by the installed program with the installed configuration
3 parts       put into the store, each file held against its manifest, each link followed
4 held back   LAOs with errors: their earlier data instead, and from 2 again
5 release     a folder of links, renamed into place
6 live        by one rename, unless an operator has rolled back; first without waiting for new national data files
"""

from __future__ import annotations

import datetime
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.building.build import build
from generator.building.cache import Cache
from generator.building.fingerprint import program_fingerprint
from generator.building.outputs.kinds import ALL, Output
from generator.building.report import BuildReport
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
"""Builds of a release at most: each holds back LAOs that the one before found to fail."""
_PROGRAM_FAILED = "ระบบทำหน้าเว็บจากข้อมูลชุดนี้ไม่สำเร็จ"
_HAS_ERRORS = "ข้อมูลชุดนี้มีข้อผิดพลาด"
_HAS_BROKEN_LINKS = "หน้าเว็บจากข้อมูลชุดนี้มีลิงก์ที่เปิดไม่ได้"


class ReleaseRefusedError(PhaenError):
    """The built site failed its checks, and no LAO that could be held back is to blame."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making a release."""

    release: Release
    is_new: bool
    """Whether it differs from the one before; where nothing differs, none is made."""
    is_live: bool
    """Whether it went live; not while an operator has rolled back."""
    seconds: float = 0.0
    """After which it did, national data files left out."""


@dataclass
class ReleaseMaker:
    """Makes releases of a site. Hold the builder's lock while using it."""

    site: SiteDir
    outputs: tuple[Output, ...] = ALL
    jobs: int | None = None
    day: str | None = None
    """The day that counts as today, for tests; None for what mkdocs.yml or the calendar says."""
    folders: ReleaseFolders = field(init=False)

    def __post_init__(self) -> None:
        """Read what the operator decided."""
        self.settings = self.site.settings()
        self.folders = ReleaseFolders(self.site)
        self.checkout = ContentCheckout(Path(self.settings.repository), self.site.work / "checkout")

    def make(self, commit: str) -> Made:
        """Make a release of a commit and let it go live.

        Raises PhaenError where the site cannot be built or fails its checks, OSError where a disk is full; the release
        that is live stays so.
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
        """Make a release of a built site and let it go live."""
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
        """Take out the release that went live before its national data files were there, unless somebody chose it."""
        with self.folders.switching():
            if self.folders.live() != early.id:
                self.folders.remove(early.id)

    def _stand_in(self, before: Release | None, trees: Mapping[str, str], code: str) -> str | None:
        """Return the commit that has earlier data of an LAO which was shown well; None where there is none."""
        return _good_commit(before, code) if code in trees else None

    def today(self) -> datetime.date:
        """Return the day in Thailand, by which the legal state of plans is computed unless mkdocs.yml states one."""
        return datetime.date.fromisoformat(self.day) if self.day else datetime.datetime.now(BANGKOK).date()

    def recover(self) -> None:
        """Take out what killed builders left."""
        self.folders.recover()
        for left in self.site.work.glob(".*"):
            shutil.rmtree(left, ignore_errors=True)

    def forget_site(self) -> None:
        """Take out the site that was built last: the next build makes it anew, from what is kept."""
        shutil.rmtree(self.site.work / "site", ignore_errors=True)

    def build_settings(self, content: Path, cache: Cache) -> Settings:
        """Return the settings of a build of some content: all others are the installation's."""
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
        """Build the site and put it into the store; return its parts, and LAOs that fail with the reason."""
        self.checkout.place(commit, {code: one.commit for code, one in held.items()})
        cache = Cache(str(self.site.cache))
        told = tuple(
            HeldBack(code, datetime.date.fromisoformat(one.since), one.reason) for code, one in sorted(held.items())
        )
        settings = replace(self.build_settings(self.checkout.content, cache), held_back=told)
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
        """Return the LAOs that were held back, whose data and the program are still the same."""
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
    """Return the LAOs whose pages have links that lead nowhere, or lack what others link to.

    Raises ReleaseRefusedError for links between national pages: no LAO is to blame for them.
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
    """Return from which commit an LAO's data is that the release before shows well; None where it shows none."""
    if before is None or code in before.flawed or f"lao/{code}" not in before.parts:
        return None
    return before.held[code].commit if code in before.held else before.commit


def _changed(before: Release | None, parts: Mapping[str, str]) -> tuple[str, ...]:
    old = before.parts if before else {}
    return tuple(
        sorted(one[4:] for one in parts.keys() | old.keys() if one[:4] == "lao/" and parts.get(one) != old.get(one))
    )
