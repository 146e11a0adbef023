"""Counts findings by severity, and finds the plan of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Numbers of findings by severity."""

    errors: int = 0
    warnings: int = 0
    notices: int = 0

    @property
    def total(self) -> int:
        """Number of all findings."""
        return self.errors + self.warnings + self.notices


def count_findings(findings: Iterable[Finding]) -> FindingCounts:
    """Return the number of findings by severity."""
    severities = [finding.severity for finding in findings]
    return FindingCounts(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notices=severities.count(Severity.NOTICE),
    )


def cycle_folder(finding: Finding) -> str:
    """Return the folder of the plan that a finding is about, such as `2567-2569`; empty if it is about no plan."""
    return _cycle_folder(finding.location.file)


@lru_cache(maxsize=256)
def _cycle_folder(file: str) -> str:
    steps = file.split("/", 3)
    return steps[2] if len(steps) > 3 else ""
