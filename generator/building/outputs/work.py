"""All that an output of one LAO may look at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.building.fixed_part import WritePage
from generator.exports.plan_files import plan_files
from generator.facts.summary import LaoSummary, summarise_lao
from generator.findings import Finding
from generator.history.revisions import PlanHistory
from generator.history.withdrawn import WithdrawnPlan
from generator.model.content import Frameworks
from generator.pages.lao_pages import LaoPages
from generator.pages.page import Page
from generator.pages.withdrawn_pages import withdrawn_plan_pages
from generator.reading.lao_reader import ReadLao
from generator.search.plan_sections import Names, entry_names
from generator.settings import Digits, HeldBack
from generator.thai.dates import format_thai_date
from generator.views.plan_context import PlanContext, plan_contexts
from generator.views.recent_versions import recent_versions
from generator.words import interface

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
    withdrawn: tuple[WithdrawnPlan, ...] = ()
    """Plans that it had and that a commit took out."""
    content: str = ""
    """SHA-256 of its folder as it was read, as its manifest has it; empty where nothing was read."""
    attachment: Callable[[str], bytes | None] | None = None
    """Reads a document of its folder, whose hash is part of the key."""
    has_pdf: bool = False
    """Whether PDFs of its plans are made, so that pages offer them."""
    held: HeldBack | None = None
    """Why earlier data than its newest is shown; None where it is the newest."""
    is_preview: bool = False
    """Whether the pages are of a preview of a draft."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages of the LAO."""
        if self.instead:
            return self.instead
        sizes = {path: len(content) for path, content in self.data_files.items()}
        maker = LaoPages(
            self.digits,
            self.today,
            has_pdf=self.has_pdf,
            assessments=self.frameworks.assessments,
            site_url=self.writer.frame.site_url,
        )
        pages = maker.pages(self.read, self.found, self.histories, sizes, self.withdrawn)
        withdrawn = withdrawn_plan_pages(self.withdrawn, self.read.folder.lao, self.digits)
        return tuple(map(self._marked, (*pages, *withdrawn)))

    def _marked(self, page: Page) -> Page:
        """Say above a page that it is a preview, or that newer data could not be shown, where that is so."""
        if self.held is None and not self.is_preview:
            return page
        said = [interface.PREVIEW] if self.is_preview else []
        if self.held:
            said.append(interface.held_back(format_thai_date(self.held.since, self.digits), self.held.reason))
        banner = " ".join([*said, *([page.meta.banner] if page.meta.banner else [])])
        return replace(page, meta=page.meta._replace(banner=banner, noindex=page.meta.noindex or self.is_preview))

    @cached_property
    def data_files(self) -> Files:
        """The data files of its plans, whose sizes the pages tell."""
        return {} if self.instead else plan_files(self.read.folder, self.found, self.histories)

    @property
    def plan_contexts(self) -> Iterator[PlanContext]:
        """Its plans that could be read, each ready for a view."""
        for context in plan_contexts(self.read, self.found, self.today, self.histories):
            yield replace(context, assessments=self.frameworks.assessments, site_url=self.writer.frame.site_url)

    @cached_property
    def summary(self) -> LaoSummary:
        """The LAO in a few figures, as the national pages know it."""
        addresses = [page.address for page in self.pages]
        recent = recent_versions(self.histories) if self.read.folder.lao else ()  # without it versions have no pages
        assessments = self.frameworks.assessments
        return summarise_lao(self.read, self.today, self.found, recent, addresses, assessments)

    @cached_property
    def entry_names(self) -> Names:
        """Names of the entries of all national frameworks, by id."""
        return entry_names(self.frameworks)
