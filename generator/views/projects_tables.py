"""The tables of the projects page: all projects with their sums, and the number of projects per method.

Begins with the records of a project and its groups, which the cards show as well; the view fills them in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.findings import Location
from generator.model.money import Budget, BudgetBasis
from generator.model.periods import Periods
from generator.model.project import EvidenceTag, Targets
from generator.model.results import ResultStatus
from generator.thai.dates import FiscalYear, format_quarters, months_of
from generator.views.amended import ThingAmended
from generator.views.budget_cells import budget_cell, sum_cell
from generator.views.page_findings import FindingLink
from generator.views.project_choices import MethodLine, StatedChoices
from generator.views.table_cells import (
    BLANK,
    DASH,
    NOT_STATED,
    count,
    empty,
    figure,
    lines,
    numbered,
    phrase,
    small,
    text,
    together,
    unread,
    words,
)
from generator.views.tables import Cell, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

if TYPE_CHECKING:
    from generator.facts.money_sums import MoneySummary

BUDGET = Column("งบประมาณ", "บาท", Look.NUMBER)
RESPONSIBLE = Column("ผู้รับผิดชอบ", look=Look.NAMES)
_NO_DEPARTMENT = empty(interface.CELL_WITHOUT_DEPARTMENT)
_NO_PROJECT = Row((empty("ไม่มีโครงการใต้กลยุทธ์นี้"),))
_NO_YEAR = empty(DASH)
_ALL_YEAR = lines(words("ทั้งปี"), small("ไม่ระบุไตรมาส"))


class YearQuarters(NamedTuple):
    """One fiscal year of a project's quarter strip."""

    fiscal_year: FiscalYear
    quarters: tuple[int, ...]
    """Quarters in which the project runs; empty if the document names none for this year."""
    in_cycle: bool
    """Whether the year is one of the cycle's."""
    runs: bool = False
    """Whether it certainly runs in the year."""
    printed: str | None = None
    """The cell as printed, if it says more than its quarters or cannot be interpreted."""
    is_unread: bool = False
    """Whether the cell cannot be interpreted."""


class YearSpan(NamedTuple):
    """Consecutive years in which a project runs in the same quarters."""

    first: FiscalYear
    last: FiscalYear
    like: YearQuarters
    """What each of them states."""
    is_every_year: bool
    """Whether they are all the years of the cycle."""


@dataclass(frozen=True, slots=True)
class LatestResult:
    """The last reported result of a project."""

    fiscal_year: FiscalYear
    status: ResultStatus
    spent_baht: Decimal | None
    people: int | None
    address: str
    """The report, on the monitoring page."""


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """One project with everything the document says on it."""

    id: str
    anchor: str
    number: str | None
    name: str
    objective: str | None
    indicator: str | None
    targets: Targets | None
    expected_result: str | None
    place: str | None
    budget: Budget
    years: tuple[YearQuarters, ...]
    spans: tuple[YearSpan, ...]
    """The same, with consecutive equal years merged."""
    periods: Periods
    """The cells as printed."""
    basis: BudgetBasis | None
    """Basis of its amount; None if it states no amount, or if the amounts by year state it."""
    departments: tuple[str, ...]
    """Names of the responsible departments; empty if the cell names none."""
    responsible_printed: str | None
    """The cell as printed."""
    evidence: tuple[EvidenceTag, ...]
    choices: tuple[StatedChoices, ...]
    """Curricula, methods, target groups and competencies that the document names for the project."""
    result: LatestResult | None
    """None if nothing was reported yet."""
    written_under: tuple[str, ...]
    """Its strategy and tactic as written, if the plan has no such strategy or tactic."""
    amended: tuple[ThingAmended, ...]
    """Its changes by amendments."""
    note: str | None
    findings: tuple[FindingLink, ...]
    """Findings on this project."""
    location: Location


@dataclass(frozen=True, slots=True)
class TacticGroup:
    """The projects under one tactic; without id, those under no tactic in the document."""

    id: str | None
    anchor: str
    number: str | None
    name: str
    cards: tuple[ProjectCard, ...]
    money: MoneySummary


