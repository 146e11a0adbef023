"""The matrix and the table of projects, summed by strategy and by department. No rules.

For projects that may belong to several departments there are only bounds; if their money is not stated as an amount,
not even these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.checks.items import PlanItem
from generator.checks.memos import IdentityMemo
from generator.checks.money.whole_tables import matrix_is_whole, projects_are_whole
from generator.model.money import WITHOUT_AMOUNT, BudgetBasis, BudgetState, sum_baht
from generator.model.project import Project
from generator.model.strategy import BudgetMatrix

_NOTHING = Decimal(0)
_UNKNOWN = frozenset({*WITHOUT_AMOUNT, BudgetState.DASH, BudgetState.NOT_STATED})


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sums that should be of the same money."""

    id: str
    """Id of the strategy or department."""
    index: int | None
    """Index of its row or column in the matrix; None if it has none."""
    stated: Decimal
    """Sum in the matrix."""
    least: Decimal
    """Sum of the projects that are certainly its own."""
    most: Decimal | None
    """Sum of all projects that may be its own; None if one of them has money but no amount."""

    @property
    def difference(self) -> Decimal:
        """How far the matrix is above what the projects can have, or (negative) below what they certainly have."""
        if self.stated < self.least:
            return self.stated - self.least
        return max(self.stated - self.most, _NOTHING) if self.most is not None else _NOTHING


@dataclass(frozen=True, slots=True)
class Tables:
    """The sums of both tables."""

    comparable: bool
    """Whether both have the same basis, as far as stated, and both were received in full."""
    whole: Compared
    """Sums of the whole plan."""
    strategies: tuple[Compared, ...]
    """One entry per strategy of the plan; empty if a project's strategy is unknown."""
    departments: tuple[Compared, ...]
    """One entry per department, without those that mean all; empty if a column of the matrix means all."""
    named: frozenset[str]
    """Departments named by a project."""
    some_open_to_all: bool
    """Whether a project names no department, or all of them."""
    open_to_all: Compared
    """These projects, compared with the departments that no project names."""

    @property
    def different_strategies(self) -> list[Compared]:
        """Strategies whose two sums cannot both be right."""
        return [one for one in self.strategies if one.difference]

    @property
    def different_departments(self) -> list[Compared]:
        """Departments named by a project whose two sums cannot both be right."""
        return [one for one in self.departments if one.difference and one.id in self.named]

    def one_cell(self) -> tuple[Compared, Compared] | None:
        """Return the strategy and the department if one of each differs, by one amount, as one wrong cell causes."""
        strategies, departments = self.different_strategies, self.different_departments
        if len(strategies) == len(departments) == 1 and strategies[0].difference == departments[0].difference:
            return strategies[0], departments[0]
        return None


@dataclass(slots=True)
class _Side:
    """A row or a column of the matrix."""

    index: int | None = None
    computed: Decimal = _NOTHING
    printed: Decimal | None = None
    """The total printed at its end."""


def _tables(item: PlanItem) -> Tables:
    rows, columns = _rows_and_columns(item.plan.budget_matrix)
    by_strategy: dict[str, list[Project]] = defaultdict(list)
    for project in item.projects:
        by_strategy[project.strategy or ""].append(project)
    known = () if _some_unknown(item) else tuple(item.strategies)
    strategies = tuple(_compared(one, rows[one], _money(by_strategy[one])) for one in known)
    owners = [(project, _owners(item, project)) for project in item.projects]
    open_to_all = [project for project, departments in owners if not departments]
    named = frozenset(department for _, departments in owners for department in departments)
    departments = _departments(item, columns, owners)
    unnamed = sum((one.stated for one in departments if one.id not in named), _NOTHING)
    matrix = item.plan.budget_matrix
    whole = _Side(None, matrix.computed_grand_total, matrix.stated_grand_total_baht) if matrix else _Side()
    return Tables(
        comparable=_comparable(item),
        whole=_compared("", whole, _money(item.projects)),
        strategies=strategies,
        departments=departments,
        named=named,
        some_open_to_all=bool(open_to_all),
        open_to_all=_compared("", _Side(None, unnamed), _money(open_to_all)),
    )


tables = IdentityMemo(_tables)
"""Returns the two tables of a plan; useful only if it has a matrix."""


def different_cells(item: PlanItem) -> list[tuple[int, int, Compared]]:
    """Return the cells of the matrix that cannot be the sum of their projects, with row and column.

    Only cells with money, in rows that match their printed total: else the cell itself may be misprinted (MONEY-001). A
    strategy or a department that is listed twice has no cell of its own.
    """
    matrix = item.plan.budget_matrix
    if matrix is None or any(item.covers_all(one.department) for one in matrix.columns) or _some_unknown(item):
        return []
    owners = [(project, _owners(item, project)) for project in item.projects]
    found = []
    for row_index, row in enumerate(matrix.rows):
        if row.stated_total_baht not in (None, row.computed_total_baht):
            continue
        of_strategy = [(project, named) for project, named in owners if project.strategy == row.strategy]
        open_to_all = _money(project for project, named in of_strategy if not named)
        for index, (column, amount) in enumerate(zip(matrix.columns, row.amounts_baht, strict=False)):
            one = column.department
            own = _money(project for project, named in of_strategy if named == {one})
            shared = _money(project for project, named in of_strategy if one in named and len(named) > 1)
            cell = _compared(one, _Side(index, amount or _NOTHING), own, shared, open_to_all)
            if cell.stated and cell.difference:
                found.append((row_index, index, cell))
    strategies = {row.strategy for row in matrix.rows}
    departments = {column.department for column in matrix.columns}
    is_twice = len(strategies) < len(matrix.rows) or len(departments) < len(matrix.columns)
    return [] if is_twice else found


