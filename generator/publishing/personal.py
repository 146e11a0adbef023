"""Personal data in what a push names and says outside of its files: messages, authors, names of files."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.privacy import personal_data
from generator.findings import Finding, Location, Severity, printable


def personal_findings(text: str, place: str, what: str, remedy: str) -> Iterator[Finding]:
    """Yield an error for everything personal in a text; what it is stays out of the message."""
    for code, hit in personal_data(text):
        yield Finding(code, Severity.ERROR, f"{what}: {hit.message}", Location(printable(place)), remedy)
