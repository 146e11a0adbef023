"""Tables of planned against done: one row per year, strategy, department or quarter."""

from __future__ import annotations

from collections.abc import Iterable

from generator.facts.progress import Progress, YearProgress
from generator.views.charts import ProgressRows, progress_rows
from generator.views.table_cells import NOT_REPORTED, baht, count, empty, inside, lines, phrase, text, words, year
from generator.views.tables import Cell, CellKind, Column, Form, Look, Row, RowKind, Table, head
from generator.words import interface

_SILENT = empty(interface.NOT_REPORTED)
_COLUMNS = (
    Column("ตามแผน", "โครงการ", Look.NUMBER),
    Column("ดำเนินการแล้ว", look=Look.NUMBER),
    Column("อยู่ระหว่างดำเนินการ", look=Look.NUMBER),
    Column("ยังไม่ดำเนินการ", look=Look.NUMBER),
    Column("ยกเลิก", look=Look.NUMBER),
    Column("ยังไม่รายงาน", look=Look.NUMBER),
    Column("ใช้ไป", "บาท", Look.NUMBER),
    Column("ผู้เข้าร่วม", "คน", Look.NUMBER),
    Column("รายงานผลตามตัวชี้วัด", "โครงการ", Look.NUMBER),
)
_NOTE = (
    "เทียบงบประมาณและเป้าหมายเฉพาะโครงการที่รู้แน่ว่าเป็นตัวเลขของปีนี้และรายงานผลด้วย เป้าหมายเป็นจำนวนคนเทียบเฉพาะโครงการที่ทำปีเดียว "
    "ผู้เข้าร่วมหลายโครงการนับทุกโครงการ"
)


def progress_by_year(name: str, years: Iterable[YearProgress]) -> Table:
    """Return the years of a cycle, planned against done."""
    rows = tuple(_row(year(one.fiscal_year), one.whole, is_reported=one.is_reported) for one in years)
    return _table(name, words("แผนและผล จำแนกตามปีงบประมาณ"), "ปีงบประมาณ", rows, _NOTE)


def progress_by_strategy(name: str, progress: YearProgress) -> Table:
    """Return the strategies of one year, planned against done."""
    rows = tuple(
        _row(text(one.name) if one else words(interface.NO_STRATEGY), part) for one, part in progress.by_strategy
    )
    return _table(name, _of_year("ยุทธศาสตร์", progress), "ยุทธศาสตร์", rows, _NOTE)


def progress_by_department(name: str, progress: YearProgress) -> Table:
    """Return the departments of one year, planned against done."""
    rows = tuple(
        _row(text(one.name) if one else empty("เอกสารไม่ระบุส่วนราชการที่รู้จัก"), part) for one, part in progress.by_department
    )
    note = f"โครงการที่มีผู้รับผิดชอบหลายส่วนราชการนับในทุกส่วนราชการ จึงไม่รวมยอดตาราง {_NOTE}"
    return _table(name, _of_year("ส่วนราชการ", progress), "ส่วนราชการ", rows, note)


def strategies_chart(progress: YearProgress) -> ProgressRows | None:
    """Return a chart of done beside planned by strategy, or None if nothing is reported."""
    parts = [(one.name if one else interface.NO_STRATEGY, part) for one, part in progress.by_strategy]
    return _chart(parts) if progress.is_reported else None


def departments_chart(progress: YearProgress) -> ProgressRows | None:
    """Return a chart of done beside planned by department, or None if nothing is reported."""
    parts = [(one.name if one else "ไม่ระบุส่วนราชการ", part) for one, part in progress.by_department]
    return _chart(parts) if progress.is_reported else None


def years_chart(years: Iterable[YearProgress]) -> ProgressRows | None:
    """Return a chart of done beside planned by reported year, or None if there are fewer than two."""
    return _chart((str(one.fiscal_year), one.whole) for one in years if one.is_reported)


def _chart(parts: Iterable[tuple[str, Progress]]) -> ProgressRows | None:
    return progress_rows((name, part.done, max(part.planned, part.reported)) for name, part in parts)


def _of_year(what: str, progress: YearProgress) -> Cell:
    return phrase(f"แผนและผล จำแนกตาม{what} ปีงบประมาณ พ.ศ. {{}}", year(progress.fiscal_year))


def _table(name: str, caption: Cell, of: str, rows: tuple[Row, ...], note: str) -> Table:
    return Table(name, caption, (head(of), *_COLUMNS), rows, form=Form.WIDE_PAGE, note=words(note))


def _row(named: Cell, part: Progress, kind: RowKind = RowKind.PLAIN, *, is_reported: bool = True) -> Row:
    """Return a row; if nothing is reported, words to that effect replace all result cells."""
    if not is_reported or not part.reported:
        return Row((named, count(part.planned), _SILENT), kind)
    return Row(
        (
            named,
            count(part.planned),
            count(part.done),
            count(part.in_progress),
            count(part.not_started),
            count(part.cancelled),
            count(part.not_reported),
            lines(baht(part.spent_baht, NOT_REPORTED), _of_budget(part)),
            lines(count(part.people, NOT_REPORTED), _of_target(part)),
            count(part.with_indicator),
        ),
        kind,
    )


def _of_budget(part: Progress) -> Cell | None:
    if part.budget_baht is None:
        return None
    said = "{} จากงบประมาณ {} ของ {} โครงการที่เทียบได้"
    return inside(
        CellKind.SMALL, phrase(said, baht(part.spent_of_budget_baht), baht(part.budget_baht), count(part.with_both))
    )


def _of_target(part: Progress) -> Cell | None:
    if part.people_planned is None:
        return None
    said = "{} จากเป้าหมาย {} ของ {} โครงการที่เทียบได้"
    return inside(
        CellKind.SMALL,
        phrase(said, count(part.people_of_planned), count(part.people_planned), count(part.with_both_people)),
    )
