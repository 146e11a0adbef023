"""Check that every project has indicator, target, budget, period and department. One finding per gap, for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN, listed
from generator.checks.items import PlanItem, in_section
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.names.department_names import names_unknown_department
from generator.checks.rule import Hit, Reader, figures, rule
from generator.findings import Severity
from generator.model.money import BudgetState
from generator.model.project import Project
from generator.thai.text import quoted

_MEASURED = re.compile("[0-9๐-๙]|ทุก(?:คน|ปี|เดือน|ครั้ง|ตำแหน่ง|ส่วนราชการ|ไตรมาส)|ทั้งหมด|ครบ|ไม่มี|ปลอด")
_CLAUSE = f"{MASTER_PLAN} ข้อ 4.3.3"
_IN_WORDS = re.compile("ทุก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|ครึ่ง|เต็ม|ทั้งสิ้น")
"""Numbers in words, and words that mean all."""
_PERCENTAGE = re.compile("ร้อยละ|เปอร์เซ็นต์|%")
_MEASURE_ONLY = re.compile(
    r"[-–•*. ]{0,5}(?:(?:เป็น|จำนวน|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|เกินกว่า|ร้อยละ) ?){0,4}"
    r"[0-9๐-๙][0-9๐-๙.,]{0,12} ?(?:%|เปอร์เซ็นต์)?(?: ?ขึ้นไป)?[ .]{0,5}"
)
_NOBODY = Reader(30, "{count} จาก {projects} โครงการไม่บอกว่าส่วนราชการใดรับผิดชอบ")
_TARGETS_TO_TELL = 4
_TARGETS = (("quantity", "เชิงปริมาณ"), ("quality", "เชิงคุณภาพ"), ("benefit", "เชิงประโยชน์"))


@rule(
    "COMPLETE-032",
    Severity.WARNING,
    title="มีตารางงบประมาณ แต่ไม่มีโครงการ",
    why="ประชาชนเห็นจำนวนเงิน แต่ไม่รู้ว่าจะใช้ทำอะไร และยอดของสองตารางเทียบกันไม่ได้",
    remedy="ใส่โครงการใน projects.yml ถ้าส่วนของเอกสารที่ได้รับไม่มีตารางโครงการ ให้ชี้แจงใน acknowledged",
    clause=_CLAUSE,
)
def money_without_projects(item: PlanItem) -> Iterator[Hit]:
    """A matrix with amounts in a plan without projects."""
    matrix = item.plan.budget_matrix
    if "projects.yml" in item.files.unread:
        return
    if matrix and not item.projects and any(amount for row in matrix.rows for amount in row.amounts_baht):
        yield Hit(f"ตารางงบประมาณ{in_section(matrix.section)} มีจำนวนเงิน แต่แผนนี้ไม่มีโครงการใด", ("budget_matrix",))


@rule(
    "COMPLETE-008",
    Severity.WARNING,
    title="โครงการที่ไม่มีตัวชี้วัด",
    why="ไม่มีตัวชี้วัดก็บอกไม่ได้ว่าโครงการได้ผลหรือไม่",
    remedy=FILL_IN,
    clause=_CLAUSE,
    reader=Reader(36, "{count} จาก {projects} โครงการไม่มีตัวชี้วัด"),
)
def indicator(item: PlanItem) -> Iterator[Hit]:
    """Projects without an indicator."""
    yield from _lacking(item, "ไม่มีตัวชี้วัด", lambda one: not (one.indicator or "").strip(), "name")


@rule(
    "COMPLETE-009",
    Severity.WARNING,
    title="โครงการที่ไม่มีเป้าหมายซึ่งวัดได้",
    why="เป้าหมายที่ไม่มีจำนวนหรือร้อยละ ติดตามและประเมินผลไม่ได้",
    remedy=FILL_IN,
    clause=_CLAUSE,
)
def measurable_target(item: PlanItem) -> Iterator[Hit]:
    """Projects whose three targets contain neither a number nor a word for all."""
    yield from _lacking(item, "ไม่มีเป้าหมายที่วัดได้", lambda one: not _is_measured(one), "targets")


@rule(
    "COMPLETE-010",
    Severity.NOTICE,
    title="โครงการที่มีเป้าหมายไม่ครบสามด้าน",
    why="เป้าหมายเชิงปริมาณ คุณภาพ และประโยชน์ บอกคนละเรื่องกัน ด้านที่ว่างทำให้ผู้อ่านไม่เห็นภาพครบ",
    remedy=FILL_IN,
)
def three_targets(item: PlanItem) -> Iterator[Hit]:
    """Projects with one of the three targets empty, if others fill it; a cell as one text may hold all three."""
    for key, name in _TARGETS:
        empty = [one for one in item.projects if _lacks_target(one, key)]
        if len(empty) < len(item.projects):
            yield from _lacking(item, f"ไม่มีเป้าหมาย{name}", lambda one, key=key: _lacks_target(one, key), "targets")  # type: ignore[misc]  # the default binds the key


@rule(
    "COMPLETE-011",
    Severity.WARNING,
    title="โครงการที่ไม่ระบุงบประมาณ",
    why="โครงการที่ไม่ใช้เงินต้องเขียนว่า “ไม่ใช้งบประมาณ” ช่องที่ว่างบอกไม่ได้ว่าไม่ใช้เงินหรือยังไม่ได้กรอก",
    remedy=FILL_IN,
    clause=_CLAUSE,
    reader=Reader(31, "{count} จาก {projects} โครงการไม่บอกว่าใช้เงินเท่าใด หรือไม่ใช้เงิน"),
)
def budget(item: PlanItem) -> Iterator[Hit]:
    """Projects without any statement about money."""
    yield from _lacking(item, "ไม่ระบุงบประมาณ", lambda one: one.budget.state is BudgetState.NOT_STATED, "name")


@rule(
    "COMPLETE-012",
    Severity.WARNING,
    title="โครงการที่ไม่ระบุระยะเวลาดำเนินการ",
    why="ระยะเวลาเป็นส่วนหนึ่งของหัวข้อที่แผนต้องมี และผู้ประเมินดูเป็นรายโครงการ",
    remedy=FILL_IN,
    clause=_CLAUSE,
    reader=Reader(34, "{count} จาก {projects} โครงการไม่บอกว่าจะทำเมื่อใด"),
)
def period(item: PlanItem) -> Iterator[Hit]:
    """Projects without a printed period."""
    yield from _lacking(item, "ไม่ระบุระยะเวลาดำเนินการ", lambda one: not one.periods.is_stated, "name")


@rule(
    "COMPLETE-013",
    Severity.WARNING,
    title="โครงการที่ช่องผู้รับผิดชอบว่าง",
    why="ประชาชนต้องรู้ว่าติดตามโครงการได้ที่ส่วนราชการใด",
    remedy=FILL_IN,
    reader=_NOBODY,
)
def responsible(item: PlanItem) -> Iterator[Hit]:
    """Projects with no department and an empty responsible cell."""
    yield from _lacking(item, "ไม่ระบุผู้รับผิดชอบ", lambda one: not _departments(one) and not _printed(one), "name")


@rule(
    "COMPLETE-014",
    Severity.WARNING,
    title="ช่องผู้รับผิดชอบมีข้อความอื่นแทนส่วนราชการ",
    why="ข้อความของช่องอื่นอยู่ผิดที่ จึงไม่รู้ว่าส่วนราชการใดรับผิดชอบ",
    remedy=FILL_IN,
    reader=_NOBODY,
)
def responsible_is_no_department(item: PlanItem) -> Iterator[Hit]:
    """Projects whose responsible cell contains an assessment's note or anything else that is not a department."""
    yield from _lacking(
        item,
        "พิมพ์ข้อความอื่นในช่องผู้รับผิดชอบ",
        lambda one: not _departments(one) and bool(_printed(one)) and not names_unknown_department(item, _printed(one)),
        "responsible",
        lambda one: f" เช่น {quoted(_printed(one))}",
    )


