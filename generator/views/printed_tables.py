"""Tables shown on paper only: content that pages show as cards or in other forms, as one table.

Offices bind individual plans and the plan of a year as one wide table each, so readers know this form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.strategy import Wording
from generator.thai.dates import format_quarters
from generator.views.idp import CategoryGroup, DepartmentGroup, IdpView
from generator.views.method_sets import CompetencyMention, PositionCard, SkillLine
from generator.views.projects import ProjectsView
from generator.views.projects_tables import BUDGET, RESPONSIBLE, ProjectCard, named, responsible
from generator.views.strategy import AlignmentLine, StrategyView
from generator.views.table_cells import (
    BLANK,
    BREAK,
    NONE,
    NOT_STATED,
    baht,
    count,
    empty,
    figure,
    inside,
    items,
    lines,
    numbered,
    phrase,
    quote,
    small,
    text,
    together,
    unread,
    words,
    year,
)
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, RowKind, Table, head
from generator.views.year import YearView
from generator.views.year_tables import YearProject, year_money_cell
from generator.words import interface

TICK = words("/")
"""The tick used by offices."""
_MOST_TICKED = 16
"""Most columns of methods and years that fit; if there are more, they are written as a list."""
_SIGNS = (
    "เครื่องหมาย / ในช่องวิธีการพัฒนาคือใช้วิธีนั้น ในช่องปีคือเอกสารทำเครื่องหมายในปีนั้น เลขในวงเล็บคือหมายเหตุใต้ตาราง "
    "แต่ละแถวเป็นตำแหน่ง ไม่ใช่ตัวบุคคล"
)
_SKILL_WITHOUT_TEXT = empty(interface.NUMBER_WITHOUT_TEXT)


def alignment_table(view: StrategyView) -> Table:
    """Return local development strategies with their values."""
    return Table(
        "alignment",
        text(view.alignment_title or "ยุทธศาสตร์การพัฒนาท้องถิ่นกับค่านิยมร่วมที่สอดคล้องกัน"),
        (head(interface.LOCAL_STRATEGIES), Column("ค่านิยมร่วม")),
        tuple(
            Row((lines(named("ยุทธศาสตร์", line.number, line.name), *_wordings(line.wordings)), _values(line)))
            for line in view.alignment
        ),
    )


def _values(line: AlignmentLine) -> Cell:
    printed = together(words("เอกสารพิมพ์ "), quote(line.printed)) if line.printed else None
    if line.values:
        return together(items(map(text, line.values)), *((printed,) if printed else ()))
    return printed or NOT_STATED


def tactics_table(view: StrategyView) -> Table:
    """Return the plan's strategies, each followed by its tactics."""
    return Table(
        "tactics",
        words(interface.TACTICS),
        (head("กลยุทธ์"), Column("โครงการ", look=Look.NUMBER)),
        tuple(_tactics(view)),
    )


def _tactics(view: StrategyView) -> Iterator[Row]:
    for strategy in view.strategies:
        values = small(f"ค่านิยม: {', '.join(strategy.values)}") if strategy.values else None
        name = named("ยุทธศาสตร์", strategy.number, strategy.name)
        yield Row((lines(name, *_wordings(strategy.wordings), values),), RowKind.GROUP)
        for tactic in strategy.tactics:
            name = named("กลยุทธ์", tactic.number, tactic.name)
            yield Row((lines(name, *_wordings(tactic.wordings)), count(tactic.projects)))
        if not strategy.tactics:
            yield Row((empty(interface.STRATEGY_WITHOUT_TACTICS),))


def _wordings(wordings: tuple[Wording, ...]) -> Iterator[Cell]:
    """Yield the wordings of a name in other sections."""
    return (small(wording_elsewhere(one)) for one in wordings)


def wording_elsewhere(wording: Wording) -> str:
    """Return another wording of a name with the section that prints it."""
    return f"ส่วน “{wording.section or interface.NO_SECTION}” พิมพ์ว่า “{wording.text}”"


def aims_table(view: ProjectsView) -> Table:
    """Return the indicator and target of each project."""
    return Table(
        "aims",
        words("ตัวชี้วัดและเป้าหมายของแต่ละโครงการ"),
        (
            head("โครงการหรือกิจกรรม"),
            Column("ตัวชี้วัด"),
            Column("เชิงปริมาณ", group="เป้าหมาย"),
            Column("เชิงคุณภาพ", group="เป้าหมาย"),
            Column("เชิงประโยชน์", group="เป้าหมาย"),
            Column("หมายเหตุ"),
        ),
        tuple(_aims(view)),
    )


