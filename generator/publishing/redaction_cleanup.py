"""After a redaction: everything that still holds what was taken out goes, and the site is built from the new history.

Each step may be done again: a mark in the site's folder says that it is not finished, and the command goes on there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import PhaenError
from generator.history.git_command import Git
from generator.publishing.builder import MAIN, Builder
from generator.publishing.builder_lock import locked
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.queue import AcceptedPush, moment, put_push, remove_pushes, waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.site_dir import SiteDir

_MARK = "redaction.json"
_DRAFTS = "refs/heads/draft/"


def is_unfinished(site: SiteDir) -> bool:
    """Say whether a redaction was begun and its cleaning up not ended."""
    return (site.state / _MARK).is_file()


def begin(site: SiteDir, new: Mapping[str, str]) -> None:
    """Note, before any ref moves, that cleaning up has to follow; `new` has the new commits by the old ones."""
    known = read_json(site.state / _MARK)
    write_json(site.state / _MARK, {**(known if isinstance(known, dict) else {}), **new})


def drop_objects(repository: Path) -> None:
    """Delete every object that no ref leads to. Raises PhaenError."""
    git = Git(repository, {"safe.directory": "*"})
    for command in (
        ("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all"),
        ("gc", "--quiet", "--prune=now"),
    ):
        answer = git.run(*command)
        if answer.code:
            raise PhaenError(f"git {command[0]} ไม่สำเร็จ ({answer.told.strip()[:200]}) ให้สั่ง phaen redact เดิมอีกครั้ง")


def drop_kept(site: SiteDir, codes: Collection[str], now: float) -> None:
    """Delete caches, checkouts and previews, and put what is on the refs into the queue. Hold the builder's lock."""
    new = read_json(site.state / _MARK)
    folders = ReleaseFolders(site)
    with folders.switching():
        folders.rename_commits(new if isinstance(new, dict) else {})
    for folder in (site.work, site.cache, site.previews):
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            raise PhaenError(f"ลบ {folder} ไม่ได้ ให้สั่ง phaen redact เดิมอีกครั้ง")
    site.previews.mkdir()
    with suppress(FileNotFoundError):
        (site.state / "previews.json").unlink()
    remove_pushes(waiting_pushes(site.queue))
    git = Git(Path(site.settings().repository), {"safe.directory": "*"})
    for line in git.run("for-each-ref", "--format=%(refname) %(objectname)", _DRAFTS, MAIN).lines:
        ref, _, commit = line.partition(" ")
        own = (ref.removeprefix(_DRAFTS),) if ref.startswith(_DRAFTS) else tuple(sorted(codes))
        put_push(site.queue, AcceptedPush(ref, commit, own, moment(now)))


def build_and_end(site: SiteDir, builder: Builder, wait: Callable[[], None]) -> None:
    """Build the site, let it go live, delete every other release, and take the mark away.

    Raises PhaenError or OSError where the site cannot be built; the releases before stay, and so does the mark.
    """
    while not builder.run(by_hand=True):
        wait()
    folders = builder.maker.folders
    with locked(site.state / "builder.lock", wait=True), folders.switching():
        live = next((one for one in folders.all() if one.id == folders.live()), None)
        if live is None or live.commit != builder.maker.checkout.tip(MAIN):
            raise PhaenError("เว็บไซต์ที่เผยแพร่อยู่ยังไม่ใช่รุ่นที่ปกปิดแล้ว ให้สั่ง phaen redact เดิมอีกครั้ง")
        folders.keep_only_live()
        (site.state / _MARK).unlink(missing_ok=True)
