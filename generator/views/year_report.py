"""One round of reporting of one fiscal year as pages show it: what was reported of each project, and sums of it.

Money spent stands beside a budget only where both are of the same time and of the same projects; nobody is told to
have overspent.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.project_years import runs_in
from generator.facts.year_money import year_money
from generator.findings import Location
from generator.model.cells import Cell
from generator.model.money import MoneyCell
from generator.model.project import Project
from generator.model.results import EvidenceFile, ProjectResult, ResultStatus, StaffTrained, YearResults
from generator.thai.dates import FiscalYear
from generator.views.amended import ThingAmended, former_name
from generator.views.charts import ProgressChart, ShareChart, progress_chart, share_chart
from generator.views.plan_context import PlanContext


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


def year_report(context: PlanContext, report: YearResults) -> YearReport:
    year = report.fiscal_year
    results = {result.project: result for result in report.reported}
    lines = _lines_of_results(context, report)
    reported = {result.project: result.status for result in report.reported}
    planned = {project.id for project in context.projects}
    silent = [project for project in context.projects if project.id not in results and runs_in(project, year)]
    spent = [result.spent_baht for result in report.reported if result.spent_baht is not None]
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
        ResultStatus.NOT_STATED,
        ResultStatus.UNREAD,
    )
    counts = [(str(status), reported.count(status)) for status in order]
    return tuple(StatusCount(status, count) for status, count in (*counts, (NOT_REPORTED, silent)) if count)


def _lines_of_results(context: PlanContext, report: YearResults) -> list[ResultLine]:
    """Return a line for every result, also for a second one of the same project and for projects not of the plan."""
    by_project: dict[str, list[ProjectResult]] = {}
    for result in report.reported:
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
    return compare(
        (year_money(project.budget, basis, year).of_year_baht, results[project.id].spent_baht)
        for project in context.projects
        if project.id in results
    )


def compare(pairs: Iterable[tuple[Decimal | None, Decimal | None]]) -> Comparison | None:
    """Add up the pairs of budget and spent that have both; None when there is none."""
    both = [(budget, spent) for budget, spent in pairs if budget is not None and spent is not None]
    if not both:
        return None
    planned, spent_so_far = (sum(amounts, Decimal(0)) for amounts in zip(*both, strict=True))
    return Comparison(len(both), planned, spent_so_far, progress_chart(spent_so_far, planned))
