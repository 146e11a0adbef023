"""What came of a build: one record for `phaen build` and `phaen pages`."""

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
    """What came of a build."""

    pages: int = 0
    """Generated pages; hand-written ones are not counted."""
    laos: int = 0
    """LAOs that have a page."""
    plans: int = 0
    """Plans that have a page."""
    unreadable: int = 0
    """Of the plans, those whose page says that they could not be read."""
    findings: list[Finding] = field(default_factory=list)
    """What blocks publishing; the others stand on the pages and are only counted."""
    found: FoundCounts = field(default_factory=FoundCounts)
    """How much was found."""
    erring: dict[str, Finding] = field(default_factory=dict)
    """The first error of each LAO that has one, by code."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    """LAOs for which the program failed, and why."""
    lacking: list[str] = field(default_factory=list)
    """LAOs of which files that follow the pages (PDF, workbook) could not be made; the next build tries again."""
    warnings: tuple[str, ...] = ()
    """The engine's own: a broken link in a hand-written page."""
    made: int = 0
    """LAOs whose results were made, and not taken from what was kept."""
    spoilt: int = 0
    """LAOs whose kept results were not as they were written, and were made again."""
    not_kept: str = ""
    """Where results could not be kept for the next build; empty where they were."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage, in order."""

    @property
    def counts(self) -> Counts:
        """Everything found, by severity and code."""
        return self.found.counts

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Note how long something takes."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - started

    def add(self, unit: Unit) -> None:
        """Count an LAO."""
        self.laos += 1
        self.pages += unit.pages
        self.plans += unit.plans
        self.unreadable += unit.unreadable
        self.findings += unit.errors
        self.erring |= {unit.code: unit.errors[0]} if unit.errors else {}
        self.found.merge(unit.found)
        self.failed += [(unit.code, unit.failure)] if unit.failure else []
