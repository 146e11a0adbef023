"""The matrix compared with the projects by plan, strategy and department, only if both mean the same money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.items import Path, PlanItem
from generator.checks.money.summed_tables import Compared, basis_of_projects, different_cells, tables
from generator.checks.money.whole_tables import matrix_is_whole, projects_are_whole
from generator.checks.money.wording_of_amounts import BUDGET_CLAUSE, SOURCE_REMEDY, baht
from generator.checks.printed_years import listed
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.money import BudgetBasis
from generator.thai.text import quoted

_WHY = "แผนฉบับเดียวกันบอกจำนวนเงินไว้สองยอด ผู้อ่านไม่อาจรู้ว่าจะใช้เงินเท่าใดจริง"
_REMEDY = f"{SOURCE_REMEDY} ถ้าสองตารางนับเงินคนละฐาน (ต่อปีกับรวมทั้งรอบแผน) ให้ระบุ budget_basis: และ basis: ให้ตรง"


@rule(
    "MONEY-004",
    Severity.WARNING,
    title="งบประมาณทั้งแผนในตารางส่วนราชการไม่เท่ากับตารางโครงการ",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=Reader(
        10, "ยอดเงินสองตารางไม่เท่ากัน: ตารางโครงการรวมได้ {projects} ตารางรายส่วนราชการรวมได้ {matrix} ต่างกัน {difference}"
    ),
)
def whole_plan(item: PlanItem) -> Iterator[Hit]:
    """Different sums of the matrix and the projects, unless one strategy alone explains it."""
    matrix, both = item.plan.budget_matrix, tables(item)
    if matrix is None or not both.comparable or not both.whole.difference:
        return
    strategies = both.different_strategies
    alone = len(strategies) == 1 and strategies[0].difference == both.whole.difference
    if alone and not _is_a_cycle_of_the_other(item):
        return
    where: Path = ("budget_matrix", "stated_grand_total") if matrix.stated_grand_total else ("budget_matrix",)
    yield Hit(
        f"ตารางงบประมาณรายส่วนราชการรวมได้ {baht(both.whole.stated)} แต่ตารางโครงการรวมได้ {baht(both.whole.least)} "
        f"{_difference(both.whole)}{_bases(item)}",
        where,
        figures=figures(
            projects=baht(both.whole.least),
            matrix=baht(both.whole.stated),
            difference=baht(abs(both.whole.difference)),
        ),
    )


def _difference(one: Compared) -> str:
    return f"ต่างกัน{'' if one.least == one.most else 'อย่างน้อย'} {baht(abs(one.difference))}"


def _bases(item: PlanItem) -> str:
    """Return other explanations of the difference, if the document does not state the basis of its amounts."""
    if not _is_of_unknown_basis(item):
        return ""
    if _is_a_cycle_of_the_other(item):
        return f" ยอดหนึ่งเป็น {item.plan.cycle.length} เท่าของอีกยอดพอดี อาจเป็นเงินต่อปีตารางหนึ่งและรวมทั้งรอบแผนอีกตารางหนึ่ง"
    return " เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวมทั้งรอบแผน"


def _is_a_cycle_of_the_other(item: PlanItem) -> bool:
    """Return whether one sum is the other times the years of the cycle: this explains rows and columns too."""
    smaller, larger = sorted((tables(item).whole.stated, tables(item).whole.least))
    return _is_of_unknown_basis(item) and smaller * item.plan.cycle.length == larger > smaller


def _is_of_unknown_basis(item: PlanItem) -> bool:
    """Return whether the basis of the projects' amounts is unknown; amounts by year state it."""
    return basis_of_projects(item) is BudgetBasis.NOT_STATED


