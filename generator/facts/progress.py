"""Compares plan and report of a fiscal year, for any group of projects.

Unreported values never count as zero: sums come with their number of projects, and are None without any. Money and
people are compared over projects for which both sides are known to be of the same year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.plan_in_lao import PlanInLao
from generator.facts.planned_people import planned_people
from generator.facts.project_years import latest_reports, runs_in, year_results
from generator.facts.strategy_money import projects_below, projects_by_place
from generator.facts.year_money import year_money
from generator.model.lao import Department
from generator.model.project import Project
from generator.model.results import ProjectResult, ResultStatus
from generator.model.strategy import Strategy
from generator.thai.dates import FiscalYear


@dataclass(frozen=True, slots=True)
class Progress:
    """Planned and reported figures of a group of projects in one fiscal year."""

    planned: int
    """Projects planned for the year."""
    reported: int
    """Projects with a result, including those not planned for the year."""
    not_reported: int
    """Planned projects without a result."""
    done: int
    """Projects reported as done; the next fields likewise."""
    in_progress: int
    not_started: int
    cancelled: int
    budget_baht: Decimal | None
    """Planned amounts of the year, of projects that also report spending."""
    spent_of_budget_baht: Decimal | None
    """Spending of the same projects."""
    with_both: int
    """Number of these projects."""
    spent_baht: Decimal | None
    """All reported spending."""
    with_spent: int
    """Projects that report spending."""
    people_planned: int | None
    """Planned people of projects of this year only that also report people."""
    people_of_planned: int | None
    """Participants of the same projects."""
    with_both_people: int
    people: int | None
    """All reported participants; a person in two projects counts twice."""
    with_people: int
    with_indicator: int
    """Projects that report their indicator's value."""


@dataclass(frozen=True, slots=True)
class YearProgress:
    """Progress of one fiscal year, in total and in parts."""

    fiscal_year: FiscalYear
    is_reported: bool
    whole: Progress
    by_strategy: tuple[tuple[Strategy | None, Progress], ...]
    """Strategies with projects of the year, in printed order; None for projects without a strategy."""
    by_department: tuple[tuple[Department | None, Progress], ...]
    """Departments in the LAO's order; a project of several counts in each. None for projects without one."""


def year_progress(context: PlanInLao, year: FiscalYear) -> YearProgress:
    """Return the progress of one year of a plan."""
    results = year_results(context.files, year)
    of_year = [one for one in context.projects if one.id in results or runs_in(one, year)]
    ids = {one.id for one in of_year}

    def progress(projects: Iterable[Project]) -> Progress:
        return _progress(context, [one for one in projects if one.id in ids], results, year)

    places = projects_by_place(context)
    strategies: list[tuple[Strategy | None, Progress]] = [
        (one, progress(projects_below(one.id, places))) for one in context.plan.strategies
    ]
    strategies.append((None, progress(projects_below(None, places))))
    known = context.departments
    departments: list[tuple[Department | None, Progress]] = [
        (one, progress(p for p in of_year if p.responsible and one.id in p.responsible.departments))
        for one in known.values()
    ]
    nobody = [p for p in of_year if not (p.responsible and any(id in known for id in p.responsible.departments))]
    departments.append((None, progress(nobody)))
    return YearProgress(
        year,
        year in latest_reports(context.files),
        progress(of_year),
        tuple((one, part) for one, part in strategies if part.planned or part.reported),
        tuple((one, part) for one, part in departments if part.planned or part.reported),
    )


def _progress(
    context: PlanInLao, projects: list[Project], results: dict[str, ProjectResult], year: FiscalYear
) -> Progress:
    with_result = [(one, results[one.id]) for one in projects if one.id in results]
    statuses = [result.status for _, result in with_result]
    basis = context.plan.budget_basis
    money = [
        (budget, result.spent_baht)
        for one, result in with_result
        if (budget := year_money(one.budget, basis, year).of_year_baht) is not None and result.spent_baht is not None
    ]
    people = [
        (planned, result.people_count)
        for one, result in with_result
        if one.periods.years == (year,)
        and (planned := planned_people(one)) is not None
        and result.people_count is not None
    ]
    spent = [result.spent_baht for _, result in with_result if result.spent_baht is not None]
    took_part = [result.people_count for _, result in with_result if result.people_count is not None]
    return Progress(
        planned=sum(runs_in(one, year) for one in projects),
        reported=len(with_result),
        not_reported=sum(one.id not in results for one in projects),
        done=statuses.count(ResultStatus.DONE),
        in_progress=statuses.count(ResultStatus.IN_PROGRESS),
        not_started=statuses.count(ResultStatus.NOT_STARTED),
        cancelled=statuses.count(ResultStatus.CANCELLED),
        budget_baht=sum((one for one, _ in money), Decimal(0)) if money else None,
        spent_of_budget_baht=sum((one for _, one in money), Decimal(0)) if money else None,
        with_both=len(money),
        spent_baht=sum(spent, Decimal(0)) if spent else None,
        with_spent=len(spent),
        people_planned=sum(one for one, _ in people) if people else None,
        people_of_planned=sum(one for _, one in people) if people else None,
        with_both_people=len(people),
        people=sum(took_part) if took_part else None,
        with_people=len(took_part),
        with_indicator=sum(bool(result.indicator_result) for _, result in with_result),
    )
