"""One plan in the figures that it is compared by: whether its total is whole, its LAO's people, strategies, methods."""

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
    """A strategy of a plan."""

    number: str | None
    """As printed."""
    name: str
    projects: int
    total_baht: Decimal | None
    """Sum of the stated amounts of its projects; None where none states one."""


class MethodFigures(NamedTuple):
    """A method of the legend of a plan's IDP table."""

    number: str | None
    """As printed."""
    name: str
    reference: str | None
    """Id in the national frameworks, where the document says so."""
    positions: int
    """Positions that use it."""


def total_is_whole(projects: Iterable[Project]) -> bool:
    """Say whether the sum of the stated amounts holds all money that the projects speak of.

    It does where every project states an amount that can be added up, or that it needs none; a sum of some of the
    projects may not be held against the sum of another plan.
    """
    whole = {BudgetState.AMOUNT, BudgetState.NO_BUDGET}
    return all(one.budget.state in whole and not one.budget.leaves_out for one in projects)


def people_of(lao: Lao, cycle: Cycle) -> int | None:
    """Return how many people the LAO has: all position types of the first year of a cycle with counts, added up.

    None where no year of the cycle has any, where a count cannot be read, and where a position type is counted twice.
    """
    for year in cycle.years:
        counts = [count for count in lao.staff_counts if count.fiscal_year == year]
        if counts:
            numbers = [count.people.meaning for count in counts]
            named_once = len({count.position_type for count in counts}) == len(counts)
            return sum(number or 0 for number in numbers) if named_once and None not in numbers else None
    return None


def strategy_figures(context: PlanInLao) -> tuple[StrategyFigures, ...]:
    """Return the strategies of a plan in printed order; none where the plan has no project table here."""
    if not context.files.projects:
        return ()
    return tuple(
        StrategyFigures(one.number, one.name, money.projects, money.total_baht if money.with_amount else None)
        for one, money in strategy_money(context)
    )


def method_figures(table: IdpTable | None) -> tuple[MethodFigures, ...]:
    """Return the methods of the legend with how many positions use each; a number printed twice counts once."""
    if not table:
        return ()
    keys = table.method_keys
    used = Counter(key for row in table.rows for key in {use_key(use, keys) for use in row.methods})
    legend = {method.key: method for method in reversed(table.methods)}
    return tuple(
        MethodFigures(method.number, method.name, method.ref, used[key]) for key, method in reversed(legend.items())
    )
