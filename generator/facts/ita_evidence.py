"""Whether a plan shows what an item of the national transparency assessment (ITA) asks for, per element.

In: one plan with its LAO, and the items of one assessment year. Out: states with reasons and the projects behind them.
They describe the data on this site only: an element that is missing here says nothing of the LAO.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from generator.facts.plan_in_lao import PlanInLao
from generator.facts.project_years import runs_in, unread_results
from generator.facts.year_money import YearMoneyKind, year_money
from generator.model.assessment import AssessmentElement, AssessmentItem, AssessmentYear, LookedUp, LooksAt
from generator.model.cells import is_blank, meaning
from generator.model.money import BudgetState
from generator.model.official import DocumentState
from generator.model.project import Project
from generator.model.results import ProjectResult, ResultStatus, YearResults
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.period_cells import PeriodKind
from generator.thai.reported_text import Reported, reported


class ElementState(StrEnum):
    """Whether the data on this site meets an element."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"


class EvidenceReason(StrEnum):
    """Why an element has its state."""

    ANNOUNCED = "announced"
    NOT_ANNOUNCED = "not_announced"
    STATE_UNREAD = "state_unread"
    IN_FORCE = "in_force"
    """The cycle covers the year; the plan came into force before the year began."""
    IN_FORCE_LATER = "in_force_later"
    """The plan came into force within the year."""
    IN_FORCE_AFTER = "in_force_after"
    """The plan came into force after the year."""
    ANNOUNCED_BEFORE = "announced_before"
    """The cycle covers the year; no effective day is stated, but the plan was announced before the year began."""
    ANNOUNCED_LATER = "announced_later"
    """No effective day is stated; the plan was announced within the year."""
    ANNOUNCED_AFTER = "announced_after"
    """No effective day is stated; the plan was announced after the year."""
    DAY_NOT_STATED = "day_not_stated"
    """Neither the effective day nor the day of the announcement is stated."""
    DAY_UNREAD = "day_unread"
    OUTSIDE_CYCLE = "outside_cycle"
    FILE_UNREAD = "file_unread"
    TABLE_NOT_RECEIVED = "table_not_received"
    """Only part of the document was received, without a project table."""
    NO_TABLE = "no_table"
    NO_PROJECT = "no_project"
    """The project table has no project of this year."""
    YEARS_NOT_STATED = "years_not_stated"
    PROJECTS = "projects"
    """`done` of `of` projects."""
    NO_REPORT = "no_report"
    REPORT_TOO_SHORT = "report_too_short"
    """Only a report of fewer months than the item requires."""
    STAFF = "staff"
    NO_STAFF = "no_staff"
    STAFF_INCOMPLETE = "staff_incomplete"
    """A row of the report leaves the number blank."""
    STAFF_UNREAD = "staff_unread"


class ElementFact(NamedTuple):
    """Facts of one element."""

    element: AssessmentElement
    state: ElementState
    reason: EvidenceReason
    of: int = 0
    """Number of projects examined."""
    lacking: tuple[str, ...] = ()
    """Ids of projects that do not show it."""
    doubtful: tuple[str, ...] = ()
    """Ids of projects for which it cannot be decided."""
    without_basis: int = 0
    """For a budget: projects whose amount has no stated basis (year or whole cycle)."""

    @property
    def done(self) -> int:
        """Number of projects that show it."""
        return self.of - len(self.lacking) - len(self.doubtful)


class ItemFact(NamedTuple):
    """Facts of one item."""

    item: AssessmentItem
    fiscal_year: FiscalYear
    """The year that it is about."""
    elements: tuple[ElementFact, ...]


class EvidenceCount(NamedTuple):
    """Numbers of elements of one assessment year, by state."""

    fiscal_year: FiscalYear
    met: int
    not_met: int
    not_applicable: int
    cannot_tell: int

    @property
    def asked(self) -> int:
        """Elements that apply to the plan."""
        return self.met + self.not_met + self.cannot_tell


def assessment_years(cycle: Cycle) -> tuple[FiscalYear, ...]:
    """Return the assessment years of a plan: those of its cycle, and the next, which asks for its report."""
    after = cycle.last.be + 1
    return (*cycle.years, *((FiscalYear(after),) if after <= _LAST else ()))


def evidence_of(plan: PlanInLao, assessment: AssessmentYear) -> tuple[ItemFact, ...]:
    """Return the facts of a plan for the items of one assessment year."""
    return tuple(_item(plan, item, assessment.fiscal_year) for item in assessment.items)


def count_evidence(items: Iterable[ItemFact], fiscal_year: FiscalYear) -> EvidenceCount:
    """Return the number of elements of all items, by state."""
    states = [fact.state for item in items for fact in item.elements]
    return EvidenceCount(fiscal_year, *(states.count(state) for state in ElementState))


def evidence_counts(plan: PlanInLao, assessments: Iterable[AssessmentYear]) -> tuple[EvidenceCount, ...]:
    """Return the counts of every assessment year of the plan with known items."""
    years = set(assessment_years(plan.plan.cycle))
    return tuple(
        count_evidence(evidence_of(plan, one), one.fiscal_year) for one in assessments if one.fiscal_year in years
    )


