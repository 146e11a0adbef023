"""The page in place of data that could not be read: calm for the reader, exact for the officer who repairs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.checks.explained import rule_of
from generator.findings import PERSONAL, Finding, Severity
from generator.model.content import UnreadablePlan
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import Cycle

SHOWN_ERRORS = 100
"""Most errors shown: a file with more repeats one error many times, and nobody reads on."""


@dataclass(frozen=True, slots=True)
class UnreadableView:
    """What could not be read, and why."""

    lao_name: str
    """Full name; the folder's name if lao.yml could not be read."""
    cycle: Cycle | None
    """The plan's cycle; None if lao.yml could not be read."""
    lao_address: str | None
    """The LAO's own page; None if that is this one."""
    errors: tuple[Finding, ...]
    """In order of file and line, at most SHOWN_ERRORS."""
    error_count: int
    """Number of all errors."""


def unreadable_view(read: ReadLao, plan: UnreadablePlan | None, findings: Iterable[Finding]) -> UnreadableView:
    """Return the page of an unreadable plan, or, if `plan` is None, of an unreadable LAO."""
    folder = read.lao_folder
    errors = sorted(
        dict.fromkeys(_public(finding) for finding in findings if finding.severity is Severity.ERROR),
        key=lambda finding: (finding.location.file, finding.location.line, finding.location.column),
    )
    return UnreadableView(
        lao_name=folder.lao.full_name if folder.lao else folder.path.rpartition("/")[2],
        cycle=plan.cycle if plan else None,
        lao_address=addresses.lao(folder.code) if plan else None,
        errors=tuple(errors[:SHOWN_ERRORS]),
        error_count=len(errors),
    )


def _public(finding: Finding) -> Finding:
    """Return the finding as a page may show it, without personal data."""
    return finding._replace(message=rule_of(finding).title) if finding.code.startswith(PERSONAL) else finding
