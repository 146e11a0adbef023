"""After a redaction: deletes everything that still has the redacted data, and rebuilds the site from the new history.

Each step is idempotent: a marker in the site's folder shows that it is unfinished, and the command resumes there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import PhaenError
from generator.history.git_command import Git
from generator.publishing.builder import Builder
from generator.publishing.builder_lock import locked
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.pushed_refs import MAIN
from generator.publishing.queue import AcceptedPush, moment, put_push, remove_pushes, waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.site_dir import SiteDir

_MARK = "redaction.json"
_DRAFTS = "refs/heads/draft/"


def is_unfinished(site: SiteDir) -> bool:
    """Return whether a redaction began without finishing its cleanup."""
    return (site.state / _MARK).is_file()


def begin(site: SiteDir, new: Mapping[str, str]) -> None:
    """Write the marker before any ref moves; `new` has the new commits by old id."""
    known = read_json(site.state / _MARK)
    write_json(site.state / _MARK, {**(known if isinstance(known, dict) else {}), **new})


def drop_objects(repository: Path) -> None:
    """Delete every unreachable object. Raises PhaenError."""
    git = Git(repository, {"safe.directory": "*"})
    for command in (
        ("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all"),
        ("gc", "--quiet", "--prune=now"),
    ):
        answer = git.run(*command)
        if answer.code:
            raise PhaenError(
                f"git {command[0]} ไม่สำเร็จ ({answer.error_output.strip()[:200]}) ให้สั่ง phaen redact เดิมอีกครั้ง"
            )


def drop_kept(site: SiteDir, codes: Collection[str], now: float) -> None:
    """Delete caches, checkouts and previews, and queue what is on the refs. Call with the builder's lock held."""
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
    """Build the site, let it go live, delete every other release, and remove the marker.

    Raises PhaenError or OSError if the site cannot be built; earlier releases and the marker stay then.
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
