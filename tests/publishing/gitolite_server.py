"""The same server behind a real gitolite and a real sshd on loopback, both in a folder of the test.

gitolite knows two repositories with the same content: `plans`, whose pushes `phaen receive` judges, and `names`, which
gitolite guards alone with its VREF/NAME, for comparison.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

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
    """gitolite, sshd, and a key for each user."""

    def __init__(self, folder: Path) -> None:
        """Set up gitolite and start sshd; raises nothing where they are missing: the test is skipped by name."""
        sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
        if not (sshd and _SHELL.is_file() and shutil.which("gitolite")):
            # The same pushes are tried over a plain bare repository; CI has both, and there a skip is a failure.
            pytest.skip("needs gitolite and sshd: apt-get install gitolite3 openssh-server")
        self.home, self.keys = folder / "home", folder / "keys"
        self.home.mkdir(parents=True)
        self.keys.mkdir()
        for name in ("host", "admin", *USERS):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.keys / name))
        super().__init__(folder, ACCESS)
        self.repository = self.home / "repositories" / "plans.git"
        names = self.home / "repositories" / "names.git"
        for one in (self.repository, names):
            must_git(one, "symbolic-ref", "HEAD", "refs/heads/main")  # gitolite leaves git's own default
        # gitolite compares the first push of a branch with nothing, and would find every file in it: all are there.
        branches = ("main", f"lao/{OWN}", f"lao/{OTHER}", f"draft/{OTHER}", "central")
        must_git(names, "fetch", "-q", str(self.repository), *(f"main:{branch}" for branch in branches))
        self.port = _free_port()
        self._sshd = self._start(sshd)

    def make_repository(self) -> None:
        """Let gitolite make both repositories."""
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
        address = f"ssh://127.0.0.1:{self.port}/{repository}"
        must_git(self.folder, "clone", "-q", address, str(folder), GIT_SSH_COMMAND=self.ssh(user))
        return Office(folder, self.ssh)

    def ssh(self, user: str) -> str:
        """Return the SSH command of a user."""
        known = self.folder / "known_hosts"
        options = (
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=accept-new",
            f"UserKnownHostsFile={known}",
            "BatchMode=yes",
        )
        return " ".join(["ssh", "-F", os.devnull, "-i", str(self.keys / user), *(f"-o {one}" for one in options)])

    def stop(self) -> None:
        """End sshd."""
        self._sshd.terminate()
        self._sshd.wait(10)

    def _start(self, sshd: str) -> subprocess.Popen[bytes]:
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # what a service of the system makes before it starts sshd
        config = self.folder / "sshd_config"
        lines = (
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {self.keys / 'host'}",
            f"AuthorizedKeysFile {self.home / '.ssh' / 'authorized_keys'}",
            f"SetEnv HOME={self.home}",
            f"PidFile {self.folder / 'sshd.pid'}",
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "PermitRootLogin prohibit-password",
            "MaxStartups 200",
            "MaxSessions 200",
        )
        config.write_text("\n".join(lines) + "\n", "utf-8")
        with (self.folder / "sshd.log").open("wb") as log:
            process = subprocess.Popen([sshd, "-D", "-e", "-f", str(config)], stdout=log, stderr=log)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return process
        process.kill()
        raise RuntimeError((self.folder / "sshd.log").read_text("utf-8", "replace"))


def run(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a program, which must succeed."""
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
