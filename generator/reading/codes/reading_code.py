"""One code of reading, explained."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class ReadingCode:
    """What all findings with this code have in common. All texts are Thai."""

    code: str
    """Permanent; never reused."""
    title: str
    """The problem, as a short phrase."""
    why: str
    """Why it matters."""
    remedy: str
    """The general remedy; a finding's own remedy names its values."""
    wrong: str
    """A failing example: lines of a file, or a sentence if a line cannot show it."""
    right: str
    """The corrected example."""
    severity: Severity = Severity.ERROR
    """Its highest severity."""
