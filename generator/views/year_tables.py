"""The tables of the page of one fiscal year: projects without a stated year, and results; the records of their rows.

The table of quarters keeps its own layout (docs/decisions/0013-a-table-is-data.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.facts.year_money import YearMoney, YearMoneyKind
from generator.model.money import BudgetBasis
from generator.model.results import ResultStatus
from generator.thai.dates import FiscalYear
from generator.views.monitoring_tables import PEOPLE, SPENT, STATE
from generator.views.planned import PlannedPeople, beside_budget, beside_indicator, beside_target
from generator.views.projects_tables import responsible
from generator.views.table_cells import (
    NONE,
    NOT_REPORTED,
    NOT_STATED,
    baht,
    count,
    empty,
    figure,
    inside,
    lines,
    numbered,
    phrase,
    state,
    text,
    together,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, Table, head
from generator.words import interface

_NO_RESULT = empty(interface.NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class YearResultLine:
    """The reported result of one project for this year."""

    status: ResultStatus
    spent_baht: Decimal | None
    people: int | None
    indicator_result: str | None


class YearProject(NamedTuple):
    """One project, limited to this year."""

    number: str | None
    name: str
    address: str
    quarters: tuple[int, ...]
    """Quarters of this year; empty if the document names none."""
    period_printed: str | None
    """The period as printed, if it says more than its quarters or cannot be interpreted."""
    money: YearMoney
    people_planned: PlannedPeople
    departments: tuple[str, ...]
    responsible_printed: str | None
    indicator: str | None
    result: YearResultLine | None
    """None if nothing was reported."""
    findings: int
    """Number of findings on the project's card."""


def year_not_stated_table(projects: tuple[YearProject, ...], basis: BudgetBasis) -> Table:
    """Return the projects for which the document does not say when they run."""
    return Table(
        "year-not-stated",
        phrase("โครงการที่เอกสารไม่ระบุปีที่ดำเนินการ {} โครงการ", count(len(projects))),
        (
            head("โครงการหรือกิจกรรม"),
            Column("งบประมาณ", "บาท", Look.NUMBER),
            Column("ผู้รับผิดชอบ"),
            Column("ตัวชี้วัด"),
        ),
        tuple(
            Row(
                (
                    _named(project),
                    year_money_cell(project.money, basis),
                    responsible(project.departments, project.responsible_printed),
                    text(project.indicator, NOT_STATED),
                )
            )
            for project in projects
        ),
        note=phrase("จำนวนเงิน: {}", figure(interface.BUDGET_BASIS[basis])),
    )


def results_table(projects: tuple[YearProject, ...], fiscal_year: FiscalYear) -> Table:
    """Return the reported results of the year, with what the plan states below them."""
    return Table(
        "results",
        phrase("ผลการดำเนินงานปีงบประมาณ พ.ศ. {}", year(fiscal_year)),
        (head("โครงการหรือกิจกรรม"), STATE, SPENT, PEOPLE, Column("ผลตามตัวชี้วัด")),
        tuple(map(_result, projects)),
        form=Form.NAMES,
    )


def _result(project: YearProject) -> Row:
    result = project.result
    if result is None:
        planned = beside_budget(NONE, project.money), beside_target(NONE, project.people_planned)
        return Row((_named(project), _NO_RESULT, *planned, beside_indicator(None, project.indicator)))
    return Row(
        (
            _named(project),
            state(result.status, interface.RESULT_STATUS[result.status]),
            beside_budget(baht(result.spent_baht, NOT_REPORTED), project.money),
            beside_target(count(result.people, NOT_REPORTED), project.people_planned),
            beside_indicator(text(result.indicator_result, NOT_REPORTED), project.indicator),
        )
    )


def _named(project: YearProject) -> Cell:
    named = numbered(project.number, project.name, project.address)
    if not project.findings:
        return named
    return together(named, words(" "), inside(CellKind.SMALL, words("ข้อสังเกต "), count(project.findings)))


def year_money_cell(money: YearMoney, basis: BudgetBasis) -> Cell:
    """Return what the plan states on a project's money in a year."""
    word = interface.YEAR_MONEY[money.kind]
    if money.amount_baht is None:
        return text(money.words, empty(word))
    by_year = money.kind is YearMoneyKind.BY_YEAR and basis is not BudgetBasis.PER_YEAR
    return lines(baht(money.amount_baht), words(word) if by_year else None)
