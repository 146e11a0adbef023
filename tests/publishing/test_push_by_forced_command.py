"""Pushes over real SSH without gitolite: each key runs only `phaen receive --ssh USER REPO`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.loopback_sshd import LoopbackSshd, has_sshd, make_keys
from tests.publishing.push_cases import TO_OWN, edit_own
from tests.publishing.push_server import OWN, PHAEN, Office, PushServer, environment, must_git, own_folder

USERS = ("own", "other", "auditor", "somebody")


class SshServer(PushServer):
    """A bare repository reached through the forced command of each key."""

    def __init__(self, folder: Path) -> None:
        """Write the authorized keys and start sshd."""
        super().__init__(folder)
        self.keys = make_keys(folder / "keys", USERS)
        authorized = folder / "authorized_keys"
        authorized.write_text("".join(self._line(user) for user in USERS), "utf-8")
        self.sshd = LoopbackSshd(folder, self.keys, authorized, [f"SetEnv PATH={os.environ['PATH']}"])

    def clone(self, name: str = "office") -> Office:
        """Clone over SSH; the repository named by the client is ignored."""
        folder = self.folder / name
        address = self.sshd.address("whatever.git")
        must_git(self.folder, "clone", "-q", address, str(folder), GIT_SSH_COMMAND=self.sshd.command("own"))
        return Office(folder, self.sshd.command)

    def _line(self, user: str) -> str:
        command = f"{PHAEN} receive --access {self.access} --ssh {user} {self.repository}".replace('"', '\\"')
        return f'command="{command}",restrict {(self.keys / f"{user}.pub").read_text("utf-8")}'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    if not has_sshd():
        pytest.skip("needs sshd: apt-get install openssh-server")  # CI has it, and a skip there is a failure
    made = SshServer(tmp_path_factory.mktemp("ssh"))
    yield made
    made.sshd.stop()


def test_the_key_decides_who_pushes(server: SshServer) -> None:
    office = server.clone("own-office")
    edit_own(office)
    refused = office.push(TO_OWN, user="other", PHAEN_USER="own", GL_USER="own")
    assert "PUSH-003" in refused.output
    assert f"ไม่มีสิทธิ์ส่งข้อมูลของ อปท. รหัส {OWN}" in refused.output
    pushed = office.push(TO_OWN)
    assert pushed.is_accepted, pushed.output
    assert "กองคลังและพัสดุ" in server.read(f"{own_folder()}/lao.yml")


@pytest.mark.parametrize(("user", "message"), [("auditor", "อ่านได้อย่างเดียว"), ("somebody", "ไม่มีในไฟล์สิทธิ์")])
def test_a_key_without_permission_pushes_nothing(server: SshServer, user: str, message: str) -> None:
    office = server.clone(f"{user}-office")
    edit_own(office)
    before = server.refs(), server.objects()
    assert message in office.push(TO_OWN, user=user).output
    assert (server.refs(), server.objects()) == before


@pytest.mark.parametrize("command", ["sh", "cat /etc/passwd", "git-receive-pack; id", "phaen publish"])
def test_a_key_runs_only_git(server: SshServer, command: str) -> None:
    ssh = [*server.sshd.command("own").split(), "-p", str(server.sshd.port), "127.0.0.1", command]
    done = subprocess.run(ssh, env=environment(), capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert "กุญแจนี้ใช้ได้กับ git เท่านั้น" in done.stderr.decode()
