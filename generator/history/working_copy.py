"""Uncommitted changes on disk: for `phaen check`, which warns before they are pushed.

Uses only the last commit, so that the time to check an LAO does not depend on the length of the history.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.history.git_command import Git, GitError
from generator.history.git_steps import FolderStep
from generator.history.history_index import PLACE, HistoryIndex, Known
from generator.history.revisions import NO_HISTORIES, PlanHistory, plan_histories, slug_of
from generator.model.content import LaoFolder
from generator.reading.lao_reader import ReadLao

_UNCOMMITTED = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
_SOMETHING = "something"
"""Stands for git's id of a folder in the last commit."""


@dataclass(frozen=True)
class WorkingCopy:
    """The LAO folders that differ from the last commit."""

    repository: str = ""
    prefix: str = ""
    head: str = ""
    changed: frozenset[str] = frozenset()
    """Folder names below plans/."""

    def histories(self, read: ReadLao, framework_ids: Collection[str] | None) -> dict[str, PlanHistory]:
        """Return the last committed version of each plan of an LAO; none if nothing has changed since."""
        folder = read.lao_folder
        name = folder.path.rpartition("/")[2]
        if name not in self.changed:
            return dict(NO_HISTORIES)
        step = FolderStep(self.head, name, _SOMETHING, tuple((slug, _SOMETHING) for slug in _cycles(folder)))
        index = HistoryIndex(self.repository, self.prefix, self.head, Known.WHOLE, {folder.code: (step,)})
        return plan_histories(read, index, (folder.code,), framework_ids)


NOTHING_KNOWN = WorkingCopy()
"""State of content outside a repository."""


def working_copy(content: Path) -> WorkingCopy:
    """Return the differences from the last commit; none without a repository or commit."""
    try:
        top, inner, _ = Git(content).output(*PLACE).decode("utf-8", "surrogateescape").split("\n")[:3]
        head = Git(content).output("rev-parse", "--verify", "HEAD^{commit}").decode("ascii").strip()
        listed = Git(content).output(*_UNCOMMITTED, "--", "plans")
    except (GitError, ValueError):
        return NOTHING_KNOWN
    plans = f"{inner}plans/".encode("utf-8", "surrogateescape")
    paths = [entry[3:] for entry in listed.split(b"\0") if entry[3:].startswith(plans)]
    names = {path[len(plans) :].partition(b"/")[0].decode("utf-8", "surrogateescape") for path in paths}
    return WorkingCopy(top, inner.removesuffix("/"), head, frozenset(names))


def _cycles(lao_folder: LaoFolder) -> list[str]:
    return [slug_of(plan) for plan in lao_folder.plans]
