"""Index of a repository: for each LAO, the steps of the main branch that touched its folder.

A step is a commit compared with its first parent, so that a merge counts once, with all its changes. The index is
cached between builds, and later runs read only new commits.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.history.git_command import Git, GitError
from generator.history.git_steps import FolderStep, one_each, steps_of
from generator.reading.folders import LAO_FOLDER

SCHEMA = 1


class Known(StrEnum):
    """How much of the history of a content folder is known."""

    WHOLE = "whole"
    SHALLOW = "shallow"
    """A shallow clone: older commits are missing."""
    DAMAGED = "damaged"
    """Git could not read everything."""
    NONE = "none"
    """No git, no repository, or no commit yet."""


@dataclass(frozen=True)
class HistoryIndex:
    """The steps of all LAOs, oldest first."""

    repository: str = ""
    """Top folder of the repository; empty without one."""
    prefix: str = ""
    """The content folder below it, with forward slashes; empty if it is the root."""
    head: str = ""
    known: Known = Known.NONE
    steps: Mapping[str, tuple[FolderStep, ...]] = field(default_factory=dict)
    """By code of the LAO."""

    def of(self, codes: Sequence[str]) -> tuple[FolderStep, ...]:
        """Return the steps of an LAO, from its former codes and then its own.

        Of several former codes (merged LAOs), only the first with known steps is continued.
        """
        *former, own = codes
        before = next((self.steps[code] for code in former if code in self.steps), ())
        return tuple(one_each((*before, *self.steps.get(own, ()))))

    def gone(self, known: Collection[str]) -> dict[str, str]:
        """Return the commit that deleted an LAO's folder, by code.

        `known` are the current and former codes of LAOs.
        """
        last = {code: steps[-1] for code, steps in sorted(self.steps.items()) if code not in known}
        return {code: step.commit for code, step in last.items() if not step.tree}

    def to_json(self) -> bytes:
        """Return the index as JSON; the same index gives the same bytes."""
        written = {
            "schema": SCHEMA,
            "repository": self.repository,
            "prefix": self.prefix,
            "head": self.head,
            "known": self.known,
            "steps": dict(sorted(self.steps.items())),
        }
        return json.dumps(written, separators=(",", ":")).encode("ascii")


def index_from_json(content: bytes) -> HistoryIndex | None:
    """Return the index that `to_json` wrote; None for anything else."""
    try:
        written: Any = json.loads(content)
        if written["schema"] != SCHEMA:
            return None
        steps = {
            code: tuple(
                FolderStep(commit, folder, tree, tuple(map(tuple, cycles))) for commit, folder, tree, cycles in steps
            )
            for code, steps in written["steps"].items()
        }
        return HistoryIndex(written["repository"], written["prefix"], written["head"], Known(written["known"]), steps)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def read_history(content: Path, kept: HistoryIndex | None = None) -> HistoryIndex:
    """Return the steps of the checked-out branch of the content's repository; `kept` is a cached index to extend.

    Never raises: `known` states what could not be read.
    """
    found = _place_of(content)
    if found is None:
        return HistoryIndex()
    top, prefix, head, is_shallow = found
    is_same = kept is not None and kept.known is Known.WHOLE and (kept.repository, kept.prefix) == (top, prefix)
    if kept is not None and is_same and kept.head == head:
        return kept
    before = kept if kept is not None and is_same and _continues(Path(top), kept.head, head) else None
    commits = f"{before.head}..{head}" if before else head
    new, is_whole = steps_of(Path(top), prefix, commits, [""])
    if before and not is_whole:
        return read_history(content)
    steps = {code: (*before.steps.get(code, ()), *later) for code, later in new.items()} if before else new
    return HistoryIndex(top, prefix, head, _known(is_shallow, is_whole), {**before.steps, **steps} if before else steps)


def read_history_of(content: Path, codes: Sequence[str]) -> HistoryIndex:
    """Return the steps of some LAOs only, much faster: git skips all other folders.

    If a folder was renamed, its earlier name is looked up in the commit before.
    """
    found = _place_of(content)
    if found is None:
        return HistoryIndex()
    top, prefix, head, is_shallow = found
    names: set[str] = set()
    more = _names(Path(top), prefix, head, codes)
    steps: dict[str, tuple[FolderStep, ...]] = {}
    is_whole = True
    while not more <= names:
        names |= more
        steps, is_whole = steps_of(Path(top), prefix, head, sorted(names))
        firsts = (step for of_lao in steps.values() for step in of_lao if _comes(step, of_lao))
        more = {name for step in firsts for name in _names(Path(top), prefix, f"{step.commit}^1", codes)}
    return HistoryIndex(top, prefix, head, _known(is_shallow, is_whole), steps)


def _place_of(content: Path) -> tuple[str, str, str, bool] | None:
    """Return repository, content folder in it, HEAD, and whether the clone is shallow; None without a repository."""
    try:
        top, inner, shallow = Git(content).output(*PLACE).decode("utf-8", "surrogateescape").split("\n")[:3]
        head = Git(content).output("rev-parse", "--verify", "HEAD^{commit}").decode("ascii").strip()
    except (GitError, ValueError):
        return None
    return top, inner.removesuffix("/"), head, shallow == "true"


def _known(is_shallow: bool, is_whole: bool) -> Known:
    return Known.SHALLOW if is_shallow else Known.WHOLE if is_whole else Known.DAMAGED


def _names(repository: Path, prefix: str, commit: str, codes: Sequence[str]) -> set[str]:
    """Return the folder names of some LAOs in a commit."""
    from generator.history.git_tree import GitTree  # late: the records above are for all, and a browser has no git

    try:
        entries = GitTree(repository, commit, prefix).listing("plans").entries
    except UsageError:  # before the first commit
        return set()
    return {one.name for one in entries if LAO_FOLDER.fullmatch(one.name) and one.name[:7] in codes}


def _comes(step: FolderStep, steps: Sequence[FolderStep]) -> bool:
    """Return whether a step added a folder of this name: the step before it had none."""
    place = steps.index(step)
    return bool(step.tree) and (place == 0 or not steps[place - 1].tree or steps[place - 1].folder != step.folder)


PLACE = ("rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository")
"""git arguments that print the position of a folder."""


def _continues(repository: Path, known: str, head: str) -> bool:
    """Return whether first parents lead from a commit back to a known one."""
    try:
        new = Git(repository).output("rev-list", "--first-parent", f"{known}..{head}").split()
        oldest = new[-1].decode("ascii") if new else head
        return Git(repository).output("rev-parse", "--verify", f"{oldest}^1").decode("ascii").strip() == known
    except GitError:
        return False
