"""What is wrong with content, where, and what to do about it.

A finding is data: it says nothing about how it is printed, and it never stops the work. Comes in from reading and
checks; goes out to the terminal and to the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

MOST_OF_A_KIND = 50
"""Findings of one code in one file that are listed; the others become one finding that says how many they are."""


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """Unreadable, wrong in identity or reference, unsafe, or personal data: blocks publishing."""
    WARNING = "warning"
    """A contradiction or a probable mistake."""
    NOTICE = "notice"
    """Worth knowing."""


class Location(NamedTuple):
    """Where in the content a value stands."""

    file: str
    """Path relative to the content folder, with forward slashes."""
    line: int = 0
    """From 1; 0 when the whole file is meant."""
    column: int = 0
    """From 1; 0 when the whole line is meant."""
    path: tuple[str | int, ...] = ()
    """Keys and indexes from the top of the file down to the value."""
    cell: str = ""
    """Of an office file: the cell, `โครงการ!J14`, or the place in a document, `ตารางที่ 4 แถว 7 ช่อง 5`."""

    def __str__(self) -> str:
        """Return `file`, `file:line` or `file:line:column`, as editors understand it; `file: sheet!cell` for a cell."""
        if self.cell:
            return f"{self.file}: {self.cell}"
        parts = [self.file] + [str(number) for number in (self.line, self.column) if number]
        return ":".join(parts)


class Finding(NamedTuple):
    """One thing that is wrong, for one cause."""

    code: str
    """For ever: `YAML-003`. The wording may change, the code is never reused."""
    severity: Severity
    message: str
    """What is wrong, in Thai, naming the value."""
    location: Location
    remedy: str
    """What to do, in Thai."""
    suggestion: str = ""
    """The repaired text, where there is just one way to repair it."""
    also: tuple[Location, ...] = ()
    """Further places where the same cause shows."""
    subjects: tuple[str, ...] = ()
    """Ids of what it is about: a project, a strategy, a department, the nearest last."""
    answer: str = ""
    """What the LAO says to it (`acknowledged:` in plan.yml); the finding stays."""
    more: int = 0
    """How many findings of its kind it stands for that are not listed one by one; 0 where it is one itself."""
    figures: tuple[tuple[str, int | str], ...] = ()
    """Its figures by name, for the sentence that pages tell citizens of all findings of its rule."""

    def answered(self, answer: str) -> Finding:
        """Return the finding with the LAO's answer beside it."""
        return self._replace(answer=answer)


def few_of_each(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in their order, of each code in each file the first `MOST_OF_A_KIND` and one for the others.

    Those that the LAO has answered are counted apart, so that what is left open stays open.
    """
    listed = list(findings)
    counts = Counter(map(_kind, listed))
    if not counts or max(counts.values()) <= MOST_OF_A_KIND + 1:  # one more is told rather than counted
        return listed
    kept: list[Finding] = []
    told: Counter[tuple[str, str, Severity, bool]] = Counter()
    left: dict[tuple[str, str, Severity, bool], list[Finding]] = {}
    places: dict[tuple[str, str, Severity, bool], int] = {}
    for finding in listed:
        kind = _kind(finding)
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND or counts[kind] == MOST_OF_A_KIND + 1:
            kept.append(finding)
            continue
        if kind not in left:
            left[kind] = []
            places[kind] = len(kept)
            kept.append(finding)  # its place, taken below by the finding for all of them
        left[kind].append(finding)
    for kind, others in left.items():
        kept[places[kind]] = one_for_all(others)
    return kept


def one_for_all(findings: list[Finding]) -> Finding:
    """Return one finding in the place of several of one kind: it says how many, and stands where the first does."""
    first = findings[0]
    count = sum(finding.more or 1 for finding in findings)
    answers = {finding.answer for finding in findings}
    return first._replace(
        message=f"พบลักษณะเดียวกันอีก {count:,} แห่งใน{_around(first)[1]} ซึ่งไม่ได้แสดงทีละแห่ง",
        suggestion="",
        also=(),
        subjects=(),
        answer=first.answer if len(answers) == 1 else "อปท. ชี้แจงไว้เป็นรายรายการ",
        more=count,
        figures=(),
    )


def _kind(finding: Finding) -> tuple[str, str, Severity, bool]:
    return _around(finding)[0], finding.code, finding.severity, bool(finding.answer)


def _around(finding: Finding) -> tuple[str, str]:
    """Return what a finding is one of many in, and what that is: its file, or the folder where it is about a file."""
    place = finding.location
    return (place.file, "ไฟล์นี้") if place.line else (place.file.rpartition("/")[0], "โฟลเดอร์นี้")


def printable(text: str) -> str:
    """Return the text with every control and invisible character shown as `�`.

    What stands in content, names of files included, moves no cursor, and half a character stops no writing.
    """
    return text if text.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in text)


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Say whether any of the findings blocks publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)