@rule(
    "MONEY-005",
    Severity.WARNING,
    title="งบประมาณของยุทธศาสตร์ในสองตารางไม่เท่ากัน",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
    reader=Reader(65, "{count} ยุทธศาสตร์มียอดเงินในสองตารางไม่เท่ากัน"),
)
def by_strategy(item: PlanItem) -> Iterator[Hit]:
    """A strategy's row of the matrix that is not the sum of its projects; names the department if one explains it."""
    both = tables(item)
    if not both.comparable or _is_a_cycle_of_the_other(item):
        return
    cell = both.one_cell()
    for one in both.different_strategies:
        if not (one.stated and one.least and one.index is not None):
            continue
        message = (
            f"ยุทธศาสตร์ {quoted(item.strategy_name(one.id))} มีเงินในตารางงบประมาณรายส่วนราชการรวม {baht(one.stated)} "
            f"แต่โครงการรวมได้ {baht(one.least)} {_difference(one)}"
        )
        also: tuple[Path, ...] = ()
        if cell and cell[1].index is not None:
            message += f" ตรงกับที่ {quoted(item.department_name(cell[1].id))} ต่างกันในสองตาราง"
            also = (("budget_matrix", "rows", one.index, "amounts", cell[1].index),)
        yield Hit(message + _bases(item), ("budget_matrix", "rows", one.index), also=also, figures=figures(count=1))


@rule(
    "MONEY-006",
    Severity.WARNING,
    title="งบประมาณของส่วนราชการในสองตารางไม่เท่ากัน",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
)
def by_department(item: PlanItem) -> Iterator[Hit]:
    """A department's column that is less than its own projects, or more than all projects that may be its own."""
    both = tables(item)
    if not both.comparable or _is_a_cycle_of_the_other(item) or both.one_cell():
        return
    for one in both.different_departments:
        if one.index is None or not one.stated:
            continue
        if one.stated < one.least:
            sole = "" if one.least == one.most else "ที่ระบุส่วนราชการนี้แห่งเดียวเป็นผู้รับผิดชอบ"
            projects = f"โครงการ{sole or 'ที่รับผิดชอบ'}รวมได้ {baht(one.least)} {_difference(one)}"
        else:
            most = one.most or Decimal(0)
            sum_up = "ที่รับผิดชอบรวมได้" if one.least == one.most else "ทั้งหมดที่อาจเป็นของส่วนราชการนี้รวมได้เพียง"
            projects = f"โครงการ{sum_up} {baht(most)} {_difference(one)}"
        yield Hit(
            f"{quoted(item.department_name(one.id))} มีเงินในตารางงบประมาณรวม {baht(one.stated)} "
            f"แต่{projects}{_bases(item)}",
            ("budget_matrix", "columns", one.index),
        )


@rule(
    "MONEY-022",
    Severity.WARNING,
    title="ช่องของตารางงบประมาณไม่ตรงกับโครงการของยุทธศาสตร์และส่วนราชการนั้น",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
)
def by_cell(item: PlanItem) -> Iterator[Hit]:
    """Cells above the sum of all projects that may be theirs, or below that of their certain ones; one finding."""
    both, matrix = tables(item), item.plan.budget_matrix
    cells = different_cells(item) if both.comparable and not _is_a_cycle_of_the_other(item) else []
    if matrix is None or not cells or both.one_cell():
        return
    row, _, cell = cells[0]
    strategy = item.strategy_name(matrix.rows[row].strategy)
    if cell.stated < cell.least:
        projects = f"รวมได้อย่างน้อย {baht(cell.least)}"
    else:
        projects = f"รวมได้เพียง {baht(cell.most or Decimal(0))}" if cell.most else "ไม่มีเงิน"
    more = f" (มี {len(cells):,} ช่องที่ไม่ตรงกัน)" if len(cells) > 1 else ""
    paths: list[Path] = [("budget_matrix", "rows", one, "amounts", other) for one, other, _ in cells]
    yield Hit(
        f"ช่องของ {quoted(item.department_name(cell.id))} ในยุทธศาสตร์ {quoted(strategy)} "
        f"พิมพ์ {baht(cell.stated)} แต่โครงการของส่วนราชการนี้ในยุทธศาสตร์นี้{projects}{more}{_bases(item)}",
        paths[0],
        also=tuple(paths[1:]),
    )


