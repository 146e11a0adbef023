"""Real git repositories for tests, built from folders named by version or from versions written in the test.

`make_repository` is the builder; odd cases are in `odd_repositories.py` and `hostile_repositories.py`. The same
versions give the same commit ids with any git settings; signatures differ per key.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

import pygit2
import pytest
import yaml

MUNICIPALITY = Path(__file__).with_name("municipality")
"""A fictional municipality: eleven versions over three years, two amendments, one correction of money (06), one silent
edit (09) and one purely cosmetic change (03)."""
CODE = "5447101"
FOLDER = f"plans/{CODE}-sommut-rom-yen"
CYCLE = "2567-2569"
PLAN = f"{FOLDER}/{CYCLE}/plan.yml"
PROJECTS = f"{FOLDER}/{CYCLE}/projects.yml"
OFFICER = "งานการเจ้าหน้าที่ (สมมุติ) <personnel@rom-yen.example>"
BRANCH = "main"


@dataclass(frozen=True, slots=True)
class Link:
    """A symlink, created in the commit only."""

    target: str


Content: TypeAlias = "str | bytes | Link"


@dataclass(frozen=True, slots=True)
class Version:
    """One commit: the files that differ from the previous version."""

    message: str | bytes
    files: Mapping[str, Content] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    author: str = OFFICER
    date: str = ""
    """In git's format: ISO 8601, or `@seconds offset`; by default consecutive days from 1 January 2024."""


Versions: TypeAlias = "Path | Iterable[Version]"


def read_versions(folder: Path) -> list[Version]:
    """Return the versions of a folder: its folders in the order of `versions.yml`, which has the metadata."""
    said = yaml.safe_load((folder / "versions.yml").read_text("utf-8"))
    return [
        Version(
            message=one["message"],
            files={
                file.relative_to(folder / name).as_posix(): file.read_bytes()
                for file in sorted((folder / name).rglob("*"))
                if file.is_file()
            },
            removed=tuple(one.get("removed", ())),
            author=one["author"],
            date=one["date"].isoformat() if isinstance(one["date"], datetime.datetime) else one["date"],
        )
        for name, one in said.items()
    ]


def make_repository(folder: Path, versions: Versions, *, sign_with: Path | None = None) -> Path:
    """Make a repository with one commit per version on `main`; `sign_with` is a private SSH key."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--template=", "--object-format=sha1", f"--initial-branch={BRANCH}")
    git(folder, "config", "core.autocrlf", "false")
    add_versions(folder, versions, sign_with=sign_with)
    return folder


def add_versions(repository: Path, versions: Versions, *, sign_with: Path | None = None) -> None:
    """Commit further versions on the current branch."""
    found = read_versions(versions) if isinstance(versions, Path) else list(versions)
    start = datetime.datetime(2024, 1, 1, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
    for place, version in enumerate(found, start=_count(repository)):
        _stage(repository, version)
        date = version.date or (start + datetime.timedelta(place)).isoformat()
        _commit(repository, version, date, sign_with)
    if found:
        git(repository, "reset", "--quiet", "--hard")


def git(folder: Path, *arguments: str, stdin: bytes = b"", **variables: str) -> str:
    """Run git without machine or user settings; return its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment | variables, input=stdin, capture_output=True, check=False
    )
    assert done.returncode == 0, (arguments[:3], done.stderr.decode("utf-8", "replace")[:500])
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")


def _count(repository: Path) -> int:
    if pygit2.Repository(str(repository)).head_is_unborn:
        return 0
    return int(git(repository, "rev-list", "--first-parent", "--count", "HEAD"))


def commits(repository: Path) -> list[str]:
    """Return the ids of the commits of main, oldest first."""
    return git(repository, "rev-list", "--first-parent", "--reverse", BRANCH).split()


