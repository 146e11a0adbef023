"""The tables of the projects page: all projects with their sums, and the number of projects per method."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.money import BudgetBasis
from generator.thai.dates import FiscalYear, format_quarters, months_of
from generator.views.budget_cells import budget_cell, sum_cell
from generator.views.project_choices import MethodLine
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
    from generator.views.projects import ProjectCard, StrategyGroup, TacticGroup, YearQuarters

BUDGET = Column("งบประมาณ", "บาท", Look.NUMBER)
RESPONSIBLE = Column("ผู้รับผิดชอบ", look=Look.NAMES)
_NO_DEPARTMENT = empty(interface.CELL_WITHOUT_DEPARTMENT)
_NO_PROJECT = Row((empty("ไม่มีโครงการใต้กลยุทธ์นี้"),))
_NO_YEAR = empty(DASH)
_ALL_YEAR = lines(words("ทั้งปี"), small("ไม่ระบุไตรมาส"))


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
