"""Findings and their counts as JSON, for the cache."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.building.found import Counts, FoundCounts
from generator.findings import Finding, Location, Severity


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
