"""Which figures of LAOs are comparable, and how they are distributed in a group: no ranking.

Comes in: summaries of the LAOs of one type, of a province or of the country. Goes out: for each measure the number
counted, median and quartiles, and the number left out by reason. Drafts, made-up data and partial documents are never
counted; amounts only if all of a plan's projects state one, and only among amounts of the same basis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import quantiles
from typing import NamedTuple

from generator.facts.summary import LaoSummary, PlanSummary, lead_plan
from generator.model.lao import LAO_TYPES, Fiction
from generator.model.money import BudgetBasis
from generator.thai.dates import Cycle

FEWEST = 5
"""Fewest LAOs for quartiles; with fewer, quartiles mean little and nearly identify LAOs, so only the count is shown."""


class Measure(StrEnum):
    """The measures that are compared."""

    PROJECTS = "projects"
    POSITIONS = "positions"
    PER_YEAR = "per_year"
    """Stated money of a plan whose amounts are per fiscal year."""
    PER_YEAR_HEAD = "per_year_head"
    """The same, per employee of the LAO."""
    WHOLE_CYCLE = "whole_cycle"
    """Stated money of a plan whose amounts are for the whole cycle."""
    WHOLE_CYCLE_HEAD = "whole_cycle_head"


class LeftOut(StrEnum):
    """Reasons why an LAO is not counted."""

    MADE_UP = "made_up"
    UNREADABLE = "unreadable"
    NO_PLAN = "no_plan"
    DRAFT = "draft"
    OTHER_CYCLE = "other_cycle"
    PARTIAL = "partial"
    """Only part of the document was received."""
    NO_TABLE = "no_table"
    NO_AMOUNT = "no_amount"
    NOT_WHOLE = "not_whole"
    """Some of its projects state no amount that can be summed."""
    NO_BASIS = "no_basis"
    """The document does not state the basis of its amounts, or their bases differ."""
    OTHER_BASIS = "other_basis"
    """Its amounts are counted in the measure of their own basis."""
    NO_PEOPLE = "no_people"
    """The LAO's number of people is not entered for any year of the plan."""


class Where(StrEnum):
    """Position of a value in the distribution of its group."""

    BELOW = "below"
    """Below the lower quartile."""
    MIDDLE = "middle"
    """In the middle half."""
    ABOVE = "above"


class Quartiles(NamedTuple):
    """The three quartiles; the second is the median.

    Between two values by linear interpolation (Python's `statistics.quantiles`, method `inclusive`; R's type 7).
    """

    lower: Decimal
    median: Decimal
    upper: Decimal

    def place(self, value: Decimal) -> Where:
        """Return the position of a value."""
        return Where.BELOW if value < self.lower else Where.ABOVE if value > self.upper else Where.MIDDLE


