"""The same server behind a real gitolite and a real sshd on loopback, both in a folder of the test.

gitolite has two repositories with the same content: `plans`, whose pushes `phaen receive` checks, and `names`, which
gitolite protects only by its VREF/NAME, for comparison.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publishing.loopback_sshd import LoopbackSshd, has_sshd, make_keys, run
from tests.publishing.push_server import ACCESS, OTHER, OWN, Office, PushServer, environment, must_git

USERS = ("own", "own-too", "other", "mahasarakham", "central", "auditor", "somebody")
CONF = f"""\
repo plans
    RW+ = @all

repo names
    RW  lao/{OWN}$ = own own-too
    RW  lao/{OTHER}$ = other
    RW  lao/ = mahasarakham
    RW  central$ = central
    R   = auditor
    RW  VREF/NAME/content/plans/{OWN}- = own own-too
    RW  VREF/NAME/content/plans/{OTHER}- = other
    RW  VREF/NAME/content/plans/.44 = mahasarakham
    RW  VREF/NAME/content/frameworks/ = central
    RW  VREF/NAME/content/pages/ = central
    -   VREF/NAME/ = @all
"""
_SHELL = Path("/usr/share/gitolite3/gitolite-shell")


class GitoliteServer(PushServer):
    """gitolite, sshd, and a key per user."""

    def __init__(self, folder: Path) -> None:
        """Set up gitolite and start sshd; the test is skipped if they are missing."""
        if not (has_sshd() and _SHELL.is_file() and shutil.which("gitolite")):
            # The same pushes are tested with a plain bare repository; CI has both, and a skip there is a failure.
            pytest.skip(
                "needs gitolite and sshd: apt-get install gitolite3 openssh-server"
            )  # CI has it, and a skip there is a failure
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.keys = make_keys(folder / "keys", ("admin", *USERS))
        super().__init__(folder, ACCESS)
        self.repository = self.home / "repositories" / "plans.git"
        names = self.home / "repositories" / "names.git"
        for one in (self.repository, names):
            must_git(one, "symbolic-ref", "HEAD", "refs/heads/main")  # gitolite leaves git's own default
        # gitolite compares the first push of a branch with an empty tree and would check every file: create all
        # branches.
        branches = ("main", f"lao/{OWN}", f"lao/{OTHER}", f"draft/{OTHER}", "central")
        must_git(names, "fetch", "-q", str(self.repository), *(f"main:{branch}" for branch in branches))
        self._sshd = LoopbackSshd(
            folder, self.keys, self.home / ".ssh" / "authorized_keys", [f"SetEnv HOME={self.home}"]
        )

    def make_repository(self) -> None:
        """Let gitolite create both repositories."""
        own = environment(HOME=str(self.home))
        run("gitolite", "setup", "-pk", str(self.keys / "admin.pub"), env=own)
        for name in USERS:
            shutil.copy(self.keys / f"{name}.pub", self.home / ".gitolite" / "keydir")
        (self.home / ".gitolite" / "conf" / "gitolite.conf").write_text(CONF, "utf-8")
        run("gitolite", "compile", env=own)
        run("gitolite", "trigger", "POST_COMPILE", env=own)
        self.repository = self.home / "repositories" / "plans.git"

    def clone(self, name: str = "office", repository: str = "plans", user: str = "own") -> Office:
        """Clone over SSH."""
        folder = self.folder / name
        must_git(
            self.folder, "clone", "-q", self._sshd.address(repository), str(folder), GIT_SSH_COMMAND=self.ssh(user)
        )
        return Office(folder, self.ssh)

    def ssh(self, user: str) -> str:
        """Return the SSH command of a user."""
        return self._sshd.command(user)

    def stop(self) -> None:
        """Stop sshd."""
        self._sshd.stop()
