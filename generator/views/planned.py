"""What the plan states beside a reported result: its money of the year, its number of people, its indicator.

An amount or number that is not comparable with the report (of the whole cycle, of an unknown basis, in words) is shown
as the plan states it, without "out of".
"""

from __future__ import annotations

from typing import NamedTuple

from generator.facts.planned_people import planned_people
from generator.facts.year_money import YearMoney, YearMoneyKind
from generator.model.money import BudgetBasis
from generator.model.project import Project
from generator.thai.dates import FiscalYear
from generator.views.table_cells import baht, count, inside, lines, phrase, text, words
from generator.views.tables import Cell, CellKind
from generator.words import interface

_BASIS = {
    YearMoneyKind.WHOLE_CYCLE: interface.BASIS_BRIEFLY[BudgetBasis.WHOLE_CYCLE],
    YearMoneyKind.BASIS_NOT_STATED: interface.BASIS_BRIEFLY[BudgetBasis.NOT_STATED],
}
"""Words after an amount that is not known to be of one year."""


class PlannedPeople(NamedTuple):
    """The people whom a project is for."""

    number: int | None
    """How many, if the target states one for one year."""
    printed: str | None
    """Otherwise the target as printed."""


def planned_people_of(project: Project, year: FiscalYear) -> PlannedPeople:
    """Return the people planned for a year; a project of several years rarely says which year its number is of."""
    targets = project.targets
    known = planned_people(project) if project.periods.years == (year,) else None
    return PlannedPeople(known, None if known is not None or not targets else targets.quantity or targets.printed)


def beside_budget(spent: Cell, money: YearMoney | None) -> Cell:
    """Return money spent with the planned money below it; None for a project that the plan does not have."""
    if money is None:
        return spent
    if money.of_year_baht is not None:
        return lines(spent, _small(phrase(interface.OUT_OF, baht(money.of_year_baht))))
    if money.amount_baht is not None:
        return lines(spent, _planned(baht(money.amount_baht), words(f" {_BASIS[money.kind]}")))
    return lines(spent, _planned(text(money.words, words(interface.YEAR_MONEY[money.kind]))))


def beside_target(people: Cell, planned: PlannedPeople | None) -> Cell:
    """Return participants with their planned number below it."""
    if planned is None:
        return people
    if planned.number is not None:
        return lines(people, _small(phrase(interface.PEOPLE_PLANNED, count(planned.number))))
    return lines(people, _planned(text(planned.printed, words(interface.NOT_STATED))))


def beside_indicator(result: Cell | None, indicator: str | None) -> Cell:
    """Return the reported value with the planned indicator below it; without a report, the indicator alone."""
    said = indicator or interface.NOT_STATED
    planned = Cell(CellKind.QUIET, f"{interface.INDICATOR_PLANNED}: {said}")
    return lines(result, planned) if result else planned


def _planned(*parts: Cell) -> Cell:
    return _small(words(f"{interface.AS_PLANNED}: "), *parts)


def _small(*parts: Cell) -> Cell:
    return inside(CellKind.SMALL, *parts)
