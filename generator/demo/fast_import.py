"""Writes a new git repository by streaming contents and commits to one `git fast-import`.

The same calls give the same commit ids: author and dates are given, and no machine setting is read.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from generator.errors import UsageError

BRANCH = "main"


class FastImport:
    """A repository being written; its branch exists once the `with` block has ended."""

    def __init__(self, folder: Path, author: str) -> None:
        """Create the repository in a folder; `author` is `name <address>`, for every commit."""
        self._folder, self._author, self._marks = folder, author, 0
        run_git(folder, "init", "--quiet", "--template=", "--object-format=sha1", f"--initial-branch={BRANCH}")
        # Files have exactly the committed bytes, even where Git for Windows would convert line endings.
        run_git(folder, "config", "core.autocrlf", "false")

    def __enter__(self) -> FastImport:
        """Start git."""
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # closed in __exit__
        self._process = _start(
            self._folder, "fast-import", "--quiet", "--done", "--date-format=raw", errors=self._errors
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for git; after an exception nothing is kept."""
        try:
            if kind is None:
                self._write(b"done\n")
        finally:
            if self._process.stdin:
                _close(self._process.stdin)
            code = self._process.wait()
            self._errors.seek(0)
            said = self._errors.read(2_000).decode("utf-8", "replace").strip()
            self._errors.close()
        if kind is None and code:
            raise UsageError(f"git เขียนคลังข้อมูลใน {self._folder} ไม่ได้ ({said[:300]})")

    def blob(self, content: bytes) -> int:
        """Write the content of a file and return its mark. Consecutive versions of one file compress best."""
        mark = self._next_mark()
        self._write(b"blob\nmark :%d\ndata %d\n%s\n" % (mark, len(content), content))
        return mark

    def commit(
        self, when: datetime.datetime, message: str, changed: Mapping[str, int], removed: Sequence[str] = ()
    ) -> None:
        """Add a commit to the branch: files by their marks, and deleted files."""
        offset = when.strftime("%z")
        who = f"{self._author} {int(when.timestamp())} {offset}".encode()
        text = message.encode()
        lines = [b"commit refs/heads/" + BRANCH.encode(), b"author " + who, b"committer " + who]
        lines += [b"data %d\n%s" % (len(text), text)]
        lines += [b"D " + _quoted(path) for path in removed]
        lines += [b"M 100644 :%d %s" % (mark, _quoted(path)) for path, mark in changed.items()]
        self._write(b"\n".join(lines) + b"\n\n")

    def _next_mark(self) -> int:
        self._marks += 1
        return self._marks

    def _write(self, content: bytes) -> None:
        pipe = self._process.stdin
        if pipe is None:
            raise TypeError("git was started without a pipe")
        try:
            pipe.write(content)
        except OSError as error:  # git has ended: its error output says why
            self._errors.seek(0)
            said = self._errors.read(2_000).decode("utf-8", "replace").strip()
            raise UsageError(f"git เขียนคลังข้อมูลใน {self._folder} ไม่ได้ ({said[:300]})") from error


def run_git(folder: Path, *arguments: str) -> None:
    """Run git in a folder; raise UsageError if it is missing or fails."""
    process = _start(folder, *arguments)
    said = process.communicate()[1].decode("utf-8", "replace").strip()
    if process.returncode:
        raise UsageError(f"คำสั่ง git {arguments[0]} ใน {folder} ไม่สำเร็จ ({said[:300]})")


def _start(folder: Path, *arguments: str, errors: IO[bytes] | int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    # Variables set in hooks, such as GIT_DIR, would refer to another repository.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C"}
    try:
        return subprocess.Popen(  # noqa: S603  # own arguments, no shell
            ["git", *arguments],  # noqa: S607  # git from PATH
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
    except OSError as error:
        raise UsageError(f"เรียกใช้ git ไม่ได้ ({error.strerror}) ให้ติดตั้ง git ก่อน") from error


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        return


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"' + os.fsencode(escaped) + b'"'