_LAST = 2700
"""The last possible fiscal year (BE)."""
_Found = tuple[ElementState, EvidenceReason]
_Looked = bool | None
"""For one project: whether it shows an element; None if it cannot be decided."""
_OF_REPORT = frozenset(
    {LookedUp.RESULTS, LookedUp.SPENDING, LookedUp.PROBLEMS, LookedUp.SUGGESTIONS, LookedUp.STAFF, LookedUp.TRAINED}
)

_BY_EFFECTIVE_DAY = (EvidenceReason.IN_FORCE, EvidenceReason.IN_FORCE_LATER, EvidenceReason.IN_FORCE_AFTER)
_BY_ANNOUNCEMENT = (
    EvidenceReason.ANNOUNCED_BEFORE,
    EvidenceReason.ANNOUNCED_LATER,
    EvidenceReason.ANNOUNCED_AFTER,
)
"""Reasons for a day before, within and after the year."""


def _item(plan: PlanInLao, item: AssessmentItem, assessed: FiscalYear) -> ItemFact:
    be = assessed.be if item.looks_at is LooksAt.YEAR else assessed.be - 1
    year = FiscalYear(max(be, 2500))
    return ItemFact(item, year, tuple(_element(plan, item, one, year) for one in item.elements))


def _element(plan: PlanInLao, item: AssessmentItem, element: AssessmentElement, year: FiscalYear) -> ElementFact:
    looked_up = element.looked_up
    if looked_up is LookedUp.ANNOUNCED:
        return ElementFact(element, *_announced(plan))
    if year not in plan.plan.cycle.years:
        return ElementFact(element, ElementState.NOT_APPLICABLE, EvidenceReason.OUTSIDE_CYCLE)
    if looked_up is LookedUp.IN_FORCE:
        return ElementFact(element, *_in_force(plan, year))
    reports: list[YearResults] = []
    if looked_up in _OF_REPORT:
        of_year = [one for one in plan.files.results if one.fiscal_year == year and not one.is_blank]
        long_enough = (one for one in of_year if int(one.round) >= int(item.months))
        # The figures of two rounds are from different times: only the longest report counts.
        reports = sorted(long_enough, key=lambda one: (int(one.round), one.as_of))[-1:]
        if not reports:
            return ElementFact(element, *_no_report(plan, year, any_report=bool(of_year)))
        if looked_up in (LookedUp.STAFF, LookedUp.TRAINED):
            return ElementFact(element, *_staff(looked_up, reports[-1]))
    this_year = {one.id for one in plan.projects if runs_in(one, year)}
    of_no_year = {one.id for one in plan.projects if _states_no_year(one)} - this_year
    if not this_year and (not of_no_year or looked_up is LookedUp.PROJECTS):
        state, reason = _no_project(plan, any_of_no_year=bool(of_no_year))
        if looked_up is not LookedUp.PROJECTS and state is ElementState.NOT_MET:
            state = ElementState.NOT_APPLICABLE
        return ElementFact(element, state, reason)
    results = {one.project: one for report in reports for one in report.reported}
    look = _LOOKS[looked_up]

    def looked(one: Project) -> _Looked:
        shown = look(plan, one, results.get(one.id), year)
        # A project without a year may not have been due in this year's report.
        return None if shown is False and looked_up in _OF_REPORT and one.id in of_no_year else shown

    asked = this_year if looked_up is LookedUp.PROJECTS else this_year | of_no_year
    shown = {one.id: looked(one) for one in plan.projects if one.id in asked}
    lacking = tuple(id for id, one in shown.items() if one is False)
    doubtful = tuple(id for id, one in shown.items() if one is None)
    state = ElementState.NOT_MET if lacking else ElementState.CANNOT_TELL if doubtful else ElementState.MET
    if state is not ElementState.MET and "projects.yml" in plan.files.unread:
        state = ElementState.CANNOT_TELL
    without_basis = 0
    if looked_up is LookedUp.BUDGETS:
        moneys = (year_money(one.budget, plan.plan.budget_basis, year) for one in plan.projects if one.id in shown)
        without_basis = sum(money.kind is YearMoneyKind.BASIS_NOT_STATED for money in moneys)
    return ElementFact(element, state, EvidenceReason.PROJECTS, len(shown), lacking, doubtful, without_basis)


def _announced(plan: PlanInLao) -> _Found:
    state = plan.plan.state
    if state is DocumentState.UNREAD:
        return ElementState.CANNOT_TELL, EvidenceReason.STATE_UNREAD
    if state is DocumentState.ANNOUNCED:
        return ElementState.MET, EvidenceReason.ANNOUNCED
    return ElementState.NOT_MET, EvidenceReason.NOT_ANNOUNCED


