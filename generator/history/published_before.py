"""Compares a history with what was published earlier: a saved root manifest or list of commits.

A commit's id is a hash of it and its whole past. As long as a published commit is in the history, nothing before it can
have changed; if it is not, its fate is reported as far as the repository still knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.errors import UsageError
from generator.history.commit_chain import ChainLink, read_steps
from generator.history.git_command import Git
from generator.history.git_tree import GitTree
from generator.history.integrity import Trace, TraceKind
from generator.history.manifests import ROOT, RootManifest
from generator.history.redactions import Redaction, find_redactions
from generator.reading.content_tree import EntryKind, kind_of
from generator.reading.folders import find_lao_folders
from generator.reading.recorded_folder import fingerprint_folder

_CONTENT = "content"
"""Content folder in a repository with more than content."""


@dataclass(frozen=True)
class History:
    """The current published steps."""

    git: Git
    steps: Sequence[ChainLink]
    """Newest first."""

    @cached_property
    def places(self) -> dict[str, int]:
        """Position of each commit, counted from the newest."""
        return {step.commit: place for place, step in enumerate(self.steps)}

    @cached_property
    def redactions(self) -> dict[str, Redaction]:
        """Declared redactions, by id of the replaced commit."""
        return find_redactions(self.steps)


def compare_commits(history: History, published: Sequence[str]) -> list[Trace]:
    """Return traces of differences from a list of published commits, in publication order or reversed."""
    places = [history.places[commit] for commit in published if commit in history.places]
    moved = places not in (sorted(places), sorted(places, reverse=True))
    traces = [Trace(TraceKind.COMMIT_REORDERED, published[0])] if moved else []
    return traces + _lost(history, [commit for commit in published if commit not in history.places], {})


def compare_manifest(history: History, earlier: RootManifest) -> list[Trace]:
    """Return traces of differences of history and content from a root manifest published earlier."""
    codes: dict[str, str] = {}
    for code, mark in earlier.laos.items():
        if mark.commit:
            codes.setdefault(mark.commit, code)
    published = [*([earlier.commit] if earlier.commit else []), *codes]
    if not published:
        return [Trace(TraceKind.NOTHING_TO_COMPARE, ROOT)]
    if not any(commit in history.places or history.git.has_commit(commit) for commit in published):
        here = _folders(history, history.steps[0].commit)[1]
        if not earlier.laos.keys() & here.keys():
            return [Trace(TraceKind.MANIFEST_OF_OTHER_SITE, ROOT, detail=earlier.site)]
    missing = [commit for commit in dict.fromkeys(published) if commit not in history.places]
    return [*_lost(history, missing, codes), *_altered(history, earlier)]


def _lost(history: History, missing: Iterable[str], codes: dict[str, str]) -> list[Trace]:
    """Return traces of published commits that are no longer published steps."""
    found: dict[str, Trace] = {}
    for commit in missing:
        if commit in found:
            continue
        redaction = history.redactions.get(commit)
        if redaction:
            where = f"{redaction.commit} {', '.join(sorted(redaction.codes))} {redaction.reason}"
            found[commit] = Trace(TraceKind.REDACTED, commit, codes.get(commit, ""), where)
        elif not history.git.has_commit(commit):
            found[commit] = Trace(TraceKind.COMMIT_GONE, commit, codes.get(commit, ""))
        elif history.git.is_ancestor(commit, "HEAD"):
            found[commit] = Trace(TraceKind.COMMIT_REORDERED, commit, codes.get(commit, ""))
        else:
            for trace in _beside(history, commit, codes):
                found.setdefault(trace.place, trace)
    return list(found.values())


def _beside(history: History, commit: str, codes: dict[str, str]) -> Iterator[Trace]:
    """Yield traces of a commit that the repository still has outside the history, and of those removed with it."""
    lost = list(read_steps(history.git, history.git.run("rev-list", "--first-parent", commit, "^HEAD", "--").lines))
    new = set(history.git.run("rev-list", "--first-parent", "HEAD", f"^{commit}", "--").lines)
    fresh = [step for step in reversed(history.steps) if step.commit in new]
    # Matched by author line (with time in seconds) and message; by the line alone if the message differs.
    by_words = {step.author: step.commit for step in fresh} | {
        step.author + step.message: step.commit for step in fresh
    }
    again = {step.commit: by_words.get(step.author + step.message) or by_words.get(step.author) for step in lost}
    order = [history.places[one] for step in lost if (one := again[step.commit])]
    expected = iter(sorted(order))
    for step in lost:
        made_anew, code = again[step.commit], codes.get(step.commit, "")
        if step.commit in history.redactions:
            continue
        if made_anew is None:
            yield Trace(TraceKind.COMMIT_REMOVED, step.commit, code)
        elif history.places[made_anew] == next(expected):
            yield Trace(TraceKind.COMMIT_REWRITTEN, step.commit, code, made_anew)
        else:
            yield Trace(TraceKind.COMMIT_REORDERED, step.commit, code, made_anew)


def _altered(history: History, earlier: RootManifest) -> list[Trace]:
    """Return LAOs whose content at the published commit, or at its replacement, differs from the published content."""
    redaction = history.redactions.get(earlier.commit or "")
    at = redaction.commit if redaction else earlier.commit
    if at not in history.places:
        return []
    tree, folders = _folders(history, at)
    traces: list[Trace] = []
    for code, mark in earlier.laos.items():
        place = folders.get(code)
        if mark.content and (tree is None or place is None or fingerprint_folder(tree, place) != mark.content):
            declared = redaction is not None and code in redaction.codes
            kind = TraceKind.REDACTED if declared else TraceKind.CONTENT_DIFFERS
            traces.append(Trace(kind, at, code, redaction.reason if redaction and declared else ""))
    return traces


def _folders(history: History, commit: str) -> tuple[GitTree | None, dict[str, str]]:
    """Return the content of a commit, and the folder of each LAO in it by code."""
    for root in ("", _CONTENT):
        tree = GitTree(history.git.folder, commit, root)
        if kind_of(tree, "plans") is EntryKind.FOLDER:
            try:
                return tree, {code: paths[0] for code, paths in find_lao_folders(tree, ())[0].items()}
            except UsageError:
                return tree, {}
    return None, {}
