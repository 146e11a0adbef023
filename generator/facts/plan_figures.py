"""Figures for comparing plans: whether the total is complete, the LAO's people, strategies, methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.facts.plan_in_lao import PlanInLao
from generator.facts.strategy_money import strategy_money
from generator.model.idp import IdpTable, use_key
from generator.model.lao import Lao
from generator.model.money import BudgetState
from generator.model.project import Project
from generator.thai.dates import Cycle


class StrategyFigures(NamedTuple):
    """Figures of a strategy."""

    number: str | None
    """As printed."""
    name: str
    projects: int
    total_baht: Decimal | None
    """Sum of the stated amounts of its projects; None if none states one."""


class MethodFigures(NamedTuple):
    """Figures of a method in the legend of a plan's IDP table."""

    number: str | None
    """As printed."""
    name: str
    reference: str | None
    """Id in the national frameworks, if stated."""
    positions: int
    """Number of positions that use it."""


def total_is_whole(projects: Iterable[Project]) -> bool:
    """Return whether the sum of the stated amounts covers all projects.

    It does if every project states an amount that can be summed, or that it needs none; a partial sum must not be
    compared with another plan's.
    """
    whole = {BudgetState.AMOUNT, BudgetState.NO_BUDGET}
    return all(one.budget.state in whole and not one.budget.leaves_out for one in projects)


def people_of(lao: Lao, cycle: Cycle) -> int | None:
    """Return the number of people of an LAO: the sum over all position types, in the first year of a cycle with counts.

    None if no year of the cycle has counts, a count is unreadable, or a position type is counted twice.
    """
    for year in cycle.years:
        counts = [count for count in lao.staff_counts if count.fiscal_year == year]
        if counts:
            numbers = [count.people.meaning for count in counts]
            named_once = len({count.position_type for count in counts}) == len(counts)
            return sum(number or 0 for number in numbers) if named_once and None not in numbers else None
    return None


def strategy_figures(context: PlanInLao) -> tuple[StrategyFigures, ...]:
    """Return the strategies of a plan in printed order; none if it has no project table here."""
    if not context.files.projects:
        return ()
    return tuple(
        StrategyFigures(one.number, one.name, money.projects, money.total_baht if money.with_amount else None)
        for one, money in strategy_money(context)
    )


def method_figures(table: IdpTable | None) -> tuple[MethodFigures, ...]:
    """Return the methods of the legend with the positions that use each; a number printed twice counts once."""
    if not table:
        return ()
    keys = table.method_keys
    used = Counter(key for row in table.rows for key in {use_key(use, keys) for use in row.methods})
    legend = {method.key: method for method in reversed(table.methods)}
    return tuple(
        MethodFigures(method.number, method.name, method.ref, used[key]) for key, method in reversed(legend.items())
    )
