"""Counts findings in the same way for `phaen check`, `phaen build` and `phaen pages`.

Keeps no findings, only counts. Findings of national documents are also counted separately: officers of an LAO can
neither fix nor answer them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.checks.explained import is_of_conversion
from generator.findings import Finding, Severity

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
