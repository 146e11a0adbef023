"""Printed cells with no certain meaning, and amounts printed twice in one cell with different sums.

The page shows such a cell as printed. The findings inform the LAO, which may know the meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.checks.items import LaoItem, PlanItem
from generator.checks.memos import IdentityMemo
from generator.checks.rule import Hit, Path, rule
from generator.findings import Severity
from generator.model.base import Record
from generator.model.cells import PrintedCell
from generator.model.money import Budget, BudgetState, MoneyCell
from generator.model.periods import Periods
from generator.model.roles import CELLS, Role, fields_of
from generator.thai.numerals import format_baht
from generator.thai.text import quoted

_MOST_SAID = 60
"""Most findings of one kind per plan; above it, the table has another layout than these cells expect."""
_MOST_PLACED = 2_000
"""Most further places of the last of these findings."""
_WHY = "เว็บไซต์แสดงข้อความตามที่พิมพ์ แต่นำไปรวมยอด เรียงลำดับ หรือเปรียบเทียบไม่ได้"
_IF_UNKNOWN = "ถ้าไม่ทราบแน่ชัด ให้คงไว้ตามที่พิมพ์ และชี้แจงใน acknowledged: ได้"


class _UnreadCell(NamedTuple):
    """A cell with no certain meaning."""

    role: Role
    path: Path
    printed: str
    doubt: str
    file: str


def _cells_of(item: PlanItem) -> list[_UnreadCell]:
    files = item.files
    parts: list[tuple[Record | None, str]] = [
        (files.plan, ""),
        (files.projects, "projects.yml"),
        (files.idp, "idp.yml"),
    ]
    parts += [(results, files.file_of(results)) for results in files.results]
    return [cell for part, file in parts for cell in _below(part, (), file)]


_CELLS_OF: IdentityMemo[PlanItem, list[_UnreadCell]] = IdentityMemo(_cells_of)


def _below(value: Any, path: Path, file: str) -> Iterator[_UnreadCell]:
    """Yield the cells in a record, or in several, that cannot be interpreted."""
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _below(one, (*path, index), file)
    elif isinstance(value, Record):
        for name, field in fields_of(type(value)).items():
            if field.role is Role.RECORD:
                yield from _below(getattr(value, name), (*path, name), file)
            elif field.role in CELLS:
                for place, printed, doubt in _unread(getattr(value, name)):
                    yield _UnreadCell(field.role, (*path, name, *place), printed, doubt, file)


def _unread(value: Any) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, tuple) and not isinstance(value, PrintedCell | MoneyCell):
        for index, one in enumerate(value):
            yield from (((index, *place), printed, doubt) for place, printed, doubt in _unread(one))
    elif isinstance(value, PrintedCell):
        if value.is_unread:
            yield (), value.printed, value.doubt
    elif isinstance(value, MoneyCell):
        if value.state in (BudgetState.UNREAD, BudgetState.UNIT):
            yield (), value.printed, value.doubt
    elif isinstance(value, Budget):
        for column in value.columns:
            place: Path = (column.heading.printed,)
            yield from ((place, printed, doubt) for _, printed, doubt in _unread(column.cell))
            if not column.heading.years:
                yield place, column.heading.printed, "หัวคอลัมน์ไม่ใช่ปีงบประมาณ"
        if not value.columns:
            yield from _unread(value.cell)
    elif isinstance(value, Periods):
        for heading, printed, doubt in value.unread():
            yield ((heading,) if heading else ()), printed, doubt


def _hits(item: PlanItem, wanted: frozenset[Role], what: str) -> Iterator[Hit]:
    found = [one for one in _CELLS_OF(item) if one.role in wanted]
    for one in found[:_MOST_SAID]:
        yield _hit(one, what)
    if len(found) > _MOST_SAID:
        rest = found[_MOST_SAID:]
        message = f"{what}อีก {len(rest):,} ช่องตีความไม่ได้ เช่น {quoted(rest[0].printed)} จึงแสดงตามที่พิมพ์"
        also = tuple(one.path for one in rest[1:_MOST_PLACED] if one.file == rest[0].file)
        yield Hit(message, rest[0].path, rest[0].file, also=also)


def _hit(one: _UnreadCell, what: str) -> Hit:
    reason = f" เพราะ{one.doubt.rpartition(' เพราะ')[2]}" if one.doubt else ""
    return Hit(f"ตีความ{what} {quoted(one.printed)} ไม่ได้{reason} จึงแสดงตามที่พิมพ์", one.path, one.file)


@rule(
    "CELL-001",
    Severity.WARNING,
    title="ช่องจำนวนเงินที่ตีความไม่ได้",
    why=f"{_WHY} จำนวนเงินในช่องนี้จึงไม่อยู่ในยอดรวมใด",
    remedy="ถ้าทราบจำนวนเงินแน่ชัด ให้เขียนข้อความเดิมไว้หลัง printed: และเขียนจำนวนไว้หลัง amount: หรือแยกรายปีไว้ใต้ by_year: "
    + _IF_UNKNOWN,
)
def money_not_interpreted(item: PlanItem) -> Iterator[Hit]:
    """A money cell that is neither a certain amount, nor a source of money, nor a statement that none is needed."""
    yield from _hits(item, frozenset({Role.MONEY}), "จำนวนเงิน")


@rule(
    "CELL-002",
    Severity.WARNING,
    title="ช่องระยะเวลาที่ตีความไม่ได้",
    why=f"{_WHY} โครงการจึงอาจไม่ปรากฏในแผนของปีนั้น",
    remedy="ถ้าทราบไตรมาสแน่ชัด ให้เขียนข้อความเดิมไว้หลัง printed: และเขียนไตรมาสไว้หลัง quarters: ใต้ปีนั้น "
    "(ต.ค.-ธ.ค. คือไตรมาส 1, ม.ค.-มี.ค. คือ 2, เม.ย.-มิ.ย. คือ 3, ก.ค.-ก.ย. คือ 4) " + _IF_UNKNOWN,
)
def period_not_interpreted(item: PlanItem) -> Iterator[Hit]:
    """A period that names no certain quarter or year."""
    yield from _hits(item, frozenset({Role.PERIOD}), "ระยะเวลา")


@rule(
    "CELL-003",
    Severity.WARNING,
    title="วันที่ ปี หรือจำนวนที่ตีความไม่ได้",
    why=_WHY,
    remedy="ตรวจกับเอกสาร ถ้าบันทึกผิด ให้แก้ให้ตรง ถ้าเอกสารพิมพ์เช่นนั้นและทราบความหมายแน่ชัด ให้เขียนข้อความเดิมไว้หลัง printed: "
    "และเขียนความหมายไว้หลัง date: (วันที่) year: (ปี) หรือ number: (จำนวน) " + _IF_UNKNOWN,
)
def day_year_or_number_not_interpreted(item: PlanItem) -> Iterator[Hit]:
    """A day, year or number of the plan that cannot be interpreted."""
    yield from _hits(item, frozenset({Role.DATE, Role.YEAR, Role.COUNT}), "")


@rule(
    "CELL-004",
    Severity.WARNING,
    title="จำนวนของ อปท. ที่ตีความไม่ได้",
    why=_WHY,
    remedy="เขียนจำนวนเป็นตัวเลข หรือเขียนข้อความเดิมไว้หลัง printed: และเขียนจำนวนไว้หลัง number: " + _IF_UNKNOWN,
)
def number_of_the_lao_not_interpreted(item: LaoItem) -> Iterator[Hit]:
    """A number in lao.yml that cannot be interpreted, such as the people of one position type."""
    for one in list(_below(item.lao, (), ""))[:_MOST_SAID]:
        yield _hit(one, "จำนวน")


@rule(
    "CELL-005",
    Severity.WARNING,
    title="จำนวนเงินเป็นตัวเลขไม่ตรงกับตัวหนังสือ",
    why="เอกสารพิมพ์เงินสองจำนวนในช่องเดียว ผู้อ่านไม่อาจรู้ว่าจำนวนใดถูก ยอดรวมในเว็บไซต์นี้ใช้ตัวเลข",
    remedy="ตรวจกับเอกสาร ถ้าบันทึกผิด ให้แก้ให้ตรง ถ้าเอกสารพิมพ์เช่นนั้น ให้คงไว้และชี้แจงใน acknowledged:",
)
def words_and_figures_differ(item: PlanItem) -> Iterator[Hit]:
    """An amount in figures that differs from the amount in words beside it."""
    for index, project in enumerate(item.projects):
        budget = project.budget
        whole: list[tuple[Path, MoneyCell]] = [((), budget.cell)]
        for place, cell in [((one.heading.printed,), one.cell) for one in budget.columns] or whole:
            if message := _differing(cell):
                yield Hit(message, ("projects", index, "budget", *place), "projects.yml")
    matrix = item.plan.budget_matrix
    for row, one in enumerate(matrix.rows if matrix else ()):
        for column, cell in enumerate(one.amounts):
            if message := _differing(cell):
                yield Hit(message, ("budget_matrix", "rows", row, "amounts", column))


def _differing(cell: MoneyCell) -> str:
    figures, words = cell.amount_baht, cell.in_words_baht
    if figures is None or words is None or figures == words:
        return ""
    return (
        f"ช่องเงิน {quoted(cell.printed)} เป็นตัวเลข {format_baht(figures, 'arabic')} บาท "
        f"แต่ตัวหนังสือเป็น {format_baht(words, 'arabic')} บาท"
    )
