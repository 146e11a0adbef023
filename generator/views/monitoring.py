"""The monitoring page: how the plan says it is followed up, and what was reported of each fiscal year.

Money spent stands beside a budget only where both are of the same time and of the same projects; nobody is told to
have overspent.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.project_years import latest_reports, runs_in, unread_results
from generator.facts.year_money import year_money
from generator.findings import Location
from generator.model.cells import Cell
from generator.model.document import EvaluationForm, Monitoring
from generator.model.money import Budget, BudgetBasis, MoneyCell
from generator.model.project import Project
from generator.model.results import EvidenceFile, ProjectResult, ResultStatus, StaffTrained, YearResults
from generator.thai.dates import FiscalYear
from generator.views.amended import ThingAmended, former_name
from generator.views.charts import ProgressChart, ShareChart, progress_chart, share_chart
from generator.views.findings import PageFindings
from generator.views.monitoring_tables import (
    comparison_table,
    evaluation_table,
    results_table,
    staff_table,
    statuses_table,
)
from generator.views.plan_context import PlanContext
from generator.views.tables import Table
from generator.words.interface import BUDGET_OF_CYCLE, BUDGET_OF_YEAR


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One project in one year's report."""

    number: str | None
    name: str
    address: str | None
    """None where the plan does not have the project."""
    taken_out: ThingAmended | None
    """The amendment that took it out of the plan, or touched it last, where the plan does not have it."""
    status: ResultStatus | None
    """None where the report has nothing on a project that was to run in this year."""
    spent_baht: Decimal | None
    spent_printed: str | None
    """What is printed instead of an amount."""
    people: int | None
    people_printed: str | None
    """What is printed instead of a number."""
    indicator: str | None
    """What the plan measures the project by."""
    indicator_result: str | None
    problems: str | None
    suggestions: str | None
    evidence: tuple[EvidenceFile, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Money spent beside the budget of the same projects for the same time."""

    projects: int
    """Projects that state a comparable amount and report what they spent."""
    budget_baht: Decimal
    spent_baht: Decimal
    chart: ProgressChart | None
    """None where the budget is 0."""


NOT_REPORTED = "not_reported"
"""Stands for the status of a project on which nothing was reported."""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """So many projects have come so far."""

    status: str
    """A `ResultStatus`, or NOT_REPORTED."""
    projects: int


@dataclass(frozen=True, slots=True)
class YearReport:
    """What was reported of one fiscal year."""

    months: str
    """Round of reporting: 6 or 12."""
    as_of: datetime.date
    lines: tuple[ResultLine, ...]
    """Reported projects in the plan's order, those that the plan does not have, then those of the year on which nothing
    was reported."""
    reported: int
    """Reported projects, those that the plan does not have included."""
    elsewhere: int
    """Reported projects that the plan does not have."""
    not_reported: int
    """Projects that were to run in this year and are not in the report."""
    spent_baht: Decimal | None
    """Sum of what was reported as spent; None where no project reports any."""
    with_spent: int
    comparison: Comparison | None
    """None where no amount is known to be of this year."""
    statuses: tuple[StatusCount, ...]
    """How many projects have come how far; those on which nothing was reported last."""
    status_chart: ShareChart | None
    """The same; None where all have come equally far."""
    staff: tuple[StaffTrained, ...]
    staff_total: int
    staff_trained: int
    staff_chart: ProgressChart | None
    """Those trained among all; None where no staff was counted."""
    location: Location


@dataclass(frozen=True, slots=True)
class MonitoredYear:
    """One fiscal year, reported or not."""

    fiscal_year: FiscalYear
    in_cycle: bool
    anchor: str
    address: str | None
    """The year's own page; None for a year outside the cycle."""
    projects: int
    """Projects that the plan has for it."""
    report: YearReport | None
    """None where nothing was reported yet, or the report cannot be read."""
    is_unread: bool
    """Whether there is a report that cannot be read."""

    @property
    def comparison_table(self) -> Table | None:
        """What the drawing of the report's comparison shows."""
        compared = self.report.comparison if self.report else None
        return comparison_table(self.anchor, compared, BUDGET_OF_YEAR) if compared else None

    @property
    def statuses_table(self) -> Table | None:
        """How many projects have come how far."""
        return statuses_table(self.anchor, self.report.statuses) if self.report else None

    @property
    def results_table(self) -> Table | None:
        """What was reported of each project."""
        return results_table(self.anchor, self.fiscal_year, self.report) if self.report else None

    @property
    def staff_table(self) -> Table | None:
        """How many of the staff were trained."""
        return (
            staff_table(self.anchor, self.report.staff, self.report.staff_total, self.report.staff_trained)
            if self.report
            else None
        )


@dataclass(frozen=True, slots=True)
class MonitoringView:
    """Monitoring as the document has it, and results."""

    monitoring: Monitoring | None
    evaluation_forms: tuple[EvaluationForm, ...]
    is_partial: bool
    narrative_address: str | None
    """Where the narrative part on monitoring is shown; None where the plan has none."""
    years: tuple[MonitoredYear, ...]
    """Every year of the cycle, and reported years outside it, in order."""
    reported_years: int
    """Years of the cycle with a report."""
    cycle_years: int
    basis: BudgetBasis
    cycle_comparison: Comparison | None
    """Everything reported so far beside amounts for the whole cycle; None unless the plan states that basis."""
    findings: PageFindings
    location: Location

    @property
    def evaluation_tables(self) -> tuple[Table, ...]:
        """The competencies of each form."""
        return tuple(evaluation_table(place, form) for place, form in enumerate(self.evaluation_forms, 1))

    @property
    def cycle_table(self) -> Table | None:
        """What the drawing of `cycle_comparison` shows."""
        return comparison_table("cycle", self.cycle_comparison, BUDGET_OF_CYCLE) if self.cycle_comparison else None


def monitoring_view(context: PlanContext) -> MonitoringView:
    """Return how the plan is followed up and what was reported."""
    plan = context.plan
    cycle = plan.cycle
    reports = latest_reports(context.files)
    years = sorted({*cycle.years, *reports})
    document = addresses.plan_part(context.lao.code, cycle, "document")
    return MonitoringView(
        monitoring=plan.monitoring,
        evaluation_forms=plan.evaluation_forms,
        is_partial=plan.is_partial,
        narrative_address=f"{document}#{addresses.narrative_anchor('monitoring')}"
        if any(section.id == "monitoring" for section in context.files.narrative)
        else None,
        years=tuple(_year(context, year, reports.get(year)) for year in years),
        reported_years=sum(year in reports for year in cycle.years),
        cycle_years=cycle.length,
        basis=plan.budget_basis,
        cycle_comparison=_compare_cycle(context, reports.values()),
        findings=context.findings_of("monitoring"),
        location=context.location("plan.yml", "monitoring") if plan.monitoring else context.location("plan.yml"),
    )


def _year(context: PlanContext, year: FiscalYear, report: YearResults | None) -> MonitoredYear:
    cycle = context.plan.cycle
    in_cycle = year in cycle.years
    return MonitoredYear(
        fiscal_year=year,
        in_cycle=in_cycle,
        anchor=addresses.results_anchor(year),
        address=addresses.plan_year(context.lao.code, cycle, year) if in_cycle else None,
        projects=sum(runs_in(project, year) for project in context.projects),
        report=_report(context, report) if report else None,
        is_unread=report is None and unread_results(context.files, year),
    )


def _report(context: PlanContext, report: YearResults) -> YearReport:
    year = report.fiscal_year
    results = {result.project: result for result in report.projects}
    lines = _lines_of_results(context, report)
    reported = {result.project: result.status for result in report.projects}
    planned = {project.id for project in context.projects}
    silent = [project for project in context.projects if project.id not in results and runs_in(project, year)]
    spent = [result.spent_baht for result in report.projects if result.spent_baht is not None]
    statuses = _statuses([*reported.values()], len(silent))
    staff_total, staff_trained = (
        sum(group.total_people or 0 for group in report.staff),
        sum(group.trained_people or 0 for group in report.staff),
    )
    return YearReport(
        months=report.round,
        as_of=report.as_of,
        lines=(*lines, *(_line(context, project, None) for project in silent)),
        reported=len(reported),
        elsewhere=len(reported.keys() - planned),
        not_reported=len(silent),
        spent_baht=sum(spent, Decimal(0)) if spent else None,
        with_spent=len(spent),
        comparison=_compare_year(context, results, year),
        statuses=statuses,
        status_chart=share_chart([(one.status, one.projects) for one in statuses]),
        staff=report.staff,
        staff_total=staff_total,
        staff_trained=staff_trained,
        staff_chart=progress_chart(staff_trained, staff_total),
        location=context.location(context.files.file_of(report)),
    )


def _printed(cell: MoneyCell | Cell[int] | None) -> str | None:
    """Return a cell as printed where it is no plain number."""
    known = cell is None or (cell.counted_baht if isinstance(cell, MoneyCell) else cell.meaning) is not None
    return None if cell is None or known else cell.printed or None


def _statuses(reported: list[ResultStatus], silent: int) -> tuple[StatusCount, ...]:
    order = (
        ResultStatus.DONE,
        ResultStatus.IN_PROGRESS,
        ResultStatus.NOT_STARTED,
        ResultStatus.CANCELLED,
        ResultStatus.UNREAD,
    )
    counts = [(str(status), reported.count(status)) for status in order]
    return tuple(StatusCount(status, count) for status, count in (*counts, (NOT_REPORTED, silent)) if count)


def _lines_of_results(context: PlanContext, report: YearResults) -> list[ResultLine]:
    """Return a line for every result, also for a second one of the same project and for projects not of the plan."""
    by_project: dict[str, list[ProjectResult]] = {}
    for result in report.projects:
        by_project.setdefault(result.project, []).append(result)
    planned = [
        _line(context, project, result) for project in context.projects for result in by_project.pop(project.id, ())
    ]
    return [*planned, *(_line(context, None, result) for results in by_project.values() for result in results)]


def _line(context: PlanContext, project: Project | None, result: ProjectResult | None) -> ResultLine:
    identifier = project.id if project else result.project if result else ""
    amended = () if project else context.amended.get(identifier, ())
    taken_out = next((one for one in reversed(amended) if one.takes_out), amended[-1] if amended else None)
    return ResultLine(
        number=project.number if project else None,
        name=project.name if project else former_name(amended) or identifier,
        address=addresses.project(context.lao.code, context.plan.cycle, identifier) if project else None,
        taken_out=taken_out,
        status=result.status if result else None,
        spent_baht=result.spent_baht if result else None,
        spent_printed=_printed(result.spent) if result else None,
        people=result.people_count if result else None,
        people_printed=_printed(result.people) if result else None,
        indicator=project.indicator if project else None,
        indicator_result=result.indicator_result if result else None,
        problems=result.problems if result else None,
        suggestions=result.suggestions if result else None,
        evidence=result.evidence if result else (),
    )


def _compare_year(context: PlanContext, results: dict[str, ProjectResult], year: FiscalYear) -> Comparison | None:
    basis = context.plan.budget_basis
    return _compare(
        (year_money(project.budget, basis, year).of_year_baht, results[project.id].spent_baht)
        for project in context.projects
        if project.id in results
    )


def _compare_cycle(context: PlanContext, reports: Iterable[YearResults]) -> Comparison | None:
    if context.plan.budget_basis is not BudgetBasis.WHOLE_CYCLE:
        return None
    spent: dict[str, Decimal] = {}
    for report in reports:
        if report.fiscal_year in context.plan.cycle.years:
            for result in report.projects:
                if result.spent_baht is not None:
                    spent[result.project] = spent.get(result.project, Decimal(0)) + result.spent_baht
    return _compare((_of_cycle(project.budget), spent.get(project.id)) for project in context.projects)


def _of_cycle(budget: Budget) -> Decimal | None:
    """Return the amount for the whole cycle; amounts by year are left to the comparison of each year."""
    return None if budget.by_year else budget.amount_baht


def _compare(pairs: Iterable[tuple[Decimal | None, Decimal | None]]) -> Comparison | None:
    """Add up the pairs of budget and spent that have both; None when there is none."""
    both = [(budget, spent) for budget, spent in pairs if budget is not None and spent is not None]
    if not both:
        return None
    planned, spent_so_far = (sum(amounts, Decimal(0)) for amounts in zip(*both, strict=True))
    return Comparison(len(both), planned, spent_so_far, progress_chart(spent_so_far, planned))
