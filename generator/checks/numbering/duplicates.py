"""Find duplicates: one name under two numbers, one project in two rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.checks.items import Path, PlanItem
from generator.checks.memos import folded
from generator.checks.numbering.sequence import REMEDY
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.model.money import Budget, BudgetState
from generator.model.plan_parts import CHOICE_LIST, COMPETENCY_KIND_NAMES, FrameworkChoice
from generator.model.project import Project
from generator.thai.numerals import format_baht
from generator.thai.text import quoted


class _Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def number(self) -> str | None: ...


_ENOUGH_TO_TELL = 100
"""Characters compared first, before the whole texts."""

_List = tuple[str, str, str, Path, Iterable[tuple[int, str, str | None]]]
"""Kind of entries, what they belong to, their file, their path, and index, name and number of each."""


@rule(
    "NUMBER-011",
    Severity.WARNING,
    title="รายการเดียวกันมีสองลำดับ",
    why="รายการที่พิมพ์ซ้ำทำให้นับจำนวนเกินจริง หรือมีรายการหนึ่งพิมพ์ชื่อผิด",
    remedy=REMEDY,
)
def one_name_with_two_numbers(item: PlanItem) -> Iterator[Hit]:
    """Two entries of one list with the same name."""
    for what, of, file, base, entries in _lists(item):
        seen: dict[str, tuple[int, str, str | None]] = {}
        for index, name, number in entries:
            first, other, before = seen.setdefault(folded(name[:_ENOUGH_TO_TELL]), (index, name, number))
            if first != index and folded(other) == folded(name):
                numbers = " และ ".join(quoted(one) if one else "ไม่มีลำดับ" for one in (before, number))
                yield Hit(
                    f"{what} {quoted(name)} {of and f'ใน {quoted(of)} '}ปรากฏสองรายการ ลำดับ {numbers}",
                    (*base, index),
                    file,
                    also=((*base, first),),
                )


def _lists(item: PlanItem) -> Iterator[_List]:
    plan, table = item.plan, item.files.idp
    for key, what in (
        ("strategies", "ยุทธศาสตร์"),
        ("values", "ค่านิยม"),
        ("local_strategies", "ยุทธศาสตร์การพัฒนาท้องถิ่น"),
        ("evaluation_forms", "รูปแบบการประเมิน"),
    ):
        yield what, "", "plan.yml", (key,), _named(getattr(plan, key))
    for index, strategy in enumerate(plan.strategies):
        path: Path = ("strategies", index, "tactics")
        yield "กลยุทธ์", strategy.name, "plan.yml", path, _named(strategy.tactics)
    for index, form in enumerate(plan.evaluation_forms):
        for place, group in enumerate(form.groups):
            path = ("evaluation_forms", index, "groups", place, "competencies")
            yield "สมรรถนะที่ประเมิน", group.name, "plan.yml", path, _named(group.competencies)
    for key, what in CHOICE_LIST.items():
        if key != "competencies":
            yield what, "", "plan.yml", (key,), _chosen(getattr(plan, key))
    for kind, what in (*COMPETENCY_KIND_NAMES.items(), (None, "สมรรถนะ")):
        yield what, "", "plan.yml", ("competencies",), _chosen(plan.competencies, kind)
    if plan.request_steps:
        steps = plan.request_steps.steps
        yield "ขั้นตอน", "", "plan.yml", ("request_steps", "steps"), _worded((one.text, one.number) for one in steps)
    if plan.committee:
        duties = ((one.text, one.number) for one in plan.committee.duties)
        yield "หน้าที่ของคณะกรรมการ", "", "plan.yml", ("committee", "duties"), _worded(duties)
    if table:
        yield "วิธีการพัฒนาในคำอธิบายตาราง", "", "idp.yml", ("methods",), _named(table.methods)
        for index, row in enumerate(table.rows):
            for key, what, cell in (("skills", "ทักษะ", row.skills), ("goals", "เป้าหมาย", row.goals)):
                yield (
                    what,
                    row.position,
                    "idp.yml",
                    ("rows", index, key),
                    _worded((one.text, one.number) for one in cell),
                )


def _named(entries: Iterable[_Named]) -> Iterator[tuple[int, str, str | None]]:
    return _worded((one.name, one.number) for one in entries)


def _worded(entries: Iterable[tuple[str | None, str | None]]) -> Iterator[tuple[int, str, str | None]]:
    for index, (text, number) in enumerate(entries):
        if text and text.strip():
            yield index, text, number


def _chosen(choices: tuple[FrameworkChoice, ...], kind: str | None = None) -> Iterator[tuple[int, str, str | None]]:
    """Yield entries without repeated references to the same one, which the reference rules report."""
    seen: dict[tuple[str, str], int] = {}
    for index, one in enumerate(choices):
        if one.kind == kind and (not one.ref or seen.setdefault((folded(one.name), one.ref), index) == index):
            yield index, one.name, one.number


@rule(
    "NUMBER-012",
    Severity.WARNING,
    title="โครงการชื่อเดียวกันปรากฏมากกว่าหนึ่งครั้ง",
    why="โครงการที่พิมพ์ซ้ำทำให้จำนวนโครงการและยอดเงินเกินจริง หรือเป็นสองโครงการที่ต้องตั้งชื่อให้ต่างกัน",
    remedy=REMEDY,
)
def repeated_project(item: PlanItem) -> Iterator[Hit]:
    """Projects with the same name, unless under different tactics, alike and without money."""
    by_name: dict[str, list[int]] = {}
    for index, project in enumerate(item.projects):
        by_name.setdefault(folded(project.name), []).append(index)
    for indexes in by_name.values():
        alike = [item.projects[index] for index in indexes]
        first = alike[0]
        in_one_tactic = len({one.tactic for one in alike}) < len(alike)
        with_money = any(one.budget.state is not BudgetState.NO_BUDGET for one in alike)
        if len(alike) == 1 or not (in_one_tactic or with_money):
            continue
        paths: list[Path] = [("projects", index, "name") for index in indexes]
        yield Hit(
            f"โครงการ {quoted(first.name)} ปรากฏ {len(alike)} ครั้ง {_where(item, alike)} {_money(alike)}",
            paths[1],
            "projects.yml",
            also=(paths[0], *paths[2:]),
        )


def _where(item: PlanItem, projects: list[Project]) -> str:
    tactics = [item.tactics.get(one.tactic or "") for one in projects]
    numbers = [tactic.number if tactic and tactic.number else "" for tactic in tactics]
    if len({one.tactic for one in projects}) == 1:
        return f"ในกลยุทธ์ {quoted(item.tactic_name(projects[0].tactic))}"
    same_strategy = len({one.strategy for one in projects}) == 1
    return "ในกลยุทธ์ลำดับ " + " และ ".join(numbers) if same_strategy and all(numbers) else "ในคนละกลยุทธ์"


def _money(projects: list[Project]) -> str:
    said = list(dict.fromkeys(_said(one.budget) for one in projects))
    return f"งบประมาณเท่ากัน คือ {said[0]}" if len(said) == 1 else f"งบประมาณ {' กับ '.join(said)}"


def _said(budget: Budget) -> str:
    total = budget.total_baht
    return budget.words or ("ไม่ระบุ" if total is None else f"{format_baht(total, 'arabic')} บาท")
