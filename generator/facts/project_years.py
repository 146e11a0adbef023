"""Which projects a plan has in a fiscal year, and what was reported of them for it."""

from __future__ import annotations

from generator.model.plan import PlanFolder
from generator.model.project import Project
from generator.model.results import ProjectResult
from generator.thai.dates import FiscalYear


def runs_in(project: Project, year: FiscalYear) -> bool:
    """Whether the document says that a project runs in a year: by its quarters, or by money of that year."""
    return project.periods.runs_in(year) or bool(project.budget.by_year and project.budget.by_year.get(year))


def year_results(files: PlanFolder, year: FiscalYear) -> dict[str, ProjectResult]:
    """Return the latest reported result of each project for one year, by project id."""
    reports = [report for report in files.results if report.fiscal_year == year]
    return {result.project: result for report in sorted(reports, key=lambda r: r.as_of) for result in report.projects}
