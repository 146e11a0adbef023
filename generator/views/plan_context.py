"""What every page of one plan needs: the LAO, the plan's files, their sources, today's legal state, names by id."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator import addresses
from generator.facts.finding_counts import cycle_folder
from generator.facts.legal_state import LegalState, legal_state
from generator.facts.plan_in_lao import PlanInLao
from generator.findings import Finding, Location
from generator.history.revisions import NO_HISTORIES, NO_HISTORY, PlanHistory
from generator.model.assessment import AssessmentYear
from generator.model.plan import PlanFolder
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import FiscalYear
from generator.views.amended import ThingAmended, amended_things
from generator.views.page_findings import NO_FINDINGS, PageFindings, plan_findings


class PlanPageName(NamedTuple):
    """Name of one page of a plan."""

    part: str
    slug: str
    """Last segment of its address; empty for the overview."""
    word: str


@dataclass(frozen=True)
class PlanContext(PlanInLao):
    """One plan of an LAO, with what its pages need."""

    read: ReadLao
    legal: LegalState
    findings: tuple[Finding, ...] = ()
    """Findings in the cycle's folder."""
    lao_findings: int = 0
    """Number of findings on the LAO's own page."""
    pages: tuple[PlanPageName, ...] = ()
    """The pages of the plan except those of its years; the overview first."""
    history: PlanHistory = NO_HISTORY
    """Every version of the plan, if the content is in a repository."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of the LAO's data files, by path below the site, if made before the pages."""
    has_pdf: bool = False
    """Whether PDFs of the plan are made (after the pages)."""
    assessments: tuple[AssessmentYear, ...] = ()
    """The items of the years of the national assessment (ITA)."""
    site_url: str = ""
    """URL of the site; empty if unknown."""
    fiscal_year_today: FiscalYear | None = None
    """The fiscal year of the build's day; None if not needed."""

    @property
    def folder(self) -> str:
        """The cycle's folder, relative to the content folder."""
        return f"{self.read.lao_folder.path}/{self.plan.cycle.slug}"

    @property
    def is_draft(self) -> bool:
        """Whether the plan is not yet approved: banner, noindex, outside totals."""
        return self.plan.is_draft

    def address_of(self, page: PlanPageName) -> str:
        """Return the address of a page of the plan."""
        code, cycle = self.lao.code, self.plan.cycle
        return addresses.plan_part(code, cycle, page.slug) if page.slug else addresses.plan(code, cycle)

    def location(self, file: str, *path: str | int) -> Location:
        """Return the location of a value in one of the cycle's files."""
        return self.read.location(f"{self.folder}/{file}", *path)

    def findings_of(self, part: str) -> PageFindings:
        """Return the findings of one page of the plan."""
        return self.shown_findings.get(part, NO_FINDINGS)

    @cached_property
    def shown_findings(self) -> dict[str, PageFindings]:
        """The findings by page."""
        return plan_findings(self.findings, self.files, self.folder, self.read.texts)

    @cached_property
    def amended(self) -> dict[str, tuple[ThingAmended, ...]]:
        """What amendments changed, by the id of the changed thing."""
        return amended_things(self.lao, self.plan)


def plan_contexts(
    read: ReadLao,
    found: tuple[Finding, ...],
    today: datetime.date,
    histories: Mapping[str, PlanHistory] = NO_HISTORIES,
) -> Iterator[PlanContext]:
    """Yield every readable plan of an LAO, for outputs other than pages."""
    lao = read.lao_folder.lao
    if lao is None:
        return
    for files in read.lao_folder.plans:
        if isinstance(files, PlanFolder):
            cycle = files.plan.cycle.slug
            findings = tuple(finding for finding in found if cycle_folder(finding) == cycle)
            legal = legal_state(files.plan, today)
            yield PlanContext(lao, files, read, legal, findings, history=histories.get(cycle, NO_HISTORY))