@rule(
    "COMPLETE-026",
    Severity.NOTICE,
    title="ตัวชี้วัดเป็นร้อยละ แต่เป้าหมายเชิงปริมาณไม่มีจำนวน",
    why="เมื่อเป้าหมายไม่บอกจำนวนหรือร้อยละ จะบอกไม่ได้ว่าผลตามตัวชี้วัดเท่าใดจึงถือว่าสำเร็จ",
    remedy=FILL_IN,
    clause=_CLAUSE,
)
def quantity_without_number(item: PlanItem) -> Iterator[Hit]:
    """Projects with a percentage as indicator whose quantity target has no percentage, number or word for all."""
    yield from _lacking(
        item, "มีตัวชี้วัดเป็นร้อยละ แต่เป้าหมายเชิงปริมาณไม่มีจำนวนหรือร้อยละ", _is_percentage_without_number, "targets"
    )


@rule(
    "COMPLETE-027",
    Severity.NOTICE,
    title="เป้าหมายที่มีแต่ตัวเลข ไม่บอกว่าเป็นของสิ่งใด",
    why="จำนวนหรือร้อยละที่ไม่บอกว่าของใครหรือของสิ่งใด นำไปวัดผลไม่ได้แน่นอน และอาจมีข้อความตกหล่น",
    remedy=FILL_IN,
    clause=_CLAUSE,
)
def measure_without_subject(item: PlanItem) -> Iterator[Hit]:
    """Targets with a measure but no subject, if most projects name one; one finding per kind of target."""
    for key, name in _TARGETS:
        stated = [(index, text) for index, one in enumerate(item.projects) if (text := _target(one, key))]
        bare = [(index, text) for index, text in stated if _MEASURE_ONLY.fullmatch(text)]
        if bare and len(stated) >= _TARGETS_TO_TELL and 4 * len(bare) <= len(stated):
            paths = [("projects", index, "targets", key) for index, _ in bare]
            names = listed(item.projects[index].name for index, _ in bare)
            yield Hit(
                f"เป้าหมาย{name}ของ {len(bare)} จาก {len(stated)} โครงการมีแต่ตัวเลข เช่น {quoted(bare[0][1])} ได้แก่ {names}",
                paths[0],
                "projects.yml",
                also=tuple(paths[1:]),
            )