@dataclass(frozen=True, slots=True)
class Spread:
    """Distribution of one measure over a group."""

    measure: Measure
    values: Mapping[str, Decimal]
    """By the code of the LAO; only counted LAOs."""
    left_out: Mapping[LeftOut, int]
    """Number of LAOs not counted in this measure, by reason, in the order of the reasons."""
    quartiles: Quartiles | None
    """None if fewer than FEWEST are counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """Comparison of LAOs of one type."""

    type: str
    laos: int
    cycle: Cycle | None
    """The most frequent cycle of their plans, the newest of equals; None without a plan."""
    left_out: Mapping[LeftOut, int]
    """Number of LAOs counted in no measure, by reason."""
    spreads: tuple[Spread, ...]
    """Without money measures that no plan of the group has."""


def compared_plan(summary: LaoSummary) -> PlanSummary | None:
    """Return the plan to compare an LAO by: the newest in force, else the newest, never a draft; None without one."""
    return lead_plan(tuple(plan for plan in summary.plans if not plan.is_draft))


def compare_group(type_name: str, summaries: Sequence[LaoSummary], *, all_made_up: bool = False) -> Group:
    """Return the distributions over LAOs of one type; `all_made_up` means that no LAO of the site is real."""
    real = {one.code for one in summaries if all_made_up or one.fiction is Fiction.NO}
    plans = {one.code: compared_plan(one) if one.code in real else None for one in summaries}
    cycles = Counter(plan.cycle for plan in plans.values() if plan)
    cycle = max(cycles, key=lambda one: (cycles[one], one), default=None)
    left_out: Counter[LeftOut] = Counter()
    compared: dict[str, PlanSummary] = {}
    for one in summaries:
        plan = plans[one.code]
        reason = LeftOut.MADE_UP if one.code not in real else _why_not(one, plan, cycle)
        if reason:
            left_out[reason] += 1
        elif plan:
            compared[one.code] = plan
    spreads = (_spread(measure, compared) for measure in Measure)
    plain = (Measure.PROJECTS, Measure.POSITIONS)
    return Group(
        type_name,
        len(summaries),
        cycle,
        _in_order(left_out),
        tuple(one for one in spreads if one.values or one.measure in plain),
    )


def compare_by_type(summaries: Iterable[LaoSummary], *, all_made_up: bool = False) -> tuple[Group, ...]:
    """Return a group per type, from large to small, without LAOs of unknown type."""
    by_type: dict[str, list[LaoSummary]] = {}
    for one in sorted(summaries, key=lambda one: one.sort_key):
        if one.type:
            by_type.setdefault(one.type, []).append(one)
    order = [*dict.fromkeys(LAO_TYPES.values())]
    types = sorted(by_type, key=lambda name: (order.index(name) if name in order else len(order), name))
    return tuple(compare_group(name, by_type[name], all_made_up=all_made_up) for name in types)


def measured(plan: PlanSummary, measure: Measure) -> Decimal | LeftOut:
    """Return the value of a plan, or the reason why it has no comparable one."""
    if plan.is_partial:
        return LeftOut.PARTIAL
    if measure is Measure.POSITIONS:
        return LeftOut.NO_TABLE if plan.positions is None else Decimal(plan.positions)
    if plan.projects is None:
        return LeftOut.NO_TABLE
    if measure is Measure.PROJECTS:
        return Decimal(plan.projects)
    if plan.total_baht is None:
        return LeftOut.NO_AMOUNT
    if not plan.total_is_whole:
        return LeftOut.NOT_WHOLE
    if plan.basis in (None, BudgetBasis.NOT_STATED):
        return LeftOut.NO_BASIS
    if plan.basis is not _BASIS[measure]:
        return LeftOut.OTHER_BASIS
    if measure not in _PER_HEAD:
        return plan.total_baht
    return plan.total_baht / plan.people if plan.people else LeftOut.NO_PEOPLE


_BASIS = {
    Measure.PER_YEAR: BudgetBasis.PER_YEAR,
    Measure.PER_YEAR_HEAD: BudgetBasis.PER_YEAR,
    Measure.WHOLE_CYCLE: BudgetBasis.WHOLE_CYCLE,
    Measure.WHOLE_CYCLE_HEAD: BudgetBasis.WHOLE_CYCLE,
}
_PER_HEAD = frozenset({Measure.PER_YEAR_HEAD, Measure.WHOLE_CYCLE_HEAD})


def _why_not(summary: LaoSummary, plan: PlanSummary | None, cycle: Cycle | None) -> LeftOut | None:
    """Return why an LAO is counted in no measure; None if it may be counted."""
    if plan is None:
        if summary.plans:
            return LeftOut.DRAFT
        return LeftOut.UNREADABLE if summary.unreadable_cycles or not summary.readable else LeftOut.NO_PLAN
    if plan.cycle != cycle:
        return LeftOut.OTHER_CYCLE
    return LeftOut.PARTIAL if plan.is_partial else None


def _spread(measure: Measure, plans: Mapping[str, PlanSummary]) -> Spread:
    values: dict[str, Decimal] = {}
    left_out: Counter[LeftOut] = Counter()
    for code, plan in plans.items():
        found = measured(plan, measure)
        if isinstance(found, Decimal):
            values[code] = found
        else:
            left_out[found] += 1
    found_quartiles = Quartiles(*quantiles(values.values(), n=4, method="inclusive")) if len(values) >= FEWEST else None
    return Spread(measure, values, _in_order(left_out), found_quartiles)


def _in_order(counts: Mapping[LeftOut, int]) -> dict[LeftOut, int]:
    return {why: counts[why] for why in LeftOut if counts.get(why)}
