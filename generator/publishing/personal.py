"""Personal data in a push outside file contents: messages, authors, file names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.privacy import personal_data
from generator.findings import Finding, Location, Severity, printable


def personal_findings(text: str, place: str, what: str, remedy: str) -> Iterator[Finding]:
    """Yield an error per piece of personal data in a text, without quoting it."""
    for code, hit in personal_data(text):
        yield Finding(code, Severity.ERROR, f"{what}: {hit.message}", Location(printable(place)), remedy)
