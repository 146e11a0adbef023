"""All that an output of one LAO may look at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.building.fixed_part import WritePage
from generator.findings import Finding
from generator.history.revisions import PlanHistory
from generator.model.content import Frameworks
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.reading.lao_reader import ReadLao
from generator.search.plan_sections import Names, entry_names
from generator.settings import Digits

Files = Mapping[str, bytes]
"""Bytes by path: below the site where they are published, else any name."""


@dataclass(frozen=True)
class LaoWork:
    """All that an output may look at. Nothing of another LAO can be reached from here."""

    code: str
    read: ReadLao
    found: tuple[Finding, ...]
    """Everything found in its data, what reading found included."""
    frameworks: Frameworks
    today: datetime.date
    """May be compared only."""
    digits: Digits
    writer: WritePage
    instead: tuple[Page, ...] = ()
    """Pages in the place of those that could not be made."""
    histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    """Every version of its plans, by name of the cycle's folder."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages of the LAO."""
        if self.instead:
            return self.instead
        maker = LaoPages(self.digits, self.today, self.frameworks.assessments, self.writer.frame.site_url)
        return tuple(maker.pages(self.read, self.found, self.histories))

    @cached_property
    def entry_names(self) -> Names:
        """Names of the entries of all national frameworks, by id."""
        return entry_names(self.frameworks)
