"""A server that officers push to: a bare repository with the real hooks, and offices with their clones.

Everything is a real `git push`. The transport identifies the user: here, the variable that SSH would set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.building_blocks import PUBLISHED, ROOT, make_lao

OWN, OTHER, OF_PROVINCE = "5999901", "5999902", "5440599"
ACCESS = """\
officers:
  own: [5999901]
  own-too: [5999901]
  other: [5999902]
province_offices:
  mahasarakham: [มหาสารคาม]
central_office: [central]
auditors: [auditor]
"""
RECEIVING = {
    "transfer.fsckObjects": "true",
    "receive.maxInputSize": "20m",
    "receive.advertisePushOptions": "true",
    "receive.shallowUpdate": "true",
}
"""Settings that let pushes through to the hook, which refuses them in Thai where git would in English."""
WHO = {"NAME": "งานการเจ้าหน้าที่ (สมมุติ)", "EMAIL": "personnel@example.go.th"}
PHAEN = f'env "PYTHONPATH={ROOT}" "{sys.executable}" -P -c "from generator.cli import main; main()"'


@dataclass(frozen=True, slots=True)
class Pushed:
    """Result of a push."""

    code: int
    output: str
    """Output of the client."""

    @property
    def is_accepted(self) -> bool:
        """Whether git reports that everything was accepted."""
        return self.code == 0


def environment(**extra: str) -> dict[str, str]:
    """Return git's environment for a test, without machine settings."""
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in WHO.items()}
    own = {"PATH": os.environ["PATH"], "HOME": os.devnull, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return {**own, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, **who, **extra}


def run_git(folder: Path, *arguments: str, given: bytes = b"", **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder and return its result."""
    command = ["git", "-c", "protocol.file.allow=always", "-c", "gc.auto=0", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(**extra), input=given, capture_output=True, check=False)


def must_git(folder: Path, *arguments: str, given: bytes = b"", **extra: str) -> str:
    """Run git, which must succeed; return its output."""
    done = run_git(folder, *arguments, given=given, **extra)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "surrogateescape").strip()


class PushServer:
    """The bare repository with its access file and queue."""

    def __init__(self, folder: Path, access: str = ACCESS) -> None:
        """Make it, with two LAOs, one LAO of a province, the frameworks and a page on main."""
        self.folder = folder
        self.repository = folder / "plans.git"
        self.access = folder / "access.yml"
        self.queue = folder / "queue"
        folder.mkdir(parents=True, exist_ok=True)
        self.access.write_text(access, "utf-8")
        self.make_repository()
        for name, value in RECEIVING.items():
            must_git(self.repository, "config", name, value)
        seed(self.repository, folder / "seed")
        self.install_hooks()

    def make_repository(self) -> None:
        """Make the bare repository."""
        must_git(self.folder, "init", "-q", "--bare", "-b", "main", str(self.repository))

    def install_hooks(self) -> None:
        """Write both hooks."""
        for name, options in (("pre-receive", ""), ("post-receive", f' --after --queue "{self.queue}"')):
            hook = self.repository / "hooks" / name
            hook.parent.mkdir(exist_ok=True)
            hook.write_text(f'#!/bin/sh\nexec {PHAEN} receive --access "{self.access}"{options}\n', "utf-8")
            hook.chmod(0o755)

    def clone(self, name: str = "office") -> Office:
        """Clone main as an office does."""
        folder = self.folder / name
        must_git(self.folder, "clone", "-q", str(self.repository), str(folder))
        return Office(folder)

    def refs(self) -> dict[str, str]:
        """Return all refs with their commits."""
        lines = must_git(self.repository, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split(" ", 1) for line in lines)

    def objects(self) -> set[str]:
        """Return every object in the store, reachable or not."""
        form = "--batch-check=%(objectname)"
        return set(must_git(self.repository, "cat-file", form, "--batch-all-objects").split())

    def read(self, path: str, commit: str = "main") -> str:
        """Return the content of a file in a commit."""
        return must_git(self.repository, "show", f"{commit}:{path}")


@dataclass(frozen=True, slots=True)
class Office:
    """The clone of an office."""

    folder: Path
    ssh: Callable[[str], str] | None = None
    """The SSH command of a user; None if the variable that SSH would set is used."""

    def git(self, *arguments: str, **extra: str) -> str:
        """Run git, which must succeed."""
        return must_git(self.folder, *arguments, **extra)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the work tree."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a text of a file, which must occur in it once."""
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1, f"{text.count(old)} times in {path}: {old}"
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "แก้ชื่อโครงการตามเอกสาร", **extra: str) -> str:
        """Commit everything; return the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, "--allow-empty", "--allow-empty-message", **extra)
        return self.git("rev-parse", "HEAD")

    def push(self, *what: str, user: str | None = "own", **extra: str) -> Pushed:
        """Push as a user of the access file."""
        named = {"GL_USER": user} if user else {}
        if self.ssh and user:
            named = {"GIT_SSH_COMMAND": self.ssh(user)}
        done = run_git(self.folder, "push", "origin", *what, **named, **extra)
        output = done.stderr.decode("utf-8", "replace")
        lines = [line.removeprefix("remote: ").rstrip() for line in output.splitlines()]
        return Pushed(done.returncode, "\n".join(lines))


def seed(repository: Path, folder: Path) -> None:
    """Put the first content on main as the server's operator does, bypassing the hooks."""
    content = folder / "content"
    content.mkdir(parents=True)
    for code, slug in ((OWN, "tua-yang"), (OTHER, "tua-yang-song"), (OF_PROVINCE, "tua-yang-sam")):
        make_lao(content, code, slug)
    shutil.copytree(PUBLISHED / "frameworks", content / "frameworks")
    page = content / "pages" / "about" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# เกี่ยวกับเว็บไซต์\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: แผน\n", "utf-8")
    must_git(folder, "init", "-q", "-b", "main")
    must_git(folder, "add", "-A")
    must_git(folder, "commit", "-q", "-m", "ตั้งต้นข้อมูล")
    must_git(repository, "fetch", "-q", str(folder), "main:main")


def own_folder(code: str = OWN) -> str:
    """Return the folder of an LAO in the repository."""
    slugs: Mapping[str, str] = {OWN: "tua-yang", OTHER: "tua-yang-song", OF_PROVINCE: "tua-yang-sam"}
    return f"content/plans/{code}-{slugs[code]}"
