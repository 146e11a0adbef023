"""The projects page: every project by strategy and tactic, with subtotals, as a table and one card each."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.facts.money_sums import MoneySummary, summarise_money
from generator.facts.strategy_money import Placed, ProjectsByPlace, projects_below, projects_by_place
from generator.model.money import BudgetState
from generator.model.project import Project
from generator.model.strategy import Strategy, Tactic
from generator.thai.dates import FiscalYear
from generator.thai.period_cells import PeriodKind
from generator.views.downloads import Downloads, downloads
from generator.views.page_findings import PageFindings
from generator.views.plan_context import PlanContext
from generator.views.project_choices import ProjectMethods, project_methods, stated_choices
from generator.views.projects_tables import (
    LatestResult,
    ProjectCard,
    StrategyGroup,
    TacticGroup,
    YearQuarters,
    YearSpan,
    methods_table,
    projects_table,
)
from generator.views.tables import Table


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """All projects of a plan."""

    downloads: Downloads
    title: str | None
    """Title of the document's table, as printed."""
    section: str | None
    strategies: tuple[StrategyGroup, ...]
    money: MoneySummary
    cycle_years: tuple[FiscalYear, ...]
    methods: ProjectMethods | None
    """None if no project names a method."""
    is_unread: bool
    """Whether part of a table of projects could not be read."""
    findings: PageFindings

    @property
    def methods_table(self) -> Table | None:
        """Table of `methods.chart`."""
        return methods_table(self.methods.lines) if self.methods else None

    @property
    def table(self) -> Table:
        """All projects with their sums."""
        return projects_table(self.strategies, self.money, self.cycle_years)


def projects_view(context: PlanContext) -> ProjectsView:
    """Return the projects in printed order under their strategies and tactics, including empty strategies."""
    table = context.files.projects
    projects = table.projects if table else ()
    by_place = projects_by_place(context)
    return ProjectsView(
        downloads=downloads(context, "projects"),
        title=table.title if table else None,
        section=table.section if table else None,
        strategies=_strategy_groups(context, by_place),
        money=summarise_money(projects, context.plan.budget_basis),
        cycle_years=context.plan.cycle.years,
        methods=project_methods(context.plan, projects),
        is_unread="projects.yml" in context.files.unread,
        findings=context.findings_of("projects"),
    )


def _strategy_groups(context: PlanContext, by_place: ProjectsByPlace) -> tuple[StrategyGroup, ...]:
    groups = [_strategy_group(context, strategy, by_place) for strategy in context.plan.strategies]
    return tuple([*groups, _strategy_group(context, None, by_place)] if None in by_place else groups)


def _strategy_group(context: PlanContext, strategy: Strategy | None, by_place: ProjectsByPlace) -> StrategyGroup:
    identifier = strategy.id if strategy else None
    placed = by_place.get(identifier, {})
    tactics = [
        _tactic_group(context, tactic, placed.get(tactic.id, [])) for tactic in (strategy.tactics if strategy else ())
    ]
    if None in placed:
        tactics.append(_tactic_group(context, None, placed[None], identifier or "none"))
    return StrategyGroup(
        id=identifier,
        anchor=addresses.strategy_anchor(identifier) if identifier else "no-strategy",
        number=strategy.number if strategy else None,
        name=strategy.name if strategy else "",
        tactics=tuple(tactics),
        money=summarise_money(projects_below(identifier, by_place), context.plan.budget_basis),
    )


def _tactic_group(context: PlanContext, tactic: Tactic | None, projects: Placed, under: str = "") -> TacticGroup:
    return TacticGroup(
        id=tactic.id if tactic else None,
        anchor=addresses.tactic_anchor(tactic.id) if tactic else f"no-tactic-{under}",
        number=tactic.number if tactic else None,
        name=tactic.name if tactic else "",
        cards=tuple(_card(context, index, project) for index, project in projects),
        money=summarise_money((project for _, project in projects), context.plan.budget_basis),
    )


def _card(context: PlanContext, index: int, project: Project) -> ProjectCard:
    responsible, budget = project.responsible, project.budget
    in_one_sum = budget.state is BudgetState.AMOUNT and not budget.columns
    years = year_quarters(context, project)
    return ProjectCard(
        id=project.id,
        anchor=addresses.project_anchor(project.id),
        number=project.number,
        name=project.name,
        objective=project.objective,
        indicator=project.indicator,
        targets=project.targets,
        expected_result=project.expected_result,
        place=project.place,
        budget=project.budget,
        years=years,
        spans=year_spans(years),
        periods=project.periods,
        basis=(budget.cell.basis or context.plan.budget_basis) if in_one_sum else None,
        departments=tuple(map(context.department_name, responsible.departments)) if responsible else (),
        responsible_printed=responsible.printed if responsible else None,
        evidence=project.evidence,
        choices=stated_choices(context.plan, project),
        result=_latest_result(context, project),
        written_under=tuple(
            written
            for written, known in ((project.strategy, context.strategies), (project.tactic, context.tactics))
            if written and written not in known
        ),
        amended=context.amended.get(project.id, ()),
        note=project.note,
        findings=context.findings_of("projects").at.get(addresses.project_anchor(project.id), ()),
        location=context.location("projects.yml", "projects", index),
    )


def _latest_result(context: PlanContext, project: Project) -> LatestResult | None:
    latest = context.latest_results.get(project.id)
    if latest is None:
        return None
    fiscal_year, one = latest
    monitoring = addresses.plan_part(context.lao.code, context.plan.cycle, "monitoring")
    address = f"{monitoring}#{addresses.results_anchor(fiscal_year)}"
    return LatestResult(fiscal_year, one.status, one.spent_baht, one.people_count, address)


def year_quarters(context: PlanContext, project: Project) -> tuple[YearQuarters, ...]:
    """Return the project's quarters for the cycle's years and any other year in the document, in order."""
    cycle = context.plan.cycle.years
    stated = {year for cell in project.periods.columns for year in cell.heading.years}
    return tuple(_year_quarters(project, year, year in cycle) for year in sorted({*cycle, *stated}))


def year_spans(years: tuple[YearQuarters, ...]) -> tuple[YearSpan, ...]:
    """Merge consecutive years that state the same; return the spans."""
    whole = [year.fiscal_year for year in years if year.in_cycle]
    groups: list[list[YearQuarters]] = []
    for year in years:
        before = groups[-1][-1] if groups else None
        if (
            before
            and before._replace(fiscal_year=year.fiscal_year) == year
            and before.fiscal_year.next() == year.fiscal_year
        ):
            groups[-1].append(year)
        else:
            groups.append([year])
    return tuple(
        YearSpan(group[0].fiscal_year, group[-1].fiscal_year, group[0], [year.fiscal_year for year in group] == whole)
        for group in groups
    )


def _year_quarters(project: Project, year: FiscalYear, in_cycle: bool) -> YearQuarters:
    cell = project.periods.cell(year)
    if cell is None:
        return YearQuarters(year, (), in_cycle)
    is_unread = cell.read.kind is PeriodKind.UNREAD
    printed = cell.printed if is_unread or cell.says_more else None
    return YearQuarters(year, cell.read.quarters if cell.runs else (), in_cycle, cell.runs, printed, is_unread)