def _in_force(plan: PlanInLao, year: FiscalYear) -> _Found:
    state, reason = _announced(plan)
    if state is not ElementState.MET:
        return state, reason
    announcement = plan.plan.announcement
    # A plan without an effective day is in force from its announcement at the earliest.
    cell, (before, within, after) = announcement.effective_date if announcement else None, _BY_EFFECTIVE_DAY
    if is_blank(cell):
        cell, (before, within, after) = announcement.date if announcement else None, _BY_ANNOUNCEMENT
    if is_blank(cell):
        return ElementState.CANNOT_TELL, EvidenceReason.DAY_NOT_STATED
    day = meaning(cell)
    if day is None:
        return ElementState.CANNOT_TELL, EvidenceReason.DAY_UNREAD
    if day <= year.first_day:
        return ElementState.MET, before
    if day <= year.last_day:
        return ElementState.CANNOT_TELL, within
    return ElementState.NOT_MET, after


def _no_report(plan: PlanInLao, year: FiscalYear, *, any_report: bool) -> _Found:
    if unread_results(plan.files, year):
        return ElementState.CANNOT_TELL, EvidenceReason.FILE_UNREAD
    return ElementState.NOT_MET, EvidenceReason.REPORT_TOO_SHORT if any_report else EvidenceReason.NO_REPORT


def _staff(looked_up: LookedUp, report: YearResults) -> _Found:
    if not report.staff:
        return ElementState.NOT_MET, EvidenceReason.NO_STAFF
    cells = [one.total if looked_up is LookedUp.STAFF else one.trained for one in report.staff]
    if any(map(is_blank, cells)):
        return ElementState.NOT_MET, EvidenceReason.STAFF_INCOMPLETE
    if any(cell.meaning is None for cell in cells):
        return ElementState.CANNOT_TELL, EvidenceReason.STAFF_UNREAD
    return ElementState.MET, EvidenceReason.STAFF


def _no_project(plan: PlanInLao, *, any_of_no_year: bool) -> _Found:
    if "projects.yml" in plan.files.unread:
        return ElementState.CANNOT_TELL, EvidenceReason.FILE_UNREAD
    if any_of_no_year:
        return ElementState.CANNOT_TELL, EvidenceReason.YEARS_NOT_STATED
    if plan.projects:
        return ElementState.NOT_MET, EvidenceReason.NO_PROJECT
    if plan.plan.is_partial:
        return ElementState.CANNOT_TELL, EvidenceReason.TABLE_NOT_RECEIVED
    return ElementState.NOT_MET, EvidenceReason.NO_TABLE


def _states_no_year(project: Project) -> bool:
    return not project.periods.years and not any((project.budget.by_year or {}).values())


_Look = Callable[[PlanInLao, Project, ProjectResult | None, FiscalYear], _Looked]
_MONEY: dict[YearMoneyKind, _Looked] = {
    YearMoneyKind.BY_YEAR: True,
    YearMoneyKind.PER_YEAR: True,
    YearMoneyKind.WHOLE_CYCLE: True,
    YearMoneyKind.BASIS_NOT_STATED: True,
    YearMoneyKind.NO_BUDGET: True,
    YearMoneyKind.OTHER_YEARS: None,
    YearMoneyKind.WORDS: None,
    YearMoneyKind.NOT_STATED: False,
}
"""Whether a budget's statement for a year counts as a budget: an amount, or that none is needed."""


def _budget(plan: PlanInLao, project: Project, _result: ProjectResult | None, year: FiscalYear) -> _Looked:
    return _MONEY[year_money(project.budget, plan.plan.budget_basis, year).kind]


def _period(_plan: PlanInLao, project: Project, _result: ProjectResult | None, year: FiscalYear) -> _Looked:
    if not project.periods.is_stated:
        return False
    cell = project.periods.cell(year)
    if cell is not None and cell.read.kind is PeriodKind.EMPTY:
        return False
    return True if cell is not None and cell.runs else None


def _result(_plan: PlanInLao, _project: Project, result: ProjectResult | None, _year: FiscalYear) -> _Looked:
    if result is None:
        return False
    if result.status is ResultStatus.NOT_STATED:
        return bool(result.indicator_result)
    return None if result.status is ResultStatus.UNREAD else True


def _spending(_plan: PlanInLao, project: Project, result: ProjectResult | None, _year: FiscalYear) -> _Looked:
    if result is None:
        return False
    if result.spent is None or result.spent.state is BudgetState.NOT_STATED:
        return project.budget.state is BudgetState.NO_BUDGET
    return True if result.spent.state in (BudgetState.AMOUNT, BudgetState.NO_BUDGET) else None


def _problems(_plan: PlanInLao, _project: Project, result: ProjectResult | None, _year: FiscalYear) -> _Looked:
    return result is not None and reported(result.problems) is not Reported.NOTHING


def _suggestions(_plan: PlanInLao, _project: Project, result: ProjectResult | None, _year: FiscalYear) -> _Looked:
    return result is not None and reported(result.suggestions) is not Reported.NOTHING


_LOOKS: dict[LookedUp, _Look] = {
    LookedUp.PROJECTS: lambda *_: True,  # only projects of the year are examined
    LookedUp.BUDGETS: _budget,
    LookedUp.PERIODS: _period,
    LookedUp.RESULTS: _result,
    LookedUp.SPENDING: _spending,
    LookedUp.PROBLEMS: _problems,
    LookedUp.SUGGESTIONS: _suggestions,
}
