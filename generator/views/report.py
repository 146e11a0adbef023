"""The report on one fiscal year of a plan: planned against done.

For readers and for those who ask for the yearly report of staff development; printable. It shows only what was
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
from generator.views.report_tables import (
    QuarterProgress,
    evidence_table,
    has_no_problems,
    problems_table,
    quarters_table,
)
from generator.views.tables import Table
from generator.views.year_report import YearReport, year_report
from generator.words.interface import BUDGET_OF_YEAR

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ReportedRound:
    """One round of reporting, with all its projects and staff."""

    anchor: str
    fiscal_year: FiscalYear
    report: YearReport

    @property
    def results_table(self) -> Table:
        """Reported results of each project."""
        return results_table(self.anchor, self.fiscal_year, self.report)

    @property
    def statuses_table(self) -> Table:
        """Number of projects by status."""
        return statuses_table(self.anchor, self.report.statuses)

    @property
    def comparison_table(self) -> Table | None:
        """Money spent beside the budget of the same projects."""
        compared = self.report.comparison
        return comparison_table(self.anchor, compared, BUDGET_OF_YEAR) if compared else None

    @property
    def problems_table(self) -> Table:
        """Problems and suggestions, of projects that have any."""
        return problems_table(self.anchor, self.fiscal_year, self.report.lines)

    @property
    def without_problems(self) -> int:
        """Projects left out of that table, because they state that there are none of both."""
        return sum(map(has_no_problems, self.report.lines))

    @property
    def evidence_table(self) -> Table:
        """The evidence of the results."""
        return evidence_table(self.anchor, self.fiscal_year, self.report.lines)

    @property
    def staff_table(self) -> Table:
        """Number of staff trained."""
        return staff_table(self.anchor, self.report.staff, self.report.staff_total, self.report.staff_trained)

    @property
    def done_chart(self) -> ProgressChart | None:
        """Projects done out of all planned or reported; None if there is none."""
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
    """The round that counts: twelve months if reported; None if nothing was."""
    earlier: tuple[ReportedRound, ...]
    """The half-year round, if there is one of twelve months as well."""
    is_unread: bool
    """Whether part of a file of results could not be read."""
    next_round: datetime.date | None
    """If twelve months are not reported: the last day of the year, after which they can be."""
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
        """Chart of the table by strategy: projects done."""
        return strategies_chart(self.progress)

    @property
    def departments_chart(self) -> ProgressRows | None:
        """Chart of the table by department: projects done."""
        return departments_chart(self.progress)


def report_view(context: PlanContext, year: FiscalYear) -> ReportView:
    """Return the results of one fiscal year of a plan, beside what was planned for it."""
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
    """Return for each quarter, and for projects without one, the statuses of the projects planned in it."""
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
