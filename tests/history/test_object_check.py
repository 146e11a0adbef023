"""A corrupt object is found wherever git stores it, without a slow `git fsck` of intact repositories."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

import pytest

from generator.history.git_command import Answer, Git
from generator.history.integrity import Trace
from generator.history.integrity import TraceKind as K
from generator.history.object_check import damage
from tests.history.signed_repository import ONE, SignedRepository

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("ssh-keygen")),
    reason="needs git and ssh-keygen (apt install openssh-client)",
)


@pytest.fixture
def repository(tmp_path: Path) -> SignedRepository:
    made = SignedRepository(tmp_path)
    made.plan(ONE, "a", key=None)
    return made


def object_file(repository: SignedRepository) -> tuple[str, Path]:
    """Return the id of the plan's file and its path in the object store."""
    name = repository.git("rev-parse", f"HEAD:plans/{ONE}-x/2567-2569/plan.yml")
    file = repository.folder / ".git" / "objects" / name[:2] / name[2:]
    file.chmod(0o600)
    return name, file


def ids(found: list[Trace]) -> list[str]:
    assert {trace.kind for trace in found} <= {K.OBJECT_DAMAGED}
    return [trace.place for trace in found]


def test_an_intact_repository_has_no_damage(repository: SignedRepository) -> None:
    assert damage(Git(repository.folder)) == []


def test_an_object_with_the_content_of_another_is_damaged(repository: SignedRepository) -> None:
    name, file = object_file(repository)
    file.write_bytes(zlib.compress(b"blob 5\0other"))
    assert name in ids(damage(Git(repository.folder)))


def test_a_missing_object_is_damaged(repository: SignedRepository) -> None:
    name, file = object_file(repository)
    file.unlink()
    assert name in ids(damage(Git(repository.folder)))


def test_a_pack_with_a_changed_byte_is_damaged(repository: SignedRepository) -> None:
    repository.git("gc", "-q")
    (pack,) = (repository.folder / ".git" / "objects" / "pack").glob("*.pack")
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.chmod(0o600)
    pack.write_bytes(content)
    assert damage(Git(repository.folder))


def test_an_object_borrowed_from_another_repository_is_checked_too(
    repository: SignedRepository, tmp_path: Path
) -> None:
    repository.git("clone", "-q", "--shared", str(repository.folder), str(tmp_path / "borrower"))
    assert damage(Git(tmp_path / "borrower")) == []
    name, file = object_file(repository)
    file.write_bytes(zlib.compress(b"blob 5\0other"))
    assert name in ids(damage(Git(tmp_path / "borrower")))


def test_fsck_runs_only_for_a_damaged_repository(repository: SignedRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    run = Git.run

    def noted(git: Git, *arguments: str, **given: object) -> Answer:
        commands.append(arguments[0])
        return run(git, *arguments, **given)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once

    monkeypatch.setattr(Git, "run", noted)
    damage(Git(repository.folder))
    assert "fsck" not in commands
    object_file(repository)[1].unlink()
    damage(Git(repository.folder))
    assert "fsck" in commands
