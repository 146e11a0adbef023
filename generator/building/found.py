"""Counts findings in the same way for `phaen check`, `phaen build` and `phaen pages`.

`FoundCounts` keeps no findings, only counts. Findings of national documents are also counted separately: officers of
an LAO can neither fix nor answer them. The cache has findings and counts as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.checks.explained import is_of_conversion
from generator.findings import Finding, Location, Severity

Counts: TypeAlias = Counter[tuple[Severity, str]]
"""By severity and code."""


@dataclass(slots=True)
class FoundCounts:
    """Counts of findings by severity and code."""

    apart: bool = True
    """Whether to count national documents separately; false for loose texts, which may have any name."""
    counts: Counts = field(default_factory=Counter)
    """All findings."""
    of_frameworks: Counts = field(default_factory=Counter)
    """Findings of national documents."""
    open_warnings: Counts = field(default_factory=Counter)
    """Unanswered warnings about LAOs."""
    answered: int = 0
    """Findings that the LAO has answered."""

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings."""
        for finding in findings:
            key = finding.severity, finding.code
            self.counts[key] += 1
            if self.apart and finding.location.file.startswith("frameworks/"):
                self.of_frameworks[key] += 1
            elif finding.severity is Severity.WARNING and not finding.answer:
                self.open_warnings[key] += 1
            self.answered += bool(finding.answer)

    def merge(self, other: FoundCounts) -> None:
        """Add other counts."""
        self.counts += other.counts
        self.of_frameworks += other.of_frameworks
        self.open_warnings += other.open_warnings
        self.answered += other.answered

    def of_laos(self) -> Counts:
        """Return everything but what was found in national documents, and what a conversion did to texts."""
        found = self.counts - self.of_frameworks
        return Counter({one: n for one, n in found.items() if not is_of_conversion(one[1])})

    def converted(self) -> int:
        """Return how much a conversion did to texts of LAOs: it is counted apart, being no LAO's."""
        return sum(n for one, n in (self.counts - self.of_frameworks).items() if is_of_conversion(one[1]))


def by_severity(counts: Counts) -> Counter[Severity]:
    """Return the counts summed by severity."""
    sums: Counter[Severity] = Counter()
    for (severity, _), number in counts.items():
        sums[severity] += number
    return sums


def finding_to_json(finding: Finding) -> list[Any]:
    """Return a finding as lists and strings."""
    return list(finding)


def finding_from_json(written: list[Any]) -> Finding:
    """Return the finding that `finding_to_json` wrote."""
    code, severity, message, location, remedy, suggestion, also, subjects, answer, more, figures = written
    places = tuple(map(_location, also))
    return Finding(
        *(code, Severity(severity), message, _location(location), remedy, suggestion),
        *(places, tuple(subjects), answer, more, tuple(map(tuple, figures))),
    )


def _location(written: list[Any]) -> Location:
    file, line, column, path, cell = written
    return Location(file, line, column, tuple(path), cell)


def counts_to_json(found: FoundCounts) -> list[Any]:
    """Return the counts as lists."""
    tables = (found.counts, found.of_frameworks, found.open_warnings)
    return [*([[*key, number] for key, number in sorted(table.items())] for table in tables), found.answered]


def counts_from_json(written: list[Any]) -> FoundCounts:
    """Return the counts that `counts_to_json` wrote."""
    *tables, answered = written
    counts, of_frameworks, open_warnings = map(_counts, tables)
    return FoundCounts(True, counts, of_frameworks, open_warnings, answered)


def _counts(table: list[list[Any]]) -> Counts:
    return Counter({(Severity(severity), code): number for severity, code, number in table})
