"""A real sshd on loopback with its own keys, both in a folder of the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path


def has_sshd() -> bool:
    """Return whether this machine has an SSH server."""
    return _program() is not None


def make_keys(folder: Path, users: Iterable[str]) -> Path:
    """Make a key for the host and for each user; return their folder."""
    folder.mkdir()
    for name in ("host", *users):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name))
    return folder


def run(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a program that must succeed."""
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


class LoopbackSshd:
    """A running sshd."""

    def __init__(self, folder: Path, keys: Path, authorized: Path, more: Iterable[str] = ()) -> None:
        """Start it. `authorized` is the file of authorized keys; `more` are further configuration lines."""
        self._folder, self._keys = folder, keys
        self.port = _free_port()
        self._process = self._start(authorized, more)

    def address(self, repository: str) -> str:
        """Return the address of a repository."""
        return f"ssh://127.0.0.1:{self.port}/{repository}"

    def command(self, user: str) -> str:
        """Return the SSH command of a user, for GIT_SSH_COMMAND."""
        known = self._folder / "known_hosts"
        options = (
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=accept-new",
            f"UserKnownHostsFile={known}",
            "BatchMode=yes",
        )
        return " ".join(["ssh", "-F", os.devnull, "-i", str(self._keys / user), *(f"-o {one}" for one in options)])

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(10)

    def _start(self, authorized: Path, more: Iterable[str]) -> subprocess.Popen[bytes]:
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # normally created by the system's service
        config = self._folder / "sshd_config"
        lines = (
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {self._keys / 'host'}",
            f"AuthorizedKeysFile {authorized}",
            f"PidFile {self._folder / 'sshd.pid'}",
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "PermitRootLogin prohibit-password",
            "MaxStartups 200",
            "MaxSessions 200",
            *more,
        )
        config.write_text("\n".join(lines) + "\n", "utf-8")
        command = [str(_program()), "-D", "-e", "-f", str(config)]
        with (self._folder / "sshd.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return process
        process.kill()
        raise RuntimeError((self._folder / "sshd.log").read_text("utf-8", "replace"))


def _program() -> str | None:
    return shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