def basis_of_projects(item: PlanItem) -> BudgetBasis | None:
    """Return the basis of the projects' totals; None if some are by year and the others have another basis.

    Amounts by year add up to the whole cycle, whatever is stated for the others.
    """
    with_amount = [one.budget for one in item.projects if one.budget.total_baht]
    by_year = [bool(budget.by_year) for budget in with_amount]
    if not any(by_year) or item.plan.budget_basis is BudgetBasis.WHOLE_CYCLE:
        return item.plan.budget_basis
    return BudgetBasis.WHOLE_CYCLE if all(by_year) else None


def _comparable(item: PlanItem) -> bool:
    matrix, table = item.plan.budget_matrix, item.files.projects
    if matrix is None or table is None or not matrix.computed_grand_total:
        return False
    if not any(one.budget.total_baht for one in table.projects) or matrix.basis is not basis_of_projects(item):
        return False
    if any(cell.state in WITHOUT_AMOUNT for row in matrix.rows for cell in row.amounts):
        return False
    if len(matrix.stated_column_totals) not in (0, len(matrix.columns)):
        return False
    return matrix_is_whole(item) and projects_are_whole(item)


def _rows_and_columns(matrix: BudgetMatrix | None) -> tuple[dict[str, _Side], dict[str, _Side]]:
    """Return the rows by strategy and the columns by department; duplicates are added together."""
    rows: dict[str, _Side] = defaultdict(_Side)
    columns: dict[str, _Side] = defaultdict(_Side)
    if matrix:
        printed = (*matrix.stated_column_totals_baht, *(None,) * len(matrix.columns))
        totals = matrix.computed_column_totals
        for index, row in enumerate(matrix.rows):
            _add(rows[row.strategy], index, row.computed_total_baht, row.stated_total_baht)
        for index, column in enumerate(matrix.columns):
            _add(columns[column.department], index, totals[index], printed[index])
    return rows, columns


def _add(side: _Side, index: int, computed: Decimal, printed: Decimal | None) -> None:
    side.printed = printed if side.index is None else None
    side.index = index if side.index is None else side.index
    side.computed += computed


def _departments(
    item: PlanItem, columns: dict[str, _Side], owners: list[tuple[Project, frozenset[str]]]
) -> tuple[Compared, ...]:
    if any(item.covers_all(one) for one, column in columns.items() if column.computed):
        return ()
    own: dict[str, list[Project]] = defaultdict(list)
    shared: dict[str, list[Project]] = defaultdict(list)
    for project, departments in owners:
        for department in departments:
            (shared if len(departments) > 1 else own)[department].append(project)
    open_to_all = _money(project for project, departments in owners if not departments)
    return tuple(
        _compared(one, columns[one], _money(own[one]), _money(shared[one]), open_to_all)
        for one, department in item.departments.items()
        if not department.covers_all
    )


_Money = tuple[Decimal, bool]
"""Sum of amounts, and whether there is further money without an amount."""


def _money(projects: Iterable[Project]) -> _Money:
    budgets = [one.budget for one in projects]
    return sum_baht(budgets), any(one.state in _UNKNOWN or one.leaves_out for one in budgets)


def _compared(identifier: str, side: _Side, own: _Money, *perhaps: _Money) -> Compared:
    most = own[0] + sum((amount for amount, _ in perhaps), _NOTHING)
    unknown = any(some_unknown for _, some_unknown in (own, *perhaps))
    compared = Compared(identifier, side.index, side.computed, own[0], None if unknown else most)
    if compared.difference and side.printed is not None:
        # A matrix whose cells do not match its own total has its own finding; the total may be right.
        by_total = replace(compared, stated=side.printed)
        return compared if by_total.difference else by_total
    return compared


def _some_unknown(item: PlanItem) -> bool:
    """Return whether a project names a strategy that is unknown, so that no sum of a strategy is certain."""
    return any(one.strategy is not None and one.strategy not in item.strategies for one in item.projects)


def _owners(item: PlanItem, project: Project) -> frozenset[str]:
    """Return the departments that carry out a project; empty if the cell names none, all, or one that is unknown."""
    departments = frozenset(project.responsible.departments if project.responsible else ())
    return (
        frozenset() if any(item.covers_all(one) or one not in item.departments for one in departments) else departments
    )