def _aims(view: ProjectsView) -> Iterator[Row]:
    for strategy in view.strategies:
        cards = [card for tactic in strategy.tactics for card in tactic.cards]
        if cards:
            name = strategy.name or interface.NO_STRATEGY
            yield Row((named("ยุทธศาสตร์", strategy.number, name),), RowKind.GROUP)
        for card in cards:
            aims = card.targets
            three = (aims.quantity, aims.quality, aims.benefit) if aims else (None, None, None)
            first = aims.printed if aims and aims.printed else None
            yield Row(
                (
                    numbered(card.number, card.name),
                    text(card.indicator, NOT_STATED),
                    lines(*filter(None, (text(three[0], NOT_STATED if not first else BLANK), _printed(first)))),
                    text(three[1], NOT_STATED),
                    text(three[2], NOT_STATED),
                    _remarks(card),
                )
            )


def _printed(value: str | None) -> Cell | None:
    return text(value) if value else None


def _remarks(card: ProjectCard) -> Cell:
    named_ones = [f"{interface.CHOICE_LIST[one.list]}: {', '.join(one.names)}" for one in card.choices if one.names]
    further = (("วัตถุประสงค์", card.objective), ("ผลที่คาดว่าจะได้รับ", card.expected_result), ("สถานที่", card.place))
    said = [
        *(text(f"{label}: {value}") for label, value in further if value),
        *(text(tag.printed or " ".join(filter(None, (tag.scheme, tag.item)))) for tag in card.evidence),
        *map(words, named_ones),
        *_periods(card),
        *((text(f"ช่องผู้รับผิดชอบ: {card.responsible_printed}"),) if _says_more(card) else ()),
        *((text(card.note),) if card.note else ()),
    ]
    return lines(*said) if said else NONE


def _periods(card: ProjectCard) -> Iterator[Cell]:
    """Yield what the document prints about the period and the table of projects has no room for."""
    if card.periods.printed:
        said = f"ระยะเวลาตามเอกสาร: {card.periods.printed}"
        yield unread(said) if card.periods.doubt else text(said)
    for one in card.years:
        if one.is_unread and not one.in_cycle:
            yield phrase("ปี {} {}", year(one.fiscal_year), unread(one.printed or ""))
        elif one.printed and not one.is_unread:
            yield phrase("ปี {} {}", year(one.fiscal_year), text(one.printed))
        elif one.runs and not one.in_cycle:
            quarters = figure(format_quarters(one.quarters, "arabic")) if one.quarters else words("ทั้งปี")
            yield phrase("ปี {} {}", year(one.fiscal_year), quarters)
    for column in card.periods.columns:
        if not column.heading.years:
            yield unread(f"{column.heading.printed}: {column.printed}")


def _says_more(card: ProjectCard) -> bool:
    """Return whether the printed cell of the responsible is more than the names of the departments."""
    return bool(card.responsible_printed) and card.responsible_printed != ", ".join(card.departments)


def positions_table(view: IdpView) -> Table:
    """Return all individual plans: skills, goals, methods and years of each position."""
    is_ticked = len(view.methods) + len(view.years) <= _MOST_TICKED
    methods: Iterable[Column] = (Column("วิธีการพัฒนา"),) if view.methods else ()
    years: Iterable[Column] = (Column("ปี", look=Look.ONE_LINE),) if view.years else ()
    if is_ticked:
        methods = (Column(one.number, look=Look.YEAR, group="วิธีการพัฒนา (หมายเลข)") for one in view.methods)
        years = (Column(one.label, look=Look.YEAR, group="ปี") for one in view.years)
    return Table(
        "positions",
        phrase("แผนพัฒนารายตำแหน่ง {} ตำแหน่ง", count(view.positions)),
        (head("ตำแหน่ง"), Column("ทักษะที่ต้องพัฒนา"), Column("เป้าหมายการพัฒนา"), *methods, *years),
        tuple(row for department in view.departments for row in _department(department, view, is_ticked)),
        (_used(view),) if is_ticked and view.departments else (),
        Form.SCROLLS_WIDE_PAGE,
        words(_SIGNS),
    )


def _used(view: IdpView) -> Row:
    counts = (*(one.positions for one in view.methods), *(one.positions for one in view.years))
    return Row((words("จำนวนตำแหน่ง"), BLANK, BLANK, *map(count, counts)), RowKind.TOTAL)


def _department(department: DepartmentGroup, view: IdpView, is_ticked: bool) -> Iterator[Row]:
    said = phrase("{} ({} ตำแหน่ง)", text(department.name or interface.NO_DEPARTMENT), count(department.positions))
    yield Row((said,), RowKind.GROUP)
    for category in department.categories:
        yield from _category(category, view, is_ticked)


