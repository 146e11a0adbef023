"""Tampering with a repository is found: real git and real keys, made for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.history.integrity import Trace
from generator.history.integrity import TraceKind as K
from generator.history.manifests import RootManifest
from generator.history.repository_integrity import verify_repository
from tests.history.signed_repository import ONE, OTHER, SignedRepository

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("ssh-keygen")),
    reason="needs git and ssh-keygen (apt install openssh-client)",
)
Repository = SignedRepository


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with four signed commits of two LAOs."""
    folder = tmp_path_factory.mktemp("published")
    made = Repository(folder)
    for code, text in ((ONE, "a"), (OTHER, "a"), (ONE, "b"), (OTHER, "b")):
        made.plan(code, text)
    return folder


@pytest.fixture
def repository(published: Path, tmp_path: Path) -> Repository:
    """Return a copy of it for one test."""
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    copied = object.__new__(Repository)
    copied.folder, copied.keys, copied._days = tmp_path / "repository", tmp_path / "keys", 10
    return copied


def traces(
    repository: Repository, earlier: RootManifest | tuple[str, ...] | None = None, signers: str | None = ""
) -> list[Trace]:
    file = None if signers is None else repository.signers(signers)
    return verify_repository(repository.folder, earlier, file).traces


def kinds(found: list[Trace]) -> list[K]:
    return [trace.kind for trace in found]


def test_an_untouched_repository_has_no_traces(repository: Repository) -> None:
    saved = repository.manifest()
    listed = tuple(repository.git("rev-list", "--first-parent", "HEAD").split())
    repository.plan(ONE, "c")
    assert traces(repository, saved) == []
    assert traces(repository, listed) == []
    assert traces(repository, listed[::-1]) == []
    counts = verify_repository(repository.folder, None, repository.signers()).counts
    assert counts == {"commits": 5, "signed": 5, "valid": 5}


# Signatures.


def test_an_unsigned_commit_is_a_trace(repository: Repository) -> None:
    commit = repository.plan(ONE, "c", key=None)
    assert traces(repository) == [Trace(K.UNSIGNED, commit)]


def test_an_unknown_key_is_a_trace(repository: Repository) -> None:
    commit = repository.plan(ONE, "c", key="stranger")
    assert traces(repository) == [Trace(K.WRONG_KEY, commit)]


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ('valid-after="20240104"', K.KEY_NOT_YET_VALID),
        ('namespaces="git",valid-after="20240104Z"', K.KEY_NOT_YET_VALID),
        ('valid-after="20240104",valid-before="20300101"', K.KEY_NOT_YET_VALID),
        ('valid-before="20240103"', K.KEY_NO_LONGER_VALID),
    ],
)
def test_a_key_is_valid_only_in_its_period(options: str, kind: K, repository: Repository) -> None:
    found = traces(repository, signers=options)
    assert set(kinds(found)) == {kind}
    assert 0 < len(found) < 4


def test_a_key_not_for_commits_is_a_trace(repository: Repository) -> None:
    assert kinds(traces(repository, signers='namespaces="file"')) == [K.WRONG_KEY] * 4


def raw(repository: Repository, commit: str) -> bytes:
    return repository.git("cat-file", "commit", commit).encode() + b"\n"


def put(repository: Repository, content: bytes) -> str:
    commit = repository.git("hash-object", "-t", "commit", "-w", "--stdin", given=content)
    repository.git("reset", "-q", "--hard", commit)
    return commit


def test_a_signature_copied_from_another_commit_is_a_trace(repository: Repository) -> None:
    other = raw(repository, "HEAD~1")
    signature = other[other.index(b"gpgsig ") : other.index(b"\n\n")]
    own = raw(repository, "HEAD")
    commit = put(repository, own[: own.index(b"gpgsig ")] + signature + own[own.index(b"\n\n") :])
    assert traces(repository) == [Trace(K.SIGNATURE_BAD, commit)]


def test_a_changed_message_of_a_signed_commit_is_a_trace(repository: Repository) -> None:
    commit = put(repository, raw(repository, "HEAD") + b"more\n")
    assert traces(repository) == [Trace(K.SIGNATURE_BAD, commit)]
    assert traces(repository, signers=None)[0] == Trace(K.SIGNATURE_BAD, commit)


def test_the_policy_of_the_repository_is_valid_from_the_next_commit(repository: Repository) -> None:
    shutil.copy(repository.signers(), repository.folder / "allowed_signers")
    repository.commit("policy")
    shutil.copy(repository.signers(key="stranger"), repository.folder / "allowed_signers")
    first = repository.commit("admits its own key", key="stranger")
    repository.plan(ONE, "c", key="stranger")
    last = repository.plan(ONE, "d", key="officer")
    found = traces(repository, signers=None)
    assert kinds(found[2:]) == [K.KEY_UNKNOWN] * 5
    assert found[:2] == [Trace(K.WRONG_KEY, last), Trace(K.WRONG_KEY, first)]


