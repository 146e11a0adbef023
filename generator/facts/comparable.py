"""Which figures of LAOs may be held against each other, and how those of one group are spread: no ranking.

Comes in: summaries of the LAOs of one type, of a province or of the country. Goes out: for each measure how many were
counted, median and quartiles, and how many were left out and why. Drafts, made-up data and parts of documents are never
counted, amounts only where all of a plan's projects state one, and only beside amounts of the same kind.
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
"""With fewer LAOs counted, quartiles say nothing and nearly name them: only their number is told."""


class Measure(StrEnum):
    """What is compared."""

    PROJECTS = "projects"
    POSITIONS = "positions"
    PER_YEAR = "per_year"
    """Stated money of a plan whose amounts are amounts of one fiscal year."""
    PER_YEAR_HEAD = "per_year_head"
    """The same, divided by the people of the LAO."""
    WHOLE_CYCLE = "whole_cycle"
    """Stated money of a plan whose amounts are amounts of the whole cycle."""
    WHOLE_CYCLE_HEAD = "whole_cycle_head"


class LeftOut(StrEnum):
    """Why an LAO is not counted."""

    MADE_UP = "made_up"
    UNREADABLE = "unreadable"
    NO_PLAN = "no_plan"
    DRAFT = "draft"
    OTHER_CYCLE = "other_cycle"
    PARTIAL = "partial"
    """Only a part of the document was received."""
    NO_TABLE = "no_table"
    NO_AMOUNT = "no_amount"
    NOT_WHOLE = "not_whole"
    """Some of its projects state no amount that can be added up."""
    NO_BASIS = "no_basis"
    """The document does not say what its amounts are amounts of, or they are of several kinds."""
    OTHER_BASIS = "other_basis"
    """Its amounts are counted elsewhere, among those of their own kind."""
    NO_PEOPLE = "no_people"
    """How many people the LAO has in a year of the plan is not entered."""


class Where(StrEnum):
    """Where a value stands in the spread of its group."""

    BELOW = "below"
    """Less than the lower quartile."""
    MIDDLE = "middle"
    """In the middle half."""
    ABOVE = "above"


class Quartiles(NamedTuple):
    """The three values that divide ordered values into quarters: the second is the median.

    Between two values by linear interpolation (Python's `statistics.quantiles`, method `inclusive`; R's type 7).
    """

    lower: Decimal
    median: Decimal
    upper: Decimal

    def place(self, value: Decimal) -> Where:
        """Say where a value stands."""
        return Where.BELOW if value < self.lower else Where.ABOVE if value > self.upper else Where.MIDDLE


@dataclass(frozen=True, slots=True)
class Spread:
    """How the values of one measure are spread over a group."""

    measure: Measure
    values: Mapping[str, Decimal]
    """By the code of the LAO; those counted alone."""
    left_out: Mapping[LeftOut, int]
    """How many further LAOs are not counted in this measure, by reason, in the order of the reasons."""
    quartiles: Quartiles | None
    """None where fewer than FEWEST are counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """LAOs of one type, compared."""

    type: str
    laos: int
    cycle: Cycle | None
    """The cycle that most of their plans are of, the newest of several; None without a plan."""
    left_out: Mapping[LeftOut, int]
    """How many LAOs are counted in no measure, by reason."""
    spreads: tuple[Spread, ...]
    """Without measures of money that no plan of the group has."""


def compared_plan(summary: LaoSummary) -> PlanSummary | None:
    """Return the plan by which an LAO is compared: the newest in force, else the newest, and never a draft."""
    return lead_plan(tuple(plan for plan in summary.plans if not plan.is_draft))


def compare_group(type_name: str, summaries: Sequence[LaoSummary], *, all_made_up: bool = False) -> Group:
    """Return the spreads over the LAOs of one type; `all_made_up` says that no LAO of the site is real."""
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
    """Return a group for each type, from large to small; LAOs whose type is not known are in none."""
    by_type: dict[str, list[LaoSummary]] = {}
    for one in sorted(summaries, key=lambda one: one.sort_key):
        if one.type:
            by_type.setdefault(one.type, []).append(one)
    order = [*dict.fromkeys(LAO_TYPES.values())]
    types = sorted(by_type, key=lambda name: (order.index(name) if name in order else len(order), name))
    return tuple(compare_group(name, by_type[name], all_made_up=all_made_up) for name in types)


def measured(plan: PlanSummary, measure: Measure) -> Decimal | LeftOut:
    """Return the value of a plan, or why it has none that may be compared."""
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
    """Say why an LAO is counted in no measure; None where it may be."""
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