def _category(category: CategoryGroup, view: IdpView, is_ticked: bool) -> Iterator[Row]:
    yield Row((text(category.name or interface.NO_STAFF_CATEGORY),), RowKind.SUBGROUP)
    for card in category.cards:
        yield Row((_position(card, view), _skills(card), _goals(card), *_methods(card, view, is_ticked)))


def _position(card: PositionCard, view: IdpView) -> Cell:
    said = "วิธีนอกคำอธิบาย" if view.methods else "วิธีการ:"
    outside = small(f"{said} {', '.join(card.outside)}") if card.outside else None
    known = {one.label for one in view.years}
    beyond = [one for one in card.years if one not in known]
    years = small(f"ปีที่ทำเครื่องหมาย: {', '.join(beyond)}") if beyond else None
    note = small(card.note) if card.note else None
    return lines(text(card.position), outside, years, note)


def _skills(card: PositionCard) -> Cell:
    return lines(*map(_skill, card.skills)) if card.skills else NOT_STATED


def _skill(skill: SkillLine) -> Cell:
    nothing = together(text(skill.number, BLANK), words(" "), _SKILL_WITHOUT_TEXT)
    said = numbered(skill.number, skill.text) if skill.text else nothing
    if not skill.competencies:
        return said
    return together(said, words(" "), small(f"({', '.join(map(_mention, skill.competencies))})"))


def _mention(one: CompetencyMention) -> str:
    if one.kind:
        return f"{interface.COMPETENCY_KIND[one.kind]}ทั้งกลุ่ม"
    return one.name or interface.NOT_IN_ITS_LIST


def _goals(card: PositionCard) -> Cell:
    return lines(*(numbered(one.number, one.text) for one in card.goals)) if card.goals else NOT_STATED


def _methods(card: PositionCard, view: IdpView, is_ticked: bool) -> Iterator[Cell]:
    if not is_ticked:
        used = [numbered(one.number, one.printed or one.name or "") for one in card.methods]
        if view.methods:
            yield lines(*used) if used else NOT_STATED
        if view.years:
            yield lines(*map(figure, card.years)) if card.years else NOT_STATED
        return
    for cell in card.cells:
        notes = (inside(CellKind.SMALL, words("("), figure(note.index), words(")")) for note in cell.notes)
        yield lines(TICK, *notes) if cell.used else BLANK
    for marked in card.marked:
        yield TICK if marked else BLANK


def quarters_table(view: YearView) -> Table:
    """Return the projects of a year by quarter, with their money of the year."""
    quarters = [
        Column(f"{one.number} ({interface.QUARTER_MONTHS[one.number]})", look=Look.YEAR, group="ไตรมาสที่")
        for one in view.quarters
    ]
    return Table(
        "quarters",
        phrase(
            "โครงการของปีงบประมาณ พ.ศ. {} จำนวน {} โครงการ จำแนกตามไตรมาส", year(view.fiscal_year), count(view.projects)
        ),
        (head("โครงการหรือกิจกรรม"), *quarters, BUDGET, RESPONSIBLE, Column("ตัวชี้วัด")),
        tuple(_quarters(view)),
        (_in_all(view),),
        note=words("เครื่องหมาย / คือเอกสารกำหนดให้ดำเนินการในไตรมาสนั้น"),
    )


def _quarters(view: YearView) -> Iterator[Row]:
    for strategy in view.strategies:
        yield Row((named("ยุทธศาสตร์", strategy.number, strategy.name or interface.NO_STRATEGY),), RowKind.GROUP)
        for project in strategy.projects:
            yield Row(
                (
                    _year_project(project),
                    *(TICK if one.number in project.quarters else BLANK for one in view.quarters),
                    year_money_cell(project.money, view.basis),
                    responsible(project.departments, project.responsible_printed),
                    text(project.indicator, NOT_STATED),
                )
            )


def _year_project(project: YearProject) -> Cell:
    name = numbered(project.number, project.name)
    if not project.period_printed:
        return name if project.quarters else lines(name, small("เอกสารไม่ระบุไตรมาส"))
    return together(name, BREAK, Cell(CellKind.SMALL, None, None, None, (unread_period(project),)))


def unread_period(project: YearProject) -> Cell:
    """Return the period as printed, if it says more than its quarters or cannot be interpreted."""
    said = f"ระยะเวลาตามเอกสาร: {project.period_printed}"
    return text(said) if project.quarters else unread(said)


def _in_all(view: YearView) -> Row:
    total = view.total.total_baht
    said = phrase("รวม {} โครงการที่ระบุจำนวนเงินของปีนี้", count(view.total.with_amount)) if total is not None else BLANK
    sums = (count(one.projects) for one in view.quarters)
    return Row((words("จำนวนโครงการและงบประมาณ"), *sums, baht(total, empty("ไม่รวมยอด")), said), RowKind.TOTAL)
