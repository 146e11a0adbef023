"""One pass over a repository: for each LAO, the steps of the main branch that touched its folder.

A step is a commit compared with its first parent, so that a merge counts once, by what it brought. The index is kept
between builds, and a later pass reads only the commits that are new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from generator.history.git_command import GitError, git, git_records
from generator.reading.folders import CYCLE_FOLDER, LAO_FOLDER

SCHEMA = 1
_TREE = b"040000"
_COMMIT = re.compile(rb"\n?([0-9a-f]{40,64})")


class Known(StrEnum):
    """What can be known of the history of a content folder."""

    WHOLE = "whole"
    SHALLOW = "shallow"
    """A clone that was cut off: what is older is not here."""
    DAMAGED = "damaged"
    """Git could not read all of it."""
    NONE = "none"
    """No git, no repository, or no commit yet."""


class Step(NamedTuple):
    """A step of the main branch that touched an LAO's folder."""

    commit: str
    folder: str
    """Name of the folder below plans/."""
    tree: str
    """Git's id of the folder after the step; empty where it is gone."""
    cycles: tuple[tuple[str, str], ...]
    """Plans that the step touched: name of the folder, and git's id of it after the step, empty where it is gone."""


@dataclass(frozen=True)
class HistoryIndex:
    """The steps of all LAOs, the oldest first."""

    repository: str = ""
    """Top folder of the repository; empty where there is none."""
    prefix: str = ""
    """The content folder below it, with forward slashes; empty where it is the repository itself."""
    head: str = ""
    known: Known = Known.NONE
    steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    """By code of the LAO."""

    def of(self, codes: Sequence[str]) -> tuple[Step, ...]:
        """Return the steps of an LAO, given its former codes and then its own.

        Of several former codes (LAOs that were merged) the first of which anything is known is the one that goes on.
        """
        *former, own = codes
        before = next((self.steps[code] for code in former if code in self.steps), ())
        return tuple(_by_commit((*before, *self.steps.get(own, ()))))

    def to_json(self) -> bytes:
        """Return it as JSON; the same index makes the same bytes."""
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
    """Return what `to_json` wrote; None for anything else."""
    try:
        written: Any = json.loads(content)
        if written["schema"] != SCHEMA:
            return None
        steps = {
            code: tuple(Step(commit, folder, tree, tuple(map(tuple, cycles))) for commit, folder, tree, cycles in steps)
            for code, steps in written["steps"].items()
        }
        return HistoryIndex(written["repository"], written["prefix"], written["head"], Known(written["known"]), steps)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def read_history(content: Path, kept: HistoryIndex | None = None) -> HistoryIndex:
    """Return the steps of the branch that is checked out where the content lies; `kept` saves reading them again.

    Never raises: what cannot be read is told by `known`.
    """
    try:
        top, inner, shallow = git(content, *PLACE).decode("utf-8", "surrogateescape").split("\n")[:3]
        head = git(content, "rev-parse", "--verify", "HEAD^{commit}").decode("ascii").strip()
    except (GitError, ValueError):
        return HistoryIndex()
    prefix = inner.removesuffix("/")
    is_same = kept is not None and kept.known is Known.WHOLE and (kept.repository, kept.prefix) == (top, prefix)
    if kept is not None and is_same and kept.head == head:
        return kept
    before = kept if kept is not None and is_same and _continues(Path(top), kept.head, head) else None
    found, is_whole = _steps(Path(top), prefix, f"{before.head}..{head}" if before else head)
    if before and not is_whole:
        return read_history(content)
    steps = {code: (*before.steps.get(code, ()), *new) for code, new in found.items()} if before else found
    known = Known.SHALLOW if shallow == "true" else Known.WHOLE if is_whole else Known.DAMAGED
    return HistoryIndex(top, prefix, head, known, {**before.steps, **steps} if before else steps)


PLACE = ("rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository")
"""Asks git where a folder lies."""


def _continues(repository: Path, known: str, head: str) -> bool:
    """Say whether first parents lead from a commit back to one that is known."""
    try:
        new = git(repository, "rev-list", "--first-parent", f"{known}..{head}").split()
        oldest = new[-1].decode("ascii") if new else head
        return git(repository, "rev-parse", "--verify", f"{oldest}^1").decode("ascii").strip() == known
    except GitError:
        return False


def _steps(repository: Path, prefix: str, commits: str) -> tuple[dict[str, tuple[Step, ...]], bool]:
    """Return the steps of each LAO, and whether git could read all of them."""
    plans = f"{prefix}/plans/" if prefix else "plans/"
    found: dict[str, list[Step]] = {}
    is_whole = True
    try:
        for commit, touched in _touched(repository, plans, commits):
            for name, (tree, cycles) in sorted(touched.items()):
                step = Step(commit, name, tree, tuple(sorted(cycles.items())))
                found.setdefault(name[:7], []).append(step)
    except GitError:
        is_whole = False
    return {code: tuple(_by_commit(reversed(steps))) for code, steps in sorted(found.items())}, is_whole


def _by_commit(steps: Iterable[Step]) -> list[Step]:
    """Make one step of a folder that went and one that came in the same commit: it was renamed."""
    kept: list[Step] = []
    for step in steps:
        if kept and kept[-1].commit == step.commit:
            one, other = kept.pop(), step
            there = one if one.tree else other
            gone = other if there is one else one
            cycles = {**dict(gone.cycles), **dict(there.cycles)}
            kept.append(Step(step.commit, there.folder, there.tree, tuple(sorted(cycles.items()))))
        else:
            kept.append(step)
    return kept


_LOG = (
    *("log", "--first-parent", "-m", "--raw", "-t", "-z", "--root", "--no-renames", "--no-abbrev"),
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=%H"),
)


def _touched(repository: Path, plans: str, commits: str) -> Iterable[tuple[str, dict[str, tuple[str, dict[str, str]]]]]:
    """Yield each commit that touched a folder of an LAO, the newest first, with the folders' ids and cycles."""
    commit, touched = "", dict[str, tuple[str, dict[str, str]]]()
    entry = b""
    for record in git_records(repository, *_LOG, commits, "--", plans.removesuffix("/")):
        if entry:
            _note(touched, plans, entry, record)
            entry = b""
        elif found := _COMMIT.fullmatch(record):
            if touched:
                yield commit, touched
            commit, touched = found[1].decode("ascii"), {}
        else:
            entry = record.lstrip(b"\n") if record.lstrip(b"\n").startswith(b":") else b""
    if touched:
        yield commit, touched


def _note(touched: dict[str, tuple[str, dict[str, str]]], plans: str, entry: bytes, path: bytes) -> None:
    """Note one line of git's raw output: modes, ids and status of an entry, then its path."""
    place = path.decode("utf-8", "surrogateescape")
    if not place.startswith(plans):
        return
    name, _, below = place[len(plans) :].partition("/")
    if not LAO_FOLDER.fullmatch(name):
        return
    _, new_mode, _, new_id, _ = entry.lstrip(b":").split(b" ")[:5]
    tree, cycles = touched.get(name, ("", {}))
    now = new_id.decode("ascii") if new_mode == _TREE else ""
    if not below:
        tree = now
    elif CYCLE_FOLDER.fullmatch(below):
        cycles[below] = now or cycles.get(below, "")  # a file in the place of a folder comes as two entries
    touched[name] = (tree, cycles)