def test_without_any_policy_nothing_is_called_tampered(repository: Repository) -> None:
    repository.plan(ONE, "c", key=None)
    found = verify_repository(repository.folder)
    assert kinds(found.traces) == [K.UNSIGNED_WITHOUT_POLICY, *[K.KEY_UNKNOWN] * 4]
    assert not found.is_tampered


@pytest.fixture
def gpg(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield the id of the only key in a keyring."""
    if not shutil.which("gpg"):
        # Officers sign with SSH; without gpg all of that can still be tested. CI has it, and a skip there is a failure.
        pytest.skip("needs gpg (apt install gnupg)")
    home = tempfile.mkdtemp(prefix="gpg-")  # short: path of the agent's socket
    monkeypatch.setenv("GNUPGHOME", home)
    key = [
        "gpg",
        "--batch",
        "--quiet",
        "--passphrase",
        "",
        "--quick-generate-key",
        "officer",
        "ed25519",
        "sign",
        "never",
    ]
    try:
        subprocess.run(key, check=True, capture_output=True)
        yield "officer"
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def test_openpgp_signatures_are_checked_with_the_users_keyring(
    repository: Repository, gpg: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.write("x", "x")
    repository.git("add", "--all")
    sign = ["-c", "gpg.format=openpgp", "commit", "-q", "-m", "x", f"--gpg-sign={gpg}"]
    repository.git(*sign, day=20)
    assert traces(repository) == []
    (tmp_path / "empty").mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(tmp_path / "empty"))
    assert traces(repository) == [Trace(K.WRONG_KEY, repository.head)]
    assert traces(repository, signers=None)[0] == Trace(K.KEY_UNKNOWN, repository.head)


# History compared with what was published before.


def amend(repository: Repository) -> str:
    repository.write(f"plans/{OTHER}-x/2567-2569/plan.yml", "another text")
    repository.git("add", "--all")
    repository.git("commit", "-q", "--amend", "--no-edit", f"--gpg-sign={repository.keys / 'officer'}", day=4)
    return repository.head


def forget(repository: Repository) -> None:
    """Leave only what HEAD reaches, as in a new clone."""
    repository.git("reflog", "expire", "--expire=now", "--all")
    repository.git("gc", "-q", "--prune=now")


@pytest.mark.parametrize("is_known", [True, False], ids=["the old commit is still there", "it is not"])
@pytest.mark.parametrize("by", ["manifest", "list"])
def test_a_rewritten_commit_is_a_trace(is_known: bool, by: str, repository: Repository) -> None:
    saved = repository.manifest() if by == "manifest" else (repository.git("rev-parse", "HEAD~1"), repository.head)
    old, new = repository.head, amend(repository)
    if not is_known:
        forget(repository)
    code = OTHER if by == "manifest" else ""
    expected = Trace(K.COMMIT_REWRITTEN, old, code, new) if is_known else Trace(K.COMMIT_GONE, old, code)
    assert traces(repository, saved) == [expected]


def test_a_commit_with_another_message_is_a_rewritten_one(repository: Repository) -> None:
    saved, old = repository.manifest(), repository.head
    repository.git("commit", "-q", "--amend", "-m", "other words", f"--gpg-sign={repository.keys / 'officer'}", day=4)
    assert traces(repository, saved) == [Trace(K.COMMIT_REWRITTEN, old, OTHER, repository.head)]


def test_a_removed_last_commit_is_a_trace(repository: Repository) -> None:
    saved, old = repository.manifest(), repository.head
    repository.git("reset", "-q", "--hard", "HEAD~1")
    assert traces(repository, saved) == [Trace(K.COMMIT_REMOVED, old, OTHER)]
    forget(repository)
    assert traces(repository, saved) == [Trace(K.COMMIT_GONE, old, OTHER)]


def test_reordered_commits_are_a_trace(repository: Repository) -> None:
    saved = repository.manifest()
    one, other = repository.git("rev-list", "--first-parent", "-2", "HEAD").split()
    repository.git("reset", "-q", "--hard", "HEAD~2")
    repository.git("cherry-pick", one, day=30)
    repository.git("cherry-pick", other, day=31)
    found = traces(repository, saved, signers=None)
    assert {trace.place for trace in found if trace.kind is K.COMMIT_REORDERED} == {one, other}


def test_published_commits_outside_first_parents_are_a_trace(repository: Repository) -> None:
    """A merge whose first parent is another history hides published commits."""
    saved, old = repository.manifest(), repository.head
    repository.git("reset", "-q", "--hard", "HEAD~1")
    repository.plan(ONE, "instead")
    repository.git("merge", "-q", "-s", "ours", "-m", "merge", f"--gpg-sign={repository.keys / 'officer'}", old, day=30)
    assert Trace(K.COMMIT_REORDERED, old, OTHER) in traces(repository, saved)


def test_the_manifest_of_another_site_is_a_trace(repository: Repository, tmp_path: Path) -> None:
    other = RootManifest("https://b.go.th/", "1" * 40, {"5999977": next(iter(repository.manifest().laos.values()))}, {})
    other = replace(other, laos={code: mark._replace(commit="2" * 40) for code, mark in other.laos.items()})
    assert kinds(traces(repository, other)) == [K.MANIFEST_OF_OTHER_SITE]


def test_content_that_differs_from_the_commit_is_a_trace(repository: Repository) -> None:
    saved = repository.manifest()
    laos = {**saved.laos, ONE: saved.laos[ONE]._replace(content="0" * 64)}
    assert traces(repository, replace(saved, laos=laos)) == [Trace(K.CONTENT_DIFFERS, repository.head, ONE)]


def test_a_manifest_without_commits_proves_nothing(repository: Repository) -> None:
    saved = replace(repository.manifest(), commit=None, laos={})
    assert kinds(traces(repository, saved)) == [K.NOTHING_TO_COMPARE]


def redact(repository: Repository, *codes: str) -> tuple[str, str]:
    """Rewrite the last commit as `phaen redact` does; return the old id and the new one."""
    old = repository.head
    repository.write(f"plans/{OTHER}-x/2567-2569/plan.yml", "[ปกปิด]")
    repository.git("add", "--all")
    named = "".join(f"Redacted-LAO: {code}\n" for code in codes)
    message = f"{OTHER}: b\n\nRedacts: {old}\n{named}Redaction-Reason: ข้อมูลส่วนบุคคล\n"
    repository.git("commit", "-q", "--amend", "-m", message, f"--gpg-sign={repository.keys / 'officer'}", day=4)
    forget(repository)
    return old, repository.head


def test_a_declared_redaction_is_reported_as_declared(repository: Repository) -> None:
    saved = repository.manifest()
    old, new = redact(repository, OTHER)
    found = verify_repository(repository.folder, saved, repository.signers())
    assert kinds(found.traces) == [K.REDACTED, K.REDACTED]
    assert found.traces[0] == Trace(K.REDACTED, old, OTHER, f"{new} {OTHER} ข้อมูลส่วนบุคคล")
    assert not found.is_tampered


def test_a_redaction_covers_only_the_laos_that_it_names(repository: Repository) -> None:
    saved = repository.manifest()
    _, new = redact(repository, ONE)
    assert Trace(K.CONTENT_DIFFERS, new, OTHER) in traces(repository, saved)


# Untrusted repositories.


def test_missing_and_corrupt_objects_are_reported_and_the_rest_is_checked(repository: Repository) -> None:
    blobs = [repository.git("rev-parse", f"HEAD:plans/{code}-x/2567-2569/plan.yml") for code in (ONE, OTHER)]
    files = [repository.folder / ".git" / "objects" / blob[:2] / blob[2:] for blob in blobs]
    for file in files:
        file.chmod(0o600)
    files[0].unlink()
    files[1].write_bytes(b"spoilt")
    commit = repository.plan("5999903", "c", key=None)
    found = traces(repository)
    assert {trace.place for trace in found if trace.kind is K.OBJECT_DAMAGED} == set(blobs)
    assert found[-1] == Trace(K.UNSIGNED, commit)


def test_a_missing_commit_ends_the_chain_and_the_rest_is_verified(repository: Repository) -> None:
    lost = repository.git("rev-parse", "HEAD~2")
    file = repository.folder / ".git" / "objects" / lost[:2] / lost[2:]
    file.chmod(0o600)
    file.unlink()
    found = verify_repository(repository.folder, None, repository.signers())
    assert K.CHAIN_BROKEN in kinds(found.traces)
    assert found.is_tampered
    assert found.counts["valid"] == 2


def test_a_shallow_clone_is_reported_as_shallow(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=2", f"file://{repository.folder}", str(clone))
    found = verify_repository(clone, None, repository.signers())
    assert kinds(found.traces) == [K.SHALLOW]


def test_replaced_commits_are_not_followed(repository: Repository) -> None:
    saved, old = repository.manifest(), repository.head
    new = amend(repository)
    repository.git("replace", new, old)
    found = traces(repository, saved)
    assert Trace(K.COMMIT_REWRITTEN, old, OTHER, new) in found
    assert K.REPLACEMENTS in kinds(found)


def test_programs_in_a_repositorys_configuration_are_not_run(repository: Repository, tmp_path: Path) -> None:
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n")
    program.chmod(0o755)
    for name in (
        "gpg.program",
        "gpg.ssh.program",
        "gpg.openpgp.program",
        "core.fsmonitor",
        "gpg.ssh.defaultKeyCommand",
    ):
        repository.git("config", name, str(program))
    assert traces(repository) == []
    assert not (tmp_path / "ran").exists()


def test_a_clock_that_runs_backwards_is_reported(repository: Repository) -> None:
    commit = repository.commit("x", day=1)
    assert traces(repository) == [Trace(K.CLOCK_BACKWARDS, commit)]


def test_hostile_text_in_a_commit_does_not_stop_verification(repository: Repository) -> None:
    repository.commit("\x1b[2J" + "x" * 2_000_000 + "\n\nRedacts: zzz\n")
    assert traces(repository) == []


def empty(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", str(folder)], check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})


@pytest.mark.parametrize("make", [lambda _: None, empty], ids=["no repository", "no commit"])
def test_an_unverifiable_folder_raises(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(UsageError):
        verify_repository(tmp_path)
