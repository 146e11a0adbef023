"""Runs git on an untrusted repository, disabling its settings, hooks, filters and replacements.

A repository's configuration may name programs to run (`gpg.program`, `core.fsmonitor`); every such setting that is used
here is overridden on the command line.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import UsageError

_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.commitGraph": "false",  # untrusted: it duplicates the commits' data
    "gpg.program": "gpg",
    "gpg.openpgp.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultKeyCommand": "",
    "gpg.ssh.revocationFile": "",
    "gpg.minTrustLevel": "undefined",
    "log.showSignature": "false",
    "log.mailmap": "false",
    "protocol.allow": "never",  # a partial clone would fetch missing objects
}
_KEPT = ("PATH", "HOME", "GNUPGHOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "APPDATA")
"""Environment variables for finding programs and the user's own keyring."""


_BLOCK = 1 << 16


class GitError(Exception):
    """Git failed; the message is git's own, at most one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Result of a git command."""

    code: int
    out: bytes
    error_output: str
    """Its error output; untrusted text."""

    @property
    def lines(self) -> list[str]:
        """The output as lines."""
        return self.out.decode("utf-8", "replace").split("\n")[:-1]


@dataclass(frozen=True, slots=True)
class Git:
    """A repository to run git commands in."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    """Variables besides the standard ones, such as the path of a push's objects."""

    def run(self, *arguments: str, given: Iterable[str] | None = None) -> Answer:
        """Run a command and return its result; `given` are lines for its input. Raises UsageError if git is missing."""
        lines = None if given is None else "".join(f"{line}\n" for line in given).encode()
        try:
            done = subprocess.run(  # noqa: S603  # no shell; arguments are ours or ids
                self._command(arguments),
                cwd=self.folder,
                env=_environment() | self.environment,
                input=b"" if lines is None else lines,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise UsageError("ไม่พบโปรแกรม git ให้ติดตั้งก่อน (https://git-scm.com/downloads)") from error
        return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    def output(self, *arguments: str) -> bytes:
        """Return the output of a command. Raises GitError if git is missing or fails."""
        try:
            answer = self.run(*arguments)
        except (UsageError, OSError) as error:
            raise GitError(str(error)) from error
        if answer.code:
            raise GitError(answer.error_output.strip().partition("\n")[0][:200] or f"git {arguments[0]}: {answer.code}")
        return answer.out

    def records(self, *arguments: str) -> Iterator[bytes]:
        """Yield the NUL-separated output of a command while it runs. Raises GitError at the end if it failed."""
        try:
            process = subprocess.Popen(  # noqa: S603  # as above
                self._command(arguments),
                cwd=self.folder,
                env=_environment() | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise GitError(f"git: {error.strerror}") from error
        with process:
            assert process.stdout  # noqa: S101  # requested above
            rest = b""
            while block := process.stdout.read(_BLOCK):
                *whole, rest = (rest + block).split(b"\0")
                yield from whole
            if rest:
                yield rest
        if process.returncode:
            raise GitError(f"git {arguments[0]}: {process.returncode}")

    def _command(self, arguments: Iterable[str]) -> list[str]:
        settings = [part for name, value in (_SETTINGS | self.settings).items() for part in ("-c", f"{name}={value}")]
        return ["git", "--no-pager", *settings, *arguments]

    def is_ancestor(self, one: str, other: str) -> bool:
        """Return whether a commit equals the other or is an ancestor of it."""
        return self.run("merge-base", "--is-ancestor", one, other).code == 0

    def has_commit(self, commit: str) -> bool:
        """Return whether the repository has a commit, reachable or not."""
        return self.run("cat-file", "-e", f"{commit}^{{commit}}").code == 0


def open_repository(folder: Path) -> Git:
    """Return the repository in a folder; raise UsageError if there is none, or if git does not trust it."""
    git = Git(folder.resolve())
    answer = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if answer.code == 0:
        return git
    inside = git.run("rev-parse", "--git-dir")
    if inside.code != 0 and "dubious ownership" in inside.error_output:
        raise UsageError(f"git ไม่ยอมเปิด {folder} เพราะเป็นของผู้ใช้อื่น ให้คัดลอกมาเป็นของท่านด้วย git clone ก่อน")
    if inside.code != 0:
        raise UsageError(f"{folder} ไม่ใช่เว็บไซต์ที่ phaen สร้าง และไม่ใช่คลังข้อมูล git")
    raise UsageError(f"คลังข้อมูล git {folder} ยังไม่มีเวอร์ชันใด หรืออ่านเวอร์ชันล่าสุด (HEAD) ไม่ได้")


def _environment() -> dict[str, str]:
    own = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return own | {
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
