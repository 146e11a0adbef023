"""Finds, in one git run along first parents, the commits that touched each LAO's folder, with its new tree id.

Each commit is compared with its first parent, so that a merge counts once, with all its changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.history.git_command import Git, GitError
from generator.reading.folders import CYCLE_FOLDER, LAO_FOLDER

_TREE = b"040000"
_COMMIT = re.compile(rb"\n?([0-9a-f]{40,64})")


class FolderStep(NamedTuple):
    """A commit of the main branch that touched an LAO's folder."""

    commit: str
    folder: str
    """Folder name below plans/."""
    tree: str
    """Git's tree id of the folder after the step; empty if it was deleted."""
    cycles: tuple[tuple[str, str], ...]
    """Plans touched by the step: folder name and tree id after the step, empty if deleted."""


def steps_of(
    repository: Path, prefix: str, commits: str, names: Sequence[str]
) -> tuple[dict[str, tuple[FolderStep, ...]], bool]:
    """Return the steps of each LAO by code, oldest first, and whether git could read all of them.

    `names` are the folders below plans/ to examine; all if empty.
    """
    plans = f"{prefix}/plans/" if prefix else "plans/"
    found: dict[str, list[FolderStep]] = {}
    is_whole = True
    wanted = [f":(literal){plans}{name}".removesuffix("/") for name in names]
    try:
        for commit, touched in _touched(repository, plans, commits, wanted):
            for name, (tree, cycles) in sorted(touched.items()):
                step = FolderStep(commit, name, tree, tuple(sorted(cycles.items())))
                found.setdefault(name[:7], []).append(step)
    except GitError:
        is_whole = False
    return {code: tuple(one_each(reversed(steps))) for code, steps in sorted(found.items())}, is_whole


def one_each(steps: Iterable[FolderStep]) -> list[FolderStep]:
    """Merge the steps of a folder deleted and one added in the same commit: a rename."""
    merged: list[FolderStep] = []
    for step in steps:
        if merged and merged[-1].commit == step.commit:
            one, other = merged.pop(), step
            there = one if one.tree else other
            gone = other if there is one else one
            cycles = {**dict(gone.cycles), **dict(there.cycles)}
            merged.append(FolderStep(step.commit, there.folder, there.tree, tuple(sorted(cycles.items()))))
        else:
            merged.append(step)
    return merged


_LOG = (
    *("log", "--first-parent", "-m", "--raw", "-t", "-z", "--root", "--no-renames", "--no-abbrev"),
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=%H"),
)


def _touched(
    repository: Path, plans: str, commits: str, wanted: Sequence[str]
) -> Iterable[tuple[str, dict[str, tuple[str, dict[str, str]]]]]:
    """Yield each commit that touched an LAO's folder, newest first, with tree ids and cycles."""
    commit, touched = "", dict[str, tuple[str, dict[str, str]]]()
    entry = b""
    for record in Git(repository).records(*_LOG, commits, "--", *wanted):
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
    """Parse one line of git's raw output into `touched`: modes, ids and status of an entry, then its path."""
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
        cycles[below] = now or cycles.get(below, "")  # a file replacing a folder gives two entries
    touched[name] = (tree, cycles)
