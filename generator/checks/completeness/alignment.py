"""Check that every strategy has a tactic, every tactic a project, every value a strategy."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN
from generator.checks.items import PlanItem
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.text import quoted


@rule(
    "COMPLETE-015",
    Severity.WARNING,
    title="ยุทธศาสตร์ที่ไม่มีกลยุทธ์",
    why="ยุทธศาสตร์ที่ไม่มีกลยุทธ์บอกไม่ได้ว่าจะทำให้สำเร็จอย่างไร",
    remedy=FILL_IN,
)
def strategy_without_tactic(item: PlanItem) -> Iterator[Hit]:
    """A strategy without a tactic."""
    for index, strategy in enumerate(item.plan.strategies):
        if not strategy.tactics:
            yield Hit(f"ยุทธศาสตร์ {quoted(strategy.name)} ไม่มีกลยุทธ์", ("strategies", index))


@rule(
    "COMPLETE-016",
    Severity.WARNING,
    title="กลยุทธ์ที่ไม่มีโครงการ",
    why="กลยุทธ์ที่ไม่มีโครงการจะไม่เกิดผล และไม่มีเงินหรือผู้รับผิดชอบ",
    remedy=FILL_IN,
)
def tactic_without_project(item: PlanItem) -> Iterator[Hit]:
    """A tactic without a project, in a plan that has projects."""
    served = {project.tactic for project in item.projects}
    for index, strategy in enumerate(item.plan.strategies if item.projects else ()):
        for place, tactic in enumerate(strategy.tactics):
            if tactic.id not in served:
                yield Hit(f"กลยุทธ์ {quoted(tactic.name)} ไม่มีโครงการ", ("strategies", index, "tactics", place))


@rule(
    "COMPLETE-017",
    Severity.NOTICE,
    title="ค่านิยมหรือยุทธศาสตร์ท้องถิ่นที่ไม่มีสิ่งใดรองรับ",
    why="ตารางความสอดคล้องมีไว้แสดงว่าแผนนี้รับใช้ยุทธศาสตร์ของท้องถิ่นครบทุกด้าน",
    remedy=FILL_IN,
)
def unserved(item: PlanItem) -> Iterator[Hit]:
    """A local strategy without a row in the alignment table, or a value that no row and no strategy names."""
    plan = item.plan
    if plan.alignment is None:
        return
    aligned = {row.local_strategy for row in plan.alignment.rows}
    for index, local in enumerate(plan.local_strategies):
        if local.id not in aligned:
            yield Hit(f"ตารางความสอดคล้องไม่มีแถวของยุทธศาสตร์ {quoted(local.name)}", ("local_strategies", index))
    named = {value for row in plan.alignment.rows for value in row.values}
    named |= {value for strategy in plan.strategies for value in strategy.values}
    for index, value in enumerate(plan.values):
        if value.id not in named:
            yield Hit(f"ค่านิยม {quoted(value.name)} ไม่มียุทธศาสตร์ใดรองรับ", ("values", index))
