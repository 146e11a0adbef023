"""The monitoring page: how the plan says it is followed up, and the results reported per fiscal year.

Money spent is shown beside a budget only if both cover the same time and the same projects; nobody is accused of
overspending.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.progress import YearProgress, year_progress
from generator.facts.project_years import latest_reports, runs_in, unread_results
from generator.findings import Location
from generator.model.money import Budget, BudgetBasis
from generator.model.plan_parts import EvaluationForm, Monitoring
from generator.model.results import YearResults
from generator.thai.dates import FiscalYear
from generator.views.charts import ProgressRows
from generator.views.downloads import Downloads, downloads
from generator.views.monitoring_tables import (
    comparison_table,
    evaluation_table,
    results_table,
    staff_table,
    statuses_table,
)
from generator.views.page_findings import PageFindings
from generator.views.pdca import PdcaStep, StepLine, pdca, pdca_table
from generator.views.plan_context import PlanContext
from generator.views.progress_tables import (
    departments_chart,
    progress_by_department,
    progress_by_strategy,
    progress_by_year,
    strategies_chart,
    years_chart,
)
from generator.views.tables import Table
from generator.views.year_report import Comparison, YearReport, compare, year_report
from generator.words.interface import BUDGET_OF_CYCLE, BUDGET_OF_YEAR


@dataclass(frozen=True, slots=True)
class MonitoredYear:
    """One fiscal year, reported or not."""

    fiscal_year: FiscalYear
    in_cycle: bool
    anchor: str
    address: str | None
    """The year's own page; None for a year outside the cycle."""
    projects: int
    """Number of the plan's projects for it."""
    report_address: str | None
    """The year's report as a page; None for a year outside the cycle."""
    progress: YearProgress
    report: YearReport | None
    """None if nothing was reported yet, or the report cannot be read."""
    is_unread: bool
    """Whether there is a report that cannot be read."""

    @property
    def strategies_table(self) -> Table:
        """Planned and done by strategy."""
        return progress_by_strategy(f"{self.anchor}-strategies", self.progress)

    @property
    def departments_table(self) -> Table:
        """Planned and done by department."""
        return progress_by_department(f"{self.anchor}-departments", self.progress)

    @property
    def strategies_chart(self) -> ProgressRows | None:
        """Chart of the table by strategy: projects done."""
        return strategies_chart(self.progress)

    @property
    def departments_chart(self) -> ProgressRows | None:
        """Chart of the table by department: projects done."""
        return departments_chart(self.progress)

    @property
    def comparison_table(self) -> Table | None:
        """Table of the report's comparison chart."""
        compared = self.report.comparison if self.report else None
        return comparison_table(self.anchor, compared, BUDGET_OF_YEAR) if compared else None

    @property
    def statuses_table(self) -> Table | None:
        """Number of projects by status."""
        return statuses_table(self.anchor, self.report.statuses) if self.report else None

    @property
    def results_table(self) -> Table | None:
        """Reported results of each project."""
        return results_table(self.anchor, self.fiscal_year, self.report) if self.report else None

    @property
    def staff_table(self) -> Table | None:
        """Number of staff trained."""
        return (
            staff_table(self.anchor, self.report.staff, self.report.staff_total, self.report.staff_trained)
            if self.report
            else None
        )


@dataclass(frozen=True, slots=True)
class MonitoringView:
    """Monitoring as described in the document, and results."""

    monitoring: Monitoring | None
    evaluation_forms: tuple[EvaluationForm, ...]
    is_partial: bool
    narrative_address: str | None
    """Address of the narrative part on monitoring; None if the plan has none."""
    years: tuple[MonitoredYear, ...]
    """Every year of the cycle, and reported years outside it, in order."""
    reported_years: int
    """Years of the cycle with a report."""
    cycle_years: int
    basis: BudgetBasis
    steps: dict[PdcaStep, tuple[StepLine, ...]]
    """What the data has for each of the four steps of PDCA."""
    cycle_comparison: Comparison | None
    """Everything reported so far beside amounts for the whole cycle; None unless the plan states that basis."""
    downloads: Downloads
    form_address: str
    """Where an officer fills in the results of a round."""
    findings: PageFindings
    location: Location

    @property
    def evaluations(self) -> tuple[tuple[EvaluationForm, Table], ...]:
        """Each form with the table of its competencies."""
        return tuple((form, evaluation_table(place, form)) for place, form in enumerate(self.evaluation_forms, 1))

    @property
    def pdca_table(self) -> Table:
        """The four steps."""
        return pdca_table(self.steps)

    @property
    def years_table(self) -> Table:
        """Planned and done by year."""
        return progress_by_year("years", (year.progress for year in self.years))

    @property
    def years_chart(self) -> ProgressRows | None:
        """Chart of the table by year: projects done in reported years."""
        return years_chart([year.progress for year in self.years])

    @property
    def cycle_table(self) -> Table | None:
        """Table of the chart of `cycle_comparison`."""
        return comparison_table("cycle", self.cycle_comparison, BUDGET_OF_CYCLE) if self.cycle_comparison else None


def monitoring_view(context: PlanContext) -> MonitoringView:
    """Return how the plan is monitored and what was reported."""
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
        steps=pdca(context),
        cycle_comparison=_compare_cycle(context, reports.values()),
        downloads=downloads(context, "monitoring"),
        form_address=addresses.form_of(context.lao.code, cycle, "results"),
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
        report_address=addresses.year_report(context.lao.code, cycle, year) if in_cycle else None,
        progress=year_progress(context, year),
        report=year_report(context, report) if report else None,
        is_unread=report is None and unread_results(context.files, year),
    )


def _compare_cycle(context: PlanContext, reports: Iterable[YearResults]) -> Comparison | None:
    if context.plan.budget_basis is not BudgetBasis.WHOLE_CYCLE:
        return None
    spent: dict[str, Decimal] = {}
    for report in reports:
        if report.fiscal_year in context.plan.cycle.years:
            for result in report.reported:
                if result.spent_baht is not None:
                    spent[result.project] = spent.get(result.project, Decimal(0)) + result.spent_baht
    return compare((_of_cycle(project.budget), spent.get(project.id)) for project in context.projects)


def _of_cycle(budget: Budget) -> Decimal | None:
    """Return the amount for the whole cycle; amounts by year are compared per year instead."""
    return None if budget.by_year else budget.amount_baht
