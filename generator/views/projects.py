"""The projects page: every project by strategy and tactic, with subtotals, as a table and one card each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.findings import Location
from generator.model.money import Budget
from generator.model.project import EvidenceTag, Project, Targets
from generator.model.results import ResultStatus
from generator.model.strategy import Strategy, Tactic
from generator.thai.dates import FiscalYear
from generator.views import urls
from generator.views.findings import Flag, PageFindings
from generator.views.money import MoneySummary, summarise_money
from generator.views.plan_context import PlanContext
from generator.views.project_choices import ProjectMethods, StatedChoices, project_methods, stated_choices


class YearQuarters(NamedTuple):
    """One fiscal year of a project's quarter strip."""

    fiscal_year: FiscalYear
    quarters: tuple[int, ...]
    """Quarters in which the project runs; empty when the document names none for this year."""
    in_cycle: bool
    """Whether the year is one of the cycle's."""


@dataclass(frozen=True, slots=True)
class LatestResult:
    """What was last reported of a project."""

    fiscal_year: FiscalYear
    status: ResultStatus
    spent_baht: Decimal | None
    people: int | None
    address: str
    """The report, on the monitoring page."""


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """One project, everything the document says of it."""

    id: str
    anchor: str
    number: str | None
    name: str
    indicator: str | None
    targets: Targets | None
    budget: Budget
    years: tuple[YearQuarters, ...]
    departments: tuple[str, ...]
    """Names of the responsible departments; empty where the cell names none."""
    responsible_printed: str | None
    """The cell as printed."""
    evidence: tuple[EvidenceTag, ...]
    choices: tuple[StatedChoices, ...]
    """Curricula, methods, target groups and competencies, where the document names them for the project."""
    result: LatestResult | None
    """None where nothing was reported yet."""
    note: str | None
    flags: tuple[Flag, ...]
    """What was found in this project."""
    location: Location


@dataclass(frozen=True, slots=True)
class TacticGroup:
    """The projects under one tactic."""

    id: str
    anchor: str
    number: str | None
    name: str
    cards: tuple[ProjectCard, ...]
    money: MoneySummary


@dataclass(frozen=True, slots=True)
class StrategyGroup:
    """The tactics under one strategy."""

    id: str
    anchor: str
    number: str | None
    name: str
    tactics: tuple[TacticGroup, ...]
    money: MoneySummary


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """All projects of a plan."""

    title: str | None
    """Title of the document's table, as printed."""
    section: str | None
    strategies: tuple[StrategyGroup, ...]
    money: MoneySummary
    cycle_years: tuple[FiscalYear, ...]
    methods: ProjectMethods | None
    """None where no project names a method."""
    findings: PageFindings


def projects_view(context: PlanContext) -> ProjectsView:
    """Return the projects in printed order under their strategies and tactics; strategies without any stay in."""
    table = context.files.projects
    projects = table.projects if table else ()
    by_tactic = _by_tactic(projects)
    return ProjectsView(
        title=table.title if table else None,
        section=table.section if table else None,
        strategies=tuple(_strategy_group(context, strategy, by_tactic) for strategy in context.plan.strategies),
        money=summarise_money(projects, context.plan.budget_basis),
        cycle_years=context.plan.cycle.years,
        methods=project_methods(context.plan, projects),
        findings=context.findings_of("projects"),
    )


def strategy_money(context: PlanContext) -> tuple[tuple[Strategy, MoneySummary], ...]:
    """Return the money of the projects under every strategy, in printed order."""
    by_tactic = _by_tactic(context.files.projects.projects if context.files.projects else ())
    basis = context.plan.budget_basis
    return tuple(
        (strategy, summarise_money(_below(strategy, by_tactic), basis)) for strategy in context.plan.strategies
    )


_ByTactic = Mapping[str, list[tuple[int, Project]]]
"""Projects with their places in the table, by the id of their tactic."""


def _by_tactic(projects: Iterable[Project]) -> _ByTactic:
    by_tactic: dict[str, list[tuple[int, Project]]] = {}
    for index, project in enumerate(projects):
        by_tactic.setdefault(project.tactic, []).append((index, project))
    return by_tactic


def _below(strategy: Strategy, by_tactic: _ByTactic) -> list[Project]:
    return [project for tactic in strategy.tactics for _, project in by_tactic.get(tactic.id, ())]


def _strategy_group(context: PlanContext, strategy: Strategy, by_tactic: _ByTactic) -> StrategyGroup:
    return StrategyGroup(
        id=strategy.id,
        anchor=urls.strategy_anchor(strategy.id),
        number=strategy.number,
        name=strategy.name,
        tactics=tuple(_tactic_group(context, tactic, by_tactic.get(tactic.id, [])) for tactic in strategy.tactics),
        money=summarise_money(_below(strategy, by_tactic), context.plan.budget_basis),
    )


def _tactic_group(context: PlanContext, tactic: Tactic, projects: list[tuple[int, Project]]) -> TacticGroup:
    return TacticGroup(
        id=tactic.id,
        anchor=urls.tactic_anchor(tactic.id),
        number=tactic.number,
        name=tactic.name,
        cards=tuple(_card(context, index, project) for index, project in projects),
        money=summarise_money((project for _, project in projects), context.plan.budget_basis),
    )


def _card(context: PlanContext, index: int, project: Project) -> ProjectCard:
    responsible = project.responsible
    return ProjectCard(
        id=project.id,
        anchor=urls.project_anchor(project.id),
        number=project.number,
        name=project.name,
        indicator=project.indicator,
        targets=project.targets,
        budget=project.budget,
        years=year_quarters(context, project),
        departments=tuple(context.departments[id].name for id in responsible.departments) if responsible else (),
        responsible_printed=responsible.printed if responsible else None,
        evidence=project.evidence,
        choices=stated_choices(context.plan, project),
        result=_latest_result(context, project),
        note=project.note,
        flags=context.findings_of("projects").at.get(urls.project_anchor(project.id), ()),
        location=context.location("projects.yml", "projects", index),
    )


def _latest_result(context: PlanContext, project: Project) -> LatestResult | None:
    latest = context.latest_results.get(project.id)
    if latest is None:
        return None
    fiscal_year, one = latest
    monitoring = urls.plan_part(context.lao.code, context.plan.cycle, "monitoring")
    address = f"{monitoring}#{urls.results_anchor(fiscal_year)}"
    return LatestResult(fiscal_year, one.status, one.spent, one.people, address)


def year_quarters(context: PlanContext, project: Project) -> tuple[YearQuarters, ...]:
    """Return the project's quarters over the cycle's years and any other year the document names, in order."""
    cycle = context.plan.cycle.years
    years = sorted({*cycle, *project.periods})
    return tuple(YearQuarters(year, project.periods.get(year, ()), year in cycle) for year in years)
