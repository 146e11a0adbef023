"""The published steps of a repository: the first-parent history of HEAD, parsed from each commit's raw bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.history.git_command import Git
from generator.history.integrity import Trace, TraceKind

_TIME = re.compile(rb"^committer .*> (-?[0-9]+) [-+][0-9]{4}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One commit of the first-parent history."""

    commit: str
    parent: str
    """First parent; empty for the oldest."""
    time: int
    """Committer time in seconds since 1970; 0 if unreadable."""
    signature: str
    """`ssh`, `openpgp` or `x509`; empty for none."""
    author: bytes
    """The author line with its time: with the message, it identifies a rewritten commit."""
    message: bytes


def first_parents(git: Git, start: str = "HEAD") -> tuple[list[str], list[Trace]]:
    """Return the published commits, newest first, as far as they can be followed."""
    answer = git.run("rev-list", "--first-parent", start, "--")
    commits = answer.lines
    if answer.code == 0:
        return commits, []
    # Git stops one commit before the unreadable one.
    for step in read_steps(git, commits[-1:] or [start]):
        commits += [one.commit for one in read_steps(git, [step.parent] if step.parent else [])]
    return commits, [
        Trace(TraceKind.CHAIN_BROKEN, commits[-1] if commits else start, detail=_first_line(answer.error_output))
    ]


def read_steps(git: Git, commits: Sequence[str]) -> Iterator[ChainLink]:
    """Yield the parsed commits; unreadable ones are skipped, and reported by `damage`."""
    content = git.run("cat-file", "--batch", given=commits).out
    start = 0
    while start < len(content):
        end = content.index(b"\n", start)
        words = content[start:end].split()
        start = end + 1
        if len(words) == 3 and words[2].isdigit():
            size = int(words[2])
            if words[1] == b"commit":
                yield _step(words[0].decode("ascii"), content[start : start + size])
            start += size + 1


def conditions(git: Git, commits: Sequence[str], steps: Sequence[ChainLink]) -> Iterator[Trace]:
    """Yield what limits the proof: a shallow clone, replacement refs, clocks that run backwards."""
    if git.run("rev-parse", "--is-shallow-repository").out.strip() == b"true" and commits:
        yield Trace(TraceKind.SHALLOW, commits[-1])
    replaced = git.run("for-each-ref", "--format=%(refname)", "refs/replace").lines
    grafts = git.run("rev-parse", "--git-path", "info/grafts").out.decode("utf-8", "replace").strip()
    if replaced or (git.folder / grafts).is_file():
        yield Trace(TraceKind.REPLACEMENTS, replaced[0] if replaced else "info/grafts")
    times = {step.commit: step.time for step in steps}
    for step in steps:
        if step.time < times.get(step.parent, step.time):
            yield Trace(TraceKind.CLOCK_BACKWARDS, step.commit)


def _step(commit: str, content: bytes) -> ChainLink:
    head, _, message = content.partition(b"\n\n")
    lines = head.split(b"\n")
    parent = next((line[7:].decode("ascii", "replace") for line in lines if line.startswith(b"parent ")), "")
    author = next((line for line in lines if line.startswith(b"author ")), b"")
    time = _TIME.search(head)
    return ChainLink(commit, parent, int(time[1]) if time else 0, _kind_of_signature(lines), author, message)


def _kind_of_signature(lines: Sequence[bytes]) -> str:
    found = next((line for line in lines if line.startswith((b"gpgsig ", b"gpgsig-sha256 "))), None)
    if found is None:
        return ""
    if b"BEGIN SSH SIGNATURE" in found:
        return "ssh"
    return "x509" if b"BEGIN SIGNED MESSAGE" in found else "openpgp"


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:200]
