"""Report of a build, for `phaen build` and `phaen pages`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.building.found import Counts, FoundCounts
from generator.building.unit import Unit
from generator.findings import Finding


@dataclass
class BuildReport:
    """Result of a build."""

    pages: int = 0
    """Generated pages, without hand-written ones."""
    laos: int = 0
    """LAOs with a page."""
    plans: int = 0
    """Plans with a page."""
    unreadable: int = 0
    """Plans whose page says that they could not be read."""
    findings: list[Finding] = field(default_factory=list)
    """Findings that block publishing; the others are shown on pages and only counted."""
    found: FoundCounts = field(default_factory=FoundCounts)
    """Counts of all findings."""
    erring: dict[str, Finding] = field(default_factory=dict)
    """The first error of each LAO that has one, by code."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    """LAOs whose job failed, and why."""
    lacking: list[str] = field(default_factory=list)
    """LAOs that lack background outputs (PDF, workbook); the next build tries again."""
    warnings: tuple[str, ...] = ()
    """Warnings of the engine, such as a broken link in a hand-written page."""
    made: int = 0
    """LAOs whose results were made, not taken from the cache."""
    spoilt: int = 0
    """LAOs whose cached results were corrupt and made again."""
    not_kept: str = ""
    """Address of the cache if it could not be written to, else empty."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage, in order."""

    @property
    def counts(self) -> Counts:
        """All findings, by severity and code."""
        return self.found.counts

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Record the duration of the block."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - started

    def add(self, unit: Unit) -> None:
        """Count an LAO's unit."""
        self.laos += 1
        self.pages += unit.pages
        self.plans += unit.plans
        self.unreadable += unit.unreadable
        self.findings += unit.errors
        self.erring |= {unit.code: unit.errors[0]} if unit.errors else {}
        self.found.merge(unit.found)
        self.failed += [(unit.code, unit.failure)] if unit.failure else []
