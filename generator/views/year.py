"""The page of one fiscal year: its projects by quarter, their money of the year, their results.

An extract of the plan of several years, for readers and for those who ask for the annual plan; it shows only what the
plan states for this year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator import addresses
from generator.facts.legal_state import DaysInForce, LegalState, state_of_year
from generator.facts.project_years import latest_reports, runs_in, year_results
from generator.facts.year_money import YearTotal, sum_year, year_money
from generator.findings import Location
from generator.model.money import BudgetBasis
from generator.model.project import Project
from generator.model.results import ProjectResult
from generator.thai.dates import BE_MINUS_CE, Cycle, FiscalYear
from generator.views.downloads import Downloads, downloads
from generator.views.plan_context import PlanContext
from generator.views.planned import planned_people_of
from generator.views.report import quarter_progress
from generator.views.report_tables import QuarterProgress, quarters_table
from generator.views.tables import Table
from generator.views.year_tables import YearProject, YearResultLine, results_table, year_not_stated_table

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """One quarter of the year."""

    number: int
    """From 1 (October to December) to 4."""
    calendar_year: int
    """Buddhist calendar year that it is in."""
    projects: int
    """Number of projects that run in it."""


@dataclass(frozen=True, slots=True)
class QuarterGroup:
    """Projects of the year that run in the same quarters."""

    quarters: tuple[int, ...]
    projects: tuple[YearProject, ...]


@dataclass(frozen=True, slots=True)
class YearStrategy:
    """The year's projects under one strategy."""

    number: str | None
    name: str
    projects: tuple[YearProject, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """Another year of the same plan."""

    fiscal_year: FiscalYear
    address: str


@dataclass(frozen=True, slots=True)
class ShownRound:
    """The round of reporting of the shown results."""

    months: str
    """6 or 12."""
    as_of: datetime.date
    address: str
    """Address of the whole report."""


@dataclass(frozen=True, slots=True)
class YearView:
    """One fiscal year of a plan."""

    downloads: Downloads
    lao_name: str
    fiscal_year: FiscalYear
    state: LegalState | None
    """Whether the year is over, current or to come; None if the day is unknown."""
    now: FiscalYear | None
    """The fiscal year of the build's day."""
    now_address: str | None
    """Its page, if it is another year of this plan."""
    cycle: Cycle
    section: str | None
    """Section of the document with the project table."""
    strategies: tuple[YearStrategy, ...]
    """Strategies with projects in this year, in printed order."""
    projects: int
    quarters: tuple[QuarterLine, ...]
    quarter_groups: tuple[QuarterGroup, ...]
    """Each project with stated quarters once; the most quarters first."""
    basis: BudgetBasis
    total: YearTotal
    year_not_stated: tuple[YearProject, ...]
    """Projects for which the document states neither the years in which they run nor money by year."""
    results: tuple[YearProject, ...]
    """Projects of this year, and others with a result reported for it, in the plan's order."""
    has_table: bool
    """Whether the plan has a project table at all."""
    is_partial: bool
    report: ShownRound | None
    previous: YearLink | None
    next: YearLink | None
    report_address: str
    """The report on this year as a page."""
    quarter_progress: tuple[QuarterProgress, ...]
    """Statuses of the projects planned in each quarter."""
    projects_address: str
    evidence_address: str
    """The evidence sheet (ITA) of this year."""
    location: Location

    @property
    def days(self) -> DaysInForce:
        """First and last day of the year."""
        return DaysInForce(self.fiscal_year.first_day, self.fiscal_year.last_day)

    @property
    def year_not_stated_table(self) -> Table:
        """Projects without a stated year."""
        return year_not_stated_table(self.year_not_stated, self.basis)

    @property
    def quarter_progress_table(self) -> Table:
        """Planned and done by quarter."""
        return quarters_table(self.fiscal_year, self.quarter_progress, is_reported=True, name="quarter-progress")

    @property
    def results_table(self) -> Table:
        """Reported results."""
        return results_table(self.results, self.fiscal_year)


def year_view(context: PlanContext, year: FiscalYear) -> YearView:
    """Return what the plan states for one of its fiscal years."""
    table = context.files.projects
    listed = table.projects if table else ()
    results = year_results(context.files, year)
    this_year = [project for project in listed if runs_in(project, year)]
    lines = {project.id: _line(context, project, year, results.get(project.id)) for project in listed}
    plan, now = context.plan, context.fiscal_year_today
    elsewhere = [project for project in this_year if project.strategy not in context.strategies]
    return YearView(
        downloads=downloads(context, "year", year),
        lao_name=context.lao.full_name,
        fiscal_year=year,
        state=state_of_year(year, now) if now else None,
        now=now,
        now_address=here.address if now and now != year and (here := _link(context, now.be)) else None,
        cycle=plan.cycle,
        section=table.section if table else None,
        strategies=tuple(
            YearStrategy(
                strategy.number,
                strategy.name,
                tuple(lines[project.id] for project in this_year if project.strategy == strategy.id),
            )
            for strategy in plan.strategies
            if any(project.strategy == strategy.id for project in this_year)
        )
        + ((YearStrategy(None, "", tuple(lines[project.id] for project in elsewhere)),) if elsewhere else ()),
        projects=len(this_year),
        quarters=tuple(
            QuarterLine(
                quarter,
                year.quarter_range(quarter)[0].year + BE_MINUS_CE,
                sum(quarter in project.periods.quarters(year) for project in this_year),
            )
            for quarter in QUARTERS
        ),
        quarter_groups=_grouped(lines[project.id] for project in this_year),
        basis=plan.budget_basis,
        total=sum_year(lines[project.id].money for project in this_year),
        year_not_stated=tuple(
            lines[project.id]
            for project in listed
            if not project.periods.years and not any((project.budget.by_year or {}).values())
        ),
        results=tuple(lines[project.id] for project in listed if project.id in results or runs_in(project, year)),
        has_table=bool(listed),
        is_partial=plan.is_partial,
        report=_report(context, year),
        previous=_link(context, year.be - 1),
        next=_link(context, year.be + 1),
        report_address=addresses.year_report(context.lao.code, plan.cycle, year),
        quarter_progress=quarter_progress(context, year),
        projects_address=addresses.plan_part(context.lao.code, plan.cycle, "projects"),
        evidence_address=addresses.evidence_sheet(context.lao.code, plan.cycle, year),
        location=context.location("projects.yml"),
    )


def _report(context: PlanContext, year: FiscalYear) -> ShownRound | None:
    latest = latest_reports(context.files).get(year)
    if latest is None:
        return None
    address = addresses.plan_part(context.lao.code, context.plan.cycle, "monitoring")
    return ShownRound(latest.round, latest.as_of, f"{address}#{addresses.results_anchor(year)}")


def _link(context: PlanContext, be: int) -> YearLink | None:
    cycle = context.plan.cycle
    found = next((year for year in cycle.years if year.be == be), None)
    return YearLink(found, addresses.plan_year(context.lao.code, cycle, found)) if found else None


def _period_printed(project: Project, year: FiscalYear) -> str | None:
    cell = project.periods.cell(year)
    own = cell.printed if cell and (cell.says_more or not cell.runs) else ""
    return own or project.periods.printed or None


def _grouped(projects: Iterable[YearProject]) -> tuple[QuarterGroup, ...]:
    groups: dict[tuple[int, ...], list[YearProject]] = {}
    for project in projects:
        if project.quarters:
            groups.setdefault(project.quarters, []).append(project)
    order = sorted(groups, key=lambda quarters: (-len(quarters), quarters))
    return tuple(QuarterGroup(quarters, tuple(groups[quarters])) for quarters in order)


def _line(context: PlanContext, project: Project, year: FiscalYear, result: ProjectResult | None) -> YearProject:
    responsible = project.responsible
    return YearProject(
        number=project.number,
        name=project.name,
        address=addresses.project(context.lao.code, context.plan.cycle, project.id),
        quarters=project.periods.quarters(year),
        period_printed=_period_printed(project, year),
        money=year_money(project.budget, context.plan.budget_basis, year),
        people_planned=planned_people_of(project, year),
        departments=tuple(context.department_name(id) for id in responsible.departments) if responsible else (),
        responsible_printed=responsible.printed if responsible else None,
        indicator=project.indicator,
        result=YearResultLine(result.status, result.spent_baht, result.people_count, result.indicator_result)
        if result
        else None,
        findings=sum(
            link.count for link in context.findings_of("projects").at.get(addresses.project_anchor(project.id), ())
        ),
    )
