"""Collects the findings of one file in file order, with a limit per code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.findings import Finding, Location, Severity
from generator.reading.yaml_text.advice import Advice
from generator.reading.yaml_text.source import ValuePath

MAX_SAME_CODE = 50
"""Most findings listed per code; the last one gives the number of the others."""


class FileFindings:
    """The findings of one file, at most `MAX_SAME_CODE` per code."""

    def __init__(self, name: str) -> None:
        """Start without findings; `name` is the file name in them."""
        self.name = name
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        code: str,
        message: str,
        remedy: str,
        line: int = 0,
        column: int = 0,
        path: ValuePath = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a finding, unless its code has reached the limit."""
        self._counts[code] += 1
        if self._counts[code] <= MAX_SAME_CODE:
            self._findings.append(Finding(code, severity, message, Location(self.name, line, column, path), remedy))

    def advise(self, advice: Advice, path: ValuePath = ()) -> None:
        """Add advice as a finding."""
        self.add(advice.code, advice.message, advice.remedy, advice.line, advice.column, path, advice.severity)

    def merge(self, other: FileFindings) -> None:
        """Add the findings of another report on the same file."""
        self._findings += other._findings
        self._counts += other._counts

    def move_back(self, moved: Mapping[int, int]) -> None:
        """Return columns to where they are written, on lines (from 0) that were moved."""
        for number, one in enumerate(self._findings):
            place = one.location
            if place.line - 1 in moved:
                column = max(1, place.column - moved[place.line - 1])
                self._findings[number] = one._replace(location=place._replace(column=column))

    def holds(self, code: str) -> bool:
        """Return whether there is a finding with a code."""
        return self._counts[code] > 0

    def findings(self) -> list[Finding]:
        """Return the findings in file order."""
        findings = sorted(self._findings, key=lambda finding: (finding.location.line, finding.location.column))
        for code, count in self._counts.items():
            if count > MAX_SAME_CODE:
                last = max(index for index, finding in enumerate(findings) if finding.code == code)
                more = f" (และยังพบลักษณะเดียวกันอีก {count - MAX_SAME_CODE:,} แห่งในไฟล์นี้)"
                findings[last] = findings[last]._replace(message=findings[last].message + more)
        return findings