@rule(
    "MONEY-007",
    Severity.WARNING,
    title="ส่วนราชการมีงบประมาณแต่ไม่มีโครงการที่ระบุชื่อ",
    why="เงินที่ตั้งไว้โดยไม่บอกว่าทำโครงการใด ประชาชนติดตามผลไม่ได้",
    remedy="ตรวจช่องผู้รับผิดชอบของแต่ละโครงการ ถ้าคัดลอกตกหล่น ให้เติมส่วนราชการใน projects.yml "
    "ถ้าเอกสารไม่ระบุ ให้ชี้แจงใน acknowledged: หรือระบุผู้รับผิดชอบในการปรับปรุงแผน",
    clause=BUDGET_CLAUSE,
    reader=Reader(70, "{count} ส่วนราชการมีเงินในตาราง รวม {total} แต่ไม่มีโครงการใดระบุชื่อเป็นผู้รับผิดชอบ"),
)
def department_without_project(item: PlanItem) -> Iterator[Hit]:
    """Departments with money that no project names, and more of it than the projects open to all can cover."""
    both = tables(item)
    unnamed = [one for one in both.departments if one.stated and one.id not in both.named and one.index is not None]
    if not unnamed or not both.named or not projects_are_whole(item):
        return
    open_to_all = both.open_to_all
    rest = ""
    if both.some_open_to_all:
        enough = open_to_all.most is None or open_to_all.stated <= open_to_all.most
        if enough or not both.comparable or _is_a_cycle_of_the_other(item):
            return
        rest = f" ขณะที่โครงการของทุกส่วนราชการและโครงการที่ไม่ระบุส่วนราชการรวมได้เพียง {baht(open_to_all.least)}{_bases(item)}"
    names = listed(f"{quoted(item.department_name(one.id))} {baht(one.stated)}" for one in unnamed)
    total = f" รวม {baht(open_to_all.stated)}" if len(unnamed) > 1 else ""
    paths: list[Path] = [("budget_matrix", "columns", one.index or 0) for one in unnamed]
    yield Hit(
        f"ตารางงบประมาณให้ {names}{total} แต่ไม่มีโครงการใดระบุชื่อเป็นผู้รับผิดชอบ{rest}",
        paths[0],
        also=tuple(paths[1:]),
        figures=figures(count=len(unnamed), total=baht(sum((one.stated for one in unnamed), Decimal(0)))),
    )


@rule(
    "MONEY-008",
    Severity.WARNING,
    title="ส่วนราชการมีโครงการที่ใช้เงินแต่ไม่มีงบประมาณในตาราง",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
)
def department_without_money(item: PlanItem) -> Iterator[Hit]:
    """A department that alone carries out projects with an amount, and has no money in the matrix."""
    matrix = item.plan.budget_matrix
    if matrix is None or not matrix.computed_grand_total or not matrix_is_whole(item):
        return
    for one in tables(item).departments:
        if one.least and not one.stated:
            own = "ช่องของส่วนราชการนี้ว่างหรือเป็นศูนย์ทั้งหมด" if one.index is not None else "ไม่มีคอลัมน์ของส่วนราชการนี้"
            yield Hit(
                f"โครงการที่ {quoted(item.department_name(one.id))} รับผิดชอบรวมได้ {baht(one.least)} แต่ตารางงบประมาณ{own}",
                ("budget_matrix",) if one.index is None else ("budget_matrix", "columns", one.index),
            )


@rule(
    "MONEY-009",
    Severity.WARNING,
    title="ยุทธศาสตร์มีเงินเพียงในตารางเดียวจากสองตาราง",
    why=_WHY,
    remedy=_REMEDY,
    clause=BUDGET_CLAUSE,
)
def strategy_in_one_table(item: PlanItem) -> Iterator[Hit]:
    """A strategy with money in the matrix and none in its projects, or the reverse."""
    both = tables(item)
    if not both.comparable:
        return
    for one in both.different_strategies:
        if one.stated and one.least:
            continue
        name, where = quoted(item.strategy_name(one.id)), list(item.strategies).index(one.id)
        if one.least:
            rest = "ไม่มีแถวของยุทธศาสตร์นี้" if one.index is None else "แถวของยุทธศาสตร์นี้ว่างหรือเป็นศูนย์ทั้งหมด"
            message = f"โครงการของยุทธศาสตร์ {name} รวมได้ {baht(one.least)} แต่ตารางงบประมาณรายส่วนราชการ{rest}"
        else:
            some = any(project.strategy == one.id for project in item.projects)
            rest = "ไม่มีโครงการใดของยุทธศาสตร์นี้ที่ใช้เงิน" if some else "ไม่มีโครงการของยุทธศาสตร์นี้"
            message = f"ตารางงบประมาณให้ยุทธศาสตร์ {name} {baht(one.stated)} แต่{rest}"
        yield Hit(message, ("strategies", where) if one.index is None else ("budget_matrix", "rows", one.index))
