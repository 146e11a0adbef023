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
from generator.views.findings import NO_FINDINGS, PageFindings, plan_findings


class PlanPageName(NamedTuple):
    """How one of the pages of a plan is called."""

    part: str
    slug: str
    """Last step of its address; empty for the overview."""
    word: str


@dataclass(frozen=True)
class PlanContext(PlanInLao):
    """One plan among its LAO, ready to be looked at from any side."""

    read: ReadLao
    legal: LegalState
    findings: tuple[Finding, ...] = ()
    """What reading and the rules found in the cycle's folder."""
    lao_findings: int = 0
    """How many findings the LAO's own page shows beside them."""
    pages: tuple[PlanPageName, ...] = ()
    """The pages of the plan without those of its years; the overview comes first."""
    history: PlanHistory = NO_HISTORY
    """Every version of the plan, where the content lies in a repository."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of the LAO's data files, by path below the site, as far as they are made before the pages."""
    has_pdf: bool = False
    """Whether PDFs of the plan are made, after the pages."""
    assessments: tuple[AssessmentYear, ...] = ()
    """The items of the years of the national assessment (ITA)."""
    site_url: str = ""
    """Where the site will stand; empty where that is not known."""
    fiscal_year_today: FiscalYear | None = None
    """The fiscal year of the build's day; None where nothing asks for it."""

    @property
    def folder(self) -> str:
        """The cycle's folder, relative to the content folder."""
        return f"{self.read.folder.folder}/{self.plan.cycle.slug}"

    @property
    def is_draft(self) -> bool:
        """Whether the plan is not yet approved: banner, noindex, outside totals."""
        return self.plan.is_draft

    def address_of(self, page: PlanPageName) -> str:
        """Where a page of the plan stands."""
        code, cycle = self.lao.code, self.plan.cycle
        return addresses.plan_part(code, cycle, page.slug) if page.slug else addresses.plan(code, cycle)

    def location(self, file: str, *path: str | int) -> Location:
        """Where a value of one of the cycle's files stands."""
        return self.read.location(f"{self.folder}/{file}", *path)

    def findings_of(self, part: str) -> PageFindings:
        """The findings of one page of the plan."""
        return self.shown_findings.get(part, NO_FINDINGS)

    @cached_property
    def shown_findings(self) -> dict[str, PageFindings]:
        """The findings by page."""
        return plan_findings(self.findings, self.files, self.folder, self.read.texts)

    @cached_property
    def amended(self) -> dict[str, tuple[ThingAmended, ...]]:
        """What amendments changed, by the id of what they touched."""
        return amended_things(self.lao, self.plan)


def plan_contexts(
    read: ReadLao,
    found: tuple[Finding, ...],
    today: datetime.date,
    histories: Mapping[str, PlanHistory] = NO_HISTORIES,
) -> Iterator[PlanContext]:
    """Yield every plan of an LAO that could be read, for what shows plans beside the pages."""
    lao = read.folder.lao
    if lao is None:
        return
    for files in read.folder.plans:
        if isinstance(files, PlanFolder):
            cycle = files.plan.cycle.slug
            findings = tuple(finding for finding in found if cycle_folder(finding) == cycle)
            legal = legal_state(files.plan, today)
            yield PlanContext(lao, files, read, legal, findings, history=histories.get(cycle, NO_HISTORY))
