"""The inputs of an output of one LAO."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.building.site_engine import WritePage
from generator.exports.plan_files import plan_files
from generator.facts.summary import LaoSummary, summarise_lao
from generator.findings import Finding
from generator.history.revisions import PlanHistory
from generator.history.withdrawn_plans import WithdrawnPlan
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
"""Bytes by path: below the site if published, else any name."""


@dataclass(frozen=True)
class LaoWork:
    """All inputs of an output. Gives no access to other LAOs."""

    code: str
    read: ReadLao
    found: tuple[Finding, ...]
    """All findings of the LAO, from reading and from rules; for background outputs only those of reading, unless rules
    found personal data."""
    frameworks: Frameworks
    today: datetime.date
    """Only comparable, see `tracked_day.py`."""
    digits: Digits
    site_url: str
    """Address of the site, empty if unknown."""
    writer: WritePage | None = None
    """Makes the documents of pages; None if the engine makes them later, as `mkdocs build` does."""
    instead: tuple[Page, ...] = ()
    """Pages that replace those that could not be made."""
    histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    """All versions of its plans, by folder name of the cycle."""
    withdrawn: tuple[WithdrawnPlan, ...] = ()
    """Former plans that a commit deleted."""
    withdrawn_histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    """All versions of them, by folder name of the cycle."""
    content: str = ""
    """SHA-256 of its folder as read, for its manifest; empty if nothing was read."""
    attachment: Callable[[str], bytes | None] | None = None
    """Reads a document of its folder; the document's hash is part of the key."""
    has_pdf: bool = False
    """Whether PDFs of its plans are made, so that pages link to them."""
    held: HeldBack | None = None
    """Why earlier data is shown, None if the newest is shown."""
    is_preview: bool = False
    """Whether the pages preview a draft."""

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
            site_url=self.site_url,
        )
        pages = maker.pages(self.read, self.found, self.histories, sizes, self.withdrawn)
        withdrawn = withdrawn_plan_pages(self.withdrawn, self.read.lao_folder.lao, self.digits)
        return tuple(map(self._marked, (*pages, *withdrawn)))

    def _marked(self, page: Page) -> Page:
        """Return the page with a banner if it is a preview, or if newer data could not be shown."""
        if self.held is None and not self.is_preview:
            return page
        said = [interface.PREVIEW] if self.is_preview else []
        if self.held:
            said.append(interface.held_back(format_thai_date(self.held.since, self.digits), self.held.reason))
        banner = " ".join([*said, *([page.meta.banner] if page.meta.banner else [])])
        return replace(page, meta=page.meta._replace(banner=banner, noindex=page.meta.noindex or self.is_preview))

    @cached_property
    def data_files(self) -> Files:
        """The data files of its plans; pages show their sizes."""
        return {} if self.instead else plan_files(self.read.lao_folder, self.found, self.histories)

    @property
    def plan_contexts(self) -> Iterator[PlanContext]:
        """Yield the context of each readable plan, for the views."""
        for context in plan_contexts(self.read, self.found, self.today, self.histories):
            yield replace(context, assessments=self.frameworks.assessments, site_url=self.site_url)

    @cached_property
    def summary(self) -> LaoSummary:
        """The LAO's summary, for the national pages."""
        addresses = [page.address for page in self.pages]
        recent = (
            recent_versions(self.histories) if self.read.lao_folder.lao else ()
        )  # without lao.yml, versions lack pages
        assessments = self.frameworks.assessments
        return summarise_lao(self.read, self.today, self.found, recent, addresses, assessments)

    @cached_property
    def entry_names(self) -> Names:
        """Names of the entries of all national frameworks, by id."""
        return entry_names(self.frameworks)
