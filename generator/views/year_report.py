"""One round of reporting of one fiscal year as pages show it: the result of each project, and sums.

Money spent is shown beside a budget only if both cover the same time and the same projects; nobody is accused of
overspending.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.facts.named_documents import NamedDocument, result_documents
from generator.facts.project_years import runs_in
from generator.facts.year_money import YearMoney, year_money
from generator.findings import Location
from generator.model.cells import PrintedCell
from generator.model.money import MoneyCell
from generator.model.project import Project
from generator.model.results import ProjectResult, ResultStatus, StaffTrained, YearResults
from generator.thai.dates import FiscalYear
from generator.views.amended import ThingAmended, former_name
from generator.views.charts import ProgressChart, ShareChart, progress_chart, share_chart
from generator.views.document_lines import DocumentLine, document_line
from generator.views.plan_context import PlanContext
from generator.views.planned import PlannedPeople, planned_people_of


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One project in one year's report."""

    number: str | None
    name: str
    address: str | None
    """None if the plan does not have the project."""
    taken_out: ThingAmended | None
    """If the plan does not have the project: the amendment that removed it or touched it last."""
    status: ResultStatus | None
    """None if the report omits a project of this year."""
    spent_baht: Decimal | None
    spent_printed: str | None
    """Printed text in place of an amount."""
    people: int | None
    people_printed: str | None
    """Printed text in place of a number."""
    money: YearMoney | None
    """The planned money of the year; None if the plan does not have the project, likewise the next."""
    people_planned: PlannedPeople | None
    indicator: str | None
    """The project's indicator in the plan."""
    indicator_result: str | None
    problems: str | None
    suggestions: str | None
    evidence: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Money spent beside the budget of the same projects for the same time."""

    projects: int
    """Number of projects that state a comparable amount and report their spending."""
    budget_baht: Decimal
    spent_baht: Decimal
    chart: ProgressChart | None
    """None if the budget is 0."""


_WithEvidence = tuple[ProjectResult, tuple[NamedDocument, ...]]
NOT_REPORTED = "not_reported"
"""Status of a project without a result."""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """Number of projects with a status."""

    status: str
    """A `ResultStatus`, or NOT_REPORTED."""
    projects: int


@dataclass(frozen=True, slots=True)
class YearReport:
    """The report on one fiscal year."""

    months: str
    """Round of reporting: 6 or 12."""
    as_of: datetime.date
    lines: tuple[ResultLine, ...]
    """Reported projects in the plan's order, then those that the plan does not have, then projects of the year without
    a result.
    """
    reported: int
    """Number of reported projects, including those that the plan does not have."""
    elsewhere: int
    """Number of reported projects that the plan does not have."""
    not_reported: int
    """Number of projects of this year that are not in the report."""
    spent_baht: Decimal | None
    """Sum of reported spending; None if no project reports any."""
    with_spent: int
    comparison: Comparison | None
    """None if no amount is known to be for this year."""
    statuses: tuple[StatusCount, ...]
    """Number of projects by status; those without a result last."""
    status_chart: ShareChart | None
    """The same as a chart, with every status by itself; None if all projects have the same."""
    staff: tuple[StaffTrained, ...]
    staff_total: int
    staff_trained: int
    staff_chart: ProgressChart | None
    """Trained staff out of all; None if staff was not counted."""
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
        lines=(*lines, *(_line(context, report.fiscal_year, project, None) for project in silent)),
        reported=len(reported),
        elsewhere=len(reported.keys() - planned),
        not_reported=len(silent),
        spent_baht=sum(spent, Decimal(0)) if spent else None,
        with_spent=len(spent),
        comparison=_compare_year(context, results, year),
        statuses=statuses,
        status_chart=share_chart([(one.status, one.projects) for one in statuses], most=len(statuses)),
        staff=report.staff,
        staff_total=staff_total,
        staff_trained=staff_trained,
        staff_chart=progress_chart(staff_trained, staff_total),
        location=context.location(context.files.file_of(report)),
    )


def _printed(cell: MoneyCell | PrintedCell[int] | None) -> str | None:
    """Return a cell as printed if it is not a plain number."""
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
    """Return a line per result, also for a second one of the same project and for projects not in the plan."""
    by_project: dict[str, list[_WithEvidence]] = {}
    for one in zip(report.reported, result_documents(context.files, report, report.reported), strict=True):
        by_project.setdefault(one[0].project, []).append(one)
    year = report.fiscal_year
    planned = [
        _line(context, year, project, *one) for project in context.projects for one in by_project.pop(project.id, ())
    ]
    return [*planned, *(_line(context, year, None, *one) for results in by_project.values() for one in results)]


def _line(
    context: PlanContext,
    year: FiscalYear,
    project: Project | None,
    result: ProjectResult | None,
    evidence: tuple[NamedDocument, ...] = (),
) -> ResultLine:
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
        money=year_money(project.budget, context.plan.budget_basis, year) if project else None,
        people_planned=planned_people_of(project, year) if project else None,
        indicator=project.indicator if project else None,
        indicator_result=result.indicator_result if result else None,
        problems=result.problems if result else None,
        suggestions=result.suggestions if result else None,
        evidence=tuple(document_line(context, one) for one in evidence),
    )


def _compare_year(context: PlanContext, results: dict[str, ProjectResult], year: FiscalYear) -> Comparison | None:
    basis = context.plan.budget_basis
    return compare(
        (year_money(project.budget, basis, year).of_year_baht, results[project.id].spent_baht)
        for project in context.projects
        if project.id in results
    )


def compare(pairs: Iterable[tuple[Decimal | None, Decimal | None]]) -> Comparison | None:
    """Return the sums of the pairs that have both budget and spent, or None if there are none."""
    both = [(budget, spent) for budget, spent in pairs if budget is not None and spent is not None]
    if not both:
        return None
    planned, spent_so_far = (sum(amounts, Decimal(0)) for amounts in zip(*both, strict=True))
    return Comparison(len(both), planned, spent_so_far, progress_chart(spent_so_far, planned))