@dataclass(frozen=True, slots=True)
class StrategyGroup:
    """The tactics under one strategy; without id, the projects under no strategy in the document."""

    id: str | None
    anchor: str
    number: str | None
    name: str
    tactics: tuple[TacticGroup, ...]
    money: MoneySummary


def projects_table(
    strategies: tuple[StrategyGroup, ...], money: MoneySummary, cycle_years: tuple[FiscalYear, ...]
) -> Table:
    """Return all projects under their strategies and tactics, with a sum of each."""
    return Table(
        "projects",
        phrase("โครงการและกิจกรรม {} รายการ จำแนกตามยุทธศาสตร์และกลยุทธ์", count(money.projects)),
        (
            head("โครงการหรือกิจกรรม", sorted_as="text"),
            Column("งบประมาณ", "บาท", Look.NUMBER, sorted_as="number"),
            *(Column(str(year), look=Look.YEAR) for year in cycle_years),
            Column("ผู้รับผิดชอบ", look=Look.NAMES, sorted_as="text"),
        ),
        tuple(row for strategy in strategies for row in _strategy(strategy)),
        (_sum("รวมทั้งแผน", money, RowKind.TOTAL),),
        note=_amounts_are(money.basis),
        filter_label="กรองโครงการ",
    )


def methods_table(methods: tuple[MethodLine, ...]) -> Table:
    """Return the number of projects per method."""
    return Table(
        "methods",
        words("จำนวนโครงการที่ใช้วิธีการพัฒนาแต่ละวิธี โครงการหนึ่งอาจใช้หลายวิธี"),
        (head("วิธีการพัฒนา"), Column("โครงการ", look=Look.NUMBER)),
        tuple(Row((text(line.name), count(line.projects))) for line in methods),
        form=Form.PLAIN,
    )


def named(kind: str, number: str | None, name: str) -> Cell:
    """Return a strategy's or tactic's name after its number."""
    return phrase(f"{kind}ที่ {{}} {{}}", text(number), text(name)) if number else text(name)


def responsible(departments: tuple[str, ...], printed: str | None) -> Cell:
    """Return the responsible departments."""
    return text(", ".join(departments), _NO_DEPARTMENT if printed else NOT_STATED)


def _amounts_are(basis: BudgetBasis | None) -> Cell:
    return phrase("จำนวนเงิน: {}", figure(interface.BUDGET_BASIS[basis]))


def _strategy(strategy: StrategyGroup) -> Iterator[Row]:
    yield Row((named("ยุทธศาสตร์", strategy.number, strategy.name or interface.NO_STRATEGY),), RowKind.GROUP)
    for tactic in strategy.tactics:
        yield from _tactic(tactic)
    yield _sum("รวมยุทธศาสตร์", strategy.money)


def _tactic(tactic: TacticGroup) -> Iterator[Row]:
    yield Row((named("กลยุทธ์", tactic.number, tactic.name or interface.NO_TACTIC),), RowKind.SUBGROUP)
    if not tactic.cards:
        yield _NO_PROJECT
        return
    for card in tactic.cards:
        yield _project(card)
    yield _sum("รวมกลยุทธ์", tactic.money)


def _sum(said: str, money: MoneySummary, kind: RowKind = RowKind.SUBTOTAL) -> Row:
    return Row((phrase(f"{said} ({{}} โครงการ)", count(money.projects)), sum_cell(money), BLANK), kind)


def _project(card: ProjectCard) -> Row:
    return Row(
        (
            numbered(card.number, card.name, f"#{card.anchor}"),
            budget_cell(card.budget),
            *(_year(year) for year in card.years if year.in_cycle),
            responsible(card.departments, card.responsible_printed),
        )
    )


def _year(year: YearQuarters) -> Cell:
    if year.quarters:
        return _quarters(year.quarters)
    if year.runs:
        return _ALL_YEAR
    return unread(year.printed) if year.printed else _NO_YEAR


@lru_cache(maxsize=64)
def _quarters(quarters: tuple[int, ...]) -> Cell:
    numbers = figure(format_quarters(quarters, "arabic").removeprefix("ไตรมาสที่ "))
    return lines(together(words("ไตรมาส "), numbers), small(months_of(quarters)))
