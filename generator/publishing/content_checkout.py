"""Checks out only the folder `content/` of a commit; program and configuration are the installed ones.

A separate repository borrows the objects of the pushed one, which is never written to. A commit's `.gitattributes` and
symlinks have no effect: bytes are written as committed.
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
"""Attributes for every file; those in `info/` override a commit's."""


class ContentCheckout:
    """A checkout of `content/` that moves between commits; only differing files are written."""

    def __init__(self, repository: Path, folder: Path) -> None:
        """Take the pushed repository and the target folder, which is created on first use."""
        self._repository = repository.resolve()
        self._folder = folder
        self._git = Git(folder, _SETTINGS)

    @property
    def content(self) -> Path:
        """The content folder on disk."""
        return self._folder / CONTENT

    def tip(self, ref: str) -> str | None:
        """Return the commit of a branch of the repository; None if there is no such branch."""
        answer = Git(self._repository, _SETTINGS).run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return answer.out.decode("ascii").strip() if answer.code == 0 else None

    def place(self, commit: str, instead: Mapping[str, str] | None = None) -> None:
        """Check out the content of a commit; `instead` has, by code, other commits to take LAOs from.

        Raises PhaenError if the commit cannot be read, OSError if it cannot be written.
        """
        self._set_up()
        try:
            self._place(commit, instead or {})
        except (GitError, pygit2.GitError, KeyError, ValueError):
            shutil.rmtree(self._folder, ignore_errors=True)  # a builder was killed here: start again
            self._set_up()
            try:
                self._place(commit, instead or {})
            except (GitError, pygit2.GitError, KeyError, ValueError) as error:
                raise PhaenError(f"อ่านข้อมูลของเวอร์ชัน {commit[:12]} ในคลังข้อมูลไม่ได้ ({str(error)[:200]})") from error

    def lao_trees(self, commit: str) -> dict[str, str]:
        """Return git's tree id of each LAO's folder in a commit, by code: equal ids, equal data."""
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
        """Return the time of a commit, in seconds since 1970."""
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
        (self._folder / ".git/index.lock").unlink(missing_ok=True)  # left by a killed builder
        tree = self._mixed(commit, instead) if instead else commit
        self.content.mkdir(exist_ok=True)
        self._git.output("read-tree", "--reset", "-u", tree)
        self._git.output("update-ref", "--no-deref", "HEAD", commit)
        self._git.output("clean", "-ffdxq", "--", CONTENT)
        self.content.mkdir(exist_ok=True)

    def _mixed(self, commit: str, instead: Mapping[str, str]) -> str:
        """Write a tree that equals the commit's except for some LAOs; return its id."""
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