def _stage(repository: Path, version: Version) -> None:
    for path in version.removed:
        git(repository, "rm", "--quiet", "--cached", "-r", "--", path)
        _remove(repository, path)
    for path, content in version.files.items():
        if isinstance(content, Link):
            blob = git(repository, "hash-object", "-w", "--stdin", stdin=content.target.encode())
            git(repository, "update-index", "--add", "--replace", "--cacheinfo", f"120000,{blob},{path}")
            continue
        file = repository / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    plain = [path for path, content in version.files.items() if not isinstance(content, Link)]
    if plain:
        git(repository, "add", "--force", "--", *plain)


def _remove(repository: Path, path: str) -> None:
    """Delete a file or folder, and parents that become empty: a file may replace them."""
    found = repository / path
    if found.is_dir() and not found.is_symlink():
        shutil.rmtree(found)
    else:
        found.unlink(missing_ok=True)
    for above in found.parents:
        if above == repository or any(above.iterdir()):
            return
        above.rmdir()


def _commit(repository: Path, version: Version, date: str, sign_with: Path | None) -> None:
    name, _, address = version.author.rpartition(" <")
    who = {"NAME": name, "EMAIL": address.removesuffix(">"), "DATE": date}
    variables = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    settings = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={sign_with}") if sign_with else ()
    signing = ("--gpg-sign",) if sign_with else ("--no-gpg-sign",)
    message = version.message.encode() if isinstance(version.message, str) else version.message
    options = ("--quiet", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "--file=-", *signing)
    git(repository, *settings, "commit", *options, stdin=message, **variables)


# Keys.


def ssh_key(folder: Path, name: str = "key") -> Path:
    """Make a signing key; the public key is beside it, with `.pub`."""
    if not shutil.which("ssh-keygen"):
        # Keys are made for each test, and only ssh-keygen makes them; CI has it, and a skip there is a failure.
        pytest.skip("needs ssh-keygen: apt-get install openssh-client")
    folder.mkdir(parents=True, exist_ok=True)
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / name


def allowed_signers(file: Path, keys: Mapping[str, Path], *, valid_after: str = "") -> Path:
    """Write an allowed-signers file: keys by address, all valid from a day (`20240101`), or always."""
    options = f' valid-after="{valid_after}"' if valid_after else ""
    lines = [f"{who}{options} {key.with_name(f'{key.name}.pub').read_text().strip()}\n" for who, key in keys.items()]
    file.write_text("".join(lines))
    return file


# The municipality, intact and tampered with.


def municipality(folder: Path, *, sign_with: Path | None = None) -> Path:
    """Return the fictional municipality with all its versions."""
    return make_repository(folder, MUNICIPALITY, sign_with=sign_with)


def with_budget(thousands: int) -> str:
    """Return the first project table with another amount in its first project."""
    text = (MUNICIPALITY / "01-first-draft" / PROJECTS).read_text("utf-8")
    return re.sub("budget: .*", f"budget: {thousands},000", text, count=1)


def rewritten_commit(folder: Path) -> Path:
    """Return the municipality with other money in its fourth version and all later commits rewritten."""
    versions = read_versions(MUNICIPALITY)
    at = 3
    text = versions[at].files[PROJECTS]
    assert isinstance(text, bytes)
    changed = {**versions[at].files, PROJECTS: text.replace(b"80,000", b"90,000")}
    return make_repository(folder, [*versions[:at], replace(versions[at], files=changed), *versions[at + 1 :]])


def without_last_commit(folder: Path) -> Path:
    """Return the municipality without its newest version."""
    return make_repository(folder, read_versions(MUNICIPALITY)[:-1])


def without_a_commit(folder: Path) -> Path:
    """Return the municipality without the half-year report, which the next version does not mention."""
    versions = read_versions(MUNICIPALITY)
    return make_repository(folder, [*versions[:4], *versions[5:]])


def reordered_commits(folder: Path) -> Path:
    """Return the municipality with two versions swapped."""
    versions = read_versions(MUNICIPALITY)
    return make_repository(folder, [*versions[:8], versions[9], versions[8], versions[10]])
