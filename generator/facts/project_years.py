"""The projects of a plan in a fiscal year, and their reported results."""

from __future__ import annotations

from generator.model.plan import PlanFolder
from generator.model.project import Project
from generator.model.results import ProjectResult, YearResults
from generator.thai.dates import FiscalYear


def runs_in(project: Project, year: FiscalYear) -> bool:
    """Return whether the document places a project in a year, by its quarters or by money of that year."""
    return project.periods.runs_in(year) or bool(project.budget.by_year and project.budget.by_year.get(year))


def latest_reports(files: PlanFolder) -> dict[FiscalYear, YearResults]:
    """Return the valid report of each year: that of twelve months, else of six; blank ones do not count."""
    filled = (report for report in files.results if not report.is_blank)
    ordered = sorted(filled, key=lambda report: (report.fiscal_year, int(report.round), report.as_of))
    return {report.fiscal_year: report for report in ordered}


def year_results(files: PlanFolder, year: FiscalYear) -> dict[str, ProjectResult]:
    """Return the results in the valid report of one year, by project id.

    A project that it omits counts as unreported, even if the half-year report had it: figures of two rounds are of
    different times.
    """
    report = latest_reports(files).get(year)
    return {result.project: result for result in report.reported} if report else {}


def unread_results(files: PlanFolder, year: FiscalYear) -> bool:
    """Return whether a results file of a year could not be read completely."""
    return any(file.startswith((f"results/{year}.", f"results/{year}-")) for file in files.unread)
