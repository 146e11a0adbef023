"""What is wrong with content, where, and what to do about it.

A finding is data: it does not know how it is printed, and it never stops the work. Made by reading and checks; read by
the terminal and the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

MOST_OF_A_KIND = 50
"""Findings of one code in one file that are listed; the others become one finding with their number."""

PERSONAL = "PDPA-"
"""Start of the codes of findings on personal data."""


class Severity(StrEnum):
    """Severity of a finding."""

    ERROR = "error"
    """Unreadable, wrong in identity or reference, unsafe, or personal data: blocks publishing."""
    WARNING = "warning"
    """A contradiction or a probable mistake."""
    NOTICE = "notice"
    """Worth knowing."""


class Location(NamedTuple):
    """Location of a value in the content."""

    file: str
    """Path relative to the content folder, with forward slashes."""
    line: int = 0
    """From 1; 0 for the whole file."""
    column: int = 0
    """From 1; 0 for the whole line."""
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
    """One problem with one cause."""

    code: str
    """Permanent: `YAML-003`. The wording may change, the code is never reused."""
    severity: Severity
    message: str
    """What is wrong, in Thai, naming the value."""
    location: Location
    remedy: str
    """What to do, in Thai."""
    suggestion: str = ""
    """The repaired text, if there is only one way to repair it."""
    also: tuple[Location, ...] = ()
    """Further places with the same cause."""
    subjects: tuple[str, ...] = ()
    """Ids of its subjects (a project, a strategy, a department), the closest last."""
    answer: str = ""
    """The LAO's answer to it (`acknowledged:` in plan.yml); the finding stays."""
    more: int = 0
    """How many unlisted findings of its kind it summarises; 0 for a single finding."""
    figures: tuple[tuple[str, int | str], ...] = ()
    """Its figures by name, for the sentence in which pages sum up the findings of its rule for citizens."""

    def answered(self, answer: str) -> Finding:
        """Return the finding with the LAO's answer added."""
        return self._replace(answer=answer)


def few_of_each(findings: Iterable[Finding], *, with_places: bool = False) -> list[Finding]:
    """Return the findings in order: per code and file the first `MOST_OF_A_KIND`, and one for the others.

    Answered ones are counted separately, so that unanswered ones stay unanswered. `with_places`: the one for the others
    has all their places, which a workbook marks.
    """
    listed = list(findings)
    counts = Counter(map(_kind, listed))
    if not counts or max(counts.values()) <= MOST_OF_A_KIND + 1:  # one more is listed rather than counted
        return listed
    listed_findings: list[Finding] = []
    counted: Counter[tuple[str, str, Severity, bool]] = Counter()
    left: dict[tuple[str, str, Severity, bool], list[Finding]] = {}
    places: dict[tuple[str, str, Severity, bool], int] = {}
    for finding in listed:
        kind = _kind(finding)
        counted[kind] += 1
        if counted[kind] <= MOST_OF_A_KIND or counts[kind] == MOST_OF_A_KIND + 1:
            listed_findings.append(finding)
            continue
        if kind not in left:
            left[kind] = []
            places[kind] = len(listed_findings)
            listed_findings.append(finding)  # a placeholder, replaced below by the finding for all of them
        left[kind].append(finding)
    for kind, others in left.items():
        listed_findings[places[kind]] = one_for_all(others, with_places=with_places)
    return listed_findings


def one_for_all(findings: list[Finding], *, with_places: bool = False) -> Finding:
    """Return one finding in place of several of one kind: with their number, at the place of the first."""
    first = findings[0]
    count = sum(finding.more or 1 for finding in findings)
    places = [place for finding in findings for place in (finding.location, *finding.also)] if with_places else []
    count = max(count, len(places))
    answers = {finding.answer for finding in findings}
    return first._replace(
        message=f"พบลักษณะเดียวกันอีก {count:,} แห่งใน{_around(first)[1]} ซึ่งไม่ได้แสดงทีละแห่ง",
        suggestion="",
        also=tuple(places[1:]),
        subjects=(),
        answer=first.answer if len(answers) == 1 else "อปท. ชี้แจงไว้เป็นรายรายการ",
        more=count,
        figures=(),
    )


def _kind(finding: Finding) -> tuple[str, str, Severity, bool]:
    return _around(finding)[0], finding.code, finding.severity, bool(finding.answer)


def _around(finding: Finding) -> tuple[str, str]:
    """Return where like findings are counted, with its name: the file, or the folder of a finding on a whole file."""
    place = finding.location
    return (place.file, "ไฟล์นี้") if place.line else (place.file.rpartition("/")[0], "โฟลเดอร์นี้")


def printable(text: str) -> str:
    """Return the text with every control and invisible character shown as `�`.

    Content, including file names, then cannot move the cursor, and lone surrogates cannot break output.
    """
    return text if text.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in text)


def printable_lines(text: str) -> str:
    """Return the text with every control and invisible character but line ends shown as `�`."""
    return "\n".join(map(printable, text.split("\n")))


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Return whether any of the findings blocks publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)
