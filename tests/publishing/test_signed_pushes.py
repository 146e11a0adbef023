"""If the access file requires signatures, the key decides who made a commit, not its author fields."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.history.integrity import TraceKind
from generator.history.repository_integrity import verify_repository
from tests.publishing.push_cases import TO_OWN, edit_own
from tests.publishing.push_server import ACCESS, Office, PushServer, must_git

SIGNED = f"{ACCESS}signed_commits: required\nsigners: allowed_signers\nsigning_key: keys/server\n"
KEYS = ("own", "own-too", "other", "stranger", "server")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> PushServer:
    folder = tmp_path_factory.mktemp("signed")
    keys = folder / "keys"
    keys.mkdir()
    lines = []
    for name in KEYS:
        arguments = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(keys / name)]
        subprocess.run(arguments, check=True)
        kind, key, _ = (keys / f"{name}.pub").read_text("utf-8").split()
        if name != "stranger":
            lines.append(f'{name} namespaces="git" {kind} {key}\n')
    (folder / "allowed_signers").write_text("".join(lines), "utf-8")
    return PushServer(folder, SIGNED)


def signing(server: PushServer, office: Office, key: str) -> Office:
    for name, value in (
        ("gpg.format", "ssh"),
        ("commit.gpgsign", "true"),
        ("user.signingKey", str(server.folder / "keys" / key)),
    ):
        office.git("config", name, value)
    return office


def test_an_unsigned_commit_is_refused(server: PushServer) -> None:
    office = server.clone("unsigned")
    edit_own(office)
    refused = office.push(TO_OWN)
    assert "PUSH-011" in refused.output
    assert "ไม่มีลายมือชื่อ" in refused.output


@pytest.mark.parametrize(
    ("key", "says"), [("stranger", "ไม่ได้ลงทะเบียนไว้"), ("other", "ผู้ที่ไม่มีสิทธิ์ส่งข้อมูลนี้"), ("server", "ผู้ที่ไม่มีสิทธิ์")]
)
def test_a_commit_signed_with_another_key_is_refused(server: PushServer, key: str, says: str) -> None:
    office = signing(server, server.clone(f"by-{key}"), key)
    edit_own(office)
    refused = office.push(TO_OWN)
    assert "PUSH-011" in refused.output
    assert says in refused.output


def test_a_signed_commit_stays_signed_and_the_server_signs_the_merge(server: PushServer) -> None:
    office = signing(server, server.clone("signed"), "own")
    tip = edit_own(office)
    pushed = office.push(TO_OWN, user="own-too")  # a colleague who may push the same
    assert pushed.is_accepted, pushed.output
    signers = f"gpg.ssh.allowedSignersFile={server.folder / 'allowed_signers'}"
    made = must_git(server.repository, "-c", signers, "log", "-2", "--topo-order", "--format=%H %G? %GS", "main")
    landed, own = made.splitlines()
    assert own == f"{tip} G own"
    assert landed.endswith(" G server")
    found = verify_repository(server.repository, None, Path(server.folder / "allowed_signers"))
    kinds = {trace.kind for trace in found.traces if trace.place == landed.split()[0]}
    assert TraceKind.UNSIGNED not in kinds
    assert not kinds & {TraceKind.SIGNATURE_BAD, TraceKind.WRONG_KEY, TraceKind.KEY_UNKNOWN}
