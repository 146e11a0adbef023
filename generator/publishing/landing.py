"""Lands accepted commits on main, one at a time: a tip in, a merge commit on main out.

The first parent is the previous main, the second the tip as its officer signed it: along first parents, main is a list
of accepted pushes. Nothing is checked out. Main moves by compare and swap, so that concurrent landings are not lost;
landing a tip that is already in main does nothing.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PhaenError
from generator.history.commit_chain import read_steps
from generator.history.git_command import Git
from generator.publishing.access import Access
from generator.publishing.pushed_objects import PushedObjects
from generator.publishing.pushed_refs import CENTRAL, MAIN
from generator.publishing.redacted_commits import read_redacted

SERVER_NAME, SERVER_EMAIL = "ระบบเผยแพร่แผน", "phaen@server.invalid"
"""Committer of merge commits; their author is that of the tip."""
_LOCK = "phaen-landing.lock"
_TRIES = 20
_LISTED = 50
"""Most commits of a push listed, by first line, in the message of the merge."""


class LandingError(PhaenError):
    """A tip could not be merged into main; it stays on its own ref, and main is unchanged."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Result of merging a tip into main."""

    tree: str
    """Id of the tree; empty on a conflict."""
    conflicts: tuple[str, ...] = ()
    """Paths changed on both sides."""


def merge(objects: PushedObjects, main: str, tip: str) -> Merged:
    """Merge two commits into a tree, without a work tree; return the result. Raises LandingError if git fails."""
    answer = objects.git.run("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", main, tip)
    if answer.code not in (0, 1):
        raise LandingError(f"git รวมข้อมูลกับ main ไม่ได้ ({answer.error_output.strip()[:200]})")
    tree, *rest = [part.decode("utf-8", "replace") for part in answer.out.split(b"\0")]
    return Merged(tree.strip()) if answer.code == 0 else Merged("", tuple(name for name in rest if name))


def land(objects: PushedObjects, access: Access, ref: str, tip: str) -> str:
    """Merge an accepted tip into main and return main's commit that contains it. Raises LandingError.

    Call only after pre-receive: git moves no ref while objects are in quarantine.
    """
    with one_at_a_time(objects.folder):
        for _ in range(_TRIES):
            main = objects.commit_of(MAIN)
            if main is None:
                raise LandingError("คลังข้อมูลนี้ยังไม่มี main ให้ผู้ดูแลระบบตั้งต้นข้อมูลก่อน")
            if objects.git.is_ancestor(tip, main):
                return main
            redacted = read_redacted(objects.folder)
            if redacted and redacted.intersection(objects.git.run("rev-list", tip, f"^{main}").lines):
                raise LandingError("ต่อจากเวอร์ชันที่ปกปิดข้อมูลส่วนบุคคลไปแล้ว ให้ส่งใหม่")  # judged before
            merged = merge(objects, main, tip)
            if not merged.tree:
                raise LandingError(f"ข้อมูลชนกับ main ที่ {', '.join(merged.conflicts[:5])}")
            commit = _commit(objects, access, merged.tree, main, tip)
            note = f"phaen: {ref.removeprefix('refs/heads/')}"
            if objects.git.run("update-ref", "-m", note, MAIN, commit, main).code == 0:
                return commit
            time.sleep(0.05)  # another process moved main without the lock
    raise LandingError("main ถูกเลื่อนโดยโปรแกรมอื่นตลอดเวลา จึงยังเพิ่มข้อมูลไม่ได้")


def waiting_refs(objects: PushedObjects) -> list[tuple[str, str]]:
    """Return the public refs whose accepted tips are not in main: the server died before landing them."""
    patterns = ("refs/heads/lao/", CENTRAL)
    form = "--format=%(refname) %(objectname)"
    lines = objects.git.run("for-each-ref", form, f"--no-merged={MAIN}", *patterns).lines
    return [(ref, commit) for ref, _, commit in (line.partition(" ") for line in lines)]


def _commit(objects: PushedObjects, access: Access, tree: str, main: str, tip: str) -> str:
    (step,) = read_steps(objects.git, [tip])
    name, email, date = _author(step.author)
    environment = objects.git.environment | {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_NAME": SERVER_NAME,
        "GIT_COMMITTER_EMAIL": SERVER_EMAIL,
    }
    settings, sign = dict(objects.git.settings), []
    if access.signing_key:
        settings |= {"gpg.format": "ssh", "user.signingKey": str(access.signing_key)}
        sign = ["-S"]
    git = Git(objects.folder, settings, environment)
    arguments = ("commit-tree", *sign, "-p", main, "-p", tip, "-F", "-", tree)
    answer = git.run(*arguments, given=_message(objects, main, tip, step.message))
    if answer.code:
        raise LandingError(f"git บันทึก commit บน main ไม่ได้ ({answer.error_output.strip()[:200]})")
    return answer.out.decode("ascii").strip()


def _message(objects: PushedObjects, main: str, tip: str, message: bytes) -> list[str]:
    """Return the officer's message; for several commits the first line of each, newest first."""
    limit = f"--max-count={_LISTED}"
    lines = objects.git.run("log", "--first-parent", limit, "--format=%s", f"{main}..{tip}", "--").lines
    if len(lines) <= 1:
        return message.decode("utf-8", "replace").rstrip().split("\n")
    return [lines[0], "", *(f"- {line}" for line in reversed(lines))]


def _author(line: bytes) -> tuple[str, str, str]:
    text = line.decode("utf-8", "replace").removeprefix("author ")
    name, _, rest = text.partition(" <")
    email, _, date = rest.partition("> ")
    return name or SERVER_NAME, email or SERVER_EMAIL, f"@{date}" if date else "@0 +0000"


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the lock of a repository's landings during the block; the system releases it in any case."""
    if sys.platform == "win32":  # no hooks run on Windows; compare and swap suffices
        yield
        return
    import fcntl

    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