def _is_percentage_without_number(project: Project) -> bool:
    if not _PERCENTAGE.search(project.indicator or ""):
        return False
    text = _target(project, "quantity")
    # A project without any measured target has its own finding.
    return bool(text) and not _MEASURED.search(text) and not _IN_WORDS.search(text) and _is_measured(project)


def _lacking(
    item: PlanItem,
    what: str,
    lacks: Callable[[Project], bool],
    key: str,
    example: Callable[[Project], str] = lambda _: "",
) -> Iterator[Hit]:
    """Yield one hit with all places for the projects that lack something, and not because it is unreadable."""
    found = [(index, one) for index, one in enumerate(item.projects) if item.is_read(index) and lacks(one)]
    if found:
        paths = [("projects", index, key) for index, _ in found]
        names = listed(one.name for _, one in found)
        yield Hit(
            f"{len(found)} จาก {len(item.projects)} โครงการ{what}{example(found[0][1])} ได้แก่ {names}",
            paths[0],
            "projects.yml",
            also=tuple(paths[1:]),
            figures=figures(count=len(found), projects=len(item.projects)),
        )


def _departments(project: Project) -> tuple[str, ...]:
    return project.responsible.departments if project.responsible else ()


def _printed(project: Project) -> str:
    return ((project.responsible.printed if project.responsible else None) or "").strip(" -–")


def _target(project: Project, key: str) -> str:
    return (getattr(project.targets, key) or "").strip(" -–") if project.targets else ""


def _lacks_target(project: Project, key: str) -> bool:
    return not (_target(project, key) or _target(project, "printed"))


def _is_measured(project: Project) -> bool:
    return any(_MEASURED.search(_target(project, key)) for key in ("quantity", "quality", "benefit", "printed"))
