"""Writes a fictional nation as a git repository: the histories of all LAOs in one linear history, by date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.demo.fast_import import FastImport, run_git
from generator.demo.nation import GIT_MARKER, MARKER
from generator.demo.offices import Office
from generator.demo.story import OfficerCommit, lao_story
from generator.demo.story_calendar import FIRST_DAY, THAILAND
from generator.demo.story_words import BEGINNING

AUTHOR = "ข้อมูลสมมุติ <demo@example.invalid>"


@dataclass(slots=True)
class _Commit:
    when: datetime.datetime
    message: str
    changed: dict[str, int] = field(default_factory=dict)
    """Marks of contents, by path."""
    removed: list[str] = field(default_factory=list)


def write_history(out: Path, all_offices: Iterable[Office], seed: int, entries: Mapping[str, str], average: int) -> int:
    """Write the repository and check out its newest commit; return the number of commits.

    `out` was made by `prepare_folder`. Contents are written LAO by LAO; only commits are kept, for sorting.
    """
    commits: dict[tuple[str, ...], _Commit] = {}
    with FastImport(out, AUTHOR) as repository:
        (out / ".git" / GIT_MARKER).write_text("phaen demo\n", "utf-8")
        first = {name: repository.blob(content) for name, content in _prepared(out)}
        beginning = datetime.datetime.combine(FIRST_DAY, datetime.time(9), THAILAND)
        repository.commit(beginning, BEGINNING, first)
        for office in all_offices:
            folder = f"plans/{office.code}-{office.slug}"
            for place, (revision, marks) in enumerate(
                _with_marks(repository, lao_story(office, seed, entries, average))
            ):
                key = ("batch", revision.batch) if revision.batch else (office.code, f"{place:04}")
                commit = commits.setdefault(key, _Commit(revision.when, revision.message))
                commit.changed |= {f"{folder}/{name}": mark for name, mark in marks.items()}
                commit.removed += [f"{folder}/{name}" for name in revision.removed]
        for _, one in sorted(commits.items(), key=lambda pair: (pair[1].when, pair[0])):
            repository.commit(one.when, one.message, one.changed, one.removed)
    run_git(out, "reset", "--quiet", "--hard")
    return len(commits) + 1


def _prepared(out: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files in the folder before LAOs are added."""
    for file in sorted([out / MARKER, *(out / "frameworks").rglob("*")]):
        if file.is_file():
            yield file.relative_to(out).as_posix(), file.read_bytes()


def _with_marks(repository: FastImport, revisions: list[OfficerCommit]) -> list[tuple[OfficerCommit, dict[str, int]]]:
    """Write all versions of a file before those of the next, so that git can store differences."""
    marks: list[dict[str, int]] = [{} for _ in revisions]
    for name in sorted({name for revision in revisions for name in revision.changed}):
        for place, revision in enumerate(revisions):
            if name in revision.changed:
                marks[place][name] = repository.blob(revision.changed[name])
    return list(zip(revisions, marks, strict=True))
