"""The report on one fiscal year of a plan: what was planned, and what came of it.

Made for readers and for those who ask for the yearly report of staff development; printable. It says only what was
reported, and names what was not.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator import addresses
from generator.facts.progress import YearProgress, year_progress
from generator.facts.project_years import latest_reports, runs_in, unread_results, year_results
from generator.model.official import Announcement, Approval
from generator.thai.dates import Cycle, FiscalYear
from generator.views.charts import ProgressChart, ProgressRows, progress_chart
from generator.views.downloads import Downloads, downloads
from generator.views.monitoring_tables import (
    comparison_table,
    results_table,
    staff_table,
    statuses_table,
)
from generator.views.plan_context import PlanContext
from generator.views.progress_tables import (
    departments_chart,
    progress_by_department,
    progress_by_strategy,
    strategies_chart,
)
from generator.views.report_tables import QuarterProgress, evidence_table, problems_table, quarters_table
from generator.views.tables import Table
from generator.views.year_report import YearReport, year_report
from generator.words.interface import BUDGET_OF_YEAR

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ReportedRound:
    """One round of reporting, with everything that it says of projects and staff."""

    anchor: str
    fiscal_year: FiscalYear
    report: YearReport

    @property
    def results_table(self) -> Table:
        """What was reported of each project."""
        return results_table(self.anchor, self.fiscal_year, self.report)

    @property
    def statuses_table(self) -> Table:
        """How many projects have come how far."""
        return statuses_table(self.anchor, self.report.statuses)

    @property
    def comparison_table(self) -> Table | None:
        """Money spent beside the budget of the same projects."""
        compared = self.report.comparison
        return comparison_table(self.anchor, compared, BUDGET_OF_YEAR) if compared else None

    @property
    def problems_table(self) -> Table:
        """Problems and suggestions of each project that has any."""
        return problems_table(self.anchor, self.fiscal_year, self.report.lines)

    @property
    def evidence_table(self) -> Table:
        """What shows the results."""
        return evidence_table(self.anchor, self.fiscal_year, self.report.lines)

    @property
    def staff_table(self) -> Table:
        """How many of the staff were trained."""
        return staff_table(self.anchor, self.report.staff, self.report.staff_total, self.report.staff_trained)

    @property
    def done_chart(self) -> ProgressChart | None:
        """Projects done among all that were planned or reported; None where there is none."""
        statuses = {one.status: one.projects for one in self.report.statuses}
        return progress_chart(statuses.get("done", 0), sum(statuses.values()))


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report on one year."""

    lao_name: str
    fiscal_year: FiscalYear
    cycle: Cycle
    plan_title: str | None
    approval: Approval | None
    announcement: Announcement | None
    latest: ReportedRound | None
    """The round that holds: twelve months where they were reported; None where nothing was."""
    earlier: tuple[ReportedRound, ...]
    """The half-year round beside one of twelve months."""
    is_unread: bool
    """Whether there is a file of results of which something could not be read."""
    next_round: datetime.date | None
    """Where nothing of twelve months is reported: the last day of the year, after which it can be."""
    progress: YearProgress
    quarters: tuple[QuarterProgress, ...]
    year_address: str
    monitoring_address: str
    downloads: Downloads

    @property
    def quarters_table(self) -> Table:
        """Planned and done by quarter."""
        return quarters_table(self.fiscal_year, self.quarters, is_reported=self.latest is not None)

    @property
    def strategies_table(self) -> Table:
        """Planned and done by strategy."""
        return progress_by_strategy("strategies", self.progress)

    @property
    def departments_table(self) -> Table:
        """Planned and done by department."""
        return progress_by_department("departments", self.progress)

    @property
    def strategies_chart(self) -> ProgressRows | None:
        """What the table by strategy says of projects done."""
        return strategies_chart(self.progress)

    @property
    def departments_chart(self) -> ProgressRows | None:
        """What the table by department says of projects done."""
        return departments_chart(self.progress)


def report_view(context: PlanContext, year: FiscalYear) -> ReportView:
    """Return what was reported of one fiscal year of a plan, beside what was planned for it."""
    plan = context.plan
    code, cycle = context.lao.code, plan.cycle
    holds = latest_reports(context.files).get(year)
    of_year = [one for one in context.files.results if one.fiscal_year == year and not one.is_blank]
    earlier = [one for one in of_year if one is not holds]
    return ReportView(
        lao_name=context.lao.full_name,
        fiscal_year=year,
        cycle=cycle,
        plan_title=plan.title,
        approval=plan.approval,
        announcement=plan.announcement,
        latest=ReportedRound("projects", year, year_report(context, holds)) if holds else None,
        earlier=tuple(
            ReportedRound(addresses.round_anchor(one.round), year, year_report(context, one)) for one in earlier
        ),
        is_unread=unread_results(context.files, year),
        next_round=None if holds and holds.round == "12" else year.last_day,
        progress=year_progress(context, year),
        quarters=quarter_progress(context, year),
        year_address=addresses.plan_year(code, cycle, year),
        monitoring_address=f"{addresses.plan_part(code, cycle, 'monitoring')}#{addresses.results_anchor(year)}",
        downloads=downloads(context, "report"),
    )


def quarter_progress(context: PlanContext, year: FiscalYear) -> tuple[QuarterProgress, ...]:
    """Return for each quarter, and for projects of no stated one, how far the projects planned in it have come."""
    results = year_results(context.files, year)
    planned = [one for one in context.projects if runs_in(one, year)]
    groups = [(number, [one for one in planned if number in one.periods.quarters(year)]) for number in QUARTERS]
    groups.append((0, [one for one in planned if not one.periods.quarters(year)]))
    return tuple(
        QuarterProgress(
            number,
            len(projects),
            tuple(str(results[one.id].status) if one.id in results else "not_reported" for one in projects),
        )
        for number, projects in groups
        if number or projects
    )
