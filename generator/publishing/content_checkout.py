"""The folder `content/` of a commit on disk, and nothing else of it; the program and its configuration are installed.

A repository of its own borrows the objects of the one that is pushed to, so that nothing is ever written there. What a
commit says about files (`.gitattributes`, symbolic links) has no effect: bytes are written as they were committed.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pygit2

from generator.errors import PhaenError, UsageError
from generator.history.git_command import Git, GitError
from generator.reading.folders import LAO_FOLDER

CONTENT = "content"
_SETTINGS = {"safe.directory": "*", "core.sparseCheckout": "true", "core.sparseCheckoutCone": "false"}
_SETTINGS |= {"core.symlinks": "false", "core.autocrlf": "false", "core.fileMode": "false", "gc.auto": "0"}
_PLAIN = "* -text -eol -ident -filter !working-tree-encoding\n"
"""Attributes for every file; those in `info/` overrule what a commit says."""


class ContentCheckout:
    """A checkout of `content/`, moved from commit to commit; only files that differ are written."""

    def __init__(self, repository: Path, folder: Path) -> None:
        """Take the repository that is pushed to, and the folder to write to. It is made when it is used."""
        self._repository = repository.resolve()
        self._folder = folder
        self._git = Git(folder, _SETTINGS)

    @property
    def content(self) -> Path:
        """The content folder on disk."""
        return self._folder / CONTENT

    def tip(self, ref: str) -> str | None:
        """Return the commit that a branch of the repository names; None where there is no such branch."""
        answer = Git(self._repository, _SETTINGS).run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return answer.out.decode("ascii").strip() if answer.code == 0 else None

    def place(self, commit: str, instead: Mapping[str, str] | None = None) -> None:
        """Write the content of a commit; `instead` has the LAOs that are taken from another commit, by code.

        Raises PhaenError where the commit cannot be read, OSError where it cannot be written.
        """
        self._set_up()
        try:
            self._place(commit, instead or {})
        except (GitError, pygit2.GitError, KeyError, ValueError):
            shutil.rmtree(self._folder, ignore_errors=True)  # a builder was killed in it: from the beginning
            self._set_up()
            try:
                self._place(commit, instead or {})
            except (GitError, pygit2.GitError, KeyError, ValueError) as error:
                raise PhaenError(f"อ่านข้อมูลของเวอร์ชัน {commit[:12]} ในคลังข้อมูลไม่ได้ ({str(error)[:200]})") from error

    def lao_trees(self, commit: str) -> dict[str, str]:
        """Return git's ids of the folders of each LAO in a commit, by code: the same ids, the same data."""
        self._set_up()
        repository = pygit2.Repository(str(self._folder))
        found: dict[str, str] = {}
        with suppress(KeyError):
            for entry in _plans(repository, commit):
                if entry.name and LAO_FOLDER.fullmatch(entry.name):
                    code = entry.name[:7]
                    found[code] = f"{found.get(code, '')}{entry.name} {entry.id} "
        return found

    def day(self, commit: str) -> int:
        """Return when a commit was made, in seconds since 1970."""
        self._set_up()
        return pygit2.Repository(str(self._folder))[commit].peel(pygit2.Commit).commit_time

    def _set_up(self) -> None:
        own = self._folder / ".git"
        if (own / "ready").is_file() and (own / "ready").read_text("utf-8") == str(self._repository):
            return
        if not (self._repository / "objects").is_dir():
            raise UsageError(f"ไม่พบคลังข้อมูล git ที่ {self._repository}")
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._git.output("init", "--quiet", "--template=")
        for name in ("objects/info", "info"):
            (own / name).mkdir(parents=True, exist_ok=True)
        (own / "objects/info/alternates").write_text(f"{self._repository / 'objects'}\n", "utf-8")
        (own / "info/sparse-checkout").write_text(f"/{CONTENT}/\n", "utf-8")
        (own / "info/attributes").write_text(_PLAIN, "utf-8")
        (own / "ready").write_text(str(self._repository), "utf-8")

    def _place(self, commit: str, instead: Mapping[str, str]) -> None:
        (self._folder / ".git/index.lock").unlink(missing_ok=True)  # of a builder that was killed
        tree = self._mixed(commit, instead) if instead else commit
        self.content.mkdir(exist_ok=True)
        self._git.output("read-tree", "--reset", "-u", tree)
        self._git.output("update-ref", "--no-deref", "HEAD", commit)
        self._git.output("clean", "-ffdxq", "--", CONTENT)
        self.content.mkdir(exist_ok=True)

    def _mixed(self, commit: str, instead: Mapping[str, str]) -> str:
        """Write a tree as that of a commit, but for some LAOs; return its id."""
        repository = pygit2.Repository(str(self._folder))
        top = repository[commit].peel(pygit2.Tree)
        plans = repository.TreeBuilder(_plans(repository, commit))
        for entry in list(_plans(repository, commit)):
            if entry.name and entry.name[:7] in instead and LAO_FOLDER.fullmatch(entry.name):
                plans.remove(entry.name)
        for code, other in instead.items():
            for entry in _plans(repository, other):
                if entry.name and entry.name[:7] == code and LAO_FOLDER.fullmatch(entry.name):
                    plans.insert(entry.name, entry.id, entry.filemode)
        content = repository.TreeBuilder(top[CONTENT].peel(pygit2.Tree))
        content.insert("plans", plans.write(), pygit2.enums.FileMode.TREE)
        whole = repository.TreeBuilder(top)
        whole.insert(CONTENT, content.write(), pygit2.enums.FileMode.TREE)
        return str(whole.write())


def _plans(repository: pygit2.Repository, commit: str) -> pygit2.Tree:
    return repository[commit].peel(pygit2.Tree)[f"{CONTENT}/plans"].peel(pygit2.Tree)
