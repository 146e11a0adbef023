"""An evidence sheet as a workbook for officers, to keep, print, or copy into the form of the assessment.

Its rows are those of the page; the same sheet gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from generator import addresses
from generator.exports.book_style import HEADING, LINE, WRAPPED, row_height
from generator.exports.csv_file import is_risky
from generator.exports.pdf_frame import publishable
from generator.facts.ita_evidence import EvidenceReason, assessment_years
from generator.findings import Finding
from generator.views.evidence_sheet import EvidenceSheetView, SheetItem, evidence_sheet_view
from generator.views.evidence_tables import NAMED, ShownElement
from generator.views.plan_context import PlanContext
from generator.words import interface

_LONGEST = 32_000
"""Most characters of a cell; spreadsheets allow 32,767."""
_A4 = 9


def evidence_workbooks(contexts: Iterable[PlanContext], found: Iterable[Finding]) -> dict[str, bytes]:
    """Return the workbook of each sheet of an LAO's plans by path below the site; none for years without known items.

    `found` are all findings of the LAO's data: possible personal data is left out of files.
    """
    found = tuple(found)
    return {
        addresses.evidence_book(context.lao.code, context.plan.cycle, one.fiscal_year)[1:]: evidence_workbook(
            evidence_sheet_view(publishable(context, found), one.fiscal_year)
        )
        for context in contexts
        for one in context.assessments
        if one.fiscal_year in assessment_years(context.plan.cycle)
    }


class _Sheet(NamedTuple):
    name: str
    columns: tuple[tuple[str, int], ...]
    """Heading and width of each, in characters."""
    rows: tuple[tuple[str, ...], ...]


def evidence_workbook(view: EvidenceSheetView) -> bytes:
    """Return the sheet of one plan and assessment year as XLSX."""
    file = io.BytesIO()
    # A copy: XlsxWriter modifies its argument.
    book = Workbook(file, {"in_memory": True, "default_format_properties": dict(WRAPPED)})
    book.set_properties(
        {
            "title": f"แบบแสดงหลักฐาน ITA ปี {view.fiscal_year} {view.lao_name}",
            "author": view.lao_name,
            # Workbooks need a creation date: the first day of the assessed year, so that the same sheet gives the same
            # bytes.
            "created": datetime.datetime.combine(view.fiscal_year.first_day, datetime.time()),
        }
    )
    heading = book.add_format({**WRAPPED, **HEADING})
    text, risky = book.add_format(dict(WRAPPED)), book.add_format({**WRAPPED, "quote_prefix": True})
    for sheet in (_about(view), _elements(view), _texts(view), _files(view)):
        if sheet.rows:
            _write(book, sheet, heading, text, risky)
    book.close()
    return file.getvalue()


def _write(book: Workbook, sheet: _Sheet, heading: Format, text: Format, risky: Format) -> None:
    page = book.add_worksheet(sheet.name)
    for place, (name, width) in enumerate(sheet.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, name, heading)
    for row, values in enumerate(sheet.rows, start=1):
        page.set_row(row, row_height((value, width) for value, (_, width) in zip(values, sheet.columns, strict=True)))
        for place, value in enumerate(values):
            # If an officer edits such a cell it would become a formula; the prefix keeps it a text.
            page.write_string(row, place, value[:_LONGEST], risky if is_risky(value) else text)
    page.set_row(0, LINE)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _about(view: EvidenceSheetView) -> _Sheet:
    rows = [
        ("อปท.", view.lao_name),
        ("แผน", f"แผนพัฒนาบุคลากร ๓ ปี {view.cycle.slug}"),
        ("ปีที่ประเมิน", str(view.fiscal_year)),
        ("ที่อยู่ของแบบนี้", view.submitted),
        ("ที่อยู่ของแผน", view.plan_submitted),
        ("เส้นทางจากเว็บไซต์หลัก", " > ".join(filter(None, (view.website, *view.menu))) or interface.EVIDENCE_NO_PATH),
        ("ข้อมูลที่เผยแพร่เมื่อ", view.saved.isoformat() if view.saved else "ยังไม่ได้บันทึกเข้าระบบ"),
        ("ควรทราบ", interface.EVIDENCE_NOTICE),
        *((("สถานะ", interface.EVIDENCE_DRAFT),) if view.is_draft else ()),
        *((("ที่อยู่", interface.EVIDENCE_NO_SITE_URL),) if not view.knows_site else ()),
    ]
    return _Sheet("เกี่ยวกับแบบนี้", (("รายการ", 26), ("ค่า", 90)), tuple(rows))


def _elements(view: EvidenceSheetView) -> _Sheet:
    columns = (("ข้อ", 8), ("ชื่อข้อ", 34), ("ปีที่ดู", 10), ("องค์ประกอบ", 40), ("ผล", 16), ("เหตุผล", 50))
    more = (("ความน่าเชื่อถือของรายการ", 24), ("ดูที่", 20))
    return _Sheet("องค์ประกอบ", (*columns, *more), tuple(row for item in view.items for row in _rows(item)))


def _rows(item: SheetItem) -> Iterator[tuple[str, ...]]:
    fact = item.fact
    for shown in item.shown:
        element = shown.fact.element
        yield (
            fact.item.number,
            fact.item.name,
            str(fact.fiscal_year),
            element.name,
            interface.ELEMENT_STATE[shown.fact.state],
            _reason(shown),
            interface.CONFIDENCE_BRIEFLY[element.confidence],
            shown.place,
        )


def _reason(shown: ShownElement) -> str:
    fact = shown.fact
    said = interface.EVIDENCE_REASON[fact.reason]
    if fact.reason is not EvidenceReason.PROJECTS:
        return said
    parts = [said.format(fact.done, fact.of)]
    if fact.without_basis:
        parts.append(interface.EVIDENCE_WITHOUT_BASIS.format(fact.without_basis))
    parts += _named(interface.EVIDENCE_LACKING, shown.lacking)
    parts += _named(interface.EVIDENCE_DOUBTFUL, shown.doubtful)
    return "\n".join(parts)


def _named(word: str, projects: Sequence[tuple[str, str]]) -> Iterable[str]:
    if projects:
        yield f"{word} {len(projects)} โครงการ"
        yield from (f"- {name}" for name, _ in projects[:NAMED])
    if len(projects) > NAMED:
        yield f"และอีก {len(projects) - NAMED} โครงการ"


def _texts(view: EvidenceSheetView) -> _Sheet:
    rows = tuple((item.fact.item.number, item.fact.item.name, item.copied or item.not_yet) for item in view.items)
    return _Sheet("ข้อความลงแบบ", (("ข้อ", 8), ("ชื่อข้อ", 40), ("ข้อความสำหรับคัดลอก", 100)), rows)


def _files(view: EvidenceSheetView) -> _Sheet:
    rows = tuple(
        (one.title, one.kind, one.day.isoformat() if one.day else "", one.address or "", one.sha256 or "")
        for one in view.files
    )
    columns = (("เอกสาร", 40), ("ชนิด", 24), ("วันที่", 14), ("ที่อยู่", 60), ("ค่าแฮช SHA-256", 70))
    return _Sheet("เอกสารแนบ", columns, rows)
