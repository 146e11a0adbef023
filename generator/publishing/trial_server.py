"""A complete push-publishing set-up in one local folder, for trials and tests.

A bare repository with its hooks, two offices with keys and clones of their own, the builder, and OpenSSH's server on
loopback. Without sshd, a script replaces ssh: it runs what sshd would run for the office's key.
"""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PhaenError, UsageError
from generator.publishing.push_hooks import install, program
from generator.publishing.site_dir import SiteDir, SiteSettings

_GIT = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
_SSHD = """\
ListenAddress 127.0.0.1
HostKey {ssh}/host_key
AuthorizedKeysFile {ssh}/authorized_keys
PidFile {ssh}/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AllowTcpForwarding no
X11Forwarding no
PermitTTY no
PermitUserRC no
AcceptEnv GIT_PROTOCOL
"""
_STAND_IN = """\
#!/bin/sh
# Stands in for ssh where this computer has no sshd: runs what sshd would run for the key of this office.
SSH_ORIGINAL_COMMAND="$2" exec {command}
"""
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class TrialOffice:
    """An office that pushes."""

    user: str
    code: str
    clone: Path

    @property
    def branch(self) -> str:
        """The branch it pushes to."""
        return f"lao/{self.code}"


class TrialServer:
    """A trial folder. `set_up` creates everything; `ssh` runs the SSH server."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder.resolve()
        self.repository = self.folder / "plans.git"
        self.site = SiteDir(self.folder / "site")
        self._ssh = self.folder / "ssh"
        self._access = self.folder / "access.yml"
        sshd = shutil.which("sshd") or next((one for one in ("/usr/sbin/sshd",) if Path(one).is_file()), None)
        self._sshd = sshd if sshd and shutil.which("ssh-keygen") and shutil.which("ssh") else None

    @property
    def has_sshd(self) -> bool:
        """Whether pushes use a real OpenSSH server."""
        return self._sshd is not None

    def set_up(self, content: Path, users: Mapping[str, str], config: Path, *, builds: bool = False) -> None:
        """Create repository, keys, access file and hooks; `users` are codes of LAOs by user name.

        Raises UsageError if the folder is in use or a program is missing.
        """
        if self.folder.exists() and any(self.folder.iterdir()):
            raise UsageError(f"{self.folder} ไม่ว่าง ให้ระบุโฟลเดอร์ใหม่")
        self._ssh.mkdir(parents=True, mode=0o700)
        self._first_commit(content)
        lines = [f"  {user}: [{code}]" for user, code in users.items()]
        self._access.write_text("\n".join(("officers:", *lines, "central_office: [central]", "")), "utf-8")
        settings = SiteSettings(str(self.repository), str(config.resolve()), str(self._access))
        install(self.repository, self.site, settings, builds=builds)
        if self._sshd:
            _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "phaen", "-f", str(self._ssh / "host_key"))
            (self._ssh / "sshd_config").write_text(_SSHD.format(ssh=self._ssh), "utf-8")
        allowed = []
        for user in users:
            if self._sshd:
                key = self._ssh / user
                _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", user, "-f", str(key))
                command = self._forced(user).replace('"', '\\"')
                allowed.append(f'restrict,command="{command}" {key.with_suffix(".pub").read_text("utf-8")}')
            else:
                script = self._ssh / f"{user}.sh"
                script.write_text(_STAND_IN.format(command=self._forced(user)), "utf-8")
                script.chmod(0o755)
        (self._ssh / "authorized_keys").write_text("".join(allowed), "utf-8")

    @contextmanager
    def ssh(self) -> Iterator[int]:
        """Run OpenSSH's server on loopback during the block; yield its port, 0 if a script replaces ssh."""
        if not self._sshd:
            yield 0
            return
        if os.name == "posix" and os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # sshd requires it when run as root
        port = _free_port()
        command = [self._sshd, "-D", "-e", "-p", str(port), "-f", str(self._ssh / "sshd_config")]
        with (self._ssh / "log").open("ab") as log, subprocess.Popen(command, stderr=log) as server:  # noqa: S603  # ours
            try:
                _wait_for(port, server)
                yield port
            finally:
                server.terminate()

    def clone(self, user: str, code: str, port: int) -> TrialOffice:
        """Clone what an office needs, as in the handbook: only the folder of its LAO and the frameworks."""
        place = self.folder / f"office-{code}"
        settings = self._client(user, port)
        address = f"ssh://{_user()}@127.0.0.1:{port or 22}/plans.git"
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        _run("git", *options, "clone", "--quiet", "--filter=blob:none", "--sparse", *options, address, str(place))
        _run(
            "git",
            "-C",
            str(place),
            "sparse-checkout",
            "set",
            "--no-cone",
            f"/content/plans/{code}-*/",
            "/content/frameworks/",
        )
        _run("git", "-C", str(place), "switch", "--quiet", "--create", f"lao/{code}", "--no-track", "origin/main")
        for name, value in (
            ("user.name", f"งานการเจ้าหน้าที่ {code}"),
            ("user.email", f"{user}@example.go.th"),
            ("remote.origin.push", f"+HEAD:refs/heads/lao/{code}"),
        ):
            _run("git", "-C", str(place), "config", name, value)
        return TrialOffice(user, code, place)

    def _client(self, user: str, port: int) -> dict[str, str]:
        if not port:
            return {"core.sshCommand": shlex.quote(str(self._ssh / f"{user}.sh")), "ssh.variant": "simple"}
        known = (
            f"-o UserKnownHostsFile={shlex.quote(str(self._ssh / 'known_hosts'))} -o StrictHostKeyChecking=accept-new"
        )
        only = "-o IdentitiesOnly=yes -o IdentityAgent=none -F none -o LogLevel=ERROR"
        return {"core.sshCommand": f"ssh -i {shlex.quote(str(self._ssh / user))} {known} {only}"}

    def _forced(self, user: str) -> str:
        access, repository = shlex.quote(str(self._access)), shlex.quote(str(self.repository))
        return f"{program()} receive --access {access} --ssh {user} {repository}"

    def _first_commit(self, content: Path) -> None:
        work = self.folder / "first"
        shutil.copytree(content, work / "content")
        _run("git", "init", "--quiet", "--bare", "--initial-branch=main", "--template=", str(self.repository))
        git = ("git", "-C", str(work), "-c", "user.name=phaen", "-c", "user.email=phaen@server.invalid")
        _run("git", "init", "--quiet", "--initial-branch=main", "--template=", str(work))
        _run(*git, "add", "--all", "--force")
        _run(*git, "commit", "--quiet", "--message", "ข้อมูลตั้งต้น")
        _run(*git, "push", "--quiet", str(self.repository), "HEAD:main")
        shutil.rmtree(work)


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, env={**os.environ, **_GIT}, capture_output=True, check=False)  # noqa: S603  # ours
    except FileNotFoundError as error:
        raise UsageError(f"ไม่พบโปรแกรม {command[0]} ให้ติดตั้งก่อน") from error
    if done.returncode:
        raise PhaenError(f"{command[0]} ทำไม่สำเร็จ: {done.stderr.decode('utf-8', 'replace').strip()[:500]}")


def _user() -> str:
    import getpass

    return getpass.getuser()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise PhaenError("เริ่ม sshd ในเครื่องนี้ไม่ได้ ดูสาเหตุใน ssh/log ของโฟลเดอร์ทดลอง")
