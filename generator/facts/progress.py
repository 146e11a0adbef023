"""What was planned for a fiscal year beside what was reported of it, for any group of projects.

Nothing that was not reported counts as zero: sums say of how many projects they are, and are None where there is none.
Money and people are compared over projects of which both sides are known to be of the same year.
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
    """Planned and done of a group of projects in one fiscal year."""

    planned: int
    """Projects that the plan has for the year."""
    reported: int
    """Projects of the group with a result, those not planned for the year included."""
    not_reported: int
    """Planned projects without a result."""
    done: int
    """Reported as done; so for the next."""
    in_progress: int
    not_started: int
    cancelled: int
    budget_baht: Decimal | None
    """Amounts of the year of projects that report money spent as well."""
    spent_of_budget_baht: Decimal | None
    """What the same projects spent."""
    with_both: int
    """How many they are."""
    spent_baht: Decimal | None
    """All that was reported as spent."""
    with_spent: int
    """Projects that report money."""
    people_planned: int | None
    """People of the targets of projects of this year alone that report people as well."""
    people_of_planned: int | None
    """People who took part in the same projects."""
    with_both_people: int
    people: int | None
    """All people reported; one who took part in two projects counts twice."""
    with_people: int
    with_indicator: int
    """Projects that report what came of their indicator."""


@dataclass(frozen=True, slots=True)
class YearProgress:
    """One fiscal year as a whole and in parts."""

    fiscal_year: FiscalYear
    is_reported: bool
    whole: Progress
    by_strategy: tuple[tuple[Strategy | None, Progress], ...]
    """Strategies with projects of the year, in printed order; None for projects of no strategy."""
    by_department: tuple[tuple[Department | None, Progress], ...]
    """Departments in the LAO's order; a project of several counts in each. None for projects that name none."""


def year_progress(context: PlanInLao, year: FiscalYear) -> YearProgress:
    """Return what was planned and what was reported of one year of a plan."""
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
    told = [(one, results[one.id]) for one in projects if one.id in results]
    statuses = [result.status for _, result in told]
    basis = context.plan.budget_basis
    money = [
        (budget, result.spent_baht)
        for one, result in told
        if (budget := year_money(one.budget, basis, year).of_year_baht) is not None and result.spent_baht is not None
    ]
    people = [
        (planned, result.people_count)
        for one, result in told
        if one.periods.years == (year,)
        and (planned := planned_people(one)) is not None
        and result.people_count is not None
    ]
    spent = [result.spent_baht for _, result in told if result.spent_baht is not None]
    took_part = [result.people_count for _, result in told if result.people_count is not None]
    return Progress(
        planned=sum(runs_in(one, year) for one in projects),
        reported=len(told),
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
        with_indicator=sum(bool(result.indicator_result) for _, result in told),
    )
