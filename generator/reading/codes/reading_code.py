"""One code of reading, explained."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class ReadingCode:
    """What is always true of a finding with this code. All words are Thai."""

    code: str
    """For ever; never reused."""
    title: str
    """What it looks for, as a short phrase."""
    why: str
    """Why it matters."""
    remedy: str
    """What to do in general; a finding's own remedy names its values."""
    wrong: str
    """An example that it fires on: lines of a file, or a sentence where a line cannot show it."""
    right: str
    """The same as it should be."""
    severity: Severity = Severity.ERROR
    """How grave it is at its gravest."""
