"""What is wrong with content, where, and what to do about it.

A finding is data: it says nothing about how it is printed, and it never stops the work. Comes in from reading and
checks; goes out to the terminal and to the pages.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


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

    def __str__(self) -> str:
        """Return `file`, `file:line` or `file:line:column`, as editors understand it."""
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

    def answered(self, answer: str) -> Finding:
        """Return the finding with the LAO's answer beside it."""
        return self._replace(answer=answer)


def printable(text: str) -> str:
    """Return the text with every control and invisible character shown as `�`.

    What stands in content, names of files included, moves no cursor, and half a character stops no writing.
    """
    return text if text.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in text)


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Say whether any of the findings blocks publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)
