"""How many findings there are, counted the same way by `phaen check`, `phaen build` and `phaen pages`.

Findings in, counts out; none of the findings is kept. Those of national documents are counted apart as well: an officer
of an LAO can neither mend nor answer them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.findings import Finding, Severity

Counts: TypeAlias = Counter[tuple[Severity, str]]
"""By severity and code."""


@dataclass(slots=True)
class FoundCounts:
    """Findings counted by severity and code."""

    apart: bool = True
    """Whether national documents are counted apart; loose texts may bear any name."""
    counts: Counts = field(default_factory=Counter)
    """Everything."""
    of_frameworks: Counts = field(default_factory=Counter)
    """Of it, what was found in national documents."""
    open_warnings: Counts = field(default_factory=Counter)
    """Of it, the warnings about LAOs that nobody has answered."""
    answered: int = 0
    """Of it, what the LAO has answered."""

    def add(self, findings: Iterable[Finding]) -> None:
        """Count some more."""
        for finding in findings:
            key = finding.severity, finding.code
            self.counts[key] += 1
            if self.apart and finding.location.file.startswith("frameworks/"):
                self.of_frameworks[key] += 1
            elif finding.severity is Severity.WARNING and not finding.answer:
                self.open_warnings[key] += 1
            self.answered += bool(finding.answer)

    def merge(self, other: FoundCounts) -> None:
        """Add what was counted elsewhere."""
        self.counts += other.counts
        self.of_frameworks += other.of_frameworks
        self.open_warnings += other.open_warnings
        self.answered += other.answered

    def of_laos(self) -> Counts:
        """Return everything but what was found in national documents."""
        return self.counts - self.of_frameworks


def by_severity(counts: Counts) -> Counter[Severity]:
    """Add up the codes."""
    sums: Counter[Severity] = Counter()
    for (severity, _), number in counts.items():
        sums[severity] += number
    return sums
