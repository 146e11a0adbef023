"""Groups a plan's projects by strategy and tactic, and sums the money of each strategy."""

from __future__ import annotations

from generator.facts.money_sums import MoneySummary, summarise_money
from generator.facts.plan_in_lao import PlanInLao
from generator.model.project import Project
from generator.model.strategy import Strategy

Placed = list[tuple[int, Project]]
"""Projects with their positions in the table."""
ProjectsByPlace = dict[str | None, dict[str | None, Placed]]
"""Projects by the ids of their strategy and tactic; None if the document names none that is in the plan."""


def projects_by_place(context: PlanInLao) -> ProjectsByPlace:
    """Return the projects by strategy and tactic; a known tactic determines the strategy."""
    strategy_of = {tactic.id: strategy.id for strategy, tactic in context.plan.tactics()}
    by_place: ProjectsByPlace = {}
    for index, project in enumerate(context.projects):
        tactic = project.tactic if project.tactic in strategy_of else None
        strategy = strategy_of[tactic] if tactic else project.strategy
        strategy = strategy if strategy in context.strategies else None
        by_place.setdefault(strategy, {}).setdefault(tactic, []).append((index, project))
    return by_place


def projects_below(strategy: str | None, by_place: ProjectsByPlace) -> list[Project]:
    """Return the projects of a strategy, tactic by tactic; None for projects without a strategy."""
    return [project for placed in by_place.get(strategy, {}).values() for _, project in placed]


def strategy_money(context: PlanInLao) -> tuple[tuple[Strategy, MoneySummary], ...]:
    """Return the money of the projects of every strategy, in printed order."""
    by_place = projects_by_place(context)
    basis = context.plan.budget_basis
    return tuple(
        (strategy, summarise_money(projects_below(strategy.id, by_place), basis))
        for strategy in context.plan.strategies
    )


def unplaced_money(context: PlanInLao) -> MoneySummary | None:
    """Return the money of the projects without a strategy of the plan; None if there are none."""
    by_place = projects_by_place(context)
    return summarise_money(projects_below(None, by_place), context.plan.budget_basis) if None in by_place else None
