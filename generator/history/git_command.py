"""Git's own commands, read-only: arguments in, bytes out. Nothing of the user's or the system's settings enters."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",  # an object that is missing stays missing: no network
    "GIT_NO_REPLACE_OBJECTS": "1",  # a replaced object would hide the published one
    "LC_ALL": "C",
}
_ERASED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
"""Set while a hook of another repository runs; they would lead to it."""
_BLOCK = 1 << 16


class GitError(Exception):
    """Git could not answer; the message is its own, at most a line."""


def environment() -> dict[str, str]:
    """Return the environment in which git runs."""
    kept = {name: value for name, value in os.environ.items() if name not in _ERASED}
    return kept | _ENVIRONMENT


def git(folder: Path, *arguments: str) -> bytes:
    """Return what a command prints. Raises GitError where there is no git, or it refuses."""
    try:
        done = subprocess.run(  # noqa: S603  # no shell; arguments are ours or object ids
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # the git on the PATH
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(f"git: {error.strerror}") from error
    if done.returncode:
        raise GitError(_first_line(done.stderr))
    return done.stdout


def git_records(folder: Path, *arguments: str) -> Iterator[bytes]:
    """Yield what a command prints, cut at NUL bytes, while it runs. Raises GitError at the end where it failed."""
    try:
        process = subprocess.Popen(  # noqa: S603  # as above
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise GitError(f"git: {error.strerror}") from error
    with process:
        assert process.stdout  # noqa: S101  # asked for above
        rest = b""
        while block := process.stdout.read(_BLOCK):
            *whole, rest = (rest + block).split(b"\0")
            yield from whole
        if rest:
            yield rest
    if process.returncode:
        raise GitError(f"git {arguments[0]}: {process.returncode}")


def _first_line(message: bytes) -> str:
    lines = message.decode("utf-8", "replace").strip().splitlines()
    return lines[0][:200] if lines else "git"
