"""What every page of one plan needs: the LAO, the plan's files, their sources, today's legal state, names by id."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.findings import Finding, Location
from generator.model.lao import Department, Lao
from generator.model.official import DocumentState
from generator.model.plan import Plan, PlanFolder
from generator.model.results import ProjectResult
from generator.model.strategy import Strategy, Tactic
from generator.reading.lao_reader import ReadLao
from generator.thai.dates import FiscalYear
from generator.views.amended import ThingAmended, amended_things
from generator.views.findings import NO_FINDINGS, PageFindings, plan_findings


class LegalState(StrEnum):
    """สถานะการใช้บังคับ: computed from dates and the build's day."""

    NOT_ANNOUNCED = "not_announced"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


def legal_state(plan: Plan, today: datetime.date) -> LegalState:
    """Return whether an announced plan is in force on a day.

    It is from its stated effective date, or else from the first day of its cycle, to the last day of its cycle
    (30 September); a plan that nobody announced is never in force.
    """
    if plan.state is not DocumentState.ANNOUNCED:
        return LegalState.NOT_ANNOUNCED
    effective = plan.announcement.effective_day if plan.announcement else None
    if today > plan.cycle.last_day:
        return LegalState.EXPIRED
    if today < (effective or plan.cycle.first_day):
        return LegalState.NOT_YET_IN_FORCE
    return LegalState.IN_FORCE


@dataclass(frozen=True)
class PlanContext:
    """One plan among its LAO, ready to be looked at from any side."""

    read: ReadLao
    lao: Lao
    files: PlanFolder
    legal: LegalState
    findings: tuple[Finding, ...] = ()
    """What reading and the rules found in the cycle's folder."""
    lao_findings: int = 0
    """How many findings the LAO's own page shows beside them."""

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.files.plan

    @property
    def folder(self) -> str:
        """The cycle's folder, relative to the content folder."""
        return f"{self.read.folder.folder}/{self.plan.cycle.slug}"

    @property
    def is_draft(self) -> bool:
        """Whether the plan is not yet approved: banner, noindex, outside totals."""
        return self.plan.is_draft

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
    def departments(self) -> dict[str, Department]:
        """The LAO's departments by id."""
        return {department.id: department for department in self.lao.departments}

    @cached_property
    def strategies(self) -> dict[str, Strategy]:
        """The plan's strategies by id."""
        return {strategy.id: strategy for strategy in self.plan.strategies}

    @cached_property
    def tactics(self) -> dict[str, Tactic]:
        """The plan's tactics by id."""
        return {tactic.id: tactic for _, tactic in self.plan.tactics()}

    @cached_property
    def amended(self) -> dict[str, tuple[ThingAmended, ...]]:
        """What amendments changed, by the id of what they touched."""
        return amended_things(self.lao, self.plan)

    @cached_property
    def latest_results(self) -> dict[str, tuple[FiscalYear, ProjectResult]]:
        """What was last reported of each project, and of which year, by the project's id."""
        latest: dict[str, tuple[FiscalYear, ProjectResult]] = {}
        for report in sorted(self.files.results, key=lambda report: report.as_of, reverse=True):
            for one in report.projects:
                latest.setdefault(one.project, (report.fiscal_year, one))
        return latest

    def department_name(self, department_id: str | None) -> str | None:
        """Name of a department; None for none."""
        return self.department_named(department_id) if department_id else None

    def department_named(self, department_id: str) -> str:
        """Name of a department; what is written where the LAO has no such department."""
        known = self.departments.get(department_id)
        return known.name if known else department_id
