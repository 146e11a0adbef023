"""The plan of one fiscal year as a document: the extract of the whole plan that LPA asks for.

It says that it is an extract, not a separately announced document; it includes reported results of the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import addresses
from generator.exports.pdf_blocks import Block, heading, paragraph, part, section, signature, table
from generator.exports.pdf_frame import PrintedPlan, framed
from generator.exports.pdf_text import figure, run
from generator.facts.year_money import YearMoneyKind
from generator.thai.dates import FiscalYear, format_thai_date
from generator.thai.numerals import format_baht, format_integer
from generator.views.printed_tables import quarters_table
from generator.views.year import YearView, year_view
from generator.words import interface, printing


def year_document(printed: PrintedPlan, fiscal_year: FiscalYear) -> dict[str, Any]:
    """Return the document of one fiscal year of a plan."""
    context = printed.context
    view = year_view(context, fiscal_year)
    name = f"{printing.ANNUAL} {figure(fiscal_year)}"
    return framed(
        printed,
        f"{name} {context.lao.full_name}",
        [name, f"คัดจากแผนพัฒนาบุคลากร ๓ ปี รอบ {printed.cycle}"],
        list(_blocks(printed, view, name)),
        page=addresses.plan_year(context.lao.code, context.plan.cycle, fiscal_year),
        contents=False,
    )


def _blocks(printed: PrintedPlan, view: YearView, name: str) -> Iterator[Block]:
    year = figure(view.fiscal_year)
    days = " ถึง ".join(format_thai_date(day, "thai") for day in (view.fiscal_year.first_day, view.fiscal_year.last_day))
    yield section(
        [
            part(name),
            paragraph(
                f"เอกสารนี้คัดเฉพาะส่วนของปีงบประมาณ พ.ศ. {year} ({days}) จากแผนพัฒนาบุคลากรรอบ {printed.cycle} "
                "ไม่ใช่เอกสารที่ประกาศแยกต่างหาก"
            ),
            paragraph(_in_short(view)),
            *(table(quarters_table(view), 9) if view.projects else [_nothing(view)]),
            *([paragraph(note, quiet=True) for note in _left_out(view)]),
            *(
                [heading(interface.YEAR_NOT_STATED), *table(view.year_not_stated_table, 9)]
                if view.year_not_stated
                else []
            ),
            *_results(view),
            *([signature(_position(printed))] if printed.context.is_draft else []),
        ],
        turned=True,
    )


def _position(printed: PrintedPlan) -> str | None:
    announcement = printed.context.plan.announcement
    return announcement.signatory.position if announcement and announcement.signatory else None


def _in_short(view: YearView) -> str:
    said = f"มี {format_integer(view.projects, 'thai')} โครงการ"
    total = view.total
    if total.total_baht is not None:
        said += f" ระบุจำนวนเงินของปีนี้ {format_integer(total.with_amount, 'thai')} โครงการ"
        said += f" รวม {format_baht(total.total_baht, 'thai')} บาท"
    if total.no_budget:
        said += f" ไม่ใช้งบประมาณ {format_integer(total.no_budget, 'thai')} โครงการ"
    return f"{said} จำนวนเงิน: {interface.BUDGET_BASIS[view.basis]}"


def _left_out(view: YearView) -> Iterator[str]:
    for projects, why in (
        (view.total.basis_not_stated, "เอกสารไม่ระบุว่าเป็นเงินต่อปีหรือรวม ๓ ปี"),
        (view.total.whole_cycle, "เป็นเงินรวมตลอดรอบแผน"),
        (view.total.other_years, interface.YEAR_MONEY[YearMoneyKind.OTHER_YEARS]),
    ):
        if projects:
            yield f"ไม่นำจำนวนเงินของ {format_integer(projects, 'thai')} โครงการมารวมเป็นยอดของปีนี้ เพราะ{why}"


def _nothing(view: YearView) -> Block:
    if view.has_table:
        said = f"ตารางโครงการของเอกสารไม่มีโครงการที่ระบุให้ดำเนินการในปีงบประมาณ พ.ศ. {figure(view.fiscal_year)}"
        return paragraph(said, quiet=True)
    return paragraph(printing.OUTSIDE if view.is_partial else printing.NO_DATA, quiet=True)


def _results(view: YearView) -> Iterator[Block]:
    yield heading("ผลของปีนี้")
    if not view.report:
        yield paragraph(interface.NOT_REPORTED, quiet=True)
        return
    day = format_thai_date(view.report.as_of, "thai")
    yield paragraph(run(f"รายงานรอบ {figure(view.report.months)} เดือน ข้อมูล ณ วันที่ {day}"))
    yield from table(view.results_table, 9)
